//! The page's program: it tells the script how to define `<decision-widget>`.

// The script starts it by what it exports; a `main` would bring the start-up of
// programs with a standard output along.
#![cfg_attr(target_family = "wasm", no_main)]

use decision_widget::element;
use decision_widget::views::provide;
use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Defines the element. `sheets` dress every shadow root; `fetch` takes the name
/// of a part of the program and returns a promise that is kept once it is there.
#[wasm_bindgen]
pub fn define(sheets: &JsValue, fetch: Function) {
    provide(fetch);
    #[cfg(not(feature = "split"))]
    let parcels = decision_widget::views::Parcels::LINKED_IN;
    #[cfg(feature = "split")]
    let parcels = other_files::PARCELS;
    element::define(sheets, parcels);
}

#[cfg(not(target_family = "wasm"))]
fn main() {}

/// Parts of the program in wasm files of their own.
///
/// The build cuts them off: whatever only a function `…_export_…` reaches goes
/// into a file of its own, and a call of `…_import_…` becomes a call of it
/// through the table that all files share. So nothing else in this program may
/// name what makes them. The names are those that `wasm_split_cli_support`
/// looks for. Its macro would write them too, with a loader of 1 kB that cannot
/// say what went wrong.
#[cfg(feature = "split")]
mod other_files {
    #![allow(unsafe_code, reason = "a function of another file is a foreign one")]

    use decision_widget::browser::{self, Reader};
    use decision_widget::views::{self, Annex, Details, Foresight, Parcels, Part};

    // SAFETY: both names of each pair are one function, of one signature, and
    // none is called before its file is there.
    pub(crate) const PARCELS: Parcels = Parcels {
        foresight: Part {
            name: Some("foresight"),
            make: || unsafe {
                __wasm_split_00foresight00_import_00000000000000000000000000000000()
            },
        },
        details: Part {
            name: Some("details"),
            make: || unsafe { __wasm_split_00details00_import_00000000000000000000000000000000() },
        },
        sharing: Part {
            name: Some("sharing"),
            make: || unsafe { __wasm_split_00sharing00_import_00000000000000000000000000000000() },
        },
        lab: Part {
            name: Some("lab"),
            make: || unsafe { __wasm_split_00lab00_import_00000000000000000000000000000000() },
        },
        reader: Part {
            name: Some("reader"),
            make: || unsafe { __wasm_split_00reader00_import_00000000000000000000000000000000() },
        },
    };

    #[link(wasm_import_module = "__wasm_split_placeholder__")]
    #[allow(improper_ctypes, reason = "both sides are this very program")]
    unsafe extern "C" {
        fn __wasm_split_00foresight00_import_00000000000000000000000000000000() -> Foresight;
        fn __wasm_split_00details00_import_00000000000000000000000000000000() -> Details;
        fn __wasm_split_00sharing00_import_00000000000000000000000000000000() -> Annex;
        fn __wasm_split_00lab00_import_00000000000000000000000000000000() -> Annex;
        fn __wasm_split_00reader00_import_00000000000000000000000000000000() -> Reader;
    }

    // SAFETY: no other function has such a name.
    #[unsafe(no_mangle)]
    #[allow(improper_ctypes_definitions, reason = "both sides are this very program")]
    extern "C" fn __wasm_split_00foresight00_export_00000000000000000000000000000000() -> Foresight
    {
        views::foresight()
    }

    // SAFETY: no other function has such a name.
    #[unsafe(no_mangle)]
    #[allow(improper_ctypes_definitions, reason = "both sides are this very program")]
    extern "C" fn __wasm_split_00details00_export_00000000000000000000000000000000() -> Details {
        views::details()
    }

    // SAFETY: no other function has such a name.
    #[unsafe(no_mangle)]
    #[allow(improper_ctypes_definitions, reason = "both sides are this very program")]
    extern "C" fn __wasm_split_00sharing00_export_00000000000000000000000000000000() -> Annex {
        views::sharing()
    }

    // SAFETY: no other function has such a name.
    #[unsafe(no_mangle)]
    #[allow(improper_ctypes_definitions, reason = "both sides are this very program")]
    extern "C" fn __wasm_split_00lab00_export_00000000000000000000000000000000() -> Annex {
        views::lab()
    }

    // SAFETY: no other function has such a name.
    #[unsafe(no_mangle)]
    #[allow(improper_ctypes_definitions, reason = "both sides are this very program")]
    extern "C" fn __wasm_split_00reader00_export_00000000000000000000000000000000() -> Reader {
        browser::reader()
    }
}
