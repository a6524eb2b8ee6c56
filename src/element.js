// The custom element as browsers want it: a class. It keeps no state of the
// decision; each connected element has an instance in wasm that does.

// Set by a browser that has no constructable stylesheets, too: then each root
// gets a <style> of its own.
function styleSheet(css) {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return (root) => { root.adoptedStyleSheets = [sheet]; };
  } catch {
    return (root) => {
      const style = document.createElement("style");
      style.textContent = css;
      root.prepend(style);
    };
  }
}

/**
 * Defines the element, unless the page has one of that name already.
 *
 * `create(element, mount, kept)` returns the instance, which draws into
 * `mount`. Until it has drawn, the inner markup of the element stays visible.
 */
export function defineElement(tag, attributes, css, create) {
  if (!globalThis.customElements || customElements.get(tag)) return false;
  const dress = styleSheet(css);

  class DecisionWidget extends HTMLElement {
    static observedAttributes = attributes;

    #internals = this.attachInternals?.();
    #instance = null;
    // The state while there is no instance: set early, or left by the last one.
    #kept = undefined;

    connectedCallback() {
      this.#upgrade("state");
      if (this.#instance) return;
      const mount = document.createElement("div");
      mount.part = "widget";
      // Observers are told before the browser paints: nothing flashes.
      new MutationObserver((_, observer) => {
        observer.disconnect();
        this.#reveal(mount);
      }).observe(mount, { childList: true });
      this.#instance = create(this, mount, this.#kept);
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

    #reveal(mount) {
      const root = this.shadowRoot ?? this.#internals?.shadowRoot ?? this.attachShadow({ mode: "open" });
      root.replaceChildren(mount);
      dress(root);
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
