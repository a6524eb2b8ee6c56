// The page that writes the lines for other pages: what is chosen is shown at
// once, and what is shown is what the lines make.

const form = document.querySelector("#choices");
const widget = document.querySelector("decision-widget");
const snippet = document.querySelector("#snippet");
const { view, theme, preset, how, base, readable, pinned, sized, forwarded } = form.elements;

/** Heights of the frame before its content has told its own. */
const HEIGHTS = { full: 900, checklist: 900, summary: 700 };
const HEIGHT_OF_CHART = 420;

const TITLE = `{{title}}`;

const escaped = (text) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** An element's start; attributes without a value are left out. */
function tag(name, attributes) {
  const pairs = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return `<${[name, ...pairs.map(([key, value]) => (value === "" ? key : `${key}="${escaped(value)}"`))].join(" ")}>`;
}

const file = (name) => new URL(name, base.value).href;

/** The page itself, with the decision. */
const page = () => file("index.html") + (widget.state && `#d=${widget.state}`);

/** What the preview shows, as markup that needs no script. */
function drawn() {
  const shown = widget.shadowRoot?.querySelector("[part=widget]");
  if (!shown) return "";
  const copy = shown.cloneNode(true);
  copy.removeAttribute("style");
  const ticks = shown.querySelectorAll("input");
  copy.querySelectorAll("input").forEach((it, at) => it.toggleAttribute("checked", ticks[at].checked));
  const style = tag("link", { rel: "stylesheet", href: file("decision-widget.css") });
  return `<template shadowrootmode="open">${style}${copy.outerHTML}</template>\n`;
}

function asElement() {
  const script = tag("script", {
    type: "module",
    src: file("decision-widget.js"),
    ...(pinned.checked && { integrity: form.dataset.integrity, crossorigin: "anonymous" }),
  });
  const element = tag("decision-widget", {
    view: view.value === "full" ? undefined : view.value,
    theme: theme.value === "auto" ? undefined : theme.value,
    state: widget.state || undefined,
  });
  const link = `${tag("a", { href: page() })}${escaped(TITLE)}</a>`;
  return `${script}</script>\n${element}\n${readable.checked ? drawn() : ""}` +
    `<p>${link} ${escaped(`{{about}}`)}</p>\n</decision-widget>\n`;
}

function asFrame() {
  const address = new URL(file(`frame-${view.value}.html`));
  if (theme.value !== "auto") address.searchParams.set("theme", theme.value);
  if (widget.state) address.hash = `d=${widget.state}`;
  const isHeard = sized.checked || forwarded.checked;
  const frame = tag("iframe", {
    src: address.href,
    title: TITLE,
    width: "100%",
    height: String(HEIGHTS[view.value] ?? HEIGHT_OF_CHART),
    frameborder: "0",
    loading: "lazy",
    "data-decision-widget": isHeard ? (forwarded.checked ? "forward" : "") : undefined,
  });
  const script = tag("script", { type: "module", src: file("decision-widget-host.js") });
  return `${frame}</iframe>\n${isHeard ? `${script}</script>\n` : ""}`;
}

function write() {
  for (const fields of form.querySelectorAll("[data-how]")) fields.hidden = fields.dataset.how !== how.value;
  document.querySelector("#copied").textContent = "";
  const isPlace = base.checkValidity();
  snippet.value = isPlace ? (how.value === "frame" ? asFrame() : asElement())
    : `{{no_place}}`;
}

/** The preview draws a moment after it was told to. */
function show() {
  widget.setAttribute("view", view.value);
  widget.setAttribute("theme", theme.value);
  requestAnimationFrame(() => requestAnimationFrame(write));
}

async function copy() {
  const said = document.querySelector("#copied");
  try {
    await navigator.clipboard.writeText(snippet.value);
    said.textContent = `{{copied}}`;
  } catch {
    snippet.select();
    said.textContent = `{{not_copied}}`;
  }
}

base.value = new URL("./", location.href).href;
widget.state = location.hash.startsWith("#d=") ? location.hash.slice(3) : "";
form.addEventListener("input", ({ target }) => {
  if (target === preset) widget.state = preset.value;
  show();
});
form.addEventListener("submit", (event) => event.preventDefault());
widget.addEventListener("decision-change", write);
document.querySelector("#copy").addEventListener("click", copy);
customElements.whenDefined("decision-widget").then(show);
write();
