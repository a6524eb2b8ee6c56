// The single file, opened from a disk.

import assert from "node:assert/strict";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { EMULATE_NOTHING, Visit, dist, launchChromium, launchFirefox, on } from "./harness.mjs";

const file = pathToFileURL(path.join(dist, "decision-widget.html")).href;

for (const [name, launch] of [["Chromium", launchChromium], ["Firefox", launchFirefox]]) {
  describe(`the offline file in ${name}`, () => {
    let browser;
    before(async () => { browser = await launch(); });
    after(() => browser?.close());

    test("runs without a single request, and keeps its state in its address", () =>
      on(Visit.open(browser, file, EMULATE_NOTHING).then((visit) => visit.ready()), async (visit) => {
        const { page, requests } = visit;
        await visit.widget().locator("input").first().click();
        await page.waitForURL(/#d=1/);
        const link = new URL(page.url()).hash.slice(3);
        assert.equal(await visit.state, link);
        await page.reload();
        await visit.ready();
        assert.equal(await visit.state, link);
        const others = requests.filter((url) => !url.startsWith(file) && !url.startsWith("data:"));
        assert.deepEqual(others, []);
      }));
  });
}
