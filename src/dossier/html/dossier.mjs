// A dossier under check: its files, what has been read of it so far, and the report.
import { canonicalValue } from "./canonical_json.mjs";
import { textOf } from "./bytes.mjs";
import { Report } from "./report.mjs";
import { Unreadable } from "./stored_file.mjs";

export class Dossier {
  report = new Report();
  hashes = new Map();  // path → SHA-256 of what lies there
  keys = [];           // {name, id, key}
  events = new Map();  // seq → {header, headerHash, payload?, state: here | withheld | erased | missing}
  withheld = { payloads: new Map(), objects: new Map() };
  checkpoint;          // data/checkpoint: {origin, size, root, bytes, signer}; undefined: unusable
  older = [];          // data/checkpoints: {size, root, path, signer, token?}
  tokens = [];         // {where, time, authority}
  summary;             // data/dossier.json

  /** `files`: path → StoredFile, paths as in the manifests; `folder`: the name of the folder around them. */
  constructor(files, folder) {
    this.files = files;
    this.folder = folder;
  }

  finding(where, what, values) { this.report.finding(where, what, values); }
  has(path) { return this.files.has(path); }
  pathsBelow(folder) { return Array.from(this.files.keys()).filter(path => path.startsWith(folder)); }

  /** Undefined, and told, when the file is not there or cannot be read. */
  async read(path) {
    const file = this.files.get(path);
    if (file === undefined) {
      this.finding(path, "file.missing");
      return undefined;
    }
    try {
      return await file.bytes();
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.finding(path, error.what, error.values);
      return undefined;
    }
  }

  async readText(path) {
    const bytes = await this.read(path);
    const text = bytes && textOf(bytes);
    if (bytes && text === undefined) this.finding(path, "file.not.utf8");
    return text;
  }

  async readJson(path) {
    const bytes = await this.read(path);
    const value = bytes && canonicalValue(bytes);
    if (bytes && value === undefined) this.finding(path, "file.not.canonical");
    return value;
  }
}
