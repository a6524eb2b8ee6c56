// The widget in a frame, and the page that writes the lines for other pages.

import assert from "node:assert/strict";
import { test } from "node:test";
import { on, setUp } from "./harness.mjs";

/** What an author copies, put into a page of another origin. */
const pasted = {};

const site = setUp({ extra: pasted });

const drawn = (page, selector) => page.frameLocator(selector).locator("[part=widget] .dw").waitFor();

const stateIn = (page, selector) =>
  page.locator(selector).evaluate((frame) => frame.contentDocument.querySelector("decision-widget").state);

test("a frame is as high as what is in it, whatever its width", () =>
  on(site.visitPage("/examples/frame.html"), async (visit) => {
    const { page } = visit;
    await drawn(page, "#shared");
    const fits = () => {
      const frame = document.querySelector("#shared");
      return Math.abs(frame.clientHeight - frame.contentDocument.documentElement.getBoundingClientRect().height) < 1.5;
    };
    await visit.until(fits);
    const wide = await page.locator("#shared").evaluate((it) => it.clientHeight);
    await page.setViewportSize({ width: 360, height: 900 });
    await visit.until((before) => document.querySelector("#shared").clientHeight > before, wide);
    await visit.until(fits);
  }));

test("a frame that is told to shares the decision with the page's address, the other does not", () =>
  on(site.visitPage("/examples/frame.html"), async (visit) => {
    const { page } = visit;
    await drawn(page, "#shared");
    await drawn(page, "#own");
    await page.frameLocator("#shared").locator("[part=widget] [data-question] input").first().click();
    await page.waitForURL(/#d=1/);
    const state = await stateIn(page, "#shared");
    assert.equal(new URL(page.url()).hash, `#d=${state}`);
    assert.equal(await stateIn(page, "#own"), "");

    await page.reload();
    await drawn(page, "#shared");
    await visit.until((it) =>
      document.querySelector("#shared").contentDocument.querySelector("decision-widget").state === it, state);
    await page.evaluate(() => { location.hash = ""; });
    await visit.until(() =>
      document.querySelector("#shared").contentDocument.querySelector("decision-widget").state === "");
  }));

test("a copied link leads to the page that holds the frame", () =>
  on(site.visitPage("/examples/frame.html", { permissions: ["clipboard-read", "clipboard-write"] }), async (visit) => {
    const { page } = visit;
    await drawn(page, "#shared");
    await visit.until(() => document.querySelector("#shared").contentDocument
      .querySelector("decision-widget").getAttribute("link-base").endsWith("/examples/frame.html"));
    const base = await page.locator("#own").evaluate((it) =>
      it.contentDocument.querySelector("decision-widget").getAttribute("link-base"));
    assert.equal(base, "index.html", "the other one leads to the page that comes with the widget");
  }));

test("messages of other windows and other origins are left alone", () =>
  on(site.visitPage("/examples/frame.html"), async (visit) => {
    const { page } = visit;
    await drawn(page, "#shared");
    await visit.until(() => document.querySelector("#shared").style.height !== "");
    const height = await page.locator("#shared").evaluate((it) => it.style.height);
    // The page says to itself, and a frame says for another, what that one would.
    const say = (to) => {
      to.postMessage({ type: "decision-widget:size", height: 7 }, "*");
      to.postMessage({ type: "decision-widget:state", state: "1111jhe" }, "*");
      to.postMessage("last", "*");
    };
    const inOwn = page.frames().find((it) => it.url().includes("frame-summary"));
    await page.evaluate((text) => {
      globalThis.heard = 0;
      addEventListener("message", ({ data }) => { if (data === "last") heard++; });
      globalThis.eval(`(${text})`)(globalThis);
    }, String(say));
    await inOwn.evaluate(`(${say})(parent)`);
    await visit.until(() => heard === 2);
    assert.equal(await page.locator("#shared").evaluate((it) => it.style.height), height);
    assert.equal(new URL(page.url()).hash, "");

    // A frame listens to the page around it, not to its neighbour.
    const inShared = page.frames().find((it) => it.url().includes("frame-checklist"));
    await inShared.evaluate(() => {
      globalThis.heard = 0;
      addEventListener("message", ({ data }) => { if (data === "last") heard++; });
    });
    await inOwn.evaluate(`(${say})(parent.document.querySelector("#shared").contentWindow)`);
    while (!(await inShared.evaluate("heard"))) await page.waitForTimeout(20);
    assert.equal(await stateIn(page, "#shared"), "");
  }));

/** Chooses on the page that writes the lines, and returns them. */
async function lines(visit, choose) {
  await choose(visit.page);
  await visit.page.evaluate(() => new Promise((drawn) =>
    requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(drawn)))));
  return visit.page.locator("#snippet").inputValue();
}

/** The lines as a page of their own. */
async function paste(visit, text) {
  pasted["/pasted.html"] = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pasted</title>
    <link rel="icon" href="data:,"><body>${text}</body></html>`;
  await visit.page.goto(`${site.server.origin}/pasted.html`);
}

test("the lines for an element make what was chosen, this version and no other", () =>
  on(site.visit("/embed.html"), async (visit) => {
    const { page } = visit;
    const text = await lines(visit, async () => {
      await page.getByLabel("What is shown").selectOption("summary");
      await page.getByLabel("Colours").selectOption("dark");
      await page.getByLabel("Answered from the start").selectOption({ label: "Data pipeline" });
      await page.getByLabel(/This version only/).check();
    });
    const sentence = await visit.widget().locator(".dw-sentence").innerText();
    assert.match(text, /<script type="module" src="http[^"]+\/decision-widget\.js" integrity="sha256-[^"]+" crossorigin="anonymous"><\/script>/);
    assert.match(text, /<decision-widget view="summary" theme="dark" state="1[0-9a-z]+">/);
    await paste(visit, text);
    await visit.ready();
    assert.equal(await visit.widget().locator(".dw-sentence").innerText(), sentence);
    assert.equal(await visit.widget().locator("[data-theme=dark]").count(), 1);

    pasted["/pasted.html"] = pasted["/pasted.html"].replace(/sha256-..../, "sha256-AAAA");
    visit.expectErrors = true;
    await page.reload();
    await page.getByText("A checklist, answered from published comparisons.").waitFor();
    assert.equal(await page.evaluate(() => customElements.get("decision-widget") === undefined), true);
  }));

test("the lines that can be read before any script hold what is shown, answers included", () =>
  on(site.visit("/embed.html"), async (visit) => {
    const { page } = visit;
    const text = await lines(visit, async () => {
      await page.getByLabel("Answered from the start").selectOption({ label: "Data pipeline" });
      await page.getByLabel(/Readable before any script/).check();
    });
    const sentence = await visit.widget().locator(".dw-sentence").innerText();
    const ticked = await visit.widget().locator("[data-question] input:checked").count();
    await paste(visit, text);
    await visit.ready();
    await on(site.visitPage("/pasted.html", { javaScriptEnabled: false }), async (bare) => {
      assert.equal(await bare.page.locator(".dw-sentence").innerText(), sentence);
      assert.equal(await bare.page.locator("[data-question] input:checked").count(), ticked);
      assert.ok(await bare.page.getByRole("heading", { name: "Go or Node.js for the backend?", level: 2 }).isVisible());
    });
  }));

test("the lines for a frame make a frame that fits and shares", () =>
  on(site.visit("/embed.html"), async (visit) => {
    const { page } = visit;
    const text = await lines(visit, async () => {
      await page.getByLabel("What is shown").selectOption("checklist");
      await page.locator("[name=how]").selectOption("frame");
      await page.getByLabel(/Share the decision/).check();
    });
    assert.match(text, /<iframe src="http[^"]+\/frame-checklist\.html" title="Go or Node\.js for the backend\?" width="100%" height="900" frameborder="0" loading="lazy" data-decision-widget="forward"><\/iframe>/);
    await paste(visit, text);
    await drawn(page, "iframe");
    await page.frameLocator("iframe").locator("[part=widget] [data-question] input").first().click();
    await page.waitForURL(/#d=1/);
    await visit.until(() => document.querySelector("iframe").clientHeight > 950);
  }));

test("the page itself leads to those lines, with what was answered", () =>
  on(site.visit("/"), async (visit) => {
    const { page } = visit;
    await visit.widget().locator("[data-question] input").first().click();
    await page.waitForURL(/#d=1/);
    const state = await visit.state;
    await page.getByRole("link", { name: "Put this on your page" }).click();
    await visit.ready();
    assert.equal(await visit.state, state);
    assert.match(await page.locator("#snippet").inputValue(), new RegExp(`state="${state}"`));
  }));

test("a place that is no address is told", () =>
  on(site.visit("/embed.html"), async (visit) => {
    const text = await lines(visit, (page) => page.getByLabel("Where the files are").fill("here"));
    assert.equal(text, "The place of the files must be a whole address, beginning with https://.");
  }));
