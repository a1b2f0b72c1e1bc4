# The project's own commands. `make play` and `make test` need nothing but Python 3.11 and make.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: play demo test lint format check slow soak bench catalogues clean

play: $(STAMP)
	$(BIN)/python main.py

demo: $(STAMP)
	$(BIN)/python main.py demo --out demo-out

test: $(STAMP)
	$(BIN)/python -m pytest -m "not slow and not soak"

lint: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test

slow: $(STAMP)
	$(BIN)/python -m pytest -m slow

soak: $(STAMP)
	$(BIN)/python -m pytest -m soak -s

bench: $(STAMP)
	$(BIN)/python benchmarks/room.py

format: $(STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

catalogues: $(STAMP)
	$(BIN)/python tools/catalogues.py

clean:
	rm -rf $(VENV) build dist demo-out *.egg-info

# Made anew when the list of what is needed changes.
$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	touch $(STAMP)
