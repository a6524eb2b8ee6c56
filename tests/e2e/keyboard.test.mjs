// A reader without a mouse.

import assert from "node:assert/strict";
import { test } from "node:test";
import { on, setUp } from "./harness.mjs";
import {
  answer, answered, dataset, focus, nativeReport, pairs, person, shows, ticked, workedOut,
} from "./person.mjs";

const site = setUp();
const { answers } = person("CPU-heavy pipeline by Go people");

/** More presses than the checklist has stops. */
const FAR = 150;

/** Moves on by one stop, and wants to see where that is. */
async function tab(visit, key = "Tab") {
  await visit.page.keyboard.press(key);
  const at = await focus(visit);
  assert.ok(at, `${key} stays in the widget`);
  assert.ok(at.isRinged, `the focus on ${at.tag} “${at.text || at.name}” has a ring`);
  assert.ok(at.isInSight, `${at.tag} “${at.text || at.name}” is in sight when it has the focus`);
  return at;
}

/** Tabs to a stop. */
async function tabTo(visit, isThere, key = "Tab") {
  for (let presses = 0; presses < FAR; presses++) {
    const at = await tab(visit, key);
    if (isThere(at)) return at;
  }
  throw new Error(`there is no such stop: ${isThere}`);
}

const isButton = (name) => (at) => at.tag === "button" && at.text === name;

/** Answers the question at the focus as the arrow keys and the space bar do. */
async function answerHere(visit, at, wanted) {
  if (at.type === "checkbox") {
    if (!wanted.includes(at.value)) return;
    await visit.page.keyboard.press("Space");
  } else {
    for (let presses = 0; at.value !== wanted[0]; presses++) {
      assert.ok(presses < 9, `the arrow keys reach ${wanted[0]}`);
      at = await tab(visit, "ArrowDown");
    }
  }
  const after = await focus(visit);
  assert.deepEqual([after?.name, after?.value], [at.name, at.value], "answering keeps the focus");
  assert.ok(after.checked);
}

for (const [name, viewport] of [["wide", { width: 1280, height: 720 }], ["narrow", { width: 360, height: 740 }]]) {
  test(`on a ${name} screen the keyboard alone leads through the checklist to a verdict`, () =>
    on(site.visit("/", { viewport, permissions: ["clipboard-read", "clipboard-write"] }), async (visit) => {
      const { page } = visit;
      await tabTo(visit, isButton("Answer the checklist"));
      await page.keyboard.press("Enter");
      await visit.until(() => document.querySelector("decision-widget").shadowRoot
        .activeElement?.textContent === "Your situation");

      const seen = new Set();
      let at = await tab(visit);
      while (!isButton("Copy link")(at)) {
        if (at.tag === "input" && at.name) {
          seen.add(at.name);
          if (at.name in answers) await answerHere(visit, at, [answers[at.name]].flat());
        }
        at = await tab(visit);
      }
      assert.deepEqual([...seen], dataset.questions.map((it) => it.id), "each question is a stop, in order");
      assert.deepEqual((await ticked(visit)).map(String).sort(), pairs(answers).map(String).sort());
      const { verdict } = await nativeReport(await visit.state);
      await shows(visit, verdict.kind);
      assert.equal(await visit.widget().locator("[data-verdict]").innerText(), verdict.sentence);

      await page.keyboard.press("Enter");
      await visit.until(() => document.querySelector("decision-widget").shadowRoot
        .activeElement?.textContent === "Copied");
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), page.url());
    }));
}

test("who answers faster than the page draws is not set back to the answer before", () =>
  on(site.visit("/"), async (visit) => {
    const written = await visit.page.evaluate(() => {
      const { shadowRoot } = document.querySelector("decision-widget");
      const [first, second] = shadowRoot.querySelectorAll("[data-question] input[type=radio]");
      const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "checked");
      const written = [];
      Object.defineProperty(second, "checked", {
        get,
        set(value) {
          written.push(value);
          set.call(this, value);
        },
      });
      first.click();
      second.click();
      return new Promise((told) => document.querySelector("decision-widget")
        .addEventListener("decision-change", () => told(written)));
    });
    assert.ok(written.length > 0, "the page draws the answer");
    assert.ok(written.every((it) => it), `and never takes it back: ${written}`);
    assert.equal(await answered(visit), 1);
  }));

test("the first stop skips to the verdict, from where the tab key goes on", () =>
  on(site.visit("/"), async (visit) => {
    const skip = (await tab(visit)).text;
    assert.equal(skip, "Skip to the verdict");
    await visit.page.keyboard.press("Enter");
    await visit.until((it) => document.querySelector("decision-widget").shadowRoot
      .activeElement?.textContent !== it, skip);
    const at = await focus(visit);
    assert.match(at.text, /^Verdict:\s*Undecided$/);
    assert.ok(at.isInSight);
    assert.equal((await tab(visit)).text, "Copy link");
  }));

test("the tab key passes the whole page, forth and back, and nothing traps it", () =>
  on(site.visit("/"), async (visit) => {
    await answer(visit, answers);
    await workedOut(visit);
    const stops = await visit.page.evaluate(() => {
      document.activeElement.blur();
      const { shadowRoot } = document.querySelector("decision-widget");
      const stops = [...shadowRoot.querySelectorAll("button:enabled, summary, select, input")];
      return stops.filter((it) => it.checkVisibility() &&
        (it.type !== "radio" || it.checked)).length;
    });
    await visit.page.reload();
    await visit.ready();
    await workedOut(visit);
    let count = 0;
    let last;
    for (;;) {
      await visit.page.keyboard.press("Tab");
      const at = await focus(visit);
      if (!at) break;
      assert.ok(at.isRinged && at.isInSight, `${at.tag} “${at.text || at.name}” shows its focus`);
      last = at;
      count += 1;
      assert.ok(count <= stops + 9, "the page has an end");
    }
    // A panel that scrolls is a stop of its own; after a reload, undo is none.
    assert.ok(count >= stops - 2, `${count} of ${stops} stops`);
    await visit.page.keyboard.press("Shift+Tab");
    assert.equal((await focus(visit))?.text, last.text);
  }));

test("a heard reader is told the verdict once it has settled, and nothing before the first change", () =>
  on(site.visit("/"), async (visit) => {
    const told = visit.widget().locator('p[role="status"]');
    assert.equal(await told.textContent(), "");
    await answer(visit, answers);
    const { verdict } = await nativeReport(await visit.state);
    await visit.until((sentence) => document.querySelector("decision-widget").shadowRoot
      .querySelector('p[role="status"]').textContent === sentence, verdict.sentence);
  }));

/** Presses a button by the keyboard, which makes it vanish or go dead. */
async function pressAway(visit, locator) {
  await locator.focus();
  const before = await visit.state;
  await visit.page.keyboard.press("Enter");
  await visit.until((it) => document.querySelector("decision-widget").state !== it, before);
  // The redrawing is over when the browser has drawn.
  await visit.page.evaluate(() => new Promise((drawn) =>
    requestAnimationFrame(() => requestAnimationFrame(drawn))));
  return focus(visit);
}

const vanishing = {
  "taking an answer back": (visit) => visit.widget().locator('[part="verdict"] li.dw-row button').first(),
  "starting over": (visit) => visit.widget().getByRole("button", { name: "Start over" }),
  "trying a tipping point": (visit) => visit.widget().locator(".dw-outlook ol > li button").first(),
};

for (const [name, find] of Object.entries(vanishing)) {
  test(`the focus is not lost by ${name}`, () =>
    on(site.visit("/"), async (visit) => {
      await answer(visit, person("Sub-millisecond, CPU-heavy, no Go and no way to get it").answers);
      await shows(visit, "conflict");
      await workedOut(visit);
      const at = await pressAway(visit, find(visit));
      assert.ok(at, "the focus is still in the widget");
      assert.ok((await focus(visit)).isInSight);
    }));
}

test("the focus is not lost by dismissing a notice", () =>
  on(site.visit("/#d=1zzz"), async (visit) => {
    await visit.widget().getByRole("button", { name: "Dismiss" }).focus();
    await visit.page.keyboard.press("Enter");
    await visit.widget().locator(".dw-notice").waitFor({ state: "detached" });
    assert.ok(await focus(visit), "the focus is still in the widget");
  }));

test("the focus is not lost by undoing the last step", () =>
  on(site.visit("/"), async (visit) => {
    await visit.widget().locator('[data-question="work"] input').first().click();
    await visit.until(() => document.querySelector("decision-widget").state !== "");
    assert.equal(await answered(visit), 1);
    assert.ok(await pressAway(visit, visit.widget().getByRole("button", { name: "Undo" })));
  }));
