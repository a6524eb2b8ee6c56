//! What a reader can do to a decision, and what an answers file may say.

use decision_widget::decision::{AnswersFile, Edit};
use decision_widget::state::{Action, State};
use decision_widget::{Dataset, Decision, embedded};

fn tick(question: &'static str, choice: &'static str) -> Edit {
    Edit::Tick { question: question.into(), choice: choice.into() }
}

fn read(json: &str, dataset: &Dataset) -> Result<Decision, Vec<String>> {
    serde_json::from_str::<AnswersFile>(json)
        .map_err(|error| vec![error.to_string()])?
        .into_decision(dataset)
}

#[test]
fn a_question_of_one_answer_keeps_the_last() {
    let data = embedded::dataset();
    let decision =
        Decision::default().edit(&data, tick("work", "cpu")).edit(&data, tick("work", "mixed"));
    assert!(decision.has("work", "mixed") && !decision.has("work", "cpu"));
}

#[test]
fn a_question_of_several_keeps_all() {
    let data = embedded::dataset();
    let decision =
        Decision::default().edit(&data, tick("role", "api")).edit(&data, tick("role", "gateway"));
    assert!(decision.has("role", "api") && decision.has("role", "gateway"));
    let untick = Edit::Untick { question: "role".into(), choice: "api".into() };
    assert!(!decision.edit(&data, untick).has("role", "api"));
}

#[test]
fn edits_of_unknown_things_change_nothing() {
    let data = embedded::dataset();
    for edit in [
        tick("weather", "rain"),
        tick("work", "rain"),
        Edit::Hide("cobol".into()),
        Edit::Scenario("none".into()),
        Edit::Weigh("taste".into(), decision_widget::decision::Importance::new(3)),
    ] {
        assert_eq!(Decision::default().edit(&data, edit), Decision::default());
    }
}

#[test]
fn undo_and_redo_walk_through_the_changes() {
    let data = embedded::dataset();
    let act = |before: &State, action| {
        let mut state = before.clone();
        let has_changed = state.apply(&data, action);
        assert_eq!(has_changed, state.decision != before.decision);
        state
    };
    let fill_in = || Action::Edit(Edit::Scenario("startup".into()));
    let first = act(&State::default(), Action::Edit(tick("work", "cpu")));
    let second = act(&first, fill_in());
    assert_eq!(act(&second, fill_in()), second, "what changes nothing leaves no step");
    let undone = act(&second, Action::Undo);
    assert_eq!(undone.decision, first.decision);
    assert!(undone.can_redo() && undone.can_undo());
    assert_eq!(act(&undone, Action::Redo), second);
    let branched = act(&undone, Action::Edit(tick("team", "go")));
    assert!(!branched.can_redo(), "a new change forgets what was undone");
    let reset = act(&branched, Action::Edit(Edit::Reset));
    assert_eq!(reset.decision, Decision::default());
    assert_eq!(act(&reset, Action::Undo).decision, branched.decision);
}

#[test]
fn an_answers_file_is_read_whole() {
    let data = embedded::dataset();
    let decision = read(
        r#"{"answers": {"work": "cpu", "role": ["api", "internal"]},
            "importance": {"hiring": 0}, "hidden": ["bun"]}"#,
        &data,
    )
    .expect("everything is known");
    assert!(decision.has("work", "cpu") && decision.has("role", "internal"));
    assert_eq!(decision.importance["hiring"].level(), 0);
    assert!(decision.hidden.contains("bun"));
}

#[test]
fn every_unknown_id_is_named() {
    let data = embedded::dataset();
    let problems = read(
        r#"{"answers": {"weather": "rain", "work": "play", "team": ["js", "go"]},
            "importance": {"taste": 3}, "hidden": ["cobol"]}"#,
        &data,
    )
    .expect_err("nothing of this is known");
    let starts: Vec<&str> =
        problems.iter().map(|it| it.split(" Known are").next().unwrap_or(it)).collect();
    assert_eq!(
        starts,
        [
            "The question \"team\" takes one answer; several were given.",
            "There is no question \"weather\".",
            "There is no choice of \"work\" \"play\".",
            "There is no criterion \"taste\".",
            "There is no option \"cobol\".",
        ]
    );
    assert_eq!(
        problems[2],
        "There is no choice of \"work\" \"play\". Known are: waiting, mixed, cpu."
    );
}

#[test]
fn an_importance_off_the_scale_is_refused() {
    let problems = read(r#"{"importance": {"hiring": 5}}"#, &embedded::dataset());
    assert_eq!(
        problems.expect_err("5 is too much")[0],
        "5 is not an importance. Use 0 (does not matter) to 4 (decisive). at line 1 column 28"
    );
}
