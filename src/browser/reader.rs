//! Reads another dataset than the embedded one, named by the attribute `src`.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use dataset::Dataset;
use js_sys::{Array, Function, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::{ask, text_of};
use crate::engine;
use crate::words::loading as words;

/// Fetches the dataset at an address and reads it, and brings the closed forms
/// if it may need them.
pub type Reader = fn(String) -> Reading;

/// A dataset, or one sentence for the reader.
pub type Reading = Pin<Box<dyn Future<Output = Result<Rc<Dataset>, String>>>>;

thread_local! {
    static LOADER: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Keeps the function that fetches and reads JSON: from an address to a promise
/// of the outline and the wording.
pub fn provide_loader(load: Function) {
    LOADER.set(Some(load));
}

/// What reads other datasets.
pub fn reader() -> Reader {
    |address| {
        Box::pin(async move {
            let dataset = read(&address).await;
            dataset.map_err(|reason| {
                let first = reason.lines().next().unwrap_or_default();
                words::not_loaded(&address, first)
            })
        })
    }
}

/// The texts of a dataset live as long as the page, and so do its bytes.
async fn read(address: &str) -> Result<Rc<Dataset>, String> {
    let load = LOADER.with_borrow(Clone::clone).ok_or(words::WORKS_ALONE)?;
    let loaded = ask(&load, &JsValue::from_str(address)).await?;
    let parts = loaded.dyn_into::<Array>().map_err(text_of)?;
    let part = |at| -> Result<&'static [u8], String> {
        Ok(parts.get(at).dyn_into::<Uint8Array>().map_err(text_of)?.to_vec().leak())
    };
    let dataset = dataset::unpack(part(0)?, Some(part(1)?)).map_err(|_| words::OTHER_VERSION)?;
    if engine::is_sure(&dataset) {
        engine::provide_exact();
    }
    Ok(Rc::new(dataset))
}
