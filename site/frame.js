// The widget in a frame, and the page that holds the frame: they tell each
// other the height, and the decision if that page wants it. Whatever comes from
// another window than the parent's, or of another origin than the parent first
// had, is left alone.

const HELLO = "decision-widget:hello";
const SIZE = "decision-widget:size";
const STATE = "decision-widget:state";

const widget = document.querySelector("decision-widget");
const theme = new URLSearchParams(location.search).get("theme");
if (theme) widget.setAttribute("theme", theme);

/** The origin of the page that said hello. */
let host = null;
let isForwarded = false;

// A page without an origin, a sandboxed one, can be told in no other way.
const tell = (message) => parent.postMessage(message, host === "null" ? "*" : host);

function tellHeight() {
  const { height } = document.documentElement.getBoundingClientRect();
  if (host) tell({ type: SIZE, height: Math.ceil(height) });
}

/** A link to the decision leads to the page that holds it, if that is one of its own. */
function takeState({ state, page }) {
  isForwarded = true;
  if (typeof page === "string" && URL.canParse(page) && new URL(page).origin === host) {
    widget.setAttribute("link-base", page);
  }
  if (typeof state === "string") widget.state = state;
}

addEventListener("message", ({ source, origin, data }) => {
  if (source !== parent || parent === window) return;
  if (data?.type === HELLO) {
    host ??= origin;
    tellHeight();
  } else if (data?.type === STATE && origin === host) {
    takeState(data);
  }
});

widget.addEventListener("decision-change", ({ detail }) => {
  if (isForwarded) tell({ type: STATE, state: detail.state });
});

new ResizeObserver(tellHeight).observe(document.documentElement);
