// JSON whose bytes are the only ones it may have: RFC 8785. Numbers and escapes of that standard
// are JavaScript's own.
import { textOf } from "./bytes.mjs";

/** A character from U+D800 to U+DFFF that is not half of a pair: no text at all. */
const hasLoneHalf = text => /\p{Surrogate}/u.test(text);

function textOfString(text) {
  if (hasLoneHalf(text)) throw new Error("not a text");
  return JSON.stringify(text);
}

/** Names in order of their UTF-16 code units, as `sort` has it. */
export function canonicalText(value) {
  if (typeof value === "string") return textOfString(value);
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  const names = Object.keys(value).sort();
  return `{${names.map(name => `${textOfString(name)}:${canonicalText(value[name])}`).join(",")}}`;
}

/** Undefined unless `bytes` are exactly the canonical ones of what they say. */
export function canonicalValue(bytes) {
  try {
    const text = textOf(bytes);
    const value = JSON.parse(text);
    return canonicalText(value) === text ? value : undefined;
  } catch {
    return undefined;  // also what is nested too deeply to be walked
  }
}
