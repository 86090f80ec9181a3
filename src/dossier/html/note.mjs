// C2SP signed-note, tlog-checkpoint and verifier keys: what the log says of itself, and who signed it.
// Parsing is strict and gives undefined for anything that is not written the one way.
import { countOf, fromBase64, isSame, linesOf, textOf, toHex, utf8 } from "./bytes.mjs";
import { isGoodSignature } from "./ed25519.mjs";
import { sha256 } from "./sha256.mjs";

const ed25519Type = Uint8Array.of(1);
const isName = name => /^[^\s+\p{Cc}\p{Cf}\p{Zs}]+$/u.test(name);

/** Hexadecimal: the first four bytes of SHA-256(name ‖ newline ‖ 0x01 ‖ public key). */
export const keyId = (name, key) => toHex(sha256(utf8(`${name}\n`), ed25519Type, key).subarray(0, 4));

/** Eight groups of four digits, as printed on every copy. */
export const fingerprint = key => toHex(sha256(key).subarray(0, 16)).match(/..../g).join(" ");

function signatureOf(line) {
  const [mark, name, coded, ...more] = line.split(" ");
  const bytes = fromBase64(coded ?? "");
  if (mark !== "\u2014" || !isName(name ?? "") || more.length > 0 || bytes === undefined || bytes.length < 5)
    return undefined;
  return { name, id: toHex(bytes.subarray(0, 4)), signature: bytes.subarray(4) };
}

/** {text, signatures} of a note's bytes. */
export function parseNote(bytes) {
  const note = textOf(bytes);
  if (note === undefined || /[\u0000-\u0009\u000b-\u001f]/.test(note)) return undefined;
  const blank = note.lastIndexOf("\n\n");
  const lines = blank < 0 ? undefined : linesOf(note.slice(blank + 2));
  const signatures = lines?.map(signatureOf) ?? [];
  if (signatures.length === 0 || signatures.includes(undefined)) return undefined;
  return { text: note.slice(0, blank + 1), signatures };
}

/** {origin, size, root, text, signatures} of a checkpoint's bytes; extension lines are refused. */
export function parseCheckpoint(bytes) {
  const note = parseNote(bytes);
  const [origin, size, root, ...more] = (note && linesOf(note.text)) ?? [];
  const count = countOf(size ?? ""), hash = fromBase64(root ?? "");
  if (!origin || more.length > 0 || count === undefined || hash?.length !== 32) return undefined;
  return { ...note, origin, size: count, root: hash };
}

/** {name, id, key} of `<name>+<id>+<base64(0x01 ‖ public key)>`. */
export function parseVerifierKey(text) {
  const [, name, id, coded] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/s.exec(text) ?? [];
  const bytes = fromBase64(coded ?? "");
  if (bytes?.length !== 33 || bytes[0] !== ed25519Type[0] || !isName(name)) return undefined;
  const key = bytes.subarray(1);
  return keyId(name, key) === id ? { name, id, key } : undefined;
}

const pemStart = Uint8Array.of(0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00);

/** The 32 bytes in a PEM SubjectPublicKeyInfo of Ed25519 (RFC 8410). */
export function parsePublicKeyPem(text) {
  const [, coded] = /^-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/=]+)\n-----END PUBLIC KEY-----\n$/.exec(text) ?? [];
  const bytes = fromBase64(coded ?? "");
  if (bytes?.length !== 44 || !isSame(bytes.subarray(0, 12), pemStart)) return undefined;
  return bytes.subarray(12);
}

/** The one of `keys` that signed the checkpoint in its own name; undefined: none did. One bad
 *  signature of a known key spoils the note. */
export async function signerOf(checkpoint, keys) {
  let signer;
  for (const { name, id, signature } of checkpoint.signatures) {
    const key = keys.find(one => one.name === name && one.id === id);
    if (key === undefined || name !== checkpoint.origin) continue;
    if (!(await isGoodSignature(key.key, utf8(checkpoint.text), signature))) return undefined;
    signer = key;
  }
  return signer;
}

/** A checkpoint as a person copied it from paper, made into the bytes it was printed from: line
 *  ends, blanks and the kind of dash are put right, every other character stays as it was typed. */
export function noteAsTyped(typed) {
  const lines = typed.split(/[\r\n]+/).map(line => line.trim()).filter(line => line !== "");
  const [origin = "", size = "", root = "", ...signature] = lines;
  const dashed = signature.join(" ").replace(/^(\u2014|\u2013|\u2212|\u2010|\u2011|--|-)\s*/, "");
  const [name, ...coded] = dashed.split(/\s+/);
  const tight = text => text.replace(/\s+/g, "");
  return utf8(`${origin}\n${tight(size)}\n${tight(root)}\n\n\u2014 ${name} ${coded.join("")}\n`);
}
