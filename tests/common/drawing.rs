//! The page drawn natively.

use std::rc::Rc;

use dataset::Dataset;
use decision_widget::appearance::{Theme, TitleRank, View};
use decision_widget::views::{App, AppProps, Parcels};
use decision_widget::{AnswersFile, engine, link};
use yew::{AttrValue, Callback, ServerRenderer};

/// What a link to these answers carries.
pub(crate) fn link_to(dataset: &Dataset, answers: &str) -> String {
    let file: AnswersFile = serde_json::from_str(answers).expect("the answers are JSON");
    let decision = file.into_decision(dataset).expect("the answers are known");
    let verdict = engine::answer(dataset, &decision).verdict;
    link::encode(dataset, &decision, &link::Stamp::of(dataset, &verdict))
}

/// The view of what a link carries.
pub(crate) fn drawn(dataset: Dataset, link: &str, view: View) -> String {
    let link = link.to_owned();
    let renderer = ServerRenderer::<App>::with_props(move || AppProps {
        is_shown: true,
        dataset: Rc::new(dataset),
        state: AttrValue::from(link),
        view,
        theme: Theme::Dark,
        link_base: None,
        notice: None,
        figures: None,
        title: TitleRank::First,
        parcels: Parcels::LINKED_IN,
        on_change: Callback::noop(),
    });
    pollster::block_on(renderer.hydratable(false).render())
}
