// The single file, opened from a disk.

import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { Firefox } from "./firefox.mjs";
import { Visit, dist, launchChromium, on } from "./harness.mjs";

const file = pathToFileURL(path.join(dist, "decision-widget.html")).href;
const isOther = (url) => !url.startsWith(file) && !url.startsWith("data:");

const isReady = () => Boolean(document.querySelector("decision-widget").shadowRoot?.querySelector("[part=widget]"));
const state = () => document.querySelector("decision-widget").state;
const tickFirst = () => document.querySelector("decision-widget").shadowRoot.querySelector("input").click();

test("in Chromium the offline file runs without a request and keeps its state", async () => {
  const browser = await launchChromium();
  try {
    await on(Visit.open(browser, file).then((visit) => visit.ready()), async (visit) => {
      await visit.widget().locator("input").first().click();
      await visit.page.waitForURL(/#d=1/);
      const link = new URL(visit.page.url()).hash.slice(3);
      assert.equal(await visit.state, link);
      await visit.page.reload();
      await visit.ready();
      assert.equal(await visit.state, link);
      await visit.widget().locator("summary", { hasText: /^From claims to a verdict/ }).click();
      await visit.widget().getByText(/stochastic multicriteria acceptability analysis/).waitFor();
      assert.deepEqual(visit.requests.filter(isOther), []);
    });
  } finally {
    await browser.close();
  }
});

test("in Firefox the offline file runs without a request and keeps its state", async () => {
  const firefox = await Firefox.launch();
  try {
    await firefox.goto(file);
    await firefox.until(isReady);
    await firefox.evaluate(tickFirst);
    await firefox.until(() => location.hash.startsWith("#d=1"));
    const link = await firefox.evaluate(state);
    await firefox.reload();
    await firefox.until(isReady);
    assert.equal(await firefox.evaluate(state), link);
    assert.notEqual(link, "");
    assert.deepEqual(firefox.requests.filter(isOther), []);
    assert.deepEqual(firefox.errors, []);
  } finally {
    await firefox.close();
  }
});
