// What would change the answer: every kind of tipping point does what it says,
// sources can be left out and heard again, and only what matters is asked.

import assert from "node:assert/strict";
import { test } from "node:test";
import { on, setUp } from "./harness.mjs";
import {
  answer, button, change, claim, kind, linkSaying, openSheet, option, outlook, pageReport, person, reach, section,
  shows, source, tippingRow, workedOut,
} from "./person.mjs";

const site = setUp();
const gateway = person("GraphQL gateway over busy internal services");

for (const kind of ["tipping_importance", "tipping_claims"]) {
  test(`the nearest of ${kind} turns the verdict, and undo turns it back`, () =>
    on(site.visit("/"), async (visit) => {
      await answer(visit, gateway.answers);
      await workedOut(visit);
      const { verdict, [kind]: [tip] } = await pageReport(visit);
      const state = await visit.state;
      const found = await tippingRow(visit, tip);
      await change(visit, () => found.getByRole("button", { name: "Try it" }).click());
      await shows(visit, tip.kind);
      const then = await pageReport(visit);
      assert.deepEqual([then.verdict.kind, then.verdict.options], [tip.kind, tip.options]);
      await reach(visit, state, () => button(visit, "Undo").click());
      await shows(visit, verdict.kind);
    }));
}

/** Shows another decision. */
const open = (visit, state) => visit.page.evaluate((state) => {
  document.querySelector("decision-widget").state = state;
}, state);

/**
 * Watches which outlooks are shown while another one is worked out, from now on; returns what
 * tells their texts.
 */
async function watched(visit) {
  await visit.page.evaluate(() => {
    const { shadowRoot } = document.querySelector("decision-widget");
    globalThis.meanwhile = [];
    new MutationObserver(() => {
      const said = shadowRoot.querySelector(".dw-outlook[aria-busy=true]")?.textContent;
      if (said && meanwhile.at(-1) !== said) meanwhile.push(said);
    }).observe(shadowRoot, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  return () => visit.page.evaluate(() => globalThis.meanwhile);
}

test("half an outlook is never shown: what was there before stays until all is known", () =>
  on(site.visit("/"), async (visit) => {
    const meanwhile = await watched(visit);
    await open(visit, linkSaying("lean", "node"));
    await workedOut(visit);
    assert.deepEqual(await meanwhile(), []);
    const before = await visit.widget().locator(".dw-outlook").textContent();
    await change(visit, () => outlook(visit).getByRole("button", { name: "Leave it out" }).first().click());
    await workedOut(visit);
    assert.deepEqual(await meanwhile(), [before]);
    assert.notEqual(await visit.widget().locator(".dw-outlook").textContent(), before);
  }));

const beginnings = {
  "before there was a verdict": async () => {},
  "beside one that was given up": async (visit) => {
    await open(visit, linkSaying("lean", "go"));
    await workedOut(visit);
    await open(visit, "");
    await shows(visit, "undecided");
  },
};

for (const [when, begin] of Object.entries(beginnings)) {
  test(`what was found ${when} is not shown beside the first one`, () =>
    on(site.visit("/"), async (visit) => {
      await begin(visit);
      await answer(visit, Object.fromEntries(Object.entries(gateway.answers).slice(0, 1)));
      assert.equal(await kind(visit), "undecided");
      const sheet = await openSheet(visit);
      await sheet.getByText("is still being worked out").waitFor({ state: "detached" });
      const meanwhile = await watched(visit);
      await open(visit, linkSaying("lean", "node"));
      await workedOut(visit);
      assert.deepEqual(await meanwhile(), []);
    }));
}

/** What follows from a tip, whichever option is named first. */
const outcomeOf = ({ kind, options }) => [kind, ...options.toSorted()].join();

test("what leads to the same verdict stands below it, said once", () =>
  on(site.visit("/"), async (visit) => {
    await answer(visit, gateway.answers);
    await workedOut(visit);
    const { tipping } = await pageReport(visit);
    const outcomes = new Set();
    for (const tip of tipping) {
      const row = await tippingRow(visit, tip);
      assert.ok(tip.sentence.startsWith(`${await row.locator("span").innerText()}: `));
      const outcome = await row.evaluate((it) => {
        let before = it.closest("details") ?? it.closest("ol");
        while (!before.matches("p.dw-h4")) before = before.previousElementSibling;
        return before.textContent;
      });
      for (const id of tip.options) assert.ok(outcome.includes(option(id).name), `${outcome} says ${id}`);
      outcomes.add(outcome);
    }
    const different = new Set(tipping.map(outcomeOf));
    assert.equal(outcomes.size, different.size);
    const group = (tip) => tipping.findIndex((it) => outcomeOf(it) === outcomeOf(tip));
    const nearestFirst = tipping.toSorted((a, b) => group(a) - group(b)).map((it) => `Try it: ${it.sentence}`);
    const rows = outlook(visit).locator("button[aria-label^='Try it: ']");
    const tried = await rows.evaluateAll((all) => all.map((it) => it.getAttribute("aria-label")));
    assert.deepEqual(tried.slice(0, tipping.length), nearestFirst);
    const said = await outlook(visit).locator("p.dw-h4").allInnerTexts();
    assert.equal(new Set(said.slice(0, different.size)).size, different.size);
  }));

test("a source that is left out is named beside the verdict, kept in the link, and heard again", () =>
  on(site.visit("/"), async (visit) => {
    await answer(visit, gateway.answers);
    await workedOut(visit);
    const { without_source: [first] } = await pageReport(visit);
    const state = await visit.state;
    await change(visit, () => outlook(visit).getByRole("button", { name: "Leave it out" }).first().click());
    await visit.page.reload();
    await visit.ready();
    const panel = visit.widget().locator('[part="verdict"]');
    assert.ok((await panel.innerText()).includes(`This verdict leaves out ${source(first.source).short}.`));
    const { verdict } = await pageReport(visit);
    assert.deepEqual([verdict.kind, verdict.options], [first.kind, first.options]);
    await reach(visit, state, () => panel.getByRole("button", { name: "Hear everything again" }).click());
    assert.ok(!(await panel.innerText()).includes("leaves out"));
  }));

test("the age of statements can be switched off and on", () =>
  on(site.visit("/"), async (visit) => {
    await answer(visit, gateway.answers);
    await workedOut(visit);
    const state = await visit.state;
    const age = outlook(visit).getByRole("checkbox");
    assert.ok(await age.isChecked());
    await change(visit, () => age.click());
    await workedOut(visit);
    assert.ok(!(await age.isChecked()));
    await reach(visit, state, () => age.click());
  }));

test("what was opened stays open when the rows change places", () =>
  on(site.visit(`/#d=${linkSaying("clear", "go")}`), async (visit) => {
    await workedOut(visit);
    const bars = section(visit, "What separates the two leaders").locator(".dw-bars");
    const rows = bars.locator("> li");
    const drawn = async () => {
      await bars.and(visit.page.locator("[aria-busy=true]")).waitFor({ state: "detached" });
      return rows.evaluateAll((all) => all.map((it) =>
        [it.querySelector(".dw-label").textContent, it.querySelector("details").open]));
    };
    await drawn();
    for (const row of await rows.all()) await row.locator("summary").click();
    const before = (await drawn()).map(([name]) => name);
    await visit.page.evaluate((state) => {
      document.querySelector("decision-widget").state = state;
    }, linkSaying("clear", "node"));
    await workedOut(visit);
    const stayed = (await drawn()).filter(([name]) => before.includes(name));
    assert.notDeepEqual(stayed.map(([name]) => name), before.filter((it) => stayed.some(([name]) => name === it)));
    assert.deepEqual(stayed.filter(([, isOpen]) => !isOpen), []);
  }));

test("a contribution leads back to answers, weight, gains and claims", () =>
  on(site.visit("/"), async (visit) => {
    await answer(visit, gateway.answers);
    await workedOut(visit);
    const { separation, criteria } = await pageReport(visit);
    const [{ criterion: id }] = separation.by_criterion;
    const report = criteria.find((it) => it.id === id);
    const trail = section(visit, "What separates the two leaders").locator("details").first();
    await trail.locator("summary").click();
    await trail.locator(".dw-claim").first().waitFor();
    const text = await trail.innerText();
    for (const { option: who, claims } of report.assessments) {
      assert.ok(text.includes(option(who).name));
      for (const it of claims) assert.ok(text.includes(claim(it).says), it);
    }
    for (const { points } of report.because) assert.ok(text.includes(`+${points}`), text);
  }));

test("asked only what matters, a reader has a firm verdict before the list is through", () =>
  on(site.visit("/"), async (visit) => {
    await button(visit, "Ask me only what matters").click();
    const guide = visit.widget().locator(".dw-guide");
    const next = guide.getByRole("button", { name: "Next question" });
    const end = guide.getByText(/^That is enough/);
    let asked = 0;
    for (;;) {
      await next.or(end).first().waitFor();
      if (await end.isVisible()) break;
      await change(visit, () => guide.locator("input").first().click());
      asked += 1;
      await guide.locator('button:not([aria-disabled="true"])', { hasText: "Next question" }).click();
    }
    const { firm, progress, questions } = await pageReport(visit);
    assert.ok(firm && !questions.some((it) => it.can_flip));
    assert.equal(progress.answered, asked);
    assert.ok(asked < progress.questions, `${asked} asked`);
    assert.ok(await guide.getByText(`${progress.questions - asked} questions spared.`).isVisible());
    await button(visit, "Show all questions").click();
    await visit.widget().locator("fieldset.dw-question").nth(progress.questions - 1).waitFor();
  }));
