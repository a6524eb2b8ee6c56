// The workload lab: sliders, simulation, and the way into the checklist.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { on, root, setUp } from "./harness.mjs";
import { inspect } from "./inspect.mjs";
import { answer, button, change, nativeReport, openLab, pageReport, simulated } from "./person.mjs";

const site = setUp();
const run = promisify(execFile);

/** A row of the table of times, as text. */
const row = async (lab, name) =>
  (await lab.getByRole("row", { name }).first().getByRole("cell").allInnerTexts()).map((it) => it.replace(/\u00a0/g, " "));

/** What the command line says of a load. */
async function predicted(profile) {
  const file = path.join(await mkdtemp(path.join(tmpdir(), "lab-")), "load.json");
  await writeFile(file, JSON.stringify(profile));
  const { stdout } = await run("cargo", ["xtask", "lab", file], { cwd: root, maxBuffer: 1 << 24 });
  return JSON.parse(stdout).options;
}

const shown = (ms) => {
  const digits = ms >= 100 ? 0 : ms >= 10 ? 1 : 2;
  return `${Number(ms.toFixed(digits))} ms`;
};

test("an example is simulated as on the command line, and travels with the link", () =>
  on(site.visit("/"), async (visit) => {
    const lab = await openLab(visit);
    // It may be over by the time the page has told the change.
    await Promise.all([
      lab.locator("progress").waitFor(),
      change(visit, () => button(visit, "Consumer app with spikes").click()),
    ]);
    await simulated(lab);
    const options = await predicted({
      rps: 500, calls: 2, io_ms: 20, cpu_ms: 1, heavy_share: 0.02, heavy_cpu_ms: 80, cores: 4, processes: 4,
    });
    const [go, node] = ["go", "node"].map((id) => options.find((it) => it.id === id));
    assert.deepEqual(await row(lab, "Mean"), [go, node].map((it) => shown(it.mean_ms)));
    assert.deepEqual(await row(lab, "99 of 100 within"), [go, node].map((it) => shown(it.p99_ms)));
    assert.deepEqual(await row(lab, "99 of 100 light ones"), [go, node].map((it) => shown(it.light_p99_ms)));

    await visit.page.reload();
    await visit.ready();
    const again = await openLab(visit);
    assert.equal(await again.locator('input[name="Rps"]').getAttribute("aria-valuetext"), "500");
    assert.deepEqual(await row(again, "Mean"), [go, node].map((it) => shown(it.mean_ms)));
  }));

test("a slider shows the means of formulas at once, before anything is simulated", () =>
  on(site.visit("/"), async (visit) => {
    const lab = await openLab(visit);
    const before = await row(lab, "Mean");
    const told = await visit.page.evaluate(async () => {
      const { shadowRoot } = document.querySelector("decision-widget");
      const slider = shadowRoot.querySelector('.dw-lab input[name="Io"]');
      slider.value = slider.max;
      slider.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      const cells = [...shadowRoot.querySelectorAll(".dw-lab tbody tr")].slice(0, 2)
        .map((it) => [...it.querySelectorAll("td")].map((cell) => cell.textContent));
      const lines = [...shadowRoot.querySelectorAll(".dw-chart polyline")].map((it) => it.points.length);
      return { mean: cells[0], half: cells[1], lines };
    });
    assert.ok(told.mean.every((it) => Number.parseFloat(it.replace(",", "")) > 9_000), told.mean.join());
    assert.notDeepEqual(told.mean, before);
    assert.deepEqual(told.half, ["…", "…"], "percentiles are simulated");
    assert.deepEqual(told.lines.filter((points) => points > 40), told.mean.map(() => 44), "the curves of the means are drawn");
  }));

test("a factor that is none is refused in a sentence, and what was written stays", () =>
  on(site.visit("/"), async (visit) => {
    const lab = await openLab(visit);
    await change(visit, () => button(visit, "Consumer app with spikes").click());
    await lab.getByText("Does one runtime compute faster?").click();
    const field = lab.getByRole("spinbutton").first();
    const wrong = lab.getByRole("alert");
    const own = await visit.state;
    for (const written of ["500", "0", ""]) {
      await field.fill(written);
      await field.blur();
      await wrong.getByText(/^A factor is a number from 0\.01 to 100/).waitFor();
      await button(visit, "Stop").or(button(visit, "Simulate again")).first().click();
      await field.and(lab.locator("[aria-invalid=true]")).waitFor();
      assert.equal(await field.inputValue(), written);
    }
    assert.equal(await visit.state, own);
    await inspect(visit);

    await field.fill("2");
    assert.notEqual(await change(visit, () => field.blur()), own);
    assert.equal(await wrong.count(), 0);
    assert.equal(await field.getAttribute("aria-invalid"), null);
  }));

test("an overload is said in a sentence, and no digits are made up", () =>
  on(site.visit("/"), async (visit) => {
    const lab = await openLab(visit);
    const slider = lab.locator('input[name="Rps"]');
    await slider.focus();
    await change(visit, () => slider.press("End"));
    await lab.getByText(/^At 100,000 requests a second the processors of Go are saturated: they can do 500/).waitFor();
    await lab.getByText(/^At 100,000 requests a second the processors of Node\.js and Bun are saturated: they can do 500/).waitFor();
    assert.deepEqual(await row(lab, "99 of 100 within"), ["no digits", "no digits"]);
  }));

test("the finding is taken over by a press, told on the trail, and taken back", () =>
  on(site.visit("/"), async (visit) => {
    await answer(visit, { work: "cpu", team: "both" });
    const lab = await openLab(visit);
    await change(visit, () => button(visit, "Consumer app with spikes").click());
    await simulated(lab);
    const own = await visit.state;
    const taken = await change(visit, () => button(visit, "Take this into the checklist").click());
    const importance = (report) => report.criteria.find((it) => it.id === "cpu-work").importance;
    const native = await nativeReport(taken);
    assert.equal(importance(native), 3);
    assert.equal(importance(await pageReport(visit)), 3);
    await lab.getByText(/matter “much”, as your own finding/).waitFor();

    const shares = visit.widget().locator("[data-chart=shares]").first();
    await shares.locator("summary", { hasText: "How this comes about" }).click();
    await shares.locator("summary", { hasText: "CPU-heavy work" }).click();
    await shares.getByText("taken over from the workload lab at 500 requests a second").waitFor();

    assert.equal(await change(visit, () => button(visit, "Take it out again").click()), own);
    assert.equal(importance(await pageReport(visit)), null);
  }));

test("the animation waits to be played, can be paused, and is told in words", () =>
  on(site.visit("/"), async (visit) => {
    const lab = await openLab(visit);
    const flow = lab.locator("[data-chart=flow]");
    const time = () => flow.locator(".dw-tools span").innerText();
    const whole = await time();
    await flow.getByRole("button", { name: "Play" }).click();
    await visit.until((whole) => document.querySelector("decision-widget").shadowRoot
      .querySelector("[data-chart=flow] .dw-tools span").innerText !== whole, whole);
    await flow.getByRole("button", { name: "Pause" }).click();
    const paused = await time();
    assert.notEqual(paused, whole);
    await flow.locator("summary").click();
    assert.equal(await flow.locator("li").count(), 24);
    assert.match(await flow.locator("li").first().innerText(), /^Request 1: answered after \d/);
    assert.equal(await time(), paused);
  }));

test("the lines are read off by pointer and by keys alike", () =>
  on(site.visit("/"), async (visit) => {
    const lab = await openLab(visit);
    await simulated(lab);
    const figure = lab.locator("[data-chart=latency]");
    const slider = figure.getByRole("slider", { name: "Read the lines off at" });
    const told = () => slider.getAttribute("aria-valuetext");
    const shown = async () =>
      [await figure.locator("label strong").innerText(), ...await figure.locator("label + ul > li").allInnerTexts()].join(". ");

    await slider.press("Home");
    const first = await told();
    assert.match(first, /^20 requests a second\. Go: [\d.]+\u00a0ms on average/);
    assert.equal(await shown(), first);
    await slider.press("End");
    assert.match(await told(), /Go: more than it can do/);

    const stops = 1 + Number(await slider.getAttribute("max"));
    await figure.locator(".dw-chart").scrollIntoViewIfNeeded();
    const { x, y, width, height } = await figure.locator(".dw-chart").boundingBox();
    await visit.page.mouse.move(x + width / 2, y + height / 2);
    const chosen = Number(await slider.inputValue());
    assert.ok(Math.abs(chosen - stops / 2) <= 2, `${chosen} of ${stops} in the middle`);
    assert.match(await told(), /half within .+, 99 of 100 within /);
    assert.equal(await shown(), await told());
  }));

test("the lab stands alone as a chart", () =>
  on(site.visitPage("/examples/plain.html"), async (visit) => {
    await visit.page.evaluate(() => {
      const chart = document.createElement("decision-widget");
      chart.setAttribute("view", "chart-latency");
      document.body.replaceChildren(chart);
    });
    const lab = visit.widget().locator(".dw-lab");
    await lab.waitFor();
    await simulated(lab);
    assert.match(await lab.locator("[data-chart=latency] figcaption").innerText(), /^Latency explodes before 500 requests a second/);
  }));
