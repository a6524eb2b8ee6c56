// The page after its first visit: without a network, and after an update.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { dist, on, serve, setUp } from "./harness.mjs";

const site = setUp({
  extra: {
    "/blank.html": "<!doctype html><title>Blank</title><link rel=icon href=data:,>",
    "/around.html": '<!doctype html><title>Around</title><link rel="icon" href="data:,"><iframe src="/"></iframe>',
  },
});
const WORKING = { serviceWorkers: "allow" };

/** Waits until the page's own worker answers for it. */
const kept = (visit) => visit.until(() => Boolean(navigator.serviceWorker.controller));

const read = (name) => readFileSync(path.join(dist, name), "utf8");
const hash = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

/** The page as a later version has it, and the worker that belongs to it. */
function later(title) {
  const old = read("index.html");
  const page = old.replace(/<title>[^<]*/, `<title>${title}`);
  const worker = read("service-worker.js");
  const [, version] = worker.match(/="(sha256-[^"]+)"/);
  assert.ok(worker.includes(hash(old)), "the worker knows the page");
  return { page, worker: worker.replace(hash(old), hash(page)).replace(version, hash(title)) };
}

for (const folder of ["/", "/dist/"]) {
  test(`from ${folder}: after one visit all of the page works without a network`, async () => {
    const server = await serve();
    try {
      await on(site.visitPage("/blank.html", WORKING), async (visit) => {
        await visit.page.goto(server.origin + folder);
        await visit.ready();
        await kept(visit);
        await server.close();

        // Nothing of it was opened so far: it comes from what was kept.
        await visit.widget().locator("summary", { hasText: /^From claims to a verdict/ }).click();
        await visit.widget().getByText(/stochastic multicriteria acceptability analysis/).waitFor();
        await visit.widget().locator("input").first().click();
        await visit.page.waitForURL(/#d=1/);
        const state = await visit.state;
        await visit.page.reload();
        await visit.ready();
        assert.equal(await visit.state, state);
        await visit.page.goto(`${server.origin}${folder}index.html?from=a-link#d=${state}`);
        await visit.ready();
        assert.equal(await visit.state, state);
      });
    } finally {
      await server.close();
    }
  });
}

test("a newer version takes over as a whole, when the older is no longer open", async () => {
  const extra = {};
  const server = await serve(extra);
  try {
    await on(site.visitPage("/blank.html", WORKING), async (visit) => {
      const { page, context } = visit;
      await page.goto(`${server.origin}/`);
      await visit.ready();
      await kept(visit);
      const first = await page.title();
      const { page: text, worker } = later("Second");

      // The server has the new worker, but not yet the page that belongs to it.
      extra["/service-worker.js"] = worker;
      await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        const found = new Promise((resolve) => { registration.onupdatefound = () => resolve(registration.installing); });
        registration.update();
        const installing = await found;
        await new Promise((resolve) => {
          installing.onstatechange = () => installing.state === "redundant" && resolve();
        });
      });
      await page.reload();
      await visit.ready();
      assert.equal(await page.title(), first, "a mix is never kept");

      extra["/index.html"] = text;
      await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        registration.update();
        while (!registration.waiting) await new Promise((later) => setTimeout(later, 20));
      });
      await page.reload();
      await visit.ready();
      assert.equal(await page.title(), first, "an open page keeps its version");
      const caches = await page.evaluate(() => globalThis.caches.keys());
      assert.equal(caches.length, 2);

      await page.goto("about:blank");
      const next = await context.newPage();
      await page.close();
      for (let visits = 1; ; visits++) {
        assert.ok(visits < 50, "the next version takes over");
        await next.goto(`${server.origin}/`);
        if (await next.title() === "Second") break;
        await next.goto("about:blank");
      }
      await server.close();
      await next.reload();
      assert.equal(await next.title(), "Second");
      assert.equal(await next.evaluate(async () => (await globalThis.caches.keys()).length), 1, "the old one is gone");
    });
  } finally {
    await server.close();
  }
});

test("a page that embeds the widget gets no worker, nor does the page in a frame", () =>
  on(site.visitPage("/around.html", WORKING), async (visit) => {
    const { page } = visit;
    const count = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
    await page.frameLocator("iframe").locator("#decision-widget-page").waitFor();
    await page.waitForLoadState("networkidle");
    assert.equal(await count(), 0);
    for (const where of ["/examples/plain.html", "/embed.html", "/frame-full.html"]) {
      await page.goto(site.server.origin + where);
      await visit.ready();
      await page.waitForLoadState("networkidle");
      assert.equal(await count(), 0, where);
    }
  }));
