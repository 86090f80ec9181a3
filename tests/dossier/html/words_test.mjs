// The page speaks five languages, and says everything in each of them.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const source = new URL("../../../src/dossier/html/", import.meta.url);
const read = name => readFileSync(new URL(name, source), "utf8");
const languages = ["pl", "it", "es", "el", "en"];
const words = Object.fromEntries(languages.map(language => [language, JSON.parse(read(`words/${language}.json`))]));
const placesIn = text => Array.from(text.matchAll(/\{\w+\}/g), ([place]) => place).sort();

/** Keys that the modules and the page name, as far as they stand there as text. */
function namedKeys() {
  const keys = new Set(Array.from(read("page.html").matchAll(/data-word="([^"]+)"/g), ([, key]) => key));
  const shapes = [[/\bfinding\(.+?, "([a-z0-9.]+)"/g, ""], [/notChecked\("([a-z0-9.]+)"/g, "unchecked."], [/\bcount\("([a-z]+)"/g, "checked."],
    [/(?:refuse|new Unreadable)\("((?:zip|file)\.[a-z.]+|browser|no\.dossier)"/g, ""], [/"((?:token|paper|file|proof)\.[a-z0-9.]+)"/g, ""], [/say\("([a-z0-9.]+)"/g, ""], [/of\("([a-z]+)"\)/g, "about."]];
  for (const name of readdirSync(source).filter(name => name.endsWith(".mjs")))
    for (const [shape, before] of shapes)
      for (const [, key] of read(name).matchAll(shape)) keys.add(key === "token.method" ? "unchecked.token.method" : before + key);
  return keys;
}

for (const language of languages)
  test(`${language} has every word, with the values that English has`, () => {
    assert.deepEqual(Object.keys(words[language]).sort(), Object.keys(words.en).sort());
    for (const [key, text] of Object.entries(words[language])) {
      assert.notEqual(text.trim(), "", key);
      assert.deepEqual(placesIn(text), placesIn(words.en[key]), key);
    }
  });

test("what the page can say it has words for, and no words lie about unused", () => {
  const named = namedKeys();
  for (const key of named) assert.ok(key in words.en, key);
  const computed = /^(language\.name|unexpected|verdict\.|about\.for\.|paper\.(size|root|on)$|checked\.(objects|withheld)$)/;
  for (const key of Object.keys(words.en)) assert.ok(named.has(key) || computed.test(key), `${key} is never said`);
  assert.ok(named.size > 90);
});
