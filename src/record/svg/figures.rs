//! The numbers that the sources give.

use dataset::{Figure, FigureValue};

use super::bars::slot;
use super::canvas::{Anchor, BAR, Canvas, Fill, HEADING, NORMAL, SOFT, STRONG};
use crate::layout::{Place, bars, range_text};
use crate::record::Record;
use crate::words::{page, record as words};

/// All figures; `None` where there is none.
pub(super) fn figures(record: &Record, canvas: &mut Canvas) -> Option<()> {
    record.dataset.figures.first()?;
    let title = words::heading(&record.dataset.title, page::FIGURES);
    canvas.title(&title, page::FIGURES_LEAD);
    for figure in record.dataset.figures.iter() {
        chart(record, canvas, figure);
    }
    Some(())
}

fn chart(record: &Record, canvas: &mut Canvas, figure: &Figure) {
    canvas.down(12);
    canvas.paragraph(&figure.title, HEADING);
    canvas.paragraph(&figure.unit, SOFT);
    // A number by itself is no chart.
    let has_rivals = figure.values.len() > 1;
    let width = Canvas::RIGHT - Canvas::LEFT;
    for (value, bar) in figure.values.iter().zip(bars(figure)) {
        canvas.down(8);
        let number = page::qualified(value.qualifier.as_deref(), &range_text(value.value));
        canvas.column(&value.label, NORMAL, Canvas::LEFT, width - 180);
        canvas.text(&number, STRONG, Canvas::RIGHT, Anchor::End);
        canvas.paragraph(&told_by(record, value), SOFT);
        canvas.down(6);
        if has_rivals {
            let slot = value.option.map(|it| slot(record, &it));
            let axis = [Canvas::LEFT, width];
            canvas.bar(axis, [Place::START, bar.sure], Fill::Option(slot));
            canvas.bar(axis, [bar.sure, bar.reach], Fill::Faint(slot));
            canvas.down(BAR);
        }
    }
    if let Some(note) = &figure.note {
        canvas.down(4);
        canvas.paragraph(note, SOFT);
    }
}

fn told_by(record: &Record, value: &FigureValue) -> String {
    let source = record.dataset.source(&value.basis.source);
    let date = value.as_of.or_else(|| source?.date);
    let date = date.map_or_else(|| page::UNDATED.to_string(), |it| page::date(&it));
    page::source_of_figure(source.map_or("", |it| &it.short), &date)
}
