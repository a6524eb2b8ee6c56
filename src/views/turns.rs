//! Long parts of the page, drawn piece by piece so that the page stays awake.

use yew::prelude::*;

use super::dom::growing;
use crate::browser::{self, FRAME, Timer};

/// A long part of the page.
#[derive(Clone, Properties)]
pub(super) struct TurnsProps {
    /// What it is.
    pub(super) class: &'static str,
    /// Its pieces from top to bottom.
    pub(super) pieces: Vec<Html>,
}

/// Whoever draws them anew has changed something.
impl PartialEq for TurnsProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// Draws the first piece, and one more in each frame.
pub(super) struct Turns {
    drawn: usize,
    next: Option<Timer>,
}

impl Component for Turns {
    type Message = ();
    type Properties = TurnsProps;

    fn create(_: &Context<Self>) -> Self {
        // Where there is no browser there are no frames.
        Turns { drawn: if cfg!(target_arch = "wasm32") { 1 } else { usize::MAX }, next: None }
    }

    fn update(&mut self, _: &Context<Self>, (): ()) -> bool {
        self.drawn += 1;
        self.next = None;
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let TurnsProps { class, pieces } = ctx.props();
        let is_busy = self.drawn < pieces.len();
        html! {
            <div class={classes!(*class, "dw-coming")} aria-busy={is_busy.to_string()}>
                { growing(pieces.iter().take(self.drawn).cloned()) }
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if self.drawn < ctx.props().pieces.len() && self.next.is_none() {
            let scope = ctx.link().clone();
            self.next = Some(browser::after(FRAME, move || scope.send_message(())));
        }
    }
}
