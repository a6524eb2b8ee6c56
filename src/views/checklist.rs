//! The checklist: native fields, one per question, in four groups.

use std::rc::Rc;

use dataset::{Choice, Dataset, Group, Question, Require};
use yew::prelude::*;

use super::dom::{Tag, tag, words as said};
use super::page::Page;
use super::parts::{disclosure, note, places, source_name};
use crate::decision::Edit;
use crate::state::Action;
use crate::words::page as words;

/// All questions with how far the reader is.
pub(super) fn checklist(page: &Page) -> Html {
    let progress = page.report.progress;
    let told = words::progress(progress.answered, progress.questions);
    let meter = tag("progress", "dw-meter")
        .set("value", progress.answered.to_string())
        .set("max", progress.questions.to_string())
        .set("aria-label", told.clone());
    tag("section", "dw-checklist")
        .is("part", "checklist")
        .add(tag("h2", "dw-h2").place(&page.checklist).text(words::CHECKLIST))
        .add(tag("p", "dw-progress").add(meter).add(said("span", "", &told)))
        .each(Group::ALL, |group| questions(page, group))
        .into()
}

fn questions(page: &Page, group: Group) -> Html {
    let asked: Vec<_> = page.dataset.questions.iter().filter(|it| it.group == group).collect();
    if asked.is_empty() {
        return Html::default();
    }
    tag("section", "dw-group")
        .add(said("h3", "dw-h3", words::group(group)))
        .each(&asked, |it| question(page, it))
        .into()
}

fn question(page: &Page, question: &Question) -> Html {
    let is_blank = page.decision().is_blank(&question.id);
    let next = page.outlook.fresh().and_then(|it| it.next_question.as_ref());
    let is_next = next.is_some_and(|it| it.id == question.id);
    let why = question.several.then(|| words::several(&question.why));
    let legend = tag("legend", "dw-ask")
        .text(&question.ask)
        .maybe(is_next.then(|| said("span", "dw-flag", words::NEXT)));
    let choices = tag("div", "dw-choices")
        .each(&question.choices, |it| choice(page, question, it))
        .maybe((!question.several).then(|| not_sure(page, question, is_blank)));
    let field = tag("fieldset", "dw-question")
        .key(&question.id)
        .set("data-question", question.id.to_string())
        .says("data-answered", !is_blank)
        .add(legend)
        .add(note(why.as_deref().unwrap_or(&question.why)))
        .add(choices)
        .add(basis(page, question));
    if is_next { field.place(&page.next_question).into() } else { field.into() }
}

fn choice(page: &Page, question: &Question, choice: &Choice) -> Html {
    let is_ticked = page.decision().has(&question.id, &choice.id);
    let (question_id, choice_id) = (question.id.clone(), choice.id.clone());
    let edit = if question.several && is_ticked {
        Edit::Untick { question: question_id, choice: choice_id }
    } else {
        Edit::Tick { question: question_id, choice: choice_id }
    };
    let field = field(page, question.several, is_ticked, edit);
    let field = field.set("name", question.id.to_string()).set("value", choice.id.to_string());
    label(field).add(said("span", "", &choice.label)).into()
}

/// Blank and "not sure" are the same.
fn not_sure(page: &Page, question: &Question, is_blank: bool) -> Html {
    let edit = Edit::Answer { question: question.id.clone(), choices: Vec::new() };
    let field = field(page, question.several, is_blank, edit);
    let field = field.set("name", question.id.to_string()).is("value", "");
    label(field).add(said("span", "", words::NOT_SURE)).into()
}

/// A radio button or a checkbox.
pub(super) fn field(page: &Page, several: bool, checked: bool, edit: Edit) -> Tag {
    tag("input", "")
        .is("type", if several { "checkbox" } else { "radio" })
        .checked(checked)
        .on_change(page.does(Action::Edit(edit)))
}

/// The label around a field, large enough for a thumb.
pub(super) fn label(field: Tag) -> Tag {
    tag("label", "dw-choice").add(field)
}

/// What stands behind the choices of a question.
fn basis(page: &Page, question: &Question) -> Html {
    let (dataset, id) = (Rc::clone(&page.dataset), question.id.clone());
    disclosure("dw-more", "basis", words::BASIS, move || {
        dataset.question(&id).map(|it| behind(&dataset, it)).unwrap_or_default()
    })
}

fn behind(dataset: &Dataset, question: &Question) -> Html {
    let told = |it: &&Choice| !it.basis.is_empty() || !it.requires.is_empty();
    let choices: Vec<_> = question.choices.iter().filter(told).collect();
    if choices.is_empty() {
        return said("p", "", words::ASKED_FOR_CONDITION);
    }
    let choice = |it: &&Choice| {
        tag("li", "")
            .add(said("strong", "", &it.label))
            .maybe(effect(dataset, it, words::counts_more, |points| points > 0))
            .maybe(effect(dataset, it, words::counts_less, |points| points < 0))
            .each(&it.requires, |rule| ruling(dataset, rule))
            .add(places(dataset, &it.basis))
            .into()
    };
    tag("ul", "dw-behind").each(&choices, choice).into()
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

fn ruling(dataset: &Dataset, rule: &Require) -> Html {
    tag("p", "").text(&rule.because).text(" ").add(source_name(dataset, &rule.basis.source)).into()
}
