# Every pinned version of a tool, in one place. wasm-bindgen is pinned by Cargo.lock; npm packages by tools/npm/package-lock.json.
# Sourced by the other scripts of this folder.
trunk_version=0.22.1
wasm_split_version=0.2.4
debian_rust_packages="rustc-web cargo-web rust-web-src rust-web-clippy rustfmt-web lld-22"
debian_rust_version=1.96
debian_wasm_linker=wasm-ld-22
wasm_bindgen_version=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[^0-9.]/, "", $3); print $3; exit }' Cargo.lock)
geckodriver_version=0.37.1
