//! Another comparison for the page: an author's JSON in, compact bytes out,
//! the outline and the wording.
//!
//! The page carries no JSON reader, because most readers never need one. This
//! module is fetched only when a `<decision-widget>` names a dataset in `src`.

#![forbid(unsafe_code)]

use dataset::Compact;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads and checks a dataset, and packs it for the page: its outline, and
/// then its wording.
///
/// # Errors
/// Every problem in the file, one a line.
#[wasm_bindgen]
pub fn load(json: &str) -> Result<Vec<Uint8Array>, String> {
    let Compact { outline, wording } = packed(json)?;
    Ok(vec![Uint8Array::from(outline.as_slice()), Uint8Array::from(wording.as_slice())])
}

fn packed(json: &str) -> Result<Compact, String> {
    match dataset::read(json) {
        Ok(dataset) => Ok(dataset::compact(&dataset)),
        Err(problems) => Err(one_a_line(&problems)),
    }
}

fn one_a_line(problems: &[dataset::Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::packed;

    #[test]
    fn what_is_no_dataset_is_refused_with_its_place() {
        let refusal = packed("{").unwrap_err();
        assert!(refusal.starts_with("line 1, column 1: This is not a dataset"), "{refusal}");
    }
}
