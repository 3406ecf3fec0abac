//! The file of a made-up host, shipped for once: its places stand in results, pathways and "je cherche", in its own
//! territory alone, and never before the 15.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, reason = "tests")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::care::{CLOCK, open_thing, woman_of_52};
use common::{begin, nothing_until_the_result, open};
use sentier_core::content::{System, pack};
use sentier_tests::{Options, Stage};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
const PLACE: &str = "Centre de soins de la Place";

/// The built site with the made-up host in the pack of the system; removed when dropped.
struct SiteOfHost(PathBuf);

impl SiteOfHost {
    fn new(test: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("sentier-host-{test}-{}", std::process::id()));
        let (content, site) = (folder.join("content"), folder.join("site"));
        copy(&Path::new(ROOT).join("content"), &content);
        copy(&Path::new(ROOT).join("dist"), &site);
        let version =
            |folder: &Path| sentier_content_build::read(folder).unwrap_or_else(|mistakes| panic!("{mistakes:?}"));
        let built = version(&content).system.draft().version.clone();
        let example = content.join("territories/exemple.toml");
        let text = fs::read_to_string(&example).unwrap();
        // The place is one of a regular doctor too: steps of pathways are done there.
        let text =
            text.replace("entries = [\"centre-de-sante\"]", "entries = [\"centre-de-sante\", \"medecin-traitant\"]");
        fs::write(&example, text.replace("shipped = false", "shipped = true")).unwrap();
        let read = version(&content);
        // The app asks for the version that it was built with.
        let mut draft = read.system.draft().clone();
        assert_eq!(draft.hosts.len(), 1);
        draft.version.clone_from(&built);
        let system = System::check(draft, read.library.draft(), read.care.draft()).unwrap();
        let name = site.join(pack::system_name(&built));
        assert!(name.exists(), "{} is not built", name.display());
        fs::write(name, pack::write_system(&system).unwrap()).unwrap();
        Self(folder)
    }

    fn options(&self) -> Options {
        Options::default().folder(&self.0.join("site")).init_script(CLOCK)
    }
}

impl Drop for SiteOfHost {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() { copy(&path, &target) } else { fs::copy(&path, &target).map(|_| ()).unwrap() }
    }
}

/// Friday at ten, when the place is open.
async fn on_friday(stage: &Stage) {
    stage.eval("window.name = String(Date.parse('2026-11-20T10:00:00+01:00')); return 0").await;
}

async fn choose(stage: &Stage, territory: &str) {
    stage.wait_text("Votre département").await;
    let script = format!(
        "const list = document.getElementById('territory'); list.value = '{territory}';
        list.dispatchEvent(new Event('change', {{ bubbles: true }})); return list.value"
    );
    assert_eq!(stage.eval(&script).await, territory);
}

async fn is_gone(stage: &Stage, said: &str) {
    stage
        .until(&format!("« {said} » to go"), async || {
            if stage.text().await.contains(said) { Err("it is there".to_owned()) } else { Ok(()) }
        })
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn je_cherche_and_entries_show_the_places_of_the_territory() {
    let site = SiteOfHost::new("find");
    let stage = open(site.options()).await;
    on_friday(&stage).await;
    stage.go("#/comprendre/chercher").await;
    stage.wait_h1("Je cherche").await;
    stage.click_button("Un médecin").await;
    stage.click_button("Aujourd’hui ou demain").await;
    stage.wait_h1("Aujourd’hui ou demain").await;
    assert!(!stage.text().await.contains(PLACE));
    choose(&stage, "42").await;
    for said in [PLACE, "1 place de l’Exemple", "Ouvert maintenant", "04 65 71 00 01", "CPTS de l’Exemple"] {
        stage.wait_text(said).await;
    }
    stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
    for said in ["8 h à 19 h", "plain-pied", "Tiers payant", "inventés"] {
        stage.wait_text(said).await;
    }
    stage.axe("a host in je cherche").await;
    stage.screenshot("360-light-system-host").await;
    stage.click_link("Centre de santé").await;
    stage.wait_h1("Centre de santé").await;
    stage.wait_text("Près de chez vous (Loire)").await;
    stage.wait_text(PLACE).await;
    stage.back().await;
    stage.wait_h1("Aujourd’hui ou demain").await;
    choose(&stage, "75").await;
    is_gone(&stage, PLACE).await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_result_shows_open_places_after_the_way_and_keeps_the_15() {
    let site = SiteOfHost::new("result");
    let stage = open(site.options()).await;
    on_friday(&stage).await;
    begin(&stage, "coup de jus", "Choc électrique").await;
    nothing_until_the_result(&stage).await;
    choose(&stage, "42").await;
    let first = "return document.querySelector('.way-main .call, .way-main .way-words')?.textContent";
    let before = stage.eval(first).await;
    stage.wait_text("Maison médicale de garde de l’Exemple").await;
    stage.wait_text("Fermé maintenant · Ouvre de nouveau samedi 21 novembre").await;
    assert_eq!(stage.eval(first).await, before, "the first way stays");
    let fifteen = stage.eval("return document.querySelectorAll('.where-now a[href=\"tel:15\"]').length").await;
    assert!(fifteen.as_u64().unwrap() > 0);
    choose(&stage, "75").await;
    is_gone(&stage, "de l’Exemple").await;
    stage.trouble().await.assert_none();
    stage.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_of_a_pathway_shows_the_places_of_the_territory() {
    let site = SiteOfHost::new("step");
    let stage = woman_of_52(Options::default().folder(&site.0.join("site"))).await;
    stage.local_storage_set("/sentier/sentier/territory", "42").await;
    stage.reload().await;
    open_thing(&stage, "Mesure de la tension").await;
    stage.wait_text("Près de chez vous (Loire)").await;
    stage.wait_text(PLACE).await;
    stage.local_storage_set("/sentier/sentier/territory", "75").await;
    stage.go("#/parcours").await;
    stage.reload().await;
    open_thing(&stage, "Mesure de la tension").await;
    stage.wait_text("Médecin traitant").await;
    assert!(!stage.text().await.contains(PLACE), "it is shown in another territory");
    stage.trouble().await.assert_none();
    stage.close().await;
}
