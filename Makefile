# The front door. `make` alone tells what there is.

PYTHON ?= python3
BIN := .venv/bin
CORPORA := $(or $(CROSSBEARING_CORPORA),../shared/corpora)
UV_VERSION := 0.13.9

.DEFAULT_GOAL := help
.PHONY: help setup demo test test-all check evaluate evaluate-quick evaluate-update docs picture bench peer linkers lock notice clean

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(BIN)/.ready  ## make .venv with .venv/bin/crossbearing in it (needs Python >= 3.11 and a package index)

# Made anew only when what is installed has changed; the code itself is linked, not copied.
$(BIN)/.ready: requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Crossbearing needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version). Try: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing what Crossbearing needs (a minute or two the first time) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: setup  ## read the sample reports and show the picture they give
	@$(BIN)/crossbearing demo

test: setup  ## what needs nothing but Python (corpora are used where they are)
	@$(BIN)/pytest -m "not (browser or postgresql or slow)"

test-all: setup  ## every test, with a browser and PostgreSQL; says how to install what is missing
	@$(BIN)/pytest $(PYTEST)

check: setup  ## lint, types, import contracts, docs that cover the code
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/pytest -q -m "documentation and not slow"

evaluate: setup  ## score every corpus, print the table, fail where a figure fell (ONLY=syria for a part)
	@$(BIN)/python -m evaluation $(if $(ONLY),--only $(ONLY))

evaluate-quick: setup  ## the same on samples, in a few minutes
	@$(BIN)/python -m evaluation --quick $(if $(ONLY),--only $(ONLY))

evaluate-update: setup  ## write today's figures as the new baselines, and say which fell
	@$(BIN)/python -m evaluation --update $(if $(QUICK),--quick) $(if $(ONLY),--only $(ONLY))

docs: setup  ## write anew what the documents take from the code
	@$(BIN)/python docs/made.py

picture: setup  ## draw docs/picture.png from the samples (needs Chromium)
	@rm -rf build/picture && $(BIN)/crossbearing demo build/picture >/dev/null
	@chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
		--disable-component-update --disable-sync --user-data-dir=build/picture/browser --window-size=1280,820 \
		--virtual-time-budget=4000 --screenshot=docs/picture.png file://$(CURDIR)/build/picture/page.html 2>/dev/null

bench: setup  ## time and memory of the main jobs, and arrivals beside Flee (needs the shared instances)
	@$(BIN)/python -m evaluation.bench; code=$$?; $(BIN)/python -m evaluation.arrivals flee speed; exit $$code

peer: setup  ## install Flee itself in build/peer, so that `make bench` runs it beside ours
	@test -x build/peer/bin/python || $(BIN)/python -m venv build/peer
	@build/peer/bin/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/peer.txt

linkers: setup  ## our linking beside splink and TF-IDF on the same made-up claims (in an environment of their own)
	@test -x build/linkers/bin/python || $(BIN)/python -m venv build/linkers
	@build/linkers/bin/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/linkers.txt
	@$(BIN)/python -m evaluation.large.linkers

lock: build/lock/bin/uv  ## pin what pyproject.toml asks for, with hashes, for every platform
	@mkdir -p requirements
	@for kind in run dev; do \
		groups=""; [ $$kind = run ] || groups="--group dev --constraints requirements/run.txt"; \
		build/lock/bin/uv pip compile pyproject.toml $$groups --quiet --no-config --universal --python-version 3.11 \
			--generate-hashes --overrides requirements/overrides.txt --custom-compile-command "make lock" $(LOCK) --output-file requirements/$$kind.txt || exit 1; \
	done
	@for kind in linkers peer; do \
		build/lock/bin/uv pip compile requirements/$$kind.in --quiet --no-config --universal --python-version 3.11 \
			--generate-hashes --custom-compile-command "make lock" $(LOCK) --output-file requirements/$$kind.txt || exit 1; \
	done

notice: setup  ## list the locked dependencies and their licences in NOTICE
	@$(BIN)/python requirements/notice.py

build/lock/bin/uv:
	@$(PYTHON) -m venv build/lock
	@build/lock/bin/pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

clean:  ## remove all that is made here
	rm -rf .venv build dist out .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
