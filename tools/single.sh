#!/usr/bin/env bash
# Builds the page as one file that opens from a disk, with everything inside: sentier.html, in target/.
. "$(dirname "$0")/common.sh"
bash tools/build.sh
. "$environment_file"
say "putting everything into target/sentier.html"
mkdir -p target
cargo run --quiet --package sentier-site --bin release -- single index.html dist target/sentier.html
