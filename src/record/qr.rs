//! The link as a code for a camera.

use qrcodegen::{QrCode as Code, QrCodeEcc, QrSegment, Version};

use crate::words::record as words;

/// Light modules that the standard asks for around the code.
const BORDER: i32 = 4;
/// Larger codes are hardly read off a screen by a telephone: 101 modules.
const LARGEST: u8 = 21;

/// A QR code (ISO/IEC 18004).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrCode {
    /// Modules along one side, with the light border.
    pub size: i32,
    /// The dark modules as path data of SVG, one unit a module.
    pub path: String,
}

/// The code of a link. What stands after `#d=` is written in capitals, which
/// mean the same in links and take a third less room in codes.
///
/// # Errors
/// A sentence when the link is too long to be read off a screen.
pub fn qr_code(link: &str) -> Result<QrCode, String> {
    let (base, state) = link.rsplit_once("#d=").unwrap_or((link, ""));
    let mark = if state.is_empty() { "" } else { "#d=" };
    let mut segments = vec![QrSegment::make_bytes(format!("{base}{mark}").as_bytes())];
    let capitals = state.to_ascii_uppercase();
    if QrSegment::is_alphanumeric(&capitals) {
        segments.push(QrSegment::make_alphanumeric(&capitals));
    } else {
        segments.push(QrSegment::make_bytes(state.as_bytes()));
    }
    let largest = Version::new(LARGEST);
    Code::encode_segments_advanced(
        &segments,
        QrCodeEcc::Low,
        Version::MIN,
        largest,
        None,
        // More correction where the size leaves room for it.
        true,
    )
    .map(|code| drawn(&code))
    .map_err(|_| words::QR_TOO_LONG.to_string())
}

/// Runs of dark modules as rectangles, row by row.
fn drawn(code: &Code) -> QrCode {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let length = (x..code.size()).take_while(|&it| code.get_module(it, y)).count() as i32;
            if length > 0 {
                let (left, top) = (x + BORDER, y + BORDER);
                path.push_str(&format!("M{left} {top}h{length}v1h-{length}z"));
            }
            x += length.max(1);
        }
    }
    QrCode { size: code.size() + 2 * BORDER, path }
}
