//! The whole way from a decision to a report.

use dataset::{Alternative, Dataset, Id, Table};
use smaa::{Effort, Outcome, Weights, sort_by};

use crate::decision::{Decision, Importance};
use crate::report::{
    AssessmentReport, CriterionReport, DatasetName, Method, OptionReport, Progress, Prospects,
    Report, Stages,
};

use super::analysis::{Situation, Yardstick};
use super::answering::Answering;
use super::arguments::{case, separation};
use super::outlook::{Outlook, Step};
use super::verdict::{Standing, needed, verdict};

/// The complete report.
pub fn evaluate(dataset: &Dataset, decision: &Decision) -> Report {
    let mut report = answer(dataset, decision);
    report.outlook = outlook(dataset, decision, &report);
    report
}

/// Works out the outlook of an [`answer`], all at once.
pub fn outlook(dataset: &Dataset, decision: &Decision, report: &Report) -> Prospects {
    let mut outlook = Outlook::new(dataset, decision, report);
    while outlook.step(dataset, decision) != Step::Done {}
    outlook.found().clone()
}

/// The report without its outlook, which takes many more analyses; [`Outlook`] adds it in
/// steps that are short enough for a page to stay awake.
pub fn answer(dataset: &Dataset, decision: &Decision) -> Report {
    let mut answering = Answering::new(dataset, decision);
    loop {
        if let Some(report) = answering.step(dataset, decision) {
            return report;
        }
    }
}

/// The same with a sixth of the points; what needs an analysis of its own is
/// taken from the report `before`. Good enough for the frame after a click, to be
/// replaced by [`answer`] before anybody takes it away.
pub fn draft(dataset: &Dataset, decision: &Decision, before: &Report) -> Report {
    let situation = Situation::new(dataset, decision);
    let outcome = situation.solving(&situation.open(), None, Effort::Glance).finish();
    let shares_if_allowed = shares_before(&situation, before);
    report(dataset, decision, &situation, &outcome, &shares_if_allowed, before.stages.clone())
}

/// What an `outcome` over the open options comes to.
pub(super) fn report(
    dataset: &Dataset,
    decision: &Decision,
    situation: &Situation,
    outcome: &Outcome,
    shares_if_allowed: &[f64],
    stages: Stages,
) -> Report {
    let open = situation.open();
    let standing = standing(dataset, decision, situation, outcome);
    let fitting = situation.fitting_weights();
    let weights = fitting.middle();

    let mut options: Vec<OptionReport> = (0..situation.options.len())
        .map(|place| {
            let index = open.iter().position(|&it| it == place);
            let case = case(situation, &weights, place);
            let contender = &situation.options[place];
            OptionReport {
                id: contender.option.id,
                status: contender.status,
                reasons: contender.reasons.clone(),
                value: value(situation, &weights, place),
                value_range: value_range(situation, &weights, place),
                coverage: coverage(situation, &weights, place),
                rank_acceptability: index.map(|i| outcome.ranks[i].clone()).unwrap_or_default(),
                share_if_allowed: shares_if_allowed[place],
                central_weights: index.map(|i| central(situation, outcome, i)).unwrap_or_default(),
                strengths: case.strengths,
                weaknesses: case.weaknesses,
            }
        })
        .collect();
    let place = |id: &Id| dataset.options.iter().position(|it| it.id == *id);
    sort_by(&mut options, |a, b| place(&a.id).cmp(&place(&b.id)));

    Report {
        dataset: DatasetName { id: dataset.id, version: dataset.version },
        verdict: verdict(dataset, situation, &standing),
        options,
        pairwise: pairwise(situation, &open, outcome),
        // Where no point was found that fits, nothing is exact: the error is 1.
        method: if outcome.points == 0 && outcome.error == 0.0 {
            Method::Exact
        } else {
            Method::Sampled
        },
        error: outcome.error,
        points: outcome.points,
        criteria: criteria(dataset, situation, &fitting),
        separation: separation(situation, &standing, &weights),
        stages,
        progress: Progress {
            answered: decision.answered(dataset),
            questions: dataset.questions.len(),
        },
        outlook: Prospects::default(),
    }
}

/// What was told, and the first-rank shares of the open options.
pub(super) fn standing<'a>(
    dataset: &Dataset,
    decision: &Decision,
    situation: &Situation<'a>,
    outcome: &Outcome,
) -> Standing<'a> {
    let weighed = decision.importance.keys().filter(|id| dataset.criterion(id).is_some()).count();
    let option = |place: usize| -> &'a Alternative { situation.options[place].option };
    let open = situation.open();
    Standing {
        shares: open
            .iter()
            .zip(&outcome.ranks)
            .map(|(&it, ranks)| (option(it), ranks[0]))
            .collect(),
        told: decision.answered(dataset) + weighed,
        needed: needed(dataset),
    }
}

/// First-rank shares if no option were excluded, by visible option, as they
/// stand in a report; an option that it does not show has none.
fn shares_before(situation: &Situation, report: &Report) -> Vec<f64> {
    let share =
        |id: &Id| report.options.iter().find(|it| it.id == *id).map(|it| it.share_if_allowed);
    situation.options.iter().map(|it| share(&it.option.id).unwrap_or_default()).collect()
}

fn value(situation: &Situation, weights: &[f64], place: usize) -> f64 {
    let assessed = coverage(situation, weights, place);
    if assessed == 0.0 {
        return 0.0;
    }
    let parts = situation.criteria.iter().zip(weights);
    parts.filter_map(|(it, weight)| Some(weight * it.utility(place)?)).sum::<f64>() / assessed
}

fn value_range(situation: &Situation, weights: &[f64], place: usize) -> [f64; 2] {
    let parts = || {
        let criteria = situation.criteria.iter().zip(weights);
        criteria.map(|(it, weight)| (weight, it.assessments[place].utilities))
    };
    [
        parts().map(|(weight, [low, _, _])| weight * low).sum(),
        parts().map(|(weight, [_, _, high])| weight * high).sum(),
    ]
}

fn coverage(situation: &Situation, weights: &[f64], place: usize) -> f64 {
    let parts = situation.criteria.iter().zip(weights);
    parts.filter(|(it, _)| it.utility(place).is_some()).map(|(_, weight)| weight).sum()
}

fn central(situation: &Situation, outcome: &Outcome, index: usize) -> Table<f64> {
    let ids = situation.criteria.iter().map(|it| it.criterion.id);
    ids.zip(outcome.central[index].iter().flatten().copied()).collect()
}

fn pairwise(situation: &Situation, open: &[usize], outcome: &Outcome) -> Table<Table<f64>> {
    let id = |index: usize| situation.options[open[index]].option.id;
    let rivals = |index: usize| {
        let others = (0..open.len()).filter(move |&rival| rival != index);
        others.map(|rival| (id(rival), outcome.pairwise[index][rival])).collect()
    };
    (0..open.len()).map(|index| (id(index), rivals(index))).collect()
}

fn criteria(dataset: &Dataset, situation: &Situation, fitting: &Weights) -> Vec<CriterionReport> {
    let weights = fitting.middle().into_iter().zip(fitting.range());
    let report =
        |(yardstick, (weight, weight_range)): (&Yardstick, (f64, [f64; 2]))| CriterionReport {
            id: yardstick.criterion.id,
            points: yardstick.importance.points,
            importance: yardstick.importance.by_hand.map(Importance::level),
            because: yardstick.importance.because.clone(),
            weight,
            weight_range,
            assessments: assessments(dataset, situation, yardstick, weight),
        };
    let mut reports: Vec<_> = situation.criteria.iter().zip(weights).map(report).collect();
    let place = |id: &Id| dataset.criteria.iter().position(|it| it.id == *id);
    sort_by(&mut reports, |a, b| place(&a.id).cmp(&place(&b.id)));
    reports
}

fn assessments(
    dataset: &Dataset,
    situation: &Situation,
    yardstick: &Yardstick,
    weight: f64,
) -> Vec<AssessmentReport> {
    let mut reports: Vec<_> = situation
        .options
        .iter()
        .zip(&yardstick.assessments)
        .map(|(contender, assessment)| AssessmentReport {
            option: contender.option.id,
            level: assessment.level,
            claims: assessment.claims.iter().map(|claim| claim.id).collect(),
            sources: assessment.claims.iter().map(|claim| claim.source).collect(),
            utility: assessment.utilities,
            contribution: assessment.level.map_or(0.0, |_| weight * assessment.utilities[1]),
        })
        .collect();
    let place = |id: &Id| dataset.options.iter().position(|it| it.id == *id);
    sort_by(&mut reports, |a, b| place(&a.option).cmp(&place(&b.option)));
    reports
}
