//! The checklist: native fields, one per question, in four groups.

use std::rc::Rc;

use dataset::{Choice, Dataset, Group, Question};
use yew::prelude::*;

use super::page::Page;
use super::parts::{Disclosure, places};
use crate::decision::Edit;
use crate::state::Action;
use crate::words::page as words;

/// All questions with how far the reader is.
pub(super) fn checklist(page: &Page) -> Html {
    let progress = page.report.progress;
    let said = words::progress(progress.answered, progress.questions);
    html! {
        <section class="dw-checklist">
            <h2 class="dw-h2" tabindex="-1" ref={page.checklist.clone()}>{words::CHECKLIST}</h2>
            <p class="dw-progress">
                <progress
                    class="dw-meter"
                    value={progress.answered.to_string()}
                    max={progress.questions.to_string()}
                    aria-label={said.clone()}
                />
                <span>{said.clone()}</span>
            </p>
            for group in Group::ALL {
                {questions(page, group)}
            }
        </section>
    }
}

fn questions(page: &Page, group: Group) -> Html {
    let asked: Vec<&Question> =
        page.dataset.questions.iter().filter(|it| it.group == group).collect();
    if asked.is_empty() {
        return Html::default();
    }
    let next = page.outlook.fresh().and_then(|it| it.next_question.as_ref());
    html! {
        <section class="dw-group">
            <h3 class="dw-h3">{words::group(group)}</h3>
            for it in asked {
                {question(page, it, next.is_some_and(|next| next.id == it.id))}
            }
        </section>
    }
}

fn question(page: &Page, question: &Question, is_next: bool) -> Html {
    let is_blank = page.decision().is_blank(&question.id);
    html! {
        <fieldset
            class="dw-question"
            key={&*question.id}
            data-question={question.id.clone()}
            data-answered={(!is_blank).to_string()}
        >
            <legend class="dw-ask">
                {&question.ask}
                if is_next {
                    <span class="dw-flag">{words::NEXT}</span>
                }
            </legend>
            <p class="dw-note">
                {&question.why}
                if question.several {
                    {" "}{words::SEVERAL}
                }
            </p>
            <div class="dw-choices">
                for it in &question.choices {
                    {choice(page, question, it)}
                }
                if !question.several {
                    {not_sure(page, question, is_blank)}
                }
            </div>
            {basis(page, question)}
        </fieldset>
    }
}

fn choice(page: &Page, question: &Question, choice: &Choice) -> Html {
    let is_ticked = page.decision().has(&question.id, &choice.id);
    let (question_id, choice) = (question.id.clone(), choice.clone());
    let edit = if question.several && is_ticked {
        Edit::Untick { question: question_id, choice: choice.id.clone() }
    } else {
        Edit::Tick { question: question_id, choice: choice.id.clone() }
    };
    field(page, question, choice.label, choice.id, is_ticked, edit)
}

fn not_sure(page: &Page, question: &Question, is_blank: bool) -> Html {
    let edit = Edit::Answer { question: question.id.clone(), choices: Vec::new() };
    field(page, question, words::NOT_SURE.to_string(), String::new(), is_blank, edit)
}

fn field(
    page: &Page,
    question: &Question,
    label: String,
    value: String,
    checked: bool,
    edit: Edit,
) -> Html {
    let kind = if question.several { "checkbox" } else { "radio" };
    let onchange = page.act.reform(move |_: Event| Action::Edit(edit.clone()));
    html! {
        <label class="dw-choice">
            <input type={kind} name={question.id.clone()} {value} {checked} {onchange} />
            <span>{label}</span>
        </label>
    }
}

/// What stands behind the choices of a question.
fn basis(page: &Page, question: &Question) -> Html {
    let (dataset, id) = (Rc::clone(&page.dataset), question.id.clone());
    let body = Callback::from(move |()| {
        dataset.question(&id).map(|it| behind(&dataset, it)).unwrap_or_default()
    });
    html! { <Disclosure summary={Html::from(words::BASIS)} {body} /> }
}

fn behind(dataset: &Dataset, question: &Question) -> Html {
    let told = |it: &&Choice| !it.basis.is_empty() || !it.requires.is_empty();
    let choices: Vec<&Choice> = question.choices.iter().filter(told).collect();
    if choices.is_empty() {
        return html! { <p>{words::ASKED_FOR_CONDITION}</p> };
    }
    html! {
        <dl class="dw-pairs">
            for choice in choices {
                <dt>{&choice.label}</dt>
                <dd>
                    {effects(dataset, choice)}
                    {places(dataset, &choice.basis)}
                </dd>
            }
        </dl>
    }
}

/// What a choice does, in words.
fn effects(dataset: &Dataset, choice: &Choice) -> Html {
    let named = |raises: bool| {
        let moved = choice.weighs.iter().filter(|it| (it.points > 0) == raises);
        let names = moved.filter_map(|it| dataset.criterion(&it.criterion));
        names.map(|it| it.name.as_str()).collect::<Vec<_>>()
    };
    let (more, less) = (named(true), named(false));
    html! {
        <>
            if !more.is_empty() {
                <p>{words::counts_more(&more)}</p>
            }
            if !less.is_empty() {
                <p>{words::counts_less(&less)}</p>
            }
            for rule in &choice.requires {
                <p>
                    {&rule.because}{" "}
                    <span class="dw-note">
                        if let Some(source) = dataset.source(&rule.basis.source) {
                            <cite class="dw-source">{&source.short}</cite>
                        }
                        {" "}{&rule.basis.place}
                    </span>
                </p>
            }
        </>
    }
}
