// The longest task of each step on the way of a reader, from the first byte to
// what is taken away, in a Chromium slowed down four times; before them, what a
// page of one word costs, and the page's text without any script. The reader is
// a script inside the page, so that nothing of what drives the browser counts.
// Chromium does not count laying out and painting as a task when no script runs
// in it, so that what frames block is told besides.
// The argument is the folder to serve.

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

/** Runs in the page before anything else: goes the whole way, then tells. */
function reader() {
  /** A turn after the next frame: what is done here shares no task with the page. */
  const frame = () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
  const inside = () => document.querySelector("decision-widget")?.shadowRoot;
  const all = (selector) => [...inside()?.querySelectorAll(selector) ?? []];
  const named = (selector, text) => all(selector).find((it) => it.textContent.startsWith(text));
  const until = async (condition) => {
    while (!condition()) await frame();
  };
  /** Half a second in which nothing is drawn. */
  const quiet = async () => {
    let drawn = performance.now();
    const watch = new MutationObserver(() => { drawn = performance.now(); });
    watch.observe(inside(), { subtree: true, childList: true, attributes: true, characterData: true });
    await until(() => performance.now() - drawn > 500);
    watch.disconnect();
  };
  const press = async (find) => {
    await until(find);
    find().scrollIntoView({ block: "center" });
    for (let at = 0; at < 3; at++) await frame();
    find().click();
    await quiet();
  };
  const answers = (place) => async () => {
    const questions = all("fieldset.dw-question").length;
    for (let at = 0; at < questions; at++) {
      await press(() => all("fieldset.dw-question")[at].querySelectorAll("input")[place]);
    }
  };
  const unfold = (text) => () => press(() => named("summary", text));
  const links = [];
  const compared = (answer) => async () => {
    await answer();
    links.push(`${location.pathname}#d=${document.querySelector("decision-widget").state}`);
  };
  const steps = [
    ["arriving", async () => {
      await until(() => named("summary", "Share, record, compare"));
      await quiet();
    }],
    ["to the checklist", () => press(() => named("button, a", "Answer the checklist"))],
    ["first answer", () => press(() => all("fieldset.dw-question input")[0])],
    ["all answers", compared(answers(1))],
    ["other answers", compared(answers(0))],
    ["what sources say", unfold("What the sources say")],
    ["a reason", () => press(() => all(".dw-card summary")[0])],
    ["trying a change", () => press(() => all(".dw-outlook ol > li button")[0])],
    ["undo", () => press(() => named("button", "Undo"))],
    ["the comparison", async () => {
      const section = all(".dw-section").find((it) => it.querySelector("h2").textContent === "The whole comparison");
      for (const it of section.querySelectorAll("details.dw-topic > summary")) await press(() => it);
    }],
    ["the lab", unfold("Simulate your load")],
    ["the sheet", unfold("Share, record, compare")],
    ["comparing people", async () => {
      const label = () => named("label", "Two to nine links");
      await until(label);
      const field = label().querySelector("textarea");
      field.value = links.join("\n");
      field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
      await press(() => named("button", "Compare"));
      await until(() => !inside().querySelector(".dw-sheet [aria-busy=true]"));
      await quiet();
    }],
  ];
  addEventListener("DOMContentLoaded", async () => {
    const times = [];
    for (const [name, step] of steps) {
      times.push({ name, from: times.length ? performance.now() : 0 });
      await step();
    }
    globalThis.told = { times, tasks, frames };
  });
}

const { address, browser, close } = await slow(process.argv[2]);

/** A slow page of this width that keeps an account. */
async function watched(width) {
  const { context, page } = await blank(browser, width);
  page.setDefaultTimeout(0);
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
    page.on("pageerror", (error) => { throw error; });
    await page.addInitScript(reader);
    await page.goto(address);
    let told;
    while (!told) {
      await page.waitForTimeout(2000);
      told = await page.evaluate(() => globalThis.told);
    }
    await context.close();
    for (const [at, { name, from }] of told.times.entries()) {
      const to = told.times[at + 1]?.from ?? Infinity;
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
