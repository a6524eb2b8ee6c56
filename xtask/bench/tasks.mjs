// How much of the processor the heaviest task takes: of a page of one word, of
// the page's text without a script, of the same with nothing left to later
// frames, and of each step of a reader. It is the time of the thread, which other
// programs lengthen less than the time on the wall, times what a slow machine is
// slower. Nothing is slowed down here: what slows Chromium down counts as time of
// the thread. The argument is the folder to serve.

import { readFileSync } from "node:fs";
import path from "node:path";
import { gone, send } from "./reader.mjs";
import { SLOWDOWN, WIDTHS, blank, idle, noScript, oneWord, quantile, slow } from "./slow.mjs";

const ROUNDS = 5;
const CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline", "blink.user_timing"];

const [folder] = process.argv.slice(2);
const { address, browser, close } = await slow(folder);

const styles = readFileSync(path.join(folder, "decision-widget.css"), "utf8");
const atOnce = styles.replace(/content-visibility:[a-z]+/g, "");
if (atOnce === styles) throw new Error("the styles leave nothing to later frames");

/** What is compared before the reader comes: what to do with the requests of each page. */
const pages = {
  "another page": oneWord,
  "text, no script": noScript,
  "all of it at once": async (page) => {
    await noScript(page);
    await page.route(/\.css$/, (route) => route.fulfill({ contentType: "text/css", body: atOnce }));
  },
};

/** What Chromium traces, from a new page's address until `done`. */
async function traced({ context, page }, done) {
  const session = await context.newCDPSession(page);
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: CATEGORIES } });
  await page.goto(address);
  await done(page);
  const complete = new Promise((told) => session.once("Tracing.tracingComplete", told));
  await session.send("Tracing.end");
  await complete;
  await context.close();
  return events;
}

/** The tasks of a page's main thread: when each began, and its processor time in milliseconds. */
function tasks(events) {
  const { pid, tid } = events.find(({ name }) => name === "Layout");
  return events
    .filter((it) => it.name === "RunTask" && it.pid === pid && it.tid === tid)
    // The task in which tracing ends has no end itself.
    .map(({ ts, tdur = 0 }) => ({ ts, lasts: tdur / 1000 }));
}

const heaviest = (list) => Math.max(...list.map(({ lasts }) => lasts));

/** The heaviest task of each step of a reader, by name. */
async function journey(width) {
  const visit = await blank(browser, width);
  await send(visit.page);
  let ends;
  const events = await traced(visit, async (page) => { ends = await gone(page); });
  const all = tasks(events);
  let from = 0;
  return ends.map(({ name }) => {
    const { ts: to } = events.find((it) => it.cat === "blink.user_timing" && it.name === name);
    const within = all.filter(({ ts }) => ts >= from && ts < to);
    from = to;
    return [name, heaviest(within)];
  });
}

for (const width of WIDTHS) {
  const found = new Map();
  const add = (name, time) => found.set(name, [...found.get(name) ?? [], time]);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, prepare] of Object.entries(pages)) {
      const visit = await blank(browser, width);
      await prepare(visit.page);
      add(name, heaviest(tasks(await traced(visit, idle))));
    }
    for (const [name, time] of await journey(width)) add(name, time);
  }
  console.log(`heaviest task at ${width} pixels, processor time times ${SLOWDOWN}, in ${ROUNDS} visits`);
  for (const [name, times] of found) {
    const [middle, most] = [0.5, 1].map((q) => Math.round(SLOWDOWN * quantile(times, q)));
    console.log(`  ${name.padEnd(20)} median ${middle} ms, most ${most} ms`);
  }
}
await close();
