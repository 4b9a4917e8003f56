# Every target does its own set-up. CONTRIBUTING.md tells how they are used day by day.
SHELL := /bin/bash
PYTHON := .venv/bin/python
SETUP := packaging/setup
WORKERS ?= 2
# Where there is memory for it, files of the tests need not wait for a disk.
SCRATCH := $(shell [ "$$(df --output=avail --block-size=1M /dev/shm 2>/dev/null | tail -n 1)" -ge 1024 ] 2>/dev/null \
    && echo /dev/shm || echo "$${TMPDIR:-/tmp}")
SOURCES := hhdesk tests packaging hatch_build.py

.PHONY: demo test bench lint format package package-check forms pictures translations lock clean
.DELETE_ON_ERROR:

demo: .venv/run.stamp forms
	@$(SETUP)/system-libraries.sh run
	@$(SETUP)/demo.sh

# A file of tests is one worker's. What the application and the sandbox say to each other is recorded, and judged by the
# specification by the last test.
test: .venv/dev.stamp forms
	@$(SETUP)/system-libraries.sh test
	@$(PYTHON) -m tests.contract.provide
	@rm -rf build/operations.json build/exchanges
	@mkdir -p build
	@scratch=$$(mktemp -d "$(SCRATCH)/hhdesk-tests.XXXXXX") && \
	    trap '[ $$? -ne 0 ] && echo "Files of failed tests are in $$scratch" || rm -rf "$$scratch"' EXIT; \
	TMPDIR=$$scratch QT_QPA_PLATFORM=offscreen HHDESK_OPERATIONS_FILE=$(CURDIR)/build/operations.json \
	    HHDESK_RECORD_DIR=$(CURDIR)/build/exchanges \
	    $(SETUP)/with-keyring.sh $(PYTHON) -m pytest tests --ignore=tests/benchmarks \
	    --numprocesses $(WORKERS) --dist loadfile --no-loadscope-reorder $(PYTEST)

bench: .venv/dev.stamp forms
	@$(SETUP)/system-libraries.sh test
	@mkdir -p build
	@QT_QPA_PLATFORM=offscreen HHDESK_BENCH_FILE=$(CURDIR)/build/bench.json \
	    $(SETUP)/with-keyring.sh $(PYTHON) -m tests.benchmarks $(BENCH)

# Every check runs, whatever the ones before said.
lint: .venv/dev.stamp forms
	@failed=0; \
	for check in "$(PYTHON) -m ruff check $(SOURCES)" "$(PYTHON) -m mypy" ".venv/bin/lint-imports --no-logo" \
	    "$(PYTHON) packaging/translations.py --check"; do \
	    echo "$$check"; $$check || failed=1; \
	done; \
	for script in $(wildcard packaging/*/*.sh) .ci/run; do bash -n $$script || failed=1; done; \
	exit $$failed

format: .venv/dev.stamp
	$(PYTHON) -m ruff check --fix $(SOURCES)
	$(PYTHON) -m ruff format $(SOURCES)

package: .venv/dev.stamp forms
	@$(SETUP)/system-libraries.sh package
	packaging/linux/build.sh

package-check: package
	packaging/linux/check.sh

# Byte code too, as an installed program has it: without it every start would compile every module.
forms: | .venv/run.stamp
	@$(PYTHON) hatch_build.py
	@$(PYTHON) -m compileall -q hhdesk

pictures: .venv/dev.stamp forms
	$(PYTHON) packaging/pictures.py

translations: .venv/dev.stamp
	$(PYTHON) packaging/translations.py

# Resolves anew, for every supported system and Python at once.
lock:
	.venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade \
	    --no-emit-index-url --no-emit-find-links --group build pyproject.toml --output-file requirements/run.txt
	.venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade \
	    --no-emit-index-url --no-emit-find-links --group dev --constraints requirements/run.txt pyproject.toml \
	    --output-file requirements/dev.txt

# The development packages hold those of the program, so one of the two stamps serves for both.
.venv/run.stamp: requirements/run.txt pyproject.toml
	@$(SETUP)/system-libraries.sh run
	@$(SETUP)/environment.sh requirements/run.txt
	@touch $@

.venv/dev.stamp: requirements/dev.txt pyproject.toml
	@$(SETUP)/system-libraries.sh test
	@$(SETUP)/environment.sh requirements/dev.txt
	@touch .venv/run.stamp $@

clean:
	rm -rf build dist hhdesk/gui/compiled .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find hhdesk tests -name __pycache__ -type d -prune -exec rm -rf {} +
