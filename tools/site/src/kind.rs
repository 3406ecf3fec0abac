//! What a file is, told by the end of its name.

use std::path::Path;

/// How a file is announced and whether it travels compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kind {
    /// The value of `Content-Type`.
    pub(crate) content_type: &'static str,
    /// Whether gzip makes it smaller: not so for what is compressed already.
    pub(crate) compressible: bool,
}

/// The kind of the file at `path`. Unknown ends are bytes; GitHub Pages compresses those as well (so it does for `.pack`).
pub(crate) fn kind_of(path: &Path) -> Kind {
    let end = path.extension().and_then(|end| end.to_str()).unwrap_or_default().to_ascii_lowercase();
    let (content_type, compressible) = match end.as_str() {
        "html" => ("text/html; charset=utf-8", true),
        "js" | "mjs" => ("text/javascript; charset=utf-8", true),
        "css" => ("text/css; charset=utf-8", true),
        "txt" => ("text/plain; charset=utf-8", true),
        "json" => ("application/json; charset=utf-8", true),
        "webmanifest" => ("application/manifest+json", true),
        "svg" => ("image/svg+xml", true),
        "wasm" => ("application/wasm", true),
        "woff2" => ("font/woff2", false),
        "png" => ("image/png", false),
        _ => ("application/octet-stream", true),
    };
    Kind { content_type, compressible }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_announced_as_what_they_are() {
        let said = |name: &str| kind_of(Path::new(name)).content_type;
        assert_eq!(said("index.html"), "text/html; charset=utf-8");
        assert_eq!(said("boot.js"), "text/javascript; charset=utf-8");
        assert_eq!(said("sentier-0a1b_bg.wasm"), "application/wasm");
        assert_eq!(said("a/b/style.CSS"), "text/css; charset=utf-8");
        assert_eq!(said("icon.svg"), "image/svg+xml");
        assert_eq!(said("fr.pack"), "application/octet-stream");
        assert_eq!(said("text.woff2"), "font/woff2");
        assert_eq!(said("data.json"), "application/json; charset=utf-8");
        assert_eq!(said("site.webmanifest"), "application/manifest+json");
        assert_eq!(said("robots.txt"), "text/plain; charset=utf-8");
        assert_eq!(said("LICENSE"), "application/octet-stream");
    }

    #[test]
    fn what_is_compressed_already_travels_as_it_is() {
        assert!(kind_of(Path::new("app.wasm")).compressible);
        assert!(kind_of(Path::new("fr.pack")).compressible);
        assert!(!kind_of(Path::new("text.woff2")).compressible);
        assert!(!kind_of(Path::new("icon.png")).compressible);
    }
}
