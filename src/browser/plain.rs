//! Reports as plain objects for the embedding page, in the shape that
//! `cargo xtask decide` prints.
//!
//! This stands in for a serialisation library because the page pays for its
//! code: serde-wasm-bindgen weighs 2 kB more. A field that is forgotten does
//! not compile.

use dataset::{Ground, Id, Table, Text};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::decision::Importance;
use crate::report::*;

/// What the event tells.
pub(crate) struct Summary<'a> {
    pub(crate) state: &'a str,
    pub(crate) kind: VerdictKind,
    pub(crate) options: &'a [Id],
    pub(crate) share: f64,
    pub(crate) sentence: &'a str,
    pub(crate) answered: usize,
}

/// The lists of [`Prospects`].
const NO_LISTS: [&str; 6] = [
    "tipping",
    "tipping_importance",
    "tipping_claims",
    "questions",
    "without_source",
    "flip_weights",
];

/// What has a form as plain data.
pub(crate) trait Plain {
    fn plain(&self) -> JsValue;
}

/// A report as one plain object. The `outlook` is described by a part of the
/// program that is fetched later; without it, it is an empty one.
pub(crate) fn describe(report: &Report, outlook: Option<JsValue>) -> JsValue {
    let outlook = outlook.unwrap_or_else(no_outlook);
    let report = Object::from(report.plain());
    Object::assign(&report, outlook.unchecked_ref()).into()
}

fn no_outlook() -> JsValue {
    let object = Object::new();
    for list in NO_LISTS {
        set(&object, list, &Array::new());
    }
    set(&object, "next_question", &JsValue::NULL);
    set(&object, "nearest_tie", &JsValue::NULL);
    set(&object, "firm", &JsValue::FALSE);
    object.into()
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // Only a frozen object could refuse a property.
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}

impl<T: Plain + ?Sized> Plain for &T {
    fn plain(&self) -> JsValue {
        (**self).plain()
    }
}

impl Plain for str {
    fn plain(&self) -> JsValue {
        JsValue::from_str(self)
    }
}

impl Plain for String {
    fn plain(&self) -> JsValue {
        self.as_str().plain()
    }
}

impl Plain for Text {
    fn plain(&self) -> JsValue {
        self.as_str().plain()
    }
}

impl Plain for bool {
    fn plain(&self) -> JsValue {
        JsValue::from_bool(*self)
    }
}

impl Plain for f64 {
    fn plain(&self) -> JsValue {
        JsValue::from_f64(*self)
    }
}

impl Plain for usize {
    fn plain(&self) -> JsValue {
        JsValue::from_f64(*self as f64)
    }
}

impl Plain for Importance {
    fn plain(&self) -> JsValue {
        self.level().plain()
    }
}

macro_rules! small_numbers {
    ($($name:ident),*) => {$(
        impl Plain for $name {
            fn plain(&self) -> JsValue {
                f64::from(*self).plain()
            }
        }
    )*};
}

small_numbers! { i8, u8, i32, u32 }

impl<T: Plain> Plain for Option<T> {
    fn plain(&self) -> JsValue {
        self.as_ref().map_or(JsValue::NULL, T::plain)
    }
}

impl<T: Plain> Plain for [T] {
    fn plain(&self) -> JsValue {
        let array = Array::new();
        for item in self {
            array.push(&item.plain());
        }
        array.into()
    }
}

impl<T: Plain> Plain for Vec<T> {
    fn plain(&self) -> JsValue {
        self.as_slice().plain()
    }
}

impl<const N: usize> Plain for [f64; N] {
    fn plain(&self) -> JsValue {
        self.as_slice().plain()
    }
}

impl<V: Plain> Plain for Table<V> {
    fn plain(&self) -> JsValue {
        let object = Object::new();
        for (id, value) in self.iter() {
            set(&object, &id, &value.plain());
        }
        object.into()
    }
}

/// The fields in braces become those of one object; what follows a semicolon is
/// left out.
macro_rules! structs {
    ($($name:ident $(<$of:lifetime>)? { $($field:ident),* $(; $apart:ident)? })*) => {$(
        impl Plain for $name $(<$of>)? {
            fn plain(&self) -> JsValue {
                let $name { $($field),* $(, $apart: _)? } = self;
                let object = Object::new();
                $(set(&object, stringify!($field), &$field.plain());)*
                object.into()
            }
        }
    )*};
}

structs! {
    Report {
        dataset, verdict, options, pairwise, method, error, points, criteria, separation, stages,
        progress; outlook
    }
    Prospects {
        tipping, tipping_importance, tipping_claims, next_question, questions, firm,
        without_source, flip_weights, nearest_tie
    }
    DatasetName { id, version }
    Verdict { kind, options, share, sentence, ways_out }
    WayOut { question, choice, excludes, says }
    OptionReport {
        id, status, reasons, value, value_range, coverage, rank_acceptability, share_if_allowed,
        central_weights, strengths, weaknesses
    }
    Reason { status, question, choice, given, because, basis, way_out }
    Given { question, choice }
    Ground { source, place }
    Argument { criterion, difference, claims }
    CriterionReport { id, points, importance, because, weight, weight_range, assessments }
    Push { question, choice, points }
    AssessmentReport { option, level, claims, sources, utility, contribution }
    Level { low, best, high }
    Separation { ahead, behind, by_criterion }
    Difference { criterion, difference }
    Stages { viability, strategy, relation, sentence }
    Progress { answered, questions }
    Tip { question, answer, kind, options, distance, sentence }
    ImportanceTip { importance, kind, options, distance, sentence }
    ClaimTip { claim, source, criterion, kind, options, distance, sentence }
    NextQuestion { id, gain, reduction, can_flip }
    WithoutSource { source, kind, options, shares, changes, alone }
    Alone { kind, options, shares }
    FlipWeight { criterion, weight, flips_at, to }
    NearestTie { from, to, weights, distance }
    Summary<'_> { state, kind, options, share, sentence, answered }
}

impl Plain for VerdictKind {
    fn plain(&self) -> JsValue {
        self.name().plain()
    }
}

macro_rules! enums {
    ($($name:ident { $($variant:ident = $word:literal),* })*) => {$(
        impl Plain for $name {
            fn plain(&self) -> JsValue {
                match self { $($name::$variant => $word),* }.plain()
            }
        }
    )*};
}

enums! {
    Status { Open = "open", Cautioned = "cautioned", Excluded = "excluded" }
    Method { Exact = "exact", Sampled = "sampled" }
    StageRelation {
        Open = "open", Agree = "agree", TechnicallyClose = "technically_close",
        StrategicallyClose = "strategically_close", StrategyOverturned = "strategy_overturned",
        TechnicalLeadHeld = "technical_lead_held", Split = "split"
    }
}
