//! What a reader sees. Views draw a [`Report`] and compute nothing.
//!
//! [`App`] puts the parts together; [`session`] keeps state, report and link
//! in step; every other module draws one part of the page from a [`Page`].

mod page;
mod parts;
mod session;

mod background;
mod charts;
mod checklist;
mod comparison;
mod opening;
mod outlook;
mod reasons;
mod verdict;

use std::rc::Rc;

use dataset::Dataset;
use yew::prelude::*;

use crate::appearance::{Chart, Theme, View};
use crate::report::Report;
use crate::words::page as words;
use page::Page;
use parts::section;
use session::use_session;
use verdict::Announcement;

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

/// The page, or the part of it that `view` names.
#[component]
pub fn App(props: &AppProps) -> Html {
    let page = use_session(props);
    let told = if page.session.edits > 0 { &*page.report.verdict.sentence } else { "" };
    let parts = match props.view {
        View::Full => full(&page, props),
        View::Checklist => work(&page, props),
        View::Summary => summary(&page, props),
        View::Chart(chart) => alone(&page, chart),
    };
    html! {
        <div class="dw" data-theme={props.theme.name()}>
            <div class="dw-page">
                {opening::notices(&page, props.notice.as_ref())}
                {parts}
                <Announcement sentence={AttrValue::from(told.to_string())} />
            </div>
        </div>
    }
}

fn full(page: &Page, props: &AppProps) -> Html {
    html! {
        <>
            {opening::opening(page)}
            {opening::short_answer(page)}
            {opening::situations(page)}
            {work(page, props)}
            {reasons::rulings(page)}
            {reasons::reasons(page)}
            {outlook::outlook(page)}
            {section(words::CONTRIBUTIONS, charts::contributions(page))}
            {section(words::COMPARISON, comparison::comparison(page))}
            {section(words::FIGURES, background::figures(page))}
            {section(words::TOPICS, background::topics(page))}
            {section(words::SOURCES, background::sources(page))}
            {section(words::METHOD, background::method())}
        </>
    }
}

/// The checklist with the verdict beside it, or below it on a phone.
fn work(page: &Page, props: &AppProps) -> Html {
    html! {
        <>
            <div class="dw-work">
                {checklist::checklist(page)}
                <div class="dw-side">{verdict::panel(page, props.link_base.as_ref())}</div>
            </div>
            {verdict::strip(page)}
        </>
    }
}

fn summary(page: &Page, props: &AppProps) -> Html {
    html! {
        <>
            {verdict::panel(page, props.link_base.as_ref())}
            {reasons::rulings(page)}
            {reasons::reasons(page)}
        </>
    }
}

/// One chart by itself.
fn alone(page: &Page, chart: Chart) -> Html {
    match chart {
        Chart::Shares => charts::shares(page),
        Chart::Contributions => charts::contributions(page),
        Chart::Assessments => comparison::comparison(page),
        Chart::Figures => background::figures(page),
    }
}
