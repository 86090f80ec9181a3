// The files of a folder, as a browser gives them: chosen (webkitdirectory) or dropped.
import { StoredFile, Unreadable } from "./stored_file.mjs";

/** Path → StoredFile of the files of an <input webkitdirectory>. */
export const filesOfChoice = list => new Map(Array.from(list, file => [file.webkitRelativePath, new StoredFile(file)]));

const promised = start => new Promise((resolve, reject) => start(resolve, reject));

/** A reader gives the entries of a folder some at a time, in the end none. */
async function* inside(folder) {
  const reader = folder.createReader();
  for (;;) {
    const some = await promised((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    yield* some;
  }
}

async function collectEntry(entry, into) {
  if (entry.isFile) into.set(entry.fullPath.slice(1), await promised((resolve, reject) => entry.file(resolve, reject)));
  else for await (const one of inside(entry)) await collectEntry(one, into);
}

async function collectHandle(handle, into, before = "") {
  if (handle.kind === "file") into.set(before + handle.name, await handle.getFile());
  else for await (const one of handle.values()) await collectHandle(one, into, `${before}${handle.name}/`);
}

/** What was dropped, to be called at once in the event: a promise of path → File. Chromium does not read entries
 *  for a page from disk, but handles; Firefox and Safari know only entries. */
export function filesOfDrop({ items }) {
  const files = new Map(), isOfFile = item => item.kind === "file";
  const collected = Array.from(items).filter(isOfFile).map(item => item.getAsFileSystemHandle
    ? item.getAsFileSystemHandle().then(handle => collectHandle(handle, files))
    : collectEntry(item.webkitGetAsEntry(), files));
  return Promise.all(collected).then(() => files, () => { throw new Unreadable("file.unreadable"); });
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
