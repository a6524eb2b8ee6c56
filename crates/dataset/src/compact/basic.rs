//! What every dataset is made of: numbers, texts, lists, and what is apart.

use core::mem;

use super::{Bytes, Pack, Packed};
use crate::{Apart, Table, Text};

/// See [`Bytes::number`].
impl Pack for usize {
    fn pack(&self, out: &mut Packed) {
        let mut left = *self;
        while left > 0x7f {
            out.part().push((left & 0x7f) as u8 | 0x80);
            left >>= 7;
        }
        out.part().push(left as u8);
    }

    fn unpack(&mut self, bytes: &mut Bytes) {
        *self = bytes.number();
    }
}

impl Pack for u8 {
    fn pack(&self, out: &mut Packed) {
        out.part().push(*self);
    }

    fn unpack(&mut self, bytes: &mut Bytes) {
        *self = bytes.byte();
    }
}

impl Pack for i8 {
    fn pack(&self, out: &mut Packed) {
        self.cast_unsigned().pack(out);
    }

    fn unpack(&mut self, bytes: &mut Bytes) {
        *self = bytes.byte().cast_signed();
    }
}

impl Pack for bool {
    fn pack(&self, out: &mut Packed) {
        u8::from(*self).pack(out);
    }

    fn unpack(&mut self, bytes: &mut Bytes) {
        *self = bytes.byte() != 0;
    }
}

impl Pack for f64 {
    fn pack(&self, out: &mut Packed) {
        out.part().extend_from_slice(&self.to_le_bytes());
    }

    fn unpack(&mut self, bytes: &mut Bytes) {
        *self = bytes.take(8).try_into().map(f64::from_le_bytes).unwrap_or_default();
    }
}

/// Written once in each part: an even number is twice the length of a new text,
/// an odd one leads back to one that was there before.
impl Pack for Text {
    fn pack(&self, out: &mut Packed) {
        let known = out.known();
        match known.iter().position(|it| it == self) {
            Some(place) => (place * 2 + 1).pack(out),
            None => {
                known.push(*self);
                (self.len() * 2).pack(out);
                out.part().extend_from_slice(self.as_bytes());
            }
        }
    }

    #[inline(never)]
    fn unpack(&mut self, bytes: &mut Bytes) {
        let number = bytes.number();
        if number % 2 == 1 {
            match bytes.known().get(number / 2) {
                Some(text) => *self = *text,
                None => bytes.break_off(),
            }
            return;
        }
        match core::str::from_utf8(bytes.take(number / 2)) {
            Ok(text) => {
                *self = Text::from(text);
                bytes.known().push(*self);
            }
            Err(_) => bytes.break_off(),
        }
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, out: &mut Packed) {
        self.is_some().pack(out);
        if let Some(value) = self {
            value.pack(out);
        }
    }

    fn unpack(&mut self, bytes: &mut Bytes) {
        if bytes.byte() != 0 {
            self.insert(T::default()).unpack(bytes);
        }
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, out: &mut Packed) {
        self.len().pack(out);
        self.iter().for_each(|item| item.pack(out));
    }

    #[inline(never)]
    fn unpack(&mut self, bytes: &mut Bytes) {
        for _ in 0..bytes.entries() {
            let mut item = T::default();
            item.unpack(bytes);
            self.push(item);
        }
    }
}

/// Apart from the outline, and so is what is apart in it.
impl<T: Pack> Pack for Apart<T> {
    fn pack(&self, out: &mut Packed) {
        let outer = mem::replace(&mut out.is_apart, true);
        T::pack(self, out);
        out.is_apart = outer;
    }

    fn unpack(&mut self, bytes: &mut Bytes) {
        if !bytes.has_wording {
            return;
        }
        let outer = mem::replace(&mut bytes.is_apart, true);
        self.bring().unpack(bytes);
        bytes.is_apart = outer;
    }
}

impl<A: Pack, B: Pack> Pack for (A, B) {
    fn pack(&self, out: &mut Packed) {
        self.0.pack(out);
        self.1.pack(out);
    }

    fn unpack(&mut self, bytes: &mut Bytes) {
        self.0.unpack(bytes);
        self.1.unpack(bytes);
    }
}

impl<V: Pack> Pack for Table<V> {
    fn pack(&self, out: &mut Packed) {
        self.0.pack(out);
    }

    fn unpack(&mut self, bytes: &mut Bytes) {
        self.0.unpack(bytes);
    }
}
