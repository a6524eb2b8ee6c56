// The longest task of each step on the way of a reader, from the first byte to
// what is taken away, in a Chromium slowed down four times; before them, what a
// page of one word costs, and the page's text without any script. The reader is
// a script inside the page, so that nothing of what drives the browser counts.
// Chromium does not count laying out and painting as a task when no script runs
// in it, so that what frames block is told besides.
// The argument is the folder to serve.

import { gone, send } from "./reader.mjs";
import { SLOWDOWN, WIDTHS, blank, idle, noScript, oneWord, quantile, slow, slowed } from "./slow.mjs";

const ROUNDS = 5;
/** What is called a long task, in milliseconds. */
const LONG = 50;

/**
 * Runs in the page before anything else: keeps an account of long tasks, and of
 * how much of each frame goes beyond what a task may last.
 */
function account() {
  globalThis.tasks = [];
  globalThis.frames = [];
  const observe = (type, kept, time) => new PerformanceObserver((list) => {
    for (const it of list.getEntries()) kept.push({ from: it.startTime, lasts: it[time] });
  }).observe({ type });
  observe("longtask", tasks, "duration");
  observe("long-animation-frame", frames, "blockingDuration");
}

const { address, browser, close } = await slow(process.argv[2]);

/** A slow page of this width that keeps an account. */
async function watched(width) {
  const { context, page } = await blank(browser, width);
  await page.addInitScript(account);
  await slowed(page);
  return { context, page };
}

/** The tasks and frames of a page on which nothing happens, after `prepare` has seen to its requests. */
async function undisturbed(width, prepare) {
  const { context, page } = await watched(width);
  await prepare(page);
  await page.goto(address);
  await idle(page);
  const told = await page.evaluate(() => ({ tasks, frames }));
  await context.close();
  return lasting(told, () => true);
}

/** How long tasks were, and how much frames blocked, that began when `isWithin`. */
const lasting = ({ tasks, frames }, isWithin) =>
  [tasks, frames].map((all) => all.filter((it) => isWithin(it.from)).map((it) => Math.round(it.lasts)));

for (const width of WIDTHS) {
  const steps = new Map([["another page", []], ["text, no script", []]]);
  for (let round = 0; round < ROUNDS; round++) {
    steps.get("another page").push(await undisturbed(width, oneWord));
    steps.get("text, no script").push(await undisturbed(width, noScript));
    const { context, page } = await watched(width);
    await send(page);
    await page.goto(address);
    const ends = await gone(page);
    const told = await page.evaluate(() => ({ tasks, frames }));
    await context.close();
    for (const [at, { name, to }] of ends.entries()) {
      const from = ends[at - 1]?.to ?? 0;
      const rounds = steps.get(name) ?? [];
      rounds.push(lasting(told, (start) => start >= from && start < to));
      steps.set(name, rounds);
    }
  }
  console.log(`tasks over ${LONG} ms at ${width} pixels, ${SLOWDOWN}x slowed down, in ${ROUNDS} journeys`);
  for (const [name, rounds] of steps) {
    const counts = rounds.map(([tasks]) => tasks.length);
    const longest = Math.max(0, ...rounds.flatMap(([tasks]) => tasks));
    const blocked = rounds.map(([, frames]) => frames.reduce((sum, it) => sum + it, 0));
    console.log(`  ${name.padEnd(20)} median ${quantile(counts, 0.5)}, most ${Math.max(...counts)}, ` +
      `longest ${longest ? `${longest} ms` : "none"}; frames block ${quantile(blocked, 0.5)} ms, most ${Math.max(...blocked)}`);
  }
}
await close();
