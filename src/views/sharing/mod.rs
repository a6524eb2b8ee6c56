//! What can be done with a decision: named, sent, taken away, compared. A part
//! of the program that is fetched when it is first wanted; it keeps a state of
//! its own, so that the page need know nothing of it.

mod field;
mod files;
mod people;
mod sheet;
mod shelf;
mod subject;

use std::rc::Rc;

use dataset::Dataset;
use yew::{Html, html};

use super::annex::{Annex, whole};
use super::page::Page;
use sheet::Sheet;

/// Makes this part.
pub fn sharing() -> Annex {
    Annex { draw }
}

fn draw(page: &Page, shipped: &Rc<Dataset>) -> Html {
    let shared = page.shared;
    html! {
        <Sheet
            dataset={Rc::clone(whole(page, shipped))}
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
