// A log to make dossiers of: events, their tree, checkpoints and proofs, by node's own cryptography and the
// recursive definitions of RFC 6962, so that nothing is shared with the page under test.
import { createHash, createPublicKey, generateKeyPairSync, randomBytes, sign } from "node:crypto";

export const hash = (...parts) => parts.reduce((sum, part) => sum.update(part), createHash("sha256")).digest();
export const hex = bytes => Buffer.from(bytes).toString("hex");
const base64 = bytes => Buffer.from(bytes).toString("base64");

/** Good for what the tests write: ASCII names, whole numbers. */
export function canonical(value) {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  return `{${Object.keys(value).sort().map(name => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`;
}

export class MadeKey {
  constructor(name) {
    this.name = name;
    this.secret = generateKeyPairSync("ed25519").privateKey;
    const key = createPublicKey(this.secret);
    this.pem = key.export({ format: "pem", type: "spki" });
    this.bytes = key.export({ format: "der", type: "spki" }).subarray(-32);
    this.id = hex(hash(`${name}\n`, Buffer.of(1), this.bytes).subarray(0, 4));
    this.verifierKey = `${name}+${this.id}+${base64(Buffer.concat([Buffer.of(1), this.bytes]))}`;
  }
  sign(message) { return sign(null, Buffer.from(message), this.secret); }
  note(text) {
    return `${text}\n\u2014 ${this.name} ${base64(Buffer.concat([Buffer.from(this.id, "hex"), this.sign(text)]))}\n`;
  }
}

/** The largest power of two below n. */
const split = n => 2 ** Math.ceil(Math.log2(n) - 1);

export function rootOf(leaves) {
  if (leaves.length === 1) return leaves[0];
  const k = split(leaves.length);
  return hash(Buffer.of(1), rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)));
}

export function pathOf(index, leaves) {
  if (leaves.length === 1) return [];
  const k = split(leaves.length), left = leaves.slice(0, k), right = leaves.slice(k);
  return index < k ? [...pathOf(index, left), rootOf(right)] : [...pathOf(index - k, right), rootOf(left)];
}

/** RFC 6962 §2.1.2: SUBPROOF. */
export function consistencyOf(before, leaves, isWhole = true) {
  if (before === leaves.length) return isWhole ? [] : [rootOf(leaves)];
  const k = split(leaves.length), left = leaves.slice(0, k), right = leaves.slice(k);
  return before <= k ? [...consistencyOf(before, left, isWhole), rootOf(right)]
    : [...consistencyOf(before - k, right, false), rootOf(left)];
}

export class MadeLog {
  events = [];
  #last = new Map();

  constructor(vault) {
    this.vault = vault;
    this.origin = `ugoda/${vault.slice(0, 12)}`;
    this.key = new MadeKey(this.origin);
  }

  /** `of`: a case or visit; none: the log's own. `objects`: [{role, bytes}]. */
  append(kind, of, content = {}, objects = []) {
    const payload = canonical({ content: of ? { case: of, ...content } : content, salt: base64(randomBytes(32)), v: 1,
      objects: objects.map(({ role, bytes }) => ({ bytes: bytes.length, role, sha256: hex(hash(bytes)) })) });
    const before = this.#last.get(of), seq = this.events.length;
    const link = of ? { case_seq: (before?.caseSeq ?? 0) + 1, ...(before && { case_prev: hex(hash(before.header)) }) } : {};
    const header = canonical({ boot: "b-1", kind, mono_ms: 1000 + seq, payload: hex(hash(payload)), seq, staff: "s-1",
      time: `2026-03-12T17:${String(seq % 60).padStart(2, "0")}:05+01:00`, v: 1, ...link });
    const event = { seq, kind, of: of ?? "log", header, payload, objects, caseSeq: link.case_seq, content };
    if (of) this.#last.set(of, event);
    this.events.push(event);
    return event;
  }

  leaves(size = this.events.length) {
    return this.events.slice(0, size).map(event => hash(Buffer.of(0), hash(event.header)));
  }
  checkpoint(size = this.events.length, key = this.key) {
    return key.note(`${this.origin}\n${size}\n${base64(rootOf(this.leaves(size)))}\n`);
  }
  inclusion(seq, size = this.events.length) {
    const hashes = pathOf(seq, this.leaves(size)).map(one => `${base64(one)}\n`).join("");
    return `c2sp.org/tlog-proof@v1\nindex ${seq}\n${hashes}\n${this.checkpoint(size)}`;
  }
  consistency(before, size = this.events.length) {
    const hashes = consistencyOf(before, this.leaves(size)).map(one => `${base64(one)}\n`).join("");
    return `ugoda/consistency@v1\nold ${before}\nnew ${size}\n${hashes}`;
  }
}
