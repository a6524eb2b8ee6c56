//! Four numbers side by side.
//!
//! Whether a compiler makes vector code of a loop depends on flags that the
//! page, which is compiled for size, does not set. So the vectors are spelled
//! out: instructions of WebAssembly where they are switched on, and else
//! arrays, which mean the same to the last bit.

use core::ops::{Add, BitAnd, BitOr, BitXor, Div, Mul, Not, Sub};

/// How many numbers lie side by side.
pub const STEP: usize = 4;

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod vector {
    use core::arch::wasm32 as wasm;

    pub(super) type Raw = wasm::v128;
    pub(super) type RawFloats = wasm::v128;

    pub(super) use wasm::{
        f32x4_add, f32x4_convert_i32x4, f32x4_div, f32x4_gt, f32x4_mul, f32x4_splat, f32x4_sub,
        i32x4_add, i32x4_gt, i32x4_shl, i32x4_shr, i32x4_splat, i32x4_sub, u32x4_shr, v128_and,
        v128_not, v128_or, v128_xor,
    };

    #[inline(always)]
    pub(super) fn floats([a, b, c, d]: [f32; 4]) -> Raw {
        wasm::f32x4(a, b, c, d)
    }

    #[inline(always)]
    pub(super) fn ints([a, b, c, d]: [i32; 4]) -> Raw {
        wasm::i32x4(a, b, c, d)
    }

    #[inline(always)]
    pub(super) fn float_array(x: Raw) -> [f32; 4] {
        [
            wasm::f32x4_extract_lane::<0>(x),
            wasm::f32x4_extract_lane::<1>(x),
            wasm::f32x4_extract_lane::<2>(x),
            wasm::f32x4_extract_lane::<3>(x),
        ]
    }

    #[inline(always)]
    pub(super) fn int_array(x: Raw) -> [i32; 4] {
        [
            wasm::i32x4_extract_lane::<0>(x),
            wasm::i32x4_extract_lane::<1>(x),
            wasm::i32x4_extract_lane::<2>(x),
            wasm::i32x4_extract_lane::<3>(x),
        ]
    }

    #[inline(always)]
    pub(super) fn bits(x: Raw) -> Raw {
        x
    }

    #[inline(always)]
    pub(super) fn from_bits(x: Raw) -> Raw {
        x
    }
}

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
mod vector {
    pub(super) type Raw = [i32; 4];
    pub(super) type RawFloats = [f32; 4];

    macro_rules! lane_by_lane {
        ($($name:ident($($x:ident: $from:ty),+) -> $to:ty = $value:expr;)*) => {$(
            #[inline(always)]
            pub(super) fn $name($($x: $from),+) -> $to {
                let of = $value;
                [of($($x[0]),+), of($($x[1]),+), of($($x[2]),+), of($($x[3]),+)]
            }
        )*};
    }

    lane_by_lane! {
        f32x4_add(x: RawFloats, y: RawFloats) -> RawFloats = |x: f32, y: f32| x + y;
        f32x4_sub(x: RawFloats, y: RawFloats) -> RawFloats = |x: f32, y: f32| x - y;
        f32x4_mul(x: RawFloats, y: RawFloats) -> RawFloats = |x: f32, y: f32| x * y;
        f32x4_div(x: RawFloats, y: RawFloats) -> RawFloats = |x: f32, y: f32| x / y;
        f32x4_gt(x: RawFloats, y: RawFloats) -> Raw = |x: f32, y: f32| -i32::from(x > y);
        f32x4_convert_i32x4(x: Raw) -> RawFloats = |x: i32| x as f32;
        i32x4_add(x: Raw, y: Raw) -> Raw = |x: i32, y: i32| x.wrapping_add(y);
        i32x4_sub(x: Raw, y: Raw) -> Raw = |x: i32, y: i32| x.wrapping_sub(y);
        i32x4_gt(x: Raw, y: Raw) -> Raw = |x: i32, y: i32| -i32::from(x > y);
        v128_and(x: Raw, y: Raw) -> Raw = |x: i32, y: i32| x & y;
        v128_or(x: Raw, y: Raw) -> Raw = |x: i32, y: i32| x | y;
        v128_xor(x: Raw, y: Raw) -> Raw = |x: i32, y: i32| x ^ y;
        v128_not(x: Raw) -> Raw = |x: i32| !x;
        bits(x: RawFloats) -> Raw = |x: f32| x.to_bits() as i32;
        from_bits(x: Raw) -> RawFloats = |x: i32| f32::from_bits(x as u32);
    }

    macro_rules! as_they_are {
        ($($name:ident($x:ident: $from:ty) -> $to:ty = $value:expr;)*) => {$(
            #[inline(always)]
            pub(super) fn $name($x: $from) -> $to {
                $value
            }
        )*};
    }

    as_they_are! {
        f32x4_splat(x: f32) -> RawFloats = [x; 4];
        i32x4_splat(x: i32) -> Raw = [x; 4];
        floats(x: [f32; 4]) -> RawFloats = x;
        ints(x: [i32; 4]) -> Raw = x;
        float_array(x: RawFloats) -> [f32; 4] = x;
        int_array(x: Raw) -> [i32; 4] = x;
    }

    #[inline(always)]
    pub(super) fn i32x4_shl(x: Raw, by: u32) -> Raw {
        x.map(|x| x << by)
    }

    #[inline(always)]
    pub(super) fn i32x4_shr(x: Raw, by: u32) -> Raw {
        x.map(|x| x >> by)
    }

    #[inline(always)]
    pub(super) fn u32x4_shr(x: Raw, by: u32) -> Raw {
        x.map(|x| (x as u32 >> by) as i32)
    }
}

/// Four floats.
#[derive(Clone, Copy, Debug)]
pub struct Floats4(vector::RawFloats);

/// Four whole numbers of 32 bits; sums wrap around. A comparison gives all
/// bits where it holds, and none elsewhere.
#[derive(Clone, Copy, Debug)]
pub struct Ints4(vector::Raw);

macro_rules! operators {
    ($($type:ident $trait:ident $method:ident $function:ident)*) => {$(
        impl $trait for $type {
            type Output = Self;

            #[inline(always)]
            fn $method(self, other: Self) -> Self {
                Self(vector::$function(self.0, other.0))
            }
        }
    )*};
}

operators! {
    Floats4 Add add f32x4_add
    Floats4 Sub sub f32x4_sub
    Floats4 Mul mul f32x4_mul
    Floats4 Div div f32x4_div
    Ints4 Add add i32x4_add
    Ints4 Sub sub i32x4_sub
    Ints4 BitAnd bitand v128_and
    Ints4 BitOr bitor v128_or
    Ints4 BitXor bitxor v128_xor
}

impl Not for Ints4 {
    type Output = Self;

    #[inline(always)]
    fn not(self) -> Self {
        Self(vector::v128_not(self.0))
    }
}

impl Floats4 {
    /// The same number four times.
    #[inline(always)]
    pub fn all(x: f32) -> Self {
        Self(vector::f32x4_splat(x))
    }

    /// From an array.
    #[inline(always)]
    pub fn new(x: [f32; STEP]) -> Self {
        Self(vector::floats(x))
    }

    /// As an array.
    #[inline(always)]
    pub fn array(self) -> [f32; STEP] {
        vector::float_array(self.0)
    }

    /// Where it is above `other`.
    #[inline(always)]
    pub fn above(self, other: Self) -> Ints4 {
        Ints4(vector::f32x4_gt(self.0, other.0))
    }

    /// Itself where `mask` holds, and 0 elsewhere.
    #[inline(always)]
    pub fn only(self, mask: Ints4) -> Self {
        (self.bits() & mask).as_bits()
    }

    /// The bits of the floats.
    #[inline(always)]
    pub fn bits(self) -> Ints4 {
        Ints4(vector::bits(self.0))
    }
}

impl Ints4 {
    /// The same number four times.
    #[inline(always)]
    pub fn all(x: i32) -> Self {
        Self(vector::i32x4_splat(x))
    }

    /// From an array.
    #[inline(always)]
    pub fn new(x: [i32; STEP]) -> Self {
        Self(vector::ints(x))
    }

    /// As an array.
    #[inline(always)]
    pub fn array(self) -> [i32; STEP] {
        vector::int_array(self.0)
    }

    /// Where it is above `other`.
    #[inline(always)]
    pub fn above(self, other: Self) -> Ints4 {
        Self(vector::i32x4_gt(self.0, other.0))
    }

    /// Moved towards the higher bits.
    #[inline(always)]
    pub fn up(self, by: u32) -> Self {
        Self(vector::i32x4_shl(self.0, by))
    }

    /// Moved towards the lower bits; zeros come in.
    #[inline(always)]
    pub fn down(self, by: u32) -> Self {
        Self(vector::u32x4_shr(self.0, by))
    }

    /// All bits where the number is negative, and none elsewhere.
    #[inline(always)]
    pub fn sign(self) -> Self {
        Self(vector::i32x4_shr(self.0, 31))
    }

    /// Moved towards the lower bits; the sign stays.
    #[inline(always)]
    pub fn halved(self, times: u32) -> Self {
        Self(vector::i32x4_shr(self.0, times))
    }

    /// The numbers as floats.
    #[inline(always)]
    pub fn floats(self) -> Floats4 {
        Floats4(vector::f32x4_convert_i32x4(self.0))
    }

    /// The floats that these bits are.
    #[inline(always)]
    pub fn as_bits(self) -> Floats4 {
        Floats4(vector::from_bits(self.0))
    }
}
