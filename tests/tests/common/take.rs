//! What a person does to take something along, to print it, and to bring a file; and what others read in it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

use std::path::{Path, PathBuf};
use std::process::Command;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sentier_tests::Stage;
use serde_json::{Value, json};

/// The heading of what can be taken along.
pub const TAKE: &str = "Emporter";

/// Goes to what can be taken along.
pub async fn on_take(stage: &Stage) {
    stage.go("#/emporter").await;
    stage.wait_h1(TAKE).await;
}

/// Makes something, which then stands under a heading.
pub async fn make(stage: &Stage, what: &str, heading: &str) {
    on_take(stage).await;
    stage.click_button(what).await;
    stage.wait_h1(heading).await;
}

/// A folder of a test's own, empty.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Makes a file and saves it; gives its path.
pub async fn saved(stage: &Stage, what: &str, folder: &Path) -> PathBuf {
    make(stage, what, "Le fichier est prêt").await;
    save(stage, folder).await
}

/// Saves the file that is ready; gives its path.
pub async fn save(stage: &Stage, folder: &Path) -> PathBuf {
    let allow = json!({ "behavior": "allow", "downloadPath": folder.to_str().unwrap() });
    stage.cdp("Browser.setDownloadBehavior", allow).await;
    let there = || -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries.filter(|path| path.extension().is_none_or(|end| end != "crdownload")).collect()
    };
    let before = there();
    stage.click_button("Enregistrer le fichier").await;
    stage
        .until("the file to be saved", async || {
            let new = there().into_iter().find(|path| !before.contains(path));
            new.ok_or_else(|| "it is not there".to_owned())
        })
        .await
}

/// Chooses a file in the field with an id.
pub async fn choose(stage: &Stage, field: &str, path: &Path) {
    let root = stage.cdp("DOM.getDocument", json!({})).await["root"]["nodeId"].clone();
    let asked = json!({ "nodeId": root, "selector": format!("#{field}") });
    let node = stage.cdp("DOM.querySelector", asked).await["nodeId"].clone();
    let files = json!({ "nodeId": node, "files": [path.to_str().unwrap()] });
    stage.cdp("DOM.setFileInputFiles", files).await;
}

/// Brings a file with some bytes into the field with an id.
pub async fn bring(stage: &Stage, field: &str, name: &str, bytes: &[u8]) {
    let path = folder(&format!("{field}-{name}-{:?}", std::thread::current().id())).join(name);
    std::fs::write(&path, bytes).unwrap();
    on_take(stage).await;
    choose(stage, field, &path).await;
}

/// Prints the screen; gives how many pages it takes. What was printed stands in `target/pictures`, to be looked at.
pub async fn printed(stage: &Stage, name: &str) -> usize {
    let size = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true, "printBackground": false });
    let printed = stage.cdp("Page.printToPDF", size).await;
    let bytes = STANDARD.decode(printed["data"].as_str().unwrap()).unwrap();
    let pictures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/pictures");
    std::fs::create_dir_all(&pictures).unwrap();
    std::fs::write(pictures.join(format!("{name}.pdf")), &bytes).unwrap();
    // A page's own mark is followed by a line's end, that of the tree of pages by an s.
    String::from_utf8_lossy(&bytes).matches("/Type /Page\n").count()
}

/// What can be read on paper, line by line.
pub async fn on_paper(stage: &Stage) -> String {
    stage.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
    let text = stage.eval("return document.querySelector('.paper')?.innerText ?? ''").await;
    stage.cdp("Emulation.setEmulatedMedia", json!({ "media": "" })).await;
    even(text.as_str().unwrap())
}

/// All kinds of spaces made equal.
pub fn even(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

/// What a program in Python that is not ours says of a file.
pub fn python(script: &str, arguments: &[&str]) -> Value {
    let python = std::env::var_os("SENTIER_PYTHON").map(PathBuf::from).unwrap_or_else(|| {
        panic!("no Python with tests/python/requirements.txt: run `make test`, or set SENTIER_PYTHON to one")
    });
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("python").join(script);
    let output = Command::new(python).arg(script).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap_or(Value::Null)
}
