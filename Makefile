.DEFAULT_GOAL := help

# Targets are listed in the order in which they must run: what is missing, then checks, cheapest first.
.NOTPARALLEL:

STRICT := -Xswiftc -warnings-as-errors -Xswiftc -require-explicit-sendable \
          --explicit-target-dependency-import-check error
SWIFT_SOURCES := Package.swift \
                 $(wildcard Sources Plugins Tests Benchmarks/Package.swift Benchmarks/Sources Benchmarks/Tests \
                            Fuzzing/Package.swift Fuzzing/Sources)

.PHONY: help
help: ## Print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-20s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: demo
demo: prerequisites ## Decide a case and prepare letter, callback and mail; installs what is missing
	swift build -c release --static-swift-stdlib --product recours
	@Tools/demo.sh

.PHONY: test
test: test-prerequisites check ## Install what is missing, then check everything

.PHONY: check
check: format-check tidy build unit ## Everything a commit must pass, in order of speed

.PHONY: build
build: ## Compile everything, warnings are errors
	swift build --build-tests $(STRICT)

.PHONY: unit
unit: ## All tests; servers only on loopback
	swift test --parallel $(STRICT)

.PHONY: format
format: ## Rewrite sources in house format
	swift format --in-place --recursive --parallel $(SWIFT_SOURCES)

.PHONY: format-check
format-check: ## Fail if a source is not in house format
	swift format lint --strict --recursive --parallel $(SWIFT_SOURCES)

.PHONY: tidy
tidy: ## Check the rules no compiler checks (clocks, C imports, leftovers)
	@Tools/tidy.sh

.PHONY: goldens
goldens: ## Record the expected outputs anew, then show what changed
	RECORD_GOLDENS=1 swift test $(STRICT) --filter Golden; status=$$?; git diff --stat; exit $$status

.PHONY: bench
bench: ## Measure beside the peers; fails below the committed ratios
	Benchmarks/run.sh

.PHONY: bench-memory
bench-memory: soak-prerequisites ## Let the worker deliver 100,000 mails, and show what memory it takes; about 30 minutes
	swift build -c release --static-swift-stdlib --product recours
	swift build -c release --static-swift-stdlib --package-path Benchmarks --product recours-bench
	Benchmarks/worker_memory.py

.PHONY: fuzz
fuzz: ## Feed random bytes to the language of opening hours, FUZZ_SECONDS long (60)
	Tools/fuzz.sh $(or $(FUZZ_SECONDS),60)

.PHONY: soak
soak: soak-prerequisites ## Kill the program while it delivers, and count what arrived; about 20 minutes
	swift build -c release --static-swift-stdlib --product recours
	Tools/soak.py --sweep $(SOAK)

.PHONY: soak-prerequisites
soak-prerequisites:
	@Tools/prerequisites.sh soak

.PHONY: prerequisites
prerequisites: ## Install what building and running need
	@Tools/prerequisites.sh run

.PHONY: test-prerequisites
test-prerequisites: ## Install what the tests need as well
	@Tools/prerequisites.sh test
	@Tools/python.sh .venv Tools/python-packages.txt

.PHONY: clean
clean: ## Remove everything that was built or prepared
	rm -rf .build .build-describe out .venv Benchmarks/.build Benchmarks/.venv Fuzzing/.build
