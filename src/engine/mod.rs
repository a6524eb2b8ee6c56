//! From a dataset and a decision to a report.
//!
//! 1. [`assess`]: claims become levels, known up to an interval;
//! 2. [`narrow`]: answers narrow the set of weights;
//! 3. [`require`]: answers rule options out, or caution against them;
//! 4. [`analysis`]: the sampler says who is best in what share of what is left;
//! 5. [`verdict`], [`stages`], [`arguments`]: what that means;
//! 6. [`outlook`]: what would change it, what to ask next, whose answer it is.

mod age;
mod analysis;
mod answering;
mod arguments;
mod assess;
mod crossing;
mod evaluate;
mod narrow;
mod outlook;
mod require;
mod solver;
mod stages;
mod verdict;

pub use analysis::problem;
pub use answering::Answering;
pub use evaluate::{answer, draft, evaluate, outlook};
pub use narrow::POINT;
pub use outlook::{Outlook, Replayed, Replaying, Stand, Step, condition, stand};
pub use solver::{is_sure, provide_exact};
pub use verdict::{CLEAR, ENOUGH_ANSWERS, LEAN, told_by};
