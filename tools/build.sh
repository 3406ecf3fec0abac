#!/usr/bin/env bash
# The release build, into dist/. It works unchanged under any sub-path of any static host.
. "$(dirname "$0")/common.sh"
prepare build
build_in_parts
# Where the compiler brings the source of the standard library, it is compiled with the app: made small, and ending a panic
# at once, without its message. That is an eleventh of the module less on the wire (ADR 0005).
library_source=$(rustc --print sysroot)/lib/rustlib/src/rust/library
if [ -e "$library_source/Cargo.lock" ]; then
  export RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS+=" --remap-path-prefix=$library_source/=library/ -Zunstable-options -Cpanic=immediate-abort -Zfmt-debug=none -Zlocation-detail=none"
else
  say "the compiler has no library source: the module will be larger than its budget (rustup component add rust-src)"
fi
# The day of the build is part of the app: that of the commit, so that who builds the same commit gets the same bytes.
[ -n "${SOURCE_DATE_EPOCH:-}" ] || SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || date +%s)
export SOURCE_DATE_EPOCH
say "building the app into dist/ (about 3 minutes the first time, then seconds to a minute)"
trunk build --release
