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

    /// The state after an action. An action that changes nothing leaves no
    /// step to undo.
    pub fn apply(mut self, dataset: &Dataset, action: Action) -> Self {
        match action {
            Action::Edit(edit) => {
                let next = self.decision.clone().edit(dataset, edit);
                self.move_on(next);
            }
            Action::Open(decision) => self.move_on(*decision),
            Action::Undo => {
                if let Some(before) = self.past.pop() {
                    self.future.push(std::mem::replace(&mut self.decision, before));
                }
            }
            Action::Redo => {
                if let Some(after) = self.future.pop() {
                    self.past.push(std::mem::replace(&mut self.decision, after));
                }
            }
        }
        self
    }

    fn move_on(&mut self, next: Decision) {
        if next == self.decision {
            return;
        }
        self.past.push(std::mem::replace(&mut self.decision, next));
        self.future.clear();
        if self.past.len() > KEPT {
            self.past.remove(0);
        }
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
