// How much of the processor the heaviest task takes while the page comes: its
// text without a script, the same with nothing left to later frames, the whole
// page until it is drawn, and a page of one word. It is the time of the thread,
// which other programs lengthen less than the time on the wall, times
// what a slow machine is slower. The argument is the folder to serve.

import { readFileSync } from "node:fs";
import path from "node:path";
import { SLOWDOWN, WIDTHS, blank, idle, noScript, oneWord, quantile, slow } from "./slow.mjs";

const ROUNDS = 10;
const ARRIVING = "arriving";
const CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline"];

const [folder] = process.argv.slice(2);
const { address, browser, close } = await slow(folder);

const styles = readFileSync(path.join(folder, "decision-widget.css"), "utf8");
const atOnce = styles.replace(/content-visibility:[a-z]+/g, "");
if (atOnce === styles) throw new Error("the styles leave nothing to later frames");

/** What is compared: what to do with the requests of each page. */
const pages = {
  "another page": oneWord,
  "text, no script": noScript,
  "all of it at once": async (page) => {
    await noScript(page);
    await page.route(/\.css$/, (route) => route.fulfill({ contentType: "text/css", body: atOnce }));
  },
  [ARRIVING]: () => {},
};

/** The heaviest task of a page's main thread, in milliseconds of processor time. */
async function heaviest(width, name) {
  const { context, page } = await blank(browser, width);
  const session = await context.newCDPSession(page);
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await pages[name](page);
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: CATEGORIES } });
  await page.goto(address);
  if (name === ARRIVING) await page.locator('[part="widget"]').waitFor();
  await idle(page);
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
