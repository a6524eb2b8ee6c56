// Starts the page. Built, this and all that it imports are one file; in the
// offline page the wasm stands in the page itself.

import init, { provideLoader } from "./decision-widget.js";

const TAG = "decision-widget";

// The readers of other datasets pay for a JSON reader, nobody else.
async function load(json) {
  const loader = await import("./decision-widget-loader.js");
  await loader.default();
  return loader.load(json);
}

function unpack(block) {
  const packed = Uint8Array.from(atob(block.textContent), (it) => it.charCodeAt(0));
  const wasm = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(wasm, { headers: { "content-type": "application/wasm" } });
}

// The inner markup of each element is still there to be read.
function explain(error) {
  const reason = globalThis.WebAssembly ? (error?.message ?? error) : "this browser has none";
  for (const element of document.querySelectorAll(TAG)) {
    if (element.shadowRoot) continue;
    const sentence = document.createElement("p");
    sentence.setAttribute("role", "alert");
    sentence.textContent =
      `This page could not start WebAssembly: ${reason}. What you see here can be read but not answered.`;
    element.append(sentence);
  }
}

async function start() {
  const block = document.getElementById(`${TAG}-wasm`);
  await init(block ? { module_or_path: unpack(block) } : undefined);
  if (!block) provideLoader(load);
}

start().catch(explain);
