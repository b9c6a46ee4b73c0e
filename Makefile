# Two commands do everything on a fresh machine with Python >= 3.11: make demo, make test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test docs snapshots picture speed clean

STORIES := river-port grain-fair chip-park

# What a user types: lint, clean, report, score. Findings are expected here, so only what is not checked fails.
demo: $(VENV)/installed
	$(BIN)/tqa lint samples --exit-zero
	$(BIN)/tqa clean samples --output build/demo/
	$(BIN)/tqa report samples --output build/demo/report.html
	@for story in $(STORIES); do \
	  echo; echo "$(BIN)/tqa score --hypothesis build/demo/samples/$$story/$$story.en.txt --reference samples/$$story/$$story.ref.txt"; \
	  $(BIN)/tqa score --hypothesis build/demo/samples/$$story/$$story.en.txt --reference samples/$$story/$$story.ref.txt || exit; \
	done
	@echo; echo "The cleaned stories are in build/demo/samples, the report is build/demo/report.html; the next steps are in README.md."

test: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/tqa glossary check glossaries/*.tsv
	$(BIN)/tqa glossary fmt --check glossaries/*.tsv
	$(BIN)/python -m pytest

# The rules page and the index, made from the rules' own files; tests hold them to these.
docs: $(VENV)/installed
	$(BIN)/python -m tqa.pages > docs/rules.md
	$(BIN)/python -m tqa.pages index > tqa/checks/index.py

# The samples' expected output, after a change that is meant; read the difference before you commit it.
snapshots: $(VENV)/installed-dev
	$(BIN)/python -m tests.snapshots

# The picture in README, after a change of the report or of what it shows; needs Chromium. Look at it before you commit it.
picture: $(VENV)/installed-dev
	$(BIN)/python -m tests.picture

# Microseconds an article by stage and group, and in yardsticks; slow machines differ, ratios do not.
speed: $(VENV)/installed
	$(BIN)/python tests/bench/speed.py

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "tqa needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	touch $@

# pip 25.1 reads dependency groups; an older one is told them.
$(VENV)/installed-dev: $(VENV)/installed
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[re2,formats]' \
	  $$($(BIN)/python -c 'import tomllib; print(*(f"\"{d}\"" for d in tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["dev"]))' | tr -d '"')
	$(BIN)/pip install --quiet --disable-pip-version-check tests/plugin
	touch $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
