// Records as `cargo xtask record` writes them, read by programs of others.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { lint } from "markdownlint/promise";

const root = path.join(import.meta.dirname, "../..");
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "record-"));

// What every rule of the linter says of a record; lines may be long, as MADR's
// own configuration has it.
const rules = { default: true, MD013: false };

function record(name, answers, ...form) {
  const file = path.join(scratch, `${name}.json`);
  fs.writeFileSync(file, JSON.stringify(answers));
  const command = ["xtask", "record", "--answers", file, "--date", "2026-11-02", ...form];
  return execFileSync("cargo", ["--quiet", ...command], { cwd: root, encoding: "utf8" });
}

const mean = {
  title: "=1+1 <script>alert(1)</script> # *x* [y](javascript:z)!",
  notes: "# one\n\n- two\n===\n```\n1) three | four\n<b>five</b> www.example.org a@b.example\n    code\n> six",
};

const persons = JSON.parse(fs.readFileSync(path.join(root, "tests/personas.json"), "utf8"));
const chosen = [0, 5, 10].map((at) => persons[at % persons.length]);

test("the records are Markdown that a linter has nothing to say of", async () => {
  const strings = Object.fromEntries([
    ["nothing", record("nothing", {}, "--as", "madr")],
    ["mean", record("mean", { answers: chosen[0].answers, ...mean }, "--as", "madr")],
    ...chosen.map((it) => [it.name, record("person", { answers: it.answers }, "--as", "madr")]),
  ]);
  assert.deepEqual(
    await lint({ strings, config: rules }),
    Object.fromEntries(Object.keys(strings).map((name) => [name, []])),
  );
});

test("a record in JSON is read back by the command that wrote it", () => {
  const told = { answers: chosen[1].answers, hidden: ["bun"], ageless: true, ...mean };
  const written = record("first", told, "--as", "json");
  const again = record("second", JSON.parse(written), "--as", "json");
  assert.equal(again, written);
});
