// What an automatic inspector says of the page in each of its states, and
// whether it fits a small screen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { on, setUp } from "./harness.mjs";
import { cutOff, hardToHit, inspect, overflow } from "./inspect.mjs";
import {
  answer, button, change, dataset, linkSaying, openLab, openSheet, person, readAll, shows, simulated,
  toldApart, workedOut,
} from "./person.mjs";

const site = setUp();

// Nothing moves, so that colours are looked at when they have arrived.
const still = { reducedMotion: "reduce" };

/** Colours under which each state is looked at. */
const COLOURS = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  "forced colours": { colorScheme: "dark", forcedColors: "active" },
};

/** Inspects the page as it is, in all colours. */
async function inspectColours(visit) {
  for (const [name, media] of Object.entries(COLOURS)) {
    await visit.page.emulateMedia(media);
    assert.deepEqual(await inspect(visit), [], name);
  }
}

/** With everything opened, once it has been worked out. */
async function opened(visit, kind) {
  await shows(visit, kind);
  await workedOut(visit);
  await readAll(visit);
}

/** A link to a verdict of this kind, with everything opened. */
const verdict = (kind, first) =>
  [`/#d=${linkSaying(kind, first)}`, (visit) => opened(visit, kind)];

/** Each state: where it begins, and what leads to it. */
const STATES = {
  "nothing told": ["/", (visit) => shows(visit, "undecided")],
  "nothing told and everything opened": ["/", async (visit) => {
    await readAll(visit);
    const text = await visit.widget().innerText();
    assert.ok(!text.includes("still being worked out"), "where nothing is told, nothing is worked out");
  }],
  "half answered": ["/", async (visit) => {
    await answer(visit, { work: "cpu" });
    await shows(visit, "undecided");
  }],
  "a clear verdict": verdict("clear", "go"),
  "a verdict that leans": verdict("lean", "hybrid"),
  "too close to call": ["/", async (visit) => {
    await answer(visit, person("Plain CRUD with both skills").answers);
    await opened(visit, "close");
  }],
  "a conflict": verdict("conflict"),
  "all questions answered": ["/", async (visit) => {
    await answer(visit, person("Serious start-up, all told").answers);
    await opened(visit, "clear");
  }],
  "only what matters": ["/", async (visit) => {
    await answer(visit, { work: "cpu" });
    await button(visit, "Ask me only what matters").click();
    await visit.widget().locator(".dw-guide fieldset").waitFor();
  }],
  "a source left out and an option hidden": [`/#d=${linkSaying("clear", "go")}`, async (visit) => {
    await workedOut(visit);
    await change(visit, () => visit.widget().getByRole("button", { name: /^Leave it out/ }).first().click());
    await change(visit, () => visit.widget().getByLabel("Bun", { exact: true }).click());
    await workedOut(visit);
  }],
  "the lab": ["/", openLab],
  "the lab overloaded": ["/", async (visit) => {
    const lab = await openLab(visit);
    await change(visit, () => lab.locator('input[name="Rps"]').press("End"));
    await simulated(lab);
  }],
  "a comparison of people": [`/#d=${linkSaying("clear", "go")}`, async (visit) => {
    const widget = await openSheet(visit);
    const links = ["clear", "lean", "conflict"].map((kind) =>
      linkSaying(kind, { clear: "node", lean: "go" }[kind]));
    const lines = [...links.map((it, at) => `Person ${at}: http://x/#d=${it}`), "Bad: #d=1abc"];
    await widget.getByLabel(/^Two to nine links/).fill(lines.join("\n"));
    await button(visit, "Compare").click();
    await widget.getByText(/^All together, by 2 votes/).waitFor();
    await toldApart(visit);
    await readAll(visit);
  }],
  "a link to copy by hand": [`/#d=${linkSaying("clear", "go")}`, async (visit) => {
    await visit.page.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error("no")); });
    await button(visit, "Copy link").click();
    await visit.widget().getByText(/^The browser did not allow copying/).waitFor();
  }],
  "a damaged link": ["/#d=1zzz", (visit) => visit.widget().locator(".dw-notice").waitFor()],
  "a link of an older edition": ["/#d=11ca00200r000g17fqz4zmev9g2we2jg941031qcr", async (visit) => {
    await visit.widget().getByText(/^Since this link was made/).first().waitFor();
    await readAll(visit);
  }],
  "nothing to compare": ["/", async (visit) => {
    for (const { name } of dataset.options) {
      await change(visit, () => visit.widget().locator(".dw-shown").getByLabel(name, { exact: true }).click());
    }
  }],
};

for (const [name, [path, prepare]] of Object.entries(STATES)) {
  test(`with ${name} the inspector has nothing to say, and everything fits`, () =>
    on(site.visit(path, still), async (visit) => {
      await prepare(visit);
      for (const width of [1280, 320]) {
        await visit.page.setViewportSize({ width, height: 800 });
        assert.deepEqual(await overflow(visit), [], `${width} px`);
        await inspectColours(visit);
      }
    }));
}

for (const view of ["checklist", "summary", "chart-shares", "chart-figures", "chart-assessments", "chart-latency"]) {
  test(`the inspector has nothing to say of the view ${view}`, () =>
    on(site.visitPage("/examples/plain.html", still), async (visit) => {
      await visit.page.evaluate(([view, state]) => {
        const [main, title, heading, widget] = ["main", "h1", "h2", "decision-widget"]
          .map((it) => document.createElement(it));
        title.textContent = "An article";
        heading.textContent = view;
        widget.setAttribute("view", view);
        widget.setAttribute("state", state);
        main.append(title, heading, widget);
        document.body.replaceChildren(main);
      }, [view, linkSaying("clear", "go")]);
      await visit.ready();
      await readAll(visit);
      await inspectColours(visit);
    }));
}

test("the inspector finds what is wrong", () =>
  on(site.visit("/", still), async (visit) => {
    await visit.page.evaluate(() => {
      document.querySelector("decision-widget").shadowRoot
        .querySelector("fieldset .dw-note").style.setProperty("color", "#ccc");
    });
    assert.match((await inspect(visit)).join(), /^color-contrast: /);
  }));

// The distances that readers may ask for, by WCAG 1.4.12.
const SPACED = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

/** What makes text larger or wider, and on what screen it must still fit. */
const ENLARGED = {
  "text spaced as readers may wish": [{ width: 360, height: 740 }, ({ page }) => page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    const { shadowRoot } = document.querySelector("decision-widget");
    shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
  }, SPACED)],
  "text of twice the size": [{ width: 640, height: 640 }, ({ page }) =>
    page.evaluate(() => { document.documentElement.style.fontSize = "200%"; })],
  "the page at four times its size": [{ width: 320, height: 180 }, () => {}],
};

for (const [name, [viewport, enlarge]] of Object.entries(ENLARGED)) {
  test(`with ${name} nothing is cut off or sticks out`, () =>
    on(site.visit(`/#d=${linkSaying("clear", "go")}`, { ...still, viewport }), async (visit) => {
      await workedOut(visit);
      await enlarge(visit);
      await readAll(visit);
      assert.deepEqual(await overflow(visit), []);
      assert.deepEqual(await cutOff(visit), []);
    }));
}

test("on a phone whatever is pressed is as high as a thumb, and covers nothing else that is", () =>
  on(site.visit(`/#d=${linkSaying("clear", "go")}`, { ...still, viewport: { width: 360, height: 740 } }), async (visit) => {
    await workedOut(visit);
    assert.deepEqual(await hardToHit(visit), [], "as it comes");
    await openLab(visit);
    await openSheet(visit);
    await readAll(visit);
    assert.deepEqual(await hardToHit(visit), [], "with everything opened");
    await visit.widget().locator("summary").first().evaluate((it) => { it.style.padding = 0; });
    assert.match((await hardToHit(visit)).join(), /^summary.* px high$/);
  }));

test("at four times its size the strip with the verdict leaves room to read", () =>
  on(site.visit(`/#d=${linkSaying("clear", "go")}`, { ...still, viewport: { width: 320, height: 256 } }), async (visit) => {
    const { height } = await visit.widget().locator(".dw-strip").boundingBox();
    assert.ok(height < 256 / 3, `${height} px of 256`);
  }));

test("the page before any script fits and passes too", () =>
  on(site.visitPage("/", { javaScriptEnabled: false, viewport: { width: 320, height: 640 } }), async (visit) => {
    const [wide, there] = await Promise.all([
      visit.page.locator("html").evaluate((it) => it.scrollWidth),
      visit.page.locator("html").evaluate((it) => it.clientWidth),
    ]);
    assert.equal(wide, there);
    assert.equal(await visit.page.locator("h1").count(), 1);
  }));

test("what must not move does not, and what is asked for in more contrast has it", () =>
  on(site.visit(`/#d=${linkSaying("clear", "go")}`, { reducedMotion: "reduce", contrast: "more" }), async (visit) => {
    const style = await visit.widget().locator(".dw-fill").first().evaluate((it) => {
      const { transitionDuration } = getComputedStyle(it);
      const note = getComputedStyle(it.getRootNode().querySelector(".dw-note"));
      return { transitionDuration, soft: note.color, ink: getComputedStyle(it.closest(".dw")).color };
    });
    assert.match(style.transitionDuration, /^0s/);
    assert.equal(style.soft, style.ink);
  }));
