// Text from outside stays text: a hostile comparison, a hostile link.

import assert from "node:assert/strict";
import { test } from "node:test";
import { on, setUp } from "./harness.mjs";
import { answer, dataset, openAll, section, shows, workedOut } from "./person.mjs";

const ATTACK = '<img src="/x.png" onerror="globalThis.owned = 1"><script>globalThis.owned = 1</script>';
const escaped = encodeURIComponent(ATTACK).replaceAll("'", "%27");

/** The comparison with an attack in every text that somebody reads. */
function hostile(value, key) {
  if (Array.isArray(value)) return value.map((it) => hostile(it, key));
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, hostile(it, name)]));
  }
  return READ.has(key) ? `${value} ${ATTACK}` : value;
}

const READ = new Set([
  "title", "summary", "short", "author", "stance", "name", "about", "fits", "ask", "why", "label",
  "because", "way_out", "place", "says", "note", "worst", "best", "unit", "paragraphs", "qualifier",
]);

const body = (markup) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Blog</title>
<link rel="icon" href="data:,"><body>${markup}<script type="module" src="/decision-widget.js"></script></body></html>`;

/** Three options, each best at its own criterion: by symmetry each is best in a third. */
const sure = {
  id: "sure", version: "1", title: "Three specialists",
  sources: [{ id: "s", short: "S", title: "S", author: "S", stance: "none" }],
  options: ["a", "b", "c"].map((id) => ({ id, name: id.toUpperCase() })),
  criteria: ["a", "b", "c"].map((id) => ({ id, name: id, worst: "worst", best: "best" })),
  claims: ["a", "b", "c"].flatMap((criterion) => ["a", "b", "c"].map((option) => ({
    id: `${criterion}-${option}`, source: "s", place: "p", criterion, options: [option],
    level: option === criterion ? 4 : 0, kind: "opinion", says: "So it is.",
  }))),
};

const site = setUp({
  extra: {
    "/hostile.json": JSON.stringify({ ...hostile(dataset), registry: dataset.registry }),
    "/hostile.html": body('<decision-widget src="/hostile.json"></decision-widget>'),
    "/sure.json": JSON.stringify(sure),
    "/sure.html": body('<decision-widget src="/sure.json"></decision-widget>'),
    "/address.html": body(`<decision-widget src="/${escaped}"></decision-widget>`),
  },
});

/** Nothing of the attack became an element, ran, or fetched its picture. */
async function isHarmless(visit) {
  const found = await visit.page.evaluate(() => {
    const { shadowRoot } = document.querySelector("decision-widget");
    return [shadowRoot.querySelectorAll("img, script, [onerror]").length,
      document.querySelectorAll("img, body script:not([src])").length, globalThis.owned ?? null];
  });
  assert.deepEqual(found, [0, 0, null]);
  assert.deepEqual(visit.requests.filter((it) => new URL(it).pathname.endsWith("/x.png")), []);
}

test("a comparison of single values is solved in closed form, by a part fetched for it", () =>
  on(site.visit("/sure.html"), async (visit) => {
    const { method, error, options } = await visit.page.evaluate(() => {
      const { report } = document.querySelector("decision-widget");
      return { method: report.method, error: report.error, options: report.options };
    });
    assert.deepEqual([method, error], ["exact", 0]);
    for (const { rank_acceptability: shares } of options) {
      for (const share of shares) assert.ok(Math.abs(share - 1 / 3) < 1e-10, String(share));
    }
    assert.ok(site.server.asked.some((it) => it.endsWith("-reader.wasm")));
  }));

test("markup in another comparison is shown as text, everywhere", () =>
  on(site.visit("/hostile.html"), async (visit) => {
    assert.equal(await visit.widget().locator(".dw-notice").count(), 0, "the comparison was read");
    await answer(visit, { latency: "sub-ms", team: "js", hiring: "no", work: "cpu" });
    await shows(visit, "conflict");
    assert.ok((await visit.widget().locator(".dw-h1").innerText()).endsWith(ATTACK));
    assert.ok((await visit.widget().locator("[data-verdict]").innerText()).includes(ATTACK));
    await workedOut(visit);
    await openAll(visit);
    assert.ok((await section(visit, "Sources").innerText()).includes(ATTACK));
    assert.ok((await visit.widget().locator(".dw-claim").first().innerText()).includes(ATTACK));
    await isHarmless(visit);
  }));

test("markup in a link is no answer and does nothing", () =>
  on(site.visit(`/#d=1${ATTACK}`), async (visit) => {
    await visit.widget().locator(".dw-notice").waitFor();
    await isHarmless(visit);
    await visit.page.evaluate((text) => { document.querySelector("decision-widget").state = text; }, ATTACK);
    await openAll(visit);
    await isHarmless(visit);
  }));

test("markup in the address of a comparison is told as text", () =>
  on(site.visit("/address.html", { expectErrors: true }), async (visit) => {
    await visit.widget().getByText("could not be fetched").waitFor();
    await visit.page.evaluate((text) =>
      document.querySelector("decision-widget").setAttribute("src", text), `/${ATTACK}`);
    await visit.widget().getByText(`/${ATTACK} could not be fetched`).waitFor();
    await isHarmless(visit);
  }));
