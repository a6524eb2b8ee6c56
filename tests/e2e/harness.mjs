// What every end-to-end test needs: dist/ behind a server, a browser, and a
// page that watches itself. A test that leaves an error on the console fails.

import assert from "node:assert/strict";
import { accessSync, constants, createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { after, before } from "node:test";
import { chromium } from "playwright-core";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const dist = path.join(root, "dist/");

/** Milliseconds after which waiting is given up. */
export const PATIENCE = 10_000;

/** Milliseconds after which a test has gone astray: a slow machine takes a fifth of it. */
const ASTRAY = 240_000;

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** The page in the language of tests, see docs/translation.md. */
export const pseudo = path.join(process.env.CARGO_TARGET_DIR ?? path.join(root, "target"), "pseudo/dist/");

/** Where a path lies: the examples with dist/ beside them, or else in `folder`. */
const place = (name, folder) =>
  path.join(/^\/(examples|dist)\//.test(name) ? root : folder, path.normalize(name));

/**
 * Serves `folder` and, before it, the texts of `extra` by their path, for
 * instance `{ "/two.html": "<!doctype html>…" }`; `more` headers with all.
 */
export async function serve(extra = {}, more = {}, folder = dist) {
  const asked = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const name = pathname.replace(/\/$/, "/index.html");
    const headers = {
      "content-type": TYPES[path.extname(name)] ?? "application/octet-stream",
      "access-control-allow-origin": "*",
      // As websites do: what has come once need not come again.
      "cache-control": "max-age=600",
      ...more,
    };
    asked.push(pathname);
    if (name in extra) return void response.writeHead(200, headers).end(extra[name]);
    const file = place(name, folder);
    const found = await stat(file).then((it) => it.isFile(), () => false);
    if (!found) return void response.writeHead(404).end("not found");
    response.writeHead(200, headers);
    createReadStream(file).pipe(response);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    /** The paths that were asked for; what a browser has cached is not. */
    asked,
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((closed) => {
      server.closeAllConnections();
      server.close(closed);
    }),
  };
}

/** The first of these programs that is on the path. */
export function program(...names) {
  for (const folder of process.env.PATH.split(path.delimiter)) {
    for (const name of names) {
      const file = path.join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch { /* It is in another folder. */ }
    }
  }
  throw new Error(`none of these programs is installed: ${names.join(", ")}`);
}

const QUIET = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

export const launchChromium = (more = []) => chromium.launch({
  executablePath: program("chromium", "chromium-browser", "google-chrome"),
  args: [...QUIET, ...more],
});

/** A page that collects what it asks for and what it complains about. */
export class Visit {
  requests = [];
  errors = [];

  static async open(browser, address, options = {}) {
    const { expectErrors = false, ...contextOptions } = options;
    const visit = new Visit();
    visit.expectErrors = expectErrors;
    // What is kept for being offline would answer in place of the server.
    visit.context = await browser.newContext({ serviceWorkers: "block", ...contextOptions });
    visit.page = await visit.context.newPage();
    visit.page.setDefaultTimeout(PATIENCE);
    visit.page.on("request", (request) => visit.requests.push(request.url()));
    visit.page.on("pageerror", (error) => visit.errors.push(String(error)));
    visit.page.on("console", (message) => {
      if (message.type() === "error") visit.errors.push(message.text());
    });
    await visit.page.goto(address);
    return visit;
  }

  /** Waits until every widget of the page is drawn. */
  async ready() {
    await this.until(() => {
      const widgets = [...document.querySelectorAll("decision-widget")];
      return widgets.length > 0 && widgets.every((it) => it.shadowRoot?.querySelector("[part=widget]"));
    });
    return this;
  }

  /**
   * Waits until `condition`, run in the page, holds. Playwright's own
   * waitForFunction needs `eval`, which the page's policy forbids.
   */
  async until(condition, argument) {
    const end = Date.now() + PATIENCE;
    while (!(await this.page.evaluate(condition, argument))) {
      if (Date.now() > end) throw new Error(`it never came true that ${condition}`);
      await new Promise((later) => setTimeout(later, 20));
    }
  }

  /**
   * What a reader sees of the `selector`'s widget. Locators see into open
   * shadow roots; the fallback, which is hidden by then, is left out.
   */
  widget(selector = "decision-widget") {
    return this.page.locator(selector).locator('[part="widget"]').first();
  }

  get state() {
    return this.page.evaluate(() => document.querySelector("decision-widget").state);
  }

  async close() {
    await this.context.close();
    if (!this.expectErrors) assert.deepEqual(this.errors, [], "the console is free of errors");
  }
}

/**
 * Gives the tests of a file one server and one browser:
 * `const site = setUp(); … await site.visit("/")`.
 */
export function setUp({ extra = {}, headers = {}, launch = launchChromium, folder = dist } = {}) {
  const site = {
    /** Opens a page and waits for its widgets. */
    visit: async (where, options) => (await site.visitPage(where, options)).ready(),
    /** Opens a page, whatever is on it. */
    visitPage: (where, options) => Visit.open(site.browser, site.server.origin + where, options),
  };
  before(async () => {
    site.server = await serve(extra, headers, folder);
    site.browser = await launch();
  });
  after(async () => {
    await site.browser?.close();
    await site.server?.close();
  });
  return site;
}

/** Runs `test` on a visit and closes it whatever happens, which ends a test that goes round in circles. */
export async function on(visiting, test) {
  const visit = await visiting;
  let timer;
  const astray = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error("the test never comes to its end")), ASTRAY);
  });
  try {
    await Promise.race([test(visit), astray]);
  } catch (error) {
    await visit.context.close();
    if (visit.errors.length) error.message += `\nconsole: ${visit.errors.join("\n")}`;
    throw error;
  } finally {
    clearTimeout(timer);
  }
  await visit.close();
}
