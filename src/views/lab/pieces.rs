//! The pieces that the lab is drawn in, one in a turn.

use yew::Html;
use yew::html::Scope;

use super::bench::{Bench, BenchProps};
use super::{curve, flow, form, result};

type Piece = fn(&Bench, &BenchProps, &Scope<Bench>) -> Html;

/// From top to bottom.
pub(super) const PIECES: [Piece; 7] = [
    form::examples,
    form::form,
    result::result,
    result::consequences,
    curve::curve,
    flow::flow,
    result::honesty,
];
/// How many of them the reader sets something in.
pub(super) const AHEAD: usize = 2;
/// The places of those that change by themselves.
pub(super) const RESULT: usize = 2;
pub(super) const CONSEQUENCES: usize = 3;
pub(super) const CURVE: usize = 4;
pub(super) const FLOW: usize = 5;
