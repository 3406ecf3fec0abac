# `make serve` builds and serves the app; `make test` runs every test. Both install first what is missing.
.PHONY: serve test dev build single release reproducible engines bench soak clean help

help: ## What there is
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

serve: ## Build the app and serve it on loopback
	@bash tools/serve.sh

test: ## Every test: format, lints, host, build, browser, accessibility, size
	@bash tools/test.sh

dev: ## Watch code and content, build and reload
	@bash tools/dev.sh

build: ## The release build, into dist/, for any host and any sub-path
	@bash tools/build.sh

single: ## One file with everything inside, which opens from a disk: target/sentier.html
	@bash tools/single.sh

release: ## The release build, with the files of the site that it replaces: make release PREVIOUS=https://…/
	@bash tools/release.sh "$(PREVIOUS)"

reproducible: ## Two builds of this commit in two folders give the same bytes
	@bash tools/reproducible.sh

engines: ## The main walk in Firefox and WebKit as well
	@bash tools/engines.sh

bench: ## The engine on this machine; size and time until the first question, beside the smallest Leptos app
	@bash tools/bench.sh

soak: ## The tests that take longer
	@bash tools/soak.sh

clean: ## Remove what was built; what was installed stays in .tools/
	@rm -rf target dist
