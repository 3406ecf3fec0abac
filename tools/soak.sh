#!/usr/bin/env bash
# What takes longer than `make test` may: the walk checks over a hundred times as many random profiles, and the browser is
# killed two hundred times while it saves; languages, colours, widths and sizes of type meet in all their combinations.
. "$(dirname "$0")/common.sh"
prepare test
SENTIER_PROFILES=${SENTIER_PROFILES:-10000000} cargo test --release --package sentier-core --test random_proofs -- --nocapture random
bash tools/build.sh
SENTIER_KILLS=${SENTIER_KILLS:-200} cargo test --package sentier-tests --test kills -- --nocapture killed_browser
SENTIER_EVERY_RUN=1 cargo test --package sentier-tests --test everyone -- languages_colours
