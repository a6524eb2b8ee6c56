//! The parts of the program in wasm files of their own: which files each needs,
//! and what those need of the first one.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// Which files each part needs, as the tool that cut them off says.
const PARTS: &str = "parts.json";

/// Its place in `dist/`, with the hashes of the files.
pub(crate) const INDEX: &str = "decision-widget-parts.json";

/// The module that the tool writes to load the files. It names what the first
/// file must hand over, in a line between these; the rest of it goes unused,
/// for src/entry.js loads the files and can tell what went wrong.
const LINK: &str = "split.js";
const BEFORE: &str = "const { ";
const AFTER: &str = " } = initSync(undefined, undefined);";

/// The module that the other files import from.
const MODULE: &str = "__wasm_split";

/// A file that was cut off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CutOff {
    /// What the tool calls it.
    pub(crate) stem: String,
    /// Its name in `dist/`.
    pub(crate) name: String,
}

/// The parts and their files.
pub(crate) struct Parts {
    by_part: BTreeMap<String, Vec<CutOff>>,
    shared: Vec<String>,
}

impl Parts {
    /// Reads what the tool left in `folder`.
    pub(crate) fn read(folder: &Path) -> Result<Self> {
        let file = |name: &str| {
            fs::read_to_string(folder.join(name)).with_context(|| format!("there is no {name}"))
        };
        Parts::of(&file(PARTS)?, &file(LINK)?)
    }

    fn of(parts: &str, link: &str) -> Result<Self> {
        let parts: BTreeMap<String, Vec<String>> = serde_json::from_str(parts)?;
        let by_part = parts
            .into_iter()
            .map(|(part, stems)| (part, stems.into_iter().map(CutOff::of).collect()))
            .collect();
        Ok(Parts { by_part, shared: shared(link)? })
    }

    /// Every file once.
    pub(crate) fn files(&self) -> Vec<CutOff> {
        let mut files: Vec<CutOff> = self.by_part.values().flatten().cloned().collect();
        files.sort_by(|a, b| a.name.cmp(&b.name));
        files.dedup();
        files
    }

    /// What the script reads when it fetches the first part: the rules that
    /// only parts need, and the files of each part with their hashes.
    ///
    /// # Errors
    /// When `hash` fails for a file.
    pub(crate) fn index(
        &self,
        styles: &str,
        hash: impl Fn(&str) -> Result<String>,
    ) -> Result<String> {
        let hashed = |files: &[CutOff]| -> Result<BTreeMap<String, String>> {
            files.iter().map(|it| Ok((it.name.clone(), hash(&it.name)?))).collect()
        };
        let parts: BTreeMap<&String, BTreeMap<String, String>> = self
            .by_part
            .iter()
            .map(|(part, files)| Ok((part, hashed(files)?)))
            .collect::<Result<_>>()?;
        Ok(serde_json::json!({ "styles": styles, "parts": parts }).to_string())
    }

    /// For the glue: where the index lies, and a function that returns what the
    /// parts import.
    pub(crate) fn glue(&self) -> String {
        let members: Vec<String> =
            self.shared.iter().map(|it| format!("{it}: wasm.{it}")).collect();
        format!(
            "export const INDEX = \"{INDEX}\";\n\
             export const shared = () => ({{ {MODULE}: {{ {} }} }});\n",
            members.join(", ")
        )
    }
}

impl CutOff {
    /// `split_details` holds the details, `chunk_2` what several parts need.
    fn of(stem: String) -> Self {
        let name = match stem.strip_prefix("split_") {
            Some(part) => format!("decision-widget-{part}.wasm"),
            None => format!("decision-widget-{}.wasm", stem.replace('_', "-")),
        };
        CutOff { stem, name }
    }
}

fn shared(link: &str) -> Result<Vec<String>> {
    let (before, _) = link
        .split_once(AFTER)
        .with_context(|| format!("{LINK} takes nothing of the first wasm file"))?;
    let (_, names) = before
        .rsplit_once(BEFORE)
        .with_context(|| format!("{LINK} does not name what it takes of the first wasm file"))?;
    let names = names.split(',').map(str::trim).filter(|it| !it.is_empty());
    let names: Vec<String> = names.map(str::to_owned).collect();
    ensure!(!names.is_empty(), "the other wasm files share nothing with the first");
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::{Parts, shared};

    const LINE: &str =
        "    a = {  };\n    const { memory, x0,  } = initSync(undefined, undefined);\n";

    #[test]
    fn what_is_shared_is_handed_over() {
        let parts = Parts::of(r#"{"b": ["chunk_1", "split_b"], "a": ["split_a"]}"#, LINE).unwrap();
        assert_eq!(
            parts.glue(),
            "export const INDEX = \"decision-widget-parts.json\";\n\
             export const shared = () => ({ __wasm_split: { memory: wasm.memory, x0: wasm.x0 } });\n"
        );
        assert_eq!(
            parts.index("a{b:c}", |name| Ok(format!("hash of {name}"))).unwrap(),
            "{\"parts\":{\"a\":{\"decision-widget-a.wasm\":\"hash of decision-widget-a.wasm\"},\
             \"b\":{\"decision-widget-b.wasm\":\"hash of decision-widget-b.wasm\",\
             \"decision-widget-chunk-1.wasm\":\"hash of decision-widget-chunk-1.wasm\"}},\"styles\":\"a{b:c}\"}"
        );
        let stems: Vec<String> = parts.files().into_iter().map(|it| it.stem).collect();
        assert_eq!(stems, ["split_a", "split_b", "chunk_1"]);
    }

    #[test]
    fn nothing_shared_is_a_mistake() {
        for link in ["", "const {  } = initSync(undefined, undefined);", "const { a } = b();"] {
            assert!(shared(link).is_err(), "{link}");
        }
    }
}
