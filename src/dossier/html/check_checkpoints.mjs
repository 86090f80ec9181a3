// Step 7: the log as it stood when a paper was printed or a timestamp taken is the beginning of the log as it
// stood when the dossier was made.
import { readCheckpoint } from "./check_log.mjs";
import { checkToken } from "./check_signature.mjs";
import { provesConsistency } from "./merkle.mjs";
import { parseConsistency } from "./proof_text.mjs";

const checkpointPath = /^data\/checkpoints\/([0-9]{12})\/(checkpoint|consistency|token\.tsr|authority\.pem|crl\.der)$/;

async function checkConsistency(dossier, place, older) {
  const path = `${place}consistency`, bytes = await dossier.read(path), now = dossier.checkpoint;
  if (bytes === undefined || older === undefined || now === undefined) return;
  const proof = parseConsistency(bytes);
  if (proof === undefined) dossier.finding(path, "proof.malformed");
  else if (proof.before !== older.size || proof.now !== now.size || !provesConsistency(older, now, proof.hashes))
    dossier.finding(path, "proof.rewritten", { size: older.size });
  else dossier.report.count("consistency");
}

export async function checkCheckpoints(dossier) {
  const paths = dossier.pathsBelow("data/checkpoints/");
  for (const path of paths) if (!checkpointPath.test(path)) dossier.finding(path, "file.unexpected");
  for (const digits of new Set(paths.map(path => checkpointPath.exec(path)?.[1]).filter(Boolean))) {
    const place = `data/checkpoints/${digits}/`, older = await readCheckpoint(dossier, `${place}checkpoint`);
    if (older !== undefined && older.size !== Number(digits)) dossier.finding(older.path, "checkpoint.place", { size: older.size });
    await checkConsistency(dossier, place, older);
    const hasToken = dossier.has(`${place}token.tsr`);
    if (hasToken) await checkToken(dossier, `${place}token.tsr`, `${place}checkpoint`, `${place}authority.pem`);
    if (older !== undefined) dossier.older.push({ ...older, hasToken });
  }
}
