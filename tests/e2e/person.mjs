// Somebody who answers the checklist, and what the same answers come to
// without a browser.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (file) => JSON.parse(readFileSync(root + file, "utf8"));

/** The comparison that is built in. */
export const dataset = read("data/go-or-node.json");

const persons = read("tests/personas.json");

/** One of the persons whom the native tests know, by the name. */
export function person(name) {
  const found = persons.find((it) => it.name === name);
  assert.ok(found, `there is a person "${name}"`);
  return found;
}

const found = (list, id) => {
  const it = list.find((one) => one.id === id);
  assert.ok(it, `the comparison knows ${id}`);
  return it;
};

export const question = (id) => found(dataset.questions, id);
export const choice = (id, choiceId) => found(question(id).choices, choiceId);
export const criterion = (id) => found(dataset.criteria, id);
export const scenario = (id) => found(dataset.scenarios, id);
export const option = (id) => found(dataset.options, id);
export const claim = (id) => found(dataset.claims, id);
export const source = (id) => found(dataset.sources, id);

const golden = read("tests/golden/stamped.json");
// The present edition: the last that links were added for.
const { edition } = golden.at(-1).said;

/** A link without notes that comes to this kind of verdict. */
export function linkSaying(kind, first) {
  const isIt = ({ said, means }) => said.edition === edition && said.kind === kind &&
    said.options[0] === first && !means.notes;
  const { link } = golden.find(isIt) ?? {};
  assert.ok(link, `a golden link says ${kind} ${first ?? ""}`);
  return link;
}

/** Answers as pairs of question and choice, several for a list. */
export const pairs = (answers) =>
  Object.entries(answers).flatMap(([id, choices]) => [choices].flat().map((it) => [id, it]));

const run = promisify(execFile);

/** The report that `cargo xtask decide` prints for a link. */
export async function nativeReport(link) {
  const { stdout } = await run("cargo", ["xtask", "decide", "--link", `http://x/#d=${link}`],
    { cwd: root, maxBuffer: 1 << 24 });
  return JSON.parse(stdout);
}

/** The report of the page's first widget, through JSON as others would take it. */
export async function pageReport(visit) {
  // The outlook is there once the part that works it out is.
  await visit.until(() => {
    const { progress, without_source } = document.querySelector("decision-widget").report;
    return progress.answered === 0 || without_source.length > 0;
  });
  const json = await visit.page.evaluate(() =>
    JSON.stringify(document.querySelector("decision-widget").report));
  return JSON.parse(json);
}

/** The question's field with this choice; an empty one is "not sure". */
export const field = (visit, id, choiceId = "") =>
  visit.widget().locator(`fieldset[data-question="${id}"] input[value="${choiceId}"]`);

/** A section of the page by its heading. */
export const section = (visit, heading) =>
  visit.widget().locator(".dw-section", { has: visit.page.getByRole("heading", { name: heading, exact: true }) });

/** A button of the widget by its name. */
export const button = (visit, name) => visit.widget().getByRole("button", { name, exact: true });

/** How many questions the page counts as answered. */
export const answered = (visit) =>
  visit.page.evaluate(() =>
    document.querySelector("decision-widget").shadowRoot.querySelector("progress").value);

/** The kind of verdict that is shown. */
export const kind = (visit) =>
  visit.widget().locator("[data-verdict]").getAttribute("data-verdict");

/** Waits until the page shows a verdict of this kind. */
export const shows = (visit, wanted) =>
  visit.widget().locator(`[data-verdict="${wanted}"]`).waitFor();

/**
 * Does something that changes the decision, and waits until the page has told
 * a new state: the `wanted` one, or whatever comes next.
 */
export async function change(visit, act, wanted) {
  const told = visit.page.evaluate((wanted) => new Promise((told) => {
    const widget = document.querySelector("decision-widget");
    const listen = ({ detail }) => {
      if (detail.state !== (wanted ?? detail.state)) return;
      widget.removeEventListener("decision-change", listen);
      told(detail.state);
    };
    widget.addEventListener("decision-change", listen);
  }), wanted);
  await act();
  return told;
}

/**
 * Does something that brings the decision to a known state, and waits until the
 * page has told it: the widget's own `state` is ahead of that by a frame.
 */
export const reach = (visit, state, act) => change(visit, act, state);

/** Ticks all answers at one go, for tests that begin behind the checklist. */
export async function answer(visit, answers) {
  await visit.page.evaluate((ticks) => {
    const { shadowRoot } = document.querySelector("decision-widget");
    for (const [id, value] of ticks) {
      shadowRoot.querySelector(`[data-question="${id}"] input[value="${value}"]`).click();
    }
  }, pairs(answers));
  await visit.until((count) =>
    document.querySelector("decision-widget").shadowRoot.querySelector("progress").value === count,
  Object.keys(answers).length);
  await visit.until(() => location.hash.slice(3) === document.querySelector("decision-widget").state);
}

/** Which answers are ticked, by question. */
export const ticked = (visit) =>
  visit.page.evaluate(() => {
    const { shadowRoot } = document.querySelector("decision-widget");
    const fields = [...shadowRoot.querySelectorAll("[data-question] input:checked")];
    return fields.filter((it) => it.value).map((it) => [it.name, it.value]);
  });

/** A share as the page words it; the sign stays with its number. */
export function percent(share) {
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return "under 1\u00a0%";
  if (rounded === 100 && share < 1) return "over 99\u00a0%";
  return `${rounded}\u00a0%`;
}

/** Shares of the chart, by the name of the option. */
export const chart = async (visit) => {
  const rows = await visit.widget().locator('.dw-panel [data-chart="shares"] li').all();
  return Object.fromEntries(await Promise.all(rows.map(async (row) =>
    [await row.locator(".dw-label").innerText(), await row.locator(".dw-value").innerText()])));
};

/**
 * Opens all that can be opened, layer by layer: what a click opens is drawn a
 * turn later, and may hold more.
 */
export const openAll = (visit) => visit.page.evaluate(async () => {
  const { shadowRoot } = document.querySelector("decision-widget");
  const all = (which) => [...shadowRoot.querySelectorAll(`details${which}`)];
  for (;;) {
    const closed = all(":not([open])");
    const empty = all("[open]").filter((it) => it.childElementCount === 1);
    if (closed.length + empty.length === 0) return;
    for (const it of closed) it.querySelector("summary").click();
    await new Promise((drawn) => requestAnimationFrame(drawn));
  }
});

/** Opens all that can be opened, and waits until it is there. */
export async function readAll(visit) {
  await openAll(visit);
  await fetched(visit);
  await openAll(visit);
}

/** Waits until all that was opened is fetched and drawn, in whatever language that is told. */
export const fetched = (visit) => visit.until(() => {
  const { shadowRoot } = document.querySelector("decision-widget");
  const all = (which) => [...shadowRoot.querySelectorAll(which)];
  return all("details[open]").every((it) => it.childElementCount > 1)
    && !all("p.dw-note, p.dw-coming").some((it) => it.textContent.endsWith("…"))
    && !shadowRoot.querySelector("details[open] [aria-busy=true], .dw-coming[aria-busy=true]");
});

/** What matches `selector` once it is drawn with all that is in it. */
const drawn = (selector) => `${selector}[aria-busy="false"]:not(:has([aria-busy="true"]))`;

/** Unfolds the sheet for sharing, unless the link has done so, and gives the widget. */
export async function openSheet(visit) {
  const widget = visit.widget();
  const heading = visit.page.locator("> summary", { hasText: /^Share, record, compare/ });
  const sheet = widget.locator("details", { has: heading });
  if (await sheet.getAttribute("open") === null) await sheet.locator("> summary").click();
  await widget.locator(drawn(".dw-sheet")).waitFor();
  return widget;
}

/** Waits until those who are compared are told apart, and all of it is drawn. */
export const toldApart = (visit) =>
  visit.widget().locator(`${drawn(".dw-sheet")} .dw-compared`).waitFor();

/** Opens the lab and waits until its simulation is through. */
export async function openLab(visit) {
  await visit.widget().locator("summary", { hasText: /^Simulate your load/ }).click();
  const lab = visit.widget().locator(".dw-lab");
  await lab.waitFor();
  await simulated(lab);
  return lab;
}

/** Waits until the lab has simulated what is asked for, which takes long where others work, too. */
export async function simulated(lab) {
  await lab.and(lab.page().locator("[aria-busy=false]")).waitFor();
  await lab.locator("progress").waitFor({ state: "detached", timeout: 60_000 });
}

/** Waits until what would change the answer has been worked out, and all of it is drawn. */
export const workedOut = (visit) =>
  visit.widget().locator(drawn(".dw-outlook")).waitFor();

/** What would change the answer. */
export const outlook = (visit) => section(visit, "What would change the answer");

/** The row that tries `tip`; those that are not shown at first are opened. */
export async function tippingRow(visit, tip) {
  const closed = outlook(visit).locator("details:not([open]) > summary");
  while (await closed.count()) await closed.first().click();
  const tries = visit.page.getByRole("button", { name: `Try it: ${tip.sentence}`, exact: true });
  return outlook(visit).locator("li.dw-row", { has: tries });
}

/** Where the focus is: the element in the widget, and whether it can be seen. */
export const focus = (visit) =>
  visit.page.evaluate(() => {
    const it = document.activeElement?.shadowRoot?.activeElement;
    if (!it) return null;
    const box = it.getBoundingClientRect();
    // Of the page, only what nothing else covers can be seen.
    const places = [[0.5, 0.5], [0.05, 0.1], [0.95, 0.9], [0.05, 0.9], [0.95, 0.1]];
    const hits = places.map(([x, y]) =>
      it.getRootNode().elementFromPoint(box.x + box.width * x, box.y + box.height * y));
    const style = getComputedStyle(it);
    return {
      tag: it.localName,
      text: it.innerText ?? "",
      type: it.type ?? "",
      name: it.name ?? "",
      value: it.value ?? "",
      checked: Boolean(it.checked),
      isRinged: it.matches(":focus-visible") && style.outlineStyle !== "none" &&
        Number.parseFloat(style.outlineWidth) >= 2,
      isInSight: hits.some((hit) => hit && (it.contains(hit) || hit.contains(it))) &&
        box.width > 4 && box.height > 4,
    };
  });
