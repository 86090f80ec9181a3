// Proofs of the log's tree (RFC 6962 §2.1), by the algorithms of RFC 9162 §2.1.3.2 and §2.1.4.2,
// whose names fn, sn, fr and sr are kept. Sizes are whole numbers below 2^53, beyond 32-bit operators.
import { isSame } from "./bytes.mjs";
import { sha256 } from "./sha256.mjs";

const leafMark = Uint8Array.of(0), nodeMark = Uint8Array.of(1);
const half = n => Math.floor(n / 2), isOdd = n => n % 2 === 1;

/** Of an entry; an event's entry is the SHA-256 of its header. */
export const leafHash = entry => sha256(leafMark, entry);
export const nodeHash = (left, right) => sha256(nodeMark, left, right);

/** True when `proof` shows that the leaf stands at `index` of the tree {size, root}. */
export function provesInclusion(leaf, index, tree, proof) {
  if (index >= tree.size) return false;
  let fn = index, sn = tree.size - 1, r = leaf;
  for (const hash of proof) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      r = nodeHash(hash, r);
      while (!isOdd(fn) && fn !== 0) { fn = half(fn); sn = half(sn); }
    } else {
      r = nodeHash(r, hash);
    }
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && isSame(r, tree.root);
}

/** True when `proof` shows that `now` begins with all of `before`, both {size, root}. Never true
 *  for a `before` of size 0: that would prove nothing. */
export function provesConsistency(before, now, proof) {
  if (before.size === 0 || before.size > now.size) return false;
  if (before.size === now.size) return proof.length === 0 && isSame(before.root, now.root);
  let fn = before.size - 1, sn = now.size - 1;
  while (isOdd(fn)) { fn = half(fn); sn = half(sn); }
  // A complete tree is its own first node and is left out of the proof.
  const [first, ...rest] = fn === 0 ? [before.root, ...proof] : proof;
  if (first === undefined) return false;
  let fr = first, sr = first;
  for (const hash of rest) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      fr = nodeHash(hash, fr);
      sr = nodeHash(hash, sr);
      while (!isOdd(fn) && fn !== 0) { fn = half(fn); sn = half(sn); }
    } else {
      sr = nodeHash(sr, hash);
    }
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && isSame(fr, before.root) && isSame(sr, now.root);
}
