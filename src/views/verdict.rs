//! The verdict: its panel beside the checklist, and the strip that stands in
//! for it on a phone.

use yew::prelude::*;

use super::charts::shares;
use super::dom::{tag, words as said};
use super::page::{Page, jump_to};
use super::parts::{button, edit_button, note};
use super::tools::tools;
use crate::browser;
use crate::decision::Edit;
use crate::report::{Method, Report, VerdictKind, WayOut};
use crate::words::page as words;

/// How long a verdict must stand before it is announced.
const SETTLED: u32 = 700;

/// Everything that belongs to the verdict itself; `next` is what to do next.
pub(super) fn panel(page: &Page, next: Option<Html>) -> Html {
    let report = &page.report;
    let heading = tag("h2", "dw-kind")
        .place(&page.verdict)
        .add(said("span", "dw-hidden", words::VERDICT))
        .text(words::kind(report.verdict.kind));
    let sentence = tag("p", "dw-sentence")
        .is("data-verdict", report.verdict.kind.name())
        .text(&report.verdict.sentence);
    let is_counted = page.has_verdict() && report.verdict.kind != VerdictKind::Conflict;
    tag("section", "dw-panel")
        .is("part", "verdict")
        .is("data-kind", report.verdict.kind.name())
        .add(heading)
        .add(sentence)
        .maybe(is_counted.then(|| said("p", "", &report.stages.sentence)))
        .maybe(ways_out(page))
        .add(shares(page))
        .maybe(is_counted.then(|| note(&method(report))))
        .maybe(next)
        .add(tools(page))
        .into()
}

/// The verdict in one line, which stays in sight on a narrow screen.
pub(super) fn strip(page: &Page) -> Html {
    let verdict = &page.report.verdict;
    let names = page.names(&verdict.options);
    let told = page.report.progress.answered;
    let text = tag("p", "dw-strip-text")
        .add(said("strong", "", words::kind(verdict.kind)))
        .add(said("span", "", &words::strip(verdict.kind, &names, verdict.share, told)));
    tag("div", "dw-strip")
        .is("data-kind", verdict.kind.name())
        .add(text)
        .add(button(words::TO_VERDICT, jump_to(&page.verdict)))
        .into()
}

fn method(report: &Report) -> String {
    match report.method {
        Method::Exact => words::EXACT.to_string(),
        // A share of 1 has 1000 tenths of a percentage point.
        Method::Sampled => words::method_line(report.points, (report.error * 1000.0).ceil() as i32),
    }
}

/// The blank question that would tell most; its place is kept while it is
/// being found, so that nothing moves.
pub(super) fn next(page: &Page) -> Html {
    let next = page.outlook.fresh().and_then(|it| it.next_question.as_ref());
    let jump = |ask: &str| {
        tag("button", "dw-next-question")
            .is("type", "button")
            .on_click(jump_to(&page.next_question))
            .text(ask)
            .into()
    };
    let question = next.and_then(|it| page.dataset.question(&it.id));
    tag("p", "dw-next")
        .maybe(question.map(|_| said("span", "dw-note", words::NEXT)))
        .maybe(question.map(|it| jump(&it.ask)))
        .into()
}

/// In a conflict: the answers that clash, and what would lift each.
fn ways_out(page: &Page) -> Option<Html> {
    let ways = &page.report.verdict.ways_out;
    if ways.is_empty() {
        return None;
    }
    let way_out = |way: &WayOut| {
        let (_, label) = page.answer(&way.question, &way.choice);
        let (question, choice) = (way.question, way.choice);
        let text = tag("div", "")
            .add(said("p", "", &way.says))
            .add(note(&words::excludes(&page.names(&way.excludes))));
        let take_back = Edit::Untick { question, choice };
        tag("li", "dw-row")
            .add(text)
            .add(edit_button(page, &words::clear_answer(label), take_back))
            .into()
    };
    let list = tag("ul", "dw-rows").each(ways, way_out);
    Some(tag("div", "").add(said("h3", "dw-h3", words::WAYS_OUT)).add(list).into())
}

/// What those who hear the page are told: the verdict, once it has settled.
#[hook]
pub(super) fn use_announcement(sentence: &str) -> Html {
    let told = use_state_eq(String::new);
    {
        let told = told.setter();
        use_effect_with(sentence.to_owned(), move |sentence| {
            let sentence = sentence.clone();
            let timer = browser::after(SETTLED, move || told.set(sentence));
            move || drop(timer)
        });
    }
    tag("p", "dw-hidden").is("role", "status").text(&told).into()
}
