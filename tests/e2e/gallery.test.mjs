// Whether the page still looks as its gallery shows it, and whether the
// comparison would notice if it did not.

import assert from "node:assert/strict";
import { mkdir, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { STATES, extra, folder, frame, launch, open, photograph, readme, shots, take } from "./gallery.mjs";
import { on, root, setUp } from "./harness.mjs";
import { difference, read, small, write } from "./pixels.mjs";

const site = setUp({ extra, launch });

/** Where pictures go that are other than those of the gallery. */
const fresh = path.join(root, "target/gallery/");
await rm(fresh, { recursive: true, force: true });

const ADVICE = "look at the pictures in target/gallery/; if the change is meant, `cargo xtask gallery` takes them anew";

/** What is wrong with a picture, in a line; nothing if it is as it was. */
async function compare(visit, shot) {
  const taken = await take(visit, shot);
  const known = await readFile(folder + shot.file).catch(() => null);
  const found = known ? difference(await read(known), await read(taken)) : { says: "it is not in the gallery" };
  if (!found) return [];
  await mkdir(fresh, { recursive: true });
  await writeFile(fresh + shot.file, taken);
  if (found.picture) {
    await writeFile(fresh + shot.file.replace(".png", "-difference.png"), await write(found.picture));
  }
  return [`${shot.file}: ${found.says}`];
}

/** The fonts of the machine that the letters of the page need in some weight. */
async function strangers(visit) {
  await visit.page.evaluate(() => {
    const { shadowRoot } = document.querySelector("decision-widget");
    const letters = [...new Set(shadowRoot.textContent)].join("");
    for (const weight of [400, 600, 700]) {
      const sample = document.body.appendChild(document.createElement("samp"));
      Object.assign(sample.style, { font: "inherit", fontWeight: weight });
      sample.textContent = letters;
    }
  });
  const session = await visit.context.newCDPSession(visit.page);
  const { root } = await session.send("DOM.getDocument");
  await session.send("CSS.enable");
  const { nodeIds } = await session.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector: "samp" });
  const found = await Promise.all(nodeIds.map((nodeId) => session.send("CSS.getPlatformFontsForNode", { nodeId })));
  const fonts = found.flatMap((it) => it.fonts);
  assert.ok(fonts.length >= 3, "letters were drawn");
  return fonts.filter((it) => !it.isCustomFont).map((it) => `${it.glyphCount} in ${it.familyName}`);
}

for (const state of STATES) {
  test(`${state.name} looks as in the gallery`, () =>
    on(open(site, state), async (visit) => {
      const problems = [];
      for (const shot of shots(state)) problems.push(...await compare(visit, shot));
      assert.deepEqual(problems, [], ADVICE);
      assert.deepEqual(await strangers(visit), [], "letters that the fonts of the pictures lack");
    }));
}

test("the gallery is complete, holds nothing else, and stays small", async () => {
  const names = ["README.md", ...STATES.flatMap(shots).map((it) => it.file)].sort();
  assert.deepEqual((await readdir(folder)).sort(), names);
  assert.equal(await readFile(`${folder}README.md`, "utf8"), readme());
  const sizes = await Promise.all(names.map(async (name) => (await stat(folder + name)).size));
  const sum = sizes.reduce((sum, size) => sum + size);
  assert.ok(sum <= 3_000_000, `${sum} bytes`);
});

const CLOSE = STATES.find((it) => it.name === "close");

// Each as small as a slip in a style or a view: where, what of it (a property,
// or its text), and what it becomes.
const CHANGES = {
  "a line is a little darker": [".dw", "--dw-line", "light-dark(#c8c3b8, #4b5157)"],
  "a bar has another colour": [".dw", "--dw-option-1", "light-dark(#bd6200, #f3a347)"],
  "the ground of a panel is off": [".dw-panel", "background", "light-dark(#f6f6f6, #26292e)"],
  "a block is 3 px lower": [".dw-panel .dw-bars", "transform", "translateY(3px)"],
  "a sentence is 3 px further in": [".dw-panel .dw-sentence", "transform", "translateX(3px)"],
  "a mark is missing": [".dw-panel .dw-mark", "visibility", "hidden"],
  "a number is missing": [".dw-panel .dw-value", "visibility", "hidden"],
  "a heading is lighter": [".dw-panel figcaption", "font-weight", "400"],
  "a text is 1 px larger": [".dw-panel .dw-kind", "font-size", "15px"],
  "a word of a label is another": [".dw-panel figcaption", "text", "How often each choice is best"],
  "a digit is another": [".dw-panel .dw-value", "text", "7\u00a0%"],
};

/** Makes such a change, or takes it back. */
const make = (visit, [selector, what, value]) => visit.page.evaluate(([selector, what, value]) => {
  const it = document.querySelector("decision-widget").shadowRoot.querySelector(selector);
  if (what === "text") {
    it.formerText ??= it.firstChild.data;
    it.firstChild.data = value ?? it.formerText;
  } else {
    it.style.setProperty(what, value ?? "");
  }
}, [selector, what, value]);

for (const [width, theme] of [[1280, "light"], [320, "dark"]]) {
  test(`the smallest of changes is noticed on ${width} px, ${theme}`, () =>
    on(open(site, CLOSE), async (visit) => {
      const shot = { state: CLOSE, width, theme };
      const known = await read(await small(await take(visit, shot)));
      const differs = async () => difference(known, await read(await photograph(visit)));
      await frame(visit, shot);
      assert.equal(await differs(), null, "nothing has changed");
      for (const [name, [selector, what, value]] of Object.entries(CHANGES)) {
        await make(visit, [selector, what, value]);
        assert.ok(await differs(), name);
        await make(visit, [selector, what]);
        assert.equal(await differs(), null, `${name} no longer`);
      }
    }));
}
