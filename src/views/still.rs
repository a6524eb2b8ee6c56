//! Parts of the page that are not drawn anew while nothing in them changes.

use std::cell::RefCell;

use yew::prelude::*;

/// What stands still, by its name: what it depends on, and how it looks.
pub(super) type Album = RefCell<Vec<(AttrValue, u64, Html)>>;

/// A part of the page as it looked when its `stamp` was this.
#[derive(Properties)]
pub(super) struct StillProps {
    stamp: u64,
    html: Html,
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

/// The part called `name`, drawn anew only when `stamp` is another one than the
/// last time. Everything that the part shows must be in its stamp.
pub(super) fn still(album: &Album, name: &str, stamp: u64, draw: impl FnOnce() -> Html) -> Html {
    let known = album.borrow().iter().position(|(known, ..)| known == name);
    let fitting = known.filter(|&at| album.borrow()[at].1 == stamp);
    let html = match fitting {
        Some(at) => album.borrow()[at].2.clone(),
        None => {
            let html = draw();
            let entry = (AttrValue::from(name.to_owned()), stamp, html.clone());
            match known {
                Some(at) => album.borrow_mut()[at] = entry,
                None => album.borrow_mut().push(entry),
            }
            html
        }
    };
    let key = name.to_owned();
    html! { <Still {key} {stamp} {html} /> }
}
