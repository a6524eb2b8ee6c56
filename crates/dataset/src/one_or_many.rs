//! `"a"` or `["a", "b"]` in JSON, always a list in the compact form.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

pub(crate) fn serialize<S: Serializer>(ids: &[String], serializer: S) -> Result<S::Ok, S::Error> {
    match ids {
        [only] if serializer.is_human_readable() => only.serialize(serializer),
        _ => ids.serialize(serializer),
    }
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(source: D) -> Result<Vec<String>, D::Error> {
    if !source.is_human_readable() {
        return Vec::deserialize(source);
    }
    Ok(match OneOrMany::deserialize(source)? {
        OneOrMany::One(id) => vec![id],
        OneOrMany::Many(ids) => ids,
    })
}
