# Shared by the scripts of this folder: where things are, how they speak, the environment that set-up found.
# Sourced from the repository's root.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
tools_folder=$root/.tools
environment_file=$tools_folder/environment.sh
. tools/versions.sh

say() { printf '\033[1m%s\033[0m\n' "· $*"; }
fail() { printf '%s\n' "✗ $*" >&2; exit 1; }

# Installs what is missing for "build" or "test", then takes over the environment that was found.
prepare() {
  bash tools/setup.sh "$1"
  # shellcheck disable=SC1090
  . "$environment_file"
}

# Lets Trunk build the app in parts (ADR 0027): ours stands before wasm-bindgen.
build_in_parts() {
  export SENTIER_WASM_BINDGEN=$tools_folder/bin/wasm-bindgen
  export PATH="$root/tools/split:$PATH"
}
