// The stand-alone page, as a browser loads it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Visit, on, setUp } from "./harness.mjs";

const site = setUp();

test("the page loads, defines the element and asks for nothing else", () =>
  on(site.visit("/"), async (visit) => {
    const { page, requests } = visit;
    assert.ok(await page.evaluate(() => customElements.get("decision-widget") !== undefined));
    const asked = requests.map((url) => new URL(url).pathname).sort();
    const files = ["/", "/decision-widget.css", "/decision-widget.js", "/decision-widget.wasm"];
    assert.deepEqual(asked, files, "each file is asked for once");
    const before = requests.length;
    await visit.widget().locator("input").first().click();
    await page.waitForTimeout(300);
    assert.equal(requests.length, before, "answering sends nothing");
  }));

test("the page can be read before any script runs", async () => {
  const visit = await site.visitPage("/", { javaScriptEnabled: false });
  assert.ok(await visit.page.locator("decision-widget legend").first().isVisible());
  await visit.close();
});

test("an answer goes into the URL, and reload and back restore", () =>
  on(site.visit("/"), async (visit) => {
    const { page } = visit;
    const input = visit.widget().locator("input").first();
    await input.click();
    await page.waitForURL(/#d=1/);
    const link = new URL(page.url()).hash.slice(3);
    assert.equal(await visit.state, link);

    await page.reload();
    await visit.ready();
    assert.equal(await visit.state, link);
    assert.ok(await visit.widget().locator("input").first().isChecked());

    await page.goBack();
    await visit.until(() => document.querySelector("decision-widget").state === "");
    assert.equal(new URL(page.url()).hash, "");
    await page.goForward();
    await visit.until((it) => document.querySelector("decision-widget").state === it, link);
  }));

test("a page without WebAssembly keeps its text and says what is missing", async () => {
  const visit = await Visit.open(site.browser, "about:blank");
  await visit.page.addInitScript(() => { delete globalThis.WebAssembly; });
  await visit.page.goto(`${site.server.origin}/`);
  const sentence = visit.page.locator("decision-widget [role=alert]");
  await sentence.waitFor();
  assert.match(await sentence.textContent(), /could not start WebAssembly: this browser has none/);
  assert.ok(await visit.page.locator("decision-widget > *").first().isVisible());
  await visit.close();
});
