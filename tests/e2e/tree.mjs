// The page as assistive technology has it: nodes with a role, a name and a
// state, in reading order. Nothing here knows an element, a class or an id.

import assert from "node:assert/strict";
import { PATIENCE } from "./harness.mjs";

const property = (node, name) => node.properties?.find((it) => it.name === name)?.value.value;

/** A node of the accessibility tree. */
class Node {
  constructor(raw, depth) {
    Object.assign(this, { raw, depth });
    this.role = raw.role?.value ?? "";
    this.name = raw.name?.value ?? "";
  }

  /** A state or property, such as "checked", "expanded", "level". */
  is(name) {
    return property(this.raw, name);
  }
}

const matches = (wanted, text) => wanted instanceof RegExp ? wanted.test(text) : wanted === text;

/** Opens the tree of a visit. */
export async function treeOf({ page, context }) {
  const session = await context.newCDPSession(page);
  await session.send("Accessibility.enable");
  await session.send("DOM.enable");
  return new Tree(page, session);
}

class Tree {
  constructor(page, session) {
    Object.assign(this, { page, session });
  }

  /** All nodes that are not ignored, in reading order. */
  async nodes() {
    const { nodes } = await this.session.send("Accessibility.getFullAXTree");
    const byId = new Map(nodes.map((it) => [it.nodeId, it]));
    const ordered = [];
    const walk = (raw, depth) => {
      if (!raw.ignored) ordered.push(new Node(raw, depth));
      for (const id of raw.childIds ?? []) if (byId.has(id)) walk(byId.get(id), depth + 1);
    };
    walk(nodes[0], 0);
    return ordered;
  }

  /** Waits for a node; `within` names the group, row or region it lies in. */
  find(role, name, within) {
    return this.until(role, name, () => true, within);
  }

  /** Waits until there is such a node for which `holds`. */
  async until(role, name, holds, within) {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const nodes = this.#within(await this.nodes(), within);
      const found = nodes.find((it) => it.role === role && matches(name, it.name));
      if (found && await holds(found)) return found;
      if (Date.now() > end) {
        const place = within ? ` in “${within[1]}”` : "";
        throw new Error(found ? `${role} “${name}”${place} never came to that: ${holds}` : `there is no ${role} “${name}”${place}`);
      }
      await new Promise((later) => setTimeout(later, 20));
    }
  }

  #within(nodes, within) {
    if (!within) return nodes;
    const at = nodes.findIndex((it) => it.role === within[0] && matches(within[1], it.name));
    if (at < 0) return [];
    const end = nodes.findIndex((it, place) => place > at && it.depth <= nodes[at].depth);
    return nodes.slice(at + 1, end < 0 ? undefined : end);
  }

  /** The text that is read out from a node on. */
  async textOf(node) {
    const inside = this.#within(await this.nodes(), [node.role, node.name]);
    return inside.filter((it) => it.role === "StaticText").map((it) => it.name).join("");
  }

  /** Moves the focus to a node, which must be able to take it. */
  async focus(role, name, within) {
    const node = await this.find(role, name, within);
    assert.ok(node.is("focusable"), `${role} “${name}” can have the focus`);
    await this.session.send("DOM.focus", { backendNodeId: node.raw.backendDOMNodeId });
    return node;
  }

  /** Presses a node, as a screen reader does. */
  async press(role, name, within) {
    const node = await this.focus(role, name, within);
    await this.page.keyboard.press(["radio", "checkbox"].includes(role) ? "Space" : "Enter");
    return node;
  }

  /** Writes into a field. */
  async write(name, text) {
    await this.focus("textbox", name);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Tab");
  }
}
