//! What is worth knowing beside the claims.

use serde::{Deserialize, Serialize};

use super::{Basis, Id, Interval};
use crate::Text;

/// A pair of option and criterion that no source speaks of.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    /// The option.
    pub option: Id,
    /// The criterion.
    pub criterion: Id,
    /// What was looked for and not found.
    pub why: Text,
}

/// One or several numbers of one unit, drawn as a chart.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// Its name inside this dataset.
    pub id: Id,
    /// What it shows, as a finding.
    pub title: Text,
    /// The unit of every value, for instance `US dollars a year`.
    pub unit: Text,
    /// The bars, in drawing order.
    pub values: Vec<FigureValue>,
    /// What a reader should know before believing it.
    #[serde(default)]
    pub note: Option<Text>,
}

/// One number of a figure.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureValue {
    /// What it measures.
    pub label: Text,
    /// The option that it is about, if it is about one.
    #[serde(default)]
    pub option: Option<Id>,
    /// The number, or the range that the source gives.
    pub value: Interval,
    /// Whether the source says "about", "over", "up to" and the like.
    #[serde(default)]
    pub qualifier: Option<Text>,
    /// Who says it, and where.
    pub basis: Basis,
    /// The date that the number speaks of; absent: the source's own.
    #[serde(default)]
    pub as_of: Option<Text>,
}

/// A term of the trade.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// As it stands in texts; a capital or a plural makes no difference.
    pub word: Text,
    /// What it means, in plain words, as a sentence.
    pub means: Text,
}
