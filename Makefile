# Two commands matter: `make demo` runs the main job, `make test` runs every test.
.DEFAULT_GOAL := help
.PHONY: help demo demo-reset test lint assets bench clean

help: ## what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

assets: ## styles, fonts and scripts of the pages
	@scripts/prepare assets
	@scripts/assets

demo: assets ## two nodes on this machine; Ctrl-C stops them, the next start continues
	@scripts/prepare build
	cargo build -q -p marchland -p marchland-wire
	@target/debug/marchland demo --data demo-data

demo-reset: ## forget the demo's data and start over
	rm -rf demo-data
	@$(MAKE) demo

lint: ## format, lints, licences and sources
	@scripts/prepare lint
	cargo fmt --all --check
	cargo clippy -q --workspace --all-targets -- -D warnings
	cargo deny --log-level error check licenses bans sources

test: assets ## all tests: unit, property, situations, two nodes, browser
	@scripts/prepare test
	@$(MAKE) lint
	cargo build -q --workspace --bins
	target/debug/marchland law check law
	cargo nextest run --workspace --no-fail-fast
	@scripts/browser-test

bench: assets ## figures beside their comparators, release build
	cargo run -q --release -p marchland -- bench decide
	cargo run -q --release -p marchland -- bench screen
