// What is done with a decision: naming, sending, taking away, comparing.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { on, setUp } from "./harness.mjs";
import { change, linkSaying, openSheet, toldApart } from "./person.mjs";

const site = setUp();
const [go, node] = [linkSaying("clear", "go"), linkSaying("clear", "node")];

const MEAN = "<img src=x onerror=alert(1)> =1+1 🚀";

async function write(field, text) {
  await field.fill(text);
  await field.blur();
}

/** The text in an address that holds a whole file. */
const told = (address) => decodeURIComponent(address.slice(address.indexOf(",") + 1));

test("title and notes travel with the link and are shown as text", () =>
  on(site.visit(`/#d=${go}`), async (visit) => {
    const widget = await openSheet(visit);
    await change(visit, () => write(widget.getByLabel("Title"), MEAN));
    await change(visit, () => write(widget.getByLabel(/^Notes/), "Two\nlines"));
    await visit.page.reload();
    await visit.ready();
    // A link with a title opens with the sheet unfolded.
    const again = visit.widget();
    assert.equal(await again.getByLabel("Title").inputValue(), MEAN);
    assert.equal(await again.getByLabel(/^Notes/).inputValue(), "Two\nlines");
    assert.equal(await again.locator("img").count(), 0);
  }));

test("a title that is too long is refused with a sentence", () =>
  on(site.visit(`/#d=${go}`), async (visit) => {
    const widget = await openSheet(visit);
    await write(widget.getByLabel(/^Notes/), "x".repeat(1_200));
    await widget.getByText("The notes have 1200 characters, but a link has room for 1000.").waitFor();
    assert.equal(await visit.state, go);
    // Nobody loses what they wrote.
    assert.equal((await widget.getByLabel(/^Notes/).inputValue()).length, 1_200);
  }));

test("what is being written stays when the sheet is drawn anew", () =>
  on(site.visit(`/#d=${go}`), async (visit) => {
    const widget = await openSheet(visit);
    const notes = widget.getByLabel(/^Notes/);
    await notes.fill("Half a sen");
    const text = widget.locator(".dw-sheet pre.dw-claim");
    const before = await text.textContent();
    const answer = widget.locator("[data-question] input:not(:checked):not([value=''])").first();
    await change(visit, () => answer.evaluate((it) => it.click()));
    await visit.until((it) => document.querySelector("decision-widget").shadowRoot
      .querySelector(".dw-sheet[aria-busy=false] pre.dw-claim")?.textContent !== it, before);
    assert.equal(await notes.inputValue(), "Half a sen");
    await change(visit, () => notes.blur());
    assert.equal(await notes.inputValue(), "Half a sen");
  }));

test("files are saved without a request", () =>
  on(site.visit(`/#d=${go}`), async (visit) => {
    const widget = await openSheet(visit);
    const before = visit.requests.length;
    const files = {};
    for (const link of await widget.locator("a[download]").all()) {
      files[await link.getAttribute("download")] = told(await link.getAttribute("href"));
    }
    assert.deepEqual(Object.keys(files).sort(), [
      "decision-assessments-go-or-node.svg",
      "decision-contributions-go-or-node.svg",
      "decision-figures-go-or-node.svg",
      "decision-go-or-node.csv",
      "decision-go-or-node.json",
      "decision-go-or-node.md",
      "decision-shares-go-or-node.svg",
    ]);
    assert.match(files["decision-go-or-node.md"], /^---\nstatus: "proposed"\ndate: "\d{4}-\d\d-\d\d"/);
    assert.match(files["decision-go-or-node.md"], /Compiled machine code makes Go very fast/);
    assert.equal(JSON.parse(files["decision-go-or-node.json"]).verdict.kind, "clear");
    const saved = visit.page.waitForEvent("download");
    await widget.locator('a[download$=".csv"]').click();
    assert.equal((await saved).suggestedFilename(), "decision-go-or-node.csv");
    assert.deepEqual(visit.requests.slice(before).filter((it) => !it.startsWith("data:")), []);
  }));

test("a chart is saved as PNG", () =>
  on(site.visit(`/#d=${go}`), async (visit) => {
    const widget = await openSheet(visit);
    const saved = visit.page.waitForEvent("download");
    await widget.getByRole("button", { name: "PNG" }).first().click();
    const download = await saved;
    assert.equal(download.suggestedFilename(), "decision-shares-go-or-node.png");
    const bytes = readFileSync(await download.path());
    assert.deepEqual([...bytes.subarray(1, 4)].map((it) => String.fromCharCode(it)).join(""), "PNG");
    // Twice the 720 pixels of the SVG.
    assert.equal(bytes.readUInt32BE(16), 1_440);
  }));

test("a saved decision is opened again", () =>
  on(site.visit(`/#d=${go}`), async (visit) => {
    const widget = await openSheet(visit);
    const file = widget.locator('a[download$=".json"]');
    const buffer = Buffer.from(told(await file.getAttribute("href")));
    await visit.page.goto(`${site.server.origin}/#d=${node}`);
    await visit.until((it) => document.querySelector("decision-widget").state === it, node);
    const field = visit.widget().getByLabel("Open a decision that was saved as JSON");
    await field.setInputFiles({ name: "mine.json", mimeType: "application/json", buffer });
    await visit.until((it) => document.querySelector("decision-widget").state === it, go);
    await field.setInputFiles({ name: "no.json", mimeType: "text/plain", buffer: Buffer.from("{") });
    await visit.widget().getByText("The file cannot be read as JSON.").waitFor();
  }));

test("decisions are compared by their links, and bad ones are named", () =>
  on(site.visit(`/#d=${go}`), async (visit) => {
    const widget = await openSheet(visit);
    const links = widget.getByLabel(/^Two to nine links/);
    const line = (name, state) => `${name}: ${site.server.origin}/#d=${state}`;
    await write(links, [line("Anna", node), line("Ben", go), "Cy: #d=1abc"].join("\n"));
    await widget.getByRole("button", { name: "Compare", exact: true }).click();
    await widget.getByText("Link 3: The link was damaged on its way. Copy it anew.").waitFor();
    await widget.getByText(/^Differences that move no verdict \(\d+\)$/).waitFor();
    await widget.getByText(/^All together, by 2 votes: /).waitFor();
    await widget.getByLabel("Votes").first().selectOption("9");
    await widget.getByText(/^All together, by 10 votes: Clear: Node.js/).waitFor();
    await toldApart(visit);
    const link = await widget.getByLabel("A link to this comparison").inputValue();
    await visit.page.goto(link);
    await visit.page.reload();
    await visit.ready();
    await visit.widget().getByText(/^All together, by 10 votes: /).waitFor();
  }));

test("a state is kept, compared with now, and brought back", () =>
  on(site.visit(`/#d=${go}`), async (visit) => {
    const widget = await openSheet(visit);
    await write(widget.getByLabel("Its name"), "Before lunch");
    await widget.getByRole("button", { name: "Keep it" }).click();
    await widget.locator("input[type=checkbox]").first().click();
    await visit.until((it) => document.querySelector("decision-widget").state !== it, go);
    await widget.getByRole("button", { name: "Compare with now" }).click();
    await widget.getByText("Question by question").waitFor();
    await widget.getByRole("button", { name: "Go back to it" }).click();
    await visit.until((it) => document.querySelector("decision-widget").state === it, go);
  }));

test("all of it can be reached by keyboard and has a name", () =>
  on(site.visit(`/#d=${linkSaying("lean", "node")}`), async (visit) => {
    const widget = await openSheet(visit);
    for (const control of await widget.locator("input, textarea, select, button, a[href]").all()) {
      const name = await control.evaluate((it) =>
        it.labels?.[0]?.textContent || it.getAttribute("aria-label") || it.textContent);
      assert.notEqual(name?.trim(), "", await control.evaluate((it) => it.outerHTML.slice(0, 80)));
    }
  }));

test("on paper there is what was told and what follows, and nothing to press", () =>
  on(site.visit(`/#d=${go}`, { colorScheme: "dark" }), async (visit) => {
    const widget = await openSheet(visit);
    await widget.locator("pre").waitFor();
    await visit.page.emulateMedia({ media: "print" });
    const shown = await visit.page.evaluate(() => {
      const { shadowRoot } = document.querySelector("decision-widget");
      const seen = (selector) => [...shadowRoot.querySelectorAll(selector)].filter((it) => it.checkVisibility());
      return {
        pressed: seen("button, a.dw-button, select, .dw-sheet input").length,
        choices: seen(".dw-choice").filter((it) => !it.querySelector(":checked")).length,
        answers: seen(".dw-question .dw-choice").length,
        text: seen("pre").map((it) => it.innerText).join(),
        ground: getComputedStyle(shadowRoot.querySelector(".dw")).colorScheme,
      };
    });
    const { progress } = JSON.parse(await visit.page.evaluate(() =>
      JSON.stringify(document.querySelector("decision-widget").report)));
    assert.equal(shown.pressed, 0);
    assert.equal(shown.choices, 0);
    assert.ok(shown.answers >= progress.answered && progress.answered > 0);
    assert.ok(shown.text.includes(`#d=${go}`), "the way back is printed");
    assert.match(shown.ground, /light only|only light/);
  }));
