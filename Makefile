# make run: the dashboard, from nothing.  make test: every check, from nothing.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

REPORTS ?= 10000
JUDGED ?= 105000
SHOWN ?= 7000
SIZES ?= county city province

.PHONY: run build test test-all lint format benchmark benchmark-sizes audit clean

run: $(VENV)/runtime
	$(BIN)/python -m annual_reports build --if-missing
	$(BIN)/streamlit run dashboard.py

build: $(VENV)/runtime
	$(BIN)/python -m annual_reports build

test: lint
	$(BIN)/pytest -n auto

# with 20,000 fuzzed inputs instead of 500, 20 builds killed instead of 3, and whole servers started
test-all: lint
	KILLS=20 LONG_TESTS=1 FUZZ_INPUTS=20000 $(BIN)/pytest -n auto

lint: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# make benchmark REPORTS=2000: beside other tools, in the same run
benchmark: $(VENV)/dev
	$(BIN)/python -m tests.benchmark $(REPORTS) $(JUDGED) $(SHOWN)

# make benchmark-sizes SIZES="city nation": builds of facts in Parquet; nation takes an hour and 35 GB
benchmark-sizes: $(VENV)/dev
	$(BIN)/python -m tests.benchmark.sizes $(SIZES)

# known weaknesses of every pinned package, those not found in the advisories' database too
audit: $(VENV)/dev
	$(BIN)/pip-audit --strict --disable-pip --no-deps -r requirements.txt -r docs/deploy/requirements.txt -r requirements-dev.txt

# imported reports, verdicts and the log of acts cannot be made again: they stay
clean:
	rm -rf $(VENV)
	[ ! -d data/build ] || find data/build -mindepth 1 -maxdepth 1 ! -name imports ! -name 'verdicts.*' ! -name 'audit.*' -exec rm -rf {} +

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/runtime: requirements.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/dev: requirements-dev.txt $(VENV)/runtime
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@
