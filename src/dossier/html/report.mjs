// What a check found: findings, what was looked at and how often, and what could not be looked at. Texts
// are keys of the words (`words/*.json`) with values; which language they are read in is the page's business.

export class Report {
  findings = [];
  unchecked = [];
  checked = new Map();

  /** Told once, however often it is met. */
  finding(where, what, values = {}) {
    this.#add(this.findings, { where, what, values });
  }
  notChecked(what, values = {}) {
    this.#add(this.unchecked, { where: "", what, values });
  }
  count(what, n = 1) {
    this.checked.set(what, (this.checked.get(what) ?? 0) + n);
  }
  #add(list, entry) {
    const key = JSON.stringify(entry);
    if (!list.some(other => JSON.stringify(other) === key)) list.push(entry);
  }
}
