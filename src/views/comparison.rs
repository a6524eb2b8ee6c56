//! The whole comparison: every criterion with what the sources say of every
//! option, how far they differ, and how much it weighs.

use dataset::{Criterion, Group};
use yew::prelude::*;

use super::page::Page;
use super::parts::{Disclosure, claims, lead, mark};
use crate::decision::{Edit, Importance};
use crate::layout::{Lane, Marks, Place, glyph, lanes};
use crate::report::CriterionReport;
use crate::state::Action;
use crate::words::page as words;

/// All criteria in their groups.
pub(super) fn comparison(page: &Page) -> Html {
    html! {
        <div data-chart="assessments">
            {lead(words::COMPARISON_LEAD)}
            {shown_options(page)}
            for group in Group::ALL {
                {criteria(page, group)}
            }
        </div>
    }
}

/// Boxes that take options out of the comparison and bring them back.
fn shown_options(page: &Page) -> Html {
    html! {
        <fieldset class="dw-question">
            <legend class="dw-ask">{words::HIDDEN}</legend>
            <div class="dw-choices">
                for (slot, option) in page.dataset.options.iter().enumerate() {
                    <label class="dw-choice" key={&*option.id}>
                        <input
                            type="checkbox"
                            checked={!page.decision().hidden.contains(&option.id)}
                            onchange={show_or_hide(page, &option.id)}
                        />
                        <span>{mark(slot)}{&option.name}</span>
                    </label>
                }
            </div>
        </fieldset>
    }
}

fn show_or_hide(page: &Page, option: &str) -> Callback<Event> {
    let is_hidden = page.decision().hidden.contains(option);
    let edit = if is_hidden { Edit::Show } else { Edit::Hide }(option.to_string());
    page.act.reform(move |_| Action::Edit(edit.clone()))
}

fn criteria(page: &Page, group: Group) -> Html {
    let found: Vec<(&Criterion, &CriterionReport)> = page
        .report
        .criteria
        .iter()
        .filter_map(|it| Some((page.dataset.criterion(&it.id)?, it)))
        .filter(|(criterion, _)| criterion.group == group)
        .collect();
    if found.is_empty() {
        return Html::default();
    }
    html! {
        <section class="dw-group">
            <h3 class="dw-h3">{words::group(group)}</h3>
            <div class="dw-criteria">
                for (criterion, report) in found {
                    {row(page, criterion, report)}
                }
            </div>
        </section>
    }
}

fn row(page: &Page, criterion: &Criterion, report: &CriterionReport) -> Html {
    html! {
        <article class="dw-criterion" key={&*criterion.id}>
            <div>
                <h4 class="dw-h4">{&criterion.name}</h4>
                <p class="dw-note">{&criterion.about}</p>
                {importance(page, criterion, report)}
            </div>
            <div>
                <ul class="dw-lanes">
                    for lane in lanes(report) {
                        {lane_row(page, &lane)}
                    }
                </ul>
                <p class="dw-anchors">
                    <span>{&criterion.worst}</span>
                    <span>{&criterion.best}</span>
                </p>
                {who(page, report)}
            </div>
        </article>
    }
}

fn lane_row(page: &Page, lane: &Lane) -> Html {
    let slot = page.slot(&lane.option);
    html! {
        <li class="dw-lane" key={&*lane.option} data-slot={slot.to_string()}>
            <span class="dw-label">{page.name(&lane.option)}</span>
            <svg class="dw-track" aria-hidden="true">
                <line class="dw-axis" x1="0" x2="100%" y1="50%" y2="50%" />
                if let Some(marks) = &lane.marks {
                    {dot(slot, marks)}
                }
            </svg>
            <span class="dw-value">
                {lane.marks.as_ref().map_or(words::NO_SOURCE, |it| &it.text).to_string()}
            </span>
        </li>
    }
}

fn dot(slot: usize, marks: &Marks) -> Html {
    html! {
        <>
            <line
                class="dw-span"
                x1={marks.low.to_string()}
                x2={marks.high.to_string()}
                y1="50%"
                y2="50%"
            />
            <svg class="dw-dot" x={marks.best.to_string()} y="50%">
                <path d={glyph(slot)} />
            </svg>
        </>
    }
}

fn importance(page: &Page, criterion: &Criterion, report: &CriterionReport) -> Html {
    let by_hand = report.importance.map(usize::from);
    let id = criterion.id.clone();
    let onchange = page.act.reform(move |event: Event| {
        let level = value_of(&event).and_then(|it| it.parse().ok()).and_then(Importance::new);
        Action::Edit(Edit::Weigh(id.clone(), level))
    });
    html! {
        <label class="dw-importance">
            <span>{words::MATTERS}</span>
            <select {onchange}>
                <option value="" selected={by_hand.is_none()}>{words::BY_ANSWERS}</option>
                for (level, label) in words::IMPORTANCES.into_iter().enumerate() {
                    <option value={level.to_string()} selected={by_hand == Some(level)}>
                        {label}
                    </option>
                }
            </select>
            <svg class="dw-weight" aria-hidden="true">
                <rect class="dw-ground" width="100%" height="100%" />
                <rect
                    class="dw-fill"
                    width={Place::along(report.weight, 0.0, 0.25).to_string()}
                    height="100%"
                />
            </svg>
            <span class="dw-note">{words::weight(report.weight)}</span>
        </label>
    }
}

/// The value of the field that an event comes from.
fn value_of(event: &Event) -> Option<String> {
    js_sys::Reflect::get(&event.target()?.into(), &"value".into()).ok()?.as_string()
}

/// Why no source speaks, where that is known.
fn gap(page: &Page, option: &str, criterion: &str) -> String {
    let gaps = &page.dataset.gaps;
    let known = gaps.iter().find(|it| it.option == option && it.criterion == criterion);
    known.map_or(words::NO_SOURCE, |it| &it.why).to_string()
}

/// Who said what under a criterion.
fn who(page: &Page, report: &CriterionReport) -> Html {
    let (page, lanes, id) = (page.clone(), lanes(report), report.id.clone());
    let body = Callback::from(move |()| {
        html! {
            <dl class="dw-pairs">
                for lane in &lanes {
                    <dt>{mark(page.slot(&lane.option))}{page.name(&lane.option)}</dt>
                    <dd>
                        if lane.claims.is_empty() {
                            <p class="dw-note">{gap(&page, &lane.option, &id)}</p>
                        }
                        {claims(&page.dataset, &lane.claims)}
                    </dd>
                }
            </dl>
        }
    });
    html! { <Disclosure summary={Html::from(words::WHO)} {body} /> }
}
