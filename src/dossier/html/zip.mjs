// The files of a zip (APPNOTE 6.3.9), by its central directory, of which every entry must agree with
// what stands before its bytes. Stored or deflated, also zip64; everything else is refused.
import { isSame, textOf } from "./bytes.mjs";
import { StoredFile, Unreadable } from "./stored_file.mjs";

const refuse = (what, values) => { throw new Unreadable(what, values); };

const endLength = 22, locatorLength = 20;
const directoryLimit = 2 ** 26;

async function viewOf(blob, from, length) {
  if (from < 0 || length < 0 || from + length > blob.size) refuse("zip.damaged");
  return new DataView(await blob.slice(from, from + length).arrayBuffer());
}

function uint64(view, at) {
  const value = Number(view.getBigUint64(at, true));
  return Number.isSafeInteger(value) ? value : refuse("zip.damaged");
}

/** Where the central directory lies: {from, length, count}. */
async function findDirectory(blob) {
  const tail = Math.min(blob.size, endLength + 0xffff);
  const view = await viewOf(blob, blob.size - tail, tail);
  let at = tail - endLength;
  // The comment, which is all that may follow, reaches exactly to the end.
  while (at >= 0 && !(view.getUint32(at, true) === 0x06054b50 && view.getUint16(at + 20, true) === tail - at - endLength)) --at;
  if (at < 0) refuse("zip.none");
  if (view.getUint16(at + 4, true) !== 0 || view.getUint16(at + 6, true) !== 0) refuse("zip.damaged");
  if (at >= locatorLength && view.getUint32(at - locatorLength, true) === 0x07064b50) {
    const large = await viewOf(blob, uint64(view, at - locatorLength + 8), 56);
    if (large.getUint32(0, true) !== 0x06064b50) refuse("zip.damaged");
    return { from: uint64(large, 48), length: uint64(large, 40), count: uint64(large, 32) };
  }
  return { from: view.getUint32(at + 16, true), length: view.getUint32(at + 12, true), count: view.getUint16(at + 10, true) };
}

/** Replaces the numbers that did not fit by those of the zip64 field, in its order. */
function widened(entry, extra) {
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    if (extra.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    for (const name of ["size", "packed", "from"]) {
      if (entry[name] !== 0xffffffff) continue;
      if (next + 8 > extra.byteLength) refuse("zip.damaged");
      entry[name] = uint64(extra, next);
      next += 8;
    }
  }
  return entry;
}

/** No way out of the folder, no second spelling; only what a dossier's paths are made of. */
export const isPlainPath = path =>
  /^[A-Za-z0-9._\/-]+$/.test(path) && path.split("/").every(part => part !== "" && part !== "." && part !== "..");

const nameLength = (view, at) => view.getUint16(at + 28, true);

function parseEntry(view, at) {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) refuse("zip.damaged");
  const name = nameLength(view, at), extra = view.getUint16(at + 30, true), comment = view.getUint16(at + 32, true);
  const end = at + 46 + name + extra + comment;
  if (end > view.byteLength) refuse("zip.damaged");
  const slice = (from, length) => new Uint8Array(view.buffer, view.byteOffset + from, length);
  const entry = {
    flags: view.getUint16(at + 8, true), method: view.getUint16(at + 10, true),
    packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), from: view.getUint32(at + 42, true),
    name: slice(at + 46, name), end,
  };
  return widened(entry, new DataView(view.buffer, view.byteOffset + at + 46 + name, extra));
}

/** The bytes of an entry, whose own header must say the same as the directory. */
async function fileOf(blob, entry, path) {
  const local = await viewOf(blob, entry.from, 30 + entry.name.length);
  const name = new Uint8Array(local.buffer, 30);
  if (local.getUint32(0, true) !== 0x04034b50 || local.getUint16(8, true) !== entry.method ||
      local.getUint16(26, true) !== entry.name.length || !isSame(name, entry.name))
    refuse("zip.two.names", { path });
  const from = entry.from + 30 + entry.name.length + local.getUint16(28, true);
  if (from + entry.packed > blob.size) refuse("zip.damaged");
  if (entry.flags & 1 || (entry.method !== 0 && entry.method !== 8)) refuse("zip.method", { path });
  if (entry.method === 0 && entry.packed !== entry.size) refuse("zip.damaged");
  return new StoredFile(blob.slice(from, from + entry.packed), { size: entry.size, inflate: entry.method === 8 });
}

/** Path → StoredFile. Throws Unreadable for what is no zip, or one that two programs may read in two ways. */
export async function filesOfZip(blob) {
  const { from, length, count } = await findDirectory(blob);
  if (length > directoryLimit) refuse("zip.damaged");
  const directory = await viewOf(blob, from, length);
  const files = new Map();
  let at = 0;
  for (let i = 0; i < count; ++i) {
    const entry = parseEntry(directory, at);
    at = entry.end;
    const name = textOf(entry.name) ?? "\ufffd";
    const path = name.endsWith("/") ? name.slice(0, -1) : name;
    if (!isPlainPath(path)) refuse("zip.path", { path: name });
    if (name.endsWith("/")) continue;
    if (files.has(path)) refuse("zip.twice", { path });
    files.set(path, await fileOf(blob, entry, path));
  }
  if (at !== length) refuse("zip.damaged");
  return files;
}
