// Bytes, their spellings, and text that is exactly what it was read from. All decoding here is
// strict: a second spelling of the same thing is refused (undefined), never put right.

export const utf8 = text => new TextEncoder().encode(text);

/** Undefined unless the bytes are UTF-8. */
export function textOf(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

export const toHex = bytes => Array.from(bytes, b => b.toString(16).padStart(2, "0")).join("");

export const isHash = text => typeof text === "string" && /^[0-9a-f]{64}$/.test(text);

/** Of an even number of hexadecimal digits. */
export const fromHex = hex => Uint8Array.from(hex.match(/../g) ?? [], pair => parseInt(pair, 16));

export function toBase64(bytes) {
  let binary = "";
  for (const b of bytes) binary += String.fromCharCode(b);
  return btoa(binary);
}

/** RFC 4648 §4 with padding; undefined for any other spelling. */
export function fromBase64(text) {
  try {
    const bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0));
    return toBase64(bytes) === text ? bytes : undefined;
  } catch {
    return undefined;
  }
}

export const isSame = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);

export function joined(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The lines of a text that ends with a newline; undefined for one that does not. Empty: none. */
export function linesOf(text) {
  if (text === "") return [];
  return text.endsWith("\n") ? text.slice(0, -1).split("\n") : undefined;
}

/** A count as it is written, without zeros in front; undefined for anything else. */
export function countOf(text) {
  const count = /^(0|[1-9][0-9]{0,15})$/.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(count) ? count : undefined;
}

export const isCount = value => Number.isSafeInteger(value) && value >= 0;
