# The commands of this project. What each does stands in scripts/.
PORT ?= 8080

.DEFAULT_GOAL := help
.PHONY: help setup build serve test verify dist bench clean

help: ## list the commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1 	\2/p' $(MAKEFILE_LIST) | expand -t 16

setup: ## install what building needs (the other commands do it themselves)
	@scripts/setup.sh

build: setup ## build the release app into dist/
	@scripts/build.sh --release

serve: build ## build the release app and serve it on http://127.0.0.1:8080
	@exec node tests/e2e/server.mjs --root dist --port $(PORT)

test: ## everything that must hold before a change is merged
	@scripts/test.sh

verify: setup ## what takes longer: the reproducible build, and the licences of what is shipped
	@scripts/verify.sh

dist: build ## both editions, compressed files and checksums: dist/ and dist/kommunebenchmark.html
	@node scripts/single-file.mjs
	@node scripts/complete-dist.mjs

bench: setup ## the benchmark tables
	@cargo bench

clean: ## remove everything that was built in this folder
	@rm -rf dist target
