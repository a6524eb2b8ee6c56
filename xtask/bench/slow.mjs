// The page on a slow machine: a folder behind a server, and a Chromium that is
// slowed down four times.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { chromium } from "playwright-core";

export const SLOWDOWN = 4;
/** A phone and a desk, in pixels. */
export const WIDTHS = [360, 1280];

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };

/** Serves `folder`; gives its address, a browser, and what closes both. */
export async function slow(folder) {
  const server = createServer(async ({ url }, response) => {
    const name = new URL(url, "http://localhost").pathname.replace(/^\/$/, "/index.html");
    try {
      const body = await readFile(path.join(folder, path.normalize(name)));
      response.writeHead(200, { "content-type": TYPES[path.extname(name)] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic"],
  });
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    browser,
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** An empty page of this width, in a context of its own. */
export async function blank(browser, width) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, serviceWorkers: "block" });
  return { context, page: await context.newPage() };
}

/** Leaves a page one word: what any page costs, the browser and the machine alone. */
export const oneWord = (page) =>
  page.route("**", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><p>Text" }));

/** Leaves a page its text, without any script of ours. */
export const noScript = (page) => page.route(/\.(js|wasm)$/, (route) => route.abort());

/** Waits until the browser has been idle in a page for a while. */
export const idle = (page) => page.evaluate(async () => {
  for (let at = 0; at < 20; at++) await new Promise(requestIdleCallback);
});

/** Slows a page down; gives the session that did. */
export async function slowed(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  return session;
}

/** The value below which the part `q` of a list lies. */
export const quantile = (list, q) =>
  list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(q * list.length))];
