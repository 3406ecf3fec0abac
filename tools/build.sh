#!/usr/bin/env bash
# The release build, into dist/. It works unchanged under any sub-path of any static host.
. "$(dirname "$0")/common.sh"
prepare build
say "building the app into dist/ (about 3 minutes the first time, then seconds to a minute)"
trunk build --release
