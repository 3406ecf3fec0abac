//! What a person sees, and what the browser keeps.

use serde_json::{Value, json};

use crate::stage::Stage;

impl Stage {
    /// What the one visible h1 says, all kinds of spaces made equal. Waits until there is exactly one.
    pub async fn h1(&self) -> String {
        self.until("one visible h1", async || {
            let headings = self.strings("return headings()").await?;
            match headings.as_slice() {
                [one] => Ok(one.clone()),
                _ => Err(format!("there are {headings:?}")),
            }
        })
        .await
    }

    /// Waits until the one visible h1 contains `fragment`.
    pub async fn wait_h1(&self, fragment: &str) {
        self.until(&format!("the h1 « {fragment} »"), async || {
            let found = self
                .run(
                    "const [one, ...more] = headings(); return more.length === 0 && one?.includes(even(arguments[0]))",
                    vec![json!(fragment)],
                )
                .await?;
            if found == json!(true) {
                Ok(())
            } else {
                Err(format!("h1 is {:?}", self.strings("return headings()").await?))
            }
        })
        .await;
    }

    /// Waits until `fragment` can be read somewhere on the page.
    pub async fn wait_text(&self, fragment: &str) {
        self.until(&format!("« {fragment} »"), async || {
            let found = self.run("return even(text()).includes(even(arguments[0]))", vec![json!(fragment)]).await?;
            if found == json!(true) { Ok(()) } else { Err("it is not on the page".to_owned()) }
        })
        .await;
    }

    /// All that can be read on the page now, line by line, all kinds of spaces made equal.
    pub async fn text(&self) -> String {
        self.string("return text()").await
    }

    /// The title of the document.
    pub async fn title(&self) -> String {
        self.string("return document.title").await
    }

    /// The address of the page.
    pub async fn url(&self) -> String {
        self.string("return location.href").await
    }

    /// What the element with the focus says, or the label it has; "" if none has it.
    pub async fn active_element_text(&self) -> String {
        self.string("return focused()").await
    }

    /// Waits until the focus is on what says `fragment`, or has it in its label: it moves after the screen is drawn.
    pub async fn wait_focus(&self, fragment: &str) {
        self.until(&format!("the focus on “{fragment}”"), async || match self.active_element_text().await {
            focused if focused.contains(fragment) => Ok(()),
            other => Err(other),
        })
        .await;
    }

    /// Waits until the heading has the focus: the next press of the Tab key is on the page, not above it.
    pub async fn wait_focus_on_h1(&self) {
        let heading = self.h1().await;
        self.wait_focus(&heading).await;
    }

    /// Waits until the page has the title `title`: it changes after the screen is drawn.
    pub async fn wait_title(&self, title: &str) {
        self.until(&format!("the title “{title}”"), async || match self.title().await {
            now if now == title => Ok(()),
            other => Err(other),
        })
        .await;
    }

    /// The names of what the origin keeps in local storage, in alphabetical order.
    pub async fn storage_keys(&self) -> Vec<String> {
        self.strings("return Object.keys(localStorage).sort()").await.unwrap_or_else(|error| panic!("{error}"))
    }

    /// What local storage keeps as `key`.
    pub async fn local_storage_get(&self, key: &str) -> Option<String> {
        let value = self.run("return localStorage.getItem(arguments[0])", vec![json!(key)]).await;
        value.unwrap_or_else(|error| panic!("{error}")).as_str().map(str::to_owned)
    }

    /// Keeps `value` as `key` in local storage.
    pub async fn local_storage_set(&self, key: &str, value: &str) {
        let done = self.run("localStorage.setItem(arguments[0], arguments[1])", vec![json!(key), json!(value)]).await;
        done.unwrap_or_else(|error| panic!("{error}"));
    }

    /// Waits until nothing moves and the fonts are there: a page in mid-fade has other colours.
    pub(crate) async fn settle(&self) {
        self.until("the page to be still", async || {
            let still = self.run("return document.fonts.ready.then(still)", Vec::new()).await?;
            if still == json!(true) { Ok(()) } else { Err("it moves".to_owned()) }
        })
        .await;
    }

    async fn string(&self, script: &str) -> String {
        match self.run(script, Vec::new()).await {
            Ok(Value::String(text)) => text,
            other => panic!("{script} gave {other:?}"),
        }
    }

    async fn strings(&self, script: &str) -> Result<Vec<String>, String> {
        let value = self.run(script, Vec::new()).await?;
        serde_json::from_value(value).map_err(|error| error.to_string())
    }
}
