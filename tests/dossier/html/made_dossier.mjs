// Dossiers to try the page with: path → bytes, as src/dossier/FORMAT.md has it.
import { MadeLog, canonical, hash, hex } from "./made_log.mjs";

const twelve = n => String(n).padStart(12, "0");
const isPayload = path => path.startsWith("data/");

/** Two cases beside each other, one of them with a visit before it. */
export function madeLog() {
  const log = new MadeLog("f8161c1980478295eb64672f081e55d7");
  const photo = n => Buffer.from(`photograph ${n} ${"\u0000\u00ff".repeat(40)}`);
  log.append("vault.created");
  log.append("visit.opened", "V-2026-0001", { sections: {} });
  log.append("case.opened", "2026-0002", { title: "of somebody else" });
  log.append("photo.added", "V-2026-0001", { number: 1 }, [{ role: "original", bytes: photo(1), path: "data/photos/V-2026-0001-01-before.jpg" }]);
  log.append("case.opened", "2026-0001", { title: "Hair", visits: ["V-2026-0001"] });
  log.append("photo.added", "2026-0001", { number: 1 }, [{ role: "original", bytes: photo(1), path: "data/photos/V-2026-0001-01-before.jpg" }]);
  log.append("photo.added", "2026-0001", { number: 2 }, [{ role: "original", bytes: photo(2), path: "data/photos/02-after.jpg" }]);
  log.append("record.fixed", "2026-0001", { record: "SET-2026-0001" }, [{ role: "answers", bytes: Buffer.from("{}") }]);
  log.append("note.added", "2026-0002", { text: "of somebody else" });
  log.append("record.issued", "2026-0001", { record: "SET-2026-0001", version: 1 },
    [{ role: "copy 1", bytes: Buffer.from("%PDF-1.4 copy 1"), path: "data/records/SET-2026-0001-v1-copy1.pdf" }]);
  log.append("note.added", "2026-0001", { text: "Zażółć gęślą jaźń" });
  return log;
}

class Making {
  files = new Map();
  objects = new Map();

  constructor(log, { papers = [8], withheld = new Map(), erased = new Map(), erasedObjects = new Map(), excerpts = new Map() } = {}) {
    Object.assign(this, { log, papers, withheld, erased, erasedObjects, excerpts });
  }
  put(path, bytes) { this.files.set(path, Buffer.from(bytes)); }

  putEvent(event) {
    const place = `data/events/${twelve(event.seq)}/`;
    const isHere = !this.withheld.has(event.seq) && !this.erased.has(event.seq);
    this.put(`${place}header.json`, event.header);
    this.put(`${place}inclusion.tlog-proof`, this.log.inclusion(event.seq));
    if (isHere) this.put(`${place}payload.json`, event.payload);
    if (this.excerpts.has(event.seq)) this.put(`${place}excerpt.json`, this.excerpts.get(event.seq));
    for (const object of isHere ? event.objects : []) this.putObject(object);
    return { seq: event.seq, of: event.of, payload: isHere ? "here" : this.erased.has(event.seq) ? "erased" : "withheld",
             ...(event.caseSeq && { case_seq: event.caseSeq }) };
  }
  putObject({ role, bytes, path }) {
    const sha256 = hex(hash(bytes)), where = path ?? `data/objects/${sha256}`;
    if (this.objects.has(sha256) || this.erasedObjects.has(sha256)) return;
    this.objects.set(sha256, { sha256, bytes: bytes.length, path: where, role });
    this.put(where, bytes);
  }
  putPaper(size) {
    this.put(`data/checkpoints/${twelve(size)}/checkpoint`, this.log.checkpoint(size));
    this.put(`data/checkpoints/${twelve(size)}/consistency`, this.log.consistency(size));
    return { size, paper: "SET-2026-0001 v1" };
  }
  withheldText() {
    const line = (word, list) => Array.from(list, ([what, why]) => `${word} ${what} ${why}\n`).join("");
    return line("payload", this.withheld) + line("erased-payload", this.erased) + line("erased-object", this.erasedObjects);
  }
  all() {
    const { log } = this, isOf = { "2026-0001": true, "V-2026-0001": true, log: true };
    const events = log.events.filter(({ of, kind }) => isOf[of] && kind !== "vault.created").map(event => this.putEvent(event));
    const checkpoints = this.papers.map(size => this.putPaper(size));
    this.put("data/checkpoint", log.checkpoint());
    this.put(`data/keys/${log.key.id}.pem`, log.key.pem);
    this.put(`data/keys/${log.key.id}.vkey`, `${log.key.verifierKey}\n`);
    this.put("data/withheld.txt", this.withheldText());
    this.put("data/trail.pdf", "%PDF-1.4 trail");
    this.put("data/dossier.json", canonical({ format: 1, case: "2026-0001", visits: ["V-2026-0001"], vault: log.vault, origin: log.origin,
      size: log.events.length, made: "2026-03-13T09:00:00+01:00", for: "complete", language: "pl-PL", program: "ugoda 0.1.0", events,
      objects: Array.from(this.objects.values()), keys: [{ id: log.key.id, from: 0 }], checkpoints }));
    for (const name of ["README.txt", "verify.sh", "verify.html"]) this.put(name, `${name}\n`);
    return this.files;
  }
}

const manifestOf = (files, isIn) => Array.from(files).filter(([path]) => isIn(path)).sort().map(
  ([path, bytes]) => `${hex(hash(bytes))}  ${path}\n`).join("");

/** Writes the lists and the signature anew, as only the salon can: for changes that lists do not show. */
export function sealed(files, log) {
  const put = (path, text) => files.set(path, Buffer.from(text));
  const payload = Array.from(files).filter(([path]) => isPayload(path));
  put("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
  put("bag-info.txt", `Source-Organization: Studio Jasmin\nBagging-Date: 2026-03-13\nBag-Software-Agent: ugoda 0.1.0\n` +
    `External-Identifier: ${log.vault.slice(0, 8)}/2026-0001\n` +
    `Payload-Oxum: ${payload.reduce((sum, [, bytes]) => sum + bytes.length, 0)}.${payload.length}\n`);
  put("manifest-sha256.txt", manifestOf(files, isPayload));
  const isTag = path => !isPayload(path) && !path.startsWith("signature/") && path !== "tagmanifest-sha256.txt";
  put("tagmanifest-sha256.txt", manifestOf(files, isTag));
  const isStated = path => path === "tagmanifest-sha256.txt" || (path.startsWith("signature/") && !path.includes("statement"));
  put("signature/statement.txt", manifestOf(files, isStated));
  put("signature/statement.sig", log.key.sign(files.get("signature/statement.txt")));
  return files;
}

export function madeDossier(log = madeLog(), options = {}) {
  return sealed(new Making(log, options).all(), log);
}
