//! Tipping points, each with a button that tries it.

use yew::{AttrValue, Html};

use super::super::dom::{all, tag, words as said};
use super::super::page::Page;
use super::super::parts::lead;
use super::try_it;
use crate::decision::Edit;
use crate::report::{ClaimTip, Tip};
use crate::words::page as words;

/// How many rows of a list are shown at once.
const AT_FIRST: usize = 6;

/// Single answers that turn the verdict.
pub(super) fn answers(page: &Page, tips: &[Tip]) -> Html {
    if tips.is_empty() {
        return lead(words::NO_TIP);
    }
    let row = |tip: &Tip| {
        let edit = Edit::Answer { question: tip.question, choices: tip.answer.clone() };
        row(page, &tip.sentence, edit)
    };
    all(vec![lead(words::TIPS_LEAD), rows(tips.iter().map(row).collect())])
}

/// Single claims on which the verdict hangs.
pub(super) fn claims(page: &Page, tips: &[ClaimTip]) -> Html {
    let body = if tips.is_empty() {
        lead(words::NO_CLAIM_TIP)
    } else {
        let row = |tip: &ClaimTip| row(page, &tip.sentence, Edit::LeaveOut(tip.claim));
        all(vec![lead(words::CLAIM_TIPS_LEAD), rows(tips.iter().map(row).collect())])
    };
    all(vec![said("h3", "dw-h3", words::CLAIM_TIPS), body])
}

/// A sentence with a button that tries what it says.
pub(super) fn row(page: &Page, sentence: &str, edit: Edit) -> Html {
    tag("li", "dw-row")
        .add(said("span", "", sentence))
        .add(try_it(page, words::TRY, sentence, edit))
        .into()
}

/// A list of which the first few are shown at once.
pub(super) fn rows(mut first: Vec<Html>) -> Html {
    let rest = first.split_off(AT_FIRST.min(first.len()));
    let list = tag("ol", "dw-rows").add(all(first)).into();
    if rest.is_empty() {
        return list;
    }
    let summary = tag("summary", "dw-summary").add(AttrValue::from(words::more(rest.len())));
    let more = tag("details", "dw-more").add(summary).add(tag("ol", "dw-rows").add(all(rest)));
    all(vec![list, more.into()])
}
