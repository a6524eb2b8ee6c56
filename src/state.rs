//! The page's state: the decision and the way back.

use dataset::Dataset;

use crate::decision::{Decision, Edit};

/// How many steps back are kept.
const KEPT: usize = 100;

/// A decision with what came before it and what was undone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The decision as it stands.
    pub decision: Decision,
    past: Vec<Decision>,
    future: Vec<Decision>,
}

/// What a reader or the embedding page can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Changes the decision.
    Edit(Edit),
    /// Takes over a decision from outside, for instance from a link.
    Open(Box<Decision>),
    /// One step back.
    Undo,
    /// One step forward again.
    Redo,
}

impl State {
    /// A state without a past.
    pub fn new(decision: Decision) -> Self {
        State { decision, past: Vec::new(), future: Vec::new() }
    }

    /// Does something and tells whether that changed the decision. What changes
    /// nothing leaves no step to undo.
    pub fn apply(&mut self, dataset: &Dataset, action: Action) -> bool {
        let next = match action {
            Action::Edit(edit) => self.decision.clone().edit(dataset, edit),
            Action::Open(decision) => *decision,
            Action::Undo => return step(&mut self.decision, &mut self.past, &mut self.future),
            Action::Redo => return step(&mut self.decision, &mut self.future, &mut self.past),
        };
        if next == self.decision {
            return false;
        }
        self.past.push(std::mem::replace(&mut self.decision, next));
        self.future.clear();
        if self.past.len() > KEPT {
            self.past.remove(0);
        }
        true
    }

    /// Whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step to do again.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

/// Moves to where `from` ends, and leaves the way back in `to`.
fn step(now: &mut Decision, from: &mut Vec<Decision>, to: &mut Vec<Decision>) -> bool {
    let Some(next) = from.pop() else { return false };
    to.push(std::mem::replace(now, next));
    true
}
