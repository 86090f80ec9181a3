// Step 3: the keys, and the checkpoint that all proofs lead to. Read before step 2, which needs the key.
import { isSame } from "./bytes.mjs";
import { parseCheckpoint, parsePublicKeyPem, parseVerifierKey, signerOf } from "./note.mjs";

const keyPath = /^data\/keys\/([0-9a-f]{8})\.(pem|vkey)$/;
/** Certificates that sealed the PDFs: of no use here. */
const sealPath = /^data\/keys\/seal-[0-9]+\.pem$/;

/** Each key stands there twice: for openssl and as a C2SP verifier key. */
async function readKey(dossier, id) {
  const place = `data/keys/${id}`;
  const pem = await dossier.readText(`${place}.pem`), line = await dossier.readText(`${place}.vkey`);
  if (pem === undefined || line === undefined) return;
  const key = parseVerifierKey(line.replace(/\n$/, "")), bytes = parsePublicKeyPem(pem);
  if (key === undefined || key.id !== id) dossier.finding(`${place}.vkey`, "key.malformed");
  else if (bytes === undefined || !isSame(bytes, key.key)) dossier.finding(`${place}.pem`, "key.other");
  else dossier.keys.push(key);
}

/** A checkpoint's bytes read and its signature checked; undefined, and told, if it is none. */
export async function readCheckpoint(dossier, path) {
  const bytes = await dossier.read(path);
  const checkpoint = bytes && parseCheckpoint(bytes);
  if (bytes && checkpoint === undefined) dossier.finding(path, "checkpoint.malformed");
  if (checkpoint === undefined) return undefined;
  const signer = await signerOf(checkpoint, dossier.keys);
  if (signer === undefined) dossier.finding(path, "checkpoint.signature");
  else dossier.report.count("checkpoints");
  return { ...checkpoint, path, bytes, signer };
}

export async function readLog(dossier) {
  const paths = dossier.pathsBelow("data/keys/");
  for (const path of paths) if (!keyPath.test(path) && !sealPath.test(path)) dossier.finding(path, "file.unexpected");
  const ids = new Set(paths.map(path => keyPath.exec(path)?.[1]).filter(Boolean));
  if (ids.size === 0) dossier.finding("data/keys/", "key.none");
  for (const id of ids) await readKey(dossier, id);
  dossier.checkpoint = await readCheckpoint(dossier, "data/checkpoint");
}
