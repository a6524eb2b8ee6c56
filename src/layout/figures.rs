//! The numbers that sources give, as bars from zero.

use dataset::{Figure, Interval};

use super::{Place, number};

/// One number's bar: solid up to where the source is sure, faint up to where
/// its range ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The solid part.
    pub sure: Place,
    /// How far the range reaches beyond it.
    pub reach: Place,
}

/// A bar for each value of a figure, on one scale from zero. Small values keep
/// a sliver, so that a bar is never mistaken for a missing one.
pub fn bars(figure: &Figure) -> Vec<Bar> {
    let top = figure.values.iter().map(|it| it.value.high).fold(0.0, f64::max);
    let bar = |value: Interval| {
        let sure = Place::along(value.low, 0.0, top).at_least(4);
        Bar { sure, reach: sure.until(Place::along(value.high, 0.0, top)) }
    };
    figure.values.iter().map(|it| bar(it.value)).collect()
}

/// A number or a range in words.
pub fn range_text(value: Interval) -> String {
    if value.low == value.high {
        number(value.low)
    } else {
        format!("{}–{}", number(value.low), number(value.high))
    }
}

#[cfg(test)]
mod tests {
    use dataset::{Basis, Figure, FigureValue, Interval, Text};

    use super::{bars, range_text};

    #[test]
    fn ranges_reach_beyond_what_is_sure() {
        let value = |low, high| FigureValue {
            label: Text::default(),
            option: None,
            value: Interval { low, high },
            qualifier: None,
            basis: Basis { source: Text::default(), place: Text::default().into() },
            as_of: None,
        };
        let figure = Figure {
            id: Text::default(),
            title: Text::default(),
            unit: "MB".into(),
            values: vec![value(15.0, 15.0), value(80.0, 150.0), value(0.001, 0.001)],
            note: None,
        };
        let drawn: Vec<_> =
            bars(&figure).iter().map(|it| (it.sure.to_string(), it.reach.to_string())).collect();
        let drawn: Vec<_> = drawn.iter().map(|(sure, reach)| (&**sure, &**reach)).collect();
        assert_eq!(drawn, [("10%", "0%"), ("53.3%", "46.7%"), ("0.4%", "0%")]);
        assert_eq!(range_text(figure.values[1].value), "80–150");
    }
}
