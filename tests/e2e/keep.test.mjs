// What the page stores and asks for: nothing, unless the reader wishes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { on, setUp } from "./harness.mjs";
import { answer, button, readAll, reach, workedOut } from "./person.mjs";

const body = (markup) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Blog</title>
<link rel="icon" href="data:,"><body>${markup}<script type="module" src="/decision-widget.js"></script></body></html>`;

const site = setUp({
  extra: {
    "/presets.html": body('<decision-widget id="a" state="1111jhe"></decision-widget><decision-widget id="b" view="checklist"></decision-widget>'),
    "/sandbox.html": `<!doctype html><title>Sandbox</title><link rel="icon" href="data:,">
      <iframe sandbox="allow-scripts" src="/frame-full.html" width="900" height="900"></iframe>`,
  },
});

/** Everything that a page may leave on a device. */
const left = (visit) => visit.page.evaluate(async () => ({
  cookies: document.cookie,
  local: { ...localStorage },
  session: { ...sessionStorage },
  databases: (await indexedDB.databases()).length,
}));

const NOTHING = { cookies: "", local: {}, session: {}, databases: 0 };

const openKeep = (visit, widget) =>
  visit.widget(widget).locator("summary", { hasText: /^Keep on this device$/ }).first().click();

/** Presses a button of the widget, wherever the page shows it. */
const press = (visit, name, widget) => visit.widget(widget).getByRole("button", { name, exact: true }).click();

test("somebody who reads and answers everything leaves no trace and asks for the files of the widget alone", () =>
  on(site.visit("/"), async (visit) => {
    await answer(visit, { work: "cpu", team: "go", load: "high" });
    await workedOut(visit);
    await readAll(visit);
    assert.deepEqual(await left(visit), NOTHING);
    assert.deepEqual(await visit.context.cookies(), []);
    const asked = visit.requests.filter((it) => !it.startsWith("data:")).map((it) => new URL(it));
    for (const { origin, pathname, search } of asked) {
      assert.equal(origin, site.server.origin);
      assert.match(pathname, /^\/(decision-widget(-[a-z0-9-]+)?\.(js|wasm|css)|service-worker\.js)?$/);
      assert.equal(search, "");
    }
  }));

test("with all its files there, no request follows whatever is done", () =>
  on(site.visit("/"), async (visit) => {
    await answer(visit, { work: "cpu", team: "go", stage: "mature" });
    await workedOut(visit);
    await readAll(visit);
    const before = visit.requests.length;
    await answer(visit, { work: "mixed", team: "js", stage: "mvp" });
    await workedOut(visit);
    await button(visit, "Undo").click();
    await button(visit, "Start over").click();
    await visit.page.waitForLoadState("networkidle");
    assert.deepEqual(visit.requests.slice(before), []);
  }));

test("kept answers come back, follow each change, and can be forgotten", () =>
  on(site.visit("/"), async (visit) => {
    const { page } = visit;
    await answer(visit, { work: "cpu", team: "go" });
    await openKeep(visit);
    await visit.widget().getByText(/^Nothing is stored so far/).waitFor();
    assert.deepEqual(await left(visit), NOTHING, "looking is no asking");
    await press(visit, "Keep my answers here");
    await visit.widget().getByText(/^This browser keeps your answers/).waitFor();
    await answer(visit, { work: "cpu", team: "go", load: "high" });
    const state = await visit.state;
    await visit.until((it) => Object.values(localStorage).includes(it), state);
    assert.deepEqual(await left(visit), { ...NOTHING, local: { "decision-widget go-or-node ": state } });

    await page.goto("about:blank");
    const entries = await page.evaluate(() => history.length);
    await page.goto(`${site.server.origin}/`);
    await visit.ready();
    assert.equal(await visit.state, state);
    assert.equal(new URL(page.url()).hash, `#d=${state}`);
    assert.equal(await page.evaluate(() => history.length), entries + 1, "no entry of its own");

    await reach(visit, "", () => button(visit, "Start over").click());
    await visit.until(() => Object.values(localStorage).includes(""));
    await openKeep(visit);
    await press(visit, "Forget them");
    await visit.widget().getByText(/^Nothing is stored so far/).waitFor();
    await answer(visit, { work: "cpu" });
    await visit.widget().locator("[data-verdict]").first().waitFor();
    assert.deepEqual(await left(visit), NOTHING);
  }));

test("a link says more than what was kept", () =>
  on(site.visit("/"), async (visit) => {
    const { page } = visit;
    await answer(visit, { work: "cpu" });
    const shared = await visit.state;
    await answer(visit, { work: "waiting" });
    const own = await visit.state;
    await openKeep(visit);
    await press(visit, "Keep my answers here");
    await page.goto("about:blank");
    await page.goto(`${site.server.origin}/#d=${shared}`);
    await visit.ready();
    assert.equal(await visit.state, shared);
    assert.deepEqual(Object.values((await left(visit)).local), [own], "opening a link is no change");
  }));

test("widgets that begin differently are kept apart", () =>
  on(site.visit("/presets.html"), async (visit) => {
    const { page } = visit;
    await visit.widget("#a").locator("[data-question] input").nth(1).click();
    await visit.until(() => document.querySelector("#a").state !== "1111jhe");
    const state = await page.evaluate(() => document.querySelector("#a").state);
    await openKeep(visit, "#a");
    await press(visit, "Keep my answers here", "#a");
    await page.reload();
    await visit.ready();
    const states = () => page.evaluate(() => ["#a", "#b"].map((it) => document.querySelector(it).state));
    assert.deepEqual(await states(), [state, ""]);
    assert.equal(new URL(page.url()).hash, "");
  }));

test("where nothing may be stored, that is told, and all else works", () =>
  on(site.visitPage("/sandbox.html"), async (visit) => {
    const frame = visit.page.frameLocator("iframe").locator('[part="widget"]').first();
    await frame.locator("input").first().click();
    await frame.locator("summary", { hasText: /^Keep on this device$/ }).first().click();
    await frame.getByText(/^This browser does not let the page store anything/).waitFor();
    await frame.getByRole("button", { name: "Keep my answers here" }).click();
    await frame.getByText(/^This browser does not let the page store anything/).waitFor();
    assert.ok(await frame.locator("input").first().isChecked());
  }));
