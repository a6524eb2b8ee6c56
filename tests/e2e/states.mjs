// The states of the page that the gallery shows: how one gets there, and what
// stands at the top of the picture.

import { answer, button, change, person, section, shows, simulated, toldApart, workedOut } from "./person.mjs";

/** Presses without taking the pointer or the focus there. */
const press = (locator) => locator.evaluate((it) => it.click());

/** Answers, and waits for the verdict and all that follows from it. */
async function told(visit, answers, kind) {
  await answer(visit, answers);
  await shows(visit, kind);
  await workedOut(visit);
}

const as = (name, kind) => (visit) => told(visit, person(name).answers, kind);

/** Where the verdict stands beside the checklist, an answer is at the top. */
const WIDE = 1000;
const panelOr = (question) => (visit, width) => width > WIDE ? asked(visit, question) : panel(visit);

const panel = (visit) => visit.widget().locator('[part="verdict"]');
const asked = (visit, question) => visit.widget().locator(`fieldset[data-question="${question}"]`);
const sheet = (visit) => visit.widget().locator("details", { has: visit.page.locator(".dw-sheet") });

/** The first of somebody's answers. */
const HALF = Object.fromEntries(Object.entries(person("Serious start-up, all told").answers).slice(0, 11));

/** Who compares, and whose answers they give. */
const GROUP = {
  Anna: "JavaScript team told to use Go",
  Ben: "Long-lived service, five engineers and more, both skills",
  Chris: "GraphQL gateway over busy internal services",
};

async function compare(visit) {
  const lines = [];
  for (const [name, who] of Object.entries(GROUP)) {
    if (lines.length) await change(visit, () => press(button(visit, "Start over")));
    await answer(visit, person(who).answers);
    lines.push(`${name}: https://example.org/#d=${await visit.state}`);
  }
  await workedOut(visit);
  await press(visit.widget().locator("summary", { hasText: /^Share, record, compare/ }));
  const links = visit.widget().getByLabel(/^Two to nine links/);
  await links.fill(lines.join("\n"));
  await links.blur();
  await press(button(visit, "Compare"));
  await toldApart(visit);
}

async function simulate(visit) {
  await told(visit, person("Consumer app with spikes").answers, "clear");
  await press(visit.widget().locator("summary", { hasText: /^Simulate your load/ }));
  const example = button(visit, "Consumer app with spikes");
  await example.waitFor();
  await change(visit, () => press(example));
  // A second of work, and many on a busy machine.
  await simulated(visit.widget().locator(".dw-lab"), 60_000);
}

export const STATES = [
  {
    name: "arrival",
    title: "Arrival",
    says: "Nothing is told yet: what this is, what it is worth, and the way into the checklist.",
    prepare: () => {},
    place: (visit) => visit.widget(),
  },
  {
    name: "checklist",
    title: "Checklist, half answered",
    says: "Where the answers end and the open questions begin, with the verdict so far.",
    prepare: (visit) => told(visit, HALF, "clear"),
    place: (visit) => asked(visit, Object.keys(HALF).at(-1)),
  },
  {
    name: "clear",
    title: "The reasons of a clear verdict",
    says: "What speaks for and against each option, weighted by the answers, with the claims behind it.",
    prepare: as("SaaS backend with React people", "clear"),
    place: (visit) => section(visit, "Why"),
  },
  {
    name: "close",
    title: "Too close to call",
    says: "The comparisons do not separate the options for this situation, and the page says so.",
    prepare: as("Plain CRUD with both skills", "close"),
    place: panelOr("work"),
  },
  {
    name: "conflict",
    title: "A conflict",
    says: "What is needed and what can be done exclude each other; each way out can be taken at once.",
    prepare: as("Sub-millisecond, CPU-heavy, no Go and no way to get it", "conflict"),
    place: panelOr("latency"),
  },
  {
    name: "outlook",
    title: "What would change the answer",
    says: "How firm the verdict is, and the answers that would turn it, each to be tried.",
    prepare: as("GraphQL gateway over busy internal services", "lean"),
    place: (visit) => section(visit, "What would change the answer"),
  },
  {
    name: "lab",
    title: "The workload lab",
    says: "What a load means for latency, simulated in the browser with the reader's own numbers.",
    prepare: simulate,
    place: (visit) => visit.widget().locator(".dw-lab").getByRole("heading", { name: "What comes out" }),
  },
  {
    name: "compare",
    title: "Decisions compared",
    says: "Three people's links side by side: who leans where, and whose answers make the difference.",
    prepare: compare,
    place: (visit) => sheet(visit).locator(".dw-sentence"),
  },
];
