// What index.html does when everything that it needs is there; never a page
// that embeds the widget.

// Where the page itself is framed it is a guest, and keeps nothing there.
if (window.top === window) {
  const address = new URL("service-worker.js", import.meta.url).href;
  // A strict page takes the address of a script from a policy only.
  const policy = globalThis.trustedTypes?.createPolicy("decision-widget", { createScriptURL: () => address });
  // Private windows and pages without a safe connection go without.
  navigator.serviceWorker?.register(policy?.createScriptURL(address) ?? address).catch(() => {});
}

// Who embeds the page may want what was just answered on it.
const embed = document.querySelector("#decision-widget-page a");
embed.addEventListener("click", () => { embed.hash = location.hash; });
