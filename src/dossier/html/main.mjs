// The page: takes a dossier, has it checked, shows what came out; and again in another language.
import { byId, element } from "./elements.mjs";
import { filesOfChoice, filesOfDrop, unwrapped } from "./folder.mjs";
import { compareCheckpoint, comparePaper } from "./paper.mjs";
import { showDossier, showUnusable } from "./show.mjs";
import { StoredFile, Unreadable } from "./stored_file.mjs";
import { verify } from "./verify.mjs";
import { Words } from "./words.mjs";
import { filesOfZip } from "./zip.mjs";

const words = new Words(JSON.parse(byId("words").textContent), navigator.language);
let outcome, comparison;  // {dossier} or {unusable}; {what, values, isGood}
let running = 0;          // the last one started is the one that counts

function show() {
  document.documentElement.lang = words.language;
  document.title = words.say("title");
  byId("language").value = words.language;
  for (const place of document.querySelectorAll("[data-word]")) place.textContent = words.say(place.dataset.word);
  byId("result").hidden = outcome === undefined;
  if (outcome?.dossier) showDossier(words, outcome.dossier);
  if (outcome?.unusable) showUnusable(words, outcome.unusable);
  byId("comparison").textContent = comparison ? words.say(comparison.what, comparison.values) : "";
  byId("comparison").dataset.what = comparison?.what ?? "";
}

async function outcomeOf(findFiles, tell) {
  try {
    const { files, name } = unwrapped(await findFiles());
    const dossier = await verify(files, name, tell);
    return { dossier: Object.assign(dossier, { checkedAt: Date.now() }) };
  } catch (error) {
    const isKnown = error instanceof Unreadable && words.has(error.what);
    return { unusable: isKnown ? error : { what: "unexpected", values: { text: String(error) } } };
  }
}

async function check(findFiles) {
  const mine = ++running;
  outcome = comparison = undefined;
  byId("compare").reset();
  byId("compare").classList.remove("used");
  show();
  const tell = part => { if (mine === running) byId("progress").textContent = words.say("checking", { percent: Math.floor(100 * part) }); };
  tell(0);
  const found = await outcomeOf(findFiles, tell);
  if (mine !== running) return;
  outcome = found;
  if (found.dossier?.summary) words.choose(found.dossier.summary.language);
  byId("progress").textContent = "";
  show();
  byId("verdict").focus();
}

async function compare() {
  const dossier = outcome?.dossier, whole = byId("paper-whole").value;
  if (dossier === undefined) return;
  const found = whole.trim() === "" ? comparePaper(dossier, byId("paper-size").value, byId("paper-root").value)
    : await compareCheckpoint(dossier, whole);
  if (outcome?.dossier !== dossier) return;
  comparison = found;
  byId("compare").classList.add("used");
  show();
}

/** One dropped file is a zip; a folder, or what is in one, is a dossier's folder. */
async function filesOf(dropped) {
  const files = await dropped, [only] = files;
  if (files.size === 1 && !only[0].includes("/")) return filesOfZip(only[1]);
  return new Map(Array.from(files, ([path, file]) => [path, new StoredFile(file)]));
}

function listen() {
  const open = byId("open");
  byId("language").append(...words.languages.map(({ language, name }) => element("option", { value: language, lang: language }, name)));
  byId("language").addEventListener("change", event => { words.choose(event.target.value); show(); });
  byId("zip").addEventListener("change", ({ target }) => { if (target.files.length > 0) check(() => filesOfZip(target.files[0])); });
  byId("folder").addEventListener("change", ({ target }) => { if (target.files.length > 0) check(() => filesOfChoice(target.files)); });
  // The same file chosen again, perhaps changed, is checked again.
  for (const id of ["zip", "folder"]) byId(id).addEventListener("click", ({ target }) => { target.value = ""; });
  byId("compare").addEventListener("submit", event => { event.preventDefault(); compare(); });
  byId("print").addEventListener("click", () => print());
  document.addEventListener("dragover", event => { event.preventDefault(); open.classList.add("over"); });
  document.addEventListener("dragleave", () => open.classList.remove("over"));
  document.addEventListener("drop", event => {
    event.preventDefault();
    open.classList.remove("over");
    const dropped = filesOfDrop(event.dataTransfer);
    check(() => filesOf(dropped));
  });
}

listen();
show();
