# Everything a newcomer needs: make run, make test, make check, make bench.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/installed
WORKERS ?= 2
# More texts to measure with, where there are any.
CORPORA ?= $(wildcard ../shared/corpora)
# Texts that were judged for comparing, where they are.
SEEDS ?= $(wildcard ../shared/seeds)
# A judged collection in TREC's form, to measure the ranking with.
JUDGED ?=

.PHONY: run test check bench fuzz screenshots clean

run: $(STAMP)
	@packaging/run $(BIN)/python

test: $(STAMP)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n $(WORKERS)
	$(BIN)/lint-imports --no-cache

check: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(MAKE) test

bench: $(STAMP)
	QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/bench.py $(CORPORA)
	QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/bench_import.py $(CORPORA)
	QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/bench_reader.py
	$(BIN)/python packaging/bench_search.py $(if $(JUDGED),--judged $(JUDGED))
	$(BIN)/python packaging/bench_window.py
	$(BIN)/python packaging/bench_concordance.py
	$(BIN)/python packaging/bench_anchoring.py
	$(BIN)/python packaging/bench_words.py
	$(BIN)/python packaging/bench_matrix.py
	$(BIN)/python packaging/bench_compare_view.py
	QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/bench_table.py
	QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/bench_pages.py
	QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/bench_turns.py
	QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/bench_reuse_view.py
	QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/bench_reuse.py \
		$(if $(SEEDS),--seeds $(SEEDS)) $(if $(CORPORA),--corpora $(CORPORA))
	$(BIN)/python packaging/judged_suggestions.py
	$(BIN)/python packaging/bench_facts.py $(if $(SEEDS),--seeds $(SEEDS))
	$(BIN)/python packaging/bench_compare.py $(if $(SEEDS),--seeds $(SEEDS)) \
		$(if $(CORPORA),--corpora $(CORPORA))

fuzz: $(STAMP)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q --random -m fuzz
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q --random -n $(WORKERS)

screenshots: $(STAMP)
	QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/screenshots.py

clean:
	rm -rf $(VENV)

$(STAMP): pyproject.toml packaging/constraints.txt packaging/setup
	packaging/setup $(PYTHON) $(VENV)
	@touch $@
