// The sheet in the client's drawer, held against the dossier: what stands on it must be what the log was
// when it had that size.
import { countOf, fromBase64, isSame } from "./bytes.mjs";
import { noteAsTyped, parseCheckpoint, signerOf } from "./note.mjs";

const withoutBlanks = text => text.replace(/\s+/g, "");

/** {what, values, isGood}: `what` is a key of the words; isGood is undefined where nothing could be compared. */
function compare(dossier, size, root) {
  const all = [...dossier.older, ...(dossier.checkpoint ? [dossier.checkpoint] : [])];
  const same = all.filter(checkpoint => checkpoint.size === size);
  if (same.length === 0) return { what: "paper.unknown", values: { size } };
  const isGood = same.every(checkpoint => isSame(checkpoint.root, root));
  return { what: isGood ? "paper.agrees" : "paper.contradicts", values: { size }, isGood };
}

/** Size and root as they were typed from a paper. */
export function comparePaper(dossier, sizeText, rootText) {
  const size = countOf(withoutBlanks(sizeText)), root = fromBase64(withoutBlanks(rootText));
  return size === undefined || root?.length !== 32 ? { what: "paper.typed", values: {} } : compare(dossier, size, root);
}

/** A whole checkpoint as it was typed or scanned from a paper. */
export async function compareCheckpoint(dossier, typed) {
  const checkpoint = parseCheckpoint(noteAsTyped(typed));
  if (checkpoint === undefined) return { what: "paper.typed", values: {} };
  const signer = await signerOf(checkpoint, dossier.keys);
  if (signer === undefined) return { what: "paper.signature", values: {}, isGood: false };
  return compare(dossier, checkpoint.size, checkpoint.root);
}
