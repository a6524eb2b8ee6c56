//! The workload lab: what a load means for latency. A part of the program that
//! is fetched when it is first opened.

mod bench;
mod curve;
mod flow;
mod form;
mod pieces;
mod result;
mod room;

use std::rc::Rc;

use dataset::Dataset;
use yew::{Html, html};

use super::annex::{Annex, whole};
use super::page::Page;
use bench::Bench;

/// Makes this part.
pub fn lab() -> Annex {
    Annex { draw }
}

fn draw(page: &Page, shipped: &Rc<Dataset>) -> Html {
    html! {
        <Bench
            dataset={Rc::clone(whole(page, shipped))}
            decision={page.decision().clone()}
            send={page.send.clone()}
        />
    }
}
