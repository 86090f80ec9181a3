// Zips for the tests, with every liberty that the format gives.
import { deflateRawSync } from "node:zlib";

const table = Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; ++k) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
  return n >>> 0;
});
const crc32 = bytes => ~bytes.reduce((crc, byte) => table[(crc ^ byte) & 255] ^ (crc >>> 8), -1) >>> 0;

const numbers = (...pairs) => Buffer.concat(pairs.map(([size, value]) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes.subarray(0, size);
}));

function entryOf([name, bytes], { deflate, isWide, localName = name, flags = 0x800 }, from) {
  const packed = deflate ? deflateRawSync(bytes) : bytes, local = Buffer.from(localName), path = Buffer.from(name);
  const wide = isWide ? Buffer.concat([numbers([2, 1], [2, 24], [8, bytes.length], [8, packed.length], [8, from])]) : Buffer.alloc(0);
  const size = n => (isWide ? 0xffffffff : n);
  const common = numbers([2, 20], [2, flags], [2, deflate ? 8 : 0], [4, 0], [4, crc32(bytes)]);
  const head = Buffer.concat([numbers([4, 0x04034b50]), common, numbers([4, packed.length], [4, bytes.length], [2, local.length], [2, 0]), local, packed]);
  const listed = Buffer.concat([numbers([4, 0x02014b50], [2, 20]), common,
    numbers([4, size(packed.length)], [4, size(bytes.length)], [2, path.length], [2, wide.length], [2, 0], [2, 0], [2, 0], [4, 0], [4, size(from)]), path, wide]);
  return { head, listed };
}

/** Of [path, bytes] pairs, which may name the same path twice. `isWide`: zip64. */
export function madeZip(files, options = {}) {
  const heads = [], listed = [];
  let from = 0;
  for (const file of files) {
    const entry = entryOf(file, options, from);
    heads.push(entry.head);
    listed.push(entry.listed);
    from += entry.head.length;
  }
  const directory = Buffer.concat(listed), n = listed.length;
  const wide = options.isWide ? Buffer.concat([
    numbers([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0], [8, n], [8, n], [8, directory.length], [8, from]),
    numbers([4, 0x07064b50], [4, 0], [8, from + directory.length], [4, 1])]) : Buffer.alloc(0);
  const [count, length, start] = options.isWide ? [0xffff, 0xffffffff, 0xffffffff] : [n, directory.length, from];
  return Buffer.concat([...heads, directory, wide, numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, length], [4, start], [2, 0])]);
}
