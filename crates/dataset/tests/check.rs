//! Every problem of a dataset is named, with its path and what to do.
#![cfg(feature = "json")]

use dataset::{Problem, read};
use serde_json::{Value, json};

/// The smallest comparison that has nothing wrong with it.
fn sound() -> Value {
    json!({
        "id": "tea-or-coffee",
        "version": "1",
        "title": "Tea or coffee",
        "summary": "What to drink.",
        "sources": [{
            "id": "book", "short": "Book", "title": "A book", "author": "A. Author",
            "date": "2020-02", "stance": "neutral"
        }],
        "options": [
            {"id": "tea", "name": "Tea", "about": "Leaves.", "fits": "Slowly.", "basis": []},
            {"id": "coffee", "name": "Coffee", "about": "Beans.", "fits": "Fast.", "basis": []}
        ],
        "criteria": [{
            "id": "taste", "name": "Taste", "group": "workload", "about": "How it tastes.",
            "worst": "bitter", "best": "sweet"
        }],
        "claims": [
            {"id": "c1", "source": "book", "place": "p. 1", "criterion": "taste",
             "options": ["tea"], "level": 3, "kind": "opinion", "says": "Tea is sweet."},
            {"id": "c2", "source": "book", "place": "p. 2", "criterion": "taste",
             "options": ["coffee"], "level": [1, 2], "kind": "opinion", "says": "Coffee is not."}
        ],
        "questions": [{
            "id": "hurry", "group": "team", "ask": "In a hurry?", "why": "Time matters.",
            "choices": [{"id": "yes", "label": "Yes"}, {"id": "no", "label": "No"}]
        }]
    })
}

fn problems(dataset: &Value) -> Vec<String> {
    read(&dataset.to_string()).err().unwrap_or_default().iter().map(Problem::to_string).collect()
}

#[track_caller]
fn check(pointer: &str, value: Value, expected: &[&str]) {
    let mut dataset = sound();
    *dataset.pointer_mut(pointer).expect("the pointer names a field") = value;
    assert_eq!(problems(&dataset), expected);
}

#[test]
fn a_sound_dataset_has_no_problems() {
    assert_eq!(problems(&sound()), Vec::<String>::new());
}

#[test]
fn ids_are_unique_and_plain() {
    check(
        "/criteria/0/id",
        json!("The Taste"),
        &[
            "criteria[0].id: \"The Taste\" is not an id. Use lower-case letters, digits and \
             hyphens.",
            "claims[0].criterion: There is no criterion \"taste\". Correct the id, or add what it \
             should name.",
            "claims[1].criterion: There is no criterion \"taste\". Correct the id, or add what it \
             should name.",
            "claims: No claim speaks of \"tea\" under \"The Taste\". Add one, or list the pair in \
             `gaps` with what was looked for.",
            "claims: No claim speaks of \"coffee\" under \"The Taste\". Add one, or list the pair \
             in `gaps` with what was looked for.",
        ],
    );
    check(
        "/claims/1/id",
        json!("c1"),
        &["claims[1].id: The id \"c1\" is taken. Choose another one."],
    );
}

#[test]
fn a_claim_names_a_source_a_place_and_a_level() {
    check(
        "/claims/0/source",
        json!("film"),
        &["claims[0].source: There is no source \"film\". Correct the id, or add what it should \
           name."],
    );
    check(
        "/claims/0/place",
        json!(" "),
        &["claims[0].place: The place is missing. Name the heading, row or list where the source \
           says this."],
    );
    check(
        "/claims/0/level",
        json!([2, 5]),
        &["claims[0].level: [2, 5] leaves the scale. Stay within 0 and 4."],
    );
    check(
        "/claims/0/level",
        json!([3, 2]),
        &["claims[0].level: [3, 2] is no range. Put the lower end first."],
    );
}

#[test]
fn a_pair_without_a_claim_must_be_a_known_gap() {
    let mut dataset = sound();
    dataset["claims"].as_array_mut().expect("claims are a list").pop();
    assert_eq!(
        problems(&dataset),
        ["claims: No claim speaks of \"coffee\" under \"taste\". Add one, or list the pair in \
          `gaps` with what was looked for."]
    );
    dataset["gaps"] = json!([{"option": "coffee", "criterion": "taste", "why": "Not found."}]);
    assert_eq!(problems(&dataset), Vec::<String>::new());
}

#[test]
fn effects_name_known_criteria_and_sensible_points() {
    check(
        "/questions/0/choices/0",
        json!({"id": "yes", "label": "Yes", "weighs": [{"criterion": "taste", "points": 4}]}),
        &["questions[0].choices[0].weighs[0].points: 4 points are not possible. Use -3 to 3, \
           without 0."],
    );
}

#[test]
fn dates_are_dates() {
    check(
        "/sources/0/date",
        json!("2020-13"),
        &["sources[0].date: \"2020-13\" is not a date. Write YYYY, YYYY-MM or YYYY-MM-DD."],
    );
}

#[test]
fn every_problem_comes_at_once() {
    let mut dataset = sound();
    dataset["sources"][0]["date"] = json!("yesterday");
    dataset["claims"][0]["level"] = json!(9);
    dataset["claims"][1]["says"] = json!("");
    assert_eq!(problems(&dataset).len(), 3);
}

#[test]
fn what_is_no_dataset_is_said_with_its_place() {
    let broken = read("{\"id\": \"x\",\n  oops}").expect_err("this is not JSON");
    assert_eq!(broken.len(), 1);
    assert_eq!(broken[0].path, "line 2, column 3");
    let misspelt = read(&sound().to_string().replace("\"stance\"", "\"stanse\""))
        .expect_err("a field is misspelt");
    assert!(misspelt[0].says.contains("unknown field `stanse`"), "{}", misspelt[0].says);
}

#[test]
fn a_scheduler_is_one_of_two() {
    let mut dataset = sound();
    dataset["options"][0]["scheduler"] = json!("event-loop");
    assert_eq!(problems(&dataset), Vec::<String>::new());
    dataset["options"][0]["scheduler"] = json!("fast");
    let broken = read(&dataset.to_string()).expect_err("there is no such scheduler");
    assert_eq!(broken.len(), 1);
    let expected = "This is not a dataset: unknown variant `fast`, expected `event-loop` or \
                    `round-robin`";
    assert!(broken[0].says.starts_with(expected), "{}", broken[0].says);
}

#[test]
fn a_registry_must_cover_what_can_be_linked() {
    let mut dataset = sound();
    dataset["registry"] = json!({
        "options": ["tea"], "criteria": ["taste", "taste"],
        "questions": [{"id": "hurry", "choices": ["yes", "no"]}]
    });
    assert_eq!(
        problems(&dataset),
        [
            "registry.options: \"coffee\" has no number for links. Append it to this list.",
            "registry.criteria: An id stands here twice. Each needs one number for ever.",
        ]
    );
}

#[test]
fn every_version_says_what_it_changed() {
    let mut dataset = sound();
    dataset["changes"] = json!([
        {"version": "0", "says": ["The first one."]},
        {"version": "0", "says": [" "]}
    ]);
    assert_eq!(
        problems(&dataset),
        [
            "changes[1].version: Version \"0\" stands here twice. Remove one.",
            "changes[1].says: What changed is missing. Say it in words for a reader of an older \
             link.",
            "changes: The last version here is \"0\", but this is \"1\". Append what it changes.",
        ]
    );
}

#[test]
fn a_term_is_explained_once() {
    let mut dataset = sound();
    dataset["glossary"] = json!([
        {"word": "Steam", "means": "Water as a gas."},
        {"word": "steam", "means": "It burns."},
        {"word": "ice", "means": " "}
    ]);
    assert_eq!(
        problems(&dataset),
        [
            "glossary[1].word: \"steam\" is explained twice. Remove one.",
            "glossary[2]: A term needs its word and what that means. Write both, or leave it out.",
        ]
    );
}
