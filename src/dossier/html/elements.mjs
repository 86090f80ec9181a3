// Building a page out of values. Text is text: nothing that a dossier says is ever read as HTML.

/** `children`: elements and texts; nothing (undefined) is left out. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children.filter(child => child !== undefined));
  return made;
}

export const byId = id => document.getElementById(id);
export const exact = text => element("span", { class: "exact" }, text);

/** Rows of texts or elements under a caption. */
export function table(caption, heads, rows) {
  return element("table", {}, element("caption", {}, caption),
    element("thead", {}, element("tr", {}, ...heads.map(head => element("th", { scope: "col" }, head)))),
    element("tbody", {}, ...rows.map(row => element("tr", {}, ...row.map(cell => element("td", {}, cell))))));
}

/** Pairs of term and text; those without a text are left out. */
export function facts(pairs) {
  const known = pairs.filter(([, text]) => text !== undefined && text !== "");
  return element("dl", {}, ...known.flatMap(([term, text]) => [element("dt", {}, term), element("dd", {}, text)]));
}
