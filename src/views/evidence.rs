//! What stands behind a statement: claims, passages, effects.

use dataset::{Basis, Choice, Claim, Dataset, Id, Question, Require};
use yew::Html;

use super::dom::{all, tag, words as said};
use super::page::Page;
use super::parts::{dated, source_name};
use super::terms::{explained, terms};
use crate::layout::level_text;
use crate::words::page as words;

/// The claims behind what speaks for or against an option.
pub(super) fn argument(page: &Page, option: &Id, criterion: &Id) -> Html {
    let option = page.report.options.iter().find(|it| it.id == *option);
    let mut arguments = option.into_iter().flat_map(|it| it.strengths.iter().chain(&it.weaknesses));
    let argument = arguments.find(|it| it.criterion == *criterion);
    argument.map(|it| claims(page.dataset, &it.claims)).unwrap_or_default()
}

/// Where the sources say when they would choose an option.
pub(super) fn fits(page: &Page, option: &Id) -> Html {
    let option = page.dataset.option(option);
    option.map(|it| places(page.dataset, &it.basis)).unwrap_or_default()
}

/// Where a ruling on an option comes from.
pub(super) fn ruling(page: &Page, option: &Id, reason: usize) -> Html {
    let option = page.report.options.iter().find(|it| it.id == *option);
    let reason = option.and_then(|it| it.reasons.get(reason));
    let Some(reason) = reason else { return Html::default() };
    let passage = passage(page.dataset, &reason.basis.source, &reason.basis.place);
    tag("ul", "dw-list").add(passage).into()
}

/// What the sources say on a question.
pub(super) fn question(page: &Page, id: &Id) -> Html {
    let Some(question) = page.dataset.question(id) else { return Html::default() };
    let told = |it: &&Choice| !it.basis.is_empty() || !it.requires.is_empty();
    let choices: Vec<_> = question.choices.iter().filter(told).collect();
    if choices.is_empty() {
        return said("p", "", words::ASKED_FOR_CONDITION);
    }
    let list = tag("ul", "dw-behind").each(&choices, |it| choice(page.dataset, it)).into();
    all(vec![list, terms(page.dataset, &asked(page.dataset, question))])
}

/// All that a question says, and what bears on it.
fn asked<'a>(dataset: &'a Dataset, question: &'a Question) -> Vec<&'a str> {
    let mut texts = vec![question.ask.as_str(), question.why.as_str()];
    for choice in &question.choices {
        let criteria = choice.weighs.iter().filter_map(|it| dataset.criterion(&it.criterion));
        texts.push(&choice.label);
        texts.extend(criteria.map(|it| it.name.as_str()));
        texts.extend(choice.requires.iter().map(|it| it.because.as_str()));
    }
    texts
}

fn choice(dataset: &Dataset, choice: &Choice) -> Html {
    tag("li", "")
        .add(said("strong", "", &choice.label))
        .maybe(effect(dataset, choice, words::counts_more, |points| points > 0))
        .maybe(effect(dataset, choice, words::counts_less, |points| points < 0))
        .each(&choice.requires, |rule| requirement(dataset, rule))
        .add(places(dataset, &choice.basis))
        .into()
}

/// The criteria that a choice moves to one side, in words.
fn effect(
    dataset: &Dataset,
    choice: &Choice,
    sentence: fn(&[&str]) -> String,
    side: fn(i8) -> bool,
) -> Option<Html> {
    let moved = choice.weighs.iter().filter(|it| side(it.points));
    let criteria = moved.filter_map(|it| dataset.criterion(&it.criterion));
    let names: Vec<&str> = criteria.map(|it| it.name.as_str()).collect();
    (!names.is_empty()).then(|| said("p", "", &sentence(&names)))
}

fn requirement(dataset: &Dataset, rule: &Require) -> Html {
    tag("p", "").text(&rule.because).text(" ").add(source_name(dataset, &rule.basis.source)).into()
}

/// Passages as a list.
pub(super) fn places(dataset: &Dataset, basis: &[Basis]) -> Html {
    tag("ul", "dw-list").each(basis, |it| passage(dataset, &it.source, &it.place)).into()
}

fn passage(dataset: &Dataset, source: &Id, place: &str) -> Html {
    tag("li", "").add(source_name(dataset, source)).text(" ").text(place).into()
}

/// Claims as a list: who says what, where, when, and what to know before
/// believing it.
pub(super) fn claims(dataset: &Dataset, ids: &[Id]) -> Html {
    claims_with(dataset, ids, &|_| None)
}

/// The same, each with a drawing.
pub(super) fn claims_with(
    dataset: &Dataset,
    ids: &[Id],
    draw: &dyn Fn(&Claim) -> Option<Html>,
) -> Html {
    let claim = |claim: &Claim| {
        let about = words::about_claim(
            &claim.place,
            &dated(dataset.date_of(claim).as_deref()),
            claim.kind,
            &level_text(claim.level.low, claim.level.high),
        );
        tag("li", "dw-claim")
            .key(&claim.id)
            .maybe(draw(claim))
            .add(explained(dataset, &claim.says))
            .add(tag("p", "dw-note").add(source_name(dataset, &claim.source)).text(&about))
            .maybe(claim.note.as_ref().map(|it| said("p", "dw-caveat", it)))
            .into()
    };
    let heard: Vec<&Claim> = ids.iter().filter_map(|id| dataset.claim(id)).collect();
    let texts: Vec<&str> = heard.iter().map(|it| it.says.as_str()).collect();
    let list = tag("ul", "dw-claims").each(heard, claim).into();
    all(vec![list, terms(dataset, &texts)])
}
