//! What stands around the widget, in pages and in scripts.

use super::PageTexts;

/// All of it; the fields say what is meant.
pub const PAGE_TEXTS: PageTexts = PageTexts {
    about: "A checklist, answered from published comparisons.",
    description: "A checklist, answered from published comparisons. Everything stays in your \
                  browser.",
    in_a_moment: "The checklist appears here in a moment.",
    needs_script: "Answering needs JavaScript, which is switched off here. All is computed in \
                   your browser and nothing is sent.",
    put_on_page: "Put this on your page",

    does_not_work: "This checklist does not work: {reason}. What you see here can be read but \
                    not answered.",
    refused: "this page's security policy would have to allow {what} in {directive}",
    no_web_assembly: "this browser has no WebAssembly",
    has_failed: "its program has failed",
    no_file: "the server answered {status} for {name}",
    no_answer: "the server answered {status}",
    not_fetched: "fetched: {reason}",
    not_read: "read: {problems}",

    embed: "Put the checklist on your page",
    embed_lead: "Choose what is shown, look at it below, and copy the lines into your page. The \
                 files of this widget are all that they load; nothing is counted, sent or stored.",
    embed_back: "Back to the checklist",
    embed_needs_script: "Choosing needs JavaScript. Without it: load `decision-widget.js` as a \
                         module and write `<decision-widget></decision-widget>` where the \
                         checklist shall stand.",
    shown: "What is shown",
    shown_full: "Everything",
    shown_checklist: "The checklist, with the verdict in a line",
    shown_summary: "The verdict and its reasons",
    shown_shares: "Chart: how often each is best",
    shown_contributions: "Chart: what separates the leaders",
    shown_assessments: "Chart: what the sources say",
    shown_figures: "Chart: the figures of the sources",
    shown_latency: "Chart: latency under your own load",
    colours: "Colours",
    colours_auto: "As the reader's system has them",
    colours_light: "Light",
    colours_dark: "Dark",
    answered: "Answered from the start",
    answered_nothing: "Nothing: each reader begins",
    how: "How",
    how_module: "As an element of your page (script)",
    how_frame: "In a frame (iframe)",
    place: "Where the files are",
    no_place: "The place of the files must be a whole address, beginning with https://.",
    for_module: "For the element",
    readable: "Readable before any script, as it looks below (many lines)",
    pinned: "This version only (the browser checks the hash of the script, and the script those \
             of its files)",
    for_frame: "For the frame",
    sized: "As high as what is in it (a small script on your page)",
    forwarded: "Share the decision with the address of your page",
    lines: "The lines for your page",
    copy: "Copy",
    copied: "Copied.",
    not_copied: "The browser did not allow it; the lines are selected, to copy by hand.",
    look: "How it looks",
    look_lead: "Pull the lower right corner to try another width. What you answer here is in the \
                lines, too.",
    rules: "If your page has a content security policy",
    rules_lead: "`script-src` and `connect-src` must allow the place of the files, and \
                 `script-src` also `'wasm-unsafe-eval'`. There is no inline style and no `eval`. \
                 A frame needs `frame-src` alone.",
};
