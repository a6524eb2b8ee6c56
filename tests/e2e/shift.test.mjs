// Nothing moves under the reader's eyes or fingers unless they made it move.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { test } from "node:test";
import { Visit, dist, on, setUp } from "./harness.mjs";
import {
  button, change, choice, dataset, fetched, linkSaying, openSheet, pairs, person, section, simulated, workedOut,
} from "./person.mjs";

// Where nothing is, until the watching has begun.
const BLANK = "<!doctype html><html lang=en><title>x</title><link rel=icon href=data:,>";

const site = setUp({ extra: { "/blank.html": BLANK } });

/** A phone is slow: what comes late must find its place kept. */
const SLOWDOWN = 4;

/**
 * Collects each shift of the layout that follows no input, from the first
 * paint on, with what moved; the page itself is not told what moves in a shadow.
 */
async function watchShifts({ page, context }) {
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  const found = [];
  let step = "loading";
  const moved = async ({ previousRect, currentRect, nodeId }) => {
    const { node } = await session.send("DOM.describeNode", { backendNodeId: nodeId }).catch(() => ({}));
    const [, name] = node?.attributes ?? [];
    return `${node?.localName ?? "what is gone"} ${name ?? ""} from ${previousRect.y} to ${currentRect.y}`;
  };
  session.on("PerformanceTimeline.timelineEventAdded", ({ event }) => {
    const { hadRecentInput, sources, value } = event.layoutShiftDetails;
    if (hadRecentInput) return;
    const at = step;
    const told = Promise.all(sources.map(moved)).then((it) => `${value.toFixed(4)} while ${at}: ${it.join(", ")}`);
    found.push({ time: 1000 * event.time, told });
  });
  await session.send("DOM.enable");
  await session.send("PerformanceTimeline.enable", { eventTypes: ["layout-shift"] });
  /** Moves the whole page, and says when that began. */
  const move = () => page.evaluate(() => {
    document.body.style.paddingTop = document.body.style.paddingTop ? "" : "99px";
    return performance.timeOrigin + performance.now();
  });
  return {
    during: (name) => { step = name; },
    /** What has shifted until now. It is told late, so that one more shift is waited for. */
    async found() {
      const end = await move();
      while (!found.some(({ time }) => time >= end)) {
        await frame({ page });
        await move();
      }
      return Promise.all(found.filter(({ time }) => time < end).map(({ told }) => told));
    },
  };
}

/** Waits for a frame, and until it is shown. */
const frame = ({ page }) =>
  page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => setTimeout(shown))));

/** Opens a disclosure and waits until what is in it has come. */
async function unfold(visit, summary, part = visit.widget()) {
  await part.locator("summary", { hasText: summary }).first().click();
  await fetched(visit);
}

const answers = pairs(person("CPU-heavy pipeline by Go people").answers);

/** The journey: what is done, in order. */
const STEPS = {
  "going to the checklist": (visit) => button(visit, "Answer the checklist").click(),
  answering: async (visit) => {
    for (const [id, value] of answers) {
      const ask = visit.widget().locator(`[data-question="${id}"]`);
      await change(visit, () => ask.getByText(choice(id, value).label, { exact: true }).click());
    }
    await workedOut(visit);
  },
  "reading what sources say": (visit) => unfold(visit, "What the sources say"),
  "reading a reason": (visit) => unfold(visit, dataset.criteria[0].name),
  "trying what would change it": async (visit) => {
    await change(visit, () => visit.widget().locator(".dw-outlook ol > li button").first().click());
    await workedOut(visit);
  },
  "taking that back": async (visit) => {
    await change(visit, () => button(visit, "Undo").click());
    await workedOut(visit);
  },
  "simulating a load": async (visit) => {
    await unfold(visit, "Simulate your load");
    await simulated(visit.widget().locator(".dw-lab"));
  },
  "setting another load": async (visit) => {
    const lab = visit.widget().locator(".dw-lab");
    // Heavy requests among light ones, more than can be done, hardly any.
    for (const [field, key] of [["HeavyShare", "PageUp"], ["Rps", "End"], ["Rps", "Home"]]) {
      const slider = lab.locator(`input[name="${field}"]`);
      await slider.evaluate((it) => it.scrollIntoView());
      await slider.press(key);
      await lab.locator("progress").waitFor();
      await simulated(lab);
    }
  },
  "looking into the comparison": async (visit) => {
    const groups = new Set(dataset.criteria.map((it) => it.group));
    for (const group of groups) await unfold(visit, `The ${group}`, section(visit, "The whole comparison"));
  },
  "looking at all figures": (visit) => unfold(visit, "More figures"),
  "taking it away": openSheet,
};

for (const viewport of [{ width: 360, height: 740 }, { width: 768, height: 1024 }, { width: 1280, height: 900 }]) {
  test(`nothing shifts by itself on the whole journey at ${viewport.width} pixels`, () =>
    on(site.visitPage("/blank.html", { viewport }), async (visit) => {
      visit.page.setDefaultTimeout(60_000);
      const shifts = await watchShifts(visit);
      await visit.page.goto(`${site.server.origin}/`);
      await visit.ready();
      for (const [name, step] of Object.entries(STEPS)) {
        shifts.during(name);
        await step(visit);
        // What was drawn last has not moved by the next step's scrolling.
        await frame(visit);
      }
      assert.deepEqual(await shifts.found(), []);
    }));
}

/** Has a frame drawn before some of the page's turns, others by chance. */
const interleaveFrames = (seed) => {
  const soon = globalThis.setTimeout;
  const cancelled = new Set();
  const cancel = globalThis.clearTimeout;
  let [state, last] = [seed, 1e6];
  const isLucky = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state < 2 ** 31;
  };
  globalThis.clearTimeout = (id) => {
    cancelled.add(id);
    cancel(id);
  };
  globalThis.setTimeout = (call, delay = 0) => {
    if (delay > 0 || isLucky()) return soon(call, delay);
    const id = ++last;
    requestAnimationFrame(() => soon(() => cancelled.has(id) || call()));
    return id;
  };
};

for (const view of ["full", "summary", "chart-assessments", "chart-latency"]) {
  for (const width of [360, 1280]) {
    test(`${view} at ${width} pixels comes in without a shift, whatever is drawn on the way`, async () => {
      for (const seed of [1, 2, 3, 4]) {
        await on(site.visitPage("/blank.html", { viewport: { width, height: 900 } }), async (visit) => {
          await visit.page.addInitScript(interleaveFrames, seed);
          const shifts = await watchShifts(visit);
          await visit.page.goto(`${site.server.origin}/frame-${view}.html`);
          await visit.ready();
          await visit.page.waitForLoadState("networkidle");
          assert.deepEqual(await shifts.found(), [], `seed ${seed}`);
        });
      }
    });
  }
}

test("a frame of a chart shows nothing of its text before all of it has come", async () => {
  const text = await readFile(path.join(dist, "frame-chart-assessments.html"));
  const half = text.length >> 1;
  let send;
  const server = createServer(async ({ url }, response) => {
    if (url.endsWith(".css")) return void response.end(await readFile(path.join(dist, url)));
    if (!url.endsWith(".html")) return void response.end();
    response.writeHead(200, { "content-type": "text/html" }).write(text.subarray(0, half));
    send = () => response.end(text.subarray(half));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const address = `http://127.0.0.1:${server.address().port}/frame.html`;
  const seen = on(Visit.open(site.browser, "about:blank", { expectErrors: true }), async (visit) => {
    await visit.page.goto(address, { waitUntil: "commit" });
    await visit.until(() => document.styleSheets.length === 2 && document.querySelector(".dw-criterion"));
    const isDrawn = await visit.page.evaluate(() => new Promise((told) => {
      requestAnimationFrame(() => told(true));
      setTimeout(told, 500, false);
    }));
    assert.ok(!isDrawn, "no frame comes while there is more to come");
    send();
    await visit.until(() => performance.getEntriesByName("first-contentful-paint").length > 0);
    const [{ startTime }, { responseEnd }] = await visit.page.evaluate(() => [
      ...performance.getEntriesByName("first-contentful-paint"), ...performance.getEntriesByType("navigation"),
    ].map((it) => it.toJSON()));
    assert.ok(startTime >= responseEnd, `painted at ${startTime}, while all was here at ${responseEnd}`);
  });
  await seen.finally(() => {
    server.closeAllConnections();
    server.close();
  });
});

test("however small the pieces in which the text comes, what is there stays where it is", () =>
  on(site.visitPage("/blank.html", { viewport: { width: 360, height: 740 } }), async (visit) => {
    const text = await readFile(path.join(dist, "index.html"), "utf8");
    // The text alone, written here: no policy of its own may forbid that.
    const [head, body] = text.replaceAll(/<script.*?<\/script>|<meta http-equiv[^>]*>/gs, "").split(/(?=<body)/);
    const shifts = await watchShifts(visit);
    await visit.page.evaluate((it) => {
      document.open();
      document.write(it);
    }, head);
    await visit.until(() => document.styleSheets.length > 0);
    await visit.page.evaluate(async (pieces) => {
      for (const piece of pieces) {
        document.write(piece);
        await new Promise((drawn) => requestAnimationFrame(drawn));
      }
      document.close();
    }, body.match(/<[^>]*>|[^<]+/g));
    assert.ok(await visit.page.getByText("See why").isVisible(), "the last piece has come");
    assert.deepEqual(await shifts.found(), []);
  }));

test("a shift would be seen", () =>
  on(site.visitPage("/blank.html"), async (visit) => {
    const shifts = await watchShifts(visit);
    await visit.page.goto(`${site.server.origin}/`);
    await visit.ready();
    await visit.page.evaluate(() => {
      document.querySelector("decision-widget").shadowRoot.querySelector(".dw-page").style.paddingTop = "99px";
    });
    await frame(visit);
    const [found] = await shifts.found();
    assert.match(found, /while loading: .*dw-opening from/);
  }));

/** Where everything in the widget is, and what it is. */
const places = (visit) => visit.page.evaluate(() => {
  const { shadowRoot } = document.querySelector("decision-widget");
  return [...shadowRoot.querySelectorAll("*")].map((it) => {
    const { x, y, width, height } = it.getBoundingClientRect();
    return `${it.localName} ${it.getAttribute("class") ?? ""}: ${[x, y, width, height].map(Math.round)}`;
  });
});

/** The page before any part of it was fetched. */
const ALONE = { "nothing told": "", "a clear verdict": linkSaying("clear", "go"), "a conflict": linkSaying("conflict") };

for (const width of [360, 768, 1280]) {
  for (const [name, link] of Object.entries(ALONE)) {
    test(`with ${name} at ${width} pixels, the styles that come later move nothing`, () =>
      on(site.visitPage("/blank.html", { viewport: { width, height: 800 } }), async (visit) => {
        const { page } = visit;
        const asked = new Promise((held) => page.route(/decision-widget-parts\.json$/, held));
        await page.route(/decision-widget-.*\.wasm$/, () => {});
        await page.goto(`${site.server.origin}/#d=${link}`);
        await visit.until(() => {
          const whole = document.querySelector("decision-widget").shadowRoot?.querySelector("[data-whole]");
          return whole && !whole.querySelector("[style*=display]");
        });
        await visit.widget().locator("summary", { hasText: "What the sources say" }).first().click();
        await visit.widget().locator("details[open] > .dw-body").waitFor();
        const styles = await asked;
        const before = await places(visit);
        await styles.continue();
        await visit.until(() => document.querySelector("decision-widget").shadowRoot.adoptedStyleSheets[1].cssRules.length > 0);
        assert.deepEqual(await places(visit), before);
      }));
  }
}
