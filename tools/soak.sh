#!/usr/bin/env bash
# What takes longer than `make test` may: the walk checks over a hundred times as many random profiles.
. "$(dirname "$0")/common.sh"
prepare test
SENTIER_PROFILES=${SENTIER_PROFILES:-10000000} cargo test --release --package sentier-core --test random_proofs -- --nocapture random
