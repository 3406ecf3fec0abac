//! What a person does in the pathways, with the clock of the page in the hands of the test.

use super::{HOME, open};
use sentier_tests::{Options, Stage};

/// The heading for somebody new.
pub const WELCOME: &str = "Trois questions";
/// What the heading of the dashboard has in it while there is something to do.
pub const FIRST: &str = "faire";

/// The clock of the page stands at noon of a day, which the test moves: `window.name` outlives a reload.
pub const CLOCK: &str = "(() => {
    const Real = Date;
    const now = () => Number(window.name || Real.parse('2026-11-21T12:00:00'));
    window.Date = class extends Real {
        constructor(...given) { given.length ? super(...given) : super(now()); }
        static now() { return now() + Math.floor(performance.now()); }
    };
})();";

/// The script that begins another day.
pub fn at(day: &str) -> String {
    format!("window.name = String(new Date('{day}T12:00:00').getTime()); return 0")
}

/// The first screen of the pathways on 21 November 2026.
pub async fn welcome(options: Options) -> Stage {
    let stage = open(options.init_script(CLOCK)).await;
    stage.wait_h1(HOME).await;
    stage.click_link("Mes parcours").await;
    stage.wait_h1(WELCOME).await;
    stage
}

/// A woman born on 10 May 1974.
pub async fn woman_of_52(options: Options) -> Stage {
    let stage = welcome(options).await;
    stage.type_into("Date de naissance", "10/5/1974").await;
    stage.tick("Féminin").await;
    stage.tick("Non").await;
    stage.click_button("Voir le calendrier").await;
    stage.wait_h1(FIRST).await;
    stage
}

/// Opens a thing of the dashboard.
pub async fn open_thing(stage: &Stage, title: &str) {
    stage.eval("document.querySelectorAll('details').forEach(d => d.open = true); return 0").await;
    stage.click_button(title).await;
    stage.wait_h1(title).await;
}

/// Another day begins: the page is loaded again with the clock at noon of it.
pub async fn on(stage: &Stage, day: &str) {
    stage.eval(&at(day)).await;
    stage.reload().await;
    stage.wait_h1(FIRST).await;
}

/// Goes back to the dashboard.
pub async fn on_dashboard(stage: &Stage) {
    stage.go("#/parcours").await;
    stage.wait_h1(FIRST).await;
}
