//! Latency against load.

use super::Place;

/// What is drawn of one team of options.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Whose colour it has.
    pub slot: usize,
    /// Means from formulas: requests per second and milliseconds.
    pub means: Vec<[f64; 2]>,
    /// Simulated points of P50, likewise.
    pub halves: Vec<[f64; 2]>,
    /// Simulated points of P99.
    pub tails: Vec<[f64; 2]>,
    /// Requests per second where more load costs more than it is worth.
    pub knee: f64,
    /// Requests per second where nothing idles any more.
    pub collapse: f64,
}

/// What a line shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// The mean.
    Mean,
    /// Half of the requests are faster.
    Half,
    /// 99 of 100 are.
    Tail,
}

/// A line of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Whose.
    pub slot: usize,
    /// What it shows.
    pub stroke: Stroke,
    /// Across and down, from place to place; at least two.
    pub points: Vec<[Place; 2]>,
}

/// The chart: time is drawn by its logarithm, because it rises without end.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Latency {
    /// All lines.
    pub lines: Vec<Line>,
    /// Knee and collapse of each series, across.
    pub limits: Vec<(usize, [Place; 2])>,
    /// The reader's load, across.
    pub here: Place,
    /// Requests per second, across.
    pub loads: Vec<(f64, Place)>,
    /// Loads at which the lines can be read off, across.
    pub stops: Vec<(f64, Place)>,
    /// Milliseconds, down.
    pub times: Vec<(f64, Place)>,
    /// Where the highest mean, the lowest half and the highest tail end, to be
    /// named there: the half below its line, the others above.
    pub labels: Vec<(Stroke, [Place; 2])>,
}

/// Round numbers on the axis of loads.
const LOADS: usize = 5;

/// Round numbers at which the lines can be read off, at most.
const STOPS: usize = 40;

/// Lays the chart out for a reader's load of `rps`.
pub fn latency(series: &[Series], rps: f64) -> Latency {
    let far = series.iter().map(|it| it.collapse).fold(rps, f64::max) * 1.05;
    let points = || series.iter().flat_map(|it| it.means.iter().chain(&it.halves).chain(&it.tails));
    let [low, high] = points()
        .fold([f64::MAX, 0.0], |[low, high], it| [f64::min(low, it[1]), f64::max(high, it[1])]);
    if high <= 0.0 {
        return Latency::default();
    }
    let (low, high) = (power_below(low), power_above(high));
    let across = |rps: f64| Place::along(rps, 0.0, far);
    let down = |ms: f64| Place::along(high.ln() - ms.ln(), 0.0, high.ln() - low.ln());
    let place = |[rps, ms]: [f64; 2]| [across(rps), down(ms)];
    let lines = series.iter().flat_map(|it| {
        let all =
            [(Stroke::Mean, &it.means), (Stroke::Half, &it.halves), (Stroke::Tail, &it.tails)];
        all.into_iter().filter(|(_, points)| points.len() > 1).map(|(stroke, points)| Line {
            slot: it.slot,
            stroke,
            points: points.iter().copied().map(place).collect(),
        })
    });
    let ends = |of: fn(&Series) -> &Vec<[f64; 2]>| {
        series.iter().filter_map(move |it| of(it).last().copied())
    };
    let apart = |a: &[f64; 2], b: &[f64; 2]| a[1].total_cmp(&b[1]);
    let ends = [
        (Stroke::Mean, ends(|it| &it.means).max_by(apart)),
        (Stroke::Half, ends(|it| &it.halves).min_by(apart)),
        (Stroke::Tail, ends(|it| &it.tails).max_by(apart)),
    ];
    let decades = core::iter::successors(Some(low), |it| Some(it * 10.0));
    let steps = |count: usize| {
        let step = round_step(far / count as f64);
        let steps = (1..=count).map(move |it| step * it as f64);
        steps.take_while(move |it| *it <= far).map(|it| (it, across(it))).collect()
    };
    Latency {
        lines: lines.collect(),
        limits: series.iter().map(|it| (it.slot, [across(it.knee), across(it.collapse)])).collect(),
        here: across(rps),
        loads: steps(LOADS),
        stops: steps(STOPS),
        times: decades.take_while(|it| *it <= high * 1.001).map(|it| (it, down(it))).collect(),
        labels: ends.into_iter().filter_map(|(stroke, end)| Some((stroke, place(end?)))).collect(),
    }
}

/// What a line through `points` shows at a load of `rps`, if it gets there: time
/// is drawn by its logarithm, so that is what lies on the straight between two.
pub fn read_off(points: &[[f64; 2]], rps: f64) -> Option<f64> {
    let pair = points.windows(2).find(|pair| pair[0][0] <= rps && rps <= pair[1][0])?;
    let [[from, low], [to, high]] = [pair[0], pair[1]];
    Some(low * (high / low).powf((rps - from) / (to - from)))
}

/// The power of ten at or below a positive number.
fn power_below(value: f64) -> f64 {
    let mut power = 1.0;
    while power > value {
        power /= 10.0;
    }
    while power * 10.0 <= value {
        power *= 10.0;
    }
    power
}

fn power_above(value: f64) -> f64 {
    let below = power_below(value);
    if below < value { below * 10.0 } else { below }
}

/// 1, 2 or 5 times a power of ten, at least `least`.
fn round_step(least: f64) -> f64 {
    let power = power_below(least);
    let steps = [1.0, 2.0, 5.0].map(|it| it * power);
    steps.into_iter().find(|it| *it >= least).unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::{Series, Stroke, latency, power_above, power_below, read_off, round_step};
    use crate::layout::Place;

    fn series() -> Series {
        Series {
            slot: 2,
            means: vec![[10.0, 20.0], [50.0, 40.0]],
            halves: Vec::new(),
            tails: vec![[10.0, 80.0], [50.0, 100.0]],
            knee: 60.0,
            collapse: 100.0,
        }
    }

    #[test]
    fn round_numbers() {
        for (value, below, above, step) in
            [(1.0, 1.0, 1.0, 1.0), (0.03, 0.01, 0.1, 0.05), (120.0, 100.0, 1000.0, 200.0)]
        {
            assert!((power_below(value) / below - 1.0).abs() < 1e-9, "{value}");
            assert!((power_above(value) / above - 1.0).abs() < 1e-9, "{value}");
            assert!((round_step(value) / step - 1.0).abs() < 1e-9, "{value}");
        }
    }

    #[test]
    fn lines_run_from_point_to_point_below_their_tails() {
        let chart = latency(&[series()], 21.0);
        assert_eq!(chart.here, Place::along(0.2, 0.0, 1.0));
        assert_eq!(chart.limits[0].1[1].to_string(), "95.2%");
        let [mean, tail] = &chart.lines[..] else { panic!("no line without points") };
        assert_eq!((mean.stroke, tail.stroke), (Stroke::Mean, Stroke::Tail));
        assert_eq!((mean.points.len(), tail.points.len()), (2, 2));
        assert!(mean.points[0][1] > mean.points[1][1], "more time is further up");
        assert_eq!(tail.points[1][1], Place::START);
        assert_eq!(chart.times.first().unwrap().1, Place::END);
        assert_eq!(chart.times.len(), 2);
        assert_eq!(chart.labels[1], (Stroke::Tail, tail.points[1]));
    }

    /// Half way across is half way up, and time is drawn by its logarithm.
    #[test]
    fn a_line_is_read_off_where_it_is_drawn() {
        let line = [[10.0, 1.0], [20.0, 100.0], [30.0, 100.0]];
        assert_eq!(read_off(&line, 10.0), Some(1.0));
        assert!((read_off(&line, 15.0).expect("between the ends") / 10.0 - 1.0).abs() < 1e-12);
        assert_eq!(read_off(&line, 30.0), Some(100.0));
        for outside in [9.0, 31.0] {
            assert_eq!(read_off(&line, outside), None);
        }
        assert_eq!(read_off(&line[..1], 10.0), None);
    }

    #[test]
    fn labels_stand_at_the_outer_ones_of_several_lines() {
        let near = Series { halves: vec![[10.0, 18.0], [50.0, 30.0]], ..series() };
        let far = Series {
            means: vec![[10.0, 20.0], [40.0, 50.0]],
            halves: vec![[10.0, 18.0], [40.0, 45.0]],
            tails: vec![[10.0, 80.0], [40.0, 90.0]],
            ..series()
        };
        let chart = latency(&[near, far], 21.0);
        let end = |line: usize| chart.lines[line].points[1];
        let ends = [(Stroke::Mean, end(3)), (Stroke::Half, end(1)), (Stroke::Tail, end(2))];
        assert_eq!(chart.labels, ends);
    }

    #[test]
    fn stops_are_round_and_reach_as_far_as_the_chart() {
        let stops = latency(&[series()], 21.0).stops;
        assert_eq!(stops.len(), 21, "a step of 5 up to 105");
        assert_eq!((stops[0].0, stops[20]), (5.0, (105.0, Place::END)));
    }

    #[test]
    fn without_points_there_is_no_chart() {
        assert_eq!(latency(&[], 10.0).lines, Vec::new());
    }
}
