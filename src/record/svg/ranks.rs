//! A group's ranks: a line for each option, from member to member.

use dataset::Dataset;

use super::canvas::{Anchor, Canvas, NORMAL, SOFT, STRONG, Stroke};
use crate::appearance::Theme;
use crate::group::Comparison;
use crate::layout::{Slope, slope};
use crate::words::{group as words, percent, record};

/// Names stand left and right of the lines.
const NAMES: i32 = 170;
/// How far places are apart.
const STEP: i32 = 46;

/// The slope chart of a comparison.
pub fn ranks(dataset: &Dataset, comparison: &Comparison, theme: Theme) -> String {
    let mut canvas = Canvas::new(theme);
    let chart = slope(comparison);
    canvas.title(words::RANKS, words::RANKS_NOTE);
    canvas.down(10);
    let (left, width) = (Canvas::LEFT + NAMES, Canvas::RIGHT - Canvas::LEFT - 2 * NAMES);
    let gaps = i32::try_from(chart.columns.len()).unwrap_or(i32::MAX).saturating_sub(1).max(1);
    for column in &chart.columns {
        let x = left + column.x.of(width);
        canvas.clipped(&column.name, SOFT, x, Anchor::Middle, width / gaps - 8);
    }
    canvas.down(24);
    let top = canvas.y();
    for line in &chart.lines {
        draw(&mut canvas, dataset, &chart, line, [left, top, width]);
    }
    let rows = i32::try_from(chart.rows).unwrap_or(i32::MAX);
    canvas.down(rows.saturating_sub(1) * STEP + 20);
    let sources: Vec<&str> = dataset.sources.iter().map(|it| it.short.as_str()).collect();
    canvas.finish(&record::origin(&dataset.title, &dataset.version, &sources, None))
}

fn draw(
    canvas: &mut Canvas,
    dataset: &Dataset,
    chart: &Slope,
    line: &crate::layout::SlopeLine,
    [left, top, width]: [i32; 3],
) {
    let slot = dataset.options.iter().position(|it| it.id == line.option).unwrap_or_default();
    let name = dataset.option(&line.option).map_or(line.option.as_str(), |it| &it.name);
    let at = |column: usize, row: usize| {
        let row = i32::try_from(row).unwrap_or(i32::MAX);
        [left + chart.columns[column].x.of(width), top + row.saturating_mul(STEP)]
    };
    for [a, b] in line.segments() {
        canvas.line(at(a.column, a.row), at(b.column, b.row), Stroke::Slope(slot));
    }
    for stop in &line.stops {
        canvas.mark(slot, at(stop.column, stop.row));
    }
    let mut say = |stop: &crate::layout::Stop, x: i32, anchor: Anchor| {
        let y = at(stop.column, stop.row)[1] + 5;
        let back = canvas.y();
        canvas.down(y - back);
        canvas.clipped(name, NORMAL, x, anchor, NAMES - 16);
        canvas.down(16);
        canvas.text(&percent(stop.share), STRONG, x, anchor);
        canvas.down(back - y - 16);
    };
    if let Some(first) = line.stops.first().filter(|it| it.column == 0) {
        say(first, left - 16, Anchor::End);
    }
    if let Some(last) = line.stops.last().filter(|it| it.column + 1 == chart.columns.len()) {
        say(last, left + width + 16, Anchor::Start);
    }
}
