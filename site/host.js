// For a page that holds the widget in frames: gives each frame the height of
// what is in it, and shares the decision with the address of this page for
// those that say so:
//
//   <iframe data-decision-widget src="https://…/frame-full.html" …></iframe>
//   <iframe data-decision-widget="forward" …></iframe>
//
// Only what comes from the frame's own window and from the origin of its
// address is listened to.

const HELLO = "decision-widget:hello";
const SIZE = "decision-widget:size";
const STATE = "decision-widget:state";

const MARK = "#d=";

const decision = () => (location.hash.startsWith(MARK) ? location.hash.slice(MARK.length) : "");

/** The address of this page, with a decision or without. */
function address(state) {
  const url = new URL(location.href);
  url.hash = state ? MARK + state : "";
  return state ? url.href : url.href.replace(/#$/, "");
}

/** A sandboxed frame has no origin unless it is allowed to. */
function originOf(frame) {
  const isOpaque = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
  return isOpaque ? "null" : new URL(frame.src, location.href).origin;
}

function connect(frame) {
  const origin = originOf(frame);
  const isForwarded = frame.dataset.decisionWidget === "forward";
  let isGreeted = false;

  const hello = () => {
    isGreeted = false;
    frame.contentWindow?.postMessage({ type: HELLO }, "*");
  };
  const share = () => frame.contentWindow?.postMessage(
    { type: STATE, state: decision(), page: address("") }, origin === "null" ? "*" : origin);

  addEventListener("message", (event) => {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    const { type, height, state } = event.data ?? {};
    if (type === SIZE && Number.isFinite(height)) {
      frame.style.height = `${height}px`;
      if (isForwarded && !isGreeted) share();
      isGreeted = true;
    } else if (type === STATE && isForwarded && /^[0-9a-z]*$/.test(state)) {
      history.replaceState(history.state, "", address(state));
    }
  });
  if (isForwarded) addEventListener("hashchange", share);
  // Whichever comes last, the frame or this script, finds the other.
  frame.addEventListener("load", hello);
  hello();
}

for (const frame of document.querySelectorAll("iframe[data-decision-widget]")) connect(frame);
