// data/dossier.json: what the dossier says that it holds. Its grammar; step 8 compares it with what was found.
import { isCount, isHash } from "./bytes.mjs";
import { hasMembers, isMoment } from "./event.mjs";

const isText = value => typeof value === "string" && value !== "";
const isOneOf = (...words) => value => words.includes(value);
const listOf = isGood => value => Array.isArray(value) && value.every(isGood);
const isKeyId = value => isText(value) && /^[0-9a-f]{8}$/.test(value);

const isEvent = value => hasMembers(value,
  { seq: isCount, of: isText, payload: isOneOf("here", "withheld", "erased") }, { case_seq: isCount });
const isObject = value => hasMembers(value, { sha256: isHash, bytes: isCount, path: isText, role: isText });
const isKey = value => hasMembers(value, { id: isKeyId, from: isCount }, { until: isCount });
const isCheckpoint = value => hasMembers(value, { size: isCount }, { paper: isText, token: isOneOf(true) });

export const isSummary = value => hasMembers(value, {
  format: isOneOf(1), case: isText, visits: listOf(isText), vault: value => isText(value) && /^[0-9a-f]{32}$/.test(value),
  origin: isText, size: isCount, made: isMoment, for: isOneOf("complete", "insurer", "court", "client"), language: isText,
  program: isText, events: listOf(isEvent), objects: listOf(isObject), keys: listOf(isKey), checkpoints: listOf(isCheckpoint),
});
