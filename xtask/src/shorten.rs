//! Short names between the glue and its wasm. wasm-bindgen's own are long and
//! carry a hash each, which no compression can take away.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// The pass of wasm-opt that renames, and prints what it did.
pub(crate) const PASS: &str = "--minify-imports-and-exports-and-modules";

/// What the pass calls the one module that all imports come from.
const MODULE: &str = "a";

/// The new names by the old ones.
pub(crate) struct Names {
    module: String,
    imports: BTreeMap<String, String>,
    exports: BTreeMap<String, String>,
}

impl Names {
    /// Reads what the pass printed.
    pub(crate) fn read(printed: &str) -> Result<Self> {
        let json: Value = serde_json::from_str(printed).context("wasm-opt printed no names")?;
        Ok(Names {
            module: only_module(&json["imports"])?,
            imports: pairs(&json["imports"])?,
            exports: pairs(&json["exports"])?,
        })
    }

    /// The glue with the new names: imports are the keys of one object, a line
    /// each; exports are members of `wasm`.
    pub(crate) fn apply(&self, glue: &str) -> String {
        let glue: String = glue.lines().map(|line| self.line(line) + "\n").collect();
        glue.replace(&format!("\"{}\":", self.module), &format!("\"{MODULE}\":"))
    }

    fn line(&self, line: &str) -> String {
        let code = line.trim_start();
        let indent = &line[..line.len() - code.len()];
        let import =
            code.split_once(':').and_then(|(name, rest)| Some((self.imports.get(name)?, rest)));
        match import {
            Some((short, rest)) => format!("{indent}{short}:{}", self.members(rest)),
            None => self.members(line),
        }
    }

    fn members(&self, code: &str) -> String {
        let mut pieces = code.split(MEMBER);
        let mut out = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let end = piece.find(|it: char| !is_of_a_name(it)).unwrap_or(piece.len());
            let (name, rest) = piece.split_at(end);
            out.push_str(MEMBER);
            out.push_str(self.exports.get(name).map_or(name, String::as_str));
            out.push_str(rest);
        }
        out
    }
}

const MEMBER: &str = "wasm.";

fn is_of_a_name(it: char) -> bool {
    it.is_ascii_alphanumeric() || it == '_' || it == '$'
}

/// Renamed modules can only be told apart while there is one.
fn only_module(imports: &Value) -> Result<String> {
    let rows = imports.as_array().context("wasm-opt printed no list of imports")?;
    let modules: BTreeSet<&str> = rows.iter().filter_map(|row| row[0].as_str()).collect();
    match modules.into_iter().collect::<Vec<_>>()[..] {
        [module] => Ok(module.to_owned()),
        ref several => bail!("the wasm imports from {} modules, not from one", several.len()),
    }
}

/// Each row ends with the old name and the new one.
fn pairs(rows: &Value) -> Result<BTreeMap<String, String>> {
    let rows = rows.as_array().context("wasm-opt printed no list of names")?;
    rows.iter()
        .map(|row| {
            let names: Vec<&str> =
                row.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            match names[..] {
                [.., old, new] => Ok((old.to_owned(), new.to_owned())),
                _ => bail!("wasm-opt printed a row that is no renaming: {row}"),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn both_sides_are_renamed() {
        let printed =
            r#"{"imports": [["./x.js", "__wbg_a_12", "$"]], "exports": [["memory", "b"]]}"#;
        let names = Names::read(printed).unwrap();
        let glue = "  __wbg_a_12: function() {\n  return wasm.memory.buffer + wasm.memory2;\n\
                    \"./x.js\": import0,\n";
        let expected = "  $: function() {\n  return wasm.b.buffer + wasm.memory2;\n\
                        \"a\": import0,\n";
        assert_eq!(names.apply(glue), expected);
    }
}
