#!/usr/bin/env bash
# Builds the commit that is checked out twice, in two folders that share nothing, and compares every byte.
. "$(dirname "$0")/common.sh"
prepare build
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# The copies know no commit, whose day is part of the app.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
for place in one "another place"; do
  say "building $(git rev-parse --short HEAD) in “$place” (about 6 minutes)"
  mkdir -p "$folder/$place"
  git archive HEAD | tar -x -C "$folder/$place"
  mkdir "$folder/$place/.tools"
  for tool in bin npm; do ln -s "$tools_folder/$tool" "$folder/$place/.tools/$tool"; done
  (cd "$folder/$place" && CARGO_TARGET_DIR="$folder/$place/target" bash tools/build.sh)
done
diff --recursive "$folder/one/dist" "$folder/another place/dist" || fail "the two builds differ"
say "the same bytes: build $(sed -n 's/^const BUILD = "\(.*\)";$/\1/p' "$folder/one/dist/sw.js")"
