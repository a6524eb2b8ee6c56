//! The whole widget in one file, which runs from a disk without any request.

use std::io::Write;

use anyhow::Result;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::policy;

/// What goes into the file.
pub(crate) struct Parts<'a> {
    pub(crate) script: &'a str,
    pub(crate) styles: &'a str,
    pub(crate) wasm: &'a [u8],
}

/// The page with everything inside. The script looks for the wasm under the
/// id `decision-widget-wasm`.
pub(crate) fn page(page: &str, parts: &Parts) -> Result<String> {
    let script = inline_script(parts.script);
    let head = format!(
        "{policy}\n<style>{styles}</style>\n</head>",
        policy = policy::offline(&script, parts.styles),
        styles = parts.styles,
    );
    let body = format!(
        "<script type=\"application/gzip\" id=\"decision-widget-wasm\">{wasm}</script>\n\
         <script type=\"module\">{script}</script>\n\
         </body>",
        wasm = STANDARD.encode(gzip(parts.wasm)?),
    );
    Ok(page.replacen("</head>", &head, 1).replacen("</body>", &body, 1))
}

/// Nothing in a script may look like its end.
fn inline_script(script: &str) -> String {
    script.replace("</script", "<\\/script").replace("<!--", "<\\!--")
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::{Parts, page};

    #[test]
    fn the_file_asks_for_nothing() {
        let parts = Parts { script: "start('</script>')", styles: "a{b:c}", wasm: b"\0asm" };
        let html = page("<head></head><body></body>", &parts).unwrap();
        assert!(html.contains("<style>a{b:c}</style>"), "{html}");
        assert!(html.contains("start('<\\/script>')"), "{html}");
        assert!(!html.contains("src="), "{html}");
    }
}
