//! What a reader sees. Views draw a [`Report`] and compute nothing.
//!
//! [`App`] keeps the state and hands a `Page` to the views; every module but
//! the first few draws one part of it. What stands in a disclosure is drawn by
//! `details`, which is fetched when it is first wanted.

mod annex;
mod app;
mod body;
mod dom;
mod guide;
mod message;
mod page;
mod parcel;
mod parts;
mod props;

mod checklist;
mod opening;
mod outlook;
mod reasons;
mod shares;
mod sources;
mod still;
mod tools;
mod verdict;

mod background;
mod charts;
mod comparison;
mod details;
mod evidence;
mod keep;
mod lab;
mod sharing;
mod terms;
mod trail;
mod turns;

use std::rc::Rc;

use yew::Html;
use yew::virtual_dom::VNode;

use crate::appearance::{Chart, View};
use crate::report::Report;
use crate::words::{DIRECTION, LANGUAGE, page as words};

pub use annex::Annex;
pub use app::App;
pub use body::Body;
pub use details::{Details, details};
pub use lab::lab;
pub use message::Message;
pub use outlook::{Foresight, foresight};
pub use parcel::{Parcels, Part, Which, provide};
pub use props::AppProps;
pub use sharing::sharing;
pub use tools::Copying;

use background::way_to_more;
use body::{content, disclosure, opened_if};
use checklist::checklist;
use comparison::comparison;
use dom::{Attr, all, growing, tag};
use opening::{filled_in, notices, opening, short_answer, situations};
use outlook::{contributions, outlook, why};
use page::Page;
use parts::section;
use shares::shares;
use sources::sources;
use still::StillPart;
use verdict::{next, panel, strip};

/// The state after a change by the reader.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What a link to it carries.
    pub link: String,
    /// What it comes to.
    pub report: Rc<Report>,
}

/// The page, or the part of it that `view` names; `told` is what those who
/// hear the page are told.
fn parts_of(page: &Page, props: &AppProps, told: &str) -> Html {
    let parts = match props.view {
        View::Full => full(page),
        View::Checklist => work(page),
        View::Summary => summary(page),
        View::Chart(chart) => alone(page, chart),
    };
    let has_checklist = matches!(props.view, View::Full | View::Checklist);
    let body = tag("div", "dw-page")
        .add(notices(page, props.notice.as_ref()))
        .add(parts)
        .add(tag("p", "dw-hidden").is(Attr::Role, "status").text(told))
        .maybe(has_checklist.then(|| strip(page)));
    // Whatever the language of the embedding page.
    tag("div", "dw")
        .is(Attr::Lang, LANGUAGE)
        .is(Attr::Dir, DIRECTION)
        .is(Attr::DataTheme, props.theme.name())
        .has(Attr::DataWhole, page.draft.parts >= WHOLE)
        .add(body)
        .into()
}

/// The parts of the whole page from top to bottom. At first each is drawn in a
/// turn of its own, so that the browser can see to other things in between.
const PARTS: [fn(&Page) -> Html; 12] = [
    |page| page.still(StillPart::Opening, 0, || opening(page)),
    |page| page.still(StillPart::ShortAnswer, 0, || short_answer(page)),
    |page| page.still(StillPart::Situations, filled_in(page), || situations(page)),
    work,
    sheet,
    |page| page.still(StillPart::Reasons, page.draft.settled[0], || why(page)),
    outlook,
    |page| {
        let draw = || section(words::CONTRIBUTIONS, contributions(page));
        page.still(StillPart::Contributions, page.draft.settled[1], draw)
    },
    |page| {
        let body = Body::Annex(Which::Lab);
        section(words::LAB, topic(page, "lab", words::LAB_SUMMARY, body))
    },
    |page| {
        let draw = || section(words::COMPARISON, comparison(page, false));
        page.still(StillPart::Comparison, page.draft.settled[2], draw)
    },
    |page| page.still(StillPart::Figures, 0, || figures_and_topics(page)),
    |page| page.still(StillPart::Sources, 0, || sources_and_method(page)),
];

/// In how many turns they are drawn: the last ones add questions only.
const TURNS: usize = PARTS.len() + 4;

/// When all of them are drawn, it takes one turn more to show them.
const WHOLE: usize = TURNS + 1;

/// How many of them are drawn before the first question: those above the
/// checklist, which is the longest by far, and its frame with the verdict.
const BEFORE_QUESTIONS: usize = 4;

/// How many of the `questions` are drawn after so many `turns`: some more with
/// each part that stands below, and after the last.
fn drawn_so_far(questions: usize, turns: usize) -> usize {
    let below = TURNS - BEFORE_QUESTIONS;
    questions * turns.saturating_sub(BEFORE_QUESTIONS).min(below) / below
}

fn full(page: &Page) -> Html {
    growing(PARTS.iter().take(page.draft.parts).map(|draw| draw(page)))
}

fn figures_and_topics(page: &Page) -> Html {
    all(vec![section(words::FIGURES, figures(page)), section(words::TOPICS, topics(page))])
}

fn sources_and_method(page: &Page) -> Html {
    all(vec![section(words::SOURCES, sources(page)), section(words::METHOD, method(page))])
}

/// What can be done with the decision; open from the start when the link that
/// was opened has more to say than its answers.
fn sheet(page: &Page) -> Html {
    let is_open = page.shared.stamp.is_some();
    opened_if(
        page,
        is_open,
        "dw-topic",
        "sharing",
        words::SHARING.into(),
        Body::Annex(Which::Sharing),
    )
}

/// The checklist with the verdict beside it, or below it on a phone.
fn work(page: &Page) -> Html {
    let side = tag("div", "dw-side").add(panel(page, Some(next(page))));
    tag("div", "dw-work").add(checklist(page)).add(side).into()
}

fn summary(page: &Page) -> Html {
    all(vec![panel(page, None), why(page)])
}

/// One chart by itself.
fn alone(page: &Page, chart: Chart) -> Html {
    match chart {
        Chart::Shares => shares(page, &page.report.verdict.sentence),
        Chart::Contributions => contributions(page),
        Chart::Assessments => comparison(page, true),
        Chart::Figures => figures(page),
        Chart::Latency => content(page, &Body::Annex(Which::Lab)),
    }
}

/// The figures: the first as the embedding page has them, or all drawn here.
/// What the page has cannot fetch what it discloses, so that is drawn in any case.
fn figures(page: &Page) -> Html {
    let Some(first) = page.figures else { return content(page, &Body::Figures) };
    tag("div", "").add(VNode::VRef(first.clone())).add(way_to_more(page)).into()
}

fn topics(page: &Page) -> Html {
    let topics = page.dataset.topics.iter();
    all(topics.map(|it| topic(page, &it.id, &it.title, Body::Topic(it.id))).collect())
}

fn method(page: &Page) -> Html {
    topic(page, "method", words::METHOD_SUMMARY, Body::Method)
}

/// A disclosure that fills the width of its section.
fn topic(page: &Page, key: &str, title: &str, body: Body) -> Html {
    disclosure(page, "dw-topic", key, title.into(), body)
}
