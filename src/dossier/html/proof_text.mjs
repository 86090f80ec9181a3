// Proofs as they lie in a dossier: C2SP tlog-proof, and our own text of a consistency proof. Strict.
import { countOf, fromBase64, linesOf, textOf, utf8 } from "./bytes.mjs";

function hashesOf(lines) {
  const hashes = lines.map(fromBase64);
  return hashes.every(hash => hash?.length === 32) ? hashes : undefined;
}

const numberAfter = (word, line) => (line?.startsWith(`${word} `) ? countOf(line.slice(word.length + 1)) : undefined);

/** {index, hashes, checkpoint}; the last as bytes. Extra data is refused: we write none. */
export function parseInclusion(bytes) {
  const text = textOf(bytes);
  const blank = text?.indexOf("\n\n") ?? -1;
  if (blank < 0) return undefined;
  const [mark, place, ...proof] = text.slice(0, blank).split("\n");
  const index = numberAfter("index", place), hashes = hashesOf(proof);
  if (mark !== "c2sp.org/tlog-proof@v1" || index === undefined || hashes === undefined) return undefined;
  return { index, hashes, checkpoint: utf8(text.slice(blank + 2)) };
}

/** {before, now, hashes}: sizes, and the proof between them. */
export function parseConsistency(bytes) {
  const [mark, first, second, ...proof] = linesOf(textOf(bytes) ?? "") ?? [];
  const before = numberAfter("old", first), now = numberAfter("new", second), hashes = hashesOf(proof);
  if (mark !== "ugoda/consistency@v1" || before === undefined || now === undefined || hashes === undefined)
    return undefined;
  return { before, now, hashes };
}
