//! Parts of the page that are not drawn anew while nothing in them changes.

use std::cell::RefCell;
use std::rc::Rc;

use dataset::Id;
use yew::prelude::*;
use yew::virtual_dom::VComp;

/// The parts of the page that stand still.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum StillPart {
    Opening,
    ShortAnswer,
    Situations,
    Question(Id),
    Reasons,
    Outlook,
    Contributions,
    Comparison,
    Figures,
    Sources,
}

impl StillPart {
    /// Whether parts of the program that are fetched draw in it even when nothing
    /// is opened there.
    pub(super) fn shows_what_is_fetched(self) -> bool {
        matches!(self, StillPart::Reasons | StillPart::Contributions | StillPart::Figures)
    }
}

/// What each part depends on, and how it looks.
pub(super) type Album = RefCell<Vec<(StillPart, u64, Html)>>;

/// A part of the page as it looked when its `stamp` was this.
#[derive(Properties)]
pub(super) struct StillProps {
    pub(super) stamp: u64,
    pub(super) html: Html,
}

/// The same stamp stands for the same looks.
impl PartialEq for StillProps {
    fn eq(&self, other: &Self) -> bool {
        self.stamp == other.stamp
    }
}

/// See [`still`].
pub(super) struct Still;

impl Component for Still {
    type Message = ();
    type Properties = StillProps;

    fn create(_: &Context<Self>) -> Self {
        Still
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        ctx.props().html.clone()
    }
}

/// A part, drawn anew only when `stamp` is another one than the last time.
/// Everything that the part shows must be in its stamp.
pub(super) fn still(
    album: &Album,
    part: StillPart,
    stamp: u64,
    draw: impl FnOnce() -> Html,
) -> Html {
    let known = album.borrow().iter().position(|(known, ..)| *known == part);
    let fitting = known.filter(|&at| album.borrow()[at].1 == stamp);
    let html = match fitting {
        Some(at) => album.borrow()[at].2.clone(),
        None => {
            let html = draw();
            let entry = (part, stamp, html.clone());
            match known {
                Some(at) => album.borrow_mut()[at] = entry,
                None => album.borrow_mut().push(entry),
            }
            html
        }
    };
    // All others stand where they always do.
    let key = match part {
        StillPart::Question(id) => Some(id.to_string().into()),
        _ => None,
    };
    VComp::new::<Still>(Rc::new(StillProps { stamp, html }), key).into()
}
