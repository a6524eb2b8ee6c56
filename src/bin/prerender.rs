//! `prerender FOLDER`: writes what a reader sees before any script runs: each
//! view by itself, and in `embedded.html` the full one as a guest of a page that
//! has a title of its own.

#![forbid(unsafe_code)]

use std::path::PathBuf;
use std::rc::Rc;
use std::{env, fs, io};

use decision_widget::appearance::{Theme, TitleRank, View};
use decision_widget::embedded;
use decision_widget::views::{App, AppProps, Parcels};
use yew::{AttrValue, Callback, ServerRenderer};

fn main() -> io::Result<()> {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        return Err(io::Error::other("the first argument is the folder to write into"));
    };
    let write = |name: &str, view, title| {
        let renderer = ServerRenderer::<App>::with_props(move || untouched(view, title));
        let markup = pollster::block_on(renderer.hydratable(false).render());
        fs::write(folder.join(name).with_extension("html"), markup)
    };
    for name in View::NAMES {
        write(name, View::of(name), TitleRank::First)?;
    }
    write("embedded", View::Full, TitleRank::Second)
}

/// The widget before anybody has answered anything.
fn untouched(view: View, title: TitleRank) -> AppProps {
    AppProps {
        is_shown: true,
        dataset: Rc::new(embedded::dataset()),
        state: AttrValue::default(),
        view,
        theme: Theme::default(),
        link_base: None,
        notice: None,
        figures: None,
        title,
        parcels: Parcels::LINKED_IN,
        on_change: Callback::noop(),
    }
}
