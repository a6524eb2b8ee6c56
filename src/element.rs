//! The wasm side of `<decision-widget>`.
//!
//! The class that browsers know lives in `element.js`. For each connected
//! element it holds an [`Instance`], which mounts the page's
//! [`App`](crate::views::App) and keeps its state.

mod widget;

use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};
use web_sys::{HtmlElement, Node};

use crate::appearance::TitleRank;
use crate::browser;
use crate::views::Parcels;
use widget::{Shown, Widget};

/// The name of the element.
pub const TAG: &str = "decision-widget";

/// From the element, where to draw, the state that it had, and of what it shows
/// so far the figures and whether there is a first-rank heading.
type Create = dyn Fn(HtmlElement, HtmlElement, Option<String>, Option<Node>, bool) -> Instance;

#[wasm_bindgen(module = "/src/element.js")]
extern "C" {
    #[wasm_bindgen(js_name = defineElement)]
    fn define_element(tag: &str, dataset: &str, sheets: &JsValue, create: &Closure<Create>);
}

/// Makes the element known to the browser, in a turn of its own: to unpack the
/// dataset is long enough for one. Does nothing when the page has one of that
/// name already. `sheets` are the style sheets of every shadow root; `parcels`
/// fetch what is not needed at first.
pub fn define(sheets: &JsValue, parcels: Parcels) {
    let create: Closure<Create> = Closure::new(move |element, mount, kept, figures, is_titled| {
        let title = if is_titled { TitleRank::First } else { TitleRank::Second };
        Instance(Widget::connect(element, mount, kept, Shown { figures, title }, parcels))
    });
    define_element(TAG, &widget::shipped().id, sheets, &create);
    // The class lives as long as the page.
    create.forget();
}

/// Tells how another dataset's JSON becomes compact bytes: a function from a
/// string to a promise of two arrays of bytes, outline and wording.
#[wasm_bindgen(js_name = provideLoader)]
pub fn provide_loader(load: Function) {
    browser::provide_loader(load);
}

/// What one connected element holds.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Instance(Rc<Widget>);

#[wasm_bindgen]
impl Instance {
    /// An attribute has changed, or was removed.
    pub fn attribute(&self, name: &str, value: Option<String>) {
        self.0.attribute(name, value);
    }

    /// What stands after `#d=` in a link.
    #[wasm_bindgen(getter)]
    pub fn state(&self) -> String {
        self.0.state()
    }

    /// Takes over what a link carries.
    #[wasm_bindgen(setter)]
    pub fn set_state(&self, state: &str) {
        self.0.set_state(state);
    }

    /// The whole report as a plain object.
    #[wasm_bindgen(getter)]
    pub fn report(&self) -> JsValue {
        self.0.report()
    }

    /// Takes everything down.
    pub fn destroy(self) {
        self.0.destroy();
    }
}
