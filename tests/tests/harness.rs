//! The harness itself: on a small site of its own it does what a person does, and catches every kind of trouble.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use sentier_tests::{Fault, Key, Options, Site, Stage};
use serde_json::json;

/// A site with one page, and the files it asks for. Removed when dropped.
struct Fixture(PathBuf);

impl Fixture {
    fn new(test: &str, page: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("sentier-harness-{test}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.html"), page).unwrap();
        fs::write(folder.join("icon.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>").unwrap();
        fs::write(folder.join("app.js"), APP).unwrap();
        Self(folder)
    }

    fn on(&self, options: Options) -> Options {
        options.folder(&self.0)
    }
}

impl Drop for Fixture {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A page called `title` with `body`, which does nothing wrong by itself.
fn page(title: &str, body: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>{title}</title>\
        <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; img-src 'self'; connect-src *\">\
        <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><link rel=\"icon\" href=\"icon.svg\"></head>\
        <body><main>{body}</main></body></html>"
    )
}

const FORM: &str = "<h1 hidden>Caché</h1><h1 id=\"title\">Où avez-vous&nbsp;mal&#8239;?</h1>\
    <p><a href=\"#/suite\">Aller à la suite</a> <button disabled>Suivant</button> <button id=\"next\">Suivant&nbsp;!</button></p>\
    <p><label><input type=\"checkbox\" id=\"fever\"> J’ai de la fièvre</label> <label><input type=\"radio\" name=\"a\"> Oui</label></p>\
    <p><label for=\"age\">Votre âge</label> <input id=\"age\" value=\"7\"></p><p id=\"said\"></p>\
    <script src=\"app.js\"></script>";

const APP: &str = "const title = document.getElementById('title');
const draw = () => { if (location.hash === '#/suite') title.textContent = 'La suite'; };
addEventListener('hashchange', draw);
draw();
document.getElementById('next')?.addEventListener('click', () => {
  setTimeout(() => { title.textContent = 'Merci'; }, 200);
});
try {
  localStorage.setItem('sentier.visit', '1');
  document.getElementById('said').textContent = 'Gardé';
} catch (error) {
  document.getElementById('said').textContent = `Non gardé : ${error.name}`;
}
";

#[tokio::test]
async fn does_what_a_person_does_and_finds_no_trouble() {
    let fixture = Fixture::new("walk", &page("Essai", FORM));
    let stage = Stage::open(fixture.on(Options::default())).await;
    stage.go("").await;
    assert_eq!(stage.h1().await, "Où avez-vous mal ?");
    assert_eq!(stage.title().await, "Essai");
    assert!(stage.text().await.contains("Suivant !"));
    assert!(!stage.text().await.contains("Caché"));
    assert_eq!(stage.eval("return [innerWidth, innerHeight]").await, json!([360, 740]));

    stage.tick("de la fièvre").await;
    stage.tick("de la fièvre").await;
    stage.tick("Oui").await;
    assert_eq!(stage.eval("return document.querySelectorAll(':checked').length").await, json!(2));
    stage.type_into("âge", "42").await;
    assert_eq!(stage.active_element_text().await, "Votre âge");
    stage.press(Key::Shift + Key::Tab).await;
    assert_eq!(stage.active_element_text().await, "Oui");
    stage.press(Key::Tab + "0").await;
    assert_eq!(stage.eval("return document.getElementById('age').value").await, json!("0"));
    stage.click_button("Suivant").await;
    stage.wait_h1("Merci").await;

    stage.click_link("suite").await;
    stage.wait_h1("La suite").await;
    assert!(stage.url().await.ends_with("/sentier/#/suite"));
    stage.visit("/neighbour/").await;
    stage.wait_h1("Another app").await;
    stage.local_storage_set("other.app", "stays").await;
    stage.back().await;
    stage.wait_h1("La suite").await;
    stage.forward().await;
    stage.wait_h1("Another app").await;
    stage.go("#/suite").await;
    stage.go("#/suite").await;
    stage.reload().await;
    stage.wait_h1("La suite").await;
    assert_eq!(stage.storage_keys().await, ["other.app", "sentier.visit"]);
    assert_eq!(stage.local_storage_get("other.app").await.as_deref(), Some("stays"));
    assert_eq!(stage.local_storage_get("none").await, None);

    stage.axe("the form").await;
    let picture = fs::read(stage.screenshot("harness").await).unwrap();
    assert!(picture.starts_with(b"\x89PNG"));
    assert!(stage.site().requests().contains(&"/sentier/app.js".to_owned()));
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test]
async fn catches_a_violation_of_the_policy() {
    let fixture = Fixture::new("csp", &page("Essai", "<h1>Essai</h1><script>document.title = 'inline'</script>"));
    let stage = Stage::open(fixture.on(Options::default())).await;
    stage.go("").await;
    stage.visit("/neighbour/").await;
    let trouble = stage.trouble().await;
    assert!(trouble.csp.iter().any(|line| line.starts_with("script-src-elem: inline")), "{trouble:?}");
    assert!(
        trouble.csp.iter().any(|line| line.contains("violates the following Content Security Policy")),
        "{trouble:?}"
    );
    assert_eq!((trouble.console.len(), trouble.foreign_requests.len()), (0, 0), "{trouble:?}");
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test]
async fn catches_a_request_to_another_origin() {
    let fixture = Fixture::new("foreign", &page("Essai", "<h1>Essai</h1>"));
    let other = Site::start(&fixture.0, "/", None).unwrap();
    let stage = Stage::open(fixture.on(Options::default())).await;
    stage.go("").await;
    let addresses = [format!("{}app.js", other.url()), "https://example.org/pixel".to_owned()];
    for address in &addresses {
        stage.eval(&format!("return fetch('{address}', {{ mode: 'no-cors' }}).catch(() => {{}})")).await;
    }
    assert_eq!(stage.trouble().await.foreign_requests, addresses);
    assert_eq!(other.requests(), ["/app.js"]);
    stage.close().await;
}

#[tokio::test]
async fn catches_errors_of_scripts_and_missing_files() {
    let fixture = Fixture::new("errors", &page("Essai", "<h1>Essai</h1><script src=\"wrong.js\"></script>"));
    let wrong = "console.error('said', 1); Promise.reject(new Error('refused')); throw new Error('thrown');";
    fs::write(fixture.0.join("wrong.js"), wrong).unwrap();
    let stage = Stage::open(fixture.on(Options::default())).await;
    stage.go("").await;
    let trouble = stage.trouble().await;
    for word in ["console.error: said 1", "refused", "error: Uncaught Error: thrown"] {
        assert!(trouble.console.iter().any(|line| line.contains(word)), "{word}: {trouble:?}");
    }
    stage.site().set_fault(Fault::Missing("wrong.js"));
    stage.cdp("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await;
    stage.reload().await;
    let trouble = stage.trouble().await;
    assert!(trouble.console.iter().any(|line| line.contains("wrong.js") && line.contains("404")), "{trouble:?}");
    assert_eq!(trouble.csp, [""; 0]);
    stage.close().await;
}

#[tokio::test]
#[should_panic(expected = "the page with a bare field is not accessible:\n  label: ")]
async fn catches_a_field_without_a_label() {
    let fixture = Fixture::new("axe", &page("Essai", "<h1>Essai</h1><input>"));
    let stage = Stage::open(fixture.on(Options::default())).await;
    stage.go("").await;
    stage.axe("the page with a bare field").await;
}

#[tokio::test]
#[should_panic(expected = "h1 is [\"Essai\"]")]
async fn says_what_the_page_says_instead() {
    let fixture = Fixture::new("instead", &page("Essai", "<h1>Essai</h1>"));
    let stage = Stage::open(fixture.on(Options::default().deadline(Duration::from_secs(1)))).await;
    stage.go("").await;
    stage.wait_h1("Autre chose").await;
}

#[tokio::test]
async fn plays_devices_without_storage() {
    let fixture = Fixture::new("storage", &page("Essai", FORM));
    for (options, error) in [
        (Options::default().storage_blocked(), "SecurityError"),
        (Options::default().storage_full(), "QuotaExceededError"),
    ] {
        let stage = Stage::open(fixture.on(options)).await;
        stage.go("").await;
        stage.wait_text(&format!("Non gardé : {error}")).await;
        stage.trouble().await.assert_none();
        stage.close().await;
    }
}

#[tokio::test]
async fn plays_a_dark_wide_device_without_javascript() {
    let fixture = Fixture::new("dark", &page("Essai", FORM));
    let stage = Stage::open(fixture.on(Options::default().dark().size(1200, 800).without_javascript())).await;
    stage.go("#/suite").await;
    assert_eq!(stage.h1().await, "Où avez-vous mal ?");
    assert_eq!(stage.eval("return matchMedia('(prefers-color-scheme: dark)').matches").await, json!(true));
    assert_eq!(stage.eval("return innerWidth").await, json!(1200));
    stage.click_link("suite").await;
    stage.reload().await;
    assert_eq!(stage.h1().await, "Où avez-vous mal ?");
    assert_eq!(stage.storage_keys().await, [""; 0]);
    stage.axe("the form without JavaScript").await;
    stage.reload().await;
    assert_eq!(stage.h1().await, "Où avez-vous mal ?");
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test]
async fn plays_a_slow_phone_and_a_file_that_never_comes() {
    let fixture = Fixture::new("slow", &page("Essai", FORM));
    let stage = Stage::open(fixture.on(Options::default().slow_phone().init_script("window.first = true"))).await;
    stage.site().set_fault(Fault::Stalled("app.js"));
    stage.go_early("#/suite").await;
    assert_eq!(stage.h1().await, "Où avez-vous mal ?");
    assert_eq!(stage.eval("return [window.first, document.readyState]").await, json!([true, "loading"]));
    stage.site().set_fault(Fault::None);
    stage.wait_h1("La suite").await;
    let script = "const start = performance.now();
        return fetch('icon.svg', { cache: 'no-store' }).then((file) => file.text()).then(() => performance.now() - start)";
    let waited = stage.eval(script).await.as_f64().unwrap();
    assert!(waited >= 150.0, "a file came within {waited} ms");
    stage.trouble().await.assert_none();
    stage.close().await;
}
