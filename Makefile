# polycharter: `make` or `make help` lists the targets. Needs Python 3.11 to 3.13 and make, nothing else.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

# The day of the example: on a later one its review is overdue, its charter past its end, and `check` says so.
export SOURCE_DATE_EPOCH ?= 1795262400

.DEFAULT_GOAL := help
.PHONY: help build test test-browser lint types unit tools check golden fuzz wheel bench bench-checks bench-outputs bench-language reference pictures lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: $(VENV)/.setup ## build this repository's own charter: every language, edition and format, in build/
	@$(BIN)/polycharter build

test: $(VENV)/.dev tools lint types unit ## lint, types and all tests

test-browser: $(VENV)/.dev ## the pages in Chromium: axe-core, two HTML validators (installs what is missing)
	@sh tests/browser/setup.sh
	POLYCHARTER_BROWSER=1 $(BIN)/pytest tests/browser

lint: $(VENV)/.dev ## ruff: rules and layout
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev ## mypy, strict, tests too
	$(BIN)/mypy

unit: $(VENV)/.dev ## all tests, on both cores
	$(BIN)/pytest -n 2 --dist loadscope --ignore tests/browser

tools: ## GNU gettext, which some tests ask for a second opinion
	@sh tests/tools.sh

check: $(VENV)/.setup ## the charter itself: templates current, no finding
	$(BIN)/polycharter extract --check
	$(BIN)/polycharter update --check
	$(BIN)/polycharter check

golden: $(VENV)/.dev ## write the golden files of the outputs anew, to be read with git diff before they are kept
	POLYCHARTER_RENEW_GOLDEN=1 $(BIN)/pytest tests/render/test_golden.py

fuzz: $(VENV)/.dev ## the reader of .po files against rubble, as long as FUZZ says (examples)
	FUZZ=$${FUZZ:-20000} $(BIN)/pytest -n 2 tests/fuzz

wheel: $(VENV)/.dev ## build the wheel and try it in an empty folder
	rm -rf dist
	$(BIN)/python -m build --no-isolation --wheel --outdir dist .
	sh tests/wheel.sh

bench: $(VENV)/.dev ## how long a build takes, beside peers where these are installed
	$(BIN)/python benchmarks/build.py
	$(BIN)/python -m benchmarks.po

bench-checks: $(VENV)/.dev ## what the checks catch of planted mistakes, and how fast they are
	$(BIN)/python -m benchmarks.checks --speed

bench-outputs: $(VENV)/.dev ## how fast outputs are made, of 5 and of 100 languages (takes minutes)
	$(BIN)/python -m benchmarks.outputs --write

bench-language: $(VENV)/.dev ## how often the language of a text is mistaken (fetches texts with npm)
	$(BIN)/python benchmarks/language.py

reference: $(VENV)/.setup ## the reference pages that are made from the code
	$(BIN)/python docs/make_reference.py

pictures: build ## the pictures in README and docs, from the real pages (needs chromium, pdftoppm, LibreOffice, pngquant)
	sh docs/pictures/make.sh

lock: ## renew the lock files from pyproject.toml (needs uv)
	for group in setup dev; do \
	  uv pip compile pyproject.toml --universal --python-version 3.11 --group $$group --generate-hashes \
	    --no-header --no-annotate --no-emit-index-url --no-emit-find-links --upgrade -o requirements/$$group.txt; \
	done

clean: ## remove everything that was made
	rm -rf $(VENV) build dist tests/browser/node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +
	find locales -name '*.mo' -delete

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || \
	  { echo "polycharter needs Python 3.11, 3.12 or 3.13; say which with: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "Python's venv module is missing; on Debian: apt install python3-venv"; exit 1; }

$(VENV)/.setup: requirements/setup.txt pyproject.toml | $(BIN)/python
	@echo "Setting up $(VENV) …"
	@$(PIP) install --require-hashes -r requirements/setup.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.setup
	@echo "Setting up the tools for tests …"
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@
