//! The parts of which resources are made.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use serde_json::{Map, Value, json};

use super::super::clean::steers;
use super::UCUM;

/// An object under construction. What is empty is left out, as FHIR wants it.
#[derive(Clone, Debug, Default)]
pub(super) struct Node(Map<String, Value>);

impl Node {
    /// With a value under a name, unless the value is empty.
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        let value = match value.into() {
            Value::String(text) => Value::String(text.chars().filter(|letter| !steers(*letter)).collect()),
            other => other,
        };
        if !is_empty(&value) {
            self.0.insert(name.to_owned(), value);
        }
        self
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(object) => object.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

impl From<Node> for Value {
    fn from(node: Node) -> Self {
        Self::Object(node.0)
    }
}

/// An empty object.
pub(super) fn node() -> Node {
    Node::default()
}

/// A code of a system.
pub(super) fn coding(system: &str, code: &str) -> Node {
    node().with("system", system).with("code", code)
}

/// A concept that has a text alone.
pub(super) fn text(words: &str) -> Node {
    node().with("text", words)
}

/// A concept of one code, with its text.
pub(super) fn concept(coding: Node, words: &str) -> Node {
    node().with("coding", json!([Value::from(coding)])).with("text", words)
}

/// A number in hundredths as a decimal. It is exact as far as people measure: beyond 2^53 hundredths no value is kept.
pub(super) fn decimal(hundredths: i64) -> Value {
    if hundredths.rem_euclid(100) == 0 { json!(hundredths.div_euclid(100)) } else { json!(hundredths as f64 / 100.0) }
}

/// A quantity; its code is UCUM's, where it has one.
pub(super) fn quantity(hundredths: i64, unit: &str, ucum: Option<&str>) -> Node {
    let quantity = node().with("value", decimal(hundredths)).with("unit", unit);
    match ucum {
        Some(ucum) => quantity.with("system", UCUM).with("code", ucum),
        None => quantity,
    }
}

/// The readable form of a resource: a line for each text.
pub(super) fn narrative(lines: &[String]) -> Node {
    let mut inside: String = lines.iter().map(|line| format!("<p>{}</p>", escaped(line))).collect();
    if inside.is_empty() {
        inside = "<p>—</p>".to_owned();
    }
    node()
        .with("status", "generated")
        .with("div", format!("<div xmlns=\"http://www.w3.org/1999/xhtml\">{inside}</div>"))
}

/// A text in which nothing is taken for markup.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars().filter(|letter| !steers(*letter)) {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

/// A moment as FHIR writes it.
pub(super) fn instant(moment: DateTime<FixedOffset>) -> String {
    moment.format("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// A day as people write it: 21/11/2026.
pub(super) fn written(day: NaiveDate) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}

/// An identifier made of names: the same names give the same one in every export (a UUID of version 8, RFC 9562, from
/// the 128 bits of FNV-1a).
pub(super) fn uuid(names: &[&str]) -> String {
    let mut hash: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    for byte in names.iter().flat_map(|name| name.bytes().chain([0xff])) {
        hash = (hash ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
    }
    let marked = (hash & !(0xf << 76) & !(0b11 << 62)) | (0x8 << 76) | (0b10 << 62);
    let digits = format!("{marked:032x}");
    let mut out = String::with_capacity(36);
    for (place, digit) in digits.chars().enumerate() {
        if matches!(place, 8 | 12 | 16 | 20) {
            out.push('-');
        }
        out.push(digit);
    }
    out
}

/// The entries of a Bundle, and the names by which they refer to one another.
pub(super) struct Entries {
    owner: String,
    list: Vec<Value>,
}

impl Entries {
    /// No entries yet; what identifies the owner makes all names different from those of anybody else.
    pub fn of(owner: String) -> Self {
        Self { owner, list: Vec::new() }
    }

    /// The identifier of a resource of this owner.
    pub fn id(&self, kind: &str, key: &str) -> String {
        uuid(&[&self.owner, kind, key])
    }

    /// A reference to a resource of this Bundle.
    pub fn reference(&self, kind: &str, key: &str) -> Value {
        json!({"reference": format!("urn:uuid:{}", self.id(kind, key))})
    }

    /// Adds a resource with its readable form.
    pub fn add(&mut self, kind: &str, key: &str, resource: Node, lines: &[String]) {
        let id = self.id(kind, key);
        let resource = resource
            .with("resourceType", kind)
            .with("id", id.as_str())
            .with("language", "fr")
            .with("text", narrative(lines));
        self.list.push(json!({"fullUrl": format!("urn:uuid:{id}"), "resource": Value::from(resource)}));
    }

    /// The entries, in the order in which they were added.
    pub fn into_list(self) -> Vec<Value> {
        self.list
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing, reason = "tests")]
    use super::{decimal, escaped, narrative, node, uuid};
    use serde_json::{Value, json};

    #[test]
    fn what_is_empty_is_left_out() {
        let made = node().with("a", "").with("b", Value::Null).with("c", json!([])).with("d", " ").with("e", "é\u{0}");
        assert_eq!(Value::from(made), json!({"e": "é"}));
    }

    #[test]
    fn nothing_is_markup() {
        assert_eq!(escaped("<b onclick='x'>&\"\u{b}"), "&lt;b onclick=&#39;x&#39;&gt;&amp;&quot;");
        let made = Value::from(narrative(&["a < b".to_owned()]));
        assert_eq!(made["div"], "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>a &lt; b</p></div>");
    }

    #[test]
    fn names_are_stable_and_apart() {
        assert_eq!(uuid(&["a", "b"]), uuid(&["a", "b"]));
        assert_ne!(uuid(&["a", "b"]), uuid(&["ab", ""]));
        let id = uuid(&["1", "Patient", ""]);
        assert_eq!((id.len(), id.chars().nth(14)), (36, Some('8')));
        assert!(matches!(id.chars().nth(19), Some('8' | '9' | 'a' | 'b')));
    }

    #[test]
    fn hundredths_are_exact() {
        assert_eq!(decimal(7200).to_string(), "72");
        assert_eq!(decimal(725).to_string(), "7.25");
        assert_eq!(decimal(-5).to_string(), "-0.05");
    }
}
