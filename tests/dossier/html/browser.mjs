// A headless Chromium, spoken to over two pipes (DevTools protocol): opens the page from disk, gives it a dossier
// as a person would, and reads what it shows. Every request and every error of the page is kept.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const patience = 30_000;

class Protocol {
  #next = 1;
  #waiting = new Map();
  #rest = "";
  events = [];

  constructor(to, from) {
    this.to = to;
    from.setEncoding("utf8").on("data", text => this.#take(text));
  }
  #take(text) {
    const messages = (this.#rest + text).split("\0");
    this.#rest = messages.pop();
    for (const { id, result, error, method, params } of messages.map(JSON.parse)) {
      if (id === undefined) this.events.push({ method, params });
      else if (error) this.#waiting.get(id).reject(new Error(error.message));
      else this.#waiting.get(id).resolve(result);
    }
  }
  send(method, params = {}, sessionId = undefined) {
    const id = this.#next++;
    this.to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }
}

export class Browser {
  static async open(page) {
    const browser = new Browser();
    browser.home = mkdtempSync(join(tmpdir(), "ugoda-browser-"));
    browser.process = spawn("chromium", ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions",
      "--disable-background-networking", "--remote-debugging-pipe", `--user-data-dir=${browser.home}`, "about:blank"],
      { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    browser.protocol = new Protocol(browser.process.stdio[3], browser.process.stdio[4]);
    const { targetId } = await browser.protocol.send("Target.createTarget", { url: "about:blank" });
    browser.session = (await browser.protocol.send("Target.attachToTarget", { targetId, flatten: true })).sessionId;
    for (const domain of ["Page", "Runtime", "Network", "DOM", "Log"]) await browser.send(`${domain}.enable`);
    await browser.load(page);
    return browser;
  }

  send(method, params) { return this.protocol.send(method, params, this.session); }

  async load(page) {
    await this.send("Page.navigate", { url: pathToFileURL(page).href });
    await this.until("document.readyState === 'complete' && document.title !== ''");
  }

  /** The value of an expression in the page. */
  async value(expression) {
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", { expression, returnByValue: true, awaitPromise: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async until(expression) {
    for (const end = Date.now() + patience; Date.now() < end; await new Promise(resolve => setTimeout(resolve, 20)))
      if (await this.value(expression).catch(() => false)) return;
    throw new Error(`the page never came to: ${expression}`);
  }

  /** Chooses `path` (a zip, or a folder) in the input of that id and waits for the verdict. */
  async choose(id, path) {
    await this.value("document.getElementById('verdict').className = ''");
    const { root } = await this.send("DOM.getDocument");
    await this.value(`document.getElementById("${id}").value = ""`);  // as a click does
    const { nodeId } = await this.send("DOM.querySelector", { nodeId: root.nodeId, selector: `#${id}` });
    await this.send("DOM.setFileInputFiles", { nodeId, files: [path] });
    return this.result();
  }

  /** Drops `path` onto the page and waits for the verdict. */
  async drop(path) {
    await this.value("document.getElementById('verdict').className = ''");
    const data = { items: [], files: [path], dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"]) await this.send("Input.dispatchDragEvent", { type, x: 100, y: 300, data });
    return this.result();
  }

  /** {verdict: intact | damaged | unusable, findings: [`where: what`], text}. */
  async result() {
    await this.until("document.getElementById('verdict').className !== '' && !document.getElementById('result').hidden");
    return this.value(`({
      verdict: document.getElementById("verdict").className,
      findings: Array.from(document.querySelectorAll("#findings li"), item => item.dataset.where + ": " + item.dataset.what),
      text: document.getElementById("result").innerText,
    })`);
  }

  /** Addresses that the page asked for, itself excepted. */
  requests(page) {
    const own = pathToFileURL(page).href;
    return this.protocol.events.filter(({ method }) => method === "Network.requestWillBeSent")
      .map(({ params }) => params.request.url).filter(url => url !== own && url !== "about:blank");
  }
  complaints() {
    return this.protocol.events.filter(({ method }) => method === "Runtime.exceptionThrown" || method === "Log.entryAdded")
      .map(({ params }) => params.exceptionDetails?.exception?.description ?? params.entry.text);
  }

  async close() {
    await this.protocol.send("Browser.close").catch(() => {});
    await new Promise(resolve => this.process.exitCode === null ? this.process.once("exit", resolve) : resolve());
    rmSync(this.home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
