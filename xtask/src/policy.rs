//! Content security policies: the browser itself keeps the promise that
//! nothing leaves it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// For the page that is served: nothing but its own files.
pub(crate) fn online() -> String {
    meta(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
         connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'",
    )
}

/// For the page that is one file: no request at all, and no script or style
/// but the one that it was made with.
pub(crate) fn offline(script: &str, styles: &str) -> String {
    meta(&format!(
        "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; img-src data:; \
         base-uri 'none'; form-action 'none'",
        hash(script.as_bytes()),
        hash(styles.as_bytes()),
    ))
}

fn meta(policy: &str) -> String {
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
}

/// A hash as policies and pages write it.
pub(crate) fn hash(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

#[cfg(test)]
mod tests {
    #[test]
    fn hashes_are_those_of_the_standard() {
        // The example of W3C's Content Security Policy Level 3, section 2.3.1.
        let expected = "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=";
        assert_eq!(super::hash(b"alert('Hello, world.');"), expected);
    }
}
