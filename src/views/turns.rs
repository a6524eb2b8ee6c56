//! Long parts of the page, drawn piece by piece so that the page stays awake.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use yew::prelude::*;
use yew::virtual_dom::Key;

use super::still::Still;
use crate::browser::{self, FRAME, Timer};

/// Where there is no browser there are no turns.
pub(super) const IN_TURNS: bool = cfg!(target_arch = "wasm32");

/// The pieces of something long. Whenever it is drawn again, so is the one piece
/// that has waited longest; the others stay as they were. The first ones are what
/// the reader works with: once drawn, they and what follows them are not kept
/// waiting.
pub(super) struct Turns {
    pieces: RefCell<Vec<Piece>>,
    /// How many the first ones are.
    ahead: usize,
    waiting: RefCell<VecDeque<usize>>,
    /// Whether it stands on the page: the turn that puts it there has enough to do.
    is_placed: Cell<bool>,
    next: Option<Timer>,
}

/// How a piece looks, and how often it was drawn.
#[derive(Clone, Default)]
struct Piece {
    html: Html,
    times: u64,
}

impl Turns {
    /// So many pieces, of which none is drawn and so many go ahead.
    pub(super) fn of(pieces: usize, ahead: usize) -> Self {
        Turns {
            pieces: RefCell::new(vec![Piece::default(); pieces]),
            ahead,
            waiting: RefCell::new((0..pieces).collect()),
            is_placed: Cell::new(!IN_TURNS),
            next: None,
        }
    }

    /// These pieces have something new to show.
    pub(super) fn renew(&self, pieces: impl IntoIterator<Item = usize>) {
        let mut waiting = self.waiting.borrow_mut();
        for piece in pieces {
            match piece {
                _ if waiting.contains(&piece) => {}
                _ if piece < self.ahead => waiting.push_front(piece),
                _ => waiting.push_back(piece),
            }
        }
    }

    /// All pieces have.
    pub(super) fn renew_all(&self) {
        self.renew(0..self.pieces.borrow().len());
    }

    /// These are the pieces now, and all have something new to show. Until they
    /// do, each looks as the one with its key did, or else the one in its place.
    fn arrange(&self, now: &[Html]) {
        self.pieces.replace_with(|before| {
            let drawn = |(place, it): (usize, &Html)| match it.key() {
                None => before.get(place),
                key => before.iter().find(|it| it.html.key() == key),
            };
            now.iter().enumerate().map(|it| drawn(it).cloned().unwrap_or_default()).collect()
        });
        self.waiting.borrow_mut().retain(|piece| *piece < now.len());
        self.renew_all();
    }

    /// Draws what is due, and shows it with the rest in an element of this name
    /// and class.
    pub(super) fn view(
        &self,
        name: &'static str,
        class: &'static str,
        draw: &dyn Fn(usize) -> Html,
    ) -> Html {
        let mut pieces = self.pieces.borrow_mut();
        let mut waiting = self.waiting.borrow_mut();
        let mut may_draw = self.is_placed.replace(true);
        while may_draw && let Some(place) = waiting.pop_front() {
            may_draw = !IN_TURNS || place < self.ahead && pieces[place].times > 0;
            pieces[place] = Piece { html: draw(place), times: pieces[place].times + 1 };
        }
        let drawn = pieces.iter().filter(|it| it.times > 0).enumerate();
        let still = |(place, it): (usize, &Piece)| {
            let key = it.html.key().cloned().unwrap_or_else(|| Key::from(place));
            html! { <Still {key} stamp={it.times} html={it.html.clone()} /> }
        };
        html! {
            <@{name} {class} aria-busy={(!waiting.is_empty()).to_string()}>{ for drawn.map(still) }</@>
        }
    }

    /// Calls for the next piece, if one waits, when this one is on screen.
    pub(super) fn rendered(&mut self, draw: impl FnOnce() + 'static) {
        let is_waiting = !self.waiting.borrow().is_empty();
        self.next = is_waiting.then(|| browser::after(FRAME, draw));
    }
}

/// Pieces that keep no state, shown one by one in an element of this name and
/// class.
pub(super) fn gradual(name: &'static str, class: &'static str, pieces: Vec<Html>) -> Html {
    html! { <Gradual {name} {class} {pieces} /> }
}

/// A piece that takes long to describe, which is done in its turn.
pub(super) fn later(draw: impl Fn() -> Html + 'static) -> Html {
    html! { <Later draw={Callback::from(move |()| draw())} /> }
}

/// See [`later`].
#[derive(Clone, PartialEq, Properties)]
struct LaterProps {
    draw: Callback<(), Html>,
}

/// See [`later`].
struct Later;

impl Component for Later {
    type Message = ();
    type Properties = LaterProps;

    fn create(_: &Context<Self>) -> Self {
        Later
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        ctx.props().draw.emit(())
    }
}

/// See [`gradual`].
#[derive(Clone, Properties)]
struct GradualProps {
    name: &'static str,
    class: &'static str,
    pieces: Vec<Html>,
}

/// Whoever draws them anew has changed something.
impl PartialEq for GradualProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// See [`gradual`].
struct Gradual(Turns);

impl Component for Gradual {
    type Message = ();
    type Properties = GradualProps;

    fn create(ctx: &Context<Self>) -> Self {
        Gradual(Turns::of(ctx.props().pieces.len(), 1))
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &GradualProps) -> bool {
        self.0.arrange(&ctx.props().pieces);
        true
    }

    fn update(&mut self, _: &Context<Self>, (): ()) -> bool {
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let GradualProps { name, class, pieces } = ctx.props();
        self.0.view(name, class, &|piece| pieces[piece].clone())
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let scope = ctx.link().clone();
        self.0.rendered(move || scope.send_message(()));
    }
}
