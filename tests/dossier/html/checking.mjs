// Running the page's modules under node, on files in memory. What node 18 lacks of a browser is put in.
import { webcrypto } from "node:crypto";
import { Duplex } from "node:stream";
import { createInflateRaw } from "node:zlib";
import { StoredFile } from "../../../src/dossier/html/stored_file.mjs";
import { verify } from "../../../src/dossier/html/verify.mjs";

globalThis.crypto ??= webcrypto;
try {
  new DecompressionStream("deflate-raw");
} catch {
  globalThis.DecompressionStream = class { constructor() { return Duplex.toWeb(createInflateRaw()); } };
}

export const stored = bytes => new StoredFile(new Blob([bytes]));
export const storedAll = files => new Map(Array.from(files, ([path, bytes]) => [path, stored(bytes)]));

/** What the page finds in `files` (path → bytes): `where: what`, in order. */
export async function findingsIn(files) {
  const { report } = await verify(storedAll(files), "dossier-2026-0001");
  return report.findings.map(({ where, what }) => `${where}: ${what}`);
}
