//! The laws of an answer, on random datasets and random decisions.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::{Case, arbitrary_case};
use dataset::{Dataset, Id, Interval, Table};
use decision_widget::decision::{Decision, Edit, Importance};
use decision_widget::engine::answer;
use decision_widget::report::{Report, Status, VerdictKind};
use decision_widget::{evaluate, link};
use proptest::prelude::*;

/// Rounding of a sum over all sampled points.
const ROUNDING: f64 = 1e-9;

fn first_shares(report: &Report) -> BTreeMap<Id, f64> {
    report.options.iter().map(|option| (option.id, option.first_rank())).collect()
}

fn turn<T>(list: &mut [T], by: usize) {
    let by = by % list.len().max(1);
    list.rotate_left(by);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn shares_sum_to_one_per_rank_and_per_option(case in arbitrary_case()) {
        let report = answer(&case.dataset, &case.decision);
        let open: Vec<_> =
            report.options.iter().filter(|it| it.status != Status::Excluded).collect();
        for option in &open {
            let sum: f64 = option.rank_acceptability.iter().sum();
            prop_assert!((sum - 1.0).abs() < ROUNDING, "{} sums to {sum}", option.id);
        }
        for rank in 0..open.len() {
            let sum: f64 = open.iter().map(|option| option.rank_acceptability[rank]).sum();
            prop_assert!((sum - 1.0).abs() < ROUNDING, "rank {rank} sums to {sum}");
        }
        for (a, rivals) in report.pairwise.iter() {
            for (b, share) in rivals.iter() {
                let back = report.pairwise[&b][&a];
                prop_assert!((share + back - 1.0).abs() < ROUNDING, "{a} {b}: {share} {back}");
            }
        }
    }

    #[test]
    fn the_order_of_everything_in_the_file_changes_nothing(
        case in arbitrary_case(), by in 1usize..5,
    ) {
        let mut turned = case.dataset.clone();
        turn(&mut turned.options, by);
        turn(&mut turned.criteria, by);
        turn(&mut turned.claims, by);
        turn(&mut turned.questions, by);
        turn(&mut turned.sources, by);
        let before = answer(&case.dataset, &case.decision);
        let after = answer(&turned, &case.decision);
        prop_assert_eq!(&before.pairwise, &after.pairwise);
        prop_assert_eq!(first_shares(&before), first_shares(&after));
        prop_assert_eq!(before.verdict.kind, after.verdict.kind);
    }

    #[test]
    fn other_names_change_nothing_but_the_names(case in arbitrary_case()) {
        let renamed = case.renamed(|option| format!("z-{option}"));
        let before = answer(&case.dataset, &case.decision);
        let after = answer(&renamed.dataset, &renamed.decision);
        for (old, new) in before.options.iter().zip(&after.options) {
            prop_assert_eq!(format!("z-{}", old.id), new.id.to_string());
            prop_assert_eq!(&old.rank_acceptability, &new.rank_acceptability);
            prop_assert_eq!(old.value, new.value);
        }
    }

    #[test]
    fn more_importance_where_an_option_is_best_never_lowers_its_share(
        case in arbitrary_case(), criterion in any::<prop::sample::Index>(),
        option in any::<prop::sample::Index>(), low in 0u8..4,
    ) {
        let Case { mut dataset, decision } = case;
        let criterion = dataset.criteria[criterion.index(dataset.criteria.len())].id;
        let best = dataset.options[option.index(dataset.options.len())].id;
        make_best(&mut dataset, criterion, best);
        let with = |level: u8| {
            let importance = Importance::new(level).expect("0 to 4");
            let edited =
                decision.clone().edit(&dataset, Edit::Weigh(criterion, Some(importance)));
            answer(&dataset, &edited)
        };
        let (less, more) = (with(low), with(low + 1));
        let share = |report: &Report| report.option(&best).map_or(0.0, |it| it.first_rank());
        prop_assert!(
            share(&more) >= share(&less) - ROUNDING,
            "{} fell to {}", share(&less), share(&more)
        );
    }

    #[test]
    fn hiding_an_option_leaves_the_values_of_the_others(
        case in arbitrary_case(), option in any::<prop::sample::Index>(),
    ) {
        let Case { dataset, decision } = case;
        let hidden = dataset.options[option.index(dataset.options.len())].id;
        let before = answer(&dataset, &decision);
        let after = answer(&dataset, &decision.clone().edit(&dataset, Edit::Hide(hidden)));
        prop_assert!(after.option(&hidden).is_none());
        for option in &after.options {
            let old = before.option(&option.id).expect("it was visible before");
            prop_assert_eq!(old.value, option.value);
            prop_assert_eq!(old.value_range, option.value_range);
            prop_assert_eq!(old.coverage, option.coverage);
        }
    }

    #[test]
    fn a_missing_assessment_widens_and_shifts_nothing_else(
        case in arbitrary_case(), criterion in any::<prop::sample::Index>(),
    ) {
        let Case { mut dataset, decision } = case;
        let id = dataset.criteria[criterion.index(dataset.criteria.len())].id;
        let before = answer(&dataset, &decision);
        dataset.claims.retain(|claim| claim.criterion != id);
        let after = answer(&dataset, &decision);
        for (old, new) in before.options.iter().zip(&after.options) {
            prop_assert!(new.value_range[0] <= old.value_range[0] + ROUNDING);
            prop_assert!(new.value_range[1] >= old.value_range[1] - ROUNDING);
            prop_assert!(new.coverage <= old.coverage + ROUNDING);
        }
    }

    #[test]
    fn an_option_that_is_beaten_everywhere_is_never_best(
        case in arbitrary_case(), option in any::<prop::sample::Index>(),
    ) {
        let Case { mut dataset, decision } = case;
        let index = option.index(dataset.options.len());
        let beaten = dataset.options[index].id;
        for criterion in dataset.criteria.clone() {
            make_worst(&mut dataset, criterion.id, beaten);
        }
        let report = answer(&dataset, &decision);
        let rivals = report.options.iter().filter(|it| it.status != Status::Excluded).count();
        let weighs = report.criteria.iter().any(|criterion| criterion.weight > 0.0);
        if let Some(option) = report.option(&beaten)
            && rivals > 1
            && option.status != Status::Excluded
            && weighs
        {
            prop_assert_eq!(option.first_rank(), 0.0);
        }
    }

    #[test]
    fn excluded_options_stay_visible_with_their_reason(case in arbitrary_case()) {
        let report = answer(&case.dataset, &case.decision);
        for option in report.options.iter().filter(|it| it.status == Status::Excluded) {
            prop_assert!(option.rank_acceptability.is_empty());
            prop_assert!(option.reasons.iter().any(|it| it.status == Status::Excluded));
            prop_assert!(!report.verdict.options.contains(&option.id));
        }
        let nobody = report.options.iter().all(|it| it.status == Status::Excluded);
        prop_assert_eq!(nobody && !report.options.is_empty(),
            report.verdict.kind == VerdictKind::Conflict);
        let allowed: f64 = report.options.iter().map(|it| it.share_if_allowed).sum();
        prop_assert!(report.options.is_empty() || (allowed - 1.0).abs() < ROUNDING);
    }

    #[test]
    fn what_is_too_close_to_call_lies_between_two_at_least(case in arbitrary_case()) {
        let Report { verdict, .. } = answer(&case.dataset, &case.decision);
        prop_assert!(verdict.kind != VerdictKind::Close || verdict.options.len() > 1);
    }

    #[test]
    fn a_verdict_names_its_options_best_first(case in arbitrary_case()) {
        let report = answer(&case.dataset, &case.decision);
        let share = |id| report.option(id).map(|it| it.first_rank());
        prop_assert!(report.verdict.options.is_sorted_by(|a, b| share(a) >= share(b)));
    }

    #[test]
    fn blank_is_the_same_as_not_sure_and_order_does_not_matter(case in arbitrary_case()) {
        let Case { dataset, decision } = case;
        let ticks: Vec<Edit> = decision
            .answers
            .iter()
            .flat_map(|(question, choices)| choices.iter().map(move |choice| Edit::Tick {
                question, choice,
            }))
            .collect();
        let replayed = |edits: Vec<Edit>| {
            let start = Decision {
                importance: decision.importance.clone(),
                hidden: decision.hidden.clone(),
                ..Decision::default()
            };
            edits.into_iter().fold(start, |decision, edit| decision.edit(&dataset, edit))
        };
        let backwards = replayed(ticks.iter().rev().cloned().collect());
        prop_assert_eq!(&replayed(ticks), &decision);
        prop_assert_eq!(&backwards, &decision);
        for question in &dataset.questions {
            let other = question.choices.iter().find(|it| !decision.has(&question.id, &it.id));
            if let Some(choice) = other && decision.is_blank(&question.id) {
                let tick =
                    Edit::Tick { question: question.id, choice: choice.id };
                let there = decision.clone().edit(&dataset, tick);
                let blank =
                    Edit::Answer { question: question.id, choices: Vec::new() };
                let back = there.edit(&dataset, blank);
                prop_assert_eq!(&back, &decision);
            }
        }
    }

    #[test]
    fn every_sentence_can_be_traced_to_a_claim_and_a_source(case in arbitrary_case()) {
        let Case { dataset, decision } = case;
        let report = answer(&dataset, &decision);
        for criterion in &report.criteria {
            let points: i32 = criterion.because.iter().map(|push| i32::from(push.points)).sum();
            prop_assert_eq!(points, criterion.points);
            for push in &criterion.because {
                prop_assert!(decision.has(&push.question, &push.choice));
            }
            for assessment in &criterion.assessments {
                prop_assert_eq!(assessment.level.is_none(), assessment.claims.is_empty());
                for id in &assessment.claims {
                    let claim = dataset.claim(id).expect("a claim that is named exists");
                    prop_assert!(dataset.source(&claim.source).is_some());
                    prop_assert!(claim.options.contains(&assessment.option));
                }
            }
        }
    }

    #[test]
    fn a_link_gives_the_same_decision_and_the_same_numbers(case in arbitrary_case()) {
        let Case { dataset, decision } = case;
        let text = link::encode(&dataset, &decision, &link::Stamp::default());
        let opened = link::decode(&dataset, &text);
        prop_assert_eq!(opened.damage, None);
        prop_assert_eq!(&opened.decision, &decision);
        prop_assert_eq!(answer(&dataset, &opened.decision), answer(&dataset, &decision));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(16) })]

    #[test]
    fn what_is_called_a_tipping_point_flips_the_verdict(case in arbitrary_case()) {
        let Case { dataset, decision } = case;
        let report = evaluate(&dataset, &decision);
        for tip in &report.outlook.tipping {
            let edit = Edit::Answer { question: tip.question, choices: tip.answer.clone() };
            let then = answer(&dataset, &decision.clone().edit(&dataset, edit));
            prop_assert_eq!(then.verdict.kind, tip.kind);
            prop_assert_eq!(&then.verdict.options, &tip.options);
            prop_assert!(!is_same_advice(&report, &then), "{} changes nothing", tip.sentence);
        }
        for tip in &report.outlook.tipping_importance {
            let edit = Edit::WeighAll(tip.importance.clone());
            let then = answer(&dataset, &decision.clone().edit(&dataset, edit));
            prop_assert_eq!(then.verdict.kind, tip.kind);
            prop_assert_eq!(&then.verdict.options, &tip.options);
            prop_assert!(!is_same_advice(&report, &then), "{} changes nothing", tip.sentence);
        }
        for tip in &report.outlook.tipping_claims {
            let then = answer(&dataset, &decision.clone().edit(&dataset, Edit::LeaveOut(tip.claim)));
            prop_assert_eq!(then.verdict.kind, tip.kind);
            prop_assert_eq!(&then.verdict.options, &tip.options);
            prop_assert!(!is_same_advice(&report, &then), "{} changes nothing", tip.sentence);
        }
        for source in &report.outlook.without_source {
            let without = decision.clone().edit(&dataset, Edit::LeaveOut(source.source));
            prop_assert_eq!(&answer(&dataset, &without).verdict.options, &source.options);
            let alone = decision.clone().edit(&dataset, Edit::HearOnly(source.source));
            let alone = answer(&dataset, &alone);
            prop_assert_eq!(&alone.verdict.options, &source.alone.options);
            prop_assert_eq!(first_of_open(&alone), shares_of(&source.alone.shares));
        }
        let sources: BTreeSet<_> = dataset.sources.iter().map(|it| &it.id).collect();
        let left_out: BTreeSet<_> = report.outlook.without_source.iter().map(|it| &it.source).collect();
        prop_assert_eq!(sources, left_out);
    }
}

fn is_same_advice(a: &Report, b: &Report) -> bool {
    a.verdict.kind == b.verdict.kind && a.verdict.options == b.verdict.options
}

fn first_of_open(report: &Report) -> BTreeMap<Id, f64> {
    let open = report.options.iter().filter(|it| it.status != Status::Excluded);
    open.map(|it| (it.id, it.first_rank())).collect()
}

fn shares_of(shares: &Table<f64>) -> BTreeMap<Id, f64> {
    shares.iter().map(|(id, share)| (id, *share)).collect()
}

/// Puts the option's readings above those of all others under a criterion.
fn make_best(dataset: &mut Dataset, criterion: Id, best: Id) {
    for claim in dataset.claims.iter_mut().filter(|claim| claim.criterion == criterion) {
        let is_best = claim.options.contains(&best);
        claim.level = Interval::point(if is_best { 4.0 } else { claim.level.low * 0.5 });
        if is_best {
            claim.options = vec![best];
        }
    }
    fill(dataset, criterion, best, 4.0);
}

fn make_worst(dataset: &mut Dataset, criterion: Id, beaten: Id) {
    for claim in dataset.claims.iter_mut().filter(|claim| claim.criterion == criterion) {
        let is_beaten = claim.options.contains(&beaten);
        let level = if is_beaten { 0.0 } else { 1.0 + claim.level.low * 0.5 };
        claim.level = Interval::point(level);
        if is_beaten {
            claim.options = vec![beaten];
        }
    }
    fill(dataset, criterion, beaten, 0.0);
}

/// Gives every option an unconditional claim under a criterion, so that no
/// assessment of it is missing.
fn fill(dataset: &mut Dataset, criterion: Id, special: Id, level: f64) {
    let options: Vec<Id> = dataset.options.iter().map(|it| it.id).collect();
    for option in options {
        let level = if option == special { level } else { 1.5 };
        dataset.claims.push(common::claim(dataset, criterion, option, Interval::point(level)));
    }
}
