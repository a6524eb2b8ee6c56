//! What a reader sees. Views draw a [`Report`] and compute nothing.
//!
//! [`App`] puts the parts together; `session` keeps state, report and link in
//! step; every other module draws one part of the page from a `Page`.

mod dom;
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
mod tools;
mod verdict;

use std::rc::Rc;

use dataset::Dataset;
use yew::prelude::*;

use crate::appearance::{Chart, Theme, View};
use crate::report::Report;
use crate::words::page as words;

use background::{figures, method, sources, topics};
use charts::{contributions, shares};
use checklist::checklist;
use comparison::comparison;
use dom::{all, tag};
use opening::{notices, opening, short_answer, situations};
use outlook::outlook;
use page::Page;
use parts::section;
use reasons::{reasons, rulings};
use session::use_session;
use verdict::{panel, strip, use_announcement};

/// How many figures the whole page shows at first.
const FIGURES_AT_FIRST: usize = 4;

/// What the embedding element hands to the page.
#[derive(Clone, Debug, Properties)]
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

/// The comparison counts as the same when it is the same copy: comparing two
/// line by line would cost more than drawing the page once too often.
impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.dataset, &other.dataset)
            && self.state == other.state
            && self.view == other.view
            && self.theme == other.theme
            && self.link_base == other.link_base
            && self.notice == other.notice
            && self.on_change == other.on_change
    }
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
    let is_changed = page.session.edits > 0;
    let told = if is_changed { page.report.verdict.sentence.as_str() } else { "" };
    let announcement = use_announcement(told);
    let parts = match props.view {
        View::Full => full(&page),
        View::Checklist => work(&page),
        View::Summary => summary(&page),
        View::Chart(chart) => alone(&page, chart),
    };
    let has_checklist = matches!(props.view, View::Full | View::Checklist);
    let body = tag("div", "dw-page")
        .add(notices(&page, props.notice.as_ref()))
        .add(parts)
        .add(announcement)
        .maybe(has_checklist.then(|| strip(&page)));
    tag("div", "dw").is("data-theme", props.theme.name()).add(body).into()
}

fn full(page: &Page) -> Html {
    all(vec![
        opening(page),
        short_answer(page),
        situations(page),
        work(page),
        rulings(page),
        reasons(page),
        outlook(page),
        section(words::CONTRIBUTIONS, contributions(page)),
        section(words::COMPARISON, comparison(page, false)),
        section(words::FIGURES, figures(page, FIGURES_AT_FIRST)),
        section(words::TOPICS, topics(page)),
        section(words::SOURCES, sources(page)),
        section(words::METHOD, method()),
    ])
}

/// The checklist with the verdict beside it, or below it on a phone.
fn work(page: &Page) -> Html {
    let side = tag("div", "dw-side").add(panel(page));
    tag("div", "dw-work").add(checklist(page)).add(side).into()
}

fn summary(page: &Page) -> Html {
    all(vec![panel(page), rulings(page), reasons(page)])
}

/// One chart by itself.
fn alone(page: &Page, chart: Chart) -> Html {
    match chart {
        Chart::Shares => shares(page),
        Chart::Contributions => contributions(page),
        Chart::Assessments => comparison(page, true),
        Chart::Figures => figures(page, usize::MAX),
    }
}
