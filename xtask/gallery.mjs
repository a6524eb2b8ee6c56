// Takes the pictures of docs/gallery/ and writes the page that shows them.

import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { STATES, extra, folder, launch, open, readme, shots, take } from "../tests/e2e/gallery.mjs";
import { Visit, serve } from "../tests/e2e/harness.mjs";
import { small } from "../tests/e2e/pixels.mjs";

await mkdir(folder, { recursive: true });
const server = await serve(extra);
const browser = await launch();
const site = {
  visit: async (where, options) => (await Visit.open(browser, server.origin + where, options)).ready(),
};
const written = new Set(["README.md"]);
let bytes = 0;
for (const state of STATES) {
  const visit = await open(site, state);
  for (const shot of shots(state)) {
    const picture = await small(await take(visit, shot));
    await writeFile(path.join(folder, shot.file), picture);
    written.add(shot.file);
    bytes += picture.length;
  }
  await visit.close();
}
await browser.close();
await server.close();
await writeFile(path.join(folder, "README.md"), readme());
// Of states that are gone.
for (const name of await readdir(folder)) {
  if (!written.has(name)) await rm(path.join(folder, name));
}
console.log(`${written.size - 1} pictures of ${bytes.toLocaleString("en")} bytes are in docs/gallery/; look at them before you commit them`);
