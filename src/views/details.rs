//! The part of the page that is fetched when it is first wanted: whatever
//! stands in a disclosure, and the wording of the sources.
//!
//! Nothing but [`details`] may lead here from the other views: what is only
//! reachable from it becomes a file of its own, see `main.rs`.

use std::fmt;
use std::future::ready;
use std::pin::Pin;
use std::rc::Rc;

use dataset::Dataset;
use yew::Html;

use super::background::{figures, method, more_figures, topic};
use super::body::Body;
use super::comparison::{group, who};
use super::evidence::{argument, fits, question, ruling};
use super::page::Page;
use crate::embedded;

/// What the rest of the program brings along.
#[derive(Clone)]
pub struct Details {
    /// The shipped comparison with its wording.
    pub(super) dataset: Rc<Dataset>,
    /// Draws what a disclosure shows.
    pub(super) draw: fn(&Page, &Body) -> Html,
}

/// The rest of the program on its way; `None` when it cannot be had.
pub type Loading = Pin<Box<dyn Future<Output = Option<Details>>>>;

/// Fetches the rest of the program.
pub type Load = fn() -> Loading;

/// How far the rest of the program is.
pub(super) enum Rest {
    /// Nobody has wanted it yet.
    Unasked,
    /// It is on its way.
    Asked,
    /// It could not be fetched.
    Missing,
    /// It is here.
    Here(Details),
}

/// The rest of the program.
pub fn details() -> Details {
    Details { dataset: Rc::new(embedded::dataset()), draw }
}

/// The same where the program is one piece: there is nothing to fetch.
pub fn linked_in() -> Loading {
    Box::pin(ready(Some(details())))
}

fn draw(page: &Page, body: &Body) -> Html {
    match body {
        Body::Argument { option, criterion } => argument(page, option, criterion),
        Body::Fits(option) => fits(page, option),
        Body::Ruling { option, reason } => ruling(page, option, *reason),
        Body::Question(id) => question(page, id),
        Body::Group(it) => group(page, *it),
        Body::Who(criterion) => who(page, criterion),
        Body::Topic(id) => topic(page, id),
        Body::Figures => figures(page),
        Body::MoreFigures => more_figures(page),
        Body::Method => method(),
        // Drawn where its list is.
        Body::MoreTips => Html::default(),
    }
}

impl fmt::Debug for Details {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Details").finish_non_exhaustive()
    }
}
