//! The whole widget in one file, which runs from a disk without any request.

use std::io::Write;

use anyhow::Result;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::assemble::STYLESHEET;
use crate::parts::INDEX;
use crate::policy;

/// What goes into the file.
pub(crate) struct Parts<'a> {
    pub(crate) script: &'a str,
    pub(crate) styles: &'a str,
    /// Which files the parts of the program are made of.
    pub(crate) index: &'a str,
    /// Every wasm file with its name.
    pub(crate) wasm: Vec<(Vec<u8>, String)>,
}

/// The page with everything inside. The script looks for each part under the
/// name of its file.
pub(crate) fn page(page: &str, parts: &Parts) -> Result<String> {
    let script = inline_script(parts.script);
    let head = format!(
        "{policy}\n<style id=\"{STYLESHEET}\">{styles}</style>\n</head>",
        policy = policy::offline(&script, parts.styles),
        styles = parts.styles,
    );
    let index =
        format!("<script type=\"application/json\" id=\"{INDEX}\">{}</script>", parts.index);
    let blocks: Vec<String> =
        parts.wasm.iter().map(|(bytes, name)| block(name, bytes)).collect::<Result<_>>()?;
    let body = format!(
        "{index}\n{blocks}\n\
         <script type=\"module\">{script}</script>\n\
         </body>",
        blocks = blocks.join("\n"),
    );
    Ok(page.replacen("</head>", &head, 1).replacen("</body>", &body, 1))
}

/// Nothing in a script may look like its end.
fn inline_script(script: &str) -> String {
    script.replace("</script", "<\\/script").replace("<!--", "<\\!--")
}

/// Bytes as text that no browser runs.
fn block(name: &str, bytes: &[u8]) -> Result<String> {
    let text = STANDARD.encode(gzip(bytes)?);
    Ok(format!("<script type=\"application/gzip\" id=\"{name}\">{text}</script>"))
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
        let parts = Parts {
            script: "start('</script>')",
            styles: "a{b:c}",
            index: "{}",
            wasm: ["a.wasm", "b.wasm"].map(|it| (b"\0asm".to_vec(), it.to_owned())).to_vec(),
        };
        let html = page("<head></head><body></body>", &parts).unwrap();
        assert!(html.contains("<style id=\"decision-widget.css\">a{b:c}</style>"), "{html}");
        assert!(html.contains("start('<\\/script>')"), "{html}");
        assert!(!html.contains("src="), "{html}");
        for name in ["a.wasm", "b.wasm"] {
            assert!(html.contains(&format!("id=\"{name}\">H4sI")), "{html}");
        }
    }
}
