//! The verdict: its panel beside the checklist, and the strip that stands in
//! for it on a phone.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::charts::shares;
use super::page::{Page, jump_to};
use super::parts::act_button;
use crate::browser;
use crate::decision::Edit;
use crate::link;
use crate::report::{Method, Report, VerdictKind, WayOut};
use crate::state::Action;
use crate::words::page as words;

/// How long a verdict must stand before it is announced.
const SETTLED: u32 = 700;

/// The panel with everything that belongs to the verdict itself.
pub(super) fn panel(page: &Page, link_base: Option<&AttrValue>) -> Html {
    html! {
        <section class="dw-panel" part="verdict" data-kind={kind(page)}>
            {sentence(page)}
            {ways_out(page)}
            {shares(page)}
            <p class="dw-note">{method(&page.report)}</p>
            {next(page)}
            <Tools page={page.clone()} link_base={link_base.cloned()} />
        </section>
    }
}

/// The kind of verdict and its sentence.
pub(super) fn sentence(page: &Page) -> Html {
    let report = &page.report;
    html! {
        <>
            <h2 class="dw-kind" tabindex="-1" ref={page.verdict.clone()}>
                <span class="dw-hidden">{words::VERDICT}{": "}</span>
                {words::kind(report.verdict.kind)}
            </h2>
            <p class="dw-sentence" data-verdict={kind(page)}>{&report.verdict.sentence}</p>
            if page.has_verdict() {
                <p>{&report.stages.sentence}</p>
            }
        </>
    }
}

/// The verdict in one line, which stays in sight on a narrow screen.
pub(super) fn strip(page: &Page) -> Html {
    let verdict = &page.report.verdict;
    let names = page.names(&verdict.options);
    let told = page.report.progress.answered;
    html! {
        <div class="dw-strip" data-kind={kind(page)}>
            <p class="dw-strip-text">
                <strong>{words::kind(verdict.kind)}</strong>
                <span>{words::strip(verdict.kind, &names, verdict.share, told)}</span>
            </p>
            <button type="button" class="dw-button" onclick={jump_to(&page.verdict)}>
                {words::TO_VERDICT}
            </button>
        </div>
    }
}

/// The kind of verdict for style sheets and for tests.
fn kind(page: &Page) -> &'static str {
    match page.report.verdict.kind {
        VerdictKind::Undecided => "undecided",
        VerdictKind::Clear => "clear",
        VerdictKind::Lean => "lean",
        VerdictKind::Close => "close",
        VerdictKind::Conflict => "conflict",
    }
}

fn method(report: &Report) -> String {
    match report.method {
        Method::Exact => words::EXACT.to_string(),
        // A share of 1 has 1000 tenths of a percentage point.
        Method::Sampled => words::method_line(report.points, (report.error * 1000.0).ceil() as i32),
    }
}

fn next(page: &Page) -> Html {
    let next = page.outlook.fresh().and_then(|it| it.next_question.as_ref());
    let ask = next.and_then(|it| page.dataset.question(&it.id)).map(|it| words::next(&it.ask));
    html! {
        <p class="dw-next">{ask.unwrap_or_default()}</p>
    }
}

fn ways_out(page: &Page) -> Html {
    let ways = &page.report.verdict.ways_out;
    if ways.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3 class="dw-h3">{words::WAYS_OUT}</h3>
            <ul class="dw-rows">
                for way in ways {
                    {way_out(page, way)}
                }
            </ul>
        </>
    }
}

fn way_out(page: &Page, way: &WayOut) -> Html {
    let (_, label) = page.answer(&way.question, &way.choice);
    let edit = Edit::Untick { question: way.question.clone(), choice: way.choice.clone() };
    html! {
        <li class="dw-row">
            <div>
                <p>{&way.says}</p>
                <p class="dw-note">{words::excludes(&page.names(&way.excludes))}</p>
            </div>
            {act_button(page, words::clear_answer(label), edit, false)}
        </li>
    }
}

#[derive(PartialEq, Properties)]
struct ToolsProps {
    page: Page,
    link_base: Option<AttrValue>,
}

/// How copying the link went.
#[derive(Clone, PartialEq)]
enum Copied {
    Not,
    Yes,
    /// The address, for copying it by hand.
    Refused(String),
}

#[component]
fn Tools(ToolsProps { page, link_base }: &ToolsProps) -> Html {
    let copied = use_state_eq(|| Copied::Not);
    let link = link::encode(&page.dataset, page.decision());
    {
        // A new decision has a link that was not copied yet.
        let copied = copied.setter();
        use_effect_with(link.clone(), move |_| copied.set(Copied::Not));
    }
    let copy = {
        let (copied, link_base) = (copied.setter(), link_base.clone());
        Callback::from(move |_: MouseEvent| {
            let address = browser::address_of(&link, link_base.as_deref());
            let (copied, by_hand) = (copied.clone(), address.clone());
            browser::copy(&address, move |went_well| {
                copied.set(if went_well { Copied::Yes } else { Copied::Refused(by_hand) });
            });
        })
    };
    let state = &page.session.state;
    let button = |label: &'static str, action: Action, enabled: bool| {
        let onclick = page.act.reform(move |_: MouseEvent| action.clone());
        html! {
            <button type="button" class="dw-button" disabled={!enabled} {onclick}>{label}</button>
        }
    };
    html! {
        <>
            <div class="dw-tools">
                <button type="button" class="dw-button" data-main="true" onclick={copy}>
                    {if *copied == Copied::Yes { words::COPIED } else { words::COPY }}
                </button>
                {button(words::UNDO, Action::Undo, state.can_undo())}
                {button(words::REDO, Action::Redo, state.can_redo())}
                {button(words::RESET, Action::Edit(Edit::Reset), !page.is_untouched())}
            </div>
            if let Copied::Refused(address) = &*copied {
                <label class="dw-by-hand">
                    {words::COPY_FAILED}
                    <input type="text" readonly={true} value={address.clone()} />
                </label>
            }
        </>
    }
}

#[derive(PartialEq, Properties)]
pub(super) struct AnnouncementProps {
    /// What to say; nothing while the reader has changed nothing.
    pub(super) sentence: AttrValue,
}

/// Tells the verdict to those who hear the page, once it has settled.
#[component]
pub(super) fn Announcement(props: &AnnouncementProps) -> Html {
    let said = use_state_eq(AttrValue::default);
    {
        let said = said.setter();
        use_effect_with(props.sentence.clone(), move |sentence| {
            let sentence = sentence.clone();
            let timer: Timeout = browser::after(SETTLED, move || said.set(sentence));
            move || drop(timer)
        });
    }
    html! { <p class="dw-hidden" role="status">{(*said).clone()}</p> }
}
