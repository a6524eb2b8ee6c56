// How much script one changed answer costs, in a Chromium slowed down four
// times: from the click to the frame that shows verdict and shares, and in the
// longest task of what follows. The argument is the folder to serve.

import { SLOWDOWN, quantile, slow, slowed } from "./slow.mjs";

const ROUNDS = 5;
const PAUSE = 300;

const { address, browser, close } = await slow(process.argv[2]);
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
const session = await page.context().newCDPSession(page);
await session.send("Performance.enable", { timeDomain: "threadTicks" });
const script = async () => {
  const { metrics } = await session.send("Performance.getMetrics");
  return 1000 * metrics.find(({ name }) => name === "ScriptDuration").value;
};

// What follows the frame of one click shall not be counted for the next.
async function quiet() {
  for (let before = await script(); ; ) {
    await page.waitForTimeout(PAUSE);
    const now = await script();
    if (now - before < 1) return now;
    before = now;
  }
}

// One click per question; the first round warms up and is dropped.
const clicks = [];
await page.goto(address);
await page.locator('[part="widget"] input').first().waitFor();
const inputs = page.locator('[part="widget"] fieldset.dw-question');
const count = await inputs.count();
await page.evaluate(() => {
  globalThis.tasks = [];
  new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries().map((it) => it.duration)))
    .observe({ type: "longtask" });
});
await slowed(page);
for (let round = 0; round < ROUNDS; round++) {
  for (let question = 0; question < count; question++) {
    const boxes = inputs.nth(question).locator("input");
    const choice = round % Math.max(1, (await boxes.count()) - 1);
    const box = await boxes.nth(choice).elementHandle();
    const before = await quiet();
    // Dispatched in the page, so that no automation is counted; the change is
    // drawn in a later turn, and the frame after that shows it.
    await box.evaluate((it) => new Promise((shown) => {
      const drawn = new MutationObserver(() => {
        drawn.disconnect();
        requestAnimationFrame(shown);
      });
      drawn.observe(it.getRootNode(), { subtree: true, childList: true, attributes: true, characterData: true });
      it.click();
    }));
    clicks.push({ round, script: (await script()) - before });
  }
}
await quiet();
const tasks = await page.evaluate(() => globalThis.tasks);
const measured = clicks.filter(({ round }) => round > 0).map((it) => it.script);
const [median, late] = [0.5, 0.95].map((q) => quantile(measured, q).toFixed(1));
console.log(`script up to the frame after a click, ${SLOWDOWN}x slowed down: median ${median} ms, ` +
  `95 % ${late} ms, of ${measured.length} clicks`);
console.log(`tasks over 50 ms: ${tasks.length}, the longest ${Math.max(0, ...tasks)} ms`);
await close();
