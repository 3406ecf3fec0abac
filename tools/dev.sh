#!/usr/bin/env bash
# Watches code, style and content; builds without optimisation and reloads the page.
# Trunk's reload script is inline, so the Content-Security-Policy is off here; the release build is what is tested.
. "$(dirname "$0")/common.sh"
prepare build
export CARGO_INCREMENTAL=1
build_in_parts
mkdir -p "$tools_folder/dev"
sed 's/<meta http-equiv="Content-Security-Policy"[^>]*>//' index.html >dev.html
trap 'rm -f "$root/dev.html"' EXIT
trunk serve --address 127.0.0.1 --port "${PORT:-8080}" --dist "$tools_folder/dev" --watch src --watch core --watch content --watch content-build --watch exchange --watch style --watch public dev.html
