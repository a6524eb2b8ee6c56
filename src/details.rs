//! What only some readers look at. Its code and its texts may lie in a second
//! wasm file, which is fetched when somebody asks for it.

use std::cell::RefCell;

use js_sys::Function;
use wasm_bindgen::JsValue;

use crate::browser::ask;
use crate::engine::{CLEAR, ENOUGH_ANSWERS, LEAN};
use crate::words::page as words;

/// The details, by way of functions: what only they reach need not be in the
/// first wasm file.
#[derive(Clone, Copy, Debug)]
pub struct Details {
    /// How the verdict is worked out, in paragraphs.
    pub method: fn() -> Vec<String>,
}

/// The details themselves. Whoever calls this directly, and not through
/// [`load`], has them in the same file.
#[must_use]
pub fn details() -> Details {
    Details { method: || words::method(CLEAR, LEAN, ENOUGH_ANSWERS).to_vec() }
}

struct Way {
    fetch: Function,
    details: fn() -> Details,
}

thread_local! {
    static WAY: RefCell<Option<Way>> = const { RefCell::new(None) };
}

/// Keeps the way to the details: `fetch` returns a promise, and once it is
/// kept `details` may be called.
pub(crate) fn provide(fetch: Function, details: fn() -> Details) {
    WAY.set(Some(Way { fetch, details }));
}

/// Asks for the details. After a failure the next call tries again.
///
/// # Errors
/// One sentence for the reader.
pub async fn load() -> Result<Details, String> {
    let (fetch, details) = WAY
        .with_borrow(|way| way.as_ref().map(|it| (it.fetch.clone(), it.details)))
        .ok_or("This page has no details.")?;
    match ask(&fetch, &JsValue::UNDEFINED).await {
        Ok(_) => Ok(details()),
        Err(reason) => Err(["This part of the page could not be fetched: ", &reason, "."].concat()),
    }
}
