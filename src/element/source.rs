//! Another dataset than the embedded one, named by the attribute `src`.

use std::cell::RefCell;
use std::rc::Rc;

use dataset::Dataset;
use js_sys::{Array, Function, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::browser::{ask, text_of};
use crate::engine::{self, Exact};
use crate::views::Loading;

thread_local! {
    static LOADER: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Keeps the function that reads JSON.
pub(super) fn provide_loader(load: Function) {
    LOADER.set(Some(load));
}

/// Fetches and reads a dataset, and the closed forms if it may need them.
///
/// # Errors
/// One sentence for the reader.
pub(super) async fn load(
    address: &str,
    exact: fn() -> Loading<Exact>,
) -> Result<Rc<Dataset>, String> {
    let json = fetch(address).await.map_err(|reason| unreachable(address, &reason))?;
    let [outline, wording] = pack(&json).await.map_err(|reason| unreadable(address, &reason))?;
    let dataset = dataset::unpack(outline, Some(wording));
    let dataset = dataset.map_err(|it| unreadable(address, &it.to_string()))?;
    if engine::is_sure(&dataset) {
        let exact = exact().await.ok_or_else(|| unreadable(address, NO_CLOSED_FORMS))?;
        engine::provide_exact(exact);
    }
    Ok(Rc::new(dataset))
}

async fn fetch(address: &str) -> Result<String, String> {
    let window = web_sys::window().ok_or("there is no window")?;
    let response = JsFuture::from(window.fetch_with_str(address)).await.map_err(text_of)?;
    let response: Response = response.dyn_into().map_err(text_of)?;
    if !response.ok() {
        return Err(["the server answered ", &response.status().to_string()].concat());
    }
    let text = JsFuture::from(response.text().map_err(text_of)?).await.map_err(text_of)?;
    text.as_string().ok_or_else(|| "it is no text".to_owned())
}

/// The outline and the wording. The texts of a dataset live as long as the
/// page, and so do its bytes.
async fn pack(json: &str) -> Result<[&'static [u8]; 2], String> {
    let load = LOADER.with_borrow(Clone::clone);
    let load = load.ok_or("this file works alone and reads no other comparison")?;
    let packed = ask(&load, &JsValue::from_str(json)).await?;
    let parts = packed.dyn_into::<Array>().map_err(text_of)?;
    let part = |at| -> Result<&'static [u8], String> {
        Ok(parts.get(at).dyn_into::<Uint8Array>().map_err(text_of)?.to_vec().leak())
    };
    Ok([part(0)?, part(1)?])
}

fn unreachable(address: &str, reason: &str) -> String {
    ["The comparison at ", address, " could not be fetched: ", reason, STAYS].concat()
}

fn unreadable(address: &str, reason: &str) -> String {
    let first = reason.lines().next().unwrap_or_default();
    ["The comparison at ", address, " could not be read: ", first, STAYS].concat()
}

const NO_CLOSED_FORMS: &str = "the part of this page that works out exact shares is not there";
const STAYS: &str = ". You see the one that comes with the widget.";
