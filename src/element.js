// The custom element as browsers want it: a class. It keeps no state of the
// decision; each connected element has an instance in wasm that does.

/**
 * Defines the element, unless the page has one of that name already.
 *
 * `create(element, mount, kept, figures, isTitled)` returns the instance, which
 * draws into `mount`. Until it has drawn, what the element showed before any
 * script ran stays visible: its inner markup, or that of a declared root. Two
 * things in it matter to the instance: the figures, which it takes over, and
 * whether there is a first-rank heading, which makes the title the one of the
 * whole document.
 */
export function defineElement(tag, dataset, sheets, create) {
  if (customElements.get(tag)) return false;
  // Where elements that have gone were drawn; see IDLE in widget.rs.
  const idle = [];
  const sections = (of) => [...of.querySelectorAll(".dw-section, .dw-group")];

  class DecisionWidget extends HTMLElement {
    static observedAttributes = ["src", "state", "view", "theme", "link-base"];

    #internals = this.attachInternals();
    #instance = null;
    // The state while there is no instance: set early, or left by the last one.
    #kept = undefined;
    #mount = null;
    #observer = null;

    constructor() {
      super();
      this.addEventListener("decision-change", ({ detail }) => {
        if (this.#shelf() != null) this.#shelf(detail.state);
      });
    }

    connectedCallback() {
      this.#upgrade("state");
      if (this.#instance) return;
      const free = idle.findIndex((it) => !it.firstChild);
      const mount = this.#mount = free < 0 ? document.createElement("div") : idle.splice(free, 1)[0];
      mount.part = "widget";
      mount.onclick = ({ target: { dataset: { keep } } }) => {
        if (keep) this.#shelf(keep === "yes" ? this.state : null);
      };
      this.#restore();
      // It is drawn part by part, and shown when all is there, which takes a turn
      // of its own.
      this.#observer = new MutationObserver(() => {
        if (!mount.querySelector("[data-whole]")) return;
        this.#observer.disconnect();
        setTimeout(() => this.#reveal(mount));
      });
      this.#observer.observe(mount, { childList: true, subtree: true, attributeFilter: ["data-whole"] });
      const shown = (selector) =>
        this.#root()?.querySelector(selector) ?? this.querySelector(selector);
      this.#instance = create(this, mount, this.#kept, shown("[data-chart=figures]"), !!shown("h1"));
      this.#kept = undefined;
    }

    // A move disconnects and connects again at once, and must keep the state.
    disconnectedCallback() {
      queueMicrotask(() => {
        if (this.isConnected || !this.#instance) return;
        this.#kept = this.#instance.state;
        const instance = this.#instance;
        this.#instance = null;
        instance.destroy();
        // What is drawn here is taken away in a moment.
        this.#observer.disconnect();
        this.#mount.remove();
        idle.push(this.#mount);
      });
    }

    attributeChangedCallback(name, before, after) {
      if (before !== after) this.#instance?.attribute(name, after ?? undefined);
    }

    /** What a link carries after `#d=`; empty when nothing is answered. */
    get state() {
      return this.#instance?.state ?? this.#kept ?? "";
    }

    set state(value) {
      const state = value == null ? "" : String(value);
      if (this.#instance) this.#instance.state = state;
      else this.#kept = state;
    }

    /** The whole report as plain data; `null` while nothing is shown. */
    get report() {
      return this.#instance?.report ?? null;
    }

    // What the reader has asked this browser to store stands in for what the page
    // begins with, but not for what its address says.
    #restore() {
      const stored = this.#shelf();
      const isFree = this.hasAttribute("state") || !location.hash.startsWith("#d=");
      if (stored == null || this.#kept !== undefined || !isFree) return;
      this.#kept = stored;
      if (this.hasAttribute("state") || location.hash) return;
      history.replaceState(history.state, "", `${location.href.split("#")[0]}#d=${stored}`);
    }

    // Stores a state, or with null nothing any more; returns what is stored. A
    // page may hold several widgets that begin differently, each with its own.
    #shelf(state) {
      const name = [tag, this.getAttribute("src") ?? dataset, this.getAttribute("state")].join(" ");
      try {
        if (state === null) localStorage.removeItem(name);
        else if (state !== undefined) localStorage.setItem(name, state);
        const stored = localStorage.getItem(name);
        this.#mount.dataset.kept = stored === null ? "no" : "yes";
        return stored;
      } catch {
        // Sandboxed frames may not, nor may they ask.
        this.#mount.dataset.kept = "never";
      }
    }

    #root() {
      return this.shadowRoot ?? this.#internals.shadowRoot;
    }

    #reveal(mount) {
      // It was drawn in part only, or has gone.
      if (this.isBroken || mount !== this.#mount || !this.#instance) return;
      // A root takes the place of inner markup, and that its height with it.
      const before = this.#root() ?? this;
      // What the reader has ticked, opened and reached by now goes on in what was
      // drawn: the same among those that are alike.
      const drawn = (it) => {
        const alike = (of) => [...of.querySelectorAll(it.localName)]
          .filter(({ name, value, textContent }) => name === it.name && value === it.value && textContent === it.textContent);
        return alike(mount)[alike(before).indexOf(it)];
      };
      const touched = [...before.querySelectorAll("input:checked, [open] > summary")]
        .filter((it) => !it.defaultChecked).map(drawn);
      const reached = [...before.querySelectorAll(":focus")].map(drawn)[0];
      // What is out of sight is laid out in later frames, and has the height until
      // then that it had before, or else about a screen's.
      const heights = sections(before).map((it) => it.getBoundingClientRect().height);
      const root = this.#root() ?? this.attachShadow({ mode: "open" });
      const late = sections(mount);
      late.forEach((it, at) => {
        it.style.cssText = `content-visibility:auto;contain-intrinsic-height:${heights[at] || 900}px`;
      });
      const next = () => {
        late.shift()?.removeAttribute("style");
        if (late[0]) requestAnimationFrame(next);
      };
      requestAnimationFrame(next);
      root.replaceChildren(mount);
      root.adoptedStyleSheets = sheets;
      // All lengths are in rem, and some themes make that a fraction of what the
      // reader has chosen.
      mount.style.fontSize = "medium";
      const [chosen, rem] = [mount, document.documentElement].map((it) => parseFloat(getComputedStyle(it).fontSize));
      if (rem < chosen) mount.style.zoom = chosen / rem;
      for (const it of touched) it?.parentNode.open || it?.click();
      reached?.focus({ preventScroll: true });
    }

    // A property that was set before the class was known hides its accessor.
    #upgrade(name) {
      if (!Object.hasOwn(this, name)) return;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
  }

  customElements.define(tag, DecisionWidget);
  return true;
}
