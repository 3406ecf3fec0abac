//! What a person does who has a keyboard alone.

use sentier_tests::{Key, Stage};

/// What has the focus, by its name: that of its label, or its own.
const FOCUSED: &str = "
const it = document.activeElement;
if (!it.matches('a, button, input, textarea, select, summary')) return '';
return it.ariaLabel ?? it.labels?.[0]?.innerText ?? it.innerText ?? ''";

/// The most presses of the Tab key: a screen that needs more is too long a way.
const MOST: usize = 80;

/// Goes on with the Tab key until the focus is on what is called `name`.
pub async fn tab_to(stage: &Stage, name: &str) {
    seek(stage, name, || Key::Tab.into()).await;
}

/// Goes back with the Tab key until the focus is on what is called `name`.
#[allow(clippy::arithmetic_side_effects, reason = "keys that are held together")]
pub async fn tab_back_to(stage: &Stage, name: &str) {
    seek(stage, name, || Key::Shift + Key::Tab).await;
}

/// Goes to what is called `name` and presses Enter.
pub async fn enter(stage: &Stage, name: &str) {
    tab_to(stage, name).await;
    stage.press(Key::Enter).await;
}

/// Goes to what is called `name` and presses the space bar.
pub async fn space(stage: &Stage, name: &str) {
    tab_to(stage, name).await;
    stage.press(Key::Space).await;
}

async fn seek(stage: &Stage, name: &str, key: impl Fn() -> sentier_tests::TypingData) {
    let mut met = Vec::new();
    for _ in 0..MOST {
        let focused = stage.eval(FOCUSED).await;
        let focused = focused.as_str().unwrap_or_default().to_owned();
        if focused.contains(name) {
            return;
        }
        met.push(focused);
        stage.press(key()).await;
    }
    panic!("the Tab key does not reach “{name}” but {met:?}");
}
