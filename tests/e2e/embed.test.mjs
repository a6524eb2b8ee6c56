// The element on somebody else's page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { on, serve, setUp } from "./harness.mjs";

const script = '<script type="module" src="/decision-widget.js"></script>';
const body = (markup) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Blog</title>
<link rel="icon" href="data:,"><body>${markup}${script}</body></html>`;

const site = setUp({
  extra: {
    "/two.html": body('<decision-widget id="a"></decision-widget><decision-widget id="b"></decision-widget>'),
    "/odd.html": body('<decision-widget view="nonsense" theme="pink" state="!!!"><p>fallback</p></decision-widget>'),
    "/lost.html": body('<decision-widget src="/nowhere.json"><p>fallback</p></decision-widget>'),
    "/broken.html": body('<decision-widget src="/broken.json"><p>fallback</p></decision-widget>'),
    "/broken.json": "{",
    "/frame.html": body(`<iframe sandbox="allow-scripts" srcdoc="
      <script type=module src=/decision-widget.js></script><decision-widget></decision-widget>"></iframe>`)
      .replace(script, ""),
  },
});

test("two widgets on one page each have their own state; the first has the URL", () =>
  on(site.visit("/two.html"), async (visit) => {
    const { page } = visit;
    await visit.widget("#b").locator("input").first().click();
    await visit.until(() => document.querySelector("#b").state !== "");
    assert.equal(await page.evaluate(() => document.querySelector("#a").state), "");
    assert.equal(new URL(page.url()).hash, "");
    await visit.widget("#a").locator("input").first().click();
    await page.waitForURL(/#d=1/);
  }));

test("the event comes once for each real change, across shadow roots", () =>
  on(site.visit("/two.html"), async (visit) => {
    const { page } = visit;
    await page.evaluate(() => {
      globalThis.heard = [];
      document.addEventListener("decision-change", (event) =>
        heard.push({ target: event.target.id, ...event.detail }));
    });
    await visit.widget("#a").locator("input").first().click();
    await visit.until(() => heard.length === 1);
    const [event] = await page.evaluate(() => heard);
    assert.equal(event.target, "a");
    assert.equal(event.kind, "undecided");
    assert.equal(event.answered, 1);
    assert.match(event.state, /^1/);
    await page.evaluate((state) => { document.querySelector("#a").state = state; }, event.state);
    await page.waitForTimeout(100);
    assert.equal(await page.evaluate(() => heard.length), 1, "the same state is no change");
  }));

test("the report is plain data", () =>
  on(site.visit("/two.html"), async (visit) => {
    const { page } = visit;
    const report = await page.evaluate(() => document.querySelector("#a").report);
    assert.equal(report.verdict.kind, "undecided");
    assert.ok(report.options.length >= 2);
    assert.equal(typeof report.options[0].value, "number");
    assert.equal(typeof report.pairwise, "object");
  }));

test("a moved element keeps its state", () =>
  on(site.visit("/two.html"), async (visit) => {
    const { page } = visit;
    await visit.widget("#b").locator("input").first().click();
    await visit.until(() => document.querySelector("#b").state !== "");
    const kept = await page.evaluate(() => {
      const b = document.querySelector("#b");
      const before = b.state;
      document.body.prepend(b);
      return [before, b.state];
    });
    assert.equal(kept[0], kept[1]);
    const returned = await page.evaluate(async () => {
      const b = document.querySelector("#b");
      b.remove();
      await new Promise((later) => setTimeout(later, 20));
      document.body.append(b);
      return b.state;
    });
    assert.equal(returned, kept[0]);
  }));

test("unknown attribute values fall back", () =>
  on(site.visit("/odd.html"), async (visit) => {
    const { page } = visit;
    assert.ok(await visit.widget().locator("input").count() > 20);
  }));

for (const [where, words] of [["/lost.html", /could not be fetched: the server answered 404/],
  ["/broken.html", /could not be read: line 1, column 1/]]) {
  test(`${where}: a dataset that cannot be used is told, and the embedded one stays`, () =>
    on(site.visit(where, { expectErrors: true }), async (visit) => {
    const { page } = visit;
      await page.getByText(words).waitFor();
      assert.ok(await visit.widget().locator("input").count() > 20);
    }));
}

test("on a page of another origin all parts come from beside the script", async () => {
  const elsewhere = body("<decision-widget></decision-widget>");
  const blog = await serve({ "/a/b.html": elsewhere.replace('src="', `src="${site.server.origin}`) });
  try {
    await on(site.visitPage("/two.html"), async (visit) => {
      await visit.page.goto(`${blog.origin}/a/b.html`);
      await visit.ready();
      const colour = await visit.widget().locator("input").first().evaluate((it) =>
        getComputedStyle(it).getPropertyValue("--dw-ground"));
      assert.notEqual(colour, "", "it has its styles");
      await visit.widget().locator("summary", { hasText: /^From claims to a verdict/ }).click();
      await visit.widget().getByText(/stochastic multicriteria acceptability analysis/).waitFor();
      assert.deepEqual(blog.asked, ["/a/b.html"]);
    });
  } finally {
    await blog.close();
  }
});

test("in a sandboxed frame it works all the same", () =>
  on(site.visitPage("/frame.html"), async (visit) => {
    const { page } = visit;
    const frame = page.frameLocator("iframe");
    const input = frame.locator('[part="widget"] input').first();
    await input.click();
    const inside = page.frames().at(-1);
    const answered = () => document.querySelector("decision-widget").state !== "";
    for (let tries = 0; tries < 100 && !(await inside.evaluate(answered)); tries++) {
      await page.waitForTimeout(50);
    }
    assert.ok(await inside.evaluate(answered));
    assert.ok(await input.isChecked());
  }));
