//! The reader's own load, as a decision carries it.

use dataset::{Dataset, Id, Table};
use workload::{Millis, Profile, check_factor};

use super::{Factors, contenders};
use crate::decision::{Decision, Importance};
use crate::link::WORKLOAD;

/// A load, what it is measured with, and what became of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Load {
    /// The load itself.
    pub profile: Profile,
    /// What each runtime makes of its CPU time.
    pub factors: Factors,
    /// The importance that was taken over into the checklist, if it was.
    pub taken_over: Option<Importance>,
}

/// Symbols of 5 bits for a number.
const NUMBER: usize = 3;
/// A number has three significant digits.
const DIGITS: [u32; 2] = [100, 999];
/// The exponent of the smallest number, ten to the power of it.
const LEAST: i32 = -9;

/// The nearest number of three significant digits, which is what links hold.
pub fn rounded(value: f64) -> f64 {
    read(written(value))
}

/// The load that a decision carries; `None` where it carries none, or none that
/// this version can read.
pub fn load(dataset: &Dataset, decision: &Decision) -> Option<Load> {
    let mut symbols = decision.unread.tagged(WORKLOAD).next()?.iter().copied();
    let mut number = || {
        let mut next = [0; NUMBER];
        for symbol in &mut next {
            *symbol = symbols.next()?;
        }
        Some(read(next))
    };
    let profile = Profile {
        rps: number()?,
        calls: number()? as u32,
        io: Millis(number()?),
        cpu: Millis(number()?),
        heavy_share: number()?,
        heavy_cpu: Millis(number()?),
        cores: number()? as u32,
        processes: number()? as u32,
    };
    let taken_over = symbols.next()?.checked_sub(1).and_then(Importance::new);
    let mut factors = Table::default();
    let rest: Vec<u8> = symbols.collect();
    for entry in rest.chunks_exact(1 + NUMBER) {
        let factor = read([entry[1], entry[2], entry[3]]);
        if let Some(&id) = dataset.registry.options.get(usize::from(entry[0]))
            && check_factor("", factor).is_ok()
        {
            factors.insert(id, factor);
        }
    }
    profile.check().ok()?;
    Some(Load { profile, factors: Factors::new(factors), taken_over })
}

/// Puts a load into a decision; numbers keep three significant digits.
pub fn set_load(dataset: &Dataset, decision: &mut Decision, load: &Load) {
    let Profile { rps, calls, io, cpu, heavy_share, heavy_cpu, cores, processes } = load.profile;
    let whole = f64::from;
    let numbers =
        [rps, whole(calls), io.0, cpu.0, heavy_share, heavy_cpu.0, whole(cores), whole(processes)];
    let mut symbols: Vec<u8> = numbers.into_iter().flat_map(written).collect();
    symbols.push(load.taken_over.map_or(0, |it| it.level() + 1));
    for contender in contenders(dataset) {
        let id = contender.option.id;
        let factor = load.factors.of(&id);
        let place = dataset.registry.options.iter().position(|it| *it == id);
        if let Some(place) = place.and_then(|it| u8::try_from(it).ok()).filter(|it| *it < 32)
            && factor != 1.0
        {
            symbols.push(place);
            symbols.extend(written(factor));
        }
    }
    decision.unread.replace(WORKLOAD, [symbols]);
}

/// The importance that the reader took over from the lab for a criterion: only
/// as long as it is the one that counts.
pub fn taken_over(dataset: &Dataset, decision: &Decision, criterion: &Id) -> Option<Load> {
    let load = load(dataset, decision)?;
    let counts = decision.importance.get(criterion).copied();
    let is_of_workload = dataset.criterion(criterion)?.group == dataset::Group::Workload;
    (is_of_workload && counts.is_some() && counts == load.taken_over).then_some(load)
}

/// Ten bits of digits and five of exponent, low first; zero is all zeros.
fn written(value: f64) -> [u8; NUMBER] {
    if value <= 0.0 || !value.is_finite() {
        return [0; NUMBER];
    }
    let [least, most] = DIGITS.map(f64::from);
    let mut exponent = LEAST;
    while shifted(value, -exponent).round() > most {
        exponent += 1;
    }
    let digits = shifted(value, -exponent).round().clamp(least, most) as u32;
    let place = (exponent - LEAST) as u32;
    [digits & 0x1f, digits >> 5, place & 0x1f].map(|it| it as u8)
}

fn read([low, high, place]: [u8; NUMBER]) -> f64 {
    let digits = u32::from(low) | u32::from(high) << 5;
    shifted(f64::from(digits), i32::from(place) + LEAST)
}

/// Times a power of ten, by one rounding only: powers up to 22 are exact.
fn shifted(value: f64, by: i32) -> f64 {
    let power = (0..by.abs()).fold(1.0, |power, _| power * 10.0);
    if by < 0 { value / power } else { value * power }
}

#[cfg(test)]
mod tests {
    use super::rounded;

    #[test]
    fn three_digits_are_kept() {
        for (value, kept) in [
            (0.0, 0.0),
            (0.2, 0.2),
            (1.0, 1.0),
            (0.05, 0.05),
            (12_345.0, 12_300.0),
            (999_500.0, 1_000_000.0),
            (0.001, 0.001),
            (1_000_000.0, 1_000_000.0),
            (-3.0, 0.0),
            (f64::NAN, 0.0),
        ] {
            assert_eq!(rounded(value), kept);
        }
    }
}
