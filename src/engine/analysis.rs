//! The reader's situation as a problem for the sampler.

use dataset::{Alternative, Criterion, Dataset, Stage, StatedWeights};
use smaa::{Effort, Problem, Stream, Weights, sort_by};

use super::age::Newest;
use super::assess::{Assessment, Evidence, assess, heard};
use super::narrow::{Importances, importance, stated_weights};
use super::require::{reasons, status, ticked};
use super::solver::{Solving, is_sure};
use crate::decision::Decision;
use crate::report::{Reason, Status};

/// Everything that the answers and the claims say, before any sampling.
///
/// Options and criteria are sorted by id, so that neither sums of floats nor
/// sampled shares know the order of the file.
pub(super) struct Situation<'a> {
    /// The options in the comparison: all that are not hidden.
    pub(super) options: Vec<Contender<'a>>,
    /// All criteria.
    pub(super) criteria: Vec<Yardstick<'a>>,
    /// Weights that the dataset states itself.
    stated: Option<&'a StatedWeights>,
    /// See [`is_sure`].
    is_sure: bool,
}

/// An option with what the answers demand of it.
pub(super) struct Contender<'a> {
    pub(super) option: &'a Alternative,
    pub(super) reasons: Vec<Reason>,
    pub(super) status: Status,
}

/// A criterion with its weight and what it says of each visible option.
pub(super) struct Yardstick<'a> {
    pub(super) criterion: &'a Criterion,
    pub(super) importance: Importances,
    /// By visible option.
    pub(super) assessments: Vec<Assessment<'a>>,
}

impl<'a> Situation<'a> {
    pub(super) fn new(dataset: &'a Dataset, decision: &Decision) -> Self {
        let ticked = ticked(dataset, decision);
        let mut options = Vec::new();
        for option in &dataset.options {
            if !decision.hidden.contains(&option.id) {
                let reasons = reasons(decision, &ticked, &option.id);
                options.push(Contender { option, status: status(&reasons), reasons });
            }
        }
        sort_by(&mut options, |a, b| a.option.id.cmp(&b.option.id));
        let evidence = Evidence { dataset, decision, newest: Newest::of(dataset) };
        let mut criteria: Vec<Yardstick> = dataset
            .criteria
            .iter()
            .map(|criterion| {
                let heard = heard(evidence, criterion);
                let assess = |it: &Contender| assess(evidence, criterion, &heard, &it.option.id);
                Yardstick {
                    criterion,
                    importance: importance(decision, &ticked, criterion),
                    assessments: options.iter().map(assess).collect(),
                }
            })
            .collect();
        sort_by(&mut criteria, |a, b| a.criterion.id.cmp(&b.criterion.id));
        let stated = dataset.weights.as_ref();
        Situation { options, criteria, stated, is_sure: is_sure(dataset) }
    }

    /// Places of the options that are not excluded.
    pub(super) fn open(&self) -> Vec<usize> {
        let is_open = |&place: &usize| self.options[place].status != Status::Excluded;
        (0..self.options.len()).filter(is_open).collect()
    }

    /// The problem over the options at `places`, on all criteria or on those
    /// of one stage.
    pub(super) fn problem(&self, places: &[usize], stage: Option<Stage>) -> Problem {
        let is_asked =
            |it: &&Yardstick| stage.is_none_or(|stage| it.criterion.group.stage() == stage);
        let criteria: Vec<&Yardstick> = self.criteria.iter().filter(is_asked).collect();
        Problem {
            options: places.len(),
            weights: self.weights(&criteria),
            criteria: criteria.iter().map(|it| it.streams(places)).collect(),
        }
    }

    /// The weights that fit, over all criteria.
    pub(super) fn fitting_weights(&self) -> Weights {
        self.weights(&self.criteria.iter().collect::<Vec<_>>())
    }

    fn weights(&self, criteria: &[&Yardstick]) -> Weights {
        match self.stated {
            None => Weights::Raw(criteria.iter().map(|it| it.importance.weight()).collect()),
            Some(stated) => {
                let all: Vec<&str> =
                    self.criteria.iter().map(|it| it.criterion.id.as_str()).collect();
                let asked: Vec<&str> = criteria.iter().map(|it| it.criterion.id.as_str()).collect();
                stated_weights(stated, &all, &asked)
            }
        }
    }

    /// Begins to solve the problem over the options at `places`, on all criteria
    /// or on those of one stage.
    pub(super) fn solving(
        &self,
        places: &[usize],
        stage: Option<Stage>,
        effort: Effort,
    ) -> Solving {
        Solving::new(self.problem(places, stage), effort, self.is_sure)
    }
}

/// What the sampler gets to see of a decision: the problem over all options
/// that are neither hidden nor excluded. For measurements of the sampler.
pub fn problem(dataset: &Dataset, decision: &Decision) -> Problem {
    let situation = Situation::new(dataset, decision);
    situation.problem(&situation.open(), None)
}

impl Yardstick<'_> {
    /// Options that rest on the very same claims share one reading: what the
    /// sources do not tell apart, chance must not tell apart.
    fn streams(&self, places: &[usize]) -> Vec<Stream> {
        let mut streams: Vec<(usize, Stream)> = Vec::new();
        for (index, &place) in places.iter().enumerate() {
            let own = &self.assessments[place];
            let kin =
                streams.iter_mut().find(|(first, _)| self.assessments[*first].shares_reading(own));
            match kin {
                Some((_, stream)) => stream.options.push(index),
                None => {
                    streams.push((
                        place,
                        Stream { reading: own.reading.clone(), options: vec![index] },
                    ));
                }
            }
        }
        streams.into_iter().map(|(_, stream)| stream).collect()
    }
}
