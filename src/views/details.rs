//! Whatever stands in a disclosure, and the wording of the sources: a part of
//! the program that is fetched when it is first wanted.

use std::fmt;
use std::rc::Rc;

use dataset::Dataset;
use yew::Html;

use super::background::{figures, method, more_figures, topic};
use super::body::Body;
use super::comparison::{group, who};
use super::evidence::{argument, fits, question, ruling};
use super::keep::keep;
use super::page::Page;
use super::trail::{trail, trails};
use crate::embedded;

/// What this part brings along.
#[derive(Clone)]
pub struct Details {
    /// The shipped comparison with its wording.
    pub(super) dataset: Rc<Dataset>,
    /// Draws what a disclosure shows.
    pub(super) draw: fn(&Page, &Body) -> Html,
}

/// Makes this part.
pub fn details() -> Details {
    Details { dataset: Rc::new(embedded::dataset()), draw }
}

fn draw(page: &Page, body: &Body) -> Html {
    match body {
        Body::Argument { option, criterion } => argument(page, option, criterion),
        Body::Fits(option) => fits(page, option),
        Body::Ruling { option, reason } => ruling(page, option, *reason),
        Body::Question(id) => question(page, id),
        Body::Group(it) => group(page, *it),
        Body::Who(criterion) => who(page, criterion),
        Body::Shares => trails(page),
        Body::Trail(criterion) => trail(page, criterion),
        Body::Topic(id) => topic(page, id),
        Body::Figures => figures(page),
        Body::MoreFigures => more_figures(page),
        Body::Method => method(),
        // Another part draws it.
        Body::Annex(_) => Html::default(),
        Body::Keep => keep(),
    }
}

impl fmt::Debug for Details {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Details").finish_non_exhaustive()
    }
}
