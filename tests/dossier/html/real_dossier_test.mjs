// A dossier that ugoda made of a sample, and what three checkers say of it and of what was done to it: ugoda verify,
// verify.sh, and verify.html in Chromium. All three find the same dossiers intact.
// usage: node real_dossier_test.mjs UGODA VERIFY.HTML SAMPLES
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import "./checking.mjs";
import { Browser } from "./browser.mjs";
import { filesOfZip } from "../../../src/dossier/html/zip.mjs";

const [ugoda, page, samples] = process.argv.slice(2);
const home = mkdtempSync(join(tmpdir(), "ugoda-real-")), zip = join(home, "dossier.zip"), whole = join(home, "whole");
const environment = { ...process.env, HOME: home, XDG_STATE_HOME: join(home, "state"), UGODA_VAULT: join(home, "vault") };
const run = (program, ...options) => spawnSync(program, options, { env: environment, encoding: "utf8" });
let browser, top, paths;

function must(...options) {
  const { status, stderr } = run(ugoda, ...options);
  assert.ok(status === 0 || status === 1, `${options.join(" ")}: ${stderr}`);
}

before(async () => {
  must("init", environment.UGODA_VAULT, "--salon", join(samples, "salon-pl.toml"));
  must("case", "open", join(samples, "pl-nails.json"));
  must("case", "open", join(samples, "pl-hair.json"));
  const [, number] = run(ugoda, "case", "list").stdout.match(/^(\d{4}-0002)\b/m);
  must("issue", "settlement", number, "--out", home);
  must("note", number, "The client asks when the money comes.", "--channel", "phone", "--with", "the client", "--incoming");
  must("dossier", number, "--out", zip);
  const files = await filesOfZip(new Blob([readFileSync(zip)]));
  paths = Array.from(files.keys());
  top = paths[0].split("/")[0];
  for (const [path, file] of files) {
    mkdirSync(dirname(join(whole, path)), { recursive: true });
    writeFileSync(join(whole, path), await file.bytes());
  }
  browser = await Browser.open(page);
});
after(async () => {
  await browser?.close();
  rmSync(home, { recursive: true });
});

/** What each says of the folder: intact or not. */
async function verdicts(folder) {
  const byProgram = run(ugoda, "verify", folder), byShell = run("sh", join(whole, top, "verify.sh"), folder), byPage = await browser.choose("folder", folder);
  const said = { program: byProgram.status === 0, shell: byShell.status === 0, page: byPage.verdict === "intact" };
  return { said, all: `${byProgram.stderr}${byProgram.stdout}\n${byShell.stdout}${byShell.stderr}\n${byPage.findings.join("\n")}` };
}

async function expectFound(damage) {
  const folder = join(home, "damaged", top);
  cpSync(join(whole, top), folder, { recursive: true });
  damage(path => join(folder, path));
  const { said, all } = await verdicts(folder);
  rmSync(join(home, "damaged"), { recursive: true });
  assert.deepEqual(said, { program: false, shell: false, page: false }, all);
}

const eventFolders = () => Array.from(new Set(paths.map(path => /data\/events\/\d{12}/.exec(path)?.[0]).filter(Boolean)));

test("a dossier of a sample is intact for all three, zipped or not", async () => {
  const { said, all } = await verdicts(join(whole, top));
  assert.deepEqual(said, { program: true, shell: true, page: true }, all);
  const { verdict, findings } = await browser.choose("zip", zip);
  assert.deepEqual([verdict, findings], ["intact", []]);
});

test("it carries this very page", () => {
  assert.deepEqual(readFileSync(join(whole, top, "verify.html")), readFileSync(page));
});

test("a payload that is gone is found by all three", () => expectFound(at => rmSync(at(`${eventFolders()[1]}/payload.json`))));

test("a file that came in is found by all three", () => expectFound(at => writeFileSync(at("data/photos/99-after.jpg"), "more")));

test("two events that changed places are found by all three", () => expectFound(at => {
  const [one, other] = eventFolders();
  renameSync(at(one), at("aside"));
  renameSync(at(other), at(one));
  renameSync(at("aside"), at(other));
}));

test("a changed byte of a photograph, of a record and of the signature is found by all three", async () => {
  for (const path of [paths.find(one => /data\/photos\//.test(one)), paths.find(one => /data\/records\/.*pdf$/.test(one)), `${top}/signature/statement.sig`])
    await expectFound(at => {
      const file = at(path.slice(top.length + 1)), bytes = readFileSync(file);
      bytes[bytes.length >> 1] ^= 1;
      writeFileSync(file, bytes, { mode: 0o600 });
    });
});

test("the proof of another event is found by all three", () => expectFound(at => {
  const [one, other] = eventFolders();
  cpSync(at(`${other}/inclusion.tlog-proof`), at(`${one}/inclusion.tlog-proof`));
}));
