// A reader with a mouse: from the first answer to a verdict and its reasons.

import assert from "node:assert/strict";
import { test } from "node:test";
import { on, setUp } from "./harness.mjs";
import {
  answer, answered, button, change, chart, choice, claim, criterion, dataset, field, kind, nativeReport,
  openAll, option, pageReport, pairs, percent, person, reach, scenario, section, shows, source, ticked, workedOut,
} from "./person.mjs";

const site = setUp();
const goPeople = person("CPU-heavy pipeline by Go people");

/** What the chart must say of a report. */
function expectedChart(report) {
  const told = (it) => {
    if (it.status === "excluded") return "ruled out";
    return report.verdict.kind === "undecided" ? "–" : percent(it.rank_acceptability[0]);
  };
  return Object.fromEntries(report.options.map((it) => [option(it.id).name, told(it)]));
}

test("answering by mouse leads from undecided to a clear verdict with its reasons", () =>
  on(site.visit("/"), async (visit) => {
    const { page, requests } = visit;
    const loaded = requests.length;
    assert.equal(await kind(visit), "undecided");
    assert.equal(await answered(visit), 0);
    assert.deepEqual(new Set(Object.values(await chart(visit))), new Set(["–"]));

    const ticks = pairs(goPeople.answers);
    for (const [index, [id, value]] of ticks.entries()) {
      const label = choice(id, value).label;
      const ask = visit.widget().locator(`[data-question="${id}"]`);
      const state = await change(visit, () => ask.getByText(label, { exact: true }).click());
      assert.ok(await field(visit, id, value).isChecked());
      assert.equal(await answered(visit), index + 1);
      assert.equal(new URL(page.url()).hash, `#d=${state}`, "the URL carries each answer");
    }
    const native = await nativeReport(await visit.state);
    assert.equal(native.verdict.kind, "clear");
    await shows(visit, "clear");
    assert.equal(await visit.widget().locator("[data-verdict]").innerText(), native.verdict.sentence);
    assert.deepEqual(await chart(visit), expectedChart(native));
    await visit.widget().getByText(native.stages.sentence, { exact: true }).waitFor();

    // Reasons, each with what its sources say one click away.
    const winner = native.options.find((it) => it.id === native.verdict.options[0]);
    const [strength] = winner.strengths;
    const card = section(visit, "Why").locator(".dw-card", { hasText: option(winner.id).name }).first();
    const reason = card.locator("details", { hasText: criterion(strength.criterion).name }).first();
    assert.equal(await reason.locator(".dw-claim").count(), 0);
    await reason.locator("summary").click();
    await reason.locator(".dw-claim").first().waitFor();
    const claims = await reason.locator(".dw-claim").allInnerTexts();
    assert.equal(claims.length, strength.claims.length);
    for (const [index, id] of strength.claims.entries()) {
      const { says, source: by, place } = claim(id);
      for (const text of [says, source(by).short, place]) {
        assert.ok(claims[index].includes(text), `${claims[index]} says ${text}`);
      }
    }

    // What would change the answer names every source, as all do.
    const outlook = section(visit, "What would change the answer");
    await workedOut(visit);
    for (const { short, title } of dataset.sources) {
      assert.ok(await outlook.getByText(short, { exact: true }).isVisible());
      await section(visit, "Sources").getByText(title).waitFor();
    }

    // The whole journey, with everything on the page opened, sends nothing and
    // fetches what only readers of the details need.
    await openAll(visit);
    assert.ok(await visit.widget().locator(".dw-claim").count() > dataset.claims.length / 2);
    const isPart = (url) => /\/decision-widget-([a-z0-9-]+\.wasm|parts\.json)$/.test(url);
    assert.deepEqual(requests.slice(loaded).filter((url) => !isPart(url)), [],
      "nothing but the program's own parts is asked for after the page has loaded");
  }));

test("the page has the same numbers as the command line, to the last bit", () =>
  on(site.visit("/"), async (visit) => {
    const names = [
      "CPU-heavy pipeline by Go people", "Serious start-up, all told", "Plain CRUD with both skills",
      "GraphQL gateway over busy internal services",
      "Sub-millisecond, CPU-heavy, no Go and no way to get it",
    ];
    const compared = [];
    for (const name of names) {
      await answer(visit, person(name).answers);
      compared.push({ name, here: await pageReport(visit), there: nativeReport(await visit.state) });
      await reach(visit, "", () => button(visit, "Start over").click());
    }
    for (const { name, here, there } of compared) {
      const native = await there;
      assert.deepEqual(here, native, name);
      assert.ok(person(name).expect.kinds.includes(native.verdict.kind), name);
    }
    assert.deepEqual(await pageReport(visit), await nativeReport(""));
  }));

test("undo, redo and start over walk through the decisions", () =>
  on(site.visit("/"), async (visit) => {
    for (const name of ["Undo", "Redo", "Start over"]) {
      assert.ok(await button(visit, name).isDisabled(), `${name} has nothing to do yet`);
    }
    const states = [""];
    for (const [id, value] of [["work", "waiting"], ["role", "api"], ["role", "gateway"], ["work", "cpu"]]) {
      states.push(await change(visit, () => field(visit, id, value).click()));
    }
    assert.deepEqual(await ticked(visit), [["work", "cpu"], ["role", "api"], ["role", "gateway"]]);
    for (const state of states.slice(0, -1).reverse()) {
      await reach(visit, state, () => button(visit, "Undo").click());
    }
    assert.deepEqual(await ticked(visit), []);
    assert.ok(await button(visit, "Undo").isDisabled());
    for (const state of states.slice(1)) {
      await reach(visit, state, () => button(visit, "Redo").click());
    }
    assert.ok(await button(visit, "Redo").isDisabled());
    await reach(visit, "", () => button(visit, "Start over").click());
    assert.deepEqual(await ticked(visit), []);
    await reach(visit, states.at(-1), () => button(visit, "Undo").click());
    assert.deepEqual(await ticked(visit), [["work", "cpu"], ["role", "api"], ["role", "gateway"]]);

    // "Not sure" is blank, and an unticked box is gone.
    await change(visit, () => field(visit, "work").click());
    await change(visit, () => field(visit, "role", "gateway").click());
    assert.deepEqual(await ticked(visit), [["role", "api"]]);
    assert.equal(await answered(visit), 1);
  }));

test("reload, back and forward restore each decision on the way", () =>
  on(site.visit("/"), async (visit) => {
    const { page } = visit;
    const steps = [{ state: "", ticks: [] }];
    for (const [id, value] of pairs(goPeople.answers)) {
      const state = await change(visit, () => field(visit, id, value).click());
      steps.push({ state, ticks: await ticked(visit) });
    }
    const verdict = await visit.widget().locator("[data-verdict]").innerText();
    await page.reload();
    await visit.ready();
    assert.equal(await visit.state, steps.at(-1).state);
    assert.equal(await visit.widget().locator("[data-verdict]").innerText(), verdict);
    const arrived = async (step) => {
      await visit.until((it) => document.querySelector("decision-widget").state === it, step.state);
      await visit.until((count) => document.querySelector("decision-widget").shadowRoot
        .querySelectorAll("[data-question] input:checked:not([value=''])").length === count, step.ticks.length);
      assert.deepEqual(await ticked(visit), step.ticks);
      assert.equal(new URL(page.url()).hash, step.state && `#d=${step.state}`);
    };
    for (const step of steps.slice(0, -1).reverse()) {
      await page.goBack();
      await arrived(step);
    }
    for (const step of steps.slice(1)) {
      await page.goForward();
      await arrived(step);
    }
  }));

test("a situation fills the checklist, can be changed and taken back", () =>
  on(site.visit("/"), async (visit) => {
    const before = await change(visit, () => field(visit, "supply", "yes").click());
    const { name, answers } = scenario("startup");
    const situation = visit.widget().getByRole("button", { name });
    assert.equal(await situation.getAttribute("aria-pressed"), "false");
    const filled = await change(visit, () => situation.click());
    const sorted = (them) => them.map(String).sort();
    assert.deepEqual(sorted(await ticked(visit)), sorted(pairs(answers)));
    assert.equal(await situation.getAttribute("aria-pressed"), "true");

    await change(visit, () => field(visit, "load", "high").click());
    assert.deepEqual(sorted(await ticked(visit)), sorted(pairs({ ...answers, load: "high" })));
    assert.equal(await situation.getAttribute("aria-pressed"), "false");

    await reach(visit, filled, () => button(visit, "Undo").click());
    await reach(visit, before, () => button(visit, "Undo").click());
    assert.deepEqual(await ticked(visit), [["supply", "yes"]]);
  }));

test("the copied link reopens the decision elsewhere", () =>
  on(site.visit("/", { permissions: ["clipboard-read", "clipboard-write"] }), async (visit) => {
    await answer(visit, goPeople.answers);
    await button(visit, "Copy link").click();
    await button(visit, "Copied").waitFor();
    const copied = await visit.page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, visit.page.url());
    const address = new URL(copied);
    await on(site.visit(address.pathname + address.hash), async (other) => {
      assert.equal(await other.state, await visit.state);
      assert.deepEqual(await ticked(other), await ticked(visit));
    });
    await change(visit, () => field(visit, "supply", "yes").click());
    await button(visit, "Copy link").waitFor();
  }));

test("terms of the trade are explained where they stand, and in a list for those who cannot point", () =>
  on(site.visit("/"), async (visit) => {
    const meaning = new Map(dataset.glossary.map(({ word, means }) => [word, means]));
    const terms = (inside) => inside.locator(".dw-terms > div").evaluateAll((all) =>
      all.map((it) => [...it.children].map((part) => part.textContent)));
    const role = visit.widget().locator('[data-question="role"]');
    await role.getByText("What the sources say").click();
    await role.locator(".dw-terms").waitFor();
    const listed = await terms(role);
    for (const [word, means] of listed) assert.equal(means, meaning.get(word));
    assert.ok(["BFF", "CRUD", "GraphQL", "webhook"].every((word) => listed.some((it) => it[0] === word)));

    const topic = visit.widget().locator("details", { hasText: dataset.topics[0].title });
    await topic.locator("summary").click();
    await topic.locator("abbr").first().waitFor();
    const pointed = await topic.locator("abbr").evaluateAll((all) => all.map((it) => it.title));
    assert.deepEqual(new Set(pointed), new Set((await terms(topic)).map(([, means]) => means)));
  }));
