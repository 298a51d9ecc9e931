# Every command of the project. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help run test test-all lint lock import refresh collect load verify bench access gallery clean
SHELL := /bin/sh

VENV   := .venv
PY     := $(VENV)/bin/python
PYTEST := $(PY) -m pytest
# Two workers; loadscope keeps a file together, so each worker starts one server at most once.
# In the order of the folders the browser's long files come early, and short ones fill the end.
SPREAD := -n 2 --dist loadscope --no-loadscope-reorder

# Nothing here may wait for an answer: stdin can be closed.
export PIP_NO_INPUT := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUNBUFFERED := 1
# Tests start Python a hundred times; without this each start might compile all our lines again.
unexport PYTHONDONTWRITEBYTECODE

# $(call install,LOCK): make .venv if need be, then install LOCK unless this very file was installed.
# The stamp holds the lock's sha256 and not its date, because a checkout changes dates.
define install
@set -eu; \
if ! $(PY) -c 'import pip' >/dev/null 2>&1; then \
  found=; \
  for candidate in "$${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11 /usr/bin/python3; do \
    if "$$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; \
    then found=$$candidate; break; fi; \
  done; \
  if [ -z "$$found" ]; then \
    echo "Groundswell needs Python 3.11 or newer with its venv module." >&2; \
    echo "Found: $$(python3 --version 2>&1 || true), too old or without venv" >&2; \
    echo "Debian or Ubuntu: apt-get install python3 python3-venv" >&2; \
    echo "macOS: brew install python   Fedora: dnf install python3" >&2; \
    echo "Installed elsewhere? make $@ PYTHON=/path/to/python3" >&2; \
    exit 1; \
  fi; \
  echo "Making $(VENV) with $$($$found --version)"; \
  rm -rf $(VENV); "$$found" -m venv $(VENV); \
fi; \
stamp=$(VENV)/installed-$(1).sha256; \
now=$$($(PY) -c 'import hashlib, pathlib; print(hashlib.sha256(pathlib.Path("$(1)").read_bytes()).hexdigest())'); \
if [ "$$now" != "$$(cat $$stamp 2>/dev/null || true)" ]; then \
  echo "Installing $(1), about half a minute the first time"; \
  rm -f $$stamp; \
  $(PY) -m pip install --quiet --require-hashes -r $(1); \
  echo "$$now" > $$stamp; \
fi
endef

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Start the app; the first time, install what it needs
	$(call install,requirements.txt)
	@exec $(PY) -m streamlit run utils/serve/start.py $(ARGS)

test: ## Run the tests, the browser's included, except the slow ones
	$(call install,requirements-dev.txt)
	@$(PY) -m tests.browser.chromium --install
	$(PYTEST) $(SPREAD) -m "not slow" $(ARGS)

# The slow ones are few and long, so each is handed to whoever is free.
test-all: ## Run every test
	$(call install,requirements-dev.txt)
	@$(PY) -m tests.browser.chromium --install
	@test -x .venv-spark/bin/spark-submit || { $(PY) -m venv .venv-spark && \
	  .venv-spark/bin/python -m pip install --quiet --require-hashes -r requirements-spark.txt; }
	$(PYTEST) $(SPREAD) -m "not slow" $(ARGS)
	$(PYTEST) -n 2 --dist load -m slow --timeout 3600 $(ARGS)

lint: ## Check style, types and the law of the rooms
	$(call install,requirements-dev.txt)
	$(VENV)/bin/ruff check
	$(VENV)/bin/ruff format --check
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports --no-logo

# uv resolves for every platform at once, which pip cannot; only who changes dependencies needs it.
# The other locks are bound by the large one, so that all always name the same versions.
lock: ## Pin the dependencies anew; UPGRADE=1 takes the newest that fit
	$(call install,requirements-dev.txt)
	@set -eu; tmp=$$(mktemp -d); trap 'rm -rf "$$tmp"' EXIT; \
	$(PY) -m venv "$$tmp/uv"; "$$tmp/uv/bin/python" -m pip install --quiet uv; \
	compile() { "$$tmp/uv/bin/uv" --quiet pip compile --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --custom-compile-command 'make lock' "$$@"; }; \
	compile pyproject.toml --extra dev $(if $(UPGRADE),--upgrade) -o requirements-dev.txt; \
	compile pyproject.toml -c requirements-dev.txt $(if $(UPGRADE),--upgrade) -o requirements.txt; \
	compile pyproject.toml --extra dev --extra bench -c requirements-dev.txt $(if $(UPGRADE),--upgrade) \
	  -o requirements-bench.txt; \
	compile pyproject.toml --extra spark -c requirements-dev.txt $(if $(UPGRADE),--upgrade) \
	  -o requirements-spark.txt

import: ## Import the publishers' files in a folder: make import FROM=folder
	$(call install,requirements.txt)
	@test -n "$(FROM)" || { echo "Say which folder: make import FROM=folder" >&2; exit 2; }
	@$(PY) -m utils.cli import "$(FROM)"

refresh: ## Ask live sources, check the replies, put them in use: make refresh [ARGS="id …"]
	$(call install,requirements.txt)
	@$(PY) -m utils.cli refresh $(ARGS)

collect: ## Count campaigns' hashtags, day by day: make collect [ARGS="campaign … --every 6h"]
	$(call install,requirements.txt)
	@$(PY) -m utils.cli collect $(ARGS)

load: ## Send many visitors at once: make load ARGS="--sessions 30 --seconds 60"
	$(call install,requirements-dev.txt)
	@$(PY) -m tests.bench.load $(ARGS)

verify: ## Check every bundled table against its origin and hashes
	$(call install,requirements.txt)
	@$(PY) -m utils.cli verify

bench: ## Measure speed and memory; ARGS="archive 1000000" measures counting so many posts
	$(call install,requirements-bench.txt)
	@$(PY) -m tests.bench$(if $(filter archive,$(firstword $(ARGS))),.archive $(wordlist 2,9,$(ARGS)))

access: ## Look for barriers on every view in every look, measure contrast; writes docs/barriers.md
	$(call install,requirements-dev.txt)
	@$(PY) -m tests.browser.report

gallery: ## Take a picture of every page in every look
	$(call install,requirements-dev.txt)
	@$(PY) -m tests.browser.gallery gallery $(ARGS)

clean: ## Remove what these commands made, .venv included
	rm -rf $(VENV) .venv-spark .pytest_cache .ruff_cache .mypy_cache .import_linter_cache .hypothesis .coverage htmlcov
	find . -name __pycache__ -type d -not -path './.git/*' -prune -exec rm -rf {} +
