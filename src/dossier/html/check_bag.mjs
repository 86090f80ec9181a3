// Step 1: the bag (BagIt 1.0, RFC 8493) is whole: every file is the one of its manifest, none is missing, none came in.
import { countOf, linesOf } from "./bytes.mjs";
import { Unreadable } from "./stored_file.mjs";
import { isPlainPath } from "./zip.mjs";

const declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
export const required = [
  "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "README.txt", "verify.sh",
  "signature/statement.txt", "signature/statement.sig", "data/dossier.json", "data/checkpoint", "data/withheld.txt",
];
/** What file managers leave behind in folders that were only looked at. */
const litter = /(^|\/)(\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini)$/i;

const isSignature = path => path.startsWith("signature/");
const isPayload = path => path.startsWith("data/");

/** path → hash, of the lines `<64 hex>  <path>` that sha256sum writes; undefined without the file. */
export async function readManifest(dossier, where) {
  const text = await dossier.readText(where);
  if (text === undefined) return undefined;
  const listed = new Map();
  for (const line of linesOf(text) ?? [""]) {
    const [, hash, path] = /^([0-9a-f]{64})  (.+)$/.exec(line) ?? [];
    if (hash === undefined || !isPlainPath(path)) dossier.finding(where, "manifest.line", { line: line.slice(0, 200) });
    else if (listed.has(path)) dossier.finding(where, "manifest.twice", { path });
    else listed.set(path, hash);
  }
  return listed;
}

/** Also of files that no manifest lists: what they are is asked later. */
async function hashAll(dossier, tell) {
  let done = 0;
  const total = Array.from(dossier.files.values()).reduce((sum, file) => sum + file.size, 0);
  for (const [path, file] of dossier.files) {
    try {
      dossier.hashes.set(path, await file.hash(bytes => tell((done += bytes) / total)));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      dossier.finding(path, error.what, error.values);
    }
  }
}

/** Every file of `listed` is there and has its hash. */
export function compareWith(dossier, listed) {
  for (const [path, hash] of listed) {
    if (!dossier.has(path)) dossier.finding(path, "file.missing");
    else if (dossier.hashes.get(path) !== hash) dossier.finding(path, "file.differs");
    else dossier.report.count("files");
  }
}

async function checkInfo(dossier) {
  const text = await dossier.readText("bag-info.txt");
  if (text === undefined) return;
  const values = new Map();
  for (const line of linesOf(text) ?? [""]) {
    const [, name, value] = /^([A-Za-z-]+): (.+)$/.exec(line) ?? [];
    if (name === undefined || values.has(name)) dossier.finding("bag-info.txt", "manifest.line", { line: line.slice(0, 200) });
    else values.set(name, value);
  }
  dossier.info = values;
  const payload = Array.from(dossier.files).filter(([path]) => isPayload(path));
  const bytes = payload.reduce((sum, [, file]) => sum + file.size, 0);
  const [saidBytes, saidFiles] = (values.get("Payload-Oxum") ?? "").split(".").map(countOf);
  if (saidBytes !== bytes || saidFiles !== payload.length)
    dossier.finding("bag-info.txt", "bag.oxum", { said: values.get("Payload-Oxum") ?? "", bytes, files: payload.length });
}

export async function checkBag(dossier, tell) {
  for (const path of required) if (!dossier.has(path)) dossier.finding(path, "file.missing");
  if (dossier.has("bagit.txt") && (await dossier.readText("bagit.txt")) !== declaration)
    dossier.finding("bagit.txt", "bag.declaration");
  await hashAll(dossier, tell);
  const payload = await readManifest(dossier, "manifest-sha256.txt") ?? new Map();
  const others = await readManifest(dossier, "tagmanifest-sha256.txt") ?? new Map();
  for (const path of payload.keys()) if (!isPayload(path)) dossier.finding("manifest-sha256.txt", "manifest.place", { path });
  for (const path of others.keys())
    if (isPayload(path) || isSignature(path) || path === "tagmanifest-sha256.txt")
      dossier.finding("tagmanifest-sha256.txt", "manifest.place", { path });
  compareWith(dossier, payload);
  compareWith(dossier, others);
  for (const path of dossier.files.keys()) {
    const listed = isPayload(path) ? payload : others;
    if (isSignature(path) || path === "tagmanifest-sha256.txt" || listed.has(path)) continue;
    dossier.finding(path, litter.test(path) ? "file.litter" : "file.added");
  }
  await checkInfo(dossier);
}
