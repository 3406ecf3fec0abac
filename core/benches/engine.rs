//! Measures the engine on this machine: one verdict and the next question over the largest motif, how both grow with the
//! number of rules, and the search for a motif. Prints medians, and fails where one is beyond its bound.
#![allow(
    missing_docs,
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a bench of tests"
)]

#[path = "../tests/common/mod.rs"]
mod common;

use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

use common::{changed, library};
use sentier_core::content::{Condition, Library, Motif};
use sentier_core::triage::{Answer, Answers, Known, Protocol, evaluate, walk};
use sentier_core::words::Finder;

/// How often each thing is measured.
const RUNS: usize = 31;

/// How many rules a motif has, to see how the time grows.
const SIZES: [usize; 4] = [10, 100, 1_000, 10_000];

/// Ten times the rules may take at most so many times as long for each rule: linear, with room for slower memory.
const MOST_GROWTH: f64 = 2.0;

/// The most microseconds that a search may take.
const MOST_SEARCH: f64 = 1_000.0;

/// Sixty characters, as somebody in a hurry types them.
const TYPED: &str = "ma fille a mal au ventre depuis hier et vomi tout le temps !";

fn main() -> ExitCode {
    assert_eq!(TYPED.chars().count(), 60);
    let largest = library().motifs().iter().max_by_key(|motif| motif.rules.len()).unwrap();
    let (verdict, question, rules) = measure(library(), largest);
    println!(
        "largest motif “{}”, {rules} rules: verdict {verdict:.1} µs, next question {question:.1} µs",
        largest.door.id
    );

    let grown = SIZES.map(|size| {
        let library = of_size(size);
        let (verdict, question, rules) = measure(&library, library.motifs().first().unwrap());
        let each = |time: f64| time / f64::from(u32::try_from(rules).unwrap());
        println!(
            "{rules} rules: verdict {verdict:.1} µs, {:.4} a rule; next question {question:.1} µs, {:.4} a rule",
            each(verdict),
            each(question)
        );
        [each(verdict), each(question)]
    });
    let growth = |pair: &[[f64; 2]]| (pair[1][0] / pair[0][0]).max(pair[1][1] / pair[0][1]);
    let most_growth = grown.windows(2).map(growth).fold(0.0, f64::max);
    println!(
        "time for each rule, with ten times the rules: at most {most_growth:.2} times as long (at most {MOST_GROWTH})"
    );

    let draft = library().draft();
    let finder = Finder::new(&draft.words, library().doors(), &draft.measures);
    let search = median(|| finder.understand(black_box(TYPED), &[]).motifs.len());
    println!("search among {} motifs: {search:.0} µs (at most {MOST_SEARCH})", library().doors().count());

    if most_growth <= MOST_GROWTH && search <= MOST_SEARCH { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Microseconds for a verdict on all answers and for the question after the gate, and how many rules were read for each.
fn measure(library: &Library, motif: &Motif) -> (f64, f64, usize) {
    let protocol = Protocol::new(library, std::slice::from_ref(&motif.door.id));
    let mut gate = Answers::default();
    let mut all = Answers { age: Some(Known::Is(500)), sex: Some(Known::Unknown), ..Answers::default() };
    for sign in protocol.signs().iter().filter(|sign| sign.is_ticked()) {
        all.signs.insert(sign.id.clone(), Answer::No);
        if protocol.is_gate(&sign.id) {
            gate.signs.insert(sign.id.clone(), Answer::No);
        }
    }
    let verdict = median(|| evaluate(&protocol, black_box(&all)));
    let question = median(|| walk(&protocol, black_box(&gate)));
    (verdict, question, protocol.rules().len())
}

/// The first motif of the content, with so many rules of a sign each.
fn of_size(rules: usize) -> Library {
    changed(|draft| {
        draft.motifs.truncate(1);
        let motif = draft.motifs.first_mut().unwrap();
        let rule = motif.rules.first().unwrap().clone();
        let sign = motif.signs.first().unwrap().clone();
        motif.rules.clear();
        motif.signs.clear();
        for number in 0..rules {
            let (mut rule, mut sign) = (rule.clone(), sign.clone());
            sign.id = format!("{}.sign-{number}", motif.door.id);
            rule.id.clone_from(&sign.id);
            rule.condition = Condition::Is(sign.id.clone());
            motif.rules.push(rule);
            motif.signs.push(sign);
        }
    })
}

/// The median time of some runs, in microseconds.
fn median<T>(mut run: impl FnMut() -> T) -> f64 {
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let start = Instant::now();
        black_box(run());
        times.push(start.elapsed().as_secs_f64() * 1e6);
    }
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
