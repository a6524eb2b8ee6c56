//! States of the decision that are kept while the page is open.

use yew::html::Scope;
use yew::prelude::*;

use super::field::hear;
use super::files::button;
use super::sheet::{Deed, Sheet, SheetProps};
use crate::decision::Decision;
use crate::group::{Group, member};
use crate::prose::{Lines, tidy};
use crate::words::sheet as words;

/// A state with its name.
pub(super) struct Kept {
    pub(super) name: String,
    pub(super) decision: Decision,
}

/// Keeps a state; one without a name gets a number.
pub(super) fn keep(kept: &mut Vec<Kept>, name: &str, decision: &Decision) {
    let name = tidy(name, Lines::One).text;
    let name = if name.is_empty() { words::state(kept.len() + 1) } else { name };
    kept.push(Kept { name, decision: decision.clone() });
}

/// A kept state and the present one, as if they were two people.
pub(super) fn before_and_now(props: &SheetProps, kept: &Kept) -> Group {
    let of = |name: &str, decision: &Decision| member(&props.dataset, name, decision);
    Group {
        members: vec![of(&kept.name, &kept.decision), of(words::NOW, &props.decision)],
        skipped: Vec::new(),
    }
}

/// The states that were kept.
pub(super) fn shelf(sheet: &Sheet, _: &SheetProps, on: &Scope<Sheet>) -> Html {
    let row = |(place, kept): (usize, &Kept)| {
        html! {
            <li>
                <bdi lang="">{kept.name.clone()}</bdi>{" "}
                { button(words::BACK, on.callback(move |_| Deed::Back(place))) }{" "}
                { button(words::WITH_NOW, on.callback(move |_| Deed::With(place))) }
            </li>
        }
    };
    html! {
        <>
            <h3 class="dw-h4">{words::SHELF}</h3>
            <label class="dw-by-hand">
                {words::SHELF_NAME}
                <input
                    dir="auto"
                    lang=""
                    maxlength="100"
                    value={sheet.name.clone()}
                    oninput={hear(on, Deed::KeepName)}
                />
            </label>
            <div class="dw-tools">{ button(words::KEEP, on.callback(|_| Deed::Keep)) }</div>
            <ul class="dw-list">{ for sheet.kept.iter().enumerate().map(row) }</ul>
        </>
    }
}
