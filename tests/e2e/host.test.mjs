// The example pages: each one a page that embeds the widget, with what real
// pages have around it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { dist, on, setUp } from "./harness.mjs";
import { answer } from "./person.mjs";

const body = (markup, head = "") => `<!doctype html><html lang="en"><head>${head}<meta charset="utf-8"><title>Blog</title>
<link rel="icon" href="data:,"></head><body>${markup}</body></html>`;
const script = '<script type="module" src="/decision-widget.js"></script>';
const snippet = readFileSync(path.join(dist, "snippet.html"), "utf8");

const site = setUp({
  extra: {
    "/based.html": body(`<decision-widget></decision-widget>${script}`, '<base href="/elsewhere/">'),
    "/twice.html": body(`<decision-widget></decision-widget>${script}<script type="module" src="/decision-widget.js?again"></script>`),
    "/snippet.html": body(`<h1>Blog</h1>${snippet}<p id="after">After it</p>`),
    "/hidden.html": body(`<div style="visibility: hidden"><decision-widget id="a"></decision-widget></div>
      <decision-widget id="b" hidden></decision-widget>${script}`),
    "/styled.html": body(`<style>decision-widget { --dw-ground: rgb(1, 2, 3); --dw-font: monospace }
      ::part(verdict) { outline: 3px solid rgb(4, 5, 6) }</style><decision-widget></decision-widget>${script}`),
    "/broken.html": body(`<decision-widget id="a"></decision-widget><button id="own">Own</button>${script}`),
  },
});

/** Styles of an element in the first widget, lengths as they are on the screen. */
const styles = (visit, selector, names) => visit.widget().locator(selector).first().evaluate((it, wanted) => {
  const style = getComputedStyle(it);
  const onScreen = (_, length) => `${Math.round(length * it.currentCSSZoom * 100) / 100}px`;
  return wanted.map((name) => style.getPropertyValue(name).replace(/(-?[\d.]+)px/, onScreen));
}, names);

const LOOKS = ["color", "background-color", "font-size", "font-style", "font-weight", "letter-spacing",
  "text-transform", "text-align", "text-shadow", "word-spacing", "white-space", "border-top-width",
  "font-variant-caps", "hyphens", "cursor", "-webkit-text-fill-color", "float", "transform", "direction"];

const PLACES = [".dw", ".dw-h1", ".dw-about", ".dw-button", ".dw-card", "legend", "[data-question] label", "summary"];

for (const name of ["reset", "rtl"]) {
  test(`examples/${name}.html: nothing of the page's looks gets in`, async () => {
    const looks = {};
    for (const where of ["plain", name]) {
      await on(site.visit(`/examples/${where}.html`), async (visit) => {
        looks[where] = {};
        for (const place of PLACES) looks[where][place] = await styles(visit, place, LOOKS);
      });
    }
    assert.deepEqual(looks[name], looks.plain);
  });
}

/** Sizes on the screen, whatever a rem is. */
const sizes = (visit) => visit.widget().evaluate((it) => ({
  text: it.querySelector("legend").getBoundingClientRect().height,
  button: it.querySelector(".dw-button").getBoundingClientRect().height,
}));

test("examples/wordpress.html: text and buttons are no smaller where a rem is ten pixels", async () => {
  let usual;
  await on(site.visit("/examples/plain.html"), async (visit) => { usual = await sizes(visit); });
  await on(site.visit("/examples/wordpress.html"), async (visit) => {
    const { text, button } = await sizes(visit);
    assert.ok(Math.abs(text - usual.text) < 1, `${text} and ${usual.text}`);
    assert.ok(Math.abs(button - usual.button) < 1, `${button} and ${usual.button}`);
  });
});

for (const width of [320, 360, 768, 1280]) {
  for (const name of ["plain", "reset", "wordpress", "rtl"]) {
    test(`examples/${name}.html at ${width} pixels: nothing sticks out of a widget`, () =>
      on(site.visit(`/examples/${name}.html`, { viewport: { width, height: 900 } }), async (visit) => {
        const out = await visit.page.evaluate(() => [...document.querySelectorAll("decision-widget")].flatMap((widget) => {
          const box = widget.shadowRoot.querySelector(".dw").getBoundingClientRect();
          return [...widget.shadowRoot.querySelectorAll(".dw *")].filter((it) => {
            const { left, right, width: wide } = it.getBoundingClientRect();
            return wide > 1 && (left < box.left - 1 || right > box.right + 1);
          }).map((it) => it.outerHTML.slice(0, 80));
        }));
        assert.deepEqual(out, []);
      }));
  }
}

test("the widget takes no style out to the page", () =>
  on(site.visitPage("/examples/plain.html", { javaScriptEnabled: false }), async ({ page, context }) => {
    const look = (it) => it.evaluate((one) => JSON.stringify([...getComputedStyle(one)].map((name) => getComputedStyle(one)[name])));
    const before = await look(page.locator("h1").first());
    const other = await context.browser().newPage({ serviceWorkers: "block" });
    await other.goto(page.url());
    await other.locator("[part=widget]").first().waitFor();
    assert.equal(await look(other.locator("article > h1")), before);
    await other.context().close();
  }));

test("the font is the page's, unless it is told otherwise; colours and parts can be set", async () => {
  await on(site.visit("/examples/plain.html"), async (visit) => {
    assert.deepEqual(await styles(visit, "legend", ["font-family"]), ["Georgia, serif"]);
  });
  await on(site.visit("/styled.html"), async (visit) => {
    assert.deepEqual(await styles(visit, "legend", ["font-family"]), ["monospace"]);
    assert.deepEqual(await styles(visit, ".dw", ["background-color"]), ["rgb(1, 2, 3)"]);
    assert.deepEqual(await styles(visit, "[part=verdict]", ["outline-color"]), ["rgb(4, 5, 6)"]);
  });
});

test("what the page hides stays hidden", () =>
  on(site.visit("/hidden.html"), async (visit) => {
    assert.ok(!(await visit.widget("#a").locator("legend").first().isVisible()));
    assert.equal(await visit.page.evaluate(() => document.querySelector("#b").getClientRects().length), 0);
  }));

test("the title has the second rank in an article, and the first on its own page", async () => {
  const rank = (visit) => visit.widget().locator(".dw-h1").evaluate((it) => it.localName);
  for (const [where, expected] of [["/examples/plain.html", "h2"], ["/snippet.html", "h2"], ["/", "h1"], ["/frame-full.html", "h1"]]) {
    await on(site.visit(where), async (visit) => {
      assert.equal(await rank(visit), expected, where);
    });
  }
});

test("an article hears of each change", () =>
  on(site.visit("/examples/plain.html"), async (visit) => {
    await answer(visit, { work: "cpu", team: "go", load: "high" });
    await visit.until(() => /Go/.test(document.querySelector("#verdict").textContent));
  }));

test("under another base the files come from beside the script, and links lead to the page", () =>
  on(site.visit("/based.html"), async (visit) => {
    await visit.widget().locator("input").first().click();
    await visit.page.waitForURL(/\/based\.html#d=1/);
    await visit.widget().locator("summary", { hasText: /^From claims to a verdict/ }).click();
    await visit.widget().getByText(/stochastic multicriteria acceptability analysis/).waitFor();
  }));

test("a script that is named twice is one widget", () =>
  on(site.visit("/twice.html"), async (visit) => {
    await visit.page.waitForLoadState("networkidle");
    await visit.widget().locator("input").first().click();
    await visit.page.waitForURL(/#d=1/);
    assert.equal(await visit.page.evaluate(() => document.querySelector("decision-widget").shadowRoot.querySelectorAll(".dw").length), 1);
  }));

/** How far the layout has moved by itself. */
const watchShifts = () => {
  globalThis.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) globalThis.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
};

// The lab is a page of its own as soon as it simulates.
const VIEWS = [
  "full", "checklist", "summary", "chart-shares", "chart-contributions", "chart-assessments", "chart-figures",
];

for (const where of ["/", "/snippet.html", ...VIEWS.map((it) => `/frame-${it}.html`)]) {
  for (const width of [360, 1280]) {
    test(`${where} at ${width} pixels: what is shown before the script is what is shown after it`, async () => {
      const viewport = { width, height: 900 };
      let before;
      await on(site.visitPage(where, { viewport, javaScriptEnabled: false }), async ({ page }) => {
        before = await page.screenshot();
      });
      await on(site.visitPage("/styled.html", { viewport }), async (visit) => {
        await visit.page.addInitScript(watchShifts);
        await visit.page.goto(site.server.origin + where);
        await visit.ready();
        await visit.page.waitForLoadState("networkidle");
        assert.equal(await visit.page.evaluate(() => globalThis.shift), 0);
        assert.ok(before.equals(await visit.page.screenshot()), "not a pixel changes");
      });
    });
  }
}

test("the snippet's text can be read without a script, in a shadow root and as a feed has it", () =>
  on(site.visitPage("/snippet.html", { javaScriptEnabled: false }), async ({ page }) => {
    assert.ok(await page.getByRole("heading", { name: "The short answer" }).isVisible());
    assert.ok(await page.locator("[data-chart=figures]").first().isVisible());
    assert.match(snippet, /<\/template>\s*<p><a href="index\.html">Go or Node\.js/);
  }));

test("a program that fails while it draws leaves the page and all text as they are", () =>
  on(site.visit("/broken.html", { expectErrors: true }), async (visit) => {
    const { page } = visit;
    await answer(visit, { work: "cpu", team: "go", load: "high" });
    const verdict = await visit.widget("#a").locator("[data-verdict]").first().innerText();
    await page.evaluate(() => {
      document.querySelector("#own").addEventListener("click", () => { document.title = "Own"; });
      // What a page could do at worst: the program cannot go on without it.
      const { setAttribute } = Element.prototype;
      Element.prototype.setAttribute = function (name, value) {
        if (value === "dw-cards") throw new Error("not today");
        setAttribute.call(this, name, value);
      };
      document.body.insertAdjacentHTML("beforeend", '<decision-widget id="b"><p>Inner text</p></decision-widget>');
    });
    const sentence = "This checklist does not work: its program has failed. What you see here can be read but not answered.";
    await page.locator("#b > [role=alert]").waitFor();
    assert.equal(await page.locator("#b > [role=alert]").textContent(), sentence);
    assert.ok(await page.getByText("Inner text").isVisible());
    assert.equal(await page.locator("#a > [role=alert], #a [role=alert]").last().textContent(), sentence);
    assert.equal(await visit.widget("#a").locator("[data-verdict]").first().innerText(), verdict);
    await page.locator("#own").click();
    assert.equal(await page.title(), "Own");
  }));
