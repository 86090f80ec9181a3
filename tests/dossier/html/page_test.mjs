// verify.html as a person uses it: opened from disk in Chromium, a dossier chosen or dropped, the verdict read.
// usage: node page_test.mjs VERIFY.HTML
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { Browser } from "./browser.mjs";
import { madeDossier, madeLog, sealed } from "./made_dossier.mjs";
import { madeZip } from "./made_zip.mjs";

const page = process.argv[2], top = "dossier-2026-0001";
const log = madeLog(), whole = madeDossier(log), folder = mkdtempSync(join(tmpdir(), "ugoda-page-"));
let browser;

before(async () => { browser = await Browser.open(page); });
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

function zipOf(files, options) {
  const path = join(folder, "dossier.zip");
  writeFileSync(path, madeZip(Array.from(files, ([name, bytes]) => [`${top}/${name}`, bytes]), options));
  return path;
}
function folderOf(files, name) {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, name, top, path)), { recursive: true });
    writeFileSync(join(folder, name, top, path), bytes);
  }
  return join(folder, name, top);
}
const chosen = files => browser.choose("zip", zipOf(files));
async function damaged(files) {
  const result = await chosen(files);
  assert.equal(result.verdict, "damaged");
  return result.findings;
}

test("a whole dossier is called intact: zip or folder, chosen or dropped", async () => {
  const unpacked = folderOf(whole, "whole");
  for (const result of [await chosen(whole), await browser.choose("zip", zipOf(whole, { deflate: true })), await browser.choose("folder", unpacked),
    await browser.drop(unpacked), await browser.drop(zipOf(whole))])
    assert.deepEqual([result.verdict, result.findings], ["intact", []]);
});

test("the page speaks the dossier's language, and another when asked", async () => {
  assert.match((await chosen(whole)).text, /Nienaruszona/);
  for (const [language, word] of [["it", "Integro"], ["es", "Íntegro"], ["el", "Ακέραιος"], ["en", "Intact"]]) {
    await browser.value(`(select => { select.value = "${language}"; select.dispatchEvent(new Event("change")); })(document.getElementById("language"))`);
    assert.ok((await browser.result()).text.includes(word), language);
    assert.equal(await browser.value("document.documentElement.lang"), language);
  }
});

test("it shows the key as it stands on paper, and says what it did not check", async () => {
  const { text } = await chosen(whole);
  assert.match(text, /[0-9a-f]{4}( [0-9a-f]{4}){7}/);
  assert.match(text, /pdfsig/);
});

test("each file that is removed is missed", async () => {
  for (const path of whole.keys()) {
    const found = await damaged(new Map(Array.from(whole).filter(([name]) => name !== path)));
    assert.ok(found.some(one => one.startsWith(`${path}: `)), path);
  }
});

test("a byte changed in any file is found there", async () => {
  for (const [path, bytes] of whole) {
    if (bytes.length === 0) continue;
    const changed = Buffer.from(bytes);
    changed[Math.floor(bytes.length / 2)] ^= 1;
    const found = await damaged(new Map([...whole, [path, changed]]));
    const where = path === "signature/statement.txt" ? "signature/statement.sig" : path;  // which of the two was changed, nobody can tell
    assert.ok(found.some(one => one.startsWith(`${where}: `)), path);
  }
});

test("a file that came in, two events that changed places and a foreign proof are found", async () => {
  const place = seq => `data/events/${String(seq).padStart(12, "0")}/`;
  assert.ok((await damaged(new Map([...whole, ["data/photos/more.jpg", Buffer.from("more")]]))).includes("data/photos/more.jpg: file.added"));
  const swapped = new Map([...whole, [`${place(5)}header.json`, whole.get(`${place(6)}header.json`)], [`${place(6)}header.json`, whole.get(`${place(5)}header.json`)]]);
  assert.ok((await damaged(sealed(swapped, log))).includes(`${place(5)}header.json: header.place`));
  const foreign = sealed(new Map([...whole, [`${place(5)}inclusion.tlog-proof`, Buffer.from(log.inclusion(8))]]), log);
  assert.ok((await damaged(foreign)).includes(`${place(5)}inclusion.tlog-proof: proof.wrong`));
});

test("what is no dossier is not called intact, nor damaged", async () => {
  const path = join(folder, "letter.pdf");
  writeFileSync(path, "%PDF-1.4");
  assert.equal((await browser.choose("zip", path)).verdict, "unusable");
  assert.equal((await chosen(new Map([["letter.pdf", Buffer.from("x")]]))).verdict, "unusable");
});

test("nothing that a dossier says is read as HTML", async () => {
  const planted = "data/photos/<img src=x onerror=alert(1)><b>.jpg";
  const { findings } = await browser.choose("folder", folderOf(new Map([...whole, [planted, Buffer.from("x")]]), "planted"));
  assert.ok(findings.includes(`${planted}: file.added`));
  assert.equal(await browser.value("document.querySelectorAll('#findings img, #findings b').length"), 0);
});

test("a paper that is typed in agrees or contradicts", async () => {
  await chosen(whole);
  const said = async fields => {
    for (const [id, text] of Object.entries(fields)) await browser.value(`document.getElementById(${JSON.stringify(id)}).value = ${JSON.stringify(text)}`);
    await browser.value("document.getElementById('comparison').dataset.what = ''");
    await browser.value("document.getElementById('compare').requestSubmit()");
    await browser.until("document.getElementById('comparison').dataset.what !== ''");
    return browser.value("document.getElementById('comparison').dataset.what");
  };
  const root = size => log.checkpoint(size).split("\n")[2];
  assert.equal(await said({ "paper-size": "8", "paper-root": root(8) }), "paper.agrees");
  assert.equal(await said({ "paper-size": "8", "paper-root": root(9) }), "paper.contradicts");
  assert.equal(await said({ "paper-whole": log.checkpoint(8) }), "paper.agrees");
});

test("everything can be reached by keyboard, and every field has a name", async () => {
  const reachable = await browser.value("Array.from(document.querySelectorAll('input, select, textarea, button'), one => [one.id, one.tabIndex, one.labels.length > 0 || one.textContent !== ''])");
  assert.ok(reachable.length >= 8);
  for (const [id, tabIndex, hasName] of reachable) assert.ok(tabIndex >= 0 && hasName, id);
});

test("on paper the result stands without what is only for the screen", async () => {
  await browser.send("Emulation.setEmulatedMedia", { media: "print" });
  const shown = await browser.value("Array.from(document.querySelectorAll('.screen'), one => getComputedStyle(one).display)");
  assert.ok(shown.length >= 3 && shown.every(display => display === "none"));
  await browser.send("Emulation.setEmulatedMedia", { media: "" });
});

test("the page asks for nothing, and could not: its own policy stops it", async () => {
  assert.deepEqual(browser.requests(page), []);
  assert.deepEqual(browser.complaints(), []);
  let asked = 0;
  const server = createServer((_, answer) => { ++asked; answer.end(); });
  await new Promise(resolve => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${server.address().port}/`;
  assert.equal(await browser.value(`fetch("${address}", { mode: "no-cors" }).then(() => "went", () => "stopped")`), "stopped");
  assert.equal(await browser.value(`new Promise(resolve => { const image = new Image(); image.onload = () => resolve("went"); image.onerror = () => resolve("stopped"); image.src = "${address}"; })`), "stopped");
  assert.equal(await browser.value(`(() => { const script = document.createElement("script"); script.textContent = "window.planted = true"; document.body.append(script); return window.planted === true; })()`), false);
  server.close();
  assert.equal(asked, 0);
});
