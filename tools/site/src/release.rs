//! Finishes a built folder: which build it is, the list of its files, and the worker that keeps them on a device.

use std::io;
use std::path::Path;

use crate::card::{PICTURE, with_card};
use crate::listing::{files, hexadecimal, integrity, replaced};

/// The list of the files, as `sha256sum --check` reads it.
pub const LIST: &str = "files.txt";

/// The worker that keeps the files on a device.
const WORKER: &str = "sw.js";

/// The page of the app.
const PAGE: &str = "index.html";

/// Where the page says which build it is, as long as it is none.
const UNBUILT: &str = "unbuilt";

/// How many hexadecimal digits tell one build from another: 64 bits.
const DIGITS: usize = 16;

/// Plain pages are kept on a device when they are read, not before.
const PLAIN_PAGES: &str = "pages/";

/// Names the build in `folder` by the SHA-256 of all that it holds, writes that name into the page and the worker, the
/// files to keep into the worker, and all files with their SHA-256 into [`LIST`]. Returns the name. For a host that says its
/// address, the page gets its card first.
///
/// # Errors
/// If the folder is no build that has not been finished yet, or the address none of a site.
pub fn finish(folder: &Path, address: Option<&str>) -> io::Result<String> {
    let mut all = files(folder)?;
    if let Some(address) = address {
        let page = with_card(&text(&all, PAGE)?, address)?;
        all.insert(PAGE.to_owned(), page.into_bytes());
    }
    let list = |all: &std::collections::BTreeMap<String, Vec<u8>>| -> String {
        all.iter().map(|(path, bytes)| format!("{}  {path}\n", hexadecimal(bytes))).collect()
    };
    let name: String = hexadecimal(list(&all).as_bytes()).chars().take(DIGITS).collect();

    let page = replaced(&text(&all, PAGE)?, UNBUILT, &name)?;
    all.insert(PAGE.to_owned(), page.into_bytes());
    let kept = |path: &str| path != WORKER && path != PICTURE && !path.starts_with(PLAIN_PAGES);
    let pairs = all.iter().filter(|(path, _)| kept(path));
    let pairs: String = pairs.map(|(path, bytes)| format!("\n  [\"{path}\", \"{}\"],", integrity(bytes))).collect();
    let worker = replaced(&text(&all, WORKER)?, "const BUILD = \"\";", &format!("const BUILD = \"{name}\";"))?;
    let worker = replaced(&worker, "const FILES = [];", &format!("const FILES = [{pairs}\n];"))?;
    all.insert(WORKER.to_owned(), worker.into_bytes());

    for path in [PAGE, WORKER] {
        std::fs::write(folder.join(path), all.get(path).map(Vec::as_slice).unwrap_or_default())?;
    }
    std::fs::write(folder.join(LIST), list(&all))?;
    Ok(name)
}

fn text(all: &std::collections::BTreeMap<String, Vec<u8>>, path: &str) -> io::Result<String> {
    let bytes = all.get(path).ok_or_else(|| io::Error::other(format!("there is no {path}")))?;
    String::from_utf8(bytes.clone()).map_err(io::Error::other)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use std::fs;

    use super::*;

    /// A build of four files in a folder of the test's own.
    fn built(test: &str, style: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("sentier-release-{test}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("pages")).unwrap();
        fs::write(folder.join("index.html"), "<script data-build=unbuilt></script>").unwrap();
        fs::write(folder.join("sw.js"), "const BUILD = \"\";\nconst FILES = [];\n").unwrap();
        fs::write(folder.join("a-0a1b2c.css"), style).unwrap();
        fs::write(folder.join("pages/one.html"), "one").unwrap();
        folder
    }

    #[test]
    fn page_worker_and_list_name_what_is_there() {
        let folder = built("names", "body {}");
        let name = finish(&folder, None).unwrap();
        assert_eq!(name.len(), DIGITS);
        let read = |path: &str| fs::read_to_string(folder.join(path)).unwrap();
        assert_eq!(read("index.html"), format!("<script data-build={name}></script>"));
        let worker = read("sw.js");
        assert!(worker.contains(&format!("const BUILD = \"{name}\";")));
        for path in ["index.html", "a-0a1b2c.css"] {
            let pair = format!("[\"{path}\", \"{}\"],", integrity(read(path).as_bytes()));
            assert!(worker.contains(&pair), "{pair} is not in {worker}");
        }
        assert!(!worker.contains("one.html") && !worker.contains("\"sw.js\""), "{worker}");
        let list = read(LIST);
        for path in ["index.html", "sw.js", "a-0a1b2c.css", "pages/one.html"] {
            assert!(list.contains(&format!("{}  {path}\n", hexadecimal(read(path).as_bytes()))), "{path} in {list}");
        }
        assert!(finish(&folder, None).is_err(), "a build is finished once");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn one_letter_makes_another_build() {
        let (one, same, other) = (built("one", "body {}"), built("same", "body {}"), built("other", "body { }"));
        let name = finish(&one, None).unwrap();
        assert_eq!(finish(&same, None).unwrap(), name);
        assert_ne!(finish(&other, None).unwrap(), name);
        for folder in [one, same, other] {
            fs::remove_dir_all(folder).unwrap();
        }
    }

    #[test]
    fn the_card_is_part_of_the_build() {
        let (plain, carded) = (built("plain", "body {}"), built("carded", "body {}"));
        for folder in [&plain, &carded] {
            fs::write(folder.join("index.html"), "<title>Sentier</title><script data-build=unbuilt></script>").unwrap();
        }
        let name = finish(&plain, None).unwrap();
        assert_ne!(finish(&carded, Some("https://example.org/")).unwrap(), name);
        assert!(
            fs::read_to_string(carded.join("index.html")).unwrap().contains("https://example.org/icons/social.png")
        );
        assert!(!fs::read_to_string(plain.join("index.html")).unwrap().contains("social.png"));
        for folder in [plain, carded] {
            fs::remove_dir_all(folder).unwrap();
        }
    }
}
