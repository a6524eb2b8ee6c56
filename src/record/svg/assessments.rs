//! The whole comparison: what the sources say of each option under every
//! criterion.

use dataset::Group;

use super::bars::slot;
use super::canvas::{Anchor, Canvas, HEADING, NORMAL, SOFT, STRONG, Stroke, TITLE};
use crate::layout::{ends, lanes, number};
use crate::record::Record;
use crate::words::{page, record as words};

/// Where the lanes begin: names stand left of them, the levels right.
const LANES: i32 = 250;
const LEVELS: i32 = 70;

/// All criteria in their groups.
pub(super) fn assessments(record: &Record, canvas: &mut Canvas) {
    let title = words::heading(&record.subject(), page::COMPARISON);
    canvas.title(&title, words::DOTS_AND_LINES);
    for group in Group::ALL {
        let mut is_first = true;
        for criterion in record.dataset.criteria.iter().filter(|it| it.group == group) {
            let Some(report) = record.report.criterion(&criterion.id) else { continue };
            if std::mem::take(&mut is_first) {
                canvas.down(12);
                canvas.paragraph(page::group(group), TITLE);
            }
            canvas.down(14);
            canvas.paragraph(&criterion.name, HEADING);
            canvas.text(&page::weight(report.weight), SOFT, Canvas::RIGHT, Anchor::End);
            let ends = ends(criterion);
            let (left, width) = (LANES, Canvas::RIGHT - LEVELS - LANES);
            for lane in lanes(report, ends) {
                canvas.down(22);
                let (slot, y) = (slot(record, &lane.option), canvas.y());
                let room = LANES - Canvas::LEFT - 12;
                let name = record.option(lane.option);
                canvas.clipped(name, NORMAL, Canvas::LEFT, Anchor::Start, room);
                canvas.line([left, y - 5], [left + width, y - 5], Stroke::Axis);
                let text = match &lane.marks {
                    None => page::NO_SOURCE,
                    Some(marks) => {
                        let at = |place: crate::layout::Place| left + place.of(width);
                        let (low, high) = (at(marks.low), at(marks.high));
                        canvas.line([low, y - 5], [high, y - 5], Stroke::Span(slot));
                        canvas.mark(slot, [at(marks.best), y - 5]);
                        &marks.text
                    }
                };
                let style = if lane.marks.is_some() { STRONG } else { SOFT };
                canvas.text(text, style, Canvas::RIGHT, Anchor::End);
            }
            let unit = criterion.measure.as_ref().map(|it| it.unit.as_str());
            let [worst, best] = ends.map(|end| unit.map(|unit| page::measured(&number(end), unit)));
            canvas.down(18);
            let worst = worst.unwrap_or_else(|| criterion.worst.to_string());
            let best = best.unwrap_or_else(|| criterion.best.to_string());
            let half = (Canvas::RIGHT - Canvas::LEFT) / 2 - 12;
            canvas.clipped(&worst, SOFT, Canvas::LEFT, Anchor::Start, half);
            canvas.clipped(&best, SOFT, Canvas::RIGHT, Anchor::End, half);
        }
    }
}
