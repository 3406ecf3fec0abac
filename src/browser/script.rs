//! What is shorter said in the language of the browser: scripts of their own, which the boot script fetches when they are
//! asked for the first time.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What a function of a script answers.
pub async fn ask(script: &str, verb: &str, values: &[JsValue]) -> Result<JsValue, JsValue> {
    JsFuture::from(called("ask", script, verb, values)?.dyn_into::<Promise>()?).await
}

/// Calls a function of a script, and does not wait for what comes of it.
pub fn tell(script: &str, verb: &str, values: &[JsValue]) {
    let _ = called("tell", script, verb, values);
}

/// Puts on the style of the rooms behind the first screen, which begins to come at once; whether it came.
pub fn dress() -> impl Future<Output = bool> {
    let coming = called("dress", "", "", &[]).and_then(JsCast::dyn_into::<Promise>);
    async {
        let Ok(coming) = coming else { return false };
        JsFuture::from(coming).await.is_ok_and(|came| came.is_truthy())
    }
}

fn called(how: &str, script: &str, verb: &str, values: &[JsValue]) -> Result<JsValue, JsValue> {
    let ask: Function = Reflect::get(&js_sys::global(), &how.into())?.dyn_into()?;
    let arguments = Array::of2(&script.into(), &verb.into());
    for value in values {
        arguments.push(value);
    }
    ask.apply(&JsValue::NULL, &arguments)
}

/// The turn of this tab to go through what is kept; it ends when it is dropped.
pub struct Turn(Option<Function>);

impl Turn {
    /// Waits for it. Where the browser has no locks it begins at once.
    pub async fn begin() -> Self {
        Self(ask("device", "turn", &[]).await.ok().and_then(|end| end.dyn_into().ok()))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if let Some(end) = &self.0 {
            let _ = end.call0(&JsValue::NULL);
        }
    }
}

/// Hands a text to the person as a file.
pub fn download(name: &str, text: &str) {
    tell("device", "download", &[name.into(), text.into()]);
}

/// Whether the browser promises to keep what is stored, asked to where `is_asked`.
pub async fn promises(is_asked: bool) -> bool {
    ask("device", "persists", &[is_asked.into()]).await.is_ok_and(|answer| answer.is_truthy())
}

/// Whether the device can read a language aloud by itself: nothing of what is read is sent to anybody then.
pub async fn can_read(language: &str) -> bool {
    ask("device", "canRead", &[language.into()]).await.is_ok_and(|answer| answer.is_truthy())
}

/// Reads the screen aloud, or falls silent where it is being read.
pub fn read_aloud(language: &str) {
    tell("device", "read", &[language.into()]);
}

/// Ends what is being read, if the browser reads at all.
pub fn hush() {
    if Reflect::has(&js_sys::global(), &"speechSynthesis".into()).unwrap_or(false) {
        tell("device", "hush", &[]);
    }
}
