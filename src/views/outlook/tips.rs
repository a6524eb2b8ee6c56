//! Tipping points, each with a button that tries it.

use dataset::Id;
use yew::{AttrValue, Html};

use super::super::dom::{all, tag, words as said};
use super::super::page::Page;
use super::super::parts::lead;
use super::try_it;
use crate::decision::Edit;
use crate::engine::condition;
use crate::report::{ClaimTip, ImportanceTip, Tip, VerdictKind};
use crate::words::page as words;

/// How many rows are shown at once of what leads to the same verdict.
const AT_FIRST: usize = 4;

/// What turns the verdict, and into which.
pub(super) struct Turning<'a> {
    kind: VerdictKind,
    options: &'a [Id],
    sentence: &'a str,
    edit: Edit,
}

impl<'a> From<&'a Tip> for Turning<'a> {
    fn from(Tip { question, answer, kind, options, sentence, .. }: &'a Tip) -> Self {
        let edit = Edit::Answer { question: *question, choices: answer.clone() };
        Turning { kind: *kind, options, sentence, edit }
    }
}

impl<'a> From<&'a ImportanceTip> for Turning<'a> {
    fn from(tip: &'a ImportanceTip) -> Self {
        let ImportanceTip { importance, kind, options, sentence, .. } = tip;
        let edit = Edit::WeighAll(importance.clone());
        Turning { kind: *kind, options, sentence, edit }
    }
}

impl<'a> From<&'a ClaimTip> for Turning<'a> {
    fn from(ClaimTip { claim, kind, options, sentence, .. }: &'a ClaimTip) -> Self {
        Turning { kind: *kind, options, sentence, edit: Edit::LeaveOut(*claim) }
    }
}

impl Turning<'_> {
    /// What follows, whichever of several options is named first.
    fn outcome(&self, page: &Page) -> (VerdictKind, Vec<usize>) {
        let mut slots: Vec<usize> = self.options.iter().map(|id| page.slot(id)).collect();
        slots.sort_unstable();
        (self.kind, slots)
    }
}

/// Single answers that turn the verdict.
pub(super) fn answers(page: &Page, tips: &[Tip]) -> Html {
    turnings(page, words::TIPS_LEAD, words::NO_TIP, tips)
}

/// Single claims on which the verdict hangs.
pub(super) fn claims(page: &Page, tips: &[ClaimTip]) -> Html {
    let body = turnings(page, words::CLAIM_TIPS_LEAD, words::NO_CLAIM_TIP, tips);
    all(vec![said("h3", "dw-h3", words::CLAIM_TIPS), body])
}

/// What leads to the same verdict side by side, so that it is said once; the
/// verdict with the nearest of them first.
pub(super) fn turnings<'a, T>(page: &Page, about: &str, none: &str, tips: &'a [T]) -> Html
where
    Turning<'a>: From<&'a T>,
{
    let mut groups = Vec::new();
    for turning in tips.iter().map(Turning::from) {
        let outcome = turning.outcome(page);
        let place = groups.iter().position(|(it, _, _)| *it == outcome).unwrap_or_else(|| {
            let heading = words::stand(turning.kind, &page.names(turning.options));
            groups.push((outcome, heading, Vec::new()));
            groups.len() - 1
        });
        groups[place].2.push(row(page, turning));
    }
    if groups.is_empty() {
        return lead(none);
    }
    let list = |(_, heading, list): (_, String, _)| {
        all(vec![said("p", "dw-h4", &heading), rows(AT_FIRST, list)])
    };
    all(vec![lead(about), all(groups.into_iter().map(list).collect())])
}

/// What would have to be so, with a button that tries it.
fn row(page: &Page, turning: Turning) -> Html {
    tag("li", "dw-row")
        .add(said("span", "", &condition(page.dataset, &turning.edit)))
        .add(try_it(page, words::TRY, turning.sentence, turning.edit))
        .into()
}

/// A list of which the first few are shown at once. A single one more takes no
/// more room than the way to it.
pub(super) fn rows(at_first: usize, mut first: Vec<Html>) -> Html {
    let has_more = first.len() > at_first + 1;
    let rest = if has_more { first.split_off(at_first) } else { Vec::new() };
    let list = tag("ol", "dw-rows").add(all(first)).into();
    if rest.is_empty() {
        return list;
    }
    let summary = tag("summary", "dw-summary").add(AttrValue::from(words::more(rest.len())));
    let more = tag("details", "dw-more").add(summary).add(tag("ol", "dw-rows").add(all(rest)));
    all(vec![list, more.into()])
}
