// Zips: every way of writing one that a reader must know, and the ways that make two programs see two things.
import assert from "node:assert/strict";
import { test } from "node:test";
import "./checking.mjs";
import { madeZip } from "./made_zip.mjs";
import { unwrapped } from "../../../src/dossier/html/folder.mjs";
import { filesOfZip } from "../../../src/dossier/html/zip.mjs";

const two = [["d/bagit.txt", Buffer.from("one")], ["d/data/a", Buffer.from("a".repeat(5000))]];
const read = bytes => filesOfZip(new Blob([bytes]));
const refused = (bytes, what) => assert.rejects(read(bytes), error => error.what === what);

for (const [name, options] of Object.entries({ stored: {}, deflated: { deflate: true }, "of zip64": { isWide: true } }))
  test(`a zip that is ${name} is read`, async () => {
    const files = await read(madeZip(two, options));
    assert.deepEqual(Array.from(files.keys()), ["d/bagit.txt", "d/data/a"]);
    assert.equal(Buffer.from(await files.get("d/data/a").bytes()).toString(), "a".repeat(5000));
  });

test("folders have no bytes, and the one around everything is taken off", async () => {
  const files = await read(madeZip([["d/", Buffer.alloc(0)], ["d/data/", Buffer.alloc(0)], ...two]));
  const { name, files: inside } = unwrapped(files);
  assert.deepEqual([name, ...inside.keys()], ["d", "bagit.txt", "data/a"]);
});

test("a name that comes twice is refused", () => refused(madeZip([...two, two[0]]), "zip.twice"));

for (const path of ["../a", "/a", "d/../a", "d//a", "d/./a", "c:\\a", "d\\a", "d/\u00e4", "d/a\u0000", ""])
  test(`a path like ${JSON.stringify(path)} is refused`, () => refused(madeZip([[path, Buffer.from("x")]]), "zip.path"));

test("a name that is another one where the bytes lie is refused", () => refused(madeZip(two, { localName: "d/other" }), "zip.two.names"));
test("what is encrypted is refused", () => refused(madeZip(two, { flags: 1 }), "zip.method"));
test("what is no zip is refused", () => refused(Buffer.from("%PDF-1.4 and so on"), "zip.none"));

test("a zip whose end is cut off anywhere is refused", async () => {
  const whole = madeZip(two);
  for (let length = 0; length < whole.length; length += 7) await assert.rejects(read(whole.subarray(0, length)), error => error.what?.startsWith("zip."));
});

test("no changed byte makes the reader fail in another way than by refusing", async () => {
  const whole = madeZip(two, { isWide: true, deflate: true });
  for (let at = 0; at < whole.length; ++at) {
    const changed = Buffer.from(whole);
    changed[at] ^= 0xff;
    try {
      for (const file of (await read(changed)).values()) await file.bytes();
    } catch (error) {
      assert.match(error.what ?? String(error), /^(zip|file)\./);
    }
  }
});

test("what unpacks to more than it says is not unpacked further", async () => {
  const bomb = madeZip([["d/a", Buffer.alloc(50_000_000)]], { deflate: true });
  const directory = bomb.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  bomb.writeUInt32LE(1000, directory + 24);
  await assert.rejects((await read(bomb)).get("d/a").bytes(), error => error.what === "file.size");
});
