//! What the page is given from outside.

use std::rc::Rc;

use dataset::Dataset;
use yew::prelude::*;

use super::Change;
use super::parcel::Parcels;
use crate::appearance::{Theme, TitleRank, View};

/// What the embedding element hands to the page.
#[derive(Clone, Debug, Properties)]
pub struct AppProps {
    /// Whether there is anything to see. An app that stops being shown and is
    /// shown again begins anew.
    pub is_shown: bool,
    /// The comparison.
    pub dataset: Rc<Dataset>,
    /// What stands after `#d=`; empty when nothing is answered.
    pub state: AttrValue,
    /// Which part is shown.
    pub view: View,
    /// Light or dark.
    pub theme: Theme,
    /// Where copied links point; absent: to the present page.
    pub link_base: Option<AttrValue>,
    /// Something that a reader should know, for instance that another
    /// comparison could not be loaded.
    pub notice: Option<AttrValue>,
    /// The figures, where the embedding page shows them already.
    pub figures: Option<web_sys::Node>,
    /// Which rank the title has among the headings of the embedding page.
    pub title: TitleRank,
    /// Fetches the parts of the program that are not needed at first.
    pub parcels: Parcels,
    /// Called after every change by the reader.
    pub on_change: Callback<Change>,
}

/// The comparison counts as the same when it is the same copy: comparing two
/// line by line would cost more than drawing the page once too often. What the
/// page reports by itself and what never changes is left out.
impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        self.state == other.state && self.looks_like(other)
    }
}

impl AppProps {
    /// Whether everything but the state is the same.
    pub(super) fn looks_like(&self, other: &Self) -> bool {
        self.is_shown == other.is_shown
            && Rc::ptr_eq(&self.dataset, &other.dataset)
            && self.view == other.view
            && self.theme == other.theme
            && self.link_base == other.link_base
            && self.notice == other.notice
    }
}
