//! The texts of a comparison.

use serde_json::Value;

use crate::text;

/// The fields that hold text for readers; all others are ids, dates and numbers.
const TEXTS: [&str; 22] = [
    "about",
    "ask",
    "author",
    "because",
    "best",
    "fits",
    "label",
    "name",
    "note",
    "paragraphs",
    "place",
    "qualifier",
    "says",
    "short",
    "stance",
    "summary",
    "title",
    "unit",
    "way_out",
    "why",
    "worst",
    "family",
];

/// A comparison in JSON with its texts in disguise.
///
/// # Errors
/// One sentence, when it is no JSON.
pub fn comparison(json: &str) -> Result<String, String> {
    let mut value: Value = serde_json::from_str(json)
        .map_err(|error| format!("The comparison is no JSON: {error}"))?;
    disguise(&mut value, false);
    Ok(value.to_string())
}

fn disguise(value: &mut Value, is_text: bool) {
    match value {
        Value::String(plain) if is_text => *plain = text(plain),
        Value::Array(items) => items.iter_mut().for_each(|it| disguise(it, is_text)),
        Value::Object(fields) => {
            for (name, value) in fields {
                disguise(value, TEXTS.contains(&name.as_str()));
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::comparison;

    #[test]
    fn ids_stay() {
        let disguised = comparison(r#"{"id": "a", "options": [{"id": "b", "name": "B"}]}"#);
        assert_eq!(
            disguised.expect("it is JSON"),
            "{\"id\":\"a\",\"options\":[{\"id\":\"b\",\"name\":\"\u{202e}Ɓ\u{202c}\"}]}"
        );
    }
}
