//! Disclosures: most of the page's text is behind one, and neither drawn nor
//! fetched before somebody opens it.

use dataset::{Group, Id};
use yew::Html;

use super::dom::{Attr, tag, words as said};
use super::message::Message;
use super::page::Page;
use super::parcel::{Parcel, Which};
use super::parts::button;
use super::still::StillPart;
use crate::words::page as words;

/// What a disclosure shows. It names what it is about and holds no content, so
/// that a disclosure stays open while its content changes.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// The claims behind what speaks for or against an option.
    Argument {
        /// The option.
        option: Id,
        /// The criterion.
        criterion: Id,
    },
    /// Where the sources say when they would choose an option.
    Fits(Id),
    /// Where a ruling on an option comes from.
    Ruling {
        /// The option.
        option: Id,
        /// Which of its reasons.
        reason: usize,
    },
    /// What the sources say on a question.
    Question(Id),
    /// The criteria of a group.
    Group(Group),
    /// Who said what under a criterion.
    Who(Id),
    /// How the shares come about: every criterion with its trail.
    Shares,
    /// How a criterion's part in the verdict comes about.
    Trail(Id),
    /// Some background.
    Topic(Id),
    /// The figures, the first few at once.
    Figures,
    /// The other figures.
    MoreFigures,
    /// How the verdict is worked out.
    Method,
    /// A part of the page that keeps a state of its own.
    Annex(Which),
    /// Whether the answers are kept on this device.
    Keep,
}

impl Body {
    /// In which part of the page it stands, if in one that stands still.
    pub(super) fn home(&self) -> Option<StillPart> {
        Some(match self {
            Body::Fits(_) => StillPart::ShortAnswer,
            Body::Argument { .. } | Body::Ruling { .. } => StillPart::Reasons,
            Body::Trail(_) => StillPart::Contributions,
            Body::Group(_) | Body::Who(_) => StillPart::Comparison,
            Body::Topic(_) | Body::Figures | Body::MoreFigures => StillPart::Figures,
            Body::Method => StillPart::Sources,
            Body::Question(id) => StillPart::Question(*id),
            Body::Shares | Body::Annex(_) | Body::Keep => return None,
        })
    }
}

/// A disclosure that is closed at first. The key tells it apart from its
/// neighbours, so that it stays open when they change places.
pub(super) fn disclosure(
    page: &Page,
    class: &'static str,
    key: &str,
    summary: Html,
    body: Body,
) -> Html {
    opened_if(page, false, class, key, summary, body)
}

/// A disclosure that may be open from the start.
pub(super) fn opened_if(
    page: &Page,
    open: bool,
    class: &'static str,
    key: &str,
    summary: Html,
    body: Body,
) -> Html {
    let is_drawn = open || page.opened.contains(&body);
    let drawn = is_drawn.then(|| tag("div", "dw-body").add(content(page, &body)).into());
    let summary =
        tag("summary", "dw-summary").on_click(page.send, Message::Open(body)).add(summary);
    tag("details", class).has(Attr::Open, open).key(key).add(summary).maybe(drawn).into()
}

/// What stands in a disclosure, or that it is being fetched.
pub(super) fn content(page: &Page, body: &Body) -> Html {
    let annex = match body {
        Body::Annex(which) => Some(page.annexes.of(*which)),
        _ => None,
    };
    match (page.details, annex) {
        (Parcel::Here(details), None) => {
            let dataset = if page.dataset.is_whole() { page.dataset } else { &*details.dataset };
            (details.draw)(&Page { dataset, ..*page }, body)
        }
        (Parcel::Here(details), Some(Parcel::Here(annex))) => (annex.draw)(page, &details.dataset),
        (Parcel::Missing, _) | (_, Some(Parcel::Missing)) => {
            missing(page, Message::Open(body.clone()))
        }
        // Annexes are long, so that their place is kept: what follows shall move
        // when the reader opens them, and not again when they come.
        _ => said("p", annex.map_or("dw-note", |_| "dw-coming"), words::FETCHING),
    }
}

/// Says that a part of the program could not be fetched; `again` fetches it.
pub(super) fn missing(page: &Page, again: Message) -> Html {
    tag("p", "").text(words::NOT_FETCHED).add(button(page, words::FETCH_AGAIN, again)).into()
}
