//! The types of a dataset, field by field.

use super::{Bytes, Pack, Packed, unpacked};
use crate::schema::*;

macro_rules! structs {
    ($($name:ident { $($field:ident),* })*) => {$(
        impl Pack for $name {
            fn pack(&self, out: &mut Packed) {
                let $name { $($field),* } = self;
                $($field.pack(out);)*
            }

            fn unpack(&mut self, bytes: &mut Bytes) {
                $(self.$field.unpack(bytes);)*
            }
        }
    )*};
}

// Most of a dataset are claims: what is alike in neighbours comes first, which a
// compressor makes 60 bytes less of than of the order of their type.
structs! {
    Dataset {
        id, version, title, summary, sources, options, criteria, claims, weights, gaps, figures,
        questions, scenarios, topics, glossary, registry, changes
    }
    Source { id, short, title, author, date, stance, leans }
    Basis { source, place }
    Alternative { id, name, family, about, fits, basis, scheduler }
    Criterion { id, name, group, about, worst, best, measure }
    Measure { unit, utility }
    Interval { low, high }
    Claim {
        criterion, kind, as_of, options, level, deviation, when, says, note, source, id, place
    }
    Condition { question, is }
    Gap { option, criterion, why }
    Figure { id, title, unit, values, note }
    FigureValue { label, option, value, qualifier, basis, as_of }
    Question { id, group, ask, why, several, choices }
    Choice { id, label, weighs, requires, basis }
    Weigh { criterion, points }
    Ground { source, place }
    Require { options, severity, because, basis, when, way_out }
    Scenario { id, name, about, basis, answers }
    Topic { id, title, paragraphs, basis }
    Term { word, means }
    Registry { options, criteria, questions }
    RegisteredQuestion { id, places, choices }
    Change { version, says }
}

macro_rules! enums {
    ($($name:ident { $($variant:ident),* })*) => {$(
        impl Pack for $name {
            fn pack(&self, out: &mut Packed) {
                (*self as u8).pack(out);
            }

            fn unpack(&mut self, bytes: &mut Bytes) {
                let number = bytes.byte();
                $(if number == $name::$variant as u8 {
                    *self = $name::$variant;
                    return;
                })*
                bytes.break_off();
            }
        }
    )*};
}

enums! {
    Group { Workload, Team, Cost, Growth }
    ClaimKind { Measurement, Survey, Experience, Opinion }
    Scheduler { Unstated, EventLoop, RoundRobin }
    Severity { Cautioned, Excluded }
}

impl Pack for Answer {
    fn pack(&self, out: &mut Packed) {
        self.0.pack(out);
    }

    fn unpack(&mut self, bytes: &mut Bytes) {
        self.0.unpack(bytes);
    }
}

impl Pack for StatedWeights {
    fn pack(&self, out: &mut Packed) {
        match self {
            StatedWeights::Free => 0_u8.pack(out),
            StatedWeights::Fixed(weights) => numbered(1, weights, out),
            StatedWeights::Swing(swings) => numbered(2, swings, out),
            StatedWeights::Ordinal(classes) => numbered(3, classes, out),
            StatedWeights::Bounded(bounds) => numbered(4, bounds, out),
        }
    }

    fn unpack(&mut self, bytes: &mut Bytes) {
        *self = match bytes.byte() {
            0 => StatedWeights::Free,
            1 => StatedWeights::Fixed(unpacked(bytes)),
            2 => StatedWeights::Swing(unpacked(bytes)),
            3 => StatedWeights::Ordinal(unpacked(bytes)),
            4 => StatedWeights::Bounded(unpacked(bytes)),
            _ => {
                bytes.break_off();
                StatedWeights::Free
            }
        }
    }
}

fn numbered(number: u8, value: &impl Pack, out: &mut Packed) {
    number.pack(out);
    value.pack(out);
}
