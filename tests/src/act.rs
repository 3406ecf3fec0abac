//! What a person does.

use serde_json::{Value, json};
use thirtyfour::{Key, TypingData, WebElement};

use crate::stage::{Stage, brief};

/// The keys that are held while the next ones are pressed.
const MODIFIERS: [Key; 4] = [Key::Shift, Key::Control, Key::Alt, Key::Meta];

impl Stage {
    /// Clicks the visible, enabled button that says `text` (just that, or else contains it). Waits until it is there.
    pub async fn click_button(&self, text: &str) {
        self.click(&format!("a button « {text} »"), "return button(arguments[0])", text).await;
    }

    /// Clicks the visible link that says `text` (just that, or else contains it). Waits until it is there.
    pub async fn click_link(&self, text: &str) {
        self.click(&format!("a link « {text} »"), "return link(arguments[0])", text).await;
    }

    /// Ticks the checkbox, or chooses the radio button, whose label contains `label`; one that is ticked already stays so.
    pub async fn tick(&self, label: &str) {
        let box_there = "const box = controlOf(BOX, arguments[0]);";
        self.until(&format!("a box « {label} »"), async || {
            let state = self.run(&format!("{box_there} return box && box.checked"), vec![json!(label)]).await?;
            state.as_bool().ok_or_else(|| "none is visible".to_owned())
        })
        .await;
        let ticked = format!("{box_there} return !box || box.checked");
        if self.run(&ticked, vec![json!(label)]).await == Ok(json!(true)) {
            return;
        }
        self.click(&format!("a box « {label} »"), "return labelOf(BOX, arguments[0])", label).await;
        self.until(&format!("the box « {label} » to be ticked"), async || {
            // A page that goes on at once takes the box away.
            let done = self.run(&ticked, vec![json!(label)]).await?;
            if done == json!(true) { Ok(()) } else { Err("it stays empty".to_owned()) }
        })
        .await;
    }

    /// Types `text` into the field whose label contains `label`, in place of what it holds.
    pub async fn type_into(&self, label: &str, text: &str) {
        self.until(&format!("a field « {label} »"), async || {
            let field = self.element("return controlOf(FIELD, arguments[0])", label).await?;
            field.clear().await.map_err(|error| brief(&error))?;
            field.send_keys(text).await.map_err(|error| brief(&error))
        })
        .await;
    }

    /// Presses keys, one after the other, wherever the focus is: `Key::Tab`, `Key::Shift + Key::Tab`, `"texte"`.
    pub async fn press(&self, keys: impl Into<TypingData>) {
        let modifiers = MODIFIERS.map(|key| key.value());
        let mut held = Vec::new();
        let mut actions = self.browser().action_chain();
        for key in keys.into().as_vec() {
            actions = actions.key_down(key);
            if modifiers.contains(&key) {
                held.push(key);
            } else {
                actions = actions.key_up(key);
            }
        }
        while let Some(key) = held.pop() {
            actions = actions.key_up(key);
        }
        actions.perform().await.unwrap_or_else(|error| panic!("the keys are not pressed: {}", brief(&error)));
    }

    async fn click(&self, what: &str, script: &str, text: &str) {
        self.until(what, async || self.element(script, text).await?.click().await.map_err(|error| brief(&error))).await;
    }

    /// The element that `script` finds for `text`, in the middle of the window.
    async fn element(&self, script: &str, text: &str) -> Result<WebElement, String> {
        let found = self.run(script, vec![json!(text)]).await?;
        if found == Value::Null {
            return Err("none is visible".to_owned());
        }
        self.run("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", vec![found.clone()]).await?;
        WebElement::from_json(found, self.browser().handle().clone()).map_err(|error| brief(&error))
    }
}
