//! What would change the answer: worked out and drawn by a part of the program
//! that is fetched when there is something to work out.

mod contributions;
mod sources;
mod tips;
mod weights;

use std::fmt;
use std::rc::Rc;

use dataset::Dataset;
use wasm_bindgen::JsValue;
use yew::Html;

use super::body::missing;
use super::dom::{Attr, all, tag, words as said};
use super::guide::{self, Guide};
use super::message::Message;
use super::page::Page;
use super::parcel::Parcel;
use super::parts::{button, lead, section};
use super::reasons;
use super::still::StillPart;
use crate::browser::plain::Plain;
use crate::decision::{Decision, Edit};
use crate::engine::{self, Outlook, Step};
use crate::report::{Prospects, Report, Status};
use crate::words::page as words;

/// Replays under way. A trait, so that only this part of the program knows
/// what they are made of.
pub(super) trait Replays {
    /// See [`Outlook::step`].
    fn step(&mut self, dataset: &Dataset, decision: &Decision) -> Step;
    /// A copy of what was found, see [`Outlook::found`].
    fn found(&self) -> Rc<Prospects>;
}

impl Replays for Outlook {
    fn step(&mut self, dataset: &Dataset, decision: &Decision) -> Step {
        Outlook::step(self, dataset, decision)
    }

    fn found(&self) -> Rc<Prospects> {
        Rc::new(Outlook::found(self).clone())
    }
}

/// What this part brings along.
#[derive(Clone, Copy)]
pub struct Foresight {
    /// Begins the replays.
    pub(super) begin: fn(&Dataset, &Decision, &Report) -> Box<dyn Replays>,
    /// Does them all at once, and describes what they find as a plain object.
    pub(super) describe: fn(&Dataset, &Decision, &Report) -> JsValue,
    /// Draws what they find.
    draw: fn(&Page, &Prospects) -> Html,
    /// Draws what separates the leaders.
    contributions: fn(&Page) -> Html,
    /// Draws why.
    why: fn(&Page) -> Html,
    /// Draws the questions that matter, one at a time.
    pub(super) guide: fn(&Page, &Guide) -> Html,
}

impl fmt::Debug for Foresight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Foresight").finish_non_exhaustive()
    }
}

/// Makes this part.
pub fn foresight() -> Foresight {
    Foresight {
        begin,
        describe,
        draw,
        contributions: contributions::contributions,
        why: reasons::why,
        guide: guide::draw,
    }
}

fn begin(dataset: &Dataset, decision: &Decision, report: &Report) -> Box<dyn Replays> {
    Box::new(Outlook::new(dataset, decision, report))
}

fn describe(dataset: &Dataset, decision: &Decision, report: &Report) -> JsValue {
    engine::outlook(dataset, decision, report).plain()
}

/// What would change the answer, as soon as all of it is known.
pub(super) fn outlook(page: &Page) -> Html {
    let body = match (page.foresight, page.prospects) {
        (Parcel::Here(foresight), Some(prospects)) if page.has_verdict() => {
            // What belongs to the decision before stays in its place, so that
            // nothing jumps, but trying it does nothing.
            tag("div", "dw-outlook")
                .says(Attr::AriaBusy, !page.is_fresh)
                .add(page.still(StillPart::Outlook, page.draft.foreseen, || {
                    (foresight.draw)(page, prospects)
                }))
                .into()
        }
        _ => not_yet(page, page.has_verdict()),
    };
    section(words::OUTLOOK, body)
}

/// What separates the two leaders.
pub(super) fn contributions(page: &Page) -> Html {
    match page.foresight {
        Parcel::Here(foresight) if page.has_verdict() => (foresight.contributions)(page),
        _ => not_yet(page, page.has_verdict()),
    }
}

/// What is ruled out, and what speaks for and against each option.
pub(super) fn why(page: &Page) -> Html {
    match page.foresight {
        Parcel::Here(foresight) => (foresight.why)(page),
        _ => {
            // What is ruled out may be known before there is a verdict.
            let is_ruled = page.report.options.iter().any(|it| it.status != Status::Open);
            section(words::REASONS, not_yet(page, is_ruled || page.has_verdict()))
        }
    }
}

/// Stands in for what must be fetched or worked out, and keeps a place for it,
/// or for what needs more answers before it is `wanted`.
fn not_yet(page: &Page, wanted: bool) -> Html {
    match page.foresight {
        _ if !wanted => lead(words::LATER),
        Parcel::Missing => missing(page, Message::Work),
        _ => said("p", "dw-lead dw-coming", words::WORKING),
    }
}

fn draw(page: &Page, prospects: &Prospects) -> Html {
    all(vec![
        tips::answers(page, &prospects.tipping),
        weights::weights(page, prospects),
        tips::claims(page, &prospects.tipping_claims),
        sources::sources(page, &prospects.without_source),
    ])
}

/// A button that tries something. There are many of its `label`; who has
/// nothing but its name hears what it is `about` as well.
fn try_it(page: &Page, label: &str, about: &str, edit: Edit) -> Html {
    button(page, label, Message::Try(edit)).set(Attr::AriaLabel, words::about(label, about)).into()
}
