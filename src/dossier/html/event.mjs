// The bytes of an event, as src/vault/FORMAT.md has them: whatever parses but has other members, or
// would be written otherwise, is not an event (undefined).
import { fromBase64, isCount, isHash } from "./bytes.mjs";
import { canonicalValue } from "./canonical_json.mjs";

const isText = value => typeof value === "string";
const isObject = value => value !== null && typeof value === "object" && !Array.isArray(value);

/** RFC 3339 to the second, with a numeric offset, of a day that there is. */
export function isMoment(value) {
  const match = isText(value) &&
    /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d[+-]([01]\d|2[0-3]):[0-5]\d$/.exec(value);
  if (!match) return false;
  const [year, month, day] = match.slice(1, 4).map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const headerMembers = {
  boot: isText, kind: isText, mono_ms: Number.isSafeInteger, payload: isHash, seq: isCount, staff: isText,
  time: isMoment, v: value => value === 1,
};
const optionalMembers = { behind: value => value === true, case_prev: isHash, case_seq: value => isCount(value) && value > 0 };

/** True when `value` is an object with all of `needed`, perhaps some of `optional`, nothing else. */
export function hasMembers(value, needed, optional = {}) {
  if (!isObject(value)) return false;
  const isGood = name => Object.hasOwn(needed, name) ? needed[name](value[name])
    : Object.hasOwn(optional, name) && optional[name](value[name]);
  return Object.keys(value).every(isGood) && Object.keys(needed).every(name => Object.hasOwn(value, name));
}

export function parseHeader(bytes) {
  const header = canonicalValue(bytes);
  if (!hasMembers(header, headerMembers, optionalMembers)) return undefined;
  return header.case_prev !== undefined && header.case_seq === undefined ? undefined : header;
}

const isReference = value => hasMembers(value, { bytes: isCount, role: isText, sha256: isHash });

export function parsePayload(bytes) {
  const payload = canonicalValue(bytes);
  const isGood = hasMembers(payload, {
    content: isObject,
    objects: value => Array.isArray(value) && value.every(isReference),
    salt: value => isText(value) && fromBase64(value)?.length === 32,
    v: value => value === 1,
  });
  return isGood ? payload : undefined;
}
