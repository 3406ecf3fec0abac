#!/bin/sh
# Two style sheets from the files of style/: what the first screen and a triage wear, and what the rooms behind them wear,
# which is fetched when one is opened. Called by Trunk before it builds. The order is the cascade: tokens, base, layout,
# components, print.
set -eu
mkdir -p target
cat style/tokens.css style/base.css style/layout.css style/components/*.css style/print.css >target/sentier.css
# What is for print has the last word on both.
cat style/rooms/*.css style/print.css >target/rooms.css
