// What an automatic inspector says of the page, and whether it fits a small
// screen.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { on, setUp } from "./harness.mjs";
import { answer, openAll, person, readAll, shows, workedOut } from "./person.mjs";

const site = setUp();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const situations = {
  "nothing answered": [() => {}, "undecided"],
  "a verdict": [(visit) => answer(visit, person("JavaScript team told to use Go").answers), "clear"],
  "a conflict": [(visit) =>
    answer(visit, person("Sub-millisecond, CPU-heavy, no Go and no way to get it").answers), "conflict"],
};

/** What the inspector finds, one line for each thing that is wrong. */
async function inspect(visit) {
  await visit.page.evaluate(axe);
  const results = await visit.page.evaluate((tags) =>
    globalThis.axe.run(document, { runOnly: tags, resultTypes: ["violations"] }), TAGS);
  assert.ok(results.passes.length > 20, "the inspector saw something");
  return results.violations.flatMap((it) => it.nodes.map((node) =>
    `${it.id}: ${node.target.flat().at(-1)}: ${node.failureSummary}`));
}

/** How far the page is wider than the screen, and what sticks out. */
const overflow = (visit) => visit.page.evaluate(() => {
  const { documentElement: root } = document;
  const { shadowRoot } = document.querySelector("decision-widget");
  const out = [...shadowRoot.querySelectorAll("*")].filter((it) =>
    it.checkVisibility() && it.getBoundingClientRect().right > root.clientWidth + 0.5);
  const isWider = root.scrollWidth > root.clientWidth;
  return isWider ? out.map((it) => `${it.localName}.${it.className}`).slice(0, 9).concat("") : [];
});

/** Inspects the page in both colour schemes, on small and large screens. */
async function inspectAll(visit, widths) {
  for (const colorScheme of ["light", "dark"]) {
    await visit.page.emulateMedia({ colorScheme });
    for (const width of widths) {
      await visit.page.setViewportSize({ width, height: 800 });
      assert.deepEqual(await inspect(visit), [], `${colorScheme}, ${width} px`);
      assert.deepEqual(await overflow(visit), [], `${width} px`);
    }
  }
}

// Nothing moves, so that colours are looked at when they have arrived.
const still = { reducedMotion: "reduce" };

for (const [name, [prepare, kind]] of Object.entries(situations)) {
  test(`with ${name} the inspector has nothing to say, light or dark, on small and large screens`, () =>
    on(site.visit("/", still), async (visit) => {
      await prepare(visit);
      await shows(visit, kind);
      if (kind !== "undecided") await workedOut(visit);
      await inspectAll(visit, [360, 1280]);
    }));
}

test("with everything opened the inspector has nothing to say", () =>
  on(site.visit("/", still), async (visit) => {
    await answer(visit, person("Serious start-up, all told").answers);
    await workedOut(visit);
    await openAll(visit);
    await inspectAll(visit, [1280]);
  }));

test("a notice has nothing wrong with it either", () =>
  on(site.visit("/#d=1zzz", { viewport: { width: 360, height: 740 } }), async (visit) => {
    await visit.widget().locator(".dw-notice").waitFor();
    assert.deepEqual(await inspect(visit), []);
  }));

for (const [name, [prepare, kind]] of Object.entries(situations)) {
  test(`with ${name} and everything opened the page fits a screen of 320 px`, () =>
    on(site.visit("/", { viewport: { width: 320, height: 640 } }), async (visit) => {
      await prepare(visit);
      await shows(visit, kind);
      if (kind !== "undecided") await workedOut(visit);
      await readAll(visit);
      assert.deepEqual(await overflow(visit), []);
    }));
}

test("text of twice the size fits as well", () =>
  on(site.visit("/", { viewport: { width: 640, height: 640 } }), async (visit) => {
    await visit.page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
    await answer(visit, person("JavaScript team told to use Go").answers);
    assert.deepEqual(await overflow(visit), []);
  }));

test("the page before any script fits and passes too", () =>
  on(site.visitPage("/", { javaScriptEnabled: false, viewport: { width: 320, height: 640 } }), async (visit) => {
    const [wide, there] = await Promise.all([
      visit.page.locator("html").evaluate((it) => it.scrollWidth),
      visit.page.locator("html").evaluate((it) => it.clientWidth),
    ]);
    assert.equal(wide, there);
    assert.equal(await visit.page.locator("h1").count(), 1);
  }));
