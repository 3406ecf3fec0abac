//! The contrast of every pair of colours that stand on each other, computed from the tokens, in light and in dark.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::string_slice,
    reason = "tests"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Body text: WCAG 2.2, 1.4.6 (AAA).
const BODY: f64 = 7.0;
/// Text as WCAG 2.2, 1.4.3 (AA) asks for.
const TEXT: f64 = 4.5;
/// Edges, shapes and what is large: WCAG 2.2, 1.4.11.
const SHAPE: f64 = 3.0;

/// Each pair as it is used: what stands on what, and the least contrast.
const PAIRS: [(&str, &str, f64); 26] = [
    ("ink", "paper", BODY),
    ("ink", "surface", BODY),
    ("soft-ink", "paper", BODY),
    ("soft-ink", "surface", BODY),
    ("ink", "path-soft", BODY),
    ("ink", "vital-soft", BODY),
    ("ink", "emergency-soft", BODY),
    ("ink", "hours-soft", BODY),
    ("ink", "days-soft", BODY),
    ("ink", "planned-soft", BODY),
    ("ink", "self-care-soft", BODY),
    ("path", "paper", TEXT),
    ("path", "surface", TEXT),
    ("on-path", "path", TEXT),
    ("on-vital", "vital", TEXT),
    ("on-level", "emergency", TEXT),
    ("on-level", "hours", TEXT),
    ("on-level", "days", TEXT),
    ("on-level", "planned", TEXT),
    ("on-level", "self-care", TEXT),
    ("vital", "vital-soft", TEXT),
    ("emergency", "emergency-soft", TEXT),
    ("hours", "hours-soft", TEXT),
    ("days", "days-soft", TEXT),
    ("edge", "surface", SHAPE),
    ("edge", "paper", SHAPE),
];

/// The colours of a theme, by their names; what the dark theme does not say is that of the light one.
fn themes() -> [(&'static str, BTreeMap<String, String>); 2] {
    let css = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../style/tokens.css")).unwrap();
    let (light, dark) = css.split_once("@media (prefers-color-scheme: dark)").unwrap();
    let colours = |css: &str| -> BTreeMap<String, String> {
        let lines =
            css.lines().filter_map(|line| line.trim().strip_prefix("--")?.trim_end_matches(';').split_once(": "));
        lines
            .filter(|(_, value)| value.starts_with('#'))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect()
    };
    let light = colours(light);
    let mut both = light.clone();
    both.extend(colours(dark));
    [("light", light), ("dark", both)]
}

/// The relative luminance of "#rrggbb" (WCAG 2.2).
fn luminance(colour: &str) -> f64 {
    let part = |place: usize| {
        let value = f64::from(u8::from_str_radix(&colour[place..place + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_colour_can_be_read_on_what_it_stands_on() {
    for (theme, colours) in themes() {
        for (ink, ground, least) in PAIRS {
            let found = contrast(&colours[ink], &colours[ground]);
            assert!(found >= least, "{theme}: {ink} on {ground} is {found:.2}, not {least}");
        }
    }
}

/// A colour that is added is paired here, or named as one that nothing is read by.
#[test]
fn every_colour_is_looked_at() {
    const NOT_READ: [&str; 2] = ["line", "sun"];
    for (_, colours) in themes() {
        for name in colours.keys().filter(|name| !NOT_READ.contains(&name.as_str())) {
            let is_paired = PAIRS.iter().any(|(ink, ground, _)| ink == name || ground == name);
            assert!(is_paired, "{name} is in no pair");
        }
    }
}

/// The measure is the one of the recommendation: black on white is 21, a colour on itself 1.
#[test]
fn the_measure_is_that_of_the_recommendation() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 0.01);
    assert!((contrast("#777777", "#ffffff") - 4.48).abs() < 0.01);
    assert!((contrast("#123456", "#123456") - 1.0).abs() < 0.001);
}
