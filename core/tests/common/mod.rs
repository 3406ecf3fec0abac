//! The real content, read once for all tests of a file.
#![allow(
    dead_code,
    clippy::arithmetic_side_effects,
    clippy::panic,
    clippy::unwrap_used,
    reason = "each file of tests uses some of it"
)]

pub mod answered;
#[path = "../../../exchange/src/words/mod.rs"]
pub mod exchange_words;
pub mod orientation;
pub mod sentences;

use std::path::Path;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use sentier_content_build::{Content, forget_missing_motifs, read};
use sentier_core::content::{Draft, Id, Library};

/// The content of the repository, as the build reads it.
pub static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    read(&folder).unwrap_or_else(|mistakes| {
        panic!("{}", mistakes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })
});

/// The checked library of the repository.
pub fn library() -> &'static Library {
    &CONTENT.library
}

/// The content with one change, which the checks let through. What speaks of a motif that is taken away goes with it.
pub fn changed(change: impl FnOnce(&mut Draft)) -> Library {
    let mut draft = library().draft().clone();
    change(&mut draft);
    forget_missing_motifs(&mut draft, library());
    Library::check(draft).unwrap_or_else(|defects| panic!("{defects:?}"))
}

/// Every motif.
pub fn motifs() -> Vec<Id> {
    library().doors().map(|door| door.id.clone()).collect()
}

/// What a proof says against each of a list, in no order; all processors take from the list until it is empty. The
/// proof is told which in the list it is given, to have chance of its own.
pub fn each<T: Sync>(list: &[T], proof: impl Fn(usize, &T) -> Vec<String> + Sync) -> Vec<String> {
    let next = AtomicUsize::new(0);
    let take = || {
        let mut said = Vec::new();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            match list.get(number) {
                Some(one) => said.extend(proof(number, one)),
                None => return said,
            }
        }
    };
    std::thread::scope(|scope| {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        let threads: Vec<_> = (0..processors).map(|_| scope.spawn(take)).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    })
}
