// Starts the page. Built, this and all that it imports are one file, with texts
// of the catalogue where their names stand in braces. What else is needed stands
// beside it; in the offline page it stands in the page itself, under the same
// names.

import init, * as page from "./decision-widget.js";

const TAG = "decision-widget";

const inside = (name) => document.getElementById(name);

// Only the very file that this script was built with: a newer one beside it
// would be taken for the older. Built as one file there are no hashes.
async function beside(name, integrity = page.hashes?.[name] ?? "") {
  const response = await fetch(new URL(name, import.meta.url), { integrity });
  const { ok, status } = response;
  if (!ok) throw new Error(`{{no_file}}`);
  return response;
}

// Some servers do not know the type, without which no browser compiles.
const wasm = (body) => new Response(body, { headers: { "content-type": "application/wasm" } });

async function program(name, integrity) {
  const block = inside(name);
  if (block) {
    const text = block.textContent;
    const packed = Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (it) => it.charCodeAt(0));
    return wasm(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")));
  }
  const file = await beside(name, integrity);
  return /wasm/.test(file.headers.get("content-type")) ? file : wasm(file.body);
}

const text = async (name) => inside(name)?.textContent ?? (await beside(name)).text();

const fetched = {};

// Once and for all; but after a failure the next one who asks tries again.
const once = (name, make) => fetched[name] ??= make().catch((error) => {
  delete fetched[name];
  throw error;
});

// The beginning of the next turn, or of the one that follows `before`.
async function turn(before) {
  await before;
  return new Promise((begin) => setTimeout(begin));
}

const instantiate = ([name, integrity]) => once(name, async () => {
  await WebAssembly.instantiateStreaming(await program(name, integrity), page.shared());
});

// All shadow roots share them. The later one is empty at first: to change the
// other would dress the whole page anew.
const [sheet, later] = [new CSSStyleSheet(), new CSSStyleSheet()];

// Which files a part of the program is made of, with their hashes, and the rules
// for what is drawn by parts: all of that is left out of the first visit. To ask
// for the files of one part is long enough for a turn.
let asked;
async function fetchPart(part) {
  const { parts } = await once(page.INDEX, async () => {
    const index = JSON.parse(await text(page.INDEX));
    later.replaceSync(index.styles);
    return index;
  });
  await (asked = turn(asked));
  // To compile the last of them is long enough, too.
  await turn(Promise.all(Object.entries(parts[part]).map(instantiate)));
}

// What the page's own policy has refused of ours: the directive, and what it
// would have to allow. Browsers tell it apart from the error, and a bit later.
const ours = new URL(TAG, import.meta.url).href;
let refused = "";
document.addEventListener("securitypolicyviolation", ({ blockedURI, effectiveDirective: directive }) => {
  const isWasm = blockedURI === "wasm-eval";
  if (isWasm || blockedURI.startsWith(ours)) {
    const what = isWasm ? "'wasm-unsafe-eval'" : blockedURI;
    refused = `{{refused}}`;
  }
});

// What was drawn so far, or else the inner markup of each element, is still
// there to be read.
function explain({ message }) {
  const reason = refused || (globalThis.WebAssembly ? message : `{{no_web_assembly}}`);
  for (const element of document.querySelectorAll(TAG)) {
    if (element.isBroken) continue;
    element.isBroken = true;
    const sentence = document.createElement("p");
    sentence.role = "alert";
    sentence.textContent = `{{does_not_work}}`;
    (element.shadowRoot ?? element).append(sentence);
  }
}

// A program that fails while it draws cannot go on, nor draw any other element.
addEventListener("error", ({ error }) => {
  if (error?.name === "RuntimeError" && (inside(`${TAG}.wasm`) || error.stack.includes(ours))) {
    explain({ message: `{{has_failed}}` });
  }
});

const load = (address) => import("./decision-widget-other.js").then((it) => it.default(address));

async function start() {
  const main = program(`${TAG}.wasm`);
  await Promise.all([
    text(`${TAG}.css`).then((css) => sheet.replaceSync(css)),
    main.then((module_or_path) => init({ module_or_path })),
  ]);
  if (!inside(`${TAG}.wasm`)) page.provideLoader(load);
  // To start the program takes long enough: what it begins with has a turn of its own.
  await turn();
  page.define([sheet, later], fetchPart);
}

// The page that comes with the widget goes on when all that it needs is there.
if (inside(`${TAG}-page`)) addEventListener("load", () => import("./decision-widget-page.js"));

// A page may name this script twice. To read it, and the page before it, is long
// enough for one turn.
if (!customElements.get(TAG)) {
  setTimeout(() => start().catch((error) => setTimeout(explain, 50, error)));
}
