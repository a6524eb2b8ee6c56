//! Parts of the page that keep a state of their own, each fetched when it is
//! first opened. The page knows of them that they can be drawn, and no more.

use std::fmt;
use std::rc::Rc;

use dataset::Dataset;
use yew::Html;

use super::page::Page;
use super::parcel::{Parcel, Which};

/// What such a part brings along.
#[derive(Clone, Copy)]
pub struct Annex {
    /// Draws it; the other argument is the shipped comparison with its wording.
    pub(super) draw: fn(&Page, &Rc<Dataset>) -> Html,
}

impl fmt::Debug for Annex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Annex").finish_non_exhaustive()
    }
}

/// All of them, as far as they are here.
#[derive(Debug)]
pub(super) struct Annexes([Parcel<Annex>; 2]);

impl Annexes {
    pub(super) const NONE: Annexes = Annexes([Parcel::Awaited, Parcel::Awaited]);

    pub(super) fn of(&self, which: Which) -> &Parcel<Annex> {
        &self.0[Self::place(which)]
    }

    /// See [`Parcel::is_wanted`].
    pub(super) fn is_wanted(&mut self, which: Which) -> bool {
        self.0[Self::place(which)].is_wanted()
    }

    pub(super) fn take(&mut self, which: Which, annex: Option<Annex>) {
        self.0[Self::place(which)].take(annex);
    }

    fn place(which: Which) -> usize {
        usize::from(which == Which::Lab)
    }
}

/// The comparison with its wording: the page's own where it has it.
pub(super) fn whole<'a>(page: &Page<'a>, shipped: &'a Rc<Dataset>) -> &'a Rc<Dataset> {
    if page.shared.dataset.is_whole() { page.shared.dataset } else { shipped }
}
