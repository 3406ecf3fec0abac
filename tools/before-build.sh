#!/bin/sh
# One style sheet from the files of style/, so that the page waits for one request, not twenty.
# Called by Trunk before it builds. The order is the cascade: tokens, base, layout, components, print.
set -eu
mkdir -p target
cat style/tokens.css style/base.css style/layout.css style/components/*.css style/print.css >target/sentier.css
