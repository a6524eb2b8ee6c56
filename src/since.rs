//! What the comparison has changed since a link was made.

use dataset::{Dataset, Id, Text};
use serde::Serialize;

use crate::engine::stand;
use crate::link::Stamp;
use crate::report::{Verdict, VerdictKind};
use crate::words::record as words;

/// What a reader of an older link should know.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Since {
    /// The version with which the link was made; absent when it is newer than
    /// this one.
    pub version: Option<Text>,
    /// What has changed since, in the words of each version, oldest first.
    pub changes: Vec<Text>,
    /// What the link said when it was made; absent when it does not tell.
    pub before: Option<Before>,
    /// Whether the verdict is different advice now; absent when the link does
    /// not tell what it was.
    pub changed: Option<bool>,
    /// All of it for the reader, a sentence or a few.
    pub sentence: String,
}

/// A verdict of its time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Before {
    /// Its kind.
    pub kind: VerdictKind,
    /// The options that it named, in the order of the registry.
    pub options: Vec<Id>,
}

/// Compares the time when a link was made with now; `None` when nothing has
/// changed. Where the data is the same and the verdict is not, the method has
/// changed.
pub fn since(dataset: &Dataset, stamp: &Stamp, now: &Verdict) -> Option<Since> {
    let before = stamp.verdict(dataset).map(|(kind, options)| Before { kind, options });
    let changed = before
        .as_ref()
        .map(|it| stand(dataset, it.kind, &it.options) != stand(dataset, now.kind, &now.options));
    let (then, today) = (stamp.edition(), dataset.edition());
    if then == today && changed != Some(true) {
        return None;
    }
    let version = dataset.changes.get(then).map(|it| it.version);
    let later = dataset.changes.iter().skip(then + 1);
    let changes: Vec<Text> = later.flat_map(|it| it.says.iter().copied()).collect();
    let names = |options: &[Id]| -> Vec<&str> {
        options.iter().filter_map(|id| dataset.option(id)).map(|it| it.name.as_str()).collect()
    };
    let told = match (&before, changed) {
        (Some(before), Some(true)) => words::verdict_changed(
            &words::stand(before.kind, &names(&before.options)),
            &words::stand(now.kind, &names(&now.options)),
        ),
        (Some(_), _) => words::VERDICT_STANDS.to_string(),
        (None, _) => words::VERDICT_UNKNOWN.to_string(),
    };
    let head = match version {
        None => words::MADE_WITH_NEWER.to_string(),
        Some(_) if then == today => words::METHOD_CHANGED.to_string(),
        Some(version) => words::since(&version, &changes),
    };
    Some(Since { version, changes, before, changed, sentence: format!("{head} {told}") })
}
