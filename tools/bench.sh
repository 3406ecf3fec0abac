#!/usr/bin/env bash
# The engine on this machine. Then size and time until the first question is answerable, on a slow phone, beside the
# smallest Leptos app: both built and measured in one run, because only the ratio travels from one machine to another.
. "$(dirname "$0")/common.sh"
prepare test
say "measuring the engine on this machine (about 1 minute the first time)"
cargo bench --quiet --package sentier-core --bench engine
bash tools/build.sh
say "building the smallest Leptos app (about 2 minutes the first time)"
(cd tools/smallest && CARGO_TARGET_DIR="$root/target/smallest-build" trunk build --release)
say "measuring (about 1 minute)"
cargo run --quiet --package sentier-tests --bin first_question -- "$root/target/smallest" "$root/dist"
say "measuring a record of ten years (about 2 minutes)"
cargo run --quiet --package sentier-tests --bin ten_years -- "$root/dist"
