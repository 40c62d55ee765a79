# Needs Python 3.11 to 3.13, git and make; everything else goes into .venv.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: check quick test lint rules ci clean
.DEFAULT_GOAL := check

.venv/.ready: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14) and "checker needs Python 3.11 to 3.13; name one with make PYTHON=python3.12")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@

check: .venv/.ready  ## the report of the first case
	@$(BIN)/checker check --fail-on never cases/2025-03-18-ceasefire-call

test: .venv/.ready  ## every test, on all cores
	$(BIN)/python -m pytest -n auto --dist loadfile

quick: .venv/.ready  ## what changes most often, in under a minute
	$(BIN)/python -m pytest -n auto --dist loadfile tests/comparison tests/drafts tests/checks tests/test_matching.py tests/test_verdicts.py

lint: .venv/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

rules: .venv/.ready  ## the tests that stand beside the rules
	$(BIN)/checker rules test

ci: lint rules test

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
