// What an automatic inspector says of a page, and what does not fit into it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What the inspector finds, one line for each thing that is wrong. */
export async function inspect({ page }) {
  await page.evaluate(axe);
  const results = await page.evaluate((tags) =>
    globalThis.axe.run(document, { runOnly: tags, resultTypes: ["violations"] }), TAGS);
  assert.ok(results.passes.length > 20, "the inspector saw something");
  return results.violations.flatMap((it) => it.nodes.map((node) =>
    `${it.id}: ${node.target.flat().at(-1)}: ${node.failureSummary}`));
}

/** What sticks out of a screen that has to be scrolled sideways. */
export const overflow = ({ page }) => page.evaluate(() => {
  const { documentElement: root } = document;
  if (root.scrollWidth <= root.clientWidth) return [];
  const { shadowRoot } = document.querySelector("decision-widget");
  const out = [...shadowRoot.querySelectorAll("*")].filter((it) =>
    it.checkVisibility() &&
    (it.getBoundingClientRect().right > root.clientWidth + 0.5 || it.getBoundingClientRect().left < -0.5));
  return [`${root.scrollWidth} px`, ...out.map((it) =>
    `${it.localName}.${it.getAttribute("class")} “${it.textContent.slice(0, 40)}”`).slice(-9)];
});

/** Text that is cut off: boxes that hide what does not fit, and hold more. */
export const cutOff = ({ page }) => page.evaluate(() => {
  const { shadowRoot } = document.querySelector("decision-widget");
  const hides = (it) => ["hidden", "clip"].includes(getComputedStyle(it).overflowY) ||
    ["hidden", "clip"].includes(getComputedStyle(it).overflowX);
  const cut = [...shadowRoot.querySelectorAll("*")].filter((it) => it.checkVisibility() &&
    it instanceof HTMLElement && it.clientWidth > 1 && hides(it) &&
    (it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1));
  return cut.map((it) => `${it.localName}.${it.className} “${it.textContent.slice(0, 40)}”`);
});

/**
 * What is pressed and is smaller than a thumb, 44 pixels, or covers something
 * else that is pressed. The strip lies over whatever is scrolled below it.
 */
export const hardToHit = ({ page }) => page.evaluate(() => {
  const { shadowRoot } = document.querySelector("decision-widget");
  const pressed = [...shadowRoot.querySelectorAll("button, summary, input, select, textarea, a.dw-button")]
    .filter((it) => it.checkVisibility() && !it.matches(".dw-skip") && !it.closest(".dw-strip"));
  const places = pressed.map((it) => {
    const { top, bottom, left, right } = (it.closest("label") ?? it).getBoundingClientRect();
    return { what: `${it.localName}.${it.className} “${it.textContent.slice(0, 40)}”`, top, bottom, left, right };
  });
  const low = places.filter((it) => it.bottom - it.top < 43.5).map(({ what, top, bottom }) =>
    `${what} is ${bottom - top} px high`);
  const apart = (a, b) =>
    a.bottom <= b.top + 0.5 || b.bottom <= a.top + 0.5 || a.right <= b.left + 0.5 || b.right <= a.left + 0.5;
  const covering = places.flatMap((a, at) =>
    places.slice(at + 1).filter((b) => !apart(a, b)).map((b) => `${a.what} meets ${b.what}`));
  return [...low, ...covering];
});
