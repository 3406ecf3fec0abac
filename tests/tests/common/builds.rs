//! Builds beside the one in `dist`, made from it: another name, another page, another script.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::path::{Path, PathBuf};

/// A folder of a test's own, removed at its end.
pub struct Folder(PathBuf);

impl Folder {
    /// A copy of the built site.
    pub fn of_dist(test: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("sentier-build-{test}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        copy(&dist(), &folder);
        Self(folder)
    }

    /// A build that is not the one in `dist`, as one before it would be: its app script and so its page are others.
    pub fn of_another_build(test: &str) -> Self {
        let folder = Self::of_dist(test);
        let path = |name: &str| folder.0.join(name);
        let script = script_of(folder.path());
        let other = script.replace("sentier-", "sentier-0a1b2c");
        let parts = parts_of(folder.path());
        let other_parts = parts.replace("parts-", "parts-0a1b2c");
        let code = fs::read_to_string(path(&script)).unwrap().replace(&parts, &other_parts);
        fs::write(path(&other), format!("// The build before.\n{code}")).unwrap();
        fs::remove_file(path(&script)).unwrap();
        let code = fs::read_to_string(path(&parts)).unwrap().replace(&script, &other);
        fs::write(path(&other_parts), code).unwrap();
        fs::remove_file(path(&parts)).unwrap();
        let page = fs::read_to_string(path("index.html")).unwrap();
        let page = page.replace(&script, &other).replace(&build_of(folder.path()), "unbuilt");
        fs::write(path("index.html"), page).unwrap();
        let worker = fs::read_to_string(path("sw.js")).unwrap();
        let worker = worker.replace(&build_of(folder.path()), "");
        let (before, rest) = worker.split_once("const FILES = [").unwrap();
        let (_, after) = rest.split_once("];").unwrap();
        fs::write(path("sw.js"), format!("{before}const FILES = [];{after}")).unwrap();
        fs::remove_file(path(sentier_site::LIST)).unwrap();
        sentier_site::finish(folder.path(), None).unwrap();
        folder
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The next deployment: nothing of what was there stays, and nobody sees half of what comes.
    pub fn becomes(&self, build: &Path) {
        let next = self.0.with_extension("next");
        let _ = fs::remove_dir_all(&next);
        copy(build, &next);
        fs::remove_dir_all(&self.0).unwrap();
        fs::rename(&next, &self.0).unwrap();
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The site as it was built.
pub fn dist() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist")
}

/// The name of a build.
pub fn build_of(folder: &Path) -> String {
    let worker = fs::read_to_string(folder.join("sw.js")).unwrap();
    worker.split("const BUILD = \"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

/// The name of the app's script in a build.
pub fn script_of(folder: &Path) -> String {
    let page = fs::read_to_string(folder.join("index.html")).unwrap();
    let name = page.split("data-js=").nth(1).unwrap().trim_start_matches(['"', '.', '/']);
    name.split(['"', ' ', '>']).next().unwrap().to_owned()
}

/// The name of the script that fetches the parts of the app.
fn parts_of(folder: &Path) -> String {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    names.into_iter().find(|name| name.starts_with("parts-")).unwrap()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let (path, name) = entry.map(|entry| (entry.path(), entry.file_name())).unwrap();
        if path.is_dir() {
            copy(&path, &to.join(name));
        } else {
            fs::copy(&path, to.join(name)).unwrap();
        }
    }
}
