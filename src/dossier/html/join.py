#!/usr/bin/python3
"""Joins the page, its style, words and modules into one file that needs nothing else: verify.html.

usage: join.py OUTPUT [DEPENDENCY_FILE]   the latter, for make or ninja, gets the names of all that was read

Each module becomes a function of its own scope; what it exports, the function returns. Its script and
style are allowed by their SHA-256 in the page's Content-Security-Policy, and nothing else is."""
import base64
import hashlib
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
LANGUAGES = ("pl", "it", "es", "el", "en")
IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./([a-z0-9_]+)\.mjs";\n', re.MULTILINE)
EXPORT = re.compile(r"^export ((?:async )?(?:function\*?|class|const) (\w+))", re.MULTILINE)


def modules_in_order(name, seen=()):
    """`name` and all that it imports, each after what it needs."""
    if name in seen:
        raise SystemExit(f"{name}.mjs imports itself by way of {seen[-1]}.mjs")
    order = {}
    for _, other in IMPORT.findall((HERE / f"{name}.mjs").read_text("utf-8")):
        order |= modules_in_order(other, (*seen, name))
    return order | {name: None}


def as_function(name):
    text = (HERE / f"{name}.mjs").read_text("utf-8")
    exported = ", ".join(found[1] for found in EXPORT.findall(text))
    body = IMPORT.sub(r"const \1 = \2_module;\n", EXPORT.sub(r"\1", text))
    if re.search(r"^(import|export)\b", body, re.MULTILINE):
        raise SystemExit(f"{name}.mjs imports or exports in a way that is not joined")
    return f"// {name}.mjs\nconst {name}_module = (() => {{\n{body}return {{ {exported} }};\n}})();\n"


def script():
    functions = "\n".join(as_function(name) for name in modules_in_order("main"))
    return f'"use strict";\n(() => {{\n{functions}}})();\n'


def words():
    table = {language: json.loads((HERE / f"words/{language}.json").read_text("utf-8")) for language in LANGUAGES}
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def source(text):
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode()


def page():
    code, style = script(), (HERE / "style.css").read_text("utf-8")
    if "</" in style or "</script" in code:
        raise SystemExit("a closing tag in script or style would end it early")
    parts = {"script": code, "style": style, "words": words(), "script-source": source(code), "style-source": source(style)}
    return re.sub(r"\{\{([a-z-]+)\}\}", lambda match: parts[match.group(1)], (HERE / "page.html").read_text("utf-8"))


if __name__ == "__main__":
    output = pathlib.Path(sys.argv[1])
    output.write_text(page(), "utf-8")
    if len(sys.argv) > 2:
        read = sorted([*HERE.glob("*.mjs"), *HERE.glob("words/*.json"), HERE / "page.html", HERE / "style.css"])
        pathlib.Path(sys.argv[2]).write_text(f"{output}: {' '.join(map(str, read))}\n", "utf-8")
