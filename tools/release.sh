#!/usr/bin/env bash
# Builds the page for a host that has an older one, and keeps the files of that one beside the new. Usage:
# tools/release.sh PREVIOUS, the address of the site that is replaced (https://…/sentier/) or a folder with a copy of it.
# Without it, as for the first deployment, there is nothing to keep.
. "$(dirname "$0")/common.sh"
bash tools/build.sh
if [ -n "${1:-}" ]; then bash tools/keep-previous.sh dist "$1"; else say "no previous site was named: nothing of it is kept"; fi
