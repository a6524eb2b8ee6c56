// Answers for index.html, and for no other page, from the files that belong to
// one version: all of them or none. A newer version is fetched in the
// background and takes over when no page of this one is open any more.

/** Each file with its hash, so that a half-updated server is not kept. */
const FILES = {};
const VERSION = "";

const { scope } = registration;
const ours = `decision-widget of ${scope} `;
const page = new URL("./", scope).href;

async function fetched(address, integrity) {
  const response = await fetch(address, { integrity, cache: "no-cache" });
  if (!response.ok) throw new Error(`the server answered ${response.status} for ${address}`);
  // What was redirected may not answer for a page that is opened.
  return response.redirected ? new Response(response.body, { headers: response.headers }) : response;
}

async function keep() {
  const files = Object.entries(FILES).map(async ([name, hash]) => {
    const address = new URL(name, scope).href;
    return [address, await fetched(address, hash)];
  });
  const all = await Promise.all(files);
  const cache = await caches.open(ours + VERSION);
  await Promise.all(all.map(([address, response]) => cache.put(address, response)));
}

async function forgetOthers() {
  const names = (await caches.keys()).filter((it) => it.startsWith(ours) && it !== ours + VERSION);
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** The address without what does not choose the file. */
function plain(address) {
  const url = new URL(address);
  url.hash = "";
  url.search = "";
  return url.href === `${page}index.html` ? page : url.href;
}

async function answer({ request, clientId }) {
  const asks = request.mode === "navigate" ? request.url : (await clients.get(clientId))?.url;
  if (asks && plain(asks) === page) {
    const cache = await caches.open(ours + VERSION);
    const kept = await cache.match(plain(request.url));
    if (kept) return kept;
  }
  return fetch(request);
}

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(forgetOthers().then(() => clients.claim())));
addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && event.request.url.startsWith(scope)) event.respondWith(answer(event));
});
