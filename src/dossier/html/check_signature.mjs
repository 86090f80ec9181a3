// Step 2: the salon's signature over the list of files, and the timestamp over it.
import { compareWith, readManifest } from "./check_bag.mjs";
import { isGoodSignature } from "./ed25519.mjs";
import { checkTimestamp } from "./timestamp.mjs";

const tagManifest = "tagmanifest-sha256.txt";
const statement = "signature/statement.txt", signature = "signature/statement.sig";
const isSigned = path => path === tagManifest || (path.startsWith("signature/") && path !== statement && path !== signature);

/** `token` over `data`, with the certificates of `authorities`: three paths. */
export async function checkToken(dossier, token, data, authorities) {
  const bytes = [await dossier.read(token), await dossier.read(data), await dossier.read(authorities)];
  if (bytes.includes(undefined)) return;
  const { time, authority, problem, unknown } = await checkTimestamp(...bytes);
  if (unknown !== undefined) dossier.report.notChecked("token.method", { path: token });
  else if (problem !== undefined) dossier.finding(token, problem);
  else {
    dossier.report.count("tokens");
    dossier.tokens.push({ where: data, time, authority });
  }
}

export async function checkSignature(dossier) {
  const listed = await readManifest(dossier, statement);
  if (listed !== undefined) {
    for (const path of listed.keys()) if (!isSigned(path)) dossier.finding(statement, "manifest.place", { path });
    for (const path of dossier.files.keys())
      if (isSigned(path) && !listed.has(path)) dossier.finding(path, "statement.unlisted");
    compareWith(dossier, listed);
  }
  const message = await dossier.read(statement), bytes = await dossier.read(signature);
  const signer = dossier.checkpoint?.signer;
  if (message && bytes) {
    const isGood = signer !== undefined && await isGoodSignature(signer.key, message, bytes);
    if (!isGood) dossier.finding(signature, "statement.signature");
    else dossier.report.count("signature");
  }
  const token = "signature/tagmanifest-sha256.tsr";
  if (dossier.has(token)) await checkToken(dossier, token, tagManifest, "signature/authority.pem");
}
