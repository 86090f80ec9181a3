// The page's own mathematics against the answers of the standards; vectors: tests/audit/vectors/README.md.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { stored } from "./checking.mjs";
import { fromBase64, fromHex, toHex, utf8 } from "../../../src/dossier/html/bytes.mjs";
import { canonicalText, canonicalValue } from "../../../src/dossier/html/canonical_json.mjs";
import { isGoodSignature, verifyHere } from "../../../src/dossier/html/ed25519.mjs";
import { leafHash, nodeHash, provesConsistency, provesInclusion } from "../../../src/dossier/html/merkle.mjs";
import { parseCheckpoint, parseNote, parseVerifierKey, signerOf } from "../../../src/dossier/html/note.mjs";
import { Sha256, sha256 } from "../../../src/dossier/html/sha256.mjs";
import { wholeLimit } from "../../../src/dossier/html/stored_file.mjs";

const vectors = name => readFileSync(new URL(`../../audit/vectors/${name}`, import.meta.url));
const json = name => JSON.parse(vectors(name));

test("SHA-256 is that of FIPS 180-4, however the bytes are cut", () => {
  assert.equal(toHex(sha256(utf8("abc"))), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 5000]) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 31) % 256);
    const expected = createHash("sha256").update(bytes).digest("hex"), cut = new Sha256();
    for (let at = 0; at < length; at += 37) cut.update(bytes.subarray(at, at + 37));
    assert.equal(toHex(sha256(bytes)), expected);
    assert.equal(toHex(cut.digest()), expected);
  }
});

test("a file too large to be taken whole is hashed in slices, to the same", async () => {
  const bytes = Buffer.alloc(wholeLimit + 1, "0123456789abcdef!"), told = [];
  assert.equal(await stored(bytes).hash(length => told.push(length)), createHash("sha256").update(bytes).digest("hex"));
  assert.equal(told.reduce((sum, length) => sum + length, 0), bytes.length);
  assert.ok(Math.max(...told) <= 4 * 2 ** 20);
});

test("the reference tree of RFC 6962 has its roots, paths and consistency proofs", () => {
  const tree = json("rfc6962-reference-tree.json"), roots = tree["roots_hex_size1..8"].map(fromHex);
  const leaves = tree.inputs_hex.map(input => leafHash(fromHex(input)));
  const rootOf = list => list.length === 1 ? list[0] : (k => nodeHash(rootOf(list.slice(0, k)), rootOf(list.slice(k))))(2 ** Math.ceil(Math.log2(list.length) - 1));
  roots.forEach((root, i) => assert.equal(toHex(rootOf(leaves.slice(0, i + 1))), toHex(root)));
  const paths = tree.inclusion.filter(one => one.leaf_1based > 0);
  for (const { leaf_1based: n, tree_size: size, proof } of paths)
    assert.ok(provesInclusion(leaves[n - 1], n - 1, { size, root: roots[size - 1] }, proof.map(fromHex)));
  for (const { size1, size2, proof } of tree.consistency)
    assert.ok(provesConsistency({ size: size1, root: roots[size1 - 1] }, { size: size2, root: roots[size2 - 1] }, proof.map(fromHex)));
  assert.ok(paths.length >= 5 && tree.consistency.length >= 4);
});

const hashes = list => (list ?? []).map(fromBase64);

test("every proof of inclusion of the public vectors is judged as they say", () => {
  const all = json("inclusion.json");
  for (const { file, leafIdx, treeSize, proof, wantErr, ...coded } of all) {
    const root = fromBase64(coded.root ?? ""), leaf = fromBase64(coded.leafHash ?? "");
    const areHashes = root.length === 32 && leaf.length === 32;  // as all are that come from files
    assert.equal(areHashes && provesInclusion(leaf, leafIdx, { size: treeSize, root }, hashes(proof)), !wantErr, file);
  }
  assert.equal(all.length, 98);
});

test("every proof of consistency of the public vectors is judged as they say, but one from nothing proves nothing", () => {
  const all = json("consistency.json");
  for (const { file, size1, size2, root1, root2, proof, wantErr } of all) {
    const proves = provesConsistency({ size: size1, root: fromBase64(root1 ?? "") }, { size: size2, root: fromBase64(root2 ?? "") }, hashes(proof));
    assert.equal(proves, size1 > 0 && !wantErr, file);
  }
  assert.equal(all.length, 98);
});

test("canonical JSON is that of RFC 8785's vectors, and no other spelling is taken", () => {
  for (const name of ["arrays", "french", "structures", "unicode", "values", "weird"]) {
    const output = vectors(`jcs/output/${name}.json`), input = vectors(`jcs/input/${name}.json`);
    assert.equal(canonicalText(JSON.parse(input)), output.toString());
    assert.notEqual(canonicalValue(output), undefined);
    assert.equal(canonicalValue(input), undefined);
  }
  for (const text of ['{"a":1,"a":1}', '{"b":1,"a":1}', '{"a": 1}', "1.0", "-0", "1e400", '"\\u0061"', '"\\ud800"', "\ufeff1", "[1,]", "1\n", '"\\/"'])
    assert.equal(canonicalValue(utf8(text)), undefined, text);
  assert.equal(canonicalValue(Uint8Array.of(0x22, 0xff, 0x22)), undefined);
  assert.equal(canonicalValue(utf8("[".repeat(200_000))), undefined);
});

const abc = createHash("sha512").update("abc").digest("hex");
const rfc8032 = [  // §7.1: key, message, signature
  ["d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "", "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"],
  ["3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72", "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"],
  ["fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82", "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"],
  ["ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf", abc, "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"],
].map(row => row.map(fromHex));

test("Ed25519 is that of RFC 8032, by the browser and without it", async () => {
  for (const [key, message, signature] of rfc8032)
    for (const isGood of [verifyHere, isGoodSignature]) {
      assert.ok(await isGood(key, message, signature));
      assert.ok(!(await isGood(key, Uint8Array.of(...message, 0), signature)));
      for (const at of [0, 31, 32, 63]) assert.ok(!(await isGood(key, message, signature.map((byte, i) => byte ^ (i === at ? 1 : 0)))));
    }
});

test("a signature whose number is too large by the order is refused, though the equation holds", async () => {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n, [key, message, signature] = rfc8032[1];
  let s = signature.slice(32).reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n) + order;
  const other = signature.map((byte, i) => { if (i < 32) return byte; const low = Number(s & 255n); s >>= 8n; return low; });
  assert.equal(s, 0n);
  for (const isGood of [verifyHere, isGoodSignature]) assert.ok(!(await isGood(key, message, other)));
});

test("bytes that are no point of the curve, or another spelling of one, are no key", async () => {
  const [, message, signature] = rfc8032[0];
  for (const key of [new Uint8Array(32).fill(0xff), Uint8Array.of(2, ...new Uint8Array(31)), new Uint8Array(31)])
    assert.equal(await verifyHere(key, message, signature), false);
});

test("where the browser has no Ed25519 the page does it itself", async () => {
  const { subtle } = globalThis.crypto, [key, message, signature] = rfc8032[2], verify = subtle.importKey;
  subtle.importKey = async () => { throw new Error("not supported"); };
  try {
    assert.ok(await isGoodSignature(key, message, signature));
    assert.ok(!(await isGoodSignature(key, Uint8Array.of(1), signature)));
  } finally {
    subtle.importKey = verify;
  }
});

test("the signed notes of C2SP and of a public log are read and their signatures hold", async () => {
  const { notes, bad_vkeys: bad = [] } = json("signed-note.json");
  for (const { vkey, note } of notes) {
    const key = parseVerifierKey(vkey), parsed = parseNote(utf8(note));
    assert.ok(await isGoodSignature(key.key, utf8(parsed.text), parsed.signatures[0].signature));
    const checkpoint = parseCheckpoint(utf8(note));
    if (checkpoint) assert.equal(await signerOf({ ...checkpoint, origin: key.name }, [key]), key);
  }
  for (const vkey of bad) assert.equal(parseVerifierKey(typeof vkey === "string" ? vkey : vkey.vkey), undefined);
});

test("a note that is written in any other way is no note", () => {
  const good = "origin\n3\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n\n\u2014 origin AAAAAAE=\n";
  assert.equal(parseCheckpoint(utf8(good)).size, 3);
  for (const [from, to] of [["\n3\n", "\n03\n"], ["\n3\n", "\n+3\n"], ["\n3\n", "\n3 \n"], ["\n3\n", "\n9007199254740993\n"], ["B0=", "B1="], ["B0=", "B0"],
    ["\n\n", "\n"], ["\n\n", "\nextension\n\n"], ["\u2014", "-"], ["AAAAAAE=\n", "AAAAAAE="], ["AAAAAAE=", "AAAA"], ["origin A", "ori+gin A"],
    ["origin\n", "\n"], ["\n3", "\r\n3"], ["\u2014 origin", "\u2014  origin"]])
    assert.equal(parseCheckpoint(utf8(good.replace(from, to))), undefined, JSON.stringify([from, to]));
});
