// A reader who goes the whole way, from the first byte to what is taken away.

/** Runs in a page before anything else: goes the whole way, and marks the end of each step. */
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
    for (const [name, step] of steps) {
      await step();
      performance.mark(name);
    }
    globalThis.isThere = true;
  });
}

/** Sends a reader into a page that is not open yet. A page that fails ends the bench. */
export async function send(page) {
  page.setDefaultTimeout(0);
  page.on("pageerror", (error) => { throw error; });
  await page.addInitScript(reader);
}

/** Waits until the reader of this page is there; gives the name of each step, and when it ended. */
export async function gone(page) {
  while (!await page.evaluate(() => globalThis.isThere)) await page.waitForTimeout(2000);
  return page.evaluate(() => performance.getEntriesByType("mark").map(({ name, startTime: to }) => ({ name, to })));
}
