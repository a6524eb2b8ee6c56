// The whole journey of a reader who has roles and names, and nothing else.

import assert from "node:assert/strict";
import { test } from "node:test";
import { on, setUp } from "./harness.mjs";
import {
  change, choice, criterion, linkSaying, nativeReport, openLab, openSheet, option, pairs, person, question, reach,
  readAll, workedOut,
} from "./person.mjs";
import { treeOf } from "./tree.mjs";

const site = setUp();
const { answers } = person("CPU-heavy pipeline by Go people");

const isFocused = (node) => node.is("focused") === true;
const isExpanded = (node) => node.is("expanded") === true;

test("roles and names alone lead from the title to a verdict, its reasons, and a link to take away", () =>
  on(site.visit("/", { permissions: ["clipboard-read", "clipboard-write"] }), async (visit) => {
    const tree = await treeOf(visit);
    await tree.find("main", "");
    const title = await tree.find("heading", "Go or Node.js for the backend?");
    assert.equal(title.is("level"), 1);

    await tree.press("button", "Answer the checklist");
    await tree.until("heading", "Your situation", isFocused);
    for (const [id, value] of pairs(answers)) {
      const { several, ask } = question(id);
      const role = several ? "checkbox" : "radio";
      const group = ["group", new RegExp(`^${ask.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`)];
      const { label } = choice(id, value);
      await tree.press(role, label, group);
      await tree.until(role, label, (it) => it.is("checked") === "true", group);
    }
    const { verdict, options } = await nativeReport(await visit.state);
    await tree.until("status", "", async (it) => await tree.textOf(it) === verdict.sentence);

    // Skipped to: the verdict by its heading, the reasons behind it.
    await tree.press("button", "Skip to the verdict");
    await tree.until("heading", /^Verdict: /, isFocused);
    const winner = options.find((it) => it.id === verdict.options[0]);
    const reason = new RegExp(`^${criterion(winner.strengths[0].criterion).name}`);
    await tree.press("DisclosureTriangle", reason);
    await tree.until("DisclosureTriangle", reason, isExpanded);
    await tree.find("StaticText", option(winner.id).name);

    // What would change it, tried and taken back.
    const before = await visit.state;
    await change(visit, () => tree.press("button", /^Try it/));
    await reach(visit, before, () => tree.press("button", "Undo"));

    await tree.press("button", "Copy link");
    await tree.find("button", "Copied");
    assert.equal(await visit.page.evaluate(() => navigator.clipboard.readText()), visit.page.url());

    await tree.press("DisclosureTriangle", /^Share, record, compare/);
    await tree.write("Title", "Pipeline");
    await visit.until((it) => document.querySelector("decision-widget").state !== it, before);
    await tree.find("link", "Decision record (Markdown)");
  }));

const STATES = {
  "nothing told": ["/", readAll],
  "a verdict": [`/#d=${linkSaying("clear", "go")}`, async (visit) => {
    await workedOut(visit);
    await openSheet(visit);
    await readAll(visit);
  }],
  "a conflict": [`/#d=${linkSaying("conflict")}`, async (visit) => {
    await workedOut(visit);
    await readAll(visit);
  }],
  "the lab": ["/", openLab],
};

// Roles of what somebody can act on; each must say what it is.
const ACTIVE = ["button", "link", "checkbox", "radio", "combobox", "slider", "textbox", "DisclosureTriangle"];
const NAMED = ["heading", "region", "figure", "image", "progressbar", "table"];

for (const [name, [path, prepare]] of Object.entries(STATES)) {
  test(`with ${name} whatever has a role to play has a name, and headings step down one by one`, () =>
    on(site.visit(path), async (visit) => {
      await prepare(visit);
      const nodes = await (await treeOf(visit)).nodes();
      assert.ok(nodes.filter((it) => ACTIVE.includes(it.role)).length > 40, "there is something to act on");
      const nameless = nodes.filter((it) =>
        [...ACTIVE, ...NAMED].includes(it.role) && it.name.trim() === "");
      assert.deepEqual(nameless.map((it) => `${it.role} at ${it.depth}`), []);
      const roleless = nodes.filter((it) => it.is("focusable") && it.role === "generic");
      assert.deepEqual(roleless.map((it) => it.name), [], "what can have the focus has a role");

      const levels = nodes.filter((it) => it.role === "heading").map((it) => [it.is("level"), it.name]);
      assert.equal(levels.filter(([level]) => level === 1).length, 1);
      levels.reduce((above, [level, heading]) => {
        assert.ok(level <= above + 1, `“${heading}” of rank ${level} follows rank ${above}`);
        return level;
      }, 0);

      // Out of their places, too, they can be told apart; but taking an answer
      // back is the same wherever it is offered.
      const names = nodes.filter((it) => ["button", "link"].includes(it.role)).map((it) => it.name)
        .filter((it) => !it.startsWith("Take back "));
      assert.deepEqual(names.filter((it, at) => names.indexOf(it) < at), [], "names that stand for several things");
    }));
}
