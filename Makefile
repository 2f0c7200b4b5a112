# Two commands: `make demo` and `make test`. Each sets up all that it needs, once.
#   make demo   [PORT=8000] [ARCHIVE=fonds-archive] [FROM=seeds]
#   make test   [ONLY=tests/query]
#   make check  lint, format, types
#   make goldens   what the API, exports, commands and database hold, written anew where it changed
#   make quality   how well learned parts do on sites that they never saw (beside ../shared/bench)
#   make faults [MINUTES=30] [ONLY=kills]   a campaign of kills, failing disks, damage and fuzzing (docs/faults.md)
#   make docs   the tables in docs/ that come from code

PYTHON  ?= python3
PORT    ?= 8000
ARCHIVE ?= fonds-archive
FROM    ?= seeds
ONLY    ?= tests
MINUTES ?= 30
BENCH   ?= ../shared/bench

VENV  := .venv
FONDS := $(VENV)/bin/fonds --archive "$(ARCHIVE)"

.PHONY: demo test check faults format goldens quality docs requirements clean
.DELETE_ON_ERROR:

demo: $(VENV)/run.stamp
	@$(FONDS) ingest "$(FROM)" || test $$? -eq 3
	@$(FONDS) serve --port "$(PORT)"

test: $(VENV)/dev.stamp $(VENV)/browser.stamp
	@$(VENV)/bin/pytest -n auto --dist loadfile $(ONLY)

check: $(VENV)/dev.stamp
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy

format: $(VENV)/dev.stamp
	@$(VENV)/bin/ruff check --fix .
	@$(VENV)/bin/ruff format .

# The virtual environment, with what running needs; then with what testing needs.
$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Fonds needs Python 3.11 or later; name one: make PYTHON=python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo "No virtual environment could be made; on Debian: apt-get install python3-venv" >&2; exit 1; }

$(VENV)/run.stamp: requirements/run.txt pyproject.toml | $(VENV)/bin/python
	@echo "Setting up $(VENV): a minute, the first time"
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/run.stamp
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

$(VENV)/train.stamp: requirements/train.txt $(VENV)/run.stamp
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/train.txt
	@touch $@

quality: $(VENV)/train.stamp
	@$(VENV)/bin/python -m training.lines folds
	@$(VENV)/bin/python -m training.dates folds
	@echo "The shipped weights on the same pages, which they have seen; then rules alone:"
	@$(VENV)/bin/python $(BENCH)/metadata/score.py html
	@$(VENV)/bin/python $(BENCH)/metadata/score.py text
	@$(VENV)/bin/python $(BENCH)/places/score.py

# Debian's Chromium for the browser tests, where we may install it; they say so where it is absent.
$(VENV)/browser.stamp: | $(VENV)/bin/python
	@if ! command -v chromium >/dev/null && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Installing Chromium for the browser tests"; \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null \
			|| echo "Chromium could not be installed: the browser tests will be skipped"; \
	fi
	@touch $@

# Failing calls are tried with strace, where it is there or we may install it; they are left out elsewhere.
$(VENV)/strace.stamp: | $(VENV)/bin/python
	@if ! command -v strace >/dev/null && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Installing strace for the campaign of faults"; \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq strace >/dev/null \
			|| echo "strace could not be installed: failing calls will be left out"; \
	fi
	@touch $@

faults: $(VENV)/dev.stamp $(VENV)/strace.stamp
	@$(VENV)/bin/python -W ignore -m tests.faults.campaign --minutes $(MINUTES) $(if $(DOCS),--docs) \
		--only "$(filter-out tests,$(ONLY))"

# What programs and persons are told, kept in tests/golden/; what changed is printed: read it.
goldens: $(VENV)/dev.stamp
	@$(VENV)/bin/python -m tests.golden

# The tables in docs/ that come from code; a test holds them to it.
docs: $(VENV)/dev.stamp
	@$(VENV)/bin/python -m indexer.query.reference docs/query.md
	@$(VENV)/bin/python docs/generate/cleaning.py
	@$(VENV)/bin/python docs/generate/api.py
	@$(VENV)/bin/python docs/generate/consoles.py

# Pins for every platform, with hashes and without a registry's address.
requirements: | $(VENV)/bin/python
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check uv
	@for name in run dev train; do \
		$(VENV)/bin/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
			--no-emit-index-url --no-emit-find-links --no-annotate --no-header $(UPGRADE) \
			requirements/$$name.in requirements/build.in --output-file requirements/$$name.txt || exit 1; \
	done

clean:
	rm -rf $(VENV) build ./*.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
