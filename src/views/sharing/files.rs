//! Title and notes, what is sent, and what is taken away.

use std::rc::Rc;

use yew::html::Scope;
use yew::prelude::*;

use super::field::{Field, hear};
use super::sheet::{Deed, Sheet, SheetProps};
use crate::appearance::Theme;
use crate::browser::{address_of_file, can_share, chosen_file};
use crate::decision::Decision;
use crate::record::{self, Record, svg};
use crate::since::since;
use crate::views::turns::{gradual, later};
use crate::words::page::about;
use crate::words::sheet as words;

/// What has changed since the link was made, what the reader was told, and the
/// fields of the link.
pub(super) fn top(sheet: &Sheet, props: &SheetProps, on: &Scope<Sheet>) -> Html {
    let stamp = props.stamp.as_ref().filter(|_| props.decision == sheet.stamped);
    let since = stamp.and_then(|it| since(&props.dataset, it, &props.report.verdict));
    html! {
        <>
            { for since.map(|it| html! { <p class="dw-notice">{it.sentence}</p> }) }
            <p role="status">{sheet.told.clone()}</p>
            { fields(sheet, props, on) }
        </>
    }
}

/// Title and notes, in whatever language the reader writes.
fn fields(sheet: &Sheet, props: &SheetProps, on: &Scope<Sheet>) -> Html {
    let shown = |field: Field| {
        let unsaved = sheet.unsaved[field as usize].clone();
        unsaved.unwrap_or_else(|| field.of(&props.decision))
    };
    html! {
        <>
            <label class="dw-by-hand">
                {words::TITLE}
                <input
                    dir="auto"
                    lang=""
                    value={shown(Field::Title)}
                    oninput={hear(on, |it| Deed::Writes(Field::Title, it))}
                    onchange={hear(on, |it| Deed::Wrote(Field::Title, it))}
                />
            </label>
            <label class="dw-by-hand">
                {words::NOTES}
                <textarea
                    dir="auto"
                    lang=""
                    rows="4"
                    placeholder=" "
                    value={shown(Field::Notes)}
                    oninput={hear(on, |it| Deed::Writes(Field::Notes, it))}
                    onchange={hear(on, |it| Deed::Wrote(Field::Notes, it))}
                />
            </label>
        </>
    }
}

/// A button.
pub(super) fn button(label: impl Into<AttrValue>, press: Callback<MouseEvent>) -> Html {
    html! { <button class="dw-button" type="button" onclick={press}>{label.into()}</button> }
}

/// Sending it to somebody.
pub(super) fn send(sheet: &Sheet, _: &SheetProps, on: &Scope<Sheet>) -> Html {
    let share = can_share().then(|| button(words::SHARE, on.callback(|_| Deed::Share)));
    let text = record::text_summary(&sheet.subject.record());
    html! {
        <>
            <h3 class="dw-h4">{words::SEND}</h3>
            <pre class="dw-claim">{text}</pre>
            <div class="dw-tools">
                { button(words::COPY_TEXT, on.callback(|_| Deed::CopyText)) }
                { for share }
                { button(words::PRINT, on.callback(|_| Deed::Print)) }
            </div>
        </>
    }
}

/// The link for a camera.
pub(super) fn code(sheet: &Sheet, _: &SheetProps, _: &Scope<Sheet>) -> Html {
    let code = match record::qr_code(sheet.subject.record().link) {
        Err(sentence) => html! { <p>{sentence}</p> },
        // Dark on light in every theme, or cameras would not find it.
        Ok(code) => html! {
            <svg
                role="img"
                aria-label={words::CODE}
                width="240"
                viewBox={format!("0 0 {0} {0}", code.size)}
                shape-rendering="crispEdges"
            >
                <rect width="100%" height="100%" fill="white" />
                <path fill="black" d={code.path} />
            </svg>
        },
    };
    html! {
        <details class="dw-more">
            <summary class="dw-summary">{words::CODE}</summary>
            {code}
        </details>
    }
}

/// A file to save: what it is called, of which kind it is and what it ends in,
/// and what it says.
type File = (&'static str, &'static str, &'static str, fn(&Record) -> String);

const FILES: [File; 3] = [
    (words::MADR, "text/markdown", "md", record::madr),
    (words::JSON, "application/json", "json", record::json),
    (words::CSV, "text/csv", "csv", record::csv),
];

/// Files to save.
pub(super) fn take_away(sheet: &Sheet, props: &SheetProps, _: &Scope<Sheet>) -> Html {
    let file = |(label, kind, ending, text): File| {
        let subject = Rc::clone(&sheet.subject);
        later(move || {
            let of = &subject.record();
            let [name, text] = [record::file_name(of, ending), text(of)];
            html! {
                <a class="dw-button" href={address_of_file(kind, &text)} download={name}>{label}</a>
            }
        })
    };
    // With nothing told there is nothing to work out.
    let waits = props.prospects.is_none() && props.decision != Decision::default();
    let waits = waits.then(|| html! { <p>{words::NOT_ALL_YET}</p> });
    html! {
        <>
            <h3 class="dw-h4">{words::TAKE_AWAY}</h3>
            { for waits }
            { gradual("div", "dw-tools", FILES.map(file).into()) }
        </>
    }
}

/// Charts to save.
pub(super) fn charts(sheet: &Sheet, _: &SheetProps, on: &Scope<Sheet>) -> Html {
    let chart = |which: svg::Chart| {
        let (subject, on) = (Rc::clone(&sheet.subject), on.clone());
        later(move || chart(&subject.record(), which, &on).unwrap_or_default())
    };
    gradual("ul", "dw-files", svg::Chart::ALL.map(chart).into())
}

/// A chart to save, where there is something to draw.
fn chart(record: &Record, chart: svg::Chart, on: &Scope<Sheet>) -> Option<Html> {
    let drawn = svg::draw(record, chart, Theme::Light)?;
    let name = |ending: &str| {
        let kind = format!("decision-{}", chart.name());
        record::file_name(record, ending).replacen("decision", &kind, 1)
    };
    let (png, size, address) =
        (name("png"), svg::size(&drawn), address_of_file("image/svg+xml", &drawn));
    let press = on.callback(move |_| Deed::Png(png.clone(), drawn.clone(), size));
    let title = words::chart(chart);
    let [as_svg, as_png] = [words::SVG, words::PNG].map(|it| about(it, title));
    Some(html! {
        <li>
            <span>{title}</span>
            <a class="dw-button" href={address} download={name("svg")} aria-label={as_svg}>
                {words::SVG}
            </a>
            <button class="dw-button" type="button" onclick={press} aria-label={as_png}>
                {words::PNG}
            </button>
        </li>
    })
}

/// A file to read.
pub(super) fn open(_: &Sheet, _: &SheetProps, on: &Scope<Sheet>) -> Html {
    let chosen = on.callback(|event: Event| Deed::Choose(chosen_file(&event)));
    html! {
        <label class="dw-by-hand">
            {words::OPEN}
            <input type="file" accept=".json,application/json" onchange={chosen} />
        </label>
    }
}
