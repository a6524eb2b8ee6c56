// The page in the language of tests: English in disguise, with accents, two
// fifths longer, written from right to left. Whatever is not disguised does not
// come from the catalogue; whatever breaks would break in a translation.

import assert from "node:assert/strict";
import { test } from "node:test";
import { on, pseudo, setUp } from "./harness.mjs";
import { cutOff, inspect, overflow } from "./inspect.mjs";
import { answer, field, openAll, person, readAll, shows, toldApart, workedOut } from "./person.mjs";

const site = setUp({ folder: pseudo });

const still = { reducedMotion: "reduce" };
const clear = person("JavaScript team told to use Go").answers;
const all = person("Serious start-up, all told").answers;

/** Plain words in all that the page says, each with where it stands. */
const plainWords = (visit) => visit.page.evaluate(() => {
  const spoken = ["alt", "aria-label", "aria-valuetext", "placeholder", "title", "value"];
  const found = new Set();
  const look = (text, it) => {
    // Addresses, and code that others copy, are no text.
    const words = text.split(/\s+/).filter((word) => !word.startsWith("http"));
    for (const run of words.join(" ").match(/[A-Za-z]{2,}/g) ?? []) found.add(`${run}: ${it.localName}.${it.className}: ${text}`);
  };
  const walk = (root) => {
    for (const it of root.querySelectorAll("*")) {
      if (it.closest("code, script, noscript, style, template, head, #snippet")) continue;
      for (const node of it.childNodes) if (node.nodeType === Node.TEXT_NODE) look(node.data, it);
      for (const name of spoken) {
        const isShown = name !== "value" || (it.localName === "input" && it.type !== "radio" && it.type !== "checkbox");
        if (isShown && it.hasAttribute(name)) look(it.getAttribute(name), it);
      }
      if (it.shadowRoot) walk(it.shadowRoot);
    }
  };
  walk(document);
  look(document.title, document.documentElement);
  look(document.querySelector("meta[name=description]")?.content ?? "", document.documentElement);
  return [...found];
});

test("the detector finds a sentence that is left plain", () =>
  on(site.visit("/"), async (visit) => {
    assert.deepEqual(await plainWords(visit), []);
    await visit.page.evaluate(() => {
      const { shadowRoot } = document.querySelector("decision-widget");
      shadowRoot.querySelector("button").ariaLabel = "left plain";
      shadowRoot.querySelector("p").append("and so is this");
    });
    const found = (await plainWords(visit)).map((it) => it.split(":")[0]);
    assert.deepEqual(found.sort(), ["and", "is", "left", "plain", "so", "this"]);
  }));

test("before any script runs, all text is from the catalogue and fits", () =>
  on(site.visitPage("/", { javaScriptEnabled: false, viewport: { width: 320, height: 640 } }), async (visit) => {
    const html = visit.page.locator("html");
    assert.equal(await html.getAttribute("lang"), "ar-XB");
    assert.equal(await html.getAttribute("dir"), "rtl");
    assert.doesNotMatch(await visit.page.locator("body").innerText(), /[A-Za-z]{2}/);
    assert.equal(await html.evaluate((it) => it.scrollWidth - it.clientWidth), 0);
  }));

test("with everything opened all text is from the catalogue, also in parts fetched later", () =>
  on(site.visit("/", still), async (visit) => {
    await answer(visit, all);
    await workedOut(visit);
    await readAll(visit);
    await visit.until(() => !document.querySelector("decision-widget").shadowRoot
      .querySelector(".dw-lab progress"));
    assert.deepEqual(await plainWords(visit), []);
    for (const part of ["details", "foresight", "lab", "sharing"]) {
      assert.ok(site.server.asked.some((it) => it.includes(`-${part}.wasm`)), `${part} was fetched`);
    }
  }));

test("a conflict, a damaged link and a comparison of people are from the catalogue", () =>
  on(site.visit("/", still), async (visit) => {
    await answer(visit, person("Sub-millisecond, CPU-heavy, no Go and no way to get it").answers);
    await shows(visit, "conflict");
    await workedOut(visit);
    await readAll(visit);
    assert.deepEqual(await plainWords(visit), []);
    const links = [await visit.page.evaluate(() => location.href), `${site.server.origin}/#d=1`, "?"];
    const pasted = visit.widget().locator(".dw-sheet textarea").nth(1);
    await pasted.fill([links[0], ...links].join("\n"));
    await pasted.press("Tab");
    await visit.page.keyboard.press("Tab");
    await visit.page.keyboard.press("Enter");
    await toldApart(visit);
    await openAll(visit);
    assert.deepEqual((await plainWords(visit)).filter((it) => !it.includes("textarea")), []);
    await visit.page.evaluate(() => { location.hash = "#d=1zzz"; });
    await visit.widget().locator(".dw-notice").waitFor();
    assert.deepEqual((await plainWords(visit)).filter((it) => !it.includes("textarea")), []);
  }));

for (const width of [320, 360, 1280]) {
  test(`the longer texts fit a screen of ${width} px, with everything opened`, () =>
    on(site.visit("/", { ...still, viewport: { width, height: 800 } }), async (visit) => {
      assert.deepEqual(await overflow(visit), []);
      await answer(visit, clear);
      await shows(visit, "clear");
      await workedOut(visit);
      await readAll(visit);
      assert.deepEqual(await overflow(visit), []);
      const cut = await cutOff(visit);
      // The strip says in one line what stands above in full.
      assert.deepEqual(cut.filter((it) => !it.startsWith("span")), []);
    }));
}

/** Inspects the page on screens of these widths; colours are those of every language. */
async function inspectAll(visit, widths) {
  for (const width of widths) {
    await visit.page.setViewportSize({ width, height: 800 });
    assert.deepEqual(await inspect(visit), [], `${width} px`);
    assert.deepEqual(await overflow(visit), [], `${width} px`);
  }
}

test("the inspector has nothing to say, on small and large screens", () =>
  on(site.visit("/", still), async (visit) => {
    await answer(visit, all);
    await workedOut(visit);
    await readAll(visit);
    await inspectAll(visit, [360, 1280]);
  }));

test("the checklist can be answered with the keyboard, and arrows follow the eye", () =>
  on(site.visit("/", still), async (visit) => {
    const first = visit.widget().locator("[data-question] input[type=radio]").first();
    await first.press("Space");
    const name = await first.getAttribute("name");
    await visit.page.keyboard.press("ArrowLeft");
    const next = visit.widget().locator(`input[name="${name}"]`).nth(1);
    await visit.until((it) => [...document.querySelector("decision-widget").shadowRoot
      .querySelectorAll(`input[name="${it}"]`)].findIndex((one) => one.checked) === 1, name);
    assert.ok(await next.isChecked());
    await answer(visit, clear);
    await shows(visit, "clear");
  }));

/** Boxes of what the page shows, by selector. */
const boxes = (visit, selector) =>
  visit.widget().locator(selector).evaluateAll((them) => them.map((it) => {
    const { left, right, width } = it.getBoundingClientRect();
    return { left, right, width };
  }));

const near = (a, b, what) => assert.ok(Math.abs(a - b) < 1.5, `${what}: ${a} and ${b}`);

test("what starts, starts on the right: checklist, bars and axes", () =>
  on(site.visit("/", { ...still, viewport: { width: 1280, height: 800 } }), async (visit) => {
    await answer(visit, clear);
    await workedOut(visit);
    await readAll(visit);
    const [checklist] = await boxes(visit, ".dw-checklist");
    const [panel] = await boxes(visit, ".dw-panel");
    assert.ok(checklist.left > panel.right, "the verdict stands to the left of the checklist");
    const shares = '.dw-panel [data-chart="shares"] > .dw-bars';
    const tracks = await boxes(visit, `${shares} .dw-track`);
    const bars = await boxes(visit, `${shares} .dw-fill`);
    assert.equal(tracks.length, bars.length);
    bars.forEach((bar, at) => near(bar.right, tracks[at].right, "a bar starts at the right"));
    assert.ok(bars.some((bar, at) => bar.left > tracks[at].left + 5), "and ends before the left");
    const anchors = await boxes(visit, ".dw-criterion .dw-anchors > :first-child");
    const lanes = await boxes(visit, ".dw-criterion .dw-anchors");
    assert.ok(anchors.every((it, at) => it.right > (lanes[at].left + lanes[at].right) / 2));
    // The mark of an option stands before its name.
    const labels = await boxes(visit, `${shares} .dw-label`);
    const marks = await boxes(visit, `${shares} .dw-mark`);
    marks.forEach((mark, at) => near(mark.right, labels[at].right, "a mark comes first"));
  }));

test("charts of load and time run from left to right, with their labels inside", () =>
  on(site.visit("/", { ...still, viewport: { width: 1280, height: 800 } }), async (visit) => {
    await readAll(visit);
    const [chart] = await boxes(visit, ".dw-chart");
    await visit.widget().locator(".dw-chart text").first().waitFor();
    const labels = await boxes(visit, ".dw-chart text");
    assert.ok(labels.every((it) => it.left >= chart.left - 20 && it.right <= chart.right + 20));
    near(Math.min(...labels.map((it) => it.left)), chart.left, "times stand at the left");
  }));

test("a number is read before its unit, and its digits are together", () =>
  on(site.visit("/", { ...still, viewport: { width: 1280, height: 800 } }), async (visit) => {
    await answer(visit, clear);
    await workedOut(visit);
    const shares = await visit.widget().locator('.dw-panel [data-chart="shares"] > .dw-bars .dw-value')
      .evaluateAll((them) => them.filter((it) => /^\d+\u00a0%$/.test(it.textContent)).map((it) => {
        const box = (from, to) => {
          const range = document.createRange();
          range.setStart(it.firstChild, from);
          range.setEnd(it.firstChild, to);
          return range.getBoundingClientRect().toJSON();
        };
        const { length } = it.textContent;
        return { number: box(0, length - 2), unit: box(length - 1, length) };
      }));
    assert.ok(shares.length > 0, "there are shares");
    for (const { number, unit } of shares) assert.ok(number.left >= unit.right - 0.5, "from right to left");
  }));

test("where the program cannot run, the sentence is from the catalogue", async () => {
  const visiting = site.visitPage("/embed.html", { expectErrors: true });
  await on(visiting, async (visit) => {
    await visit.page.addInitScript(() => { delete globalThis.WebAssembly; });
    await visit.page.reload();
    const alert = visit.page.locator("[role=alert]");
    await alert.waitFor();
    assert.doesNotMatch((await alert.innerText()).replace("WebAssembly", ""), /[A-Za-z]{2}/);
  });
});

test("the page that writes lines is from the catalogue, fits, and passes", () =>
  on(site.visit("/embed.html", still), async (visit) => {
    await visit.page.locator("[name=readable]").check();
    await visit.page.locator("#copy").click();
    assert.deepEqual(await plainWords(visit), []);
    await inspectAll(visit, [360, 1280]);
    const lines = await visit.page.locator("#snippet").inputValue();
    assert.match(lines, /lang="ar-XB" dir="rtl"/);
  }));

test("a page in English may hold the widget in another language", async () => {
  await on(site.visit("/", still), async (visit) => {
    await visit.page.evaluate(() => {
      document.documentElement.lang = "en";
      document.documentElement.dir = "ltr";
    });
    const root = visit.widget().locator(".dw");
    assert.equal(await root.evaluate((it) => getComputedStyle(it).direction), "rtl");
    assert.equal(await root.getAttribute("lang"), "ar-XB");
    assert.deepEqual(await overflow(visit), []);
  });
});
