//! Parts of the program that are fetched when they are first wanted.
//!
//! Nothing but the function that makes a part may lead from the other views to
//! what is in it: only what is reachable from there alone becomes a file of its
//! own, see `main.rs`.

use std::cell::RefCell;
use std::fmt;
use std::future::ready;
use std::pin::Pin;
use std::task::{Context as Task, Poll, Waker};

use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::details::{Details, details};
use super::outlook::{Foresight, foresight};
use super::sharing::{Sharing, sharing};
use crate::browser::ask;
use crate::engine::{Exact, exact};

/// A part on its way; `None` when it cannot be had.
pub type Loading<T> = Pin<Box<dyn Future<Output = Option<T>>>>;

/// Fetches the parts.
#[derive(Clone, Copy, Debug)]
pub struct Parcels {
    /// What would change the answer.
    pub foresight: fn() -> Loading<Foresight>,
    /// What stands in disclosures, and the wording of the sources.
    pub details: fn() -> Loading<Details>,
    /// What is done with a decision: records, files, comparisons.
    pub sharing: fn() -> Loading<Sharing>,
    /// Closed forms of the shares.
    pub exact: fn() -> Loading<Exact>,
}

impl Parcels {
    /// Where the program is one piece: there is nothing to fetch.
    pub const LINKED_IN: Parcels = Parcels {
        foresight: || Box::pin(ready(Some(foresight()))),
        details: || Box::pin(ready(Some(details()))),
        sharing: || Box::pin(ready(Some(sharing()))),
        exact: || Box::pin(ready(Some(exact()))),
    };
}

thread_local! {
    static FETCH: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Keeps the function that fetches a part of the program by its name: it
/// returns a promise, which is kept once the part is there.
pub fn provide(fetch: Function) {
    FETCH.set(Some(fetch));
}

/// Fetches the part of this name; `make` may be called once it is there. After
/// a failure the next call tries again.
pub fn fetched<T: 'static>(name: &'static str, make: fn() -> T) -> Loading<T> {
    Box::pin(async move {
        let fetch = FETCH.with_borrow(Clone::clone)?;
        ask(&fetch, &JsValue::from_str(name)).await.ok()?;
        Some(make())
    })
}

/// How far a part is.
pub(super) enum Parcel<T> {
    /// Nobody has wanted it yet.
    Unasked,
    /// It is on its way.
    Asked,
    /// It could not be fetched.
    Missing,
    /// It is here.
    Here(T),
}

impl<T: 'static> Parcel<T> {
    /// Fetches the part, unless it is here or on its way; `arrived` is called
    /// with what has come, unless that was there at once.
    pub(super) fn ask(
        &mut self,
        fetch: fn() -> Loading<T>,
        arrived: impl FnOnce(Option<T>) + 'static,
    ) {
        if matches!(self, Parcel::Asked | Parcel::Here(_)) {
            return;
        }
        let mut loading = fetch();
        match loading.as_mut().poll(&mut Task::from_waker(Waker::noop())) {
            Poll::Ready(part) => self.take(part),
            Poll::Pending => {
                *self = Parcel::Asked;
                spawn_local(async move { arrived(loading.await) });
            }
        }
    }

    /// Takes what has come.
    pub(super) fn take(&mut self, part: Option<T>) {
        *self = part.map_or(Parcel::Missing, Parcel::Here);
    }
}

impl<T> fmt::Debug for Parcel<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Parcel::Unasked => "Unasked",
            Parcel::Asked => "Asked",
            Parcel::Missing => "Missing",
            Parcel::Here(_) => "Here",
        })
    }
}
