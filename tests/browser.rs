//! The element in a real browser: attributes, state, event, clean-up.

#![cfg(target_arch = "wasm32")]

use std::cell::RefCell;
use std::rc::Rc;

use decision_widget::views::Parcels;
use decision_widget::{Decision, decision::Edit};
use decision_widget::{element, embedded, link};
use gloo::events::EventListener;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CustomEvent, Document, Element, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// Defines the element and waits until it is.
async fn define() {
    let run = |code: &str| Function::new_no_args(code).call0(&JsValue::NULL).unwrap();
    element::define(&run("return [new CSSStyleSheet()]"), Parcels::LINKED_IN);
    let defined = run("return customElements.whenDefined('decision-widget')");
    JsFuture::from(Promise::from(defined)).await.unwrap();
}

/// An element on the page, taken away again when the test ends.
struct Mounted(HtmlElement);

impl Mounted {
    async fn with(attributes: &[(&str, &str)]) -> Self {
        define().await;
        let widget: HtmlElement =
            document().create_element(element::TAG).unwrap().dyn_into().unwrap();
        for (name, value) in attributes {
            widget.set_attribute(name, value).unwrap();
        }
        document().body().unwrap().append_child(&widget).unwrap();
        Mounted(widget)
    }

    fn state(&self) -> String {
        Reflect::get(&self.0, &"state".into()).unwrap().as_string().unwrap()
    }

    fn set_state(&self, state: &str) {
        Reflect::set(&self.0, &"state".into(), &state.into()).unwrap();
    }

    /// Waits until all of it is drawn.
    async fn drawn(&self) {
        let root = || self.0.shadow_root();
        let shown = "[part=widget] [data-whole]";
        until(|| root().is_some_and(|it| it.query_selector(shown).unwrap().is_some())).await;
    }

    fn inputs(&self) -> u32 {
        let root = self.0.shadow_root().expect("a drawn widget has a shadow root");
        root.query_selector_all("input").unwrap().length()
    }

    fn first_input(&self) -> HtmlElement {
        let root = self.0.shadow_root().expect("a drawn widget has a shadow root");
        root.query_selector("input").unwrap().unwrap().dyn_into().unwrap()
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        Element::remove(&self.0);
    }
}

/// Gives way to the browser once: a macrotask comes after all microtasks.
async fn turn() {
    let promise = Promise::new(&mut |resolve, _| {
        web_sys::window().unwrap().set_timeout_with_callback(&resolve).unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}

/// Waits for something that takes as many turns as it takes.
async fn until(condition: impl Fn() -> bool) {
    while !condition() {
        turn().await;
    }
}

/// Lets everything happen that might, where nothing is to be waited for.
async fn settled() {
    for _ in 0..50 {
        turn().await;
    }
}

/// A link that answers one question, the `index`-th of the dataset.
fn link_with_answer(index: usize) -> String {
    let dataset = embedded::dataset();
    let question = &dataset.questions[index];
    let edit = Edit::Tick { question: question.id, choice: question.choices[0].id };
    link::encode(&dataset, &Decision::default().edit(&dataset, edit), &link::Stamp::default())
}

/// The details of all events that reach the document.
fn listen() -> (Rc<RefCell<Vec<JsValue>>>, EventListener) {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let keep = Rc::clone(&heard);
    let listener = EventListener::new(&document(), "decision-change", move |event| {
        keep.borrow_mut().push(event.dyn_ref::<CustomEvent>().unwrap().detail());
    });
    (heard, listener)
}

#[wasm_bindgen_test]
async fn defining_twice_does_nothing() {
    define().await;
    define().await;
    turn().await;
}

#[wasm_bindgen_test]
async fn it_draws() {
    let widget = Mounted::with(&[]).await;
    widget.drawn().await;
    assert!(widget.inputs() > 0);
}

#[wasm_bindgen_test]
async fn attributes_fall_back() {
    let odd = Mounted::with(&[("view", "nonsense"), ("theme", "pink"), ("state", "?!")]).await;
    let plain = Mounted::with(&[("state", "")]).await;
    odd.drawn().await;
    plain.drawn().await;
    assert!(plain.inputs() > 0);
    assert_eq!(odd.inputs(), plain.inputs());
}

#[wasm_bindgen_test]
async fn the_state_attribute_is_taken_over_and_may_change() {
    let (first, second) = (link_with_answer(0), link_with_answer(1));
    let widget = Mounted::with(&[("state", &first)]).await;
    assert_eq!(widget.state(), first);
    widget.0.set_attribute("state", &["https://example.org/#d=", &second].concat()).unwrap();
    assert_eq!(widget.state(), second);
    widget.0.remove_attribute("state").unwrap();
    assert_eq!(widget.state(), "");
}

#[wasm_bindgen_test]
async fn a_state_set_before_connecting_is_kept() {
    define().await;
    let link = link_with_answer(0);
    let widget = document().create_element(element::TAG).unwrap();
    Reflect::set(&widget, &"state".into(), &link.as_str().into()).unwrap();
    document().body().unwrap().append_child(&widget).unwrap();
    assert_eq!(Mounted(widget.dyn_into().unwrap()).state(), link);
}

#[wasm_bindgen_test]
async fn only_real_changes_fire() {
    let (heard, _listener) = listen();
    let widget = Mounted::with(&[("state", "")]).await;
    widget.drawn().await;
    widget.set_state("");
    settled().await;
    assert_eq!(heard.borrow().len(), 0, "nothing has changed");
    widget.first_input().click();
    until(|| !heard.borrow().is_empty()).await;
    let state = Reflect::get(&heard.borrow()[0], &"state".into()).unwrap();
    assert_eq!(state.as_string(), Some(widget.state()));
    widget.first_input().click();
    settled().await;
    assert_eq!(heard.borrow().len(), 1, "it was ticked already");
}

#[wasm_bindgen_test]
async fn the_report_is_a_plain_object() {
    let widget = Mounted::with(&[("state", "")]).await;
    let get = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).unwrap();
    let verdict = get(&get(&widget.0, "report"), "verdict");
    assert_eq!(get(&verdict, "kind").as_string().as_deref(), Some("undecided"));
}

#[wasm_bindgen_test]
async fn a_removed_element_gives_the_url_back() {
    let first = Mounted::with(&[]).await;
    drop(first);
    settled().await;
    let second = Mounted::with(&[]).await;
    second.drawn().await;
    let hash = || web_sys::window().unwrap().location().hash().unwrap();
    second.first_input().click();
    until(|| hash().starts_with("#d=")).await;
    let hash = hash();
    assert_eq!(hash, ["#d=", &second.state()].concat());
    web_sys::window().unwrap().location().set_hash("").unwrap();
}
