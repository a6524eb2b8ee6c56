//! The checklist: native fields, one per question, in four groups.

use dataset::{Choice, Group, Question};
use yew::Html;

use super::body::{Body, disclosure, missing};
use super::dom::{Attr, Tag, tag, words as said};
use super::drawn_so_far;
use super::message::Message;
use super::page::Page;
use super::parcel::Parcel;
use super::parts::{button, lead, note};
use super::still::StillPart;
use crate::decision::Edit;
use crate::words::page as words;

/// All questions with how far the reader is.
pub(super) fn checklist(page: &Page) -> Html {
    let progress = page.report.progress;
    let told = words::progress(progress.answered, progress.questions);
    let meter = tag("progress", "dw-meter")
        .set(Attr::Value, progress.answered.to_string())
        .set(Attr::Max, progress.questions.to_string())
        .set(Attr::AriaLabel, told.clone());
    let (label, guided) = match page.guide {
        Some(_) => (words::ASK_ALL, false),
        None => (words::ASK_WHAT_MATTERS, true),
    };
    let head = tag("section", "dw-checklist")
        .is(Attr::Part, "checklist")
        .add(tag("h2", "dw-h2").place(&page.places.checklist).text(words::CHECKLIST))
        .add(tag("p", "dw-progress").add(meter).add(said("span", "", &told)))
        .add(tag("p", "dw-mode").add(button(page, label, Message::Guide(guided))));
    match (page.guide, page.foresight) {
        (None, _) => {
            let all = &page.dataset.questions;
            let so_far = &all[..drawn_so_far(all.len(), page.draft.parts)];
            head.each(Group::ALL, |group| questions(page, so_far, group)).into()
        }
        (Some(guide), Parcel::Here(foresight)) => head.add((foresight.guide)(page, guide)).into(),
        (Some(_), Parcel::Missing) => head.add(missing(page, Message::Work)).into(),
        (Some(_), _) => head.add(lead(words::WORKING)).into(),
    }
}

fn questions(page: &Page, all: &[Question], group: Group) -> Html {
    let asked: Vec<_> = all.iter().filter(|it| it.group == group).collect();
    if asked.is_empty() {
        return Html::default();
    }
    tag("section", "dw-group")
        .add(tag("h3", "dw-h3").key("title").text(words::group(group)))
        .each(&asked, |it| question(page, it))
        .into()
}

pub(super) fn question(page: &Page, it: &Question) -> Html {
    let next = page.next_question().is_some_and(|next| next.id == it.id);
    let ticks = it.choices.iter().map(|choice| page.decision().has(&it.id, &choice.id));
    let stamp = ticks.fold(u32::from(next), |stamp, ticked| stamp << 1 | u32::from(ticked));
    page.still(StillPart::Question(it.id), stamp, || field_set(page, it, next))
}

fn field_set(page: &Page, question: &Question, is_next: bool) -> Html {
    let is_blank = page.decision().is_blank(&question.id);
    let why = question.several.then(|| words::several(&question.why));
    let legend = tag("legend", "dw-ask")
        .text(&question.ask)
        .maybe(is_next.then(|| said("span", "dw-flag", words::NEXT)));
    let choices = tag("div", "dw-choices")
        .each(&question.choices, |it| choice(page, question, it))
        .maybe((!question.several).then(|| not_sure(page, question, is_blank)));
    let field = tag("fieldset", "dw-question")
        .key(&question.id)
        .set(Attr::DataQuestion, question.id.to_string())
        .says(Attr::DataAnswered, !is_blank)
        .add(legend)
        .add(note(why.as_deref().unwrap_or(&question.why)))
        .add(choices)
        .add(disclosure(
            page,
            "dw-more",
            "basis",
            words::BASIS.into(),
            Body::Question(question.id),
        ));
    if is_next { field.place(&page.places.next_question).into() } else { field.into() }
}

fn choice(page: &Page, question: &Question, choice: &Choice) -> Html {
    let is_ticked = page.decision().has(&question.id, &choice.id);
    let (question_id, choice_id) = (question.id, choice.id);
    let edit = if question.several && is_ticked {
        Edit::Untick { question: question_id, choice: choice_id }
    } else {
        Edit::Tick { question: question_id, choice: choice_id }
    };
    let field = field(page, question.several, is_ticked, edit);
    let field =
        field.set(Attr::Name, question.id.to_string()).set(Attr::Value, choice.id.to_string());
    label(field).add(said("span", "", &choice.label)).into()
}

/// Blank and "not sure" are the same.
fn not_sure(page: &Page, question: &Question, is_blank: bool) -> Html {
    let edit = Edit::Answer { question: question.id, choices: Vec::new() };
    let field = field(page, question.several, is_blank, edit);
    let field = field.set(Attr::Name, question.id.to_string()).is(Attr::Value, "");
    label(field).add(said("span", "", words::NOT_SURE)).into()
}

/// A radio button or a checkbox.
pub(super) fn field(page: &Page, several: bool, checked: bool, edit: Edit) -> Tag {
    tag("input", "")
        .is(Attr::Type, if several { "checkbox" } else { "radio" })
        .checked(checked)
        .on_change(page.send, Message::edit(edit))
}

/// The label around a field, large enough for a thumb.
pub(super) fn label(field: Tag) -> Tag {
    tag("label", "dw-choice").add(field)
}
