//! The verdict: its panel beside the checklist, and the strip that stands in
//! for it on a phone.

use yew::Html;

use super::dom::{Attr, tag, words as said};
use super::message::Message;
use super::page::Page;
use super::parts::{button, edit_button, note};
use super::shares::shares;
use super::tools::tools;
use crate::decision::Edit;
use crate::report::{Method, Report, WayOut};
use crate::words::page as words;

/// Everything that belongs to the verdict itself; `next` is what to do next.
pub(super) fn panel(page: &Page, next: Option<Html>) -> Html {
    let report = &page.report;
    let heading = tag("h2", "dw-kind")
        .place(&page.places.verdict)
        .add(said("span", "dw-hidden", words::VERDICT))
        .text(words::kind(report.verdict.kind));
    let sentence = tag("p", "dw-sentence")
        .is(Attr::DataVerdict, report.verdict.kind.name())
        .text(&report.verdict.sentence);
    let is_counted = report.verdict.kind.has_shares();
    tag("section", "dw-panel")
        .is(Attr::Part, "verdict")
        .is(Attr::DataKind, report.verdict.kind.name())
        .add(heading)
        .add(sentence)
        .maybe(is_counted.then(|| said("p", "", &report.stages.sentence)))
        .maybe(ways_out(page))
        .maybe(hearing(page))
        .add(shares(page, words::SHARES))
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
        .is(Attr::DataKind, verdict.kind.name())
        .add(text)
        .add(button(page, words::TO_VERDICT, Message::Jump(page.places.verdict.clone())))
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
    let next = page.next_question();
    let jump = |ask: &str| {
        tag("button", "dw-next-question")
            .is(Attr::Type, "button")
            .on_click(page.send, Message::Jump(page.places.next_question.clone()))
            .text(ask)
            .into()
    };
    let question = next.and_then(|it| page.dataset.question(&it.id));
    tag("p", "dw-next")
        .maybe(question.map(|_| said("span", "dw-note", words::NEXT)))
        .maybe(question.map(|it| jump(&it.ask)))
        .into()
}

/// What the verdict does not rest on, where the reader has left something out.
fn hearing(page: &Page) -> Option<Html> {
    let left_out = &page.decision().left_out;
    if left_out.is_empty() {
        return None;
    }
    let sources = left_out.iter().filter_map(|id| page.dataset.source(&id));
    let names: Vec<&str> = sources.map(|it| it.short.as_str()).collect();
    let claims = left_out.len() - names.len();
    let text = tag("p", "").text(&words::left_out(&names, claims));
    let again = edit_button(page, words::HEAR_ALL, Edit::HearAll);
    Some(tag("div", "dw-left-out").add(text).add(again).into())
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
