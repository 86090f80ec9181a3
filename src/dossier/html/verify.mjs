// The whole check, in the order of the format's description, and what comes out of it.
import { checkBag, required } from "./check_bag.mjs";
import { checkChains } from "./check_chains.mjs";
import { checkCheckpoints } from "./check_checkpoints.mjs";
import { checkEvents, readWithheld } from "./check_events.mjs";
import { readLog } from "./check_log.mjs";
import { checkObjects } from "./check_objects.mjs";
import { checkSignature } from "./check_signature.mjs";
import { checkSummary, readSummary } from "./check_summary.mjs";
import { Dossier } from "./dossier.mjs";
import { Unreadable } from "./stored_file.mjs";

/** Things that no page like this one can see, whatever the dossier is like. */
function sayWhatIsLeft(dossier) {
  if (dossier.pathsBelow("data/records/").some(path => path.endsWith(".pdf"))) dossier.report.notChecked("seals");
  if (dossier.tokens.length > 0) dossier.report.notChecked("authority");
  else dossier.report.notChecked("no.token");
  const left = dossier.withheld.payloads.size + dossier.withheld.objects.size;
  if (left > 0) dossier.report.notChecked("withheld", { n: left });
  dossier.report.notChecked("tail");
  dossier.report.notChecked("page");
}

/** `files`: path → StoredFile; `tell` hears, from 0 to 1, how far hashing is. The dossier with its report.
 *  Throws Unreadable when this is no dossier at all, or the browser cannot check one. */
export async function verify(files, folder, tell = () => {}) {
  if (globalThis.crypto?.subtle === undefined) throw new Unreadable("browser");
  if (!required.some(path => path.startsWith("data/") && files.has(path)) && !files.has("bagit.txt")) throw new Unreadable("no.dossier");
  const dossier = new Dossier(files, folder);
  await checkBag(dossier, tell);
  await readSummary(dossier);
  await readLog(dossier);
  await checkSignature(dossier);
  await readWithheld(dossier);
  await checkEvents(dossier);
  if (dossier.summary !== undefined) checkChains(dossier);
  else dossier.report.notChecked("chains");
  checkObjects(dossier);
  await checkCheckpoints(dossier);
  if (dossier.summary !== undefined) checkSummary(dossier);
  sayWhatIsLeft(dossier);
  return dossier;
}
