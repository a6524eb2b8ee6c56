//! The only module that touches location, history, clipboard and timers.
//!
//! Every call may fail: files on a disk and sandboxed frames may not write
//! history, and some pages may not use the clipboard. A failure is reported to
//! the caller where a reader should know, and else left alone.

mod files;
pub(crate) mod plain;
mod reader;

use std::cell::Cell;
use std::mem;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Date, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, HtmlElement, Window};
use yew::NodeRef;

use crate::words::{joined, loading};

pub use reader::{Reader, Reading, provide_loader, reader};

pub(crate) use files::{
    can_share, chosen_file, nothing_happened, parse_json, print, read_file, save, share, to_png,
    today,
};

/// What stands before the decision in a URL's fragment.
const MARK: &str = "#d=";

thread_local! {
    static URL_IS_TAKEN: Cell<bool> = const { Cell::new(false) };
}

/// The right to read and write the fragment of the page's URL. There is one,
/// and whoever asks first has it; it is given back when it is dropped.
#[derive(Debug)]
pub struct UrlClaim(());

impl UrlClaim {
    /// Takes the right, if nobody has it.
    pub fn take() -> Option<Self> {
        // Made only where it is handed over: dropping one gives the right back.
        (!URL_IS_TAKEN.replace(true)).then(|| UrlClaim(()))
    }

    /// The decision in the URL: empty when there is no fragment, `None` when
    /// the fragment is none of ours.
    pub fn read(&self) -> Option<String> {
        let fragment = window()?.location().hash().ok()?;
        if fragment.is_empty() {
            return Some(String::new());
        }
        fragment.strip_prefix(MARK).map(str::to_owned)
    }

    /// Makes a new entry in the history, unless the URL says the same already.
    pub fn push(&self, link: &str) {
        if self.read().as_deref() == Some(link) {
            return;
        }
        let Some(window) = window() else { return };
        if push_state(&window, link).is_err() {
            // Some frames may not write history but may change their fragment.
            let _ = window.location().set_hash(&fragment(link));
        }
    }

    /// Calls back when the reader goes back or forward, or edits the URL.
    pub fn watch(&self, heard: impl Fn() + Clone + 'static) -> Option<[EventListener; 2]> {
        let window = window()?;
        Some(["popstate", "hashchange"].map(|event| {
            let heard = heard.clone();
            EventListener::new(&window, event, move |_| heard())
        }))
    }
}

impl Drop for UrlClaim {
    fn drop(&mut self) {
        URL_IS_TAKEN.set(false);
    }
}

/// The state that an address carries: what stands after `#d=`, or all of it.
pub fn state_in(address: &str) -> &str {
    // A plain walk: the standard library's search would be used nowhere else.
    let mut places = address.char_indices().rev().map(|(at, _)| &address[at..]);
    places.find_map(|it| it.strip_prefix(MARK)).unwrap_or(address)
}

/// The address that reopens a decision, at `base` or else at this page.
pub fn address_of(link: &str, base: Option<&str>) -> String {
    let here = window().and_then(|it| it.location().href().ok()).unwrap_or_default();
    let base = match base {
        Some(base) => {
            web_sys::Url::new_with_base(base, &here).map_or(base.to_owned(), |it| it.href())
        }
        None => here,
    };
    without_fragment(&base).to_owned() + &fragment(link)
}

/// Copies a text and tells whether that went well.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let Some(clipboard) = clipboard() else { return done(false) };
    let copying = JsFuture::from(clipboard.write_text(text));
    spawn_local(async move { done(copying.await.is_ok()) });
}

/// How long to wait for what was drawn to be on screen, in milliseconds: a bit
/// more than a frame.
pub const FRAME: u32 = 18;

/// An appointment, which is off when this is dropped.
pub type Timer = Timeout;

/// Calls back after some time, unless the timer is dropped before.
pub fn after(milliseconds: u32, call: impl FnOnce() + 'static) -> Timer {
    Timeout::new(milliseconds, call)
}

/// How long work may keep everything else waiting, in milliseconds.
const TURN: f64 = 8.0;

/// Does piece after piece of some work for one turn of the event loop, until a
/// piece says that it was the last, or the turn has no room for another one that
/// is as long. Clocks decide how much that is, but not what comes out in the end.
pub fn for_a_turn(piece: &mut dyn FnMut() -> bool) {
    let mut now = Date::now();
    let end = now + TURN;
    while !piece() {
        let begun = mem::replace(&mut now, Date::now());
        if now + (now - begun) >= end {
            break;
        }
    }
}

/// Calls back in a turn of its own.
pub fn soon(call: impl FnOnce() + 'static) {
    after(0, call).forget();
}

/// Moves the focus to a place that can take it.
pub fn focus(place: &NodeRef) {
    if let Some(element) = place.cast::<HtmlElement>() {
        // An element that cannot take the focus is no reason to fail.
        let _ = element.focus();
    }
}

/// Jumps to a place in the widget. A link to a fragment would not find its way
/// into a shadow root, and would overwrite the decision in the address.
pub fn jump_to(place: &NodeRef) {
    focus(place);
    if let Some(element) = place.cast::<HtmlElement>() {
        element.scroll_into_view();
    }
}

/// The value of the field that an event comes from.
pub fn value_of(event: &Event) -> Option<String> {
    js_sys::Reflect::get(&event.target()?.into(), &"value".into()).ok()?.as_string()
}

fn window() -> Option<Window> {
    web_sys::window()
}

/// Where the page was not opened safely there is no clipboard at all, which
/// the bindings do not know.
fn clipboard() -> Option<web_sys::Clipboard> {
    let navigator = window()?.navigator();
    let clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard")).ok()?;
    (!clipboard.is_undefined()).then(|| navigator.clipboard())
}

fn push_state(window: &Window, link: &str) -> Result<(), JsValue> {
    let history = window.history()?;
    let here = window.location().href()?;
    let there = without_fragment(&here).to_owned() + &fragment(link);
    // What other scripts keep in the history stays theirs.
    let kept = history.state().unwrap_or(JsValue::NULL);
    history.push_state_with_url(&kept, "", Some(&there))
}

/// An address with a whole file inside, which any browser saves without a
/// request.
pub(crate) fn address_of_file(kind: &str, text: &str) -> String {
    let mut address = format!("data:{kind};charset=utf-8,");
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                address.push(char::from(byte));
            }
            _ => {
                const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
                address.push('%');
                address.push(char::from(DIGITS[usize::from(byte >> 4)]));
                address.push(char::from(DIGITS[usize::from(byte & 15)]));
            }
        }
    }
    address
}

/// Calls a function that returns a promise, and waits for what it promises.
pub(crate) async fn ask(function: &Function, argument: &JsValue) -> Result<JsValue, String> {
    let promise = function.call1(&JsValue::NULL, argument).map_err(text_of)?;
    JsFuture::from(Promise::resolve(&promise)).await.map_err(text_of)
}

/// What a thrown value says of itself.
pub(crate) fn text_of(thrown: JsValue) -> String {
    match thrown.dyn_ref::<js_sys::Error>() {
        Some(error) => error.message().into(),
        None => thrown.as_string().unwrap_or_else(|| loading::UNKNOWN_REASON.to_owned()),
    }
}

fn without_fragment(address: &str) -> &str {
    address.split_once('#').map_or(address, |(before, _)| before)
}

fn fragment(link: &str) -> String {
    if link.is_empty() { String::new() } else { joined(&[MARK, link], "") }
}

#[cfg(test)]
mod tests {
    use super::{fragment, state_in, without_fragment};

    #[test]
    fn addresses() {
        assert_eq!(state_in("1abc"), "1abc");
        assert_eq!(state_in("#d=1abc"), "1abc");
        assert_eq!(state_in("https://example.org/x#d=1abc"), "1abc");
        assert_eq!(without_fragment("https://example.org/x#y"), "https://example.org/x");
        assert_eq!(fragment(""), "");
        assert_eq!(fragment("1abc"), "#d=1abc");
    }
}
