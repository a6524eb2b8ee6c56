//! Decisions of several people side by side.

#![cfg(not(target_arch = "wasm32"))]

use dataset::Dataset;
use decision_widget::decision::Edit;
use decision_widget::engine::Step;
use decision_widget::engine::{answer, stand};
use decision_widget::group::{
    Agreement, Comparing, Comparison, Item, LARGEST, Voice, compare, read,
};
use decision_widget::link::{self, Stamp};
use decision_widget::report::VerdictKind;
use decision_widget::{AnswersFile, Decision, embedded, layout, prose};

fn decided(dataset: &Dataset, answers: &str) -> Decision {
    let file: AnswersFile = serde_json::from_str(answers).expect("the answers are JSON");
    file.into_decision(dataset).expect("the answers are known")
}

fn state(dataset: &Dataset, decision: &Decision) -> String {
    let verdict = answer(dataset, decision).verdict;
    link::encode(dataset, decision, &Stamp::of(dataset, &verdict))
}

const GO: &str =
    r#"{"answers": {"work": "cpu", "team": "go", "load": "high", "latency": "steady"}}"#;
const NODE: &str = r#"{"answers": {"role": "api", "team": "js", "stage": "mvp", "sdks": "several", "load": "low"}}"#;
const CONFLICT: &str =
    r#"{"answers": {"hiring": "no", "latency": "sub-ms", "team": "js", "work": "cpu"}}"#;
const LITTLE: &str = r#"{"answers": {"team": "go"}}"#;

fn lines(dataset: &Dataset, named: &[(&str, &str)]) -> String {
    let line = |(name, answers): &(&str, &str)| {
        let state = state(dataset, &decided(dataset, answers));
        format!("{name} https://example.org/#d={state}")
    };
    named.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn compared(named: &[(&str, &str)]) -> Comparison {
    let dataset = embedded::dataset();
    compare(&dataset, read(&dataset, &lines(&dataset, named)).expect("there are two"))
}

#[test]
fn everybody_has_their_own_verdict() {
    let dataset = embedded::dataset();
    let found = compared(&[("Anna:", NODE), ("Ben", GO)]);
    let names: Vec<&str> = found.members.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Anna", "Ben"]);
    for (member, answers) in found.members.iter().zip([NODE, GO]) {
        let alone = answer(&dataset, &decided(&dataset, answers)).verdict;
        assert_eq!((member.kind, &member.options), (alone.kind, &alone.options));
        assert_eq!(member.since, None);
    }
}

#[test]
fn shares_together_are_the_mean_by_votes() {
    let dataset = embedded::dataset();
    let mut group = read(&dataset, &lines(&dataset, &[("", NODE), ("", GO)])).unwrap();
    group.members[1].voice = Voice::new(3).unwrap();
    let alone: Vec<_> =
        group.members.iter().map(|it| answer(&dataset, &it.opened.decision)).collect();
    let found = compare(&dataset, group);
    assert_eq!(found.together.votes, 4);
    for (id, ranks) in found.together.rank_acceptability.iter() {
        for (rank, share) in ranks.iter().enumerate() {
            let of = |place: usize| alone[place].option(&id).unwrap().rank_acceptability[rank];
            assert!((share - (of(0) + 3.0 * of(1)) / 4.0).abs() < 1e-12);
        }
    }
    for rank in 0..dataset.options.len() {
        let sum: f64 = found.together.rank_acceptability.values().map(|it| it[rank]).sum();
        assert!((sum - 1.0).abs() < 1e-9, "rank {rank} sums to {sum}");
    }
}

#[test]
fn who_says_nothing_has_no_vote() {
    let found = compared(&[("Anna", NODE), ("Cy", CONFLICT), ("Di", LITTLE)]);
    assert_eq!(found.together.votes, 1);
    assert_eq!(found.together.uncounted, ["Cy: conflict", "Di: undecided"]);
    let anna = &found.members[0];
    for (own, together) in anna.ranks.iter().zip(&found.together.ranks) {
        assert_eq!(
            (own.option, own.share, own.place),
            (together.option, together.share, together.place)
        );
    }
}

#[test]
fn what_is_said_to_matter_really_moves_a_verdict() {
    let dataset = embedded::dataset();
    let named = [("Anna", NODE), ("Ben", GO), ("Cy", CONFLICT)];
    let decisions: Vec<Decision> = named.iter().map(|(_, it)| decided(&dataset, it)).collect();
    let found = compared(&named);
    let mut moves = 0;
    for topic in &found.topics {
        assert_eq!(topic.matters, !topic.moves.is_empty());
        let Item::Question(question) = topic.about else { continue };
        for (member, own) in decisions.iter().enumerate() {
            for (with, other) in decisions.iter().enumerate() {
                let choices = other.answers.get(&question).map(|it| it.iter().collect());
                let edit = Edit::Answer { question, choices: choices.unwrap_or_default() };
                let (before, after) = (
                    answer(&dataset, own).verdict,
                    answer(&dataset, &own.clone().edit(&dataset, edit)).verdict,
                );
                let moved = stand(&dataset, before.kind, &before.options)
                    != stand(&dataset, after.kind, &after.options);
                let told = topic.moves.iter().any(|it| {
                    it.member == member && {
                        let same = &decisions[it.with];
                        same.answers.get(&question) == decisions[with].answers.get(&question)
                    }
                });
                assert_eq!(told, moved, "{} of {member} with {with}", topic.title);
                moves += usize::from(moved);
            }
        }
    }
    assert!(moves > 0, "nothing matters between people who disagree");
    let first_idle = found.topics.iter().position(|it| !it.matters).unwrap_or(found.topics.len());
    assert!(found.topics[first_idle..].iter().all(|it| !it.matters), "what matters comes first");
}

#[test]
fn agreement_is_told_apart_from_silence() {
    let found = compared(&[
        ("Anna", r#"{"answers": {"team": "js", "load": "low"}, "importance": {"scaling": 4}}"#),
        ("Ben", r#"{"answers": {"team": "js", "load": "high"}, "hidden": ["bun"]}"#),
    ]);
    let agreement =
        |about: Item| found.topics.iter().find(|it| it.about == about).map(|it| it.agreement);
    assert_eq!(agreement(Item::Question("team".into())), Some(Agreement::Agree));
    assert_eq!(agreement(Item::Question("load".into())), Some(Agreement::Differ));
    assert_eq!(agreement(Item::Importance("scaling".into())), Some(Agreement::Open));
    assert_eq!(agreement(Item::Option("bun".into())), Some(Agreement::Open));
    assert_eq!(agreement(Item::Question("work".into())), None);
}

#[test]
fn votes_given_later_count_like_those_given_at_first() {
    let dataset = embedded::dataset();
    let named = [("Anna", NODE), ("Ben", GO), ("Cy", LITTLE)];
    let mut group = read(&dataset, &lines(&dataset, &named)).unwrap();
    let mut comparing = Comparing::new(group.clone());
    while comparing.step(&dataset) != Step::Done {}
    let before = comparing.found().cloned();
    let voice = Voice::new(5).unwrap();
    comparing.vote(&dataset, 1, voice);

    group.members[1].voice = voice;
    let from_the_start = compare(&dataset, group);
    assert_eq!(comparing.found(), Some(&from_the_start));
    assert_ne!(before, Some(from_the_start));
}

#[test]
fn a_comparison_is_itself_a_link() {
    let dataset = embedded::dataset();
    let mut group = read(&dataset, &lines(&dataset, &[("Änne 🚀", NODE), ("Ben", GO)])).unwrap();
    group.members[0].voice = Voice::new(9).unwrap();
    let members = group.members.clone();
    let found = compare(&dataset, group);

    let again = read(&dataset, &format!("https://example.org/#d={}", found.state)).unwrap();
    assert_eq!(again.members, members);
    assert_eq!(compare(&dataset, again), found);

    // As a link to a decision it says nothing, and nothing is unknown.
    let opened = link::decode(&dataset, &found.state);
    assert_eq!((opened.damage, opened.has_unknown), (None, false));
    assert_eq!(opened.decision.answered(&dataset), 0);
}

#[test]
fn a_link_to_a_comparison_brings_its_maker_along() {
    let dataset = embedded::dataset();
    let group = read(&dataset, &lines(&dataset, &[("Anna", NODE), ("Ben", GO)])).unwrap();
    let mut own = decided(&dataset, CONFLICT);
    prose::set_title(&mut own, "Mine").unwrap();
    own.unread.replace(link::OTHER, group.decision().unread.sections.into_iter().map(|it| it.1));
    let all = read(&dataset, &state(&dataset, &own)).unwrap();
    let names: Vec<&str> = all.members.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Mine", "Anna", "Ben"]);
}

#[test]
fn bad_links_are_named_and_skipped() {
    let dataset = embedded::dataset();
    let text = [
        &lines(&dataset, &[("Anna", NODE)]),
        "Ben https://example.org/#d=1abcdef",
        "Cy https://example.org/#d=7abc",
        "https://example.org/",
        "<script>alert(1)</script>",
        &lines(&dataset, &[("", GO), ("Eve", "{}")]),
        &format!("{} #d={}", "x".repeat(101), state(&dataset, &decided(&dataset, GO))),
    ]
    .join("\n");
    let group = read(&dataset, &text).expect("two are good");
    let names: Vec<&str> = group.members.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Anna", "Person 2"]);
    let told: Vec<(usize, &str)> =
        group.skipped.iter().map(|it| (it.place, it.says.as_str())).collect();
    assert_eq!(
        told,
        [
            (2, "The link was damaged on its way. Copy it anew."),
            (3, "The link comes from a newer version of this page."),
            (4, "The link was damaged on its way. Copy it anew."),
            (5, "The link was damaged on its way. Copy it anew."),
            (7, "There is no link in this line."),
            (8, "The name before the link is longer than 100 characters. Shorten it."),
        ]
    );
}

#[test]
fn fewer_than_two_are_no_comparison_and_more_than_nine_are_skipped() {
    let dataset = embedded::dataset();
    let one = lines(&dataset, &[("Anna", NODE)]);
    assert_eq!(
        read(&dataset, &format!("{one}\n#d=1abc")),
        Err("A comparison needs at least two decisions, and only one link can be used. Link 2: \
             The link was damaged on its way. Copy it anew."
            .to_string())
    );
    let ten = [one.as_str(); LARGEST + 1].join("\n");
    let group = read(&dataset, &ten).unwrap();
    assert_eq!(group.members.len(), LARGEST);
    assert_eq!(group.skipped[0].says, "No more than 9 can be compared.");
}

#[test]
fn ranks_are_drawn_from_member_to_member() {
    let found = compared(&[("Anna", NODE), ("Ben", GO), ("Cy", CONFLICT)]);
    let chart = layout::slope(&found);
    let columns: Vec<(&str, String)> =
        chart.columns.iter().map(|it| (it.name.as_str(), it.x.to_string())).collect();
    let places = ["0%", "50%", "100%"].map(str::to_owned);
    assert_eq!(columns, ["Anna", "Ben", "Together"].into_iter().zip(places).collect::<Vec<_>>());
    let of_go = chart.lines.iter().find(|it| it.option == "go").expect("Go has a line");
    assert_eq!(of_go.stops[1].row, 0, "Go leads with Ben");
    let firsts: Vec<(String, usize)> =
        chart.firsts().into_iter().map(|(id, times)| (id.to_string(), times)).collect();
    assert_eq!(
        firsts,
        [("node".to_string(), 1), ("go".to_string(), 1)],
        "once each, Cy not at all"
    );
    for column in 0..chart.columns.len() {
        let mut rows: Vec<usize> = chart
            .lines
            .iter()
            .flat_map(|it| &it.stops)
            .filter(|it| it.column == column)
            .map(|it| it.row)
            .collect();
        rows.sort_unstable();
        assert_eq!(rows, (0..rows.len()).collect::<Vec<_>>(), "no line covers another");
    }
}

#[test]
fn before_and_after_are_compared_like_two_people() {
    let dataset = embedded::dataset();
    let before = decided(&dataset, GO);
    let choices = vec!["js".into()];
    let after = before.clone().edit(&dataset, Edit::Answer { question: "team".into(), choices });
    let text =
        format!("before #d={}\nnow #d={}", state(&dataset, &before), state(&dataset, &after));
    let found = compare(&dataset, read(&dataset, &text).unwrap());
    let differing: Vec<Item> = found
        .topics
        .iter()
        .filter(|it| it.agreement != Agreement::Agree)
        .map(|it| it.about)
        .collect();
    assert_eq!(differing, [Item::Question("team".into())]);
    assert_ne!(found.members[1].kind, VerdictKind::Undecided);
}
