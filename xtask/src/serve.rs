//! Serves `dist/` on this machine only.

use std::fs::{self, File};
use std::path::{Component, Path, PathBuf};

use anyhow::{Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

use crate::dist;

/// Serves until the process is stopped.
pub(crate) fn serve(port: u16) -> Result<()> {
    let server = Server::http(("127.0.0.1", port)).map_err(|error| {
        anyhow!("port {port} cannot be used: {error}; another one can be named with --port N")
    })?;
    println!("serving dist/ at http://127.0.0.1:{port}/ (stop with Ctrl+C)");
    let root = fs::canonicalize(dist::folder())?;
    for request in server.incoming_requests() {
        // A reader who went away is no reason to stop.
        let _ = answer(request, &root);
    }
    Ok(())
}

fn answer(request: Request, root: &Path) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(Response::empty(StatusCode(405)));
    }
    let Some(path) = file(request.url(), root) else {
        return request.respond(Response::from_string("not found\n").with_status_code(404));
    };
    let response = Response::from_file(File::open(&path)?)
        .with_header(header("Content-Type", content_type(&path)))
        // Other origins may embed the widget, as they may when it is online.
        .with_header(header("Access-Control-Allow-Origin", "*"))
        .with_header(header("Cache-Control", "no-cache"));
    request.respond(response)
}

/// The file that a URL names, if it lies below `root`.
fn file(url: &str, root: &Path) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let relative = Path::new(path.trim_start_matches('/'));
    if !relative.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let mut file = root.join(relative);
    if file.is_dir() {
        file.push("index.html");
    }
    let real = fs::canonicalize(file).ok()?;
    (real.starts_with(root) && real.is_file()).then_some(real)
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("our headers are plain text")
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|it| it.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{content_type, file};

    #[test]
    fn nothing_outside_is_served() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).canonicalize().unwrap();
        assert_eq!(file("/Cargo.toml?x=1", &root), Some(root.join("Cargo.toml")));
        for url in ["/../Cargo.toml", "/src/../../Cargo.toml", "//etc/passwd", "/nothing", "/src"] {
            assert_eq!(file(url, &root), None, "{url}");
        }
    }

    #[test]
    fn browsers_insist_on_the_type_of_wasm() {
        assert_eq!(content_type(Path::new("a.wasm")), "application/wasm");
        assert_eq!(content_type(Path::new("a.html")), "text/html; charset=utf-8");
    }
}
