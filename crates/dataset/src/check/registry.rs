//! The numbers that links use.

use std::collections::BTreeSet;

use super::Checker;
use crate::Id;

impl Checker<'_> {
    /// Everything that can be linked has a number, and no number is taken twice.
    pub(super) fn registry(&mut self) {
        let data = self.dataset;
        let registry = &data.registry;
        self.registered("options", &registry.options, data.options.iter().map(|it| &it.id));
        self.registered("criteria", &registry.criteria, data.criteria.iter().map(|it| &it.id));
        let questions: Vec<Id> = registry.questions.iter().map(|it| it.id).collect();
        self.registered("questions", &questions, data.questions.iter().map(|it| &it.id));
        for question in &data.questions {
            let Some(entry) = registry.questions.iter().find(|it| it.id == question.id) else {
                continue;
            };
            if entry.places < question.places_needed() {
                self.report(
                    format!("registry.questions.{}.places", question.id),
                    "There are too few places for its choices. A question of several needs one \
                     for every three choices.",
                );
            }
            if !question.several && entry.choices.len() > 7 {
                self.report(
                    format!("registry.questions.{}.choices", question.id),
                    "A question of one answer has room for seven choices. Ask a new question.",
                );
            }
            let list = format!("questions.{}", question.id);
            self.registered(&list, &entry.choices, question.choices.iter().map(|it| &it.id));
        }
    }

    pub(super) fn registered<'i>(
        &mut self,
        list: &str,
        entries: &[Id],
        ids: impl Iterator<Item = &'i Id>,
    ) {
        let path = format!("registry.{list}");
        let distinct: BTreeSet<&Id> = entries.iter().collect();
        if distinct.len() != entries.len() {
            self.report(&path, "An id stands here twice. Each needs one number for ever.");
        }
        for id in ids {
            if !distinct.contains(id) {
                self.report(
                    &path,
                    format!("\"{id}\" has no number for links. Append it to this list."),
                );
            }
        }
    }
    /// Links say by its place in this list with which version they were made.
    pub(super) fn changes(&mut self) {
        let data = self.dataset;
        let mut seen = BTreeSet::new();
        for (i, change) in data.changes.iter().enumerate() {
            let path = format!("changes[{i}]");
            if !seen.insert(change.version) {
                self.report(
                    format!("{path}.version"),
                    format!("Version \"{}\" stands here twice. Remove one.", change.version),
                );
            }
            if change.says.iter().all(|it| it.trim().is_empty()) {
                self.report(
                    format!("{path}.says"),
                    "What changed is missing. Say it in words for a reader of an older link.",
                );
            }
        }
        if let Some(last) = data.changes.last()
            && last.version != data.version
        {
            self.report(
                "changes",
                format!(
                    "The last version here is \"{}\", but this is \"{}\". Append what it changes.",
                    last.version, data.version
                ),
            );
        }
    }
}
