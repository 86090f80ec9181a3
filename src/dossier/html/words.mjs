// What the page says, in five languages. A key that is not there is a mistake of ours.

export class Words {
  #table;

  constructor(table, language) {
    this.#table = table;
    this.choose(language);
  }
  /** `pl-PL` is `pl`; a language that there is not is English. */
  choose(language) {
    const wanted = String(language).slice(0, 2).toLowerCase();
    this.language = Object.hasOwn(this.#table, wanted) ? wanted : "en";
  }
  get languages() {
    return Object.entries(this.#table).map(([language, words]) => ({ language, name: words["language.name"] }));
  }
  has(key) { return Object.hasOwn(this.#table[this.language], key); }
  /** With each `{name}` replaced by the value of that name. */
  say(key, values = {}) {
    if (!this.has(key)) throw new Error(`no words for ${key}`);
    return this.#table[this.language][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  }
}
