// The browser's part of `cargo xtask bench`: does the work that each line of
// its input names, and writes milliseconds and what came out.
// node browser.mjs FOLDER UTILITIES

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { createInterface } from "node:readline";
import { launchChromium } from "../../tests/e2e/harness.mjs";

const [folder, utilities] = process.argv.slice(2);

const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm" };

const server = createServer(async (request, response) => {
  const name = path.basename(request.url);
  if (name === "") return void response.writeHead(200, { "content-type": "text/html" }).end();
  const text = await readFile(path.join(folder, name)).catch(() => null);
  if (text === null) return void response.writeHead(404).end();
  response.writeHead(200, { "content-type": TYPES[path.extname(name)] }).end(text);
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));

const browser = await launchChromium();
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/`);
await page.evaluate(async (utilities) => {
  const module = await import("/smaa_bench.js");
  await module.default();
  const numbers = new Float64Array(utilities);

  /** Free weights need not be scaled: ranks do not depend on their sum. */
  function javascript() {
    const samples = 100_000;
    const options = 4;
    const criteria = numbers.length / options;
    const values = new Float64Array(options);
    const ranks = new Uint32Array(options * options);
    for (let sample = 0; sample < samples; sample++) {
      values.fill(0);
      for (let criterion = 0; criterion < criteria; criterion++) {
        const weight = -Math.log(1 - Math.random());
        for (let option = 0; option < options; option++) {
          values[option] += weight * numbers[option * criteria + criterion];
        }
      }
      for (let option = 0; option < options; option++) {
        let rank = 0;
        for (let rival = 0; rival < options; rival++) {
          if (values[rival] > values[option]) rank++;
        }
        ranks[option * options + rank]++;
      }
    }
    return ranks[0] / samples;
  }

  const works = {
    wasm: () => module.samples(numbers),
    javascript,
    answer: (scenario) => scenario.answer(),
    sample: (scenario) => scenario.sample(),
    loops: (example) => module.simulate(example, false),
    turns: (example) => module.simulate(example, true),
  };
  const cases = {
    answer: (number) => module.Case.scenario(number),
    sample: (number) => module.Case.scenario(number),
  };
  globalThis.time = (line) => {
    const [name, number] = line.split(" ");
    const given = cases[name]?.(Number(number)) ?? Number(number);
    const begin = performance.now();
    const found = works[name](given);
    return [performance.now() - begin, found];
  };
}, JSON.parse(utilities));

for await (const line of createInterface({ input: process.stdin })) {
  const result = await page.evaluate((line) => globalThis.time(line), line);
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
await browser.close();
server.close();
