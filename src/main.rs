//! The page's program: it tells the script how to define `<decision-widget>`.

use decision_widget::element;
use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(not(feature = "split"))]
use decision_widget::details::details;
#[cfg(feature = "split")]
use second_file::details;

/// Defines the element. `css` dresses every shadow root; `fetch` returns a
/// promise that is kept once the details are there.
#[wasm_bindgen]
pub fn define(css: &JsValue, fetch: Function) {
    element::define(css, fetch, details);
}

fn main() {}

/// The details in a wasm file of their own.
///
/// The build cuts them off: whatever only the function `…_export_…` reaches
/// goes into the second file, and a call of `…_import_…` becomes a call of it
/// through the table that both files share. So nothing else in this program
/// may name the details. The names are those that `wasm_split_cli_support`
/// looks for. Its macro would write them too, with a loader of 1 kB that
/// cannot say what went wrong.
#[cfg(feature = "split")]
mod second_file {
    #![allow(unsafe_code, reason = "a function of another file is a foreign one")]

    use decision_widget::details::Details;

    /// Called before the second file is there, it traps.
    pub(crate) fn details() -> Details {
        // SAFETY: both names are one function, of one signature.
        unsafe { __wasm_split_00details00_import_00000000000000000000000000000000() }
    }

    #[link(wasm_import_module = "__wasm_split_placeholder__")]
    unsafe extern "C" {
        #[allow(improper_ctypes, reason = "both sides are this very program")]
        fn __wasm_split_00details00_import_00000000000000000000000000000000() -> Details;
    }

    // SAFETY: no other function has such a name.
    #[unsafe(no_mangle)]
    #[allow(improper_ctypes_definitions, reason = "both sides are this very program")]
    extern "C" fn __wasm_split_00details00_export_00000000000000000000000000000000() -> Details {
        decision_widget::details::details()
    }
}
