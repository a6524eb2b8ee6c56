// The gallery: what the page shows in eight states, on four widths, light and
// dark. `cargo xtask gallery` and the test take the pictures with this module.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { launchChromium, root } from "./harness.mjs";
import { STATES } from "./states.mjs";

export const folder = path.join(root, "docs/gallery/");

/** The widths of the screens with their heights, in pixels. */
export const HEIGHTS = { 320: 640, 360: 740, 768: 1024, 1280: 900 };
export const WIDTHS = Object.keys(HEIGHTS).map(Number);
export const THEMES = ["light", "dark"];

export const file = (state, width, theme) => `${state.name}-${width}-${theme}.png`;

/** Every picture of a state, in the order in which they are taken. */
export const shots = (state) => WIDTHS.flatMap((width) =>
  THEMES.map((theme) => ({ state, width, theme, file: file(state, width, theme) })));

// Every machine has other fonts, so the pictures bring their own, by the
// packages @fontsource/noto-sans and, for the arrows, noto-sans-math (both SIL
// OFL). It is the one of the page's list that may be passed on.
const FACES = [
  { family: "Letters", weight: 400, file: "noto-sans/files/noto-sans-latin-400-normal.woff2" },
  { family: "Letters", weight: 600, file: "noto-sans/files/noto-sans-latin-600-normal.woff2" },
  { family: "Letters", weight: 700, file: "noto-sans/files/noto-sans-latin-700-normal.woff2" },
  { family: "Arrows", weight: 400, file: "noto-sans-math/files/noto-sans-math-latin-400-normal.woff2" },
];
const { resolve } = createRequire(import.meta.url);
const address = ({ file }) => `/${path.basename(file)}`;

const face = (it) =>
  `@font-face { font-family: ${it.family}; font-weight: ${it.weight}; src: url(${address(it)}); }`;

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Gallery</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="decision-widget.css">
<style>
${FACES.map(face).join("\n")}
:root { font-family: Letters, Arrows; }
</style>
<script type="module" src="decision-widget.js"></script>
<main><decision-widget link-base="https://example.org/"></decision-widget></main>
`;

/** What the server of the pictures has besides dist/. */
export const extra = {
  "/gallery.html": PAGE,
  ...Object.fromEntries(FACES.map((it) => [address(it), readFileSync(resolve(`@fontsource/${it.file}`))])),
};

/** A browser that draws the same everywhere. */
export const launch = () => launchChromium([
  "--font-render-hinting=none", "--disable-lcd-text", "--force-color-profile=srgb", "--hide-scrollbars",
  // A frame is shown when all of it is drawn, however long that takes.
  "--run-all-compositor-stages-before-draw", "--disable-new-content-rendering-timeout",
]);

/** Opens the page of the pictures in a state. */
export async function open(site, state) {
  const visit = await site.visit("/gallery.html", { reducedMotion: "reduce", deviceScaleFactor: 1 });
  await visit.page.evaluate(() => Promise.all([...document.fonts].map((it) => it.load())));
  await state.prepare(visit);
  return visit;
}

const drawn = (page) => page.evaluate(() =>
  new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));

/** How far above its place the picture begins, in pixels. */
const MARGIN = 12;

/** Brings the page to where the picture is taken. */
export async function frame(visit, { state, width, theme }) {
  const { page } = visit;
  await page.emulateMedia({ colorScheme: theme });
  await page.setViewportSize({ width, height: HEIGHTS[width] });
  await drawn(page);
  await state.place(visit, width).evaluate((it, margin) => {
    const top = () => it.getBoundingClientRect().top;
    const { style } = document.body;
    // What sticks is where it belongs.
    scrollTo(0, 0);
    // The place begins at a whole pixel, so that no picture depends on how
    // high everything above it is.
    style.paddingTop = 0;
    style.paddingTop = `${Math.ceil(top()) - top()}px`;
    scrollTo(0, Math.round(top()) - margin);
  }, MARGIN);
  await drawn(page);
}

const shoot = (visit) => visit.page.screenshot({ animations: "disabled", scale: "css" });

/** Bytes of a PNG in which there is nothing but its ground. */
const BLANK = 4_000;

/**
 * A picture of what is to be seen. On a busy machine a new size is empty for a
 * moment, or half drawn, so the picture counts when the next one is the same.
 */
export async function photograph(visit) {
  for (let [before, tries] = [null, 0]; tries < 50; tries += 1) {
    const picture = await shoot(visit);
    if (picture.length > BLANK && before?.equals(picture)) return picture;
    before = picture;
  }
  throw new Error("the page does not come to rest");
}

/** Takes a picture, as the bytes of a PNG. */
export async function take(visit, shot) {
  await frame(visit, shot);
  return photograph(visit);
}

/** The page that shows the pictures. */
export function readme() {
  const cell = (state, width, theme) =>
    `![${state.title}, ${width} px, ${theme}](${file(state, width, theme)})`;
  const row = (state, theme) =>
    `| ${theme} | ${WIDTHS.map((width) => cell(state, width, theme)).join(" | ")} |`;
  const part = (state) => [
    `## ${state.title}`,
    state.says,
    [
      `| | ${WIDTHS.map((width) => `${width} px`).join(" | ")} |`,
      `|---|${"---|".repeat(WIDTHS.length)}`,
      ...THEMES.map((theme) => row(state, theme)),
    ].join("\n"),
  ].join("\n\n");
  return `${[
    "# Gallery",
    "What the page shows, one screen each, in states that matter. `cargo xtask gallery` takes the\n" +
    "pictures and writes this page; `cargo xtask test e2e` takes them again and compares.",
    ...STATES.map(part),
  ].join("\n\n")}\n`;
}

export { STATES };
