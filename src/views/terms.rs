//! Explains terms of the trade: by pointing at one, and in a list for those who
//! cannot point.

use dataset::{Dataset, Term};
use yew::Html;

use super::dom::{Attr, tag, words as said};
use crate::glossary::terms_in;

/// A paragraph whose terms can be pointed at.
pub(super) fn explained(dataset: &Dataset, text: &str) -> Html {
    let mut paragraph = tag("p", "");
    let mut end = 0;
    for (place, term) in terms_in(text, &dataset.glossary) {
        let word = tag("abbr", "").set(Attr::Title, term.means.to_string());
        paragraph = paragraph.text(&text[end..place.start]).add(word.text(&text[place.clone()]));
        end = place.end;
    }
    paragraph.text(&text[end..]).into()
}

/// What the terms in some texts mean, each once; nothing where there are none.
pub(super) fn terms(dataset: &Dataset, texts: &[&str]) -> Html {
    let found: Vec<&Term> = texts
        .iter()
        .flat_map(|text| terms_in(text, &dataset.glossary))
        .map(|(_, term)| term)
        .collect();
    if found.is_empty() {
        return Html::default();
    }
    let entry = |term: &Term| {
        tag("div", "")
            .add(said("dt", "", &term.word))
            .text(" ")
            .add(said("dd", "", &term.means))
            .into()
    };
    let used = dataset.glossary.iter().filter(|it| found.contains(it));
    tag("dl", "dw-terms").each(used, entry).into()
}
