//! `prerender FOLDER`: writes what a reader sees before any script runs.

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
    let renderer = ServerRenderer::<App>::with_props(untouched).hydratable(false);
    fs::write(folder.join("markup.html"), pollster::block_on(renderer.render()))
}

/// The widget before anybody has answered anything.
fn untouched() -> AppProps {
    AppProps {
        dataset: Rc::new(embedded::dataset()),
        state: AttrValue::default(),
        view: View::default(),
        theme: Theme::default(),
        link_base: None,
        notice: None,
        figures: None,
        title: TitleRank::First,
        parcels: Parcels::LINKED_IN,
        on_change: Callback::noop(),
    }
}
