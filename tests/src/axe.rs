//! The accessibility of the page, as far as axe-core can tell.

use serde_json::json;

use crate::stage::Stage;

const RUN: &str = r#"
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const said = (node) => `    ${node.target.flat().join(" ")}: ${even(node.failureSummary)}`;
return axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] })
  .then(({ violations }) => violations.map(({ id, help, nodes }) => [`  ${id}: ${help}`, ...nodes.map(said)].join("\n")));
"#;

impl Stage {
    /// Checks the page, called `name` in the message, by the rules of WCAG 2.0 to 2.2, levels A and AA. Panics with every
    /// rule that is broken, the elements and what to do about them.
    pub async fn axe(&self, name: &str) {
        self.settle().await;
        if self.eval("return typeof axe").await == json!("undefined") {
            let path = std::env::var_os("SENTIER_AXE").expect("SENTIER_AXE names axe.min.js");
            let source = std::fs::read_to_string(&path)
                .unwrap_or_else(|error| panic!("{} cannot be read: {error}", path.display()));
            self.run(&source, Vec::new()).await.unwrap_or_else(|error| panic!("axe does not start: {error}"));
        }
        let broken = self.run_with_javascript(RUN).await.unwrap_or_else(|error| panic!("axe does not run: {error}"));
        let broken: Vec<String> = serde_json::from_value(broken).expect("a list of sentences");
        assert!(broken.is_empty(), "{name} is not accessible:\n{}", broken.join("\n"));
    }
}
