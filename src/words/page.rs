//! The words of the page.

#![expect(missing_docs, reason = "the texts say what they are")]

use dataset::{ClaimKind, Group};

use super::{all_of, any_of, percent};
use crate::layout::Strength;
use crate::link::Damage;
use crate::report::{Status, VerdictKind};

// Opening.
pub const START: &str = "Answer the checklist";
pub const START_NOTE: &str = "About three minutes. Skip whatever you are not sure of.";
pub const PRIVATE: &str = "Your answers stay in this browser. Nothing is sent anywhere.";
pub const SKIP: &str = "Skip to the verdict";
pub const DISMISS: &str = "Dismiss";
pub const SHORT_ANSWER: &str = "The short answer";
pub const SHORT_ANSWER_LEAD: &str =
    "When the sources would choose each. Whether that holds for you is what the checklist is for.";
pub const SITUATIONS: &str = "Start from a situation";
pub const SITUATIONS_LEAD: &str =
    "Each fills in the answers that its source describes. Change whatever does not fit you.";
pub const REPLACES: &str = "Replaces the answers you have given; undo brings them back.";

// Checklist.
pub const CHECKLIST: &str = "Your situation";
pub const NOT_SURE: &str = "Not sure";
pub const SEVERAL: &str = "Tick all that apply; none means not sure.";
pub const BASIS: &str = "What the sources say";
pub const ASKED_FOR_CONDITION: &str =
    "No source weighs this question. It decides which of their claims apply to you.";
pub const NEXT: &str = "Tells most next";

// Verdict.
pub const VERDICT: &str = "Verdict";
pub const SHARES: &str = "How often each option is best";
pub const SHARES_NOTE: &str =
    "The share of all weightings fitting your answers in which an option comes first.";
pub const SHARES_EMPTY: &str = "The bars fill in once there is a first verdict.";
pub const RULED_OUT: &str = "ruled out";
pub const NO_SHARE: &str = "–";
pub const COPY: &str = "Copy link";
pub const COPIED: &str = "Link copied";
pub const COPY_FAILED: &str = "The browser did not allow copying. The link, to copy by hand:";
pub const UNDO: &str = "Undo";
pub const REDO: &str = "Redo";
pub const RESET: &str = "Start over";
pub const TO_VERDICT: &str = "See why";
pub const TO_CHECKLIST: &str = "Back to the checklist";
pub const WAYS_OUT: &str = "Ways out";
pub const HIDDEN: &str = "Compared options";

// Reasons.
pub const WAY_OUT: &str = "Way out:";
pub const RULINGS: &str = "Ruled out, or with a warning";
pub const REASONS: &str = "Why";
pub const REASONS_LEAD: &str =
    "Where each option gains or loses most against the others, weighted by your answers.";
pub const SPEAKS_FOR: &str = "Speaks for it";
pub const SPEAKS_AGAINST: &str = "Speaks against it";
pub const NO_ARGUMENT: &str = "Nothing that stands out.";
pub const LATER: &str = "This fills in once there is a first verdict.";

// Outlook.
pub const OUTLOOK: &str = "What would change the answer";
pub const TIPS_LEAD: &str = "Single answers that turn the verdict, the smallest step first.";
pub const NO_TIP: &str = "No single answer turns this verdict.";
pub const WORKING: &str = "Working this out …";
pub const TRY: &str = "Try it";
pub const WITHOUT: &str = "If one source were left out";
pub const WITHOUT_LEAD: &str =
    "A verdict that hangs on one source deserves a look at who wrote it.";
pub const CHANGES: &str = "Changes the verdict";
pub const STAYS: &str = "Same verdict";

// Charts.
pub const CONTRIBUTIONS: &str = "What separates the two leaders";
pub const CONTRIBUTIONS_UNIT: &str =
    "Points of weighted value; the best possible option would have 100.";
pub const COMPARISON: &str = "The whole comparison";
pub const COMPARISON_LEAD: &str = "Dot: the middle of what the sources say. Line: how far they differ. Open a row to see who \
     said what, or set how much it matters to you.";
pub const NO_SOURCE: &str = "no source speaks";
pub const WHO: &str = "Who said what";
pub const MATTERS: &str = "Matters";
pub const BY_ANSWERS: &str = "by your answers";
pub const IMPORTANCES: [&str; 5] = ["not at all", "a little", "somewhat", "much", "decisively"];
pub const FIGURES: &str = "The figures";
pub const FIGURES_LEAD: &str = "Numbers as the sources give them. They enter no verdict.";

// Background.
pub const TOPICS: &str = "Background";
pub const SOURCES: &str = "Sources";
pub const UNDATED: &str = "undated";
pub const METHOD: &str = "How this is worked out";

/// The heading of a group of questions or criteria.
pub fn group(group: Group) -> &'static str {
    match group {
        Group::Workload => "The workload",
        Group::Team => "The team",
        Group::Cost => "The cost",
        Group::Growth => "The growth",
    }
}

/// The kinds of verdict.
pub fn kind(kind: VerdictKind) -> &'static str {
    match kind {
        VerdictKind::Undecided => "Undecided",
        VerdictKind::Clear => "Clear",
        VerdictKind::Lean => "Leaning",
        VerdictKind::Close => "Too close to call",
        VerdictKind::Conflict => "Conflict",
    }
}

/// A verdict in a few words.
pub fn stand(verdict: VerdictKind, names: &[&str]) -> String {
    match verdict {
        VerdictKind::Close => format!("{}: {}", kind(verdict), all_of(names)),
        VerdictKind::Clear | VerdictKind::Lean => format!("{}: {}", kind(verdict), any_of(names)),
        VerdictKind::Undecided | VerdictKind::Conflict => kind(verdict).to_string(),
    }
}

/// What stands in the strip beside the kind of verdict.
pub fn strip(verdict: VerdictKind, names: &[&str], share: f64, told: usize) -> String {
    match verdict {
        VerdictKind::Clear | VerdictKind::Lean => format!("{}, {}", any_of(names), percent(share)),
        VerdictKind::Close => all_of(names),
        VerdictKind::Conflict => "Your answers exclude every option".to_string(),
        VerdictKind::Undecided if told == 0 => "Nothing answered yet".to_string(),
        VerdictKind::Undecided => "A few more answers".to_string(),
    }
}

/// Whether an option may be chosen.
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Open => "Open",
        Status::Cautioned => "With a warning",
        Status::Excluded => "Ruled out",
    }
}

/// Whether an option may be chosen, for style sheets.
pub fn status_key(status: Status) -> &'static str {
    match status {
        Status::Open => "open",
        Status::Cautioned => "cautioned",
        Status::Excluded => "excluded",
    }
}

/// Criteria that an answer makes more important.
pub fn counts_more(names: &[&str]) -> String {
    format!("Counts more: {}.", all_of(names))
}

/// Criteria that an answer makes less important.
pub fn counts_less(names: &[&str]) -> String {
    format!("Counts less: {}.", all_of(names))
}

/// A number with the source's own reservation.
pub fn qualified(qualifier: Option<&str>, number: &str) -> String {
    qualifier.map_or_else(|| number.to_string(), |it| format!("{it} {number}"))
}

/// What a claim rests on.
pub fn claim_kind(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::Measurement => "measured",
        ClaimKind::Survey => "survey",
        ClaimKind::Experience => "own experience",
        ClaimKind::Opinion => "author’s view",
    }
}

/// How much an argument counts.
pub fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Slight => "counts a little",
        Strength::Some => "counts",
        Strength::Strong => "counts much",
        Strength::Heavy => "counts very much",
    }
}

/// What was wrong with a link.
pub fn damage(damage: Damage) -> &'static str {
    match damage {
        Damage::Broken => {
            "The link was damaged on its way. What could be read of it is ticked below; please \
             check it."
        }
        Damage::Newer => {
            "The link comes from a newer version of this page, so it could not be read here."
        }
        Damage::TooLong => {
            "The link is longer than any that this page makes. What could be read of it is ticked \
             below; please check it."
        }
    }
}

/// A link holds things that the comparison no longer has, or not yet.
pub const UNKNOWN: &str = "The link holds answers that this version of the comparison does not know. They are kept in \
     the link, but do not count here.";

/// How far the checklist is.
pub fn progress(answered: usize, questions: usize) -> String {
    format!("{answered} of {questions} answered")
}

/// How exact the shares are; `tenths` of a percentage point.
pub fn method_line(points: u32, tenths: i32) -> String {
    let points = crate::layout::number(f64::from(points));
    format!("{points} weightings sampled, ± {} percentage points", crate::layout::tenths(tenths))
}

/// The shares were found in closed form.
pub const EXACT: &str = "Exact, nothing was sampled";

/// The blank question that would tell most.
pub fn next(ask: &str) -> String {
    format!("{NEXT}: {ask}")
}

/// How an excluded option would have done.
pub fn would_have(share: f64) -> String {
    format!("Otherwise it would be best in {}.", percent(share))
}

/// The answer that brought a ruling up.
pub fn because_of(ask: &str, label: &str) -> String {
    format!("{ask} You said: {label}.")
}

/// A button that takes an answer back.
pub fn clear_answer(label: &str) -> String {
    format!("Take back “{label}”")
}

/// What a way out opens.
pub fn excludes(names: &[&str]) -> String {
    format!("Rules out {}.", all_of(names))
}

/// How many tips are not shown yet.
pub fn show_all(count: usize) -> String {
    format!("Show all {count}")
}

/// The finding of the chart of contributions.
pub fn separates(ahead: &str, behind: &str, criterion: &str) -> String {
    format!("{criterion} does most to separate {ahead} from {behind}.")
}

/// What a bar of that chart says.
pub fn favours(option: &str, tenths: i32) -> String {
    format!("{option} +{}", crate::layout::tenths(tenths))
}

/// The heads of its two sides.
pub fn sides(left: &str, right: &str) -> (String, String) {
    (format!("← for {left}"), format!("for {right} →"))
}

/// How much weight a criterion has.
pub fn weight(share: f64) -> String {
    format!("{} of the weight", percent(share))
}

/// How many criteria a group has.
pub fn criteria(count: usize) -> String {
    if count == 1 { "1 criterion".to_string() } else { format!("{count} criteria") }
}

/// The level of a claim.
pub fn level(text: &str) -> String {
    format!("level {text} of 4")
}

/// Names of sources behind a statement.
pub fn sources(names: &[&str]) -> String {
    format!("Sources: {}", names.join(" · "))
}

/// How many claims were taken from a source.
pub fn claims(count: usize) -> String {
    if count == 1 { "1 claim".to_string() } else { format!("{count} claims") }
}

/// How well the weight on an option is covered by claims.
pub fn coverage(share: f64) -> String {
    format!("Sources speak on {} of what weighs for you.", percent(share))
}

/// `2022-01-21` as "21 January 2022"; what is no date stays as it is.
pub fn date(date: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next().unwrap_or(date), parts.next(), parts.next());
    let month = month.and_then(|it| MONTHS.get(it.parse::<usize>().ok()?.checked_sub(1)?));
    match (month, day) {
        (Some(month), Some(day)) => format!("{} {month} {year}", day.trim_start_matches('0')),
        (Some(month), None) => format!("{month} {year}"),
        _ => date.to_string(),
    }
}

/// How the verdict is worked out, paragraph by paragraph.
pub fn method(clear: f64, lean: f64, enough: usize) -> [String; 6] {
    [
        "Every claim of a source becomes a level from 0 to 4 under one criterion. Where sources \
         differ, the whole span between them stays open; where none speaks, everything does."
            .to_string(),
        "Your answers do not fix how much each criterion matters. They narrow it: a criterion that \
         an answer speaks for gets at least some weight, one that it speaks against gets less \
         room. With nothing answered, any weighting is possible."
            .to_string(),
        "Then thousands of weightings that fit your answers are tried, each with readings drawn \
         from within the spans. “Best in 62 %” means: in 62 % of them the option came first. It \
         is not a probability that the choice turns out well."
            .to_string(),
        format!(
            "From {} on a verdict is called clear, from {} on it leans, below that it is too close \
             to call. Options of one language count together. Before {enough} answers nothing is \
             recommended.",
            percent(clear),
            percent(lean),
        ),
        "A few answers rule an option out or warn against it, always because a source says so. \
         What is ruled out stays on the page, with how it would have done."
            .to_string(),
        "The method is stochastic multicriteria acceptability analysis (SMAA-2; Lahdelma and \
         Salminen, Operations Research 49, 2001). Left out are the figures, which enter no verdict, \
         everything that the sources do not speak of, and everything that only you know."
            .to_string(),
    ]
}

#[cfg(test)]
mod tests {
    use super::{date, method_line};

    #[test]
    fn dates() {
        for (written, read) in [
            ("2022-01-21", "21 January 2022"),
            ("2026-04-05", "5 April 2026"),
            ("2026-04", "April 2026"),
            ("2026", "2026"),
            ("2026-13", "2026-13"),
            ("soon", "soon"),
        ] {
            assert_eq!(date(written), read);
        }
    }

    #[test]
    fn the_method_line() {
        assert_eq!(method_line(16_384, 4), "16,384 weightings sampled, ± 0.4 percentage points");
    }
}
