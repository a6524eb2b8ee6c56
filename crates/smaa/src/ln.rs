//! The natural logarithm, from operations that give the same bits everywhere.

/// Natural logarithm of a positive normal number, to about 1e-13.
///
/// `x = 2^k * m` with `m` in `[sqrt(1/2), sqrt(2))`; then with
/// `s = (m - 1) / (m + 1)`, `ln m = 2 (s + s^3/3 + s^5/5 + …)`, and `|s| < 0.172`
/// makes the ninth term smaller than 1e-14.
///
/// There is no branch in it, so that the sampler's loops become vector code.
#[inline(always)]
pub(crate) fn ln(x: f64) -> f64 {
    const SQRT_HALF_BITS: u64 = 0x3fe6_a09e_667f_3bcd;
    let offset = x.to_bits().wrapping_sub(SQRT_HALF_BITS);
    let exponent = (offset as i64) >> 52;
    let mantissa = f64::from_bits(x.to_bits().wrapping_sub((exponent as u64) << 52));
    let s = (mantissa - 1.0) / (mantissa + 1.0);
    let z = s * s;
    let mut series = 1.0 / 15.0;
    for odd in [13.0, 11.0, 9.0, 7.0, 5.0, 3.0, 1.0] {
        series = series * z + 1.0 / odd;
    }
    exponent as f64 * core::f64::consts::LN_2 + 2.0 * s * series
}

#[cfg(test)]
mod tests {
    use super::ln;

    #[test]
    fn agrees_with_the_library() {
        for i in 1..100_000u32 {
            for x in [f64::from(i) / 100_000.0, f64::from(i) * 1.7, 2f64.powi(-32) * f64::from(i)] {
                let error = (ln(x) - libm::log(x)).abs();
                assert!(error < 1e-12, "ln({x}) is off by {error}");
            }
        }
    }
}
