//! Another comparison for the page: an author's JSON in, compact bytes out.
//!
//! The page carries no JSON reader, because most readers never need one. This
//! module is fetched only when a `<decision-widget>` names a dataset in `src`.

#![forbid(unsafe_code)]

use wasm_bindgen::prelude::wasm_bindgen;

/// Reads and checks a dataset, and packs it for the page.
///
/// # Errors
/// Every problem in the file, one a line.
#[wasm_bindgen]
pub fn load(json: &str) -> Result<Vec<u8>, String> {
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
    use super::load;

    #[test]
    fn what_is_no_dataset_is_refused_with_its_place() {
        let refusal = load("{").unwrap_err();
        assert!(refusal.starts_with("line 1, column 1: This is not a dataset"), "{refusal}");
    }
}
