// The page as assistive technology has it: nodes with a role, a name and a
// state, in reading order. Nothing here knows an element, a class or an id.

import assert from "node:assert/strict";

const PATIENCE = 10_000;

const property = (node, name) => node.properties?.find((it) => it.name === name)?.value.value;

/** A node of the accessibility tree. */
class Node {
  constructor(tree, raw, depth) {
    Object.assign(this, { tree, raw, depth });
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
      if (!raw.ignored) ordered.push(new Node(this, raw, depth));
      for (const id of raw.childIds ?? []) if (byId.has(id)) walk(byId.get(id), depth + 1);
    };
    walk(nodes[0], 0);
    return ordered;
  }

  /** Waits for a node; `within` names the group, row or region it lies in. */
  async find(role, name, within) {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const found = this.#within(await this.nodes(), within).find((it) => it.role === role && matches(name, it.name));
      if (found) return found;
      if (Date.now() > end) throw new Error(`there is no ${role} “${name}”${within ? ` in “${within[1]}”` : ""}`);
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

  /** Waits until the tree has a node of this role and name for which `holds`. */
  async until(role, name, holds, within) {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const node = await this.find(role, name, within);
      if (await holds(node)) return node;
      if (Date.now() > end) throw new Error(`${role} “${name}” never came to that: ${holds}`);
      await new Promise((later) => setTimeout(later, 20));
    }
  }
}
