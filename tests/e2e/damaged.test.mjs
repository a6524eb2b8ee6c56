// Links that did not arrive as they were sent.

import assert from "node:assert/strict";
import { test } from "node:test";
import { on, setUp } from "./harness.mjs";
import {
  answer, answered, button, change, field, kind, nativeReport, pageReport, pairs, person, reach, ticked,
} from "./person.mjs";

const site = setUp();
const { answers } = person("Serious start-up, all told");

const DAMAGED = /^The link was damaged on its way\. What could be read of it is ticked below/;
const NEWER = /^The link comes from a newer version of this page/;
const TOO_LONG = /^The link is longer than any that this page makes/;

let link;

/** The link of a person who has told all. */
async function wholeLink() {
  if (link) return link;
  await on(site.visit("/"), async (visit) => {
    await answer(visit, answers);
    link = await visit.state;
    assert.equal(await visit.widget().locator(".dw-notice").count(), 0, "a sound link has no notice");
  });
  return link;
}

/** Exchanges the character at a place for another that links may hold. */
const exchanged = (link, place) =>
  link.slice(0, place) + (link[place] === "0" ? "8" : "0") + link.slice(place + 1);

/** The parts of a report that come from replays. */
const OUTLOOK = ["tipping", "tipping_importance", "tipping_claims", "next_question", "questions", "firm",
  "without_source", "flip_weights", "nearest_tie"];

const cases = {
  "cut in the middle": [(link) => link.slice(0, link.length / 2), DAMAGED],
  "without its last character": [(link) => link.slice(0, -1), DAMAGED],
  "with a character exchanged": [(link) => exchanged(link, link.length - 6), DAMAGED],
  "with a full stop stuck to it": [(link) => `${link}.`, DAMAGED],
  "with a blank in it": [(link) => `${link.slice(0, 9)}%20${link.slice(9)}`, DAMAGED],
  "of a newer version": [(link) => `2${link.slice(1)}`, NEWER],
  "of nonsense": [() => "Grüße, 🦀 & %00%ff<b>\"'`", DAMAGED],
  "of nothing but a version": [() => "1", DAMAGED],
  "of enormous length": [(link) => link + "z".repeat(200_000), TOO_LONG],
};

for (const [name, [damage, words]] of Object.entries(cases)) {
  test(`a link ${name} is told, read as far as it goes, and not overwritten`, async () => {
    const link = damage(await wholeLink());
    // The system hands on only plain and not too long words.
    const isPlain = link.length < 10_000 && !/[^\x20-\x7e]/.test(link);
    const native = isPlain ? nativeReport(link) : undefined;
    await on(site.visit(`/#d=${link}`), async (visit) => {
      const { page } = visit;
      const address = page.url();
      const notice = visit.widget().locator('.dw-notice[role="status"]');
      assert.match(await notice.locator("p").innerText(), words);

      if (native) {
        const [seen, expected] = [await pageReport(visit), await native];
        // With nothing told the page works no outlook out.
        if (seen.progress.answered === 0) for (const it of OUTLOOK) expected[it] = seen[it];
        assert.deepEqual(seen, expected, "what could be read is the same");
      }
      const kept = await ticked(visit);
      assert.equal(new Set(kept.map(([id]) => id)).size, await answered(visit));
      const told = new Set(pairs(answers).map(String));
      if (name.startsWith("cut") || name.startsWith("without") || name.includes("stuck")) {
        assert.ok(kept.length > 5, `${kept.length} answers are kept`);
        assert.deepEqual(kept.filter((it) => !told.has(String(it))), [], "none is made up");
      }

      assert.equal(page.url(), address);
      await visit.page.reload();
      await visit.ready();
      assert.equal(page.url(), address, "nothing is overwritten by looking");
      assert.match(await notice.locator("p").innerText(), words);
      assert.deepEqual(await ticked(visit), kept);

      // The first change makes a sound link of it, and back returns to the old.
      const value = kept.some((it) => String(it) === "work,cpu") ? "mixed" : "cpu";
      const mended = await change(visit, () => field(visit, "work", value).click());
      await page.waitForURL((url) => url.hash === `#d=${mended}`);
      const now = [...kept.filter(([id]) => id !== "work"), ["work", value]].map(String).sort();
      assert.deepEqual((await ticked(visit)).map(String).sort(), now, "what was kept stays");
      await page.reload();
      await visit.ready();
      assert.equal(await visit.widget().locator(".dw-notice").count(), 0);
      assert.deepEqual((await ticked(visit)).map(String).sort(), now);
      await page.goBack();
      await visit.until((it) => location.href === it, address);
      await visit.until((count) => document.querySelector("decision-widget").shadowRoot
        .querySelectorAll("[data-question] input:checked:not([value=''])").length === count, kept.length);
      assert.deepEqual(await ticked(visit), kept);
    });
  });
}

test("the notice of a damaged link can be dismissed, which changes nothing else", () =>
  on(site.visit("/#d=1zzz"), async (visit) => {
    const address = visit.page.url();
    await button(visit, "Dismiss").click();
    await visit.widget().locator(".dw-notice").waitFor({ state: "detached" });
    assert.equal(visit.page.url(), address);
    assert.equal(await kind(visit), "undecided");
  }));

test("a damaged link that is pasted over a decision can be undone", () =>
  on(site.visit("/"), async (visit) => {
    await answer(visit, person("CPU-heavy pipeline by Go people").answers);
    const sound = await visit.state;
    await visit.page.evaluate((cut) => { location.hash = `#d=${cut}`; }, sound.slice(0, sound.length / 2));
    await visit.widget().locator(".dw-notice").waitFor();
    await reach(visit, sound, () => button(visit, "Undo").click());
    assert.deepEqual((await ticked(visit)).length, 5);
  }));

test("a link of ours in capital letters opens all the same", async () => {
  const link = await wholeLink();
  await on(site.visit(`/#d=${link.toUpperCase()}`), async (visit) => {
    assert.equal(await visit.widget().locator(".dw-notice").count(), 0);
    assert.equal(await answered(visit), Object.keys(answers).length);
  });
});

test("a fragment of the page's own is no link and is left alone", () =>
  on(site.visit("/#sources"), async (visit) => {
    assert.equal(await visit.widget().locator(".dw-notice").count(), 0);
    assert.equal(new URL(visit.page.url()).hash, "#sources");
  }));
