//! What the parts of a dataset say of one another, and the forms of ids,
//! dates and ranges.

use super::Checker;
use crate::{Basis, Condition, Ground, Id, Interval, Question};

impl Checker<'_> {
    pub(super) fn passages(&mut self, path: &str, passages: &[Basis]) {
        for (i, basis) in passages.iter().enumerate() {
            self.passage(&format!("{path}[{i}]"), basis);
        }
    }

    pub(super) fn passage(&mut self, path: &str, basis: &Basis) {
        self.ground(path, &Ground { source: basis.source, place: *basis.place });
    }

    pub(super) fn ground(&mut self, path: &str, ground: &Ground) {
        if self.dataset.source(&ground.source).is_none() {
            self.unknown(&format!("{path}.source"), "source", &ground.source);
        }
        if ground.place.trim().is_empty() {
            self.report(
                format!("{path}.place"),
                "The place is missing. Name the heading, row or list where the source says this.",
            );
        }
    }

    pub(super) fn conditions(&mut self, path: &str, conditions: &[Condition]) {
        for (i, condition) in conditions.iter().enumerate() {
            self.choices(&format!("{path}[{i}]"), &condition.question, &condition.is);
        }
    }

    pub(super) fn choices(&mut self, path: &str, question: &Id, choices: &[Id]) {
        let Some(found) = self.dataset.question(question) else {
            self.unknown(path, "question", question);
            return;
        };
        if choices.is_empty() {
            self.report(path, "No choice is named. Name one, or leave the question out.");
        }
        self.known_choices(path, found, choices);
    }

    pub(super) fn known_choices(&mut self, path: &str, question: &Question, choices: &[Id]) {
        for choice in choices {
            if question.choice(choice).is_none() {
                self.unknown(path, &format!("choice of \"{}\"", question.id), choice);
            }
        }
    }

    pub(super) fn option(&mut self, path: &str, id: &Id) {
        if self.dataset.option(id).is_none() {
            self.unknown(path, "option", id);
        }
    }

    pub(super) fn criterion(&mut self, path: &str, id: &Id) {
        if self.dataset.criterion(id).is_none() {
            self.unknown(path, "criterion", id);
        }
    }

    pub(super) fn unknown(&mut self, path: &str, kind: &str, id: &str) {
        self.report(
            path,
            format!("There is no {kind} \"{id}\". Correct the id, or add what it should name."),
        );
    }

    pub(super) fn interval(&mut self, path: &str, interval: Interval, top: Option<f64>) {
        let Interval { low, high } = interval;
        if !(low.is_finite() && high.is_finite() && low <= high) {
            self.report(path, format!("[{low}, {high}] is no range. Put the lower end first."));
        } else if let Some(top) = top
            && (low < 0.0 || high > top)
        {
            self.report(
                path,
                format!("[{low}, {high}] leaves the scale. Stay within 0 and {top}."),
            );
        }
    }

    pub(super) fn date(&mut self, path: &str, date: Option<&str>) {
        if let Some(date) = date
            && !is_date(date)
        {
            self.report(
                path,
                format!("\"{date}\" is not a date. Write YYYY, YYYY-MM or YYYY-MM-DD."),
            );
        }
    }
}

pub(super) fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: &str, digits: usize, range: core::ops::RangeInclusive<u32>| {
        part.len() == digits && part.parse().is_ok_and(|n| range.contains(&n))
    };
    match parts[..] {
        [year] => number(year, 4, 1900..=2999),
        [year, month] => number(year, 4, 1900..=2999) && number(month, 2, 1..=12),
        [year, month, day] => {
            number(year, 4, 1900..=2999) && number(month, 2, 1..=12) && number(day, 2, 1..=31)
        }
        _ => false,
    }
}
