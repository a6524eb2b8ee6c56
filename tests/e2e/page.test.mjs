// The stand-alone page, as a browser loads it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { Visit, dist, on, setUp } from "./harness.mjs";
import { answer, answered, dataset, field, section, workedOut } from "./person.mjs";

const site = setUp();

test("the page loads, defines the element and asks for nothing else", () =>
  on(site.visit("/"), async (visit) => {
    const { page, requests } = visit;
    const { asked } = site.server;
    assert.ok(await page.evaluate(() => customElements.get("decision-widget") !== undefined));
    // The page's own script comes when all else is there, for later visits.
    await page.waitForLoadState("networkidle");
    const files = ["/", "/decision-widget-page.js", "/decision-widget.css", "/decision-widget.js", "/decision-widget.wasm"];
    assert.deepEqual(asked.toSorted(), files, "each file is sent once");
    assert.deepEqual([...new Set(requests.map((url) => new URL(url).pathname))].sort(), files);
  }));

test("the text stays until what was drawn is laid out, one section in a turn", () =>
  on(site.visitPage("/"), async (visit) => {
    const { page } = visit;
    await page.addInitScript(() => {
      Object.assign(globalThis, { frames: [], turns: [] });
      const isLate = (it) => it.style.display === "none";
      const isDone = ({ target, oldValue }) => /display: none/.test(oldValue) && !isLate(target);
      const isQuestion = (it) => it.localName === "fieldset";
      // The later questions of a group are few, and count as one; short sections
      // come with the long one that they follow.
      const whole = (it) => (isQuestion(it) ? it.parentNode : it);
      const isLong = (it) => it.textContent.length >= 250;
      const watch = new MutationObserver((records) => {
        const done = records.filter(isDone).map(({ target }) => target);
        turns.push({
          sections: new Set(done.map(whole).filter(isLong)).size,
          questions: done.filter(isQuestion).length,
        });
      });
      const look = () => {
        const widget = document.querySelector("decision-widget");
        const root = widget?.shadowRoot;
        if (root) {
          watch.observe(root, { subtree: true, attributeFilter: ["style"], attributeOldValue: true });
          frames.push({
            late: [...root.querySelectorAll("[style]")].filter(isLate).length,
            isText: widget.querySelector(":scope > .dw").checkVisibility(),
            isDrawn: Boolean(root.querySelector("[part=widget]")?.checkVisibility()),
          });
        }
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.reload();
    await visit.until(() => frames.at(-1)?.isDrawn);
    const { frames, turns } = await page.evaluate(() => ({ frames: globalThis.frames, turns: globalThis.turns }));
    assert.ok(frames.every(({ isText, isDrawn }) => isText !== isDrawn), "one of both is shown");
    assert.ok(frames.every(({ late, isDrawn }) => !isDrawn || late === 0), "nothing is left when it is shown");
    const said = JSON.stringify(turns);
    assert.ok(turns.filter(({ sections }) => sections > 0).length > 1, "there is more than one section");
    assert.ok(turns.every(({ sections }) => sections <= 1), `${said}: one in a turn`);
    assert.ok(turns.every(({ questions }) => questions <= 5), `${said}: a group's later questions are no more than its first`);
  }));

test("answering fetches the outlook, once, and sends nothing", () =>
  on(site.visit("/"), async (visit) => {
    const { asked } = site.server;
    const before = asked.length;
    await answer(visit, { work: "cpu", team: "go", load: "high" });
    await workedOut(visit);
    const more = asked.slice(before);
    assert.ok(more.length > 0);
    for (const name of more) assert.match(name, /^\/decision-widget-(parts\.json|(foresight|chunk-\d+)\.wasm)$/);
    assert.equal(new Set(more).size, more.length, "nothing is fetched twice");
    assert.ok(visit.requests.every((url) => !url.includes("?")), "nothing is sent along");
  }));

/** What only the details say. */
const DETAIL = /stochastic multicriteria acceptability analysis/;

/** Opens the part of the page that explains the method. */
const openMethod = (visit) => visit.widget().locator("summary", { hasText: /^From claims to a verdict/ }).click();

test("the texts of the details are not in what everybody loads", async () => {
  const says = async (name) => DETAIL.test((await readFile(path.join(dist, name))).toString("latin1"));
  assert.ok(await says("decision-widget-details.wasm"));
  assert.ok(!(await says("decision-widget.wasm")));
});

test("the details are fetched once, and only when they are asked for", () =>
  on(site.visit("/"), async (visit) => {
    const fetched = () => visit.requests.filter((url) => url.endsWith("-details.wasm")).length;
    await visit.widget().locator("input").first().click();
    assert.equal(fetched(), 0);
    await openMethod(visit);
    await visit.widget().getByText(DETAIL).waitFor();
    assert.equal(fetched(), 1);
  }));

test("details that cannot be fetched are told, and fetched when they are asked for again", () =>
  on(site.visit("/", { expectErrors: true }), async (visit) => {
    await visit.page.route(/-details\.wasm$/, (route) => route.abort());
    await openMethod(visit);
    await visit.widget().getByText(/could not be fetched/).waitFor();
    await visit.page.unroute(/-details\.wasm$/);
    await visit.widget().getByRole("button", { name: "Try again" }).click();
    await visit.widget().getByText(DETAIL).waitFor();
  }));

test("the figures that the page does not show at once can be opened", () =>
  on(site.visit("/"), async (visit) => {
    const figures = section(visit, "The figures").locator('[data-chart="figure"]');
    assert.ok(await figures.count() < dataset.figures.length);
    await section(visit, "The figures").locator("summary").click();
    await figures.nth(dataset.figures.length - 1).waitFor();
    assert.equal(await figures.count(), dataset.figures.length);
  }));

test("a page without its styles keeps its text and says what is missing", async () => {
  const visit = await Visit.open(site.browser, "about:blank", { expectErrors: true });
  await visit.page.route(/\.css$/, (route) => route.abort());
  await visit.page.goto(`${site.server.origin}/`);
  const sentence = visit.page.locator("decision-widget [role=alert]");
  await sentence.waitFor();
  assert.match(await sentence.textContent(), /does not work: Failed to fetch/);
  assert.ok(await visit.page.locator("decision-widget legend").first().isVisible());
  await visit.close();
});

test("the page can be read before any script runs", async () => {
  const visit = await site.visitPage("/", { javaScriptEnabled: false });
  assert.ok(await visit.page.locator("decision-widget legend").first().isVisible());
  await visit.close();
});

test("before the program comes what is in sight is laid out, and what is far below once it is reached", () =>
  on(Visit.open(site.browser, "about:blank"), async (visit) => {
    const { page } = visit;
    await page.route(/decision-widget\.wasm$/, () => {});
    await page.goto(`${site.server.origin}/`);
    const laidOut = (at) => [...document.querySelectorAll("decision-widget .dw-page > section")].at(at)
      .firstElementChild.checkVisibility({ contentVisibilityAuto: true });
    await visit.until(laidOut, 0);
    assert.equal(await page.evaluate(laidOut, -1), false);
    for (let at = 0; !(await page.evaluate(laidOut, -1)); at += 1) {
      assert.ok(at < 100, "the end of the page is reached");
      await page.keyboard.press("End");
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    assert.ok(await page.locator("decision-widget .dw-page > section").last().isVisible());
  }));

test("what follows the opening is laid out a frame after it", () =>
  on(Visit.open(site.browser, "about:blank", { expectErrors: true }), async (visit) => {
    const { page } = visit;
    await page.route(/decision-widget\.js$/, (route) => route.abort());
    await page.addInitScript(() => {
      globalThis.frames = [];
      const watch = () => {
        const shows = (selector) => document.querySelector(selector)?.checkVisibility();
        const now = [shows("decision-widget h1"), shows("decision-widget h2")];
        if (now[0]) globalThis.frames.push(now[1]);
        if (!now[1]) requestAnimationFrame(watch);
      };
      requestAnimationFrame(watch);
    });
    await page.goto(`${site.server.origin}/`);
    await visit.until(() => globalThis.frames.at(-1));
    const [first, ...later] = await page.evaluate(() => globalThis.frames);
    assert.equal(first, false);
    assert.ok(later.length > 0);
  }));

test("what was answered, opened and reached before the program has come goes on, and nothing moves", () =>
  on(Visit.open(site.browser, "about:blank"), async (visit) => {
    const { page } = visit;
    const asked = new Promise((held) => page.route(/decision-widget\.wasm$/, held));
    await page.goto(`${site.server.origin}/`);
    const program = await asked;
    const place = (input) => input.evaluate((it) => [scrollY, it.getBoundingClientRect().top]);
    const input = page.locator('fieldset[data-question="work"] input[value="cpu"]');
    await input.click();
    await input.locator("xpath=ancestor::fieldset").locator("summary").click();
    const before = await place(input);
    assert.ok(before[0] > 0, "the checklist is further down");
    await program.continue();
    await visit.ready();
    await visit.until(() => document.querySelector("decision-widget").state);
    const drawn = field(visit, "work", "cpu");
    assert.ok(await drawn.isChecked());
    assert.deepEqual(await place(drawn), before);
    assert.equal(await answered(visit), 1);
    const opened = drawn.locator("xpath=ancestor::fieldset").locator("details");
    await opened.locator("> .dw-body").waitFor();
    assert.ok(await opened.locator("> summary").evaluate((it) => it === it.getRootNode().activeElement));
  }));

test("an answer goes into the URL, and reload and back restore", () =>
  on(site.visit("/"), async (visit) => {
    const { page } = visit;
    const input = visit.widget().locator("input").first();
    await input.click();
    await page.waitForURL(/#d=1/);
    const link = new URL(page.url()).hash.slice(3);
    assert.equal(await visit.state, link);

    await page.reload();
    await visit.ready();
    assert.equal(await visit.state, link);
    assert.ok(await visit.widget().locator("input").first().isChecked());

    await page.goBack();
    await visit.until(() => document.querySelector("decision-widget").state === "");
    assert.equal(new URL(page.url()).hash, "");
    await page.goForward();
    await visit.until((it) => document.querySelector("decision-widget").state === it, link);
  }));

test("a page without WebAssembly keeps its text and says what is missing", async () => {
  const visit = await Visit.open(site.browser, "about:blank");
  await visit.page.addInitScript(() => { delete globalThis.WebAssembly; });
  await visit.page.goto(`${site.server.origin}/`);
  const sentence = visit.page.locator("decision-widget [role=alert]");
  await sentence.waitFor();
  assert.match(await sentence.textContent(), /does not work: this browser has no WebAssembly/);
  assert.ok(await visit.page.locator("decision-widget > *").first().isVisible());
  await visit.close();
});
