//! The browser app: thin screens over `sentier-core`.

fn main() {
    sentier::start();
}
