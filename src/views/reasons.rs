//! Why: what is ruled out, and what speaks for and against each option.

use dataset::Id;
use yew::Html;

use super::body::{Body, disclosure};
use super::dom::{Attr, all, tag, words as said};
use super::page::Page;
use super::parts::{cited, edit_button, lead, note, option_name, section};
use super::turns::gradual;
use crate::decision::Edit;
use crate::layout::strength;
use crate::report::{Argument, OptionReport, Reason, Status};
use crate::words::page as words;

/// What is ruled out, and what speaks for and against each option once there is
/// a verdict.
pub(super) fn why(page: &Page) -> Html {
    let cases = if page.has_verdict() { cases(page) } else { lead(words::LATER) };
    all(vec![rulings(page), section(words::REASONS, cases)])
}

/// Cautions and exclusions with their reason; nothing when there are none.
fn rulings(page: &Page) -> Html {
    let is_ruled = |it: &&OptionReport| it.status != Status::Open;
    let ruled = page.report.options.iter().filter(is_ruled);
    let cards: Vec<Html> = ruled.map(|it| ruling(page, it)).collect();
    if cards.is_empty() {
        return Html::default();
    }
    section(words::RULINGS, gradual("ul", "dw-cards", cards))
}

fn ruling(page: &Page, option: &OptionReport) -> Html {
    let heading = option_name(tag("h3", "dw-h3"), page, &option.id).add(said(
        "span",
        "dw-status",
        words::status(option.status),
    ));
    let is_excluded = option.status == Status::Excluded;
    tag("li", "dw-card")
        .key(&option.id)
        .is(Attr::DataStatus, option.status.name())
        .add(heading)
        .each(option.reasons.iter().enumerate(), |(at, it)| {
            let rest = option.reasons.get(at + 1..).unwrap_or_default();
            let basis = Body::Ruling { option: option.id, reason: at };
            let has_later_button = rest.iter().any(|later| answer_of(later) == answer_of(it));
            reason(page, it, basis, has_later_button)
        })
        .maybe(is_excluded.then(|| note(&words::would_have(option.share_if_allowed))))
        .into()
}

fn answer_of(reason: &Reason) -> (&Id, &Id) {
    (&reason.question, &reason.choice)
}

/// One reason. Several may rest on one answer, which needs only one button.
fn reason(page: &Page, reason: &Reason, basis: Body, has_later_button: bool) -> Html {
    let (ask, label) = page.answer(&reason.question, &reason.choice);
    let (question, choice) = (reason.question, reason.choice);
    let take_back = Edit::Untick { question, choice };
    let button = || edit_button(page, &words::clear_answer(label), take_back).into();
    tag("div", "dw-reason")
        .add(said("p", "", &reason.because))
        .add(tag("p", "").add(said("strong", "", words::WAY_OUT)).text(&reason.way_out))
        .add(note(&words::because_of(ask, label)))
        .add(cited(page, &[reason.basis.source], basis))
        .maybe((!has_later_button).then(button))
        .into()
}

/// A card for each option.
fn cases(page: &Page) -> Html {
    let cards = page.report.options.iter().map(|it| case(page, it)).collect();
    all(vec![lead(words::REASONS_LEAD), gradual("ul", "dw-cards", cards)])
}

fn case(page: &Page, option: &OptionReport) -> Html {
    tag("li", "dw-card")
        .key(&option.id)
        .is(Attr::DataStatus, option.status.name())
        .add(option_name(tag("h3", "dw-h3"), page, &option.id))
        .add(arguments(page, words::SPEAKS_FOR, option.id, &option.strengths))
        .add(arguments(page, words::SPEAKS_AGAINST, option.id, &option.weaknesses))
        .add(note(&words::coverage(option.coverage)))
        .into()
}

fn arguments(page: &Page, heading: &'static str, option: Id, arguments: &[Argument]) -> Html {
    let body = if arguments.is_empty() {
        note(words::NO_ARGUMENT)
    } else {
        tag("ul", "").each(arguments, |it| argument(page, option, it)).into()
    };
    all(vec![said("h4", "dw-h4", heading), body])
}

fn argument(page: &Page, option: Id, argument: &Argument) -> Html {
    let counts = words::strength(strength(argument.difference));
    let summary =
        all(vec![Html::from(page.criterion(&argument.criterion)), said("span", "dw-note", counts)]);
    let body = Body::Argument { option, criterion: argument.criterion };
    let opened = disclosure(page, "dw-argument", "claims", summary, body);
    tag("li", "").key(&argument.criterion).add(opened).into()
}
