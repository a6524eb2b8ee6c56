//! What would change the answer, and how a number comes about.

use crate::words::{all_of, any_of, number, percent};

pub const OUTLOOK: &str = "What would change the answer";
pub const TIPS_LEAD: &str =
    "Single answers that turn the verdict, and into which; the smallest step first.";
pub const NO_TIP: &str = "No single answer turns this verdict.";
pub const WORKING: &str = "Working this out …";
pub const TRY: &str = "Try it";
pub const WEIGHT_TIPS: &str = "If something mattered more, or less";
pub const WEIGHT_TIPS_LEAD: &str =
    "What turns the verdict when you set its importance by hand, and into which.";
pub const NO_WEIGHT_TIP: &str = "No importance of a single criterion turns this verdict.";
pub const FLIPS_LEAD: &str = "The bar is what a criterion weighs now, the line is where the lead changes hands, all other \
     weights keeping their proportions and every source being read at its middle.";
pub const NO_FLIP: &str = "No weight of a single criterion changes who leads.";
pub const CLAIM_TIPS: &str = "If a claim were wrong";
pub const CLAIM_TIPS_LEAD: &str =
    "Single claims without which the verdict would be another one, and which.";
pub const NO_CLAIM_TIP: &str = "The verdict hangs on no single claim.";
pub const WITHOUT: &str = "Whose answer is it?";
pub const WITHOUT_LEAD: &str = "The verdict with each source left out, and with that source alone.";
pub const LEFT_OUT: &str = "Without it";
pub const ALONE: &str = "It alone";
pub const LEAVE_OUT: &str = "Leave it out";
pub const HEAR_ONLY: &str = "Hear only it";
pub const HEAR_ALL: &str = "Hear everything again";
pub const AGE: &str = "Old statements weigh less: four years behind the newest, half";
pub const TRAIL: &str = "How this comes about";
pub const TRAILS_LEAD: &str = "Shares are counted over all weights and readings of the sources \
    that fit your answers. These criteria decide them, the weightiest first.";
pub const TRAIL_ANSWERS: &str = "Your answers";
pub const TRAIL_SILENT: &str = "No answer of yours speaks of it.";
pub const TRAIL_WEIGHT: &str = "Its weight";
pub const TRAIL_GAINS: &str = "What each option gains";
pub const TRAIL_CLAIMS: &str = "Who says so";
pub const CHANGES: &str = "Changes the verdict";
pub const STAYS: &str = "Same verdict";

/// What the reader has left out.
pub fn left_out(sources: &[&str], claims: usize) -> String {
    let claims = match claims {
        0 => None,
        1 => Some("one claim".to_string()),
        more => Some(format!("{more} claims")),
    };
    let names: Vec<&str> = sources.iter().copied().chain(claims.as_deref()).collect();
    format!("This verdict leaves out {}.", all_of(&names))
}

/// What need not be asked.
pub fn spared(blank: usize, can_flip: usize, is_firm: bool) -> String {
    match (blank, is_firm) {
        (0, _) => "Every question is answered.".to_string(),
        (1, true) => "1 question spared.".to_string(),
        (_, true) => format!("{blank} questions spared."),
        _ => format!(
            "{can_flip} of the {blank} questions left could change the verdict by themselves."
        ),
    }
}

/// A button's label with what it is about.
pub fn about(label: &str, about: &str) -> String {
    format!("{label}: {about}")
}

/// What an answer did to a criterion's importance.
pub fn push(points: i8) -> String {
    format!("{}{}", if points > 0 { "+" } else { "\u{2212}" }, points.unsigned_abs())
}

/// A weight with the weights that fit.
pub fn weight_range(weight: f64, [low, high]: [f64; 2]) -> String {
    format!(
        "{} of the weight; {} to {} fit your answers.",
        percent(weight),
        percent(low),
        percent(high)
    )
}

/// What an option gains under a criterion.
pub fn gain(share_of_best: f64, tenths: &str) -> String {
    format!("{} of the best possible, which adds {tenths} points", percent(share_of_best))
}

/// An option with its first-rank share.
pub fn share_of(option: &str, share: f64) -> String {
    format!("{option} {}", percent(share))
}

/// What a criterion weighs, and where another option takes the lead.
pub fn flip(now: f64, at: f64, to: &str) -> String {
    let [weight, limit] = weights_apart([now, at]);
    format!("{weight} now; at {limit} or {}: {to}", side(now, at))
}

/// The smallest change of one weight that gives another option the lead.
pub fn nearest_flip(criterion: &str, to: &str, [now, at]: [f64; 2]) -> String {
    let [weight, limit] = weights_apart([now, at]);
    format!(
        "The lead changes soonest with {criterion}: at {limit} or {}, instead of {weight}, {to} has it",
        side(now, at),
    )
}

/// Two weights, with as many decimals as tell them apart, two at most.
fn weights_apart(weights: [f64; 2]) -> [String; 2] {
    let to_the = |parts: f64| {
        weights.map(|it| format!("{}\u{a0}%", number((it * 100.0 * parts).round() / parts)))
    };
    let ways = [weights.map(percent), to_the(10.0)];
    ways.into_iter().find(|[now, at]| now != at).unwrap_or_else(|| to_the(100.0))
}

/// To which side of a weight the lead changes.
fn side(now: f64, at: f64) -> &'static str {
    if at > now { "more" } else { "less" }
}

/// The sources without which there would be another verdict.
pub fn hangs_on(sources: &[&str]) -> String {
    match sources {
        [] => {
            "It hangs on no single source: without any one of them the verdict stays.".to_string()
        }
        some => format!("Without {} the verdict would be another one.", any_of(some)),
    }
}

/// The smallest move of all weights together that ends the lead.
pub fn nearest_tie(part: f64, from: &str, to: &str, up: &[&str], down: &[&str]) -> String {
    let side = |what: &str, names: &[&str]| match names {
        [] => String::new(),
        names => format!(" {what} on {}", all_of(names)),
    };
    let [before, and] = match (up, down) {
        ([], []) => ["", ""],
        ([], _) | (_, []) => [",", ""],
        _ => [",", ","],
    };
    format!(
        "The nearest tie: {to} draws level with {from} once {} of all weight has moved{before}{}{and}{}.",
        percent(part),
        side("more", up),
        side("less", down)
    )
}

#[cfg(test)]
mod tests {
    use super::weights_apart;

    #[test]
    fn weights_have_as_many_decimals_as_tell_them_apart() {
        for (weights, printed) in [
            ([0.20, 0.25], ["20\u{a0}%", "25\u{a0}%"]),
            ([0.0001, 0.03], ["under 1\u{a0}%", "3\u{a0}%"]),
            ([0.0151, 0.0163], ["1.5\u{a0}%", "1.6\u{a0}%"]),
            ([0.0009, 0.0035], ["0.1\u{a0}%", "0.4\u{a0}%"]),
            ([0.1964, 0.1961], ["19.64\u{a0}%", "19.61\u{a0}%"]),
            ([0.2, 0.200_01], ["20\u{a0}%", "20\u{a0}%"]),
        ] {
            assert_eq!(weights_apart(weights), printed);
        }
    }
}
