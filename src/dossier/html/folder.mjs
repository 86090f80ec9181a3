// The files of a folder, as a browser gives them: chosen (webkitdirectory) or dropped.
import { StoredFile, Unreadable } from "./stored_file.mjs";

/** Path → StoredFile of the files of an <input webkitdirectory>. */
export const filesOfChoice = list => new Map(Array.from(list, file => [file.webkitRelativePath, new StoredFile(file)]));

const promised = start => new Promise((resolve, reject) => start(resolve, reject));

/** A reader gives the entries of a folder some at a time, in the end none. */
async function entriesOf(folder) {
  const reader = folder.createReader(), all = [];
  for (;;) {
    const some = await promised((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

async function collect(entry, into) {
  if (entry.isFile) {
    const file = await promised((resolve, reject) => entry.file(resolve, reject));
    into.set(entry.fullPath.slice(1), new StoredFile(file));
    return;
  }
  for (const inside of await entriesOf(entry)) await collect(inside, into);
}

/** Path → StoredFile of what was dropped: a folder, or everything in one. */
export async function filesOfEntries(entries) {
  const files = new Map();
  try {
    for (const entry of entries) await collect(entry, files);
  } catch {
    throw new Unreadable("file.unreadable");
  }
  return files;
}

/** Without the folders around all of the files: {name of the innermost one, files}. */
export function unwrapped(files) {
  let name = "";
  for (;;) {
    const tops = new Set(Array.from(files.keys(), path => path.slice(0, path.indexOf("/") + 1)));
    const [top] = tops;
    if (tops.size !== 1 || top === "" || top === "data/") return { name, files };
    name = top.slice(0, -1);
    files = new Map(Array.from(files, ([path, file]) => [path.slice(top.length), file]));
  }
}
