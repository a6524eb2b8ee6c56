//! The whole comparison: every criterion with what the sources say of every
//! option, how far they differ, and how much it weighs.

use dataset::{Alternative, Claim, Criterion, Group, Id};
use yew::Html;

use super::body::{Body, disclosure, opened_if};
use super::charts::{bar, line, track};
use super::checklist::{field, label};
use super::dom::{Attr, all, tag, words as said};
use super::evidence::claims_with;
use super::message::Message;
use super::page::Page;
use super::parts::{lead, note, option_name};
use super::turns::gradual;
use crate::decision::Edit;
use crate::layout::{Lane, Marks, Place, ends, glyph, lanes, number, stretch};
use crate::report::CriterionReport;
use crate::words::page as words;

/// The weight that fills a criterion's bar.
const FULL_BAR: f64 = 0.25;

/// All criteria in their groups, which are open from the start or not.
pub(super) fn comparison(page: &Page, open: bool) -> Html {
    tag("div", "")
        .is(Attr::DataChart, "assessments")
        .add(lead(words::COMPARISON_LEAD))
        .add(shown_options(page))
        .each(Group::ALL, |it| summary(page, it, open))
        .into()
}

/// Boxes that take options out of the comparison and bring them back.
fn shown_options(page: &Page) -> Html {
    let shown = |option: &Alternative| {
        let is_hidden = page.decision().hidden.contains(&option.id);
        let edit = if is_hidden { Edit::Show } else { Edit::Hide }(option.id);
        let name = option_name(tag("span", ""), page, &option.id);
        label(field(page, true, !is_hidden, edit)).add(name).into()
    };
    tag("fieldset", "dw-shown")
        .add(said("legend", "dw-ask", words::SHOWN))
        .add(tag("div", "dw-choices").each(&page.dataset.options, shown))
        .into()
}

fn summary(page: &Page, group: Group, open: bool) -> Html {
    let count = page.dataset.criteria.iter().filter(|it| it.group == group).count();
    if count == 0 {
        return Html::default();
    }
    let name = words::group(group);
    let summary = all(vec![Html::from(name), said("span", "dw-note", &words::criteria(count))]);
    opened_if(page, open, "dw-topic", name, summary, Body::Group(group))
}

/// The criteria of a group.
pub(super) fn group(page: &Page, group: Group) -> Html {
    let of_group = page.dataset.criteria.iter().filter(|it| it.group == group);
    let pieces: Vec<Html> =
        of_group.filter_map(|it| Some(row(page, it, page.report.criterion(&it.id)?))).collect();
    gradual("div", "dw-criteria", pieces)
}

fn row(page: &Page, criterion: &Criterion, report: &CriterionReport) -> Html {
    let ends = ends(criterion);
    let about = tag("div", "")
        .add(said("h3", "dw-h4", &criterion.name))
        .add(note(&criterion.about))
        .maybe(page.dataset.weights.is_none().then(|| importance(page, report)));
    let unit = criterion.measure.as_ref().map(|it| it.unit.as_str());
    let [worst, best] = ends.map(|end| unit.map(|unit| words::measured(&number(end), unit)));
    let anchors = tag("p", "dw-anchors")
        .add(said("span", "", worst.as_deref().unwrap_or(&criterion.worst)))
        .add(said("span", "", best.as_deref().unwrap_or(&criterion.best)));
    let assessed = tag("div", "")
        .add(tag("ul", "dw-lanes").each(&lanes(report, ends), |it| lane(page, it)))
        .add(anchors)
        .add(disclosure(page, "dw-more", "who", words::WHO.into(), Body::Who(criterion.id)));
    tag("article", "dw-criterion").key(&criterion.id).add(about).add(assessed).into()
}

fn lane(page: &Page, lane: &Lane) -> Html {
    let slot = page.slot(&lane.option);
    let text = lane.marks.as_ref().map_or(words::NO_SOURCE, |it| &it.text);
    let drawing = track("dw-track")
        .add(line("dw-axis", [Place::START, Place::END], [Place::MIDDLE; 2]))
        .maybe(lane.marks.as_ref().map(|it| marks(slot, it)));
    tag("li", "dw-lane")
        .key(&lane.option)
        .set(Attr::DataSlot, slot.to_string())
        .add(said("span", "dw-label", page.name(&lane.option)))
        .add(drawing)
        .add(said("span", "dw-value", text))
        .into()
}

fn marks(slot: usize, marks: &Marks) -> Html {
    let dot = tag("svg", "dw-dot")
        .set(Attr::X, marks.best.to_string())
        .is(Attr::Y, "50%")
        .add(tag("path", "").is(Attr::D, glyph(slot)));
    all(vec![line("dw-span", [marks.low, marks.high], [Place::MIDDLE; 2]), dot.into()])
}

/// How much a criterion matters, and what that comes to.
fn importance(page: &Page, report: &CriterionReport) -> Html {
    let by_hand = report.importance.map(usize::from);
    let level = |(level, name): (usize, &'static str)| {
        let option = tag("option", "").set(Attr::Value, level.to_string());
        option.has(Attr::Selected, by_hand == Some(level)).text(name).into()
    };
    let by_answers = tag("option", "").is(Attr::Value, "").has(Attr::Selected, by_hand.is_none());
    let select = tag("select", "")
        .on_change(page.send, Message::Weigh(report.id))
        .add(by_answers.text(words::BY_ANSWERS))
        .each(words::IMPORTANCES.into_iter().enumerate(), level);
    let weight = track("dw-weight").add(bar("dw-ground", Place::START, Place::END)).add(bar(
        "dw-fill",
        Place::START,
        Place::along(report.weight, 0.0, FULL_BAR),
    ));
    tag("label", "dw-importance")
        .add(said("span", "", words::MATTERS))
        .add(select)
        .add(weight)
        .add(said("span", "dw-note", &words::weight(report.weight)))
        .into()
}

/// Who said what under a criterion, each claim with its range on the same axis.
pub(super) fn who(page: &Page, id: &Id) -> Html {
    let found = page.dataset.criterion(id).zip(page.report.criterion(id));
    let Some((criterion, report)) = found else { return Html::default() };
    let ends = ends(criterion);
    let range = |it: &Claim| {
        let drawn = stretch(it.level.low, it.level.high, ends);
        let axis = line("dw-axis", [Place::START, Place::END], [Place::MIDDLE; 2]);
        Some(track("dw-track").add(axis).add(line("dw-span", drawn, [Place::MIDDLE; 2])).into())
    };
    let of_option = |it: &Lane| {
        let silence = || note(&why_silent(page, &it.option, id));
        tag("li", "")
            .set(Attr::DataSlot, page.slot(&it.option).to_string())
            .add(option_name(tag("strong", ""), page, &it.option))
            .maybe(it.claims.is_empty().then(silence))
            .add(claims_with(page.dataset, &it.claims, &range))
            .into()
    };
    tag("ul", "dw-behind").each(&lanes(report, ends), of_option).into()
}

/// Why no source speaks, where that is known.
fn why_silent(page: &Page, option: &str, criterion: &str) -> String {
    let gaps = &page.dataset.gaps;
    let known = gaps.iter().find(|it| it.option == option && it.criterion == criterion);
    known.map_or(words::NO_SOURCE, |it| &it.why).to_string()
}
