// Step 4: every event stands in the log where it says it does, and its payload is the one it names.
import { countOf, fromHex, isHash, isSame, linesOf } from "./bytes.mjs";
import { parseHeader, parsePayload } from "./event.mjs";
import { leafHash, provesInclusion } from "./merkle.mjs";
import { parseInclusion } from "./proof_text.mjs";

const eventPath = /^data\/events\/([0-9]{12})\/(header\.json|payload\.json|excerpt\.json|inclusion\.tlog-proof)$/;
const withheldFile = "data/withheld.txt";
/** Kinds of events of the log itself that a dossier may have. */
const ownKind = /^(erased|key\..+|seal\.set|epoch\.begun|timestamp\.token)$/;
const reasons = new Set(["other-people", "health", "internal"]);

export async function readWithheld(dossier) {
  for (const line of linesOf(await dossier.readText(withheldFile) ?? "") ?? [""]) {
    const [word, what = "", why = "", ...more] = line.split(" ");
    const isOfObject = word.endsWith("object"), isErased = word.startsWith("erased-");
    const key = isOfObject ? what : countOf(what), list = isOfObject ? dossier.withheld.objects : dossier.withheld.payloads;
    const isGood = /^(erased-)?(payload|object)$/.test(word) && more.length === 0 && !list.has(key) &&
      (isOfObject ? isHash(key) : key !== undefined) && (isErased ? countOf(why) !== undefined : reasons.has(why));
    if (isGood) list.set(key, isErased ? { erasedBy: countOf(why) } : { why });
    else dossier.finding(withheldFile, "manifest.line", { line: line.slice(0, 200) });
  }
}

async function checkInclusion(dossier, place, event) {
  const path = `${place}inclusion.tlog-proof`, bytes = await dossier.read(path);
  if (bytes === undefined || dossier.checkpoint === undefined) return;
  const proof = parseInclusion(bytes);
  if (proof === undefined) dossier.finding(path, "proof.malformed");
  else if (!isSame(proof.checkpoint, dossier.checkpoint.bytes)) dossier.finding(path, "proof.other.checkpoint");
  else if (proof.index !== event.seq || !provesInclusion(leafHash(fromHex(event.headerHash)), event.seq, dossier.checkpoint, proof.hashes))
    dossier.finding(path, "proof.wrong");
  else dossier.report.count("proofs");
}

async function readPayload(dossier, place, event) {
  const path = `${place}payload.json`, gone = dossier.withheld.payloads.get(event.seq);
  if (!dossier.has(path)) {
    if (gone === undefined) dossier.finding(path, "payload.missing");
    return gone === undefined ? "missing" : gone.why ? "withheld" : "erased";
  }
  if (gone !== undefined) dossier.finding(path, "payload.not.withheld");
  const bytes = await dossier.read(path);
  if (bytes === undefined) return "missing";
  if (dossier.hashes.get(path) !== event.header.payload) dossier.finding(path, "payload.differs");
  event.payload = parsePayload(bytes);
  if (event.payload === undefined) dossier.finding(path, "payload.malformed");
  return "here";
}

/** What a reader gets in place of a payload that is withheld: the salon's word, which no hash covers. */
function checkExcerpt(dossier, place, event) {
  const path = `${place}excerpt.json`;
  if (!dossier.has(path)) return;
  if (event.state === "withheld") dossier.report.notChecked("excerpts");
  else dossier.finding(path, "file.unexpected");
}

async function readEvent(dossier, digits) {
  const place = `data/events/${digits}/`, path = `${place}header.json`, seq = Number(digits);
  const bytes = await dossier.read(path);
  if (bytes === undefined) return;
  const event = { seq, header: parseHeader(bytes), headerHash: dossier.hashes.get(path) };
  await checkInclusion(dossier, place, event);
  if (event.header === undefined) dossier.finding(path, "header.malformed");
  else if (event.header.seq !== seq) dossier.finding(path, "header.place", { seq: event.header.seq });
  else {
    event.state = await readPayload(dossier, place, event);
    checkExcerpt(dossier, place, event);
    if (event.header.case_seq === undefined && !ownKind.test(event.header.kind)) dossier.finding(path, "event.foreign");
    dossier.events.set(seq, event);
    dossier.report.count("events");
  }
}

/** What is said to be erased was erased by an event that lies here and names it. */
function checkErased(dossier) {
  const { payloads, objects } = dossier.withheld;
  for (const seq of payloads.keys())
    if (!dossier.events.has(seq)) dossier.finding(withheldFile, "withheld.no.event", { seq });
  for (const [list, member] of [[payloads, "events"], [objects, "objects"]])
    for (const [key, { erasedBy }] of list) {
      if (erasedBy === undefined) continue;
      const event = dossier.events.get(erasedBy), named = event?.payload?.content[member];
      const isNamed = event?.header.kind === "erased" && Array.isArray(named) && named.includes(key);
      if (event?.header.kind === "erased" && event.state === "withheld") dossier.report.notChecked("erased.withheld", { seq: erasedBy });
      else if (!isNamed) dossier.finding(withheldFile, "erased.by.nothing", { what: String(key), seq: erasedBy });
      else dossier.report.count("erased");
    }
}

export async function checkEvents(dossier) {
  const paths = dossier.pathsBelow("data/events/");
  for (const path of paths) if (!eventPath.test(path)) dossier.finding(path, "file.unexpected");
  const folders = new Set(paths.map(path => eventPath.exec(path)?.[1]).filter(Boolean));
  if (folders.size === 0) dossier.finding("data/events/", "event.none");
  for (const digits of Array.from(folders).sort()) await readEvent(dossier, digits);
  checkErased(dossier);
}
