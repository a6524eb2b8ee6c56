//! `"a"` or `["a", "b"]` in JSON, always a list in the compact form.

use crate::Id;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(Id),
    Many(Vec<Id>),
}

pub(crate) fn serialize<S: Serializer>(ids: &[Id], serializer: S) -> Result<S::Ok, S::Error> {
    match ids {
        [only] if serializer.is_human_readable() => only.serialize(serializer),
        _ => ids.serialize(serializer),
    }
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(source: D) -> Result<Vec<Id>, D::Error> {
    if !source.is_human_readable() {
        return Vec::deserialize(source);
    }
    Ok(match OneOrMany::deserialize(source)? {
        OneOrMany::One(id) => vec![id],
        OneOrMany::Many(ids) => ids,
    })
}
