# Two commands do everything: `make demo` and `make test`. Both can be repeated.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
DEMO_HOME := warehouse
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test lint unit pipeline kill fuzz distort labels calibrate bench docs ui clean

## demo: the sample reports, inbox to published marts, in ./warehouse
demo: $(VENV)/run.stamp
	$(BIN)/gongkai demo --home $(DEMO_HOME)

## test: everything that must hold before a change is taken
test: $(VENV)/dev.stamp
	$(MAKE) --no-print-directory --jobs 2 --output-sync=target lint unit
	$(MAKE) --no-print-directory pipeline

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/sqlfluff lint --disable-progress-bar dbt_project

unit: $(VENV)/dev.stamp
	$(BIN)/pytest tests/unit -n 2

# Runs wait for their own processes now and then: three at once keep two cores busy. The longest files come first (tests/conftest.py); by
# itself xdist would begin with those of the most tests.
pipeline: $(VENV)/dev.stamp
	$(BIN)/pytest tests/hostile tests/pipeline -n 3 --dist loadfile --no-loadscope-reorder

## kill: SIGKILL at twenty moments spread over a run (`make test` tries a few of them)
kill: $(VENV)/dev.stamp
	GONGKAI_KILLS=20 $(BIN)/pytest tests/hostile/test_kills.py

## fuzz: damaged files of every format, read by the thousand; what is found is kept in fuzz-findings/
fuzz: $(VENV)/dev.stamp
	$(BIN)/python -m tests.hostile.fuzz --files $(or $(FILES),10000) --seconds $(or $(SECONDS),300) --seed $(or $(SEED),0)

## distort: 2,000 distorted tables of all forms in all formats, read and judged (ARGUMENTS="--kind torn --show-missing 5")
distort: $(VENV)/dev.stamp
	$(BIN)/python -m tests.distorted $(or $(TABLES),2000) --seed $(or $(SEED),1) $(ARGUMENTS)

## labels: what is read of the labelled passages, and the list of it renewed (ARGUMENTS=--allow-losses where a loss is meant)
labels: $(VENV)/dev.stamp
	$(BIN)/gongkai score tests/labelled/seen
	$(BIN)/python -m tests.labelled.regression $(ARGUMENTS)

## calibrate: count what is read rightly by kind, for the confidence of figures in sentences (ARGUMENTS="--fresh NAME=FOLDER")
calibrate: $(VENV)/dev.stamp
	$(BIN)/python -m tests.labelled.calibrate $(ARGUMENTS)

## bench: measure, and write tests/benchmarks/RESULTS.md
bench: $(VENV)/dev.stamp
	$(BIN)/python -m tests.benchmarks.bench

## docs: the dbt documentation of the marts, as one page in ./warehouse/dbt/docs
docs: demo
	$(BIN)/gongkai docs --home $(DEMO_HOME)

## ui: the Dagster UI on this machine only
ui: $(VENV)/run.stamp
	$(BIN)/gongkai ui --home $(DEMO_HOME)

clean:
	rm -rf $(VENV) $(DEMO_HOME) fuzz-findings build dist .mypy_cache .pytest_cache .ruff_cache

$(VENV)/run.stamp: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name one with make PYTHON=…")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[ocr]" --group dev
	@touch $@
