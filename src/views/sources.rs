//! The documents behind all this.

use dataset::{Dataset, Source};
use yew::Html;

use super::dom::{tag, words as said};
use super::page::Page;
use super::parts::{dated, note, source_name};
use crate::words::page as words;

/// The documents behind all this.
pub(super) fn sources(page: &Page) -> Html {
    tag("ul", "dw-rows").each(&page.dataset.sources, |it| row(page.dataset, it)).into()
}

fn row(dataset: &Dataset, source: &Source) -> Html {
    let count = dataset.claims.iter().filter(|it| it.source == source.id).count();
    let title = tag("p", "").add(source_name(dataset, &source.id)).text(" ").text(&source.title);
    let about = tag("div", "").add(title).add(note(&source.author)).add(note(&source.stance));
    let facts = tag("div", "dw-end")
        .add(said("p", "", &dated(source.date.as_deref())))
        .add(note(&words::claims(count)));
    tag("li", "dw-row").key(&source.id).add(about).add(facts).into()
}
