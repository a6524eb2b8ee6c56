// Pages whose policy allows next to nothing, and what is told where it allows
// too little.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Firefox } from "./firefox.mjs";
import { on, serve, setUp } from "./harness.mjs";
import { answer, readAll, workedOut } from "./person.mjs";

const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
  "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; " +
  "require-trusted-types-for 'script'";

const policy = (text) => ({ "content-security-policy": `${text}; report-uri /reports` });
const without = (part) => policy(STRICT.replace(part, ""));

const BLANK = "<!doctype html><title>Blank</title><link rel=icon href=data:,>";

const site = setUp({ extra: { "/blank.html": BLANK }, headers: policy(STRICT) });

/** What the page's policy refused so far. */
const listen = () => {
  globalThis.refused = [];
  document.addEventListener("securitypolicyviolation", (event) =>
    refused.push([event.effectiveDirective, event.blockedURI, event.sourceFile, event.lineNumber].join(" ")));
};

for (const where of ["/", "/examples/plain.html", "/embed.html", "/frame-full.html"]) {
  test(`${where}: the strictest policy has nothing to report`, () =>
    on(site.visitPage("/blank.html", { serviceWorkers: "allow" }), async (visit) => {
      await visit.page.addInitScript(listen);
      await visit.page.goto(site.server.origin + where);
      await visit.ready();
      if (where === "/") {
        await visit.until(() => Boolean(navigator.serviceWorker.controller));
        await answer(visit, { work: "cpu", team: "go", load: "high" });
        await workedOut(visit);
      }
      await readAll(visit);
      assert.deepEqual(await visit.page.evaluate(() => refused), []);
      assert.ok(!site.server.asked.includes("/reports"));
    }));
}

const told = (text) => new RegExp(`^This checklist does not work: ${text}\\. What you see here can be read but not answered\\.$`);

const cases = [
  ["WebAssembly", "'wasm-unsafe-eval'",
    "this page's security policy would have to allow 'wasm-unsafe-eval' in script-src"],
  ["its own files", "connect-src 'self';",
    "this page's security policy would have to allow http\\S+/decision-widget\\.(css|wasm) in connect-src"],
];

for (const [what, part, reason] of cases) {
  for (const where of ["/frame-full.html", "/examples/plain.html"]) {
    test(`${where}: a policy without ${what} leaves the text and names the directive`, async () => {
      const server = await serve({}, without(part));
      try {
        await on(site.visitPage("/blank.html", { expectErrors: true }), async (visit) => {
          await visit.page.goto(server.origin + where);
          const sentence = visit.page.locator("decision-widget > [role=alert]").first();
          await sentence.waitFor();
          assert.match(await sentence.textContent(), told(reason));
          assert.ok(await visit.page.locator("decision-widget > :first-child").first().isVisible());
        });
      } finally {
        await server.close();
      }
    });
  }
}

test("in Firefox, too, a policy without WebAssembly leaves the text and names the directive", async () => {
  const server = await serve({}, without("'wasm-unsafe-eval'"));
  const firefox = await Firefox.launch();
  const sentence = () => document.querySelector("decision-widget").shadowRoot?.querySelector("[role=alert]")?.textContent;
  try {
    await firefox.goto(`${server.origin}/frame-full.html`);
    await firefox.until(sentence);
    assert.match(await firefox.evaluate(sentence), told(cases[0][2]));
  } finally {
    await firefox.close();
    await server.close();
  }
});
