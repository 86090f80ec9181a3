// Reading DER (X.690): tags and lengths, the few types that certificates and timestamps need. Indefinite
// and over-long lengths are refused; whatever is wrong throws Malformed.
import { toHex } from "./bytes.mjs";

export class Malformed extends Error {}

const refuse = why => { throw new Malformed(why); };

export const tags = { boolean: 0x01, integer: 0x02, bits: 0x03, octets: 0x04, oid: 0x06, utcTime: 0x17, time: 0x18, sequence: 0x30, set: 0x31 };
/** Context-specific and constructed: [n]. */
export const context = n => 0xa0 + n;

function readLength(bytes, at) {
  const first = bytes[at] ?? refuse("short");
  if (first < 0x80) return { length: first, next: at + 1 };
  const count = first - 0x80;
  if (count < 1 || count > 4 || at + 1 + count > bytes.length) refuse("length");
  const length = bytes.subarray(at + 1, at + 1 + count).reduce((sum, byte) => sum * 256 + byte, 0);
  return length < 0x80 || length < 256 ** (count - 1) ? refuse("length") : { length, next: at + 1 + count };
}

/** One value: its tag, its bytes with tag and length (`whole`) and without (`body`). */
function readOne(bytes, at) {
  const tag = bytes[at] ?? refuse("short");
  if ((tag & 0x1f) === 0x1f) refuse("tag");
  const { length, next } = readLength(bytes, at + 1);
  const end = next + length;
  if (end > bytes.length) refuse("short");
  return { tag, whole: bytes.subarray(at, end), body: bytes.subarray(next, end) };
}

/** The only value in `bytes`, which must have that tag. */
export function onlyValue(bytes, tag = tags.sequence) {
  const value = readOne(bytes, 0);
  return value.whole.length === bytes.length && value.tag === tag ? value : refuse("tag");
}

/** The values inside one, taken in order. */
export class Members {
  #bytes;
  #at = 0;
  constructor(value) { this.#bytes = value.body; }
  get isAtEnd() { return this.#at >= this.#bytes.length; }
  any() {
    const value = readOne(this.#bytes, this.#at);
    this.#at += value.whole.length;
    return value;
  }
  take(tag) {
    const value = this.any();
    return value.tag === tag ? value : refuse("tag");
  }
  /** Undefined unless one with that tag comes next. */
  maybe(tag) { return !this.isAtEnd && this.#bytes[this.#at] === tag ? this.any() : undefined; }
}

export function listOf(value) {
  const members = new Members(value), all = [];
  while (!members.isAtEnd) all.push(members.any());
  return all;
}

export function oidOf({ body }) {
  const arcs = [];
  let arc = 0;
  for (const byte of body) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte < 0x80) { arcs.push(arc); arc = 0; }
  }
  const first = Math.min(2, Math.floor(arcs[0] / 40));
  return [first, arcs[0] - 40 * first, ...arcs.slice(1)].join(".");
}

/** The object identifier that an AlgorithmIdentifier begins with, and the value behind it. */
export function algorithmOf(value) {
  const members = new Members(value);
  return { oid: oidOf(members.take(tags.oid)), parameters: members.isAtEnd ? undefined : members.any() };
}

/** UTCTime or GeneralizedTime, both with Z, as milliseconds since 1970. Fractions are dropped. */
export function timeOf({ tag, body }) {
  const text = String.fromCharCode(...body);
  const match = (tag === tags.utcTime ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/
    : tag === tags.time ? /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/ : /$^/).exec(text) ?? refuse("time");
  const [year, month, ...rest] = match.slice(1, 7).map(Number);
  const century = tag === tags.utcTime ? (year < 50 ? 2000 : 1900) : 0;  // RFC 5280 §4.1.2.5.1
  return Date.UTC(century + year, month - 1, ...rest);
}

export const bitsOf = ({ body }) => (body[0] === 0 ? body.subarray(1) : refuse("bits"));
export const numberText = ({ body }) => toHex(body);
