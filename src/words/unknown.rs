//! What a sentence may say that nobody knows it.

/// What an answers file may name that the dataset does not know.
#[derive(Clone, Copy, Debug)]
pub enum Unknown<'a> {
    /// A question.
    Question,
    /// A choice of this question.
    Choice(&'a str),
    /// A criterion.
    Criterion,
    /// An option.
    Alternative,
    /// A source, or a claim.
    SourceOrClaim,
    /// An option in the workload model.
    Modelled,
}
