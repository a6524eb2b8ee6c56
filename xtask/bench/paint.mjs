// How much of the processor the heaviest task takes while the page comes: its
// text without a script, the same with nothing left to later frames, the whole
// page until it is drawn, and a page of one word. It is the time of the thread,
// which other programs do not lengthen as they do the time on the wall, times
// what a slow machine is slower. The argument is the folder to serve.

import { readFileSync } from "node:fs";
import path from "node:path";
import { SLOWDOWN, quantile, slow } from "./slow.mjs";

const ROUNDS = 10;
const WIDTHS = [360, 1280];
const ARRIVING = "arriving";
const CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline"];

const [folder] = process.argv.slice(2);
const { address, browser, close } = await slow(folder);

const styles = readFileSync(path.join(folder, "decision-widget.css"), "utf8");
const atOnce = styles.replace(/content-visibility:[a-z]+/g, "");
if (atOnce === styles) throw new Error("the styles leave nothing to later frames");

const noScript = (page) => page.route(/\.(js|wasm)$/, (route) => route.abort());

/** What is compared: what to do with the requests of each page. */
const pages = {
  "another page": (page) =>
    page.route("**", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><p>Text" })),
  "text, no script": noScript,
  "all of it at once": async (page) => {
    await noScript(page);
    await page.route(/\.css$/, (route) => route.fulfill({ contentType: "text/css", body: atOnce }));
  },
  [ARRIVING]: () => {},
};

/** Waits until the browser has been idle for a while, with the page drawn if a script does that. */
const settled = (page, isScripted) => page.evaluate(async (isScripted) => {
  const isDrawn = () => !isScripted || document.querySelector("decision-widget").shadowRoot?.querySelector("[part=widget]");
  const idle = () => new Promise(requestIdleCallback);
  for (let quiet = 0; quiet < 20; quiet = isDrawn() ? quiet + 1 : 0) await idle();
}, isScripted);

/** The heaviest task of a page's main thread, in milliseconds of processor time. */
async function heaviest(width, name) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, serviceWorkers: "block" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await pages[name](page);
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: CATEGORIES } });
  await page.goto(address);
  await settled(page, name === ARRIVING);
  const complete = new Promise((done) => session.once("Tracing.tracingComplete", done));
  await session.send("Tracing.end");
  await complete;
  await context.close();
  const { pid, tid } = events.find(({ name }) => name === "Layout");
  const tasks = events.filter((it) => it.name === "RunTask" && it.pid === pid && it.tid === tid);
  // The task in which tracing ends has no end itself.
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}

for (const width of WIDTHS) {
  const found = new Map(Object.keys(pages).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, times] of found) times.push(await heaviest(width, name));
  }
  console.log(`heaviest task at ${width} pixels, processor time times ${SLOWDOWN}, ${ROUNDS} visits each`);
  for (const [name, times] of found) {
    const [middle, most] = [0.5, 1].map((q) => Math.round(SLOWDOWN * quantile(times, q)));
    console.log(`  ${name.padEnd(20)} median ${middle} ms, most ${most} ms`);
  }
}
await close();
