//! What can be done with a decision: named, sent, taken away, compared. A part
//! of the program that is fetched when it is first wanted; it keeps a state of
//! its own, so that the page need know nothing of it.

mod files;
mod people;
mod sheet;
mod shelf;

use std::fmt;
use std::rc::Rc;

use dataset::Dataset;
use yew::{Html, html};

use super::page::Page;
use sheet::Sheet;

/// What this part brings along.
#[derive(Clone, Copy)]
pub struct Sharing {
    /// Draws the sheet; the other argument is the shipped comparison with its
    /// wording.
    pub(super) draw: fn(&Page, &Rc<Dataset>) -> Html,
}

impl fmt::Debug for Sharing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sharing").finish_non_exhaustive()
    }
}

/// Makes this part.
pub fn sharing() -> Sharing {
    Sharing { draw }
}

fn draw(page: &Page, whole: &Rc<Dataset>) -> Html {
    let shared = page.shared;
    let dataset = if shared.dataset.is_whole() { shared.dataset } else { whole };
    html! {
        <Sheet
            dataset={Rc::clone(dataset)}
            decision={page.decision().clone()}
            report={Rc::clone(shared.report)}
            prospects={shared.prospects.map(Rc::clone)}
            link={shared.link.clone()}
            base={shared.base.cloned()}
            stamp={shared.stamp.cloned()}
            send={page.send.clone()}
        />
    }
}
