//! Several decisions side by side.

use yew::html::Scope;
use yew::prelude::*;

use super::field::hear;
use super::files::button;
use super::sheet::{Deed, Sheet, SheetProps};
use crate::browser::address_of;
use crate::group::{Agreement, Comparison, MOST_VOICES, Move, Rank, Standpoint, Topic};
use crate::layout::{Slope, SlopeLine, glyph, slope};
use crate::views::turns::gradual;
use crate::words::lab::CURVE_TABLE;
use crate::words::{all_of, group as said, page, percent, record, sheet as words};

/// The field for links, and what they come to.
pub(super) fn people(sheet: &Sheet, props: &SheetProps, on: &Scope<Sheet>) -> Html {
    let found = sheet.comparing.as_ref().map(|it| match it.found() {
        Some(found) => comparison(found, props, on, sheet.is_working()),
        None => html! { <p aria-busy="true">{page::WORKING}</p> },
    });
    html! {
        <>
            <h3 class="dw-h4">{words::COMPARE}</h3>
            <label class="dw-by-hand">
                {words::LINKS}
                <textarea dir="auto" rows="4" placeholder=" " value={sheet.pasted.clone()} oninput={hear(on, Deed::Links)} />
            </label>
            <div class="dw-tools">
                { button(words::JOIN, on.callback(|_| Deed::Join)) }
                { button(words::COMPARE_NOW, on.callback(|_| Deed::Compare)) }
            </div>
            { for found }
        </>
    }
}

fn comparison(found: &Comparison, props: &SheetProps, on: &Scope<Sheet>, is_working: bool) -> Html {
    let names = |options: &[dataset::Id]| -> Vec<&'static str> {
        options
            .iter()
            .filter_map(|id| props.dataset.option(id))
            .map(|it| it.name.as_str())
            .collect()
    };
    let together = match found.together.kind {
        Some(kind) => words::together(
            &record::stand(kind, &names(&found.together.options)),
            found.together.votes,
        ),
        None => words::NOBODY_COUNTS.to_string(),
    };
    let member = |(place, it): (usize, &Standpoint)| member(place, it, on);
    let skipped =
        found.skipped.iter().map(|it| html! { <li>{said::skipped(it.place, &it.says)}</li> });
    let uncounted =
        found.together.uncounted.iter().map(|it| html! { <li>{words::uncounted(it)}</li> });
    let (matter, others): (Vec<&Topic>, Vec<&Topic>) =
        found.topics.iter().partition(|it| it.matters);
    let (differ, agree): (Vec<&Topic>, Vec<&Topic>) =
        others.into_iter().partition(|it| it.agreement != Agreement::Agree);
    let list = |topics: &[&Topic]| {
        html! { <ul class="dw-rows">{ for topics.iter().map(|it| topic(it, found, &names)) }</ul> }
    };
    let folded = |title: fn(usize) -> String, topics: &[&Topic]| {
        (!topics.is_empty()).then(|| {
            html! {
                <details class="dw-more">
                    <summary class="dw-summary">{title(topics.len())}</summary>
                    { list(topics) }
                </details>
            }
        })
    };
    let topics = html! {
        <>
            <h4 class="dw-h4">{words::TOPICS}</h4>
            if is_working {
                <p aria-busy="true">{page::WORKING}</p>
            } else {
                <p class="dw-lead">{words::matter(matter.len())}</p>
                { list(&matter) }
                { for folded(words::differ, &differ) }
                { for folded(words::agree, &agree) }
            }
        </>
    };
    let members = html! {
        <>
            <ul class="dw-list">{ for skipped }</ul>
            <p class="dw-sentence">{together}</p>
            <ul class="dw-rows">{ for found.members.iter().enumerate().map(member) }</ul>
            <ul class="dw-list">{ for uncounted }</ul>
        </>
    };
    let link = address_of(&found.state, props.base.as_deref());
    let link = html! {
        <>
            <label class="dw-by-hand">{words::GROUP_LINK}<input dir="ltr" readonly=true value={link} /></label>
            <div class="dw-tools">{ button(words::CLOSE, on.callback(|_| Deed::Stop)) }</div>
        </>
    };
    gradual("div", "dw-compared", vec![members, chart(&slope(found), found, props), topics, link])
}

/// Who leans where, with how many votes.
fn member(place: usize, it: &Standpoint, on: &Scope<Sheet>) -> Html {
    let vote = |votes: u8| {
        html! { <option value={votes.to_string()} selected={votes == it.voice}>{votes}</option> }
    };
    html! {
        <li class="dw-row">
            <div>
                <p><strong><bdi lang="">{it.name.clone()}</bdi></strong>{page::COLON}{it.sentence.clone()}</p>
                { for it.since.iter().map(|it| html! { <p class="dw-note">{it.sentence.clone()}</p> }) }
            </div>
            <label class="dw-end">
                {words::VOTES}{" "}
                <select onchange={hear(on, move |votes| Deed::Voice(place, votes))}>
                    { for (1..=MOST_VOICES).map(vote) }
                </select>
            </label>
        </li>
    }
}

/// What each told, and whose verdict moves with whose answer.
fn topic(
    topic: &Topic,
    found: &Comparison,
    names: &dyn Fn(&[dataset::Id]) -> Vec<&'static str>,
) -> Html {
    // Who told the same stands together, in the order of the members.
    let mut told: Vec<(&str, Vec<&str>)> = Vec::new();
    for (member, said) in found.members.iter().zip(&topic.told) {
        let said = if said.is_empty() { page::NOT_SURE } else { said.as_str() };
        match told.iter_mut().find(|it| it.0 == said) {
            Some((_, who)) => who.push(&member.name),
            None => told.push((said, vec![&member.name])),
        }
    }
    let told = told.into_iter().map(|(said, who)| {
        html! { <li>{said.to_owned()}{page::COLON}<bdi lang="">{all_of(&who)}</bdi></li> }
    });
    let name = |place: usize| found.members.get(place).map_or("", |it| &it.name);
    let moves = topic.moves.iter().map(|it: &Move| {
        let stand = record::stand(it.kind, &names(&it.options));
        html! { <li class="dw-note">{words::moves(name(it.member), name(it.with), &stand)}</li> }
    });
    html! {
        <li class="dw-topics">
            <p><strong>{topic.title.as_str()}</strong>{" "}<span class="dw-note">{words::agreement(topic.agreement)}</span></p>
            <ul class="dw-list">{ for told }{ for moves }</ul>
        </li>
    }
}

/// Width and row of the drawing, in its own units, and the room beside the
/// ranks: for half a name on the left, for an option and its share on the right.
const WIDTH: i32 = 700;
const LEFT: i32 = 60;
const RIGHT: i32 = 300;
const ROW: i32 = 40;

/// The name of a member, as far as there is room for it.
fn short(name: &str) -> String {
    let cut = name.char_indices().nth(13).filter(|(at, _)| name[*at..].chars().count() > 1);
    cut.map_or_else(|| name.to_owned(), |(at, _)| format!("{}…", &name[..at]))
}

/// The ranks from member to member, and the shares in a table.
fn chart(chart: &Slope, found: &Comparison, props: &SheetProps) -> Html {
    if chart.columns.len() < 2 {
        return Html::default();
    }
    let option = |id: &dataset::Id| props.dataset.option(id).map_or("", |it| it.name.as_str());
    let firsts = chart.firsts();
    let firsts: Vec<(&str, usize)> =
        firsts.iter().map(|(id, times)| (option(id), *times)).collect();
    let title = said::firsts(&firsts, chart.columns.len() - 1);
    html! {
        <figure class="dw-figure" data-chart="ranks" aria-label={title.clone()}>
            <figcaption class="dw-h4">{title}<span class="dw-note">{said::RANKS}</span></figcaption>
            { drawing(chart, props) }
            <p class="dw-note">{said::RANKS_NOTE}</p>
            <details class="dw-more">
                <summary class="dw-summary">{CURVE_TABLE}</summary>
                { table(found, &option) }
            </details>
        </figure>
    }
}

/// The share of each option with each member, and with all together.
fn table(found: &Comparison, option: &dyn Fn(&dataset::Id) -> &'static str) -> Html {
    let cell = |it: &Rank| match it.place {
        Some(_) => html! { <td>{percent(it.share)}</td> },
        None => html! { <td>{page::NO_SHARE}</td> },
    };
    let row = |name: Html, ranks: &[Rank]| html! { <tr><th scope="row">{name}</th>{ for ranks.iter().map(cell) }</tr> };
    let members = found.members.iter().filter(|it| it.counts);
    html! {
        <div class="dw-wide" tabindex="0" role="region" aria-label={CURVE_TABLE}>
            <table class="dw-table">
                <thead>
                    <tr>
                        <td></td>
                        { for found.together.ranks.iter().map(|it| html! { <th scope="col">{option(&it.option)}</th> }) }
                    </tr>
                </thead>
                <tbody>
                    { for members.map(|it| row(html! { <bdi lang="">{it.name.clone()}</bdi> }, &it.ranks)) }
                    { row(said::TOGETHER.into(), &found.together.ranks) }
                </tbody>
            </table>
        </div>
    }
}

fn drawing(chart: &Slope, props: &SheetProps) -> Html {
    let height = ROW * i32::try_from(chart.rows + 1).unwrap_or(ROW);
    let x = |column: usize| (LEFT + chart.columns[column].x.of(WIDTH - LEFT - RIGHT)).to_string();
    let y = |row: usize| (ROW + ROW * i32::try_from(row).unwrap_or(0)).to_string();
    let heads = (0..chart.columns.len()).map(|at| {
        html! {
            <text x={x(at)} y="14" text-anchor="middle" fill="currentColor">
                {short(&chart.columns[at].name)}
            </text>
        }
    });
    let line = |line: &SlopeLine| {
        let slot = props.dataset.options.iter().position(|it| it.id == line.option).unwrap_or(0);
        let name = props.dataset.option(&line.option).map_or("", |it| it.name.as_str());
        let segments = line.segments().map(|[a, b]| {
            html! {
                <line class="dw-span" x1={x(a.column)} y1={y(a.row)} x2={x(b.column)} y2={y(b.row)} />
            }
        });
        let marks = line.stops.iter().map(|it| {
            html! {
                <path
                    class="dw-fill"
                    transform={format!("translate({} {})", x(it.column), y(it.row))}
                    d={glyph(slot)}
                />
            }
        });
        let last = line.stops.last().map(|it| {
            html! {
                <text x={(WIDTH - RIGHT + 14).to_string()} y={y(it.row)} dy="5" fill="currentColor">
                    {format!("{name} {}", percent(it.share))}
                </text>
            }
        });
        html! { <g data-slot={slot.to_string()}>{ for segments }{ for marks }{ for last }</g> }
    };
    html! {
        <div class="dw-wide" tabindex="0" role="region" aria-label={said::RANKS}>
            <svg
                aria-hidden="true"
                width="100%"
                viewBox={format!("0 0 {WIDTH} {height}")}
                font-size="14"
            >
                { for heads }
                { for chart.lines.iter().map(line) }
            </svg>
        </div>
    }
}
