#!/bin/sh
# Writes what is fetched later beside the built page: the packs of content, the parts of the app, and the plain pages with
# the style sheet's name; names the scripts by what they hold, and the build by all of it. Called by Trunk, which says where.
set -eu
unset CARGO_ENCODED_RUSTFLAGS RUSTFLAGS RUSTC_BOOTSTRAP CARGO_UNSTABLE_BUILD_STD CARGO_UNSTABLE_BUILD_STD_FEATURES
cargo run --quiet --package sentier-content-build -- packs content "$TRUNK_STAGING_DIR"
sh tools/place-parts.sh
style=$(cd "$TRUNK_STAGING_DIR" && ls ./sentier-*.css)
cargo run --quiet --package sentier-content-build -- pages content "$TRUNK_STAGING_DIR" "${style#./}"

# Trunk gives a worker, and a script that is copied, no name of what it holds. These have one, so that no cache mixes two
# versions, and it stands in the page.
cd "$TRUNK_STAGING_DIR"
# The style of the rooms is not waited for: the boot script fetches it when one is opened.
rooms=$(ls rooms-*.css)
for page in *.html; do
  sed -e "s/<link[^>]*$rooms[^>]*>//" -e "s/data-rooms=\(\"*\)unbuilt/data-rooms=\1.\/$rooms/" "$page" >renamed && mv renamed "$page"
done
grep -q "data-rooms=\"*./$rooms" ./*.html
for script in boot offline; do
  sum=$(cksum <$script.js | tr ' ' '-')
  mv $script.js "$script-$sum.js"
  for page in index.html dev.html; do
    [ ! -e $page ] || { sed "s/\.\/$script\.js/.\/$script-$sum.js/g" $page >renamed && mv renamed $page; }
  done
done
sum=$(cat exchange.js sentier-exchange.js sentier-exchange_bg.wasm | cksum | tr ' ' '-')
seal=seal-$(cksum <seal.js | tr ' ' '-').js
device=device-$(cksum <device.js | tr ' ' '-').js
mv seal.js "$seal"
mv device.js "$device"
rename() { # the names in a file, then the file under its new name
  sed -e "s/sentier-exchange\.js/sentier-exchange-$sum.js/" -e "s/sentier-exchange_bg\.wasm/sentier-exchange-${sum}_bg.wasm/" \
    -e "s/data-exchange=\(\"*\)\.\/exchange\.js/data-exchange=\1.\/exchange-$sum.js/" \
    -e "s/data-seal=\(\"*\)\.\/seal\.js/data-seal=\1.\/$seal/" \
    -e "s/data-device=\(\"*\)\.\/device\.js/data-device=\1.\/$device/" "$1" >renamed
  rm "$1"
  mv renamed "$2"
}
rename exchange.js "exchange-$sum.js"
rename sentier-exchange.js "sentier-exchange-$sum.js"
mv sentier-exchange_bg.wasm "sentier-exchange-${sum}_bg.wasm"
for page in *.html; do rename "$page" "$page"; done
grep -q "exchange-$sum.js" ./*.html
grep -q "$seal" ./*.html
grep -q "$device" ./*.html

# While somebody works on the page (make dev) nothing is kept on the device: there is no worker for it.
if [ "$TRUNK_PROFILE" = release ]; then
  cd "$OLDPWD"
  cargo run --quiet --package sentier-site --bin release -- finish "$TRUNK_STAGING_DIR" ${SENTIER_ADDRESS:+"$SENTIER_ADDRESS"}
else
  rm sw.js
fi
