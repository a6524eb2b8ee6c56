//! Characters, bits and the checksum.

/// Digits and lower-case letters without those that are mistaken for one
/// another (Crockford's base 32).
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The character of a symbol of 5 bits.
pub(super) fn write_symbol(symbol: u8) -> char {
    char::from(ALPHABET[usize::from(symbol & 0x1f)])
}

/// The symbol of a character; capital letters are taken as well.
pub(super) fn read_symbol(character: char) -> Option<u8> {
    let byte = u8::try_from(character.to_ascii_lowercase()).ok()?;
    ALPHABET.iter().position(|&it| it == byte).map(|place| place as u8)
}

/// Small numbers of equal width, packed into symbols, low bits first.
pub(super) struct Bits;

impl Bits {
    /// Packs `numbers` of `width` bits each; zeros at the end are left out.
    pub(super) fn pack(numbers: &[u8], width: usize) -> Vec<u8> {
        let end = numbers.iter().rposition(|&it| it != 0).map_or(0, |last| last + 1);
        let mut symbols = vec![0; (end * width).div_ceil(5)];
        for (place, number) in numbers[..end].iter().enumerate() {
            for bit in (0..width).filter(|bit| number >> bit & 1 == 1) {
                let at = place * width + bit;
                symbols[at / 5] |= 1 << (at % 5);
            }
        }
        while symbols.last() == Some(&0) {
            symbols.pop();
        }
        symbols
    }

    /// The numbers in `symbols`; those cut off at the end read as if zeros
    /// followed.
    pub(super) fn unpack(symbols: &[u8], width: usize) -> Vec<u8> {
        let bit = |at: usize| symbols.get(at / 5).is_some_and(|symbol| symbol >> (at % 5) & 1 == 1);
        (0..(symbols.len() * 5).div_ceil(width))
            .map(|place| (0..width).map(|it| u8::from(bit(place * width + it)) << it).sum())
            .collect()
    }
}

/// A CRC of 15 bits (the polynomial of CAN, Bosch 1991, 0x4599): every change
/// of up to three neighbouring symbols is noticed.
pub(super) fn checksum(symbols: &[u8]) -> [u8; 3] {
    let mut crc: u16 = 0x5a5a & 0x7fff;
    for symbol in symbols {
        crc ^= u16::from(*symbol) << 10;
        for _ in 0..5 {
            let carry = crc & 0x4000 != 0;
            crc = crc << 1 & 0x7fff;
            if carry {
                crc ^= 0x4599;
            }
        }
    }
    [(crc & 0x1f) as u8, (crc >> 5 & 0x1f) as u8, (crc >> 10 & 0x1f) as u8]
}
