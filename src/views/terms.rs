//! Explains terms of the trade: by pointing at one, and in a list for those who
//! cannot point.

use dataset::{Dataset, Term};
use yew::Html;

use super::dom::{Attr, Tag, tag, words as said};
use crate::glossary::terms_in;

/// Appends a text whose terms can be pointed at.
pub(super) fn explained(tag: Tag, dataset: &Dataset, text: &str) -> Tag {
    let mut end = 0;
    let mut tag = tag;
    for (place, term) in terms_in(text, &dataset.glossary) {
        let word = self::tag("abbr", "").set(Attr::Title, term.means.to_string());
        tag = tag.text(&text[end..place.start]).add(word.text(&text[place.clone()]));
        end = place.end;
    }
    tag.text(&text[end..])
}

/// What the terms in some texts mean, each once; nothing where there are none.
pub(super) fn terms(dataset: &Dataset, texts: &[&str]) -> Option<Html> {
    let is_there = |term: &&Term| {
        texts.iter().any(|text| terms_in(text, &dataset.glossary).iter().any(|it| it.1 == *term))
    };
    let used: Vec<&Term> = dataset.glossary.iter().filter(is_there).collect();
    let entry = |term: &&Term| {
        tag("div", "")
            .add(said("dt", "", &term.word))
            .text(" ")
            .add(said("dd", "", &term.means))
            .into()
    };
    (!used.is_empty()).then(|| tag("dl", "dw-terms").each(&used, entry).into())
}
