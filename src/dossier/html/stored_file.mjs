// A file of the bag, wherever it lies: its path and size, and its bytes in slices, so that memory
// stays flat however large it is.
import { toHex } from "./bytes.mjs";
import { Sha256 } from "./sha256.mjs";

const slice = 4 * 2 ** 20;
/** The browser's own SHA-256 wants a file whole; one above this is taken in slices. */
export const wholeLimit = 64 * 2 ** 20;
/** What is read as text or proof is small; more is refused. */
export const readLimit = 64 * 2 ** 20;

/** Thrown when the bytes cannot be had; `what` is a key of the words. */
export class Unreadable extends Error {
  constructor(what, values = {}) {
    super(what);
    this.what = what;
    this.values = values;
  }
}

export class StoredFile {
  #blob;
  #inflate;
  #hash;

  /** `blob` holds the bytes, deflated if `inflate`; they are `size` once they are not. */
  constructor(blob, { size = blob.size, inflate = false } = {}) {
    this.#blob = blob;
    this.#inflate = inflate;
    this.size = size;
  }

  async *pieces() {
    let length = 0;
    for await (const piece of this.#inflate ? inflated(this.#blob) : slices(this.#blob)) {
      length += piece.length;
      if (length > this.size) break;  // a bomb is not unpacked further than it says
      yield piece;
    }
    if (length !== this.size) throw new Unreadable("file.size");
  }

  async bytes() {
    if (this.size > readLimit) throw new Unreadable("file.large");
    const all = new Uint8Array(this.size);
    let at = 0;
    for await (const piece of this.pieces()) {
      all.set(piece, at);
      at += piece.length;
    }
    return all;
  }

  /** SHA-256 in hexadecimal, worked out once; `tell` hears how many bytes were taken. */
  async hash(tell = () => {}) {
    this.#hash ??= await this.#hashed(tell);
    return this.#hash;
  }

  async #hashed(tell) {
    if (this.size <= wholeLimit) {
      const bytes = await this.bytes();
      tell(bytes.length);
      return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
    }
    const hash = new Sha256();
    for await (const piece of this.pieces()) {
      hash.update(piece);
      tell(piece.length);
    }
    return toHex(hash.digest());
  }
}

async function* slices(blob) {
  for (let at = 0; at < blob.size; at += slice) {
    try {
      yield new Uint8Array(await blob.slice(at, at + slice).arrayBuffer());
    } catch {
      throw new Unreadable("file.unreadable");
    }
  }
}

async function* inflated(blob) {
  const reader = blob.stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch {
    throw new Unreadable("file.unreadable");
  } finally {
    reader.cancel().catch(() => {});
  }
}
