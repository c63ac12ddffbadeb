# make demo   install and run the main job on the releases of fixtures/
# make test   install what the tests need and run every check
# make check  format, lint and types alone
# make dev    install what the tests need, without running any
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: demo test check dev clean

demo: $(VENV)/.installed
	$(BIN)/utdrag run fixtures/releases --output records.jsonl --fresh
	$(BIN)/utdrag show records.jsonl
	$(BIN)/utdrag evaluate fixtures/releases records.jsonl

test: check
	$(BIN)/python -m pytest -m "not clock" --numprocesses logical --maxprocesses 4 --dist worksteal
	$(BIN)/python -m pytest -m clock

check: $(VENV)/.installed-for-tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

dev: $(VENV)/.installed-for-tests
	@echo "to run its commands by their names: . $(BIN)/activate"

clean:
	rm -rf $(VENV) build dist *.egg-info records.jsonl records.jsonl.state records.rejects.jsonl records.report.json

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "utdrag needs Python 3.11 or newer; name one with: make PYTHON=python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) --editable .
	touch $@

$(VENV)/.installed-for-tests: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) --editable ".[test]"
	touch $@ $(VENV)/.installed
