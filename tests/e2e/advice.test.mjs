// What the page makes of difficult decisions: conflicts, options that are ruled
// out or hidden, importance set by hand, tipping points.

import assert from "node:assert/strict";
import { test } from "node:test";
import { on, setUp } from "./harness.mjs";
import {
  answer, button, change, chart, choice, criterion, dataset, field, kind, option, pageReport, percent,
  person, question, reach, section, shows, source, ticked, tippingRow, workedOut,
} from "./person.mjs";

const site = setUp();
const clash = person("Sub-millisecond, CPU-heavy, no Go and no way to get it");
const gateway = person("GraphQL gateway over busy internal services");

test("a conflict names the answers that clash and the ways out, and taking one back lifts it", () =>
  on(site.visit("/"), async (visit) => {
    await answer(visit, clash.answers);
    await shows(visit, "conflict");
    const state = await visit.state;
    const { verdict, options } = await pageReport(visit);
    const panel = visit.widget().locator('[part="verdict"]');
    assert.equal(await panel.locator("[data-verdict]").innerText(), verdict.sentence);
    assert.ok(verdict.ways_out.length >= 2);
    const ways = panel.locator("li.dw-row");
    assert.equal(await ways.count(), verdict.ways_out.length);
    for (const [index, way] of verdict.ways_out.entries()) {
      const { label } = choice(way.question, way.choice);
      assert.ok(verdict.sentence.includes(`“${label}”`), "the sentence names each clashing answer");
      const text = await ways.nth(index).innerText();
      assert.ok(text.includes(way.says));
      for (const id of way.excludes) assert.ok(text.includes(option(id).name));
    }
    assert.ok(options.every((it) => it.status === "excluded"));
    assert.deepEqual(new Set(Object.values(await chart(visit))), new Set(["ruled out"]));

    for (const way of verdict.ways_out) {
      const { label } = choice(way.question, way.choice);
      await change(visit, () => panel.getByRole("button", { name: `Take back “${label}”` }).click());
      assert.equal(await field(visit, way.question, way.choice).isChecked(), false);
      assert.notEqual(await kind(visit), "conflict", `without “${label}” something is left`);
      assert.equal(await panel.locator("li.dw-row").count(), 0);
      await reach(visit, state, () => button(visit, "Undo").click());
      await shows(visit, "conflict");
    }
  }));

test("what is ruled out stays in sight, with its reason and how it would have done", () =>
  on(site.visit("/"), async (visit) => {
    await answer(visit, { work: "mixed", role: ["api"], team: "both", latency: "sub-ms", load: "mid" });
    const { options } = await pageReport(visit);
    const excluded = options.filter((it) => it.status === "excluded");
    assert.deepEqual(excluded.map((it) => it.id).sort(), ["bun", "node"]);
    const rulings = section(visit, "Ruled out, or with a warning");
    for (const it of excluded) {
      const { name } = option(it.id);
      const heading = visit.page.getByRole("heading", { name: `${name} Ruled out`, exact: true });
      const card = rulings.locator(".dw-card", { has: heading });
      assert.equal(await card.getAttribute("data-status"), "excluded");
      const text = await card.innerText();
      assert.ok(text.includes("Ruled out"));
      assert.ok(text.includes(`Otherwise it would be best in ${percent(it.share_if_allowed)}.`));
      assert.ok(it.reasons.length > 0);
      for (const reason of it.reasons) {
        const { ask } = question(reason.question);
        const { label } = choice(reason.question, reason.choice);
        for (const said of [reason.because, reason.way_out, `${ask} You said: ${label}.`]) {
          assert.ok(text.includes(said), `the card of ${name} says: ${said}`);
        }
        assert.ok(text.includes(source(reason.basis.source).short));
      }
      assert.equal((await chart(visit))[name], "ruled out");
      assert.ok(await section(visit, "Why").getByRole("heading", { name, exact: true }).isVisible());
    }
  }));

test("hiding an option takes it out, leaves the others' values, and showing brings it back", () =>
  on(site.visit("/"), async (visit) => {
    await answer(visit, gateway.answers);
    const before = await pageReport(visit);
    const state = await visit.state;
    const [leader] = before.verdict.options;
    const box = visit.widget().getByRole("group", { name: "Compared options" })
      .getByRole("checkbox", { name: option(leader).name });
    assert.ok(await box.isChecked());
    await change(visit, () => box.click());
    assert.equal(await box.isChecked(), false);
    const after = await pageReport(visit);
    const values = (report) => report.options.filter((it) => it.id !== leader).map((it) => [it.id, it.value]);
    assert.deepEqual(values(after), values(before));
    assert.deepEqual(after.options.map((it) => it.id).includes(leader), false);
    assert.equal(after.verdict.options.includes(leader), false);
    assert.equal(option(leader).name in await chart(visit), false);
    await visit.until((names) => {
      const { shadowRoot } = document.querySelector("decision-widget");
      const cards = [...shadowRoot.querySelectorAll(".dw-cards[aria-busy] > .dw-card > h3")];
      return cards.map((it) => it.textContent).join() === names;
    }, after.options.map((it) => option(it.id).name).join());

    await visit.page.reload();
    await visit.ready();
    assert.equal(await box.isChecked(), false, "the link knows what is hidden");
    await reach(visit, state, () => box.click());
    assert.deepEqual(await pageReport(visit), before);
  }));

test("with every option hidden the page says so", () =>
  on(site.visit("/"), async (visit) => {
    await answer(visit, gateway.answers);
    const boxes = visit.widget().getByRole("group", { name: "Compared options" }).getByRole("checkbox");
    assert.equal(await boxes.count(), dataset.options.length);
    for (const box of await boxes.all()) await change(visit, () => box.click());
    await visit.widget().getByText("Every option is hidden.").waitFor();
    assert.equal(await kind(visit), "undecided");
  }));

test("importance set by hand changes the weights, and goes back to the answers", () =>
  on(site.visit("/"), async (visit) => {
    await answer(visit, gateway.answers);
    const before = await pageReport(visit);
    const state = await visit.state;
    const { id, name, group } = criterion("hiring");
    const open = () => comparison.locator("summary", { hasText: `The ${group}` }).first().click();
    const of = (report) => report.criteria.find((it) => it.id === id);
    const comparison = section(visit, "The whole comparison");
    await open();
    const row = comparison.locator("article", { has: visit.page.getByRole("heading", { name, exact: true }) });
    const matters = row.getByRole("combobox");
    assert.equal(await matters.inputValue(), "");
    const shown = (report) => row.getByText(`${percent(of(report).weight)} of the weight`, { exact: true });
    await shown(before).waitFor();

    await change(visit, () => matters.selectOption("decisively"));
    const more = await pageReport(visit);
    assert.equal(of(more).importance, 4);
    assert.ok(of(more).weight > of(before).weight);
    await shown(more).waitFor();
    await change(visit, () => matters.selectOption("not at all"));
    const none = await pageReport(visit);
    assert.equal(of(none).importance, 0);
    assert.ok(of(none).weight < of(more).weight);
    await shown(none).waitFor();

    await visit.page.reload();
    await visit.ready();
    await open();
    assert.equal(await matters.inputValue(), "0", "the link knows what was set");
    await reach(visit, state, () => matters.selectOption("by your answers"));
    assert.deepEqual(await pageReport(visit), before);
  }));

/** How many of them are tried; native tests replay them all. */
const TRIED = 2;

for (const [name, answers] of [["a verdict that leans", gateway.answers], ["a conflict", clash.answers]]) {
  test(`the first tipping points of ${name} do what they say`, () =>
    on(site.visit("/"), async (visit) => {
      await answer(visit, answers);
      const { verdict, tipping } = await pageReport(visit);
      const state = await visit.state;
      await workedOut(visit);
      assert.ok(tipping.length > 0);
      for (const tip of tipping.slice(0, TRIED)) {
        const row = await tippingRow(visit, tip);
        assert.ok(tip.sentence.startsWith(`${await row.locator("span").innerText()}: `));
        const heard = visit.page.evaluate(() => new Promise((hear) => {
          document.addEventListener("decision-change", ({ detail }) => hear(detail), { once: true });
        }));
        await change(visit, () => row.getByRole("button", { name: "Try it" }).click());
        const chosen = (await ticked(visit)).filter(([id]) => id === tip.question).map(([, it]) => it);
        assert.deepEqual(chosen.sort(), [...tip.answer].sort());
        const then = await heard;
        assert.deepEqual([then.kind, then.options], [tip.kind, tip.options], tip.sentence);
        assert.notDeepEqual([then.kind, then.options], [verdict.kind, verdict.options], "it is a change");
        await shows(visit, tip.kind);
        await reach(visit, state, () => button(visit, "Undo").click());
        await shows(visit, verdict.kind);
        await workedOut(visit);
      }
    }));
}

test("the question that tells most is flagged, and one press leads to it", () =>
  on(site.visit("/"), async (visit) => {
    await answer(visit, gateway.answers);
    const { next_question: next } = await pageReport(visit);
    await visit.widget().getByRole("button", { name: question(next.id).ask, exact: true }).click();
    await visit.until((id) =>
      document.querySelector("decision-widget").shadowRoot.activeElement?.dataset.question === id, next.id);
    assert.ok(await visit.widget().locator(`[data-question="${next.id}"]`)
      .getByText("Most telling next").isVisible());
  }));
