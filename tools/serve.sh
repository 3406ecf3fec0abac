#!/usr/bin/env bash
# Builds the app and serves it on loopback under /sentier/, as GitHub Pages would. PORT chooses the port (8080).
. "$(dirname "$0")/common.sh"
bash tools/build.sh
. "$environment_file"
exec cargo run --quiet --package sentier-site -- dist /sentier/ "${PORT:-8080}"
