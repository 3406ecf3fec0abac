#!/bin/sh
# Writes the packs of content beside the built page. Called by Trunk, which says where.
set -eu
unset CARGO_ENCODED_RUSTFLAGS RUSTFLAGS RUSTC_BOOTSTRAP CARGO_UNSTABLE_BUILD_STD CARGO_UNSTABLE_BUILD_STD_FEATURES
cargo run --quiet --package sentier-content-build -- packs content "$TRUNK_STAGING_DIR"
