//! The second wasm file: what its maker says it needs of the first one.

use anyhow::{Context, Result, ensure};

/// What the tool calls it, after the name in src/main.rs.
pub(crate) const STEM: &str = "split_details";

/// The module that the tool writes to load the second file. It names what the
/// first must hand over, in a line between these; the rest of it goes unused,
/// for src/entry.js loads the file and can tell what went wrong.
pub(crate) const LINK: &str = "split.js";
const BEFORE: &str = "const { ";
const AFTER: &str = " } = initSync(undefined, undefined);";

/// The module that the second file imports from.
const MODULE: &str = "__wasm_split";

/// A function for the glue that returns what the second file imports.
pub(crate) fn shared(link: &str) -> Result<String> {
    let (before, _) = link
        .split_once(AFTER)
        .with_context(|| format!("{LINK} takes nothing of the first wasm file"))?;
    let (_, names) = before
        .rsplit_once(BEFORE)
        .with_context(|| format!("{LINK} does not name what it takes of the first wasm file"))?;
    let names: Vec<&str> = names.split(',').map(str::trim).filter(|it| !it.is_empty()).collect();
    ensure!(!names.is_empty(), "the second wasm file shares nothing with the first");
    let members: Vec<String> = names.iter().map(|it| format!("{it}: wasm.{it}")).collect();
    let members = members.join(", ");
    Ok(format!("export const shared = () => ({{ {MODULE}: {{ {members} }} }});\n"))
}

#[cfg(test)]
mod tests {
    use super::shared;

    #[test]
    fn what_is_shared_is_handed_over() {
        let link = "    a = {  };\n    const { memory, x0,  } = initSync(undefined, undefined);\n";
        let expected = "export const shared = () => ({ __wasm_split: { memory: wasm.memory, x0: wasm.x0 } });\n";
        assert_eq!(shared(link).unwrap(), expected);
    }

    #[test]
    fn nothing_shared_is_a_mistake() {
        for link in ["", "const {  } = initSync(undefined, undefined);", "const { a } = b();"] {
            assert!(shared(link).is_err(), "{link}");
        }
    }
}
