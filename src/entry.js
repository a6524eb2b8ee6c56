// Starts the page. Built, this and all that it imports are one file. What else
// is needed stands beside it; in the offline page it stands in the page itself,
// under the same names.

import init, * as page from "./decision-widget.js";

const TAG = "decision-widget";

// The readers of other datasets pay for a JSON reader, nobody else. What goes
// wrong completes the sentence "The comparison could not be …".
async function load(address) {
  const json = await fetch(address).then((response) => {
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return response.text();
  }).catch((error) => { throw new Error(`fetched: ${error.message}`); });
  const loader = await import("./decision-widget-loader.js");
  await loader.default();
  try {
    return loader.load(json);
  } catch (problems) {
    throw new Error(`read: ${problems}`);
  }
}

function unpack(block) {
  const packed = Uint8Array.from(atob(block.textContent), (it) => it.charCodeAt(0));
  const wasm = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(wasm, { headers: { "content-type": "application/wasm" } });
}

const inside = (name) => document.getElementById(name);

async function beside(name) {
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) throw new Error(`the server answered ${response.status} for ${name}`);
  return response;
}

async function styles() {
  const name = `${TAG}.css`;
  return inside(name)?.textContent ?? (await beside(name)).text();
}

const instances = {};

// Once and for all; but after a failure the next one who asks tries again.
function instantiate(name) {
  return instances[name] ??= (async () => {
    const block = inside(name);
    const file = block ? unpack(block) : await beside(name);
    await WebAssembly.instantiate(await file.arrayBuffer(), page.shared());
  })().catch((error) => {
    delete instances[name];
    throw error;
  });
}

// Built as one file, the module has all its parts already.
const fetchPart = (part) => Promise.all((page.parts?.[part] ?? []).map(instantiate));

// The inner markup of each element is still there to be read.
function explain(error) {
  const reason = globalThis.WebAssembly ? (error?.message ?? error) : "this browser has no WebAssembly";
  for (const element of document.querySelectorAll(TAG)) {
    if (element.shadowRoot) continue;
    const sentence = document.createElement("p");
    sentence.setAttribute("role", "alert");
    sentence.textContent =
      `This page could not be started: ${reason}. What you see here can be read but not answered.`;
    element.append(sentence);
  }
}

async function start() {
  const block = inside(`${TAG}.wasm`);
  const module = block && { module_or_path: unpack(block) };
  const [css] = await Promise.all([styles(), init(module ?? undefined)]);
  if (!block) page.provideLoader(load);
  page.define(css, fetchPart);
}

start().catch(explain);
