//! A report on its way.

use dataset::Dataset;
use smaa::{Effort, Outcome};

use super::analysis::Situation;
use super::evaluate::{report, standing};
use super::solver::Solving;
use super::stages::{self, stages};
use crate::decision::Decision;
use crate::report::Report;

/// An [`answer`] under way, in steps that are short enough for a page to stay
/// awake.
///
/// [`answer`]: super::answer
#[derive(Debug)]
pub struct Answering {
    /// The problem over the open options, that of each stage, and that over all
    /// options if some are excluded.
    solving: Vec<Solving>,
    /// As far as they are solved.
    outcomes: Vec<Outcome>,
}

impl Answering {
    /// Lists what must be solved.
    pub fn new(dataset: &Dataset, decision: &Decision) -> Self {
        let situation = Situation::new(dataset, decision);
        let open = situation.open();
        let mut solving = vec![situation.solving(&open, None, Effort::Full)];
        solving.extend(stages::solving(&situation));
        let everyone: Vec<usize> = (0..situation.options.len()).collect();
        if open != everyone {
            solving.push(situation.solving(&everyone, None, Effort::Full));
        }
        Answering { solving, outcomes: Vec::new() }
    }

    /// Goes on for a moment; the report once everything is solved. To be called
    /// with what it began with.
    pub fn step(&mut self, dataset: &Dataset, decision: &Decision) -> Option<Report> {
        if let Some(solving) = self.solving.get_mut(self.outcomes.len()) {
            self.outcomes.push(solving.step()?);
            return None;
        }
        let [outcome, viability, strategy, everyone @ ..] = &self.outcomes[..] else { return None };
        let situation = Situation::new(dataset, decision);
        let standing = standing(dataset, decision, &situation, outcome);
        let stages = stages(&situation, [viability, strategy], &standing);
        let if_allowed = everyone.first().unwrap_or(outcome);
        let firsts: Vec<f64> = if_allowed.ranks.iter().map(|ranks| ranks[0]).collect();
        Some(report(dataset, decision, &situation, outcome, &firsts, stages))
    }
}
