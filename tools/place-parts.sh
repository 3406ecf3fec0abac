#!/bin/sh
# Makes the parts of the app small, and puts them beside it under one name for all that belongs together: parts of two
# builds never meet, whatever a cache has kept (ADR 0027).
set -eu
parts=$(cd "${CARGO_TARGET_DIR:-target}/wasm-bindgen/$TRUNK_PROFILE/parts" && pwd)
cd "$TRUNK_STAGING_DIR"
app=$(ls sentier-*.js | grep -v exchange)
# The settings of the app itself, from index.html.
settings=$(sed -n 's/.*data-bin="sentier".*data-wasm-opt-params="\([^"]*\)".*/\1/p' "$TRUNK_SOURCE_DIR/index.html")
features=$(printf '%s' "$settings" | tr ' ' '\n' | grep -e --enable | tr '\n' ' ')
for part in "$parts"/split_*.wasm "$parts"/chunk_*.wasm; do
  [ "$TRUNK_PROFILE" = release ] || break # small is for those who wait
  # shellcheck disable=SC2086
  wasm-opt -Oz $settings "$part" -o "$part"
  # Once more, with other aims, of which the smallest on the wire is kept: a hundredth less. Nobody reads the notes of the tools.
  for aim in "-Os" "-O3 -Os"; do
    # shellcheck disable=SC2086
    wasm-opt $aim --strip-producers --strip-target-features $features "$part" -o part.new
    if [ "$(gzip -9c part.new | wc -c)" -lt "$(gzip -9c "$part" | wc -c)" ]; then cp part.new "$part"; fi
  done
  rm part.new
done
build=$(cat "$app" "$parts"/__wasm_split.js "$parts"/split_*.wasm "$parts"/chunk_*.wasm | sha256sum | cut -c1-16)
for part in "$parts"/split_*.wasm "$parts"/chunk_*.wasm; do
  name=$(basename "$part" .wasm)
  cp "$part" "$name-$build.wasm"
done
sed -e "s|\./sentier\.js|./sentier-$build.js|" -e "s|\./\([a-z]*_[a-z0-9]*\)\.wasm|./\1-$build.wasm|g" "$parts/__wasm_split.js" >"parts-$build.js"
# Only where it is imported from: the module asks for it by the old name.
sed "s|\(from *[\"']\)\./__wasm_split\.js|\1./parts-$build.js|g" "$app" >app.new
rm "$app"
mv app.new "sentier-$build.js"
sed "s|$app|sentier-$build.js|g" index.html >index.new
mv index.new index.html
