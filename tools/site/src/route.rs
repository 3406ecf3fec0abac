//! Where a request path leads. Nothing here touches the disk.

use std::path::{Component, Path, PathBuf};

/// The path of the page that stands for another app on the same origin.
const NEIGHBOUR: &str = "/neighbour/";

/// Where a request leads.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Route {
    /// To this file of the folder (a relative path that stays inside it).
    File(PathBuf),
    /// To another address, by a redirect.
    Elsewhere(String),
    /// To the page of another app on the same origin.
    Neighbour,
    /// To nothing.
    Nowhere,
}

/// The path of a request without its query.
pub(crate) fn without_query(target: &str) -> &str {
    target.split(['?', '#']).next().unwrap_or_default()
}

/// `sub_path` with one slash at both ends, however it was written.
pub(crate) fn tidy_sub_path(sub_path: &str) -> String {
    match sub_path.trim_matches('/') {
        "" => "/".to_owned(),
        name => format!("/{name}/"),
    }
}

/// Where `target` (a path, perhaps with a query) leads on a site under `sub_path` (tidied).
pub(crate) fn route(target: &str, sub_path: &str) -> Route {
    let path = without_query(target);
    if path == NEIGHBOUR {
        return Route::Neighbour;
    }
    if format!("{path}/") == sub_path {
        return Route::Elsewhere(sub_path.to_owned());
    }
    path.strip_prefix(sub_path).and_then(inside).map_or(Route::Nowhere, Route::File)
}

/// The file that `path` (after the sub-path) names; a folder means its `index.html`. None if it is no clean path.
fn inside(path: &str) -> Option<PathBuf> {
    let decoded = decoded(path)?;
    let folder = decoded.is_empty() || decoded.ends_with('/');
    let mut file = PathBuf::new();
    for segment in decoded.strip_suffix('/').unwrap_or(&decoded).split('/').filter(|_| !decoded.is_empty()) {
        let mut components = Path::new(segment).components();
        match (components.next(), components.next()) {
            (Some(Component::Normal(name)), None) if !segment.contains(['\\', '\0']) => file.push(name),
            _ => return None,
        }
    }
    if folder {
        file.push("index.html");
    }
    Some(file)
}

/// `text` with its percent escapes replaced. None if one is cut short or the bytes are no UTF-8.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut decoded = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        decoded.push(if byte == b'%' {
            let digits = [bytes.next()?, bytes.next()?];
            let digits = std::str::from_utf8(&digits).ok().filter(|digits| !digits.starts_with('+'))?;
            u8::from_str_radix(digits, 16).ok()?
        } else {
            byte
        });
    }
    String::from_utf8(decoded).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str) -> Route {
        Route::File(PathBuf::from(path))
    }

    #[test]
    fn a_path_leads_to_its_file() {
        assert_eq!(route("/sentier/", "/sentier/"), file("index.html"));
        assert_eq!(route("/sentier/?x=1", "/sentier/"), file("index.html"));
        assert_eq!(route("/sentier/boot.js", "/sentier/"), file("boot.js"));
        assert_eq!(route("/sentier/icons/a%20b.svg", "/sentier/"), file("icons/a b.svg"));
        assert_eq!(route("/sentier/docs/", "/sentier/"), file("docs/index.html"));
        assert_eq!(route("/boot.js", "/"), file("boot.js"));
    }

    #[test]
    fn the_sub_path_without_its_slash_redirects() {
        assert_eq!(route("/sentier", "/sentier/"), Route::Elsewhere("/sentier/".to_owned()));
    }

    #[test]
    fn nothing_outside_the_folder_is_reached() {
        for path in [
            "/",
            "/other/index.html",
            "/sentierx",
            "/sentier/../secret",
            "/sentier/a/../../secret",
            "/sentier/%2e%2e/secret",
            "/sentier/..%2fsecret",
            "/sentier//etc/passwd",
            "/sentier/%2fetc/passwd",
            "/sentier/./boot.js",
            "/sentier/..\\secret",
            "/sentier/a%00b",
            "/sentier/%zz",
            "/sentier/%f",
            "/sentier/%+1",
        ] {
            assert_eq!(route(path, "/sentier/"), Route::Nowhere, "{path}");
        }
    }

    #[test]
    fn the_neighbour_shares_the_origin_only() {
        assert_eq!(route("/neighbour/", "/sentier/"), Route::Neighbour);
        assert_eq!(route("/neighbour/x", "/sentier/"), Route::Nowhere);
    }

    #[test]
    fn a_sub_path_may_be_written_any_way() {
        for written in ["sentier", "/sentier", "sentier/", "/sentier/"] {
            assert_eq!(tidy_sub_path(written), "/sentier/");
        }
        assert_eq!(tidy_sub_path("/"), "/");
        assert_eq!(tidy_sub_path(""), "/");
    }
}
