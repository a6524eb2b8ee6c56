//! Shares, and what separates the leaders.

use super::canvas::{Anchor, BAR, Canvas, Fill, NORMAL, SOFT, STRONG, Stroke};
use crate::layout::{self, Place};
use crate::record::Record;
use crate::report::Status;
use crate::words::{self as sentences, page, record as words};

/// How many contributions are worth drawing.
const WORTH_DRAWING: usize = 10;
/// What the value beside a name takes at most.
const VALUE: i32 = 100;
const WHOLE: [i32; 2] = [Canvas::LEFT, Canvas::RIGHT - Canvas::LEFT];

/// First-rank shares.
pub(super) fn shares(record: &Record, canvas: &mut Canvas) {
    canvas.title(&words::heading(&record.subject(), &record.found()), page::SHARES_NOTE);
    for bar in layout::shares(record.report) {
        let slot = slot(record, &bar.option);
        let text = match bar.share {
            Some(share) => sentences::percent(share),
            None if bar.status == Status::Excluded => page::RULED_OUT.to_string(),
            None => page::NO_SHARE.to_string(),
        };
        head(canvas, Some(slot), record.option(bar.option), &text);
        canvas.bar(WHOLE, [Place::START, Place::END], Fill::Ground);
        canvas.bar(WHOLE, [Place::START, bar.length], Fill::Option(Some(slot)));
        canvas.down(BAR);
    }
}

/// What separates the two leaders.
pub(super) fn contributions(record: &Record, canvas: &mut Canvas) -> Option<()> {
    let separation = record.report.separation.as_ref().filter(|_| record.has_shares())?;
    let bars = layout::contributions(separation);
    let (ahead, behind) = (record.option(separation.ahead), record.option(separation.behind));
    let finding = page::separates(ahead, behind, record.criterion(bars.first()?.criterion));
    canvas.title(&words::heading(&record.subject(), &finding), page::CONTRIBUTIONS_UNIT);
    canvas.down(14);
    canvas.text(&page::left_side(behind), SOFT, Canvas::LEFT, Anchor::Start);
    canvas.text(&page::right_side(ahead), SOFT, Canvas::RIGHT, Anchor::End);
    for bar in bars.iter().take(WORTH_DRAWING) {
        let slot = slot(record, &bar.favours);
        let points = page::points(bar.tenths);
        head(canvas, None, record.criterion(bar.criterion), points.trim());
        let middle = Canvas::LEFT + Place::MIDDLE.of(WHOLE[1]);
        let y = canvas.y();
        canvas.line([middle, y - 2], [middle, y + BAR + 2], Stroke::Axis);
        canvas.bar(WHOLE, [bar.start, bar.length], Fill::Option(Some(slot)));
        canvas.down(BAR);
    }
    Some(())
}

/// Which colour and shape an option has.
pub(super) fn slot(record: &Record, option: &str) -> usize {
    record.dataset.options.iter().position(|it| it.id == option).unwrap_or_default()
}

/// What stands above a bar: its name, and its value at the end.
pub(super) fn head(canvas: &mut Canvas, slot: Option<usize>, name: &str, value: &str) {
    canvas.down(30);
    let y = canvas.y();
    let indent = slot.map_or(0, |slot| {
        canvas.mark(slot, [Canvas::LEFT + 7, y - 5]);
        20
    });
    let room = WHOLE[1] - indent - VALUE;
    canvas.clipped(name, NORMAL, Canvas::LEFT + indent, Anchor::Start, room);
    canvas.text(value, STRONG, Canvas::RIGHT, Anchor::End);
    canvas.down(6);
}
