#!/bin/sh
# Writes what is fetched later beside the built page: the packs of content, the parts of the app, and the plain pages with
# the style sheet's name. Called by Trunk, which says where.
set -eu
unset CARGO_ENCODED_RUSTFLAGS RUSTFLAGS RUSTC_BOOTSTRAP CARGO_UNSTABLE_BUILD_STD CARGO_UNSTABLE_BUILD_STD_FEATURES
cargo run --quiet --package sentier-content-build -- packs content "$TRUNK_STAGING_DIR"
sh tools/place-parts.sh
style=$(cd "$TRUNK_STAGING_DIR" && ls ./*.css)
cargo run --quiet --package sentier-content-build -- pages content "$TRUNK_STAGING_DIR" "${style#./}"
