//! The trail of a number: answers, weight, what each option gains, claims.

use dataset::Id;
use yew::Html;

use super::body::{Body, disclosure};
use super::comparison::who;
use super::dom::{all, tag, words as said};
use super::page::Page;
use super::parts::{note, option_name};
use crate::lab;
use crate::layout::{by_weight, tenths};
use crate::report::{AssessmentReport, CriterionReport, Push};
use crate::words::lab::from_the_lab;
use crate::words::page as words;

/// How the shares come about: every criterion, the weightiest first.
pub(super) fn trails(page: &Page) -> Html {
    let row = |report: &CriterionReport| {
        let weight = words::weight_range(report.weight, report.weight_range);
        let summary =
            all(vec![Html::from(page.criterion(&report.id)), said("span", "dw-note", &weight)]);
        disclosure(page, "dw-argument", &report.id, summary, Body::Trail(report.id))
    };
    all(vec![note(words::TRAILS_LEAD), tag("div", "").each(by_weight(page.report), row).into()])
}

/// How a criterion's part in the verdict comes about.
pub(super) fn trail(page: &Page, criterion: &Id) -> Html {
    let Some(report) = page.report.criterion(criterion) else { return Html::default() };
    all(vec![
        said("p", "dw-h4", words::TRAIL_ANSWERS),
        answers(page, report),
        said("p", "dw-h4", words::TRAIL_WEIGHT),
        said("p", "", &words::weight_range(report.weight, report.weight_range)),
        said("p", "dw-h4", words::TRAIL_GAINS),
        tag("ul", "dw-list").each(&report.assessments, |it| gain(page, it)).into(),
        said("p", "dw-h4", words::TRAIL_CLAIMS),
        who(page, criterion),
    ])
}

fn answers(page: &Page, report: &CriterionReport) -> Html {
    if let Some(level) = report.importance {
        let level = words::IMPORTANCES.get(usize::from(level)).copied().unwrap_or_default();
        let own = lab::taken_over(page.dataset, page.decision(), &report.id);
        return own
            .map_or_else(|| note(level), |load| note(&from_the_lab(level, load.profile.rps)));
    }
    if report.because.is_empty() {
        return note(words::TRAIL_SILENT);
    }
    let push = |push: &Push| {
        let (ask, label) = page.answer(&push.question, &push.choice);
        tag("li", "")
            .text(&words::because_of(ask, label))
            .text(" ")
            .add(said("strong", "", &words::push(push.points)))
            .into()
    };
    tag("ul", "dw-list").each(&report.because, push).into()
}

fn gain(page: &Page, assessment: &AssessmentReport) -> Html {
    let told = match assessment.level {
        None => words::NO_SOURCE.to_string(),
        Some(_) => {
            // A value of 1 has 1000 tenths of a point.
            let points = tenths((assessment.contribution * 1000.0).round() as i32);
            words::gain(assessment.utility[1], &points)
        }
    };
    tag("li", "")
        .add(option_name(tag("strong", ""), page, &assessment.option))
        .text(words::COLON)
        .text(&told)
        .into()
}
