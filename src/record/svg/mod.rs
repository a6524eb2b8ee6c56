//! Charts as pictures that stand alone: each carries its colours, its fonts, its
//! title, and a line that says where it comes from. They are drawn from the
//! same numbers as the charts on the page.

mod assessments;
mod bars;
mod canvas;
mod figures;
mod ranks;

pub use ranks::ranks;

use super::{QrCode, Record};
use crate::appearance::Theme;
use crate::words::record as words;
use canvas::Canvas;

/// A chart of a decision.
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
}

impl Chart {
    /// All charts.
    pub const ALL: [Chart; 4] =
        [Chart::Shares, Chart::Contributions, Chart::Assessments, Chart::Figures];

    /// The chart of this name.
    pub fn of(name: &str) -> Option<Self> {
        Chart::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Its name, for commands and files.
    pub fn name(self) -> &'static str {
        match self {
            Chart::Shares => "shares",
            Chart::Contributions => "contributions",
            Chart::Assessments => "assessments",
            Chart::Figures => "figures",
        }
    }
}

/// Draws a chart; `None` while there is nothing to draw: without a verdict there
/// are no shares, and without two leaders nothing separates them.
pub fn draw(record: &Record, chart: Chart, theme: Theme) -> Option<String> {
    let mut canvas = Canvas::new(theme);
    match chart {
        Chart::Shares if !record.report.verdict.kind.is_given() => return None,
        Chart::Shares => bars::shares(record, &mut canvas),
        Chart::Contributions => bars::contributions(record, &mut canvas)?,
        Chart::Assessments => assessments::assessments(record, &mut canvas),
        Chart::Figures => figures::figures(record, &mut canvas)?,
    }
    Some(canvas.finish(&origin(record)))
}

/// Width and height of a picture that was drawn here, in pixels.
pub fn size(picture: &str) -> [i32; 2] {
    [" width=\"", " height=\""].map(|name| {
        let value = picture.split_once(name).and_then(|(_, rest)| rest.split_once('"'));
        value.and_then(|(value, _)| value.parse().ok()).unwrap_or(0)
    })
}

/// Where a picture comes from.
fn origin(record: &Record) -> String {
    let sources: Vec<&str> = record.dataset.sources.iter().map(|it| it.short.as_str()).collect();
    words::origin(&record.dataset.title, &record.dataset.version, &sources, record.date)
}

/// A code for a camera: dark on light in every theme, or cameras would not find
/// it.
pub fn code(code: &QrCode) -> String {
    let QrCode { size, path } = code;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" width=\"{width}\" \
         height=\"{width}\" shape-rendering=\"crispEdges\" role=\"img\"><title>{title}</title>\
         <path fill=\"white\" d=\"M0 0h{size}v{size}h-{size}z\"/><path fill=\"black\" \
         d=\"{path}\"/></svg>\n",
        width = size * 4,
        title = words::QR_TITLE,
    )
}
