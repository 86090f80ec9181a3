// Running the page's modules under node, on files in memory.
import { webcrypto } from "node:crypto";
import { StoredFile } from "../../../src/dossier/html/stored_file.mjs";
import { verify } from "../../../src/dossier/html/verify.mjs";

globalThis.crypto ??= webcrypto;

export const stored = bytes => new StoredFile(new Blob([bytes]));
export const storedAll = files => new Map(Array.from(files, ([path, bytes]) => [path, stored(bytes)]));

/** What the page finds in `files` (path → bytes): `where: what`, in order. */
export async function findingsIn(files) {
  const { report } = await verify(storedAll(files), "dossier-2026-0001");
  return report.findings.map(({ where, what }) => `${where}: ${what}`);
}
