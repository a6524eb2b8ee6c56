//! Parts of the program that are fetched when they are first wanted.
//!
//! Nothing but the function that makes a part may lead from the other views to
//! what is in it: only what is reachable from there alone becomes a file of its
//! own, see `main.rs`.

use std::cell::RefCell;
use std::fmt;

use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::annex::Annex;
use super::details::{Details, details};
use super::lab::lab;
use super::outlook::{Foresight, foresight};
use super::sharing::sharing;
use crate::browser::{Reader, ask, reader};

/// A part of the program.
pub struct Part<T> {
    /// The name under which it is fetched; absent where the program is one
    /// piece.
    pub name: Option<&'static str>,
    /// Makes what the part brings along, once it is there.
    pub make: fn() -> T,
}

/// All parts.
#[derive(Clone, Copy, Debug)]
pub struct Parcels {
    /// What would change the answer.
    pub foresight: Part<Foresight>,
    /// What stands in disclosures, and the wording of the sources.
    pub details: Part<Details>,
    /// What is done with a decision: records, files, comparisons.
    pub sharing: Part<Annex>,
    /// What a load means for latency.
    pub lab: Part<Annex>,
    /// What another dataset than the shipped one needs.
    pub reader: Part<Reader>,
}

impl Parcels {
    /// Where the program is one piece: there is nothing to fetch.
    pub const LINKED_IN: Parcels = Parcels {
        foresight: Part { name: None, make: foresight },
        details: Part { name: None, make: details },
        sharing: Part { name: None, make: sharing },
        lab: Part { name: None, make: lab },
        reader: Part { name: None, make: reader },
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

/// Fetches the part of this name and tells whether it is there. After a failure
/// the next call tries again.
async fn fetched(name: &'static str) -> bool {
    let Some(fetch) = FETCH.with_borrow(Clone::clone) else { return false };
    ask(&fetch, &JsValue::from_str(name)).await.is_ok()
}

/// Calls back with whether the part of this name is there.
pub(super) fn fetch(name: &'static str, arrived: impl FnOnce(bool) + 'static) {
    spawn_local(async move { arrived(fetched(name).await) });
}

impl<T> Part<T> {
    /// What the part brings along; `None` when it cannot be had.
    pub(crate) async fn get(self) -> Option<T> {
        let is_here = match self.name {
            Some(name) => fetched(name).await,
            None => true,
        };
        is_here.then(self.make)
    }
}

impl<T> Clone for Part<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Part<T> {}

impl<T> fmt::Debug for Part<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name.unwrap_or("linked in"))
    }
}

/// The parts that the page draws with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// [`Parcels::foresight`].
    Foresight,
    /// [`Parcels::details`].
    Details,
    /// [`Parcels::sharing`].
    Sharing,
    /// [`Parcels::lab`].
    Lab,
}

/// How far a part is.
pub(super) enum Parcel<T> {
    /// It is not here; perhaps it is on its way.
    Awaited,
    /// It could not be fetched.
    Missing,
    /// It is here.
    Here(T),
}

impl<T> Parcel<T> {
    /// Whether it has to be fetched; if so, it is no longer missing.
    pub(super) fn is_wanted(&mut self) -> bool {
        if matches!(self, Parcel::Here(_)) {
            return false;
        }
        *self = Parcel::Awaited;
        true
    }

    /// Takes what has come.
    pub(super) fn take(&mut self, part: Option<T>) {
        *self = part.map_or(Parcel::Missing, Parcel::Here);
    }
}

impl<T> fmt::Debug for Parcel<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Parcel::Awaited => "Awaited",
            Parcel::Missing => "Missing",
            Parcel::Here(_) => "Here",
        })
    }
}
