//! What happens when the app ends in a panic: the emergency block comes back, with a report that holds no answer.

use super::{document, storage};

/// Puts the panic hook in place. The report says the version and the place in the code; the message of the panic is
/// left out, because it may hold what was typed.
pub fn install() {
    std::panic::set_hook(Box::new(|panic| {
        let _ = storage::write(storage::Key::Crashed, "1");
        let place =
            panic.location().map_or_else(String::new, |at| format!("{}:{}:{}", at.file(), at.line(), at.column()));
        let version = env!("CARGO_PKG_VERSION");
        let rules = env!("SENTIER_RULES");
        document::show_crash(&format!("Sentier {version} · rules {rules} · {place}"));
    }));
}
