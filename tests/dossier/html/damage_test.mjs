// What was done to a dossier is found by the page's modules: by anybody who has it, and by the salon, which can
// write the lists and the signature anew.
import assert from "node:assert/strict";
import { test } from "node:test";
import { findingsIn, storedAll } from "./checking.mjs";
import { madeDossier, madeLog, sealed } from "./made_dossier.mjs";
import { MadeKey, canonical, hash, hex } from "./made_log.mjs";
import { compareCheckpoint, comparePaper } from "../../../src/dossier/html/paper.mjs";
import { verify } from "../../../src/dossier/html/verify.mjs";

const event = (seq, name) => `data/events/${String(seq).padStart(12, "0")}/${name}`;
const log = madeLog(), whole = madeDossier(log);

/** Findings in the dossier after `damage(files)`. */
async function after(damage, files = whole) {
  const copy = new Map(files);
  damage(copy);
  return findingsIn(copy);
}
/** The same done by the salon, with new lists and signature. */
const afterSalon = (damage, files = whole, by = log) => after(copy => { damage(copy); sealed(copy, by); }, files);
const edit = (files, path, change) => files.set(path, Buffer.from(change(files.get(path).toString())));
const exchange = (files, one, other) => { const first = files.get(one); files.set(one, files.get(other)); files.set(other, first); };
const remove = (files, folder) => { for (const path of files.keys()) if (path.startsWith(folder)) files.delete(path); };
function includes(found, ...wanted) {
  for (const one of wanted) assert.ok(found.includes(one), `${one} is not in ${JSON.stringify(found, null, 1)}`);
}

test("a whole dossier is intact", async () => {
  assert.deepEqual(await findingsIn(whole), []);
});

test("each file that is removed is missed by its name", async () => {
  for (const path of whole.keys()) {
    const found = await after(files => files.delete(path));
    assert.ok(found.some(one => one.startsWith(`${path}: `)), path);
  }
});

test("each file that is evidence is missed even when the salon leaves it out of the lists", async () => {
  for (const path of whole.keys()) {
    if (/^(bagit\.txt|bag-info\.txt|(tag)?manifest.*|signature\/.*)$/.test(path)) continue;  // written anew by that
    if (path === "verify.html" || path === "data/trail.pdf") continue;  // for people: nothing is proven by them
    assert.notDeepEqual(await afterSalon(files => files.delete(path)), [], path);
  }
});

test("a file that came in is named, wherever it lies", async () => {
  for (const path of ["more.txt", "data/more.txt", "data/photos/03-after.jpg", "data/events/000000000099/payload.json", "signature/more", "data/keys/more.pem"])
    assert.ok((await after(files => files.set(path, Buffer.from("more")))).some(one => one.startsWith(`${path}: `)), path);
});

test("what a file manager left behind is told from what somebody added", async () => {
  includes(await after(files => files.set("data/.DS_Store", Buffer.from(""))), "data/.DS_Store: file.litter");
});

test("two events that changed places are found", async () => {
  for (const name of ["header.json", "payload.json", "inclusion.tlog-proof"]) {
    const found = await after(files => exchange(files, event(5, name), event(6, name)));
    includes(found, `${event(5, name)}: file.differs`, `${event(6, name)}: file.differs`);
  }
});

test("two events that the salon made change places are found", async () => {
  includes(await afterSalon(files => exchange(files, event(5, "header.json"), event(6, "header.json"))), `${event(5, "header.json")}: header.place`);
  includes(await afterSalon(files => exchange(files, event(5, "payload.json"), event(6, "payload.json"))), `${event(5, "payload.json")}: payload.differs`);
  includes(await afterSalon(files => exchange(files, event(5, "inclusion.tlog-proof"), event(6, "inclusion.tlog-proof"))), `${event(5, "inclusion.tlog-proof")}: proof.wrong`);
});

test("a photograph exchanged together with its line in the list is found", async () => {
  const path = "data/photos/02-after.jpg";
  const found = await after(files => {
    edit(files, "manifest-sha256.txt", text => text.replace(hex(hash(files.get(path))), hex(hash("another"))));
    files.set(path, Buffer.from("another"));
  });
  includes(found, "manifest-sha256.txt: file.differs");
  includes(await afterSalon(files => files.set(path, Buffer.from("another"))), `${path}: object.unnamed`);
});

test("a proof of another case's event proves nothing here", async () => {
  includes(await afterSalon(files => files.set(event(5, "inclusion.tlog-proof"), Buffer.from(log.inclusion(8)))), `${event(5, "inclusion.tlog-proof")}: proof.wrong`);
});

test("an event of another case is named as that", async () => {
  const found = await afterSalon(files => {
    files.set(event(8, "header.json"), Buffer.from(log.events[8].header));
    files.set(event(8, "payload.json"), Buffer.from(log.events[8].payload));
    files.set(event(8, "inclusion.tlog-proof"), Buffer.from(log.inclusion(8)));
  });
  includes(found, `${event(8, "header.json")}: chain.foreign`);
});

test("an event of the log itself that no reader needs is not taken", async () => {
  const found = await afterSalon(files => {
    files.set(event(0, "header.json"), Buffer.from(log.events[0].header));
    files.set(event(0, "payload.json"), Buffer.from(log.events[0].payload));
    files.set(event(0, "inclusion.tlog-proof"), Buffer.from(log.inclusion(0)));
  });
  includes(found, `${event(0, "header.json")}: event.foreign`);
});

test("an event left out of the middle leaves a hole, and one left out at the end contradicts the description", async () => {
  includes(await afterSalon(files => remove(files, event(6, ""))), `${event(7, "header.json")}: chain.hole`);
  includes(await afterSalon(files => remove(files, event(10, ""))), "data/dossier.json: summary.not.found");
});

test("a log that was written anew does not continue what stands on paper", async () => {
  const other = madeLog();
  other.key = log.key;
  const files = madeDossier(other);
  const found = await afterSalon(copy => copy.set("data/checkpoints/000000000008/checkpoint", Buffer.from(log.checkpoint(8))), files, other);
  assert.deepEqual(found, ["data/checkpoints/000000000008/consistency: proof.rewritten"]);
});

test("an earlier state in the folder of another size is found", async () => {
  const found = await afterSalon(files => files.set("data/checkpoints/000000000008/checkpoint", Buffer.from(log.checkpoint(9))));
  includes(found, "data/checkpoints/000000000008/checkpoint: checkpoint.place", "data/checkpoints/000000000008/consistency: proof.rewritten");
});

test("a checkpoint or statement signed by somebody else is refused", async () => {
  const stranger = new MadeKey(log.origin);
  includes(await afterSalon(files => files.set("data/checkpoint", Buffer.from(log.checkpoint(undefined, stranger)))), "data/checkpoint: checkpoint.signature", "signature/statement.sig: statement.signature");
  includes(await after(files => files.set("signature/statement.sig", stranger.sign(files.get("signature/statement.txt")))), "signature/statement.sig: statement.signature");
  includes(await after(files => files.set("signature/statement.sig", Buffer.alloc(0))), "signature/statement.sig: statement.signature");
});

test("a key that is not the one beside it, or not the one of its name, is refused", async () => {
  const stranger = new MadeKey(log.origin), place = `data/keys/${log.key.id}`;
  includes(await afterSalon(files => files.set(`${place}.pem`, Buffer.from(stranger.pem))), `${place}.pem: key.other`);
  includes(await afterSalon(files => files.set(`${place}.vkey`, Buffer.from(`${stranger.verifierKey}\n`))), `${place}.vkey: key.malformed`);
});

test("what is written otherwise is no event, though it says the same", async () => {
  includes(await afterSalon(files => edit(files, event(5, "header.json"), text => text.replace(":", ": "))), `${event(5, "header.json")}: header.malformed`);
  includes(await afterSalon(files => edit(files, event(5, "payload.json"), text => `${text}\n`)), `${event(5, "payload.json")}: payload.malformed`);
  includes(await afterSalon(files => edit(files, "data/dossier.json", text => `${text}\n`)), "data/dossier.json: file.not.canonical");
});

test("a list that names a file twice, or one that has no place in it, is refused", async () => {
  includes(await after(files => edit(files, "manifest-sha256.txt", text => text + text.split("\n")[0] + "\n")), "manifest-sha256.txt: manifest.twice");
  includes(await after(files => edit(files, "manifest-sha256.txt", text => `${text}${"0".repeat(64)}  ../outside\n`)), "manifest-sha256.txt: manifest.line");
  includes(await after(files => edit(files, "manifest-sha256.txt", text => text.slice(0, -1))), "manifest-sha256.txt: manifest.line");
  includes(await after(files => edit(files, "manifest-sha256.txt", text => text + files.get("tagmanifest-sha256.txt").toString().split("\n")[0] + "\n")), "manifest-sha256.txt: manifest.place");
});

test("the same bytes twice are told: one of the two is in no description", async () => {
  const found = await afterSalon(files => files.set("data/photos/05-after.jpg", files.get("data/photos/02-after.jpg")));
  assert.deepEqual(found, ["data/dossier.json: summary.not.said"]);
});

test("a description that says something else than what is there is refused", async () => {
  const saying = change => afterSalon(files => edit(files, "data/dossier.json", text => canonical(change(JSON.parse(text)))));
  assert.deepEqual(await saying(value => value), []);
  for (const change of [{ size: 12 }, { origin: "ugoda/000000000000" }, { vault: "0".repeat(32) }, { visits: [] }, { events: [] }, { objects: [] },
    { keys: [] }, { checkpoints: [] }, { case: "2026-0002" }, { format: 2 }, { language: 1 }, { more: 1 }])
    assert.ok((await saying(value => ({ ...value, ...change }))).length > 0, JSON.stringify(change));
});

const erasing = () => {
  const made = madeLog(), gone = made.events[6];
  made.append("erased", undefined, { events: [10], objects: [hex(hash(gone.objects[0].bytes))] });
  return { made, object: hex(hash(gone.objects[0].bytes)), options: { erased: new Map([[10, 11]]), erasedObjects: new Map([[hex(hash(gone.objects[0].bytes)), 11]]) } };
};

test("what an event erased is told from what is missing", async () => {
  const { made, options } = erasing();
  assert.deepEqual(await findingsIn(madeDossier(made, options)), []);
  const { report } = await verify(storedAll(madeDossier(made, options)), "");
  assert.equal(report.checked.get("erased"), 2);
});

test("what no event erased is not taken for erased", async () => {
  const { made, object, options } = erasing();
  const wrong = { ...options, erased: new Map([[10, 11], [7, 11]]) };
  includes(await findingsIn(madeDossier(made, wrong)), "data/withheld.txt: erased.by.nothing");
  includes(await findingsIn(madeDossier(made, { ...options, erasedObjects: new Map([[object, 9]]) })), "data/withheld.txt: erased.by.nothing");
});

test("what is withheld is said, and nothing may be both there and withheld", async () => {
  const options = { withheld: new Map([[10, "internal"]]), excerpts: new Map([[10, "{}"]]) }, files = madeDossier(log, options);
  const { report } = await verify(storedAll(files), "");
  assert.deepEqual(report.findings, []);
  assert.deepEqual(report.unchecked.map(one => one.what), ["excerpts", "seals", "no.token", "withheld", "tail", "page"]);
  includes(await afterSalon(copy => copy.set("data/withheld.txt", Buffer.from(""))  , files), `${event(10, "payload.json")}: payload.missing`);
  includes(await afterSalon(copy => copy.set(event(10, "payload.json"), Buffer.from(log.events[10].payload)), files), `${event(10, "payload.json")}: payload.not.withheld`);
  includes(await afterSalon(copy => edit(copy, "data/withheld.txt", text => text.replace("internal", "whatever")), files), "data/withheld.txt: manifest.line");
  includes(await afterSalon(copy => copy.set(event(5, "excerpt.json"), Buffer.from("{}")), files), `${event(5, "excerpt.json")}: file.unexpected`);
});

test("a paper is held against the dossier: it agrees, contradicts, or cannot be compared", async () => {
  const dossier = await verify(storedAll(whole), ""), root = size => log.checkpoint(size).split("\n")[2];
  const what = (size, text) => comparePaper(dossier, size, text).what;
  assert.equal(what("8", root(8)), "paper.agrees");
  assert.equal(what(" 11 ", root(11).replace(/(.{10})/g, "$1 ")), "paper.agrees");
  assert.equal(what("8", root(9)), "paper.contradicts");
  assert.equal(what("9", root(9)), "paper.unknown");
  for (const [size, text] of [["", ""], ["8", "x"], ["eight", root(8)], ["8", root(8).slice(1)]]) assert.equal(what(size, text), "paper.typed");
});

test("a whole code from paper may be typed with other line ends and dashes, but not with another signature", async () => {
  const dossier = await verify(storedAll(whole), ""), code = log.checkpoint(8);
  assert.equal((await compareCheckpoint(dossier, code)).what, "paper.agrees");
  assert.equal((await compareCheckpoint(dossier, code.replace("\n\n\u2014 ", "\r\n-- ").replace(/(.{60})/, "$1"))).what, "paper.agrees");
  assert.equal((await compareCheckpoint(dossier, madeLog().checkpoint(8))).what, "paper.signature");
  assert.equal((await compareCheckpoint(dossier, code.replace("\n8\n", "\n9\n"))).what, "paper.signature");
  assert.equal((await compareCheckpoint(dossier, "nothing")).what, "paper.typed");
  const forked = madeLog();
  forked.key = log.key;
  assert.equal((await compareCheckpoint(dossier, forked.checkpoint(8))).what, "paper.contradicts");
});
