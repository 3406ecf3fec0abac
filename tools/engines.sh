#!/usr/bin/env bash
# The main walk in Firefox and WebKit as well: installs them, with their drivers, then builds and walks.
. "$(dirname "$0")/common.sh"
prepare engines
bash tools/build.sh
bash tools/setup.sh engines
. "$environment_file"
cargo test --quiet --package sentier-tests --test engines -- --test-threads=1 --nocapture
