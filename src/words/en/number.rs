//! Numbers as people read them, printed by way of whole numbers: the code that
//! prints floats would weigh more than all charts together.

/// A number with at most two decimals and with commas between thousands.
pub fn number(value: f64) -> String {
    let hundredths = (value.abs() * 100.0).round() as u64;
    let sign = if value < 0.0 && hundredths > 0 { "−" } else { "" };
    let decimals = match (hundredths % 100 / 10, hundredths % 10) {
        (0, 0) => String::new(),
        (tenth, 0) => format!(".{tenth}"),
        (tenth, hundredth) => format!(".{tenth}{hundredth}"),
    };
    format!("{sign}{}{decimals}", grouped(hundredths / 100))
}

/// A count of tenths, for instance 25 as "2.5".
pub fn tenths(count: i32) -> String {
    let (whole, rest) = (count.abs() / 10, count.abs() % 10);
    if rest == 0 { whole.to_string() } else { format!("{whole}.{rest}") }
}

/// A level, or what two levels span, to the tenth.
pub fn level_text(low: f64, high: f64) -> String {
    let (low, high) = ((low * 10.0).round() as i32, (high * 10.0).round() as i32);
    if low == high { tenths(low) } else { format!("{}–{}", tenths(low), tenths(high)) }
}

fn grouped(whole: u64) -> String {
    match (whole / 1000, whole % 1000) {
        (0, rest) => rest.to_string(),
        (thousands, rest) => format!("{},{rest:03}", grouped(thousands)),
    }
}

#[cfg(test)]
mod tests {
    use super::{level_text, number};

    #[test]
    fn numbers() {
        for (value, printed) in [
            (0.0, "0"),
            (0.17, "0.17"),
            (10.5, "10.5"),
            (2.07, "2.07"),
            (500.0, "500"),
            (75_599.0, "75,599"),
            (1_000_000.0, "1,000,000"),
            (-3.0, "−3"),
        ] {
            assert_eq!(number(value), printed);
        }
    }

    #[test]
    fn levels() {
        assert_eq!(level_text(3.5, 4.0), "3.5–4");
        assert_eq!(level_text(2.0, 2.04), "2");
    }
}
