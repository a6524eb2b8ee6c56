//! How weights would have to move.

use yew::Html;

use super::super::charts::{bar, figure, line, track};
use super::super::dom::{Attr, all, tag, words as said};
use super::super::page::Page;
use super::super::parts::lead;
use super::tips::{rows, turnings};
use crate::layout::{self, Flip, Place};
use crate::report::{FlipWeight, NearestTie, Prospects};
use crate::words::page as words;

/// How many weights are shown at once.
const AT_FIRST: usize = 6;

/// Importances that turn the verdict, and the weights at which the leader
/// changes.
pub(super) fn weights(page: &Page, prospects: &Prospects) -> Html {
    let tips = &prospects.tipping_importance;
    all(vec![
        said("h3", "dw-h3", words::WEIGHT_TIPS),
        turnings(page, words::WEIGHT_TIPS_LEAD, words::NO_WEIGHT_TIP, tips),
        flips(page, &prospects.flip_weights),
        prospects.nearest_tie.as_ref().map(|it| nearest(page, it)).unwrap_or_default(),
    ])
}

/// The weight of each criterion now and where the leader changes, the nearest
/// first.
fn flips(page: &Page, flips: &[FlipWeight]) -> Html {
    let found = layout::flips(flips);
    let Some(Flip { criterion, to, weights, .. }) = found.first() else {
        return lead(words::NO_FLIP);
    };
    let nearest = words::nearest_flip(page.criterion(criterion), page.name(to), *weights);
    let rows = rows(AT_FIRST, found.iter().map(|it| flip(page, it)).collect());
    figure("flips", &nearest, words::FLIPS_LEAD).add(rows).into()
}

fn flip(page: &Page, flip: &Flip) -> Html {
    let ([now, at], [bar_end, limit]) = (flip.weights, flip.places);
    let drawing = track("dw-track")
        .add(line("dw-axis", [Place::START, Place::END], [Place::MIDDLE; 2]))
        .add(bar("dw-ground", Place::START, bar_end))
        .add(line("dw-limit", [limit; 2], [Place::START, Place::END]));
    tag("li", "dw-bar-row")
        .key(&flip.criterion)
        .set(Attr::DataSlot, page.slot(&flip.to).to_string())
        .add(said("span", "dw-label", page.criterion(&flip.criterion)))
        .add(said("span", "dw-value", &words::flip(now, at, page.name(&flip.to))))
        .add(drawing)
        .into()
}

/// The nearest weights at which the leader has lost its lead.
fn nearest(page: &Page, tie: &NearestTie) -> Html {
    let moves = layout::moves(page.report, tie);
    let [up, down] = [&moves[0], &moves[1]]
        .map(|side| side.iter().map(|id| page.criterion(id)).collect::<Vec<_>>());
    let [from, to] = [&tie.from, &tie.to].map(|it| page.name(it));
    said("p", "", &words::nearest_tie(tie.distance, from, to, &up, &down))
}
