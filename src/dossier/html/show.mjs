// The result as a person reads it: verdict first, then what is wrong, what to compare, what was looked at and what not.
import { toBase64 } from "./bytes.mjs";
import { byId, element, exact, facts, table } from "./elements.mjs";
import { fingerprint } from "./note.mjs";

const heading = text => element("h2", {}, text);
const utc = milliseconds => new Date(milliseconds).toISOString().slice(0, 19).replace("T", " ");

function showVerdict(words, kind, mark, title, meaning) {
  byId("verdict").className = kind;
  byId("verdict").replaceChildren(
    element("p", { class: "verdict" }, element("span", { class: "mark", "aria-hidden": "true" }, mark), title),
    element("p", {}, meaning));
}

/** `where` is a path of the dossier, or the hash of something that is not in it. */
function findingItem(words, { where, what, values }) {
  return element("li", { "data-where": where, "data-what": what }, exact(where), " ", words.say(what, values));
}

function showFindings(words, findings) {
  byId("findings").hidden = findings.length === 0;
  byId("findings").replaceChildren(heading(words.say("findings.title")),
    element("ol", {}, ...findings.map(finding => findingItem(words, finding))));
}

function showAbout(words, { summary, info, folder, checkedAt }) {
  const of = name => words.say(`about.${name}`);
  byId("about").replaceChildren(heading(of("title")), facts([
    [of("case"), summary?.case], [of("visits"), summary?.visits.join(", ")],
    [of("salon"), info?.get("Source-Organization")], [of("origin"), summary?.origin], [of("made"), summary?.made],
    [of("for"), summary && of(`for.${summary.for}`)], [of("program"), summary?.program], [of("folder"), folder],
    [of("when"), `${utc(checkedAt)} UTC`], [of("browser"), navigator.userAgent],
  ]));
}

function showPaper(words, { keys, checkpoint, older, summary }) {
  byId("paper").hidden = keys.length === 0;
  byId("keys").replaceChildren(facts(keys.map(key => [
    `${words.say("paper.key")}: ${words.say(key === checkpoint?.signer ? "paper.key.now" : "paper.key.former")}`,
    element("span", { class: "exact fingerprint" }, fingerprint(key.key)),
  ])));
  const paperOf = size => summary?.checkpoints.find(one => one.size === size)?.paper ?? "";
  const rows = older.map(one => [String(one.size), exact(toBase64(one.root)), paperOf(one.size)]);
  if (checkpoint !== undefined) rows.push([String(checkpoint.size), exact(toBase64(checkpoint.root)), words.say("paper.now")]);
  byId("states").replaceChildren(table(words.say("paper.sizes"), ["size", "root", "on"].map(name => words.say(`paper.${name}`)), rows));
}

function showCounts(words, { report, tokens }) {
  const rows = Array.from(report.checked, ([what, n]) =>
    element("tr", { "data-what": what }, element("td", { class: "number" }, String(n)), element("td", {}, words.say(`checked.${what}`))));
  const times = tokens.map(({ where, time, authority }) =>
    element("li", {}, words.say("times.over", { path: where, time: utc(time), authority })));
  byId("counts").replaceChildren(heading(words.say("counts.title")), element("table", {}, element("tbody", {}, ...rows)),
    ...(times.length > 0 ? [heading(words.say("times.title")), element("ul", {}, ...times)] : []));
}

function showUnchecked(words, unchecked) {
  byId("unchecked").replaceChildren(heading(words.say("unchecked.title")), element("ul", {}, ...unchecked.map(
    ({ what, values }) => element("li", { "data-what": what }, words.say(`unchecked.${what}`, values)))));
}

/** What came out of `verify`. */
export function showDossier(words, dossier) {
  const { findings, unchecked } = dossier.report;
  const kind = findings.length === 0 ? "intact" : "findings";
  showVerdict(words, kind === "intact" ? "intact" : "damaged", kind === "intact" ? "\u2713" : "\u2717",
    words.say(`verdict.${kind}`, { n: findings.length }), words.say(`verdict.${kind}.means`));
  showFindings(words, findings);
  showAbout(words, dossier);
  showPaper(words, dossier);
  showCounts(words, dossier);
  showUnchecked(words, unchecked);
}

/** Why there is no result: {what, values}. */
export function showUnusable(words, { what, values }) {
  showVerdict(words, "unusable", "?", words.say("verdict.unusable"), words.say(what, values));
  for (const id of ["findings", "about", "counts", "unchecked"]) byId(id).replaceChildren();
  byId("findings").hidden = true;
  byId("paper").hidden = true;
}
