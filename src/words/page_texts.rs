//! What stands around the widget, in pages and in scripts.

macro_rules! page_texts {
    ($($(#[$about:meta])* $name:ident)*) => {
        /// Texts that the build puts into pages and scripts, where their names
        /// stand in two pairs of braces. In a text, a name in braces is something
        /// that the script knows, and what stands between backticks is code.
        #[derive(Clone, Copy, Debug)]
        pub struct PageTexts {
            $($(#[$about])* pub $name: &'static str,)*
        }

        impl PageTexts {
            /// All of them with their names.
            pub fn all(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($name), self.$name)),*]
            }
        }
    };
}

page_texts! {
    /// What this is, in a sentence.
    about
    /// The same for search engines, with a promise; the title stands before it.
    description
    /// Shown until there is something to see.
    in_a_moment
    /// Where scripts are switched off.
    needs_script
    /// The link to the page that writes the lines for other pages.
    put_on_page

    /// The widget cannot run; names `reason`.
    does_not_work
    /// A reason: a policy refuses `what` in a `directive`.
    refused
    /// A reason: the browser is too old.
    no_web_assembly
    /// A reason: the program has stopped.
    has_failed
    /// A reason: a file `name` cannot be had, with the server's `status`.
    no_file
    /// A reason: the server answers with `status`.
    no_answer
    /// Why another comparison cannot be shown: no `reason` of ours.
    not_fetched
    /// Why another comparison cannot be shown: `problems` in it.
    not_read

    /// The heading of the page that writes lines for other pages.
    embed
    /// What it is for.
    embed_lead
    /// The way back.
    embed_back
    /// That page without scripts.
    embed_needs_script
    /// Which part of the widget.
    shown
    /// The whole.
    shown_full
    /// A part.
    shown_checklist
    /// A part.
    shown_summary
    /// A part.
    shown_shares
    /// A part.
    shown_contributions
    /// A part.
    shown_assessments
    /// A part.
    shown_figures
    /// A part.
    shown_latency
    /// Light or dark.
    colours
    /// As the system has it.
    colours_auto
    /// Light.
    colours_light
    /// Dark.
    colours_dark
    /// What is answered already.
    answered
    /// Nothing is.
    answered_nothing
    /// In which way.
    how
    /// As an element.
    how_module
    /// In a frame.
    how_frame
    /// The address of the files.
    place
    /// It is no address.
    no_place
    /// A heading.
    for_module
    /// The markup is in the lines.
    readable
    /// The hash is in the lines.
    pinned
    /// A heading.
    for_frame
    /// The frame grows with its content.
    sized
    /// The decision is in the address of the page.
    forwarded
    /// What is to be copied.
    lines
    /// A button.
    copy
    /// It went well.
    copied
    /// It did not.
    not_copied
    /// A heading.
    look
    /// How to try it out.
    look_lead
    /// A heading.
    rules
    /// What a policy must allow.
    rules_lead
}
