//! Arithmetic coding: each event takes as many bits as its probability is
//! worth, fractions included (Witten, Neal, Cleary 1987, *Arithmetic coding for
//! data compression*, Communications of the ACM 30(6)).
//!
//! Whole numbers only, so that every machine reads what another one wrote.

/// Bits of the interval's ends.
const WIDTH: u32 = 32;
const TOP: u64 = (1 << WIDTH) - 1;
const QUARTER: u64 = 1 << (WIDTH - 2);
const HALF: u64 = 2 * QUARTER;

/// Bits of a symbol.
const SYMBOL: usize = 5;

/// A part of all cases, which number `total`: those from `from` on, `size` of
/// them. Totals stay far below a quarter of the interval.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) from: u32,
    pub(super) size: u32,
    pub(super) total: u32,
}

/// The interval that is left.
struct Interval {
    low: u64,
    high: u64,
}

impl Interval {
    const WHOLE: Interval = Interval { low: 0, high: TOP };

    fn narrow(&mut self, part: Part) {
        let width = self.high - self.low + 1;
        let at = |count: u32| width * u64::from(count) / u64::from(part.total);
        self.high = self.low + at(part.from + part.size) - 1;
        self.low += at(part.from);
    }

    /// What to take off both ends before they are doubled, and whether the bit
    /// in front is known; `None` while the ends are too far apart.
    fn next(&self) -> Option<(u64, Option<bool>)> {
        if self.high < HALF {
            Some((0, Some(false)))
        } else if self.low >= HALF {
            Some((HALF, Some(true)))
        } else if self.low >= QUARTER && self.high < HALF + QUARTER {
            Some((QUARTER, None))
        } else {
            None
        }
    }

    fn double(&mut self, off: u64) {
        self.low = (self.low - off) << 1;
        self.high = ((self.high - off) << 1) | 1;
    }
}

/// Writes events.
pub(super) struct Writer {
    interval: Interval,
    bits: Vec<bool>,
    /// Bits that will be the opposite of the next one.
    pending: usize,
}

impl Writer {
    pub(super) fn new() -> Self {
        Writer { interval: Interval::WHOLE, bits: Vec::new(), pending: 0 }
    }

    pub(super) fn put(&mut self, part: Part) {
        self.interval.narrow(part);
        while let Some((off, bit)) = self.interval.next() {
            match bit {
                Some(bit) => self.put_bit(bit),
                None => self.pending += 1,
            }
            self.interval.double(off);
        }
    }

    fn put_bit(&mut self, bit: bool) {
        self.bits.push(bit);
        self.bits.extend(std::iter::repeat_n(!bit, std::mem::take(&mut self.pending)));
    }

    /// The symbols, without the zeros at the end: the reader takes what is
    /// missing for zeros.
    pub(super) fn finish(mut self) -> Vec<u8> {
        // A one followed by zeros lies in the interval, or zeros alone do.
        if self.interval.low > 0 || self.pending > 0 {
            self.put_bit(true);
        }
        let symbol = |bits: &[bool]| {
            bits.iter().enumerate().map(|(at, bit)| u8::from(*bit) << (SYMBOL - 1 - at)).sum()
        };
        let mut symbols: Vec<u8> = self.bits.chunks(SYMBOL).map(symbol).collect();
        while symbols.last() == Some(&0) {
            symbols.pop();
        }
        symbols
    }
}

/// Reads what a [`Writer`] wrote. Any symbols can be read.
pub(super) struct Reader<'a> {
    interval: Interval,
    value: u64,
    symbols: &'a [u8],
    /// The next bit.
    place: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(symbols: &'a [u8]) -> Self {
        let mut reader = Reader { interval: Interval::WHOLE, value: 0, symbols, place: 0 };
        for _ in 0..WIDTH {
            reader.value = reader.value << 1 | reader.bit();
        }
        reader
    }

    fn bit(&mut self) -> u64 {
        let symbol = self.symbols.get(self.place / SYMBOL).copied().unwrap_or(0);
        let bit = symbol >> (SYMBOL - 1 - self.place % SYMBOL) & 1;
        self.place += 1;
        u64::from(bit)
    }

    /// Whether more was read than there is: the end is missing.
    pub(super) fn is_past_the_end(&self) -> bool {
        self.place > self.symbols.len() * SYMBOL + 2 * WIDTH as usize
    }

    /// Which of `total` cases comes next, to be told apart by [`Reader::take`].
    pub(super) fn case(&self, total: u32) -> u32 {
        let width = self.interval.high - self.interval.low + 1;
        let case = ((self.value - self.interval.low + 1) * u64::from(total) - 1) / width;
        case as u32
    }

    /// Goes on behind an event.
    pub(super) fn take(&mut self, part: Part) {
        self.interval.narrow(part);
        while let Some((off, _)) = self.interval.next() {
            self.interval.double(off);
            self.value = (self.value - off) << 1 | self.bit();
        }
    }
}
