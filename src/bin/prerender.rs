//! `prerender FOLDER`: writes what a reader sees before any script runs: each
//! view by itself, and in `embedded.html` the full one as a guest of a page that
//! has a title of its own. In `texts.json` it writes what pages and scripts
//! around the widget say.

#![forbid(unsafe_code)]

use std::path::PathBuf;
use std::rc::Rc;
use std::{env, fs, io};

use decision_widget::appearance::{Theme, TitleRank, View};
use decision_widget::decision::{Decision, Edit};
use decision_widget::link::{self, Stamp};
use decision_widget::views::{App, AppProps, Parcels};
use decision_widget::{embedded, engine, words};
use serde_json::{Map, Value, json};
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
    write("embedded", View::Full, TitleRank::Second)?;
    fs::write(folder.join("texts.json"), texts().to_string())
}

/// Texts of the catalogue by their names, the title of the comparison, and its
/// situations, each with the link that answers as it does.
fn texts() -> Value {
    let dataset = embedded::dataset();
    let mut texts: Map<String, Value> = words::PAGE_TEXTS
        .all()
        .into_iter()
        .map(|(name, text)| (name.to_owned(), text.into()))
        .collect();
    texts.insert("title".to_owned(), dataset.title.as_str().into());
    let preset = |scenario: &dataset::Scenario| {
        let decision = Decision::default().edit(&dataset, Edit::Scenario(scenario.id));
        let verdict = engine::answer(&dataset, &decision).verdict;
        let link = link::encode(&dataset, &decision, &Stamp::of(&dataset, &verdict));
        json!([link, scenario.name.as_str()])
    };
    json!({
        "language": words::LANGUAGE,
        "direction": words::DIRECTION,
        "texts": texts,
        "presets": dataset.scenarios.iter().map(preset).collect::<Vec<_>>(),
    })
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
