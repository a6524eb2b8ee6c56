//! What a reader sees. Views draw a [`Report`] and compute nothing.

use std::rc::Rc;

use dataset::Dataset;
use yew::prelude::*;

use crate::appearance::{Theme, View};
use crate::decision::Edit;
use crate::report::Report;
use crate::state::{Action, State};
use crate::{engine, link};

/// What the embedding element hands to the page.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// The comparison.
    pub dataset: Rc<Dataset>,
    /// What stands after `#d=`; empty when nothing is answered.
    pub state: AttrValue,
    /// Which part is shown.
    pub view: View,
    /// Light or dark.
    pub theme: Theme,
    /// Where copied links point; absent: to the present page.
    pub link_base: Option<AttrValue>,
    /// Something that a reader should know, for instance that another
    /// comparison could not be loaded.
    pub notice: Option<AttrValue>,
    /// Called after every change by the reader.
    pub on_change: Callback<Change>,
}

/// The state after a change by the reader.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What a link to it carries.
    pub link: String,
    /// What it comes to.
    pub report: Rc<Report>,
}

/// A placeholder: the bare checklist and the verdict's sentence.
#[component]
pub fn App(props: &AppProps) -> Html {
    let dataset = Rc::clone(&props.dataset);
    let opened = link::decode(&dataset, &props.state);
    let report = engine::answer(&dataset, &opened.decision);
    let on_edit = {
        let (dataset, decision) = (Rc::clone(&dataset), opened.decision.clone());
        props.on_change.reform(move |edit: Edit| {
            let state = State::new(decision.clone()).apply(&dataset, Action::Edit(edit));
            Change {
                link: link::encode(&dataset, &state.decision),
                report: Rc::new(engine::answer(&dataset, &state.decision)),
            }
        })
    };
    html! {
        <div class="dw">
            <h1>{dataset.title.clone()}</h1>
            if let Some(notice) = &props.notice {
                <p role="status">{notice.clone()}</p>
            }
            <p role="status" data-verdict={format!("{:?}", report.verdict.kind).to_lowercase()}>
                {report.verdict.sentence.clone()}
            </p>
            for question in &dataset.questions {
                <fieldset key={question.id.clone()}>
                    <legend>{question.ask.clone()}</legend>
                    for choice in &question.choices {
                        <label key={choice.id.clone()}>
                            <input
                                type={if question.several { "checkbox" } else { "radio" }}
                                name={question.id.clone()}
                                value={choice.id.clone()}
                                checked={opened.decision.has(&question.id, &choice.id)}
                                onchange={
                                    let edit = Edit::Tick {
                                        question: question.id.clone(),
                                        choice: choice.id.clone(),
                                    };
                                    on_edit.reform(move |_: Event| edit.clone())
                                }
                            />
                            {choice.label.clone()}
                        </label>
                    }
                </fieldset>
            }
        </div>
    }
}
