// Many elements, and elements that come and go.

import assert from "node:assert/strict";
import { test } from "node:test";
import { on, setUp } from "./harness.mjs";

const body = (markup) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Blog</title>
<link rel="icon" href="data:,"><body>${markup}<script type="module" src="/decision-widget.js"></script></body></html>`;

const FIFTY = Array.from({ length: 50 }, (_, at) => `<decision-widget id="w${at}" view="checklist"></decision-widget>`);

const site = setUp({
  extra: { "/fifty.html": body(FIFTY.join("")), "/none.html": body("<p id=place></p>") },
});

test("fifty elements on one page each keep their own state", () =>
  on(site.visit("/fifty.html"), async (visit) => {
    const { page } = visit;
    await page.evaluate(() => {
      const widgets = [...document.querySelectorAll("decision-widget")];
      widgets.forEach((it, at) => it.shadowRoot.querySelectorAll("[data-question] input:not([value=''])")[at].click());
    });
    await visit.until(() => [...document.querySelectorAll("decision-widget")].every((it) => it.state));
    const told = await page.evaluate(() => [...document.querySelectorAll("decision-widget")].map((it) => it.state));
    assert.equal(new Set(told).size, 50);
    await page.waitForURL((url) => url.hash === `#d=${told[0]}`);
    // Each of them has written its address by now, if it thinks that it has one.
    await page.evaluate(() => new Promise((later) => setTimeout(later, 500)));
    assert.equal(new URL(page.url()).hash, `#d=${told[0]}`, "the first alone has the URL");
  }));

/** Connects and disconnects an element, each time until it is drawn. */
const cycle = (page, count) => page.evaluate(async (times) => {
  const place = document.querySelector("#place");
  for (let at = 0; at < times; at++) {
    const widget = document.createElement("decision-widget");
    widget.setAttribute("state", "1111jhe");
    place.append(widget);
    while (!widget.shadowRoot?.querySelector("[part=widget]")) await new Promise((drawn) => setTimeout(drawn));
    // A move, and a way back after a while, belong to a life.
    document.body.append(widget);
    widget.remove();
    await null;
    if (at % 10 === 0) {
      place.append(widget);
      await new Promise((drawn) => requestAnimationFrame(drawn));
      widget.remove();
      await null;
    }
  }
}, count);

async function measured(visit, cdp) {
  // What is due may come, and what nobody holds may go.
  await visit.page.evaluate(() => new Promise((later) => setTimeout(later, 1500)));
  for (let times = 0; times < 3; times++) await cdp.send("HeapProfiler.collectGarbage");
  const { metrics } = await cdp.send("Performance.getMetrics");
  const metric = (name) => metrics.find((it) => it.name === name).value;
  return {
    heap: metric("JSHeapUsedSize"),
    nodes: metric("Nodes"),
    listeners: metric("JSEventListeners"),
    memory: await visit.page.evaluate(() => memory.buffer.byteLength),
  };
}

/** Lets the page see the program's memory, which nobody else can. */
const watchMemory = () => {
  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async (...how) => {
    const result = await instantiateStreaming(...how);
    globalThis.memory ??= Object.values(result.instance.exports).find((it) => it instanceof WebAssembly.Memory);
    return result;
  };
};

test("a thousand elements that come and go leave nothing behind", async (t) => {
  await on(site.visitPage("/none.html"), async (visit) => {
    const { page, context } = visit;
    page.setDefaultTimeout(300_000);
    await page.addInitScript(watchMemory);
    await page.reload();
    await visit.until(() => Boolean(customElements.get("decision-widget")));
    const cdp = await context.newCDPSession(page);
    await cdp.send("Performance.enable");
    await cycle(page, 100);
    let before, after = await measured(visit, cdp);
    // How many are there at a time depends on the machine, so that the first rounds
    // may need a step of memory more each; it settles within a few. A leak takes
    // more in every one.
    for (let round = 0; round < 8 && before?.memory !== after.memory; round++) {
      before = after;
      await cycle(page, 1000);
      after = await measured(visit, cdp);
      t.diagnostic(`before ${JSON.stringify(before)}, after ${JSON.stringify(after)}`);
    }
    assert.equal(after.memory, before.memory, "the program's memory does not grow");
    assert.ok(after.nodes <= before.nodes + 50, `${after.nodes - before.nodes} nodes are left`);
    assert.ok(after.listeners <= before.listeners + 5, `${after.listeners - before.listeners} listeners are left`);
    assert.ok(after.heap < before.heap * 1.1, `the heap grew by ${after.heap - before.heap} bytes`);
  });
});
