//! The quantile function of the normal distribution.

use smaa_kernel::ln;

/// The value below which a standard normal variable falls with probability
/// `t`, from 1e-10 to 1 - 1e-10.
///
/// Wichura, M. J. (1988): Algorithm AS 241. Applied Statistics 37(3), 477-484;
/// the routine PPND7, accurate to about 1e-7, without its far tails.
pub(crate) fn quantile(t: f64) -> f64 {
    let q = t - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180625 - q * q;
        return q * polynomial(&CENTRE_ABOVE, r) / polynomial(&CENTRE_BELOW, r);
    }
    let r = f64::from(-ln(f64::min(t, 1.0 - t) as f32)).sqrt() - 1.6;
    let value = polynomial(&TAIL_ABOVE, r) / polynomial(&TAIL_BELOW, r);
    if q < 0.0 { -value } else { value }
}

/// Horner's scheme, lowest coefficient first.
fn polynomial(coefficients: &[f64; 4], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, coefficient| sum * x + coefficient)
}

const CENTRE_ABOVE: [f64; 4] = [3.387_132_717_9, 50.434_271_938, 159.291_132_02, 59.109_374_72];
const CENTRE_BELOW: [f64; 4] = [1.0, 17.895_169_469, 78.757_757_664, 67.187_563_6];
const TAIL_ABOVE: [f64; 4] = [1.423_437_277_7, 2.756_815_39, 1.306_728_481_6, 0.170_238_211_03];
const TAIL_BELOW: [f64; 4] = [1.0, 0.737_001_642_5, 0.120_211_329_75, 0.0];

#[cfg(test)]
mod tests {
    use super::quantile;

    /// Tables of the normal distribution.
    #[test]
    fn known_quantiles() {
        for (t, expected) in [
            (0.5, 0.0),
            (0.975, 1.959_963_984_540_054),
            (0.95, 1.644_853_626_951_472_2),
            (0.25, -0.674_489_750_196_081_7),
            (0.001, -3.090_232_306_167_813_5),
            (1e-9, -5.997_807_015_007_686),
        ] {
            let error = (quantile(t) - expected).abs();
            assert!(error < 1e-6, "quantile({t}) is off by {error}");
        }
    }
}
