// The custom element as browsers want it: a class. It keeps no state of the
// decision; each connected element has an instance in wasm that does.

// A chart that stands alone and is not all drawn.
const BUSY = ":is([data-chart] *,.dw-lab)[aria-busy=true]";

/**
 * Defines the element in a turn of its own, unless the page has one of that name
 * already.
 *
 * `create(element, mount, kept, figures, isTitled)` returns the instance, which
 * draws into `mount`. Until it has drawn, what the element showed before any
 * script ran stays visible: its inner markup, or that of a declared root. Two
 * things in it matter to the instance: the figures, of which it gets a copy, and
 * whether there is a first-rank heading, which makes the title the one of the
 * whole document.
 */
export function defineElement(tag, dataset, sheets, create) {
  // Where elements that have gone were drawn; see IDLE in widget.rs.
  const idle = [];

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
      // A property that was set before the class was known hides its accessor.
      if (Object.hasOwn(this, "state")) {
        const { state } = this;
        delete this.state;
        this.state = state;
      }
      if (this.#instance) return;
      const free = idle.findIndex((it) => !it.firstChild);
      const mount = this.#mount = free < 0 ? document.createElement("div") : idle.splice(free, 1)[0];
      mount.onclick = ({ target: { dataset: { keep } } }) => {
        if (keep) this.#shelf(keep === "yes" ? this.state : null);
      };
      this.#restore();
      // It is drawn part by part, and so is a chart that stands alone; when all is
      // there, the next turn begins to lay it out.
      this.#watch(() => {
        if (!mount.querySelector("[data-whole]") || mount.querySelector(BUSY)) return;
        this.#observer.disconnect();
        setTimeout(() => this.#rehearse(mount));
      });
      const [figures] = this.#shown("[data-chart=figures]");
      this.#instance = create(this, mount, this.#kept, figures?.cloneNode(true), !!this.#shown("h1")[0]);
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
      const state = `${value ?? ""}`;
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

    #watch(call) {
      this.#observer = new MutationObserver(call);
      this.#observer.observe(this.#mount, { childList: true, subtree: true, attributes: true });
    }

    #root() {
      return this.shadowRoot ?? this.#internals.shadowRoot;
    }

    // What the element shows before it is drawn.
    #shown(selector) {
      return [this, this.#root()].flatMap((it) => [...it?.querySelectorAll(selector) ?? []])
        .filter((it) => !this.#mount.contains(it));
    }

    // What was drawn in part only, or has gone, is not shown.
    #isIdle(mount) {
      return this.isBroken || mount !== this.#mount || !this.#instance;
    }

    // What was drawn is laid out beside what is shown, out of sight and section by
    // section, short ones with the one before them, before it takes its place.
    #rehearse(mount) {
      if (this.#isIdle(mount)) return;
      const { width } = getComputedStyle(this);
      const root = this.#root() ?? this.attachShadow({ mode: "open" });
      if (!root.firstChild) root.append(document.createElement("slot"));
      // What dressed a declared root is among these.
      root.querySelector("link")?.remove();
      root.adoptedStyleSheets = sheets;
      // What is below others comes after them: what has its place keeps it. The more
      // widgets are on the page, the longer each layout takes: so there are fewer.
      const short = 250 * document.getElementsByTagName(tag).length;
      const late = [];
      for (const it of mount.querySelectorAll(".dw-page>*,.dw-group,.dw-panel")) {
        // The later questions of a group come together.
        for (const them of [[it], [...it.querySelectorAll(":scope>fieldset:nth-of-type(n+6)")]]) {
          const isShort = them.map((it) => it.textContent).join().length < short;
          if (isShort && late[0]) late.at(-1).push(...them);
          else late.push(them);
        }
      }
      for (const it of late.flat()) it.style.display = "none";
      const steps = [
        () => {
          mount.style = `position:absolute;contain:strict;width:${width};font-size:medium`;
          mount.ariaHidden = true;
          root.append(mount);
        },
        () => {
          // All lengths are in rem, and some themes make that a fraction of what the
          // reader has chosen. Whoever asks for it gets it after layout.
          const [chosen, rem] = [mount, document.documentElement].map((it) => parseFloat(getComputedStyle(it).fontSize));
          if (rem < chosen) mount.style.zoom = chosen / rem;
        },
        ...late.map((them) => () => {
          for (const it of them) it.removeAttribute("style");
          // This, too, comes after layout.
          mount.offsetTop;
        }),
        () => this.#reveal(mount),
      ];
      const next = () => {
        if (this.#isIdle(mount)) return;
        steps.shift()();
        if (steps[0]) setTimeout(next);
      };
      // What is shown was moved from one tree to another: that is laid out first.
      setTimeout(next);
    }

    #reveal(mount) {
      // What the reader has ticked, opened and reached by now goes on in what was
      // drawn: the same among those that are alike.
      const drawn = (it) => {
        const alike = (of) => [...of].filter((other) =>
          other.name === it.name && other.value === it.value && other.textContent === it.textContent);
        return alike(mount.querySelectorAll(it.localName))[alike(this.#shown(it.localName)).indexOf(it)];
      };
      const touched = this.#shown("[open]>summary,input:checked").filter((it) => !it.defaultChecked).map(drawn);
      const reached = this.#shown(":focus").map(drawn)[0];
      while (mount.previousSibling) mount.previousSibling.remove();
      mount.style = `zoom:${mount.style.zoom};font-size:medium`;
      mount.ariaHidden = null;
      mount.part = "widget";
      // What is drawn from now on is laid out in a turn of its own, ahead of the
      // frame that shows it: both together take too long.
      this.#watch(() => window.scheduler?.postTask(() => mount.offsetTop, { priority: "user-blocking" }));
      for (const it of touched) it?.parentNode.open || it?.click();
      reached?.focus({ preventScroll: true });
    }
  }

  // The first look at what is stored is slow: it has a turn of its own, too.
  setTimeout(() => {
    try { localStorage.length; } catch { /* As in #shelf. */ }
  });
  setTimeout(() => customElements.get(tag) || customElements.define(tag, DecisionWidget));
}
