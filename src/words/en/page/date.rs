//! Dates.

/// `2022-01-21` as "21 January 2022"; what is no date stays as it is.
pub fn date(date: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next().unwrap_or(date), parts.next(), parts.next());
    let month = month.and_then(|it| MONTHS.get(it.parse::<usize>().ok()?.checked_sub(1)?));
    match (month, day) {
        (Some(month), Some(day)) => format!("{} {month} {year}", day.trim_start_matches('0')),
        (Some(month), None) => format!("{month} {year}"),
        _ => date.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn dates() {
        for (written, read) in [
            ("2022-01-21", "21 January 2022"),
            ("2026-04-05", "5 April 2026"),
            ("2026-04", "April 2026"),
            ("2026", "2026"),
            ("2026-13", "2026-13"),
            ("soon", "soon"),
        ] {
            assert_eq!(date(written), read);
        }
    }
}
