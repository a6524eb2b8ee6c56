//! Figures, questions, scenarios, topics and the glossary.

use std::collections::BTreeSet;

use super::Checker;
use crate::{Answer, Figure, Require};

impl Checker<'_> {
    pub(super) fn figures(&mut self) {
        for (i, figure) in self.dataset.figures.iter().enumerate() {
            self.figure(&format!("figures[{i}]"), figure);
        }
    }

    pub(super) fn figure(&mut self, path: &str, figure: &Figure) {
        if figure.values.is_empty() {
            self.report(format!("{path}.values"), "The figure has no numbers. Add at least one.");
        }
        for (i, value) in figure.values.iter().enumerate() {
            let path = format!("{path}.values[{i}]");
            self.passage(&format!("{path}.basis"), &value.basis);
            self.interval(&format!("{path}.value"), value.value, None);
            self.date(&format!("{path}.as_of"), value.as_of.as_deref());
            if let Some(option) = &value.option {
                self.option(&format!("{path}.option"), option);
            }
        }
    }

    pub(super) fn questions(&mut self) {
        for (q, question) in self.dataset.questions.iter().enumerate() {
            let path = format!("questions[{q}]");
            if question.choices.is_empty() {
                self.report(
                    format!("{path}.choices"),
                    "The question has no choices. Add at least one.",
                );
            }
            for (c, choice) in question.choices.iter().enumerate() {
                let path = format!("{path}.choices[{c}]");
                self.passages(&format!("{path}.basis"), &choice.basis);
                for (w, weigh) in choice.weighs.iter().enumerate() {
                    let path = format!("{path}.weighs[{w}]");
                    self.criterion(&format!("{path}.criterion"), &weigh.criterion);
                    if !(-3..=3).contains(&weigh.points) || weigh.points == 0 {
                        self.report(
                            format!("{path}.points"),
                            format!(
                                "{} points are not possible. Use -3 to 3, without 0.",
                                weigh.points
                            ),
                        );
                    }
                }
                for (r, require) in choice.requires.iter().enumerate() {
                    self.requirement(&format!("{path}.requires[{r}]"), require);
                }
            }
        }
    }

    pub(super) fn requirement(&mut self, path: &str, require: &Require) {
        for option in &require.options {
            self.option(&format!("{path}.options"), option);
        }
        self.ground(&format!("{path}.basis"), &require.basis);
        self.conditions(&format!("{path}.when"), &require.when);
        for (field, text) in [("because", &require.because), ("way_out", &require.way_out)] {
            if text.trim().is_empty() {
                self.report(
                    format!("{path}.{field}"),
                    "A reader who meets this requirement is owed a sentence here. Write it.",
                );
            }
        }
    }

    pub(super) fn scenarios(&mut self) {
        for (i, scenario) in self.dataset.scenarios.iter().enumerate() {
            let path = format!("scenarios[{i}]");
            self.passage(&format!("{path}.basis"), &scenario.basis);
            for (question, Answer(choices)) in scenario.answers.iter() {
                self.choices(&format!("{path}.answers.{question}"), &question, choices);
            }
        }
    }

    pub(super) fn topics(&mut self) {
        for (i, topic) in self.dataset.topics.iter().enumerate() {
            self.passages(&format!("topics[{i}].basis"), &topic.basis);
        }
    }

    pub(super) fn glossary(&mut self) {
        let mut seen = BTreeSet::new();
        for (i, term) in self.dataset.glossary.iter().enumerate() {
            if term.word.trim().is_empty() || term.means.trim().is_empty() {
                self.report(
                    format!("glossary[{i}]"),
                    "A term needs its word and what that means. Write both, or leave it out.",
                );
            }
            if !seen.insert(term.word.to_ascii_lowercase()) {
                self.report(
                    format!("glossary[{i}].word"),
                    format!("\"{}\" is explained twice. Remove one.", term.word),
                );
            }
        }
    }
}
