//! How a widget may look: attributes accept the values listed here, and
//! anything else falls back to the default.

/// Which part of the widget is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Everything.
    #[default]
    Full,
    /// The checklist and the verdict in one line.
    Checklist,
    /// The verdict, its reasons and the first-rank shares.
    Summary,
    /// One chart.
    Chart(Chart),
}

/// A chart that may stand alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chart {
    /// First-rank shares.
    Shares,
    /// What separates the two leaders.
    Contributions,
    /// What the sources say, with intervals.
    Assessments,
    /// The numbers that the sources give.
    Figures,
    /// Latency against load, with the whole lab.
    Latency,
}

impl Chart {
    /// Whether it is drawn by parts of the program that are fetched for it.
    pub fn is_fetched(self) -> bool {
        matches!(self, Chart::Assessments | Chart::Figures | Chart::Latency)
    }
}

impl View {
    /// Every value of the attribute `view`.
    pub const NAMES: [&str; 8] = [
        "full",
        "checklist",
        "summary",
        "chart-shares",
        "chart-contributions",
        "chart-assessments",
        "chart-figures",
        "chart-latency",
    ];

    /// Reads the attribute `view`.
    pub fn of(value: &str) -> Self {
        match value {
            "checklist" => View::Checklist,
            "summary" => View::Summary,
            "chart-shares" => View::Chart(Chart::Shares),
            "chart-contributions" => View::Chart(Chart::Contributions),
            "chart-assessments" => View::Chart(Chart::Assessments),
            "chart-figures" => View::Chart(Chart::Figures),
            "chart-latency" => View::Chart(Chart::Latency),
            _ => View::Full,
        }
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system has it.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Reads the attribute `theme`.
    pub fn of(value: &str) -> Self {
        match value {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            _ => Theme::Auto,
        }
    }

    /// The attribute's value.
    pub fn name(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

/// Which rank the title has among the headings of its document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TitleRank {
    /// The document is about nothing else.
    First,
    /// The document has a title of its own.
    #[default]
    Second,
}

impl TitleRank {
    /// The heading's element.
    pub fn tag(self) -> &'static str {
        match self {
            TitleRank::First => "h1",
            TitleRank::Second => "h2",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Chart, Theme, View};

    #[test]
    fn unknown_values_fall_back() {
        for value in ["", "full", "FULL", "chart-", "chart-pie", "dark"] {
            assert_eq!(View::of(value), View::Full, "{value}");
        }
        for value in ["", "auto", "Dark", "summary"] {
            assert_eq!(Theme::of(value), Theme::Auto, "{value}");
        }
    }

    #[test]
    fn known_values() {
        assert_eq!(View::of("summary"), View::Summary);
        assert_eq!(View::of("chart-shares"), View::Chart(Chart::Shares));
        for theme in [Theme::Auto, Theme::Light, Theme::Dark] {
            assert_eq!(Theme::of(theme.name()), theme);
        }
    }
}
