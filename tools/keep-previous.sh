#!/usr/bin/env bash
# Puts the files of the site that is replaced beside those of the new one, so that a page that a browser cached before the
# deployment still starts. Usage: tools/keep-previous.sh FOLDER PREVIOUS (an address, or a folder).
set -euo pipefail
folder=$1 previous=$2

get() { # a file of the previous site, to a file here
  case $previous in
    http://* | https://*) curl --fail --silent --show-error --location --max-time 120 --output "$2" "${previous%/}/$1" ;;
    *) cp "$previous/$1" "$2" ;;
  esac
}
digest() { if command -v sha256sum >/dev/null; then sha256sum <"$1"; else shasum -a 256 <"$1"; fi | cut -d ' ' -f 1; }

arriving=$(mktemp -d)
trap 'rm -rf "$arriving"' EXIT
if ! get files.txt "$arriving/files.txt"; then
  echo "$previous has no list of its files: nothing of it is kept"
  exit 0
fi
# Only files that are named by what they hold, so that none can take the place of another. The list of the new build does
# not have them, so that the next release leaves them out: they stay for one.
count=0
while read -r sum path; do
  case $path in
    */* | *[!A-Za-z0-9._-]*) continue ;;
    *-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]*) ;;
    *) continue ;;
  esac
  [ ! -e "$folder/$path" ] || continue
  # A site that is broken already must not keep its correction from going out.
  if ! get "$path" "$arriving/file" || [ "$(digest "$arriving/file")" != "$sum" ]; then
    echo "✗ $path of the previous site is not what its list says: it is left out" >&2
    continue
  fi
  cp "$arriving/file" "$folder/$path"
  count=$((count + 1))
done <"$arriving/files.txt"
echo "kept $count files of the previous site"
