//! Technical viability and strategy, apart.

use dataset::{Stage, Table};
use smaa::{Effort, Outcome};

use crate::report::{StageRelation, Stages};
use crate::words;

use super::analysis::Situation;
use super::solver::Solving;
use super::verdict::{Family, LEAN, Standing};

/// Which family leads at one stage, if one does.
struct Lead<'a> {
    shares: Table<f64>,
    /// The best member of the family that leads, where the lead is at least a
    /// lean.
    leader: Option<&'a str>,
}

/// Begins to solve the problem of each stage, the technical one first.
pub(super) fn solving(situation: &Situation) -> [Solving; 2] {
    let open = situation.open();
    [Stage::Viability, Stage::Strategy]
        .map(|stage| situation.solving(&open, Some(stage), Effort::Draft))
}

/// Compares the stages, of which these are the outcomes, with each other and
/// with the whole.
pub(super) fn stages(situation: &Situation, outcomes: [&Outcome; 2], whole: &Standing) -> Stages {
    let [technical, strategic] = outcomes.map(|it| lead(situation, it, whole));
    let overall = leader(&whole.families());
    let relation = if whole.told == 0 {
        StageRelation::Open
    } else {
        relate(technical.leader, strategic.leader, overall)
    };
    let sentence = words::stages(
        relation,
        technical.leader.map(|family| name(situation, family)).as_deref(),
        strategic.leader.map(|family| name(situation, family)).as_deref(),
    );
    Stages { viability: technical.shares, strategy: strategic.shares, relation, sentence }
}

fn lead<'a>(situation: &Situation<'a>, outcome: &Outcome, whole: &Standing) -> Lead<'a> {
    let shares: Vec<_> = situation
        .open()
        .iter()
        .zip(&outcome.ranks)
        .map(|(&place, ranks)| (situation.options[place].option, ranks[0]))
        .collect();
    let standing = Standing { shares, told: whole.told, needed: whole.needed };
    Lead {
        leader: leader(&standing.families()),
        shares: standing.shares.iter().map(|(option, share)| (option.id, *share)).collect(),
    }
}

/// A family is known by its name, or by its only member.
fn leader<'a>(families: &[Family<'a>]) -> Option<&'a str> {
    let first = families.first().filter(|family| family.share >= LEAN)?;
    let option = first.members[0].0;
    Some(option.family.as_deref().unwrap_or(&option.id))
}

/// The visible members of a family, as the verdict names them.
fn name(situation: &Situation, family: &str) -> String {
    let members = situation.options.iter().map(|it| it.option);
    let names: Vec<&str> = members
        .filter(|option| option.family.as_deref().unwrap_or(&option.id) == family)
        .map(|option| option.name.as_str())
        .collect();
    words::any_of(&names)
}

fn relate(
    technical: Option<&str>,
    strategic: Option<&str>,
    overall: Option<&str>,
) -> StageRelation {
    match (technical, strategic) {
        (None, None) => StageRelation::Split,
        (None, Some(_)) => StageRelation::TechnicallyClose,
        (Some(_), None) => StageRelation::StrategicallyClose,
        (Some(a), Some(b)) if a == b => StageRelation::Agree,
        (Some(_), b) if overall == b => StageRelation::StrategyOverturned,
        (a, _) if overall == a => StageRelation::TechnicalLeadHeld,
        _ => StageRelation::Split,
    }
}
