// Step 8: data/dossier.json says nothing else than what was found, and so does the name of the bag.
import { objectFolders } from "./check_objects.mjs";
import { isSummary } from "./summary.mjs";

const where = "data/dossier.json";

export async function readSummary(dossier) {
  const value = await dossier.readJson(where);
  if (isSummary(value)) dossier.summary = value;
  else if (value !== undefined) dossier.finding(where, "summary.malformed");
}

/** Both lists hold the same, in any order. */
function compareLists(dossier, what, said, found) {
  const saidSet = new Set(said), foundSet = new Set(found);
  if (saidSet.size !== said.length) dossier.finding(where, "summary.twice", { what });
  for (const one of saidSet) if (!foundSet.has(one)) dossier.finding(where, "summary.not.found", { what: one });
  for (const one of foundSet) if (!saidSet.has(one)) dossier.finding(where, "summary.not.said", { what: one });
}

const eventText = (seq, of, caseSeq, payload) => `event ${seq}: ${of} ${caseSeq ?? "-"} ${payload}`;

function compareEvents(dossier) {
  const { events } = dossier.summary, saidOwner = new Map(events.map(({ seq, of }) => [seq, of]));
  const foundOwner = ({ seq, header, payload }) =>
    header.case_seq === undefined ? "log" : payload?.content.case ?? saidOwner.get(seq);
  compareLists(dossier, "events", events.map(one => eventText(one.seq, one.of, one.case_seq, one.payload)),
    Array.from(dossier.events.values(), one => eventText(one.seq, foundOwner(one), one.header.case_seq, one.state)));
}

function compareObjects(dossier) {
  const { objects } = dossier.summary, here = dossier.pathsBelow("data/").filter(path => objectFolders.some(folder => path.startsWith(folder)));
  compareLists(dossier, "objects", objects.map(one => one.path), here);
  for (const { path, sha256, bytes, role } of objects) {
    const isSo = dossier.hashes.get(path) === sha256 && dossier.files.get(path).size === bytes;
    if (!isSo || !dossier.named.has(`${sha256} ${role}`)) dossier.finding(where, "summary.not.found", { what: `${path} (${role})` });
  }
}

function compareLog(dossier) {
  const { summary, checkpoint, info } = dossier;
  const expected = [
    ["size", checkpoint?.size], ["origin", checkpoint?.origin],
  ];
  for (const [name, value] of expected)
    if (value !== undefined && summary[name] !== value) dossier.finding(where, "summary.other", { name, said: summary[name], found: value });
  const vault = /^ugoda\/([0-9a-f]{12})(\/epoch-[1-9][0-9]*)?$/.exec(summary.origin)?.[1];
  if (vault !== summary.vault.slice(0, 12)) dossier.finding(where, "summary.other", { name: "vault", said: summary.vault, found: summary.origin });
  const identifier = `${summary.vault.slice(0, 8)}/${summary.case}`;
  if (info !== undefined && info.get("External-Identifier") !== identifier)
    dossier.finding("bag-info.txt", "summary.other", { name: "External-Identifier", said: info.get("External-Identifier") ?? "", found: identifier });
}

export function checkSummary(dossier) {
  const { keys, checkpoints } = dossier.summary;
  compareEvents(dossier);
  compareObjects(dossier);
  compareLists(dossier, "keys", keys.map(one => `key ${one.id}`), dossier.keys.map(one => `key ${one.id}`));
  const text = (size, hasToken) => `checkpoint ${size}${hasToken ? " + timestamp" : ""}`;
  compareLists(dossier, "checkpoints", checkpoints.map(one => text(one.size, one.token)),
    dossier.older.map(one => text(one.size, one.hasToken)));
  compareLog(dossier);
}
