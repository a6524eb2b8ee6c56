// A small WebDriver BiDi client for Debian's Firefox: Playwright speaks BiDi
// too, but asks for commands that the extended-support release has not got.

import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import WebSocket from "ws";
import { program } from "./harness.mjs";

// Under automation Firefox lets files read each other unless it is told not to.
const PREFERENCES = `
user_pref("security.fileuri.strict_origin_policy", true);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
`;

/** A headless Firefox with one page, which collects requests and errors. */
export class Firefox {
  requests = [];
  errors = [];
  #waiting = new Map();
  #next = 1;

  static async launch() {
    const firefox = new Firefox();
    firefox.profile = await mkdtemp(path.join(tmpdir(), "firefox-"));
    await writeFile(path.join(firefox.profile, "user.js"), PREFERENCES);
    firefox.process = spawn(program("firefox-esr", "firefox"),
      ["--headless", "--no-remote", "--profile", firefox.profile, "--remote-debugging-port=0"],
      { stdio: ["ignore", "ignore", "pipe"] });
    firefox.socket = new WebSocket(`${await firefox.#address()}/session`);
    await new Promise((open, fail) => firefox.socket.on("open", open).on("error", fail));
    firefox.socket.on("message", (text) => firefox.#hear(JSON.parse(text)));
    await firefox.#send("session.new", { capabilities: {} });
    await firefox.#send("session.subscribe",
      { events: ["log.entryAdded", "network.beforeRequestSent"] });
    const { contexts } = await firefox.#send("browsingContext.getTree", {});
    firefox.context = contexts[0].context;
    return firefox;
  }

  goto(url) {
    return this.#send("browsingContext.navigate", { context: this.context, url, wait: "complete" });
  }

  reload() {
    return this.#send("browsingContext.reload", { context: this.context, wait: "complete" });
  }

  /** Runs a function without arguments in the page; it returns a plain value. */
  async evaluate(work) {
    const answer = await this.#send("script.evaluate", {
      expression: `JSON.stringify((${work})() ?? null)`,
      target: { context: this.context },
      awaitPromise: true,
    });
    if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
    return JSON.parse(answer.result.value);
  }

  async until(condition) {
    const end = Date.now() + 10_000;
    while (!(await this.evaluate(condition))) {
      if (Date.now() > end) throw new Error(`it never came true that ${condition}`);
      await new Promise((later) => setTimeout(later, 50));
    }
  }

  async close() {
    const ended = new Promise((end) => this.process.once("exit", end));
    await this.#send("browser.close", {}).catch(() => this.process.kill());
    await ended;
    await rm(this.profile, { recursive: true, force: true });
  }

  /** Firefox prints where it listens. */
  #address() {
    return new Promise((found, fail) => {
      let said = "";
      this.process.on("exit", () => fail(new Error(`Firefox ended early: ${said}`)));
      this.process.stderr.on("data", (bytes) => {
        said += bytes;
        const match = said.match(/WebDriver BiDi listening on (ws:\S+)/);
        if (match) found(match[1]);
      });
    });
  }

  #send(method, params) {
    const id = this.#next++;
    this.socket.send(JSON.stringify({ id, method, params }));
    return new Promise((done, fail) => this.#waiting.set(id, { done, fail, method }));
  }

  #hear(message) {
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.type === "success") waiting?.done(message.result);
    if (message.type === "error") {
      waiting?.fail(new Error(`${waiting.method}: ${message.message}`));
    }
    if (message.method === "network.beforeRequestSent") {
      this.requests.push(message.params.request.url);
    }
    if (message.method === "log.entryAdded" && message.params.level === "error") {
      this.errors.push(message.params.text);
    }
  }
}
