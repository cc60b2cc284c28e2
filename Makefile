# Two commands matter: `make run` starts Holdspace, `make test` shows that it works.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check -qq install --require-hashes
BROWSER_MODULE := static/vendor/socket.io.esm.min.js
LIGHTHOUSE := tests/lighthouse

.PHONY: run test check soak bench lighthouse docs picture lock

run: $(VENV)/.runtime $(BROWSER_MODULE)
	@$(PY) run.py

test: check
	@echo "== tests, real browser included"
	@$(PY) -m pytest

check: $(VENV)/.dev $(BROWSER_MODULE)
	@echo "== ruff" && $(PY) -m ruff check --quiet && $(PY) -m ruff format --check --quiet
	@echo "== mypy" && $(PY) -m mypy --no-error-summary facilitator run.py
	@echo "== floors, copy, migrations, locks" && $(PY) -m pytest --quiet tests/checks

# Hypothesis plays circles until it finds a broken rule or somebody presses Ctrl-C.
soak: $(VENV)/.dev
	@HOLDSPACE_SOAK=1 $(PY) -m pytest -x -m hypothesis tests/circle

bench: $(VENV)/.dev
	@$(PY) -m tests.bench

# Door, circle and journal on Lighthouse's mobile profile. It is installed when somebody asks first.
lighthouse: $(VENV)/.dev $(BROWSER_MODULE) $(LIGHTHOUSE)/node_modules/.installed
	@PATH="$$PATH:$(CURDIR)/$(VENV)/bin" $(PY) -m tests.lighthouse

# The documents that are made from the code.
docs: $(VENV)/.dev
	@$(PY) -m tests.checks.documents

# The picture in the README, from a rehearsal on a server that `make run` started.
picture: $(VENV)/.dev
	@$(PY) -m tests.browser.picture

# After a change of a .in file or package.json; uv is needed here and nowhere else.
lock:
	for name in requirements requirements-node requirements-dev; do \
		uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
			--no-header $$name.in -o $$name.txt || exit 1; \
	done
	for place in . $(LIGHTHOUSE); do \
		(cd $$place && npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved=true) || exit 1; \
	done

$(VENV)/.runtime: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Holdspace runs on Python 3.11 or newer: make PYTHON=python3.11 $(MAKECMDGOALS)" >&2; exit 1; }
	@test -x $(PY) && $(PY) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv $(VENV) || \
		{ rm -rf $(VENV); echo "Python's venv is missing here (Debian: apt install python3-venv)." >&2; exit 1; }
	@echo "Installing what Holdspace runs on; only the first time takes this long."
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.runtime
	@echo "Installing what the tests run on."
	@$(PIP) -r requirements-dev.txt
	@touch $@

$(BROWSER_MODULE): node_modules/.installed
	@mkdir -p $(@D)
	@cp node_modules/socket.io-client/dist/$(@F) $@

# The system's Node where there is one; else the one that PyPI carries.
node_modules/.installed: package.json package-lock.json
$(LIGHTHOUSE)/node_modules/.installed: $(LIGHTHOUSE)/package.json $(LIGHTHOUSE)/package-lock.json
node_modules/.installed $(LIGHTHOUSE)/node_modules/.installed: | $(VENV)/.runtime
	@{ command -v node && command -v npm; } >/dev/null || $(PIP) -r requirements-node.txt
	@cd ./$(subst node_modules/.installed,,$@) && PATH="$$PATH:$(CURDIR)/$(VENV)/bin" npm ci --silent --ignore-scripts --no-audit --no-fund
	@touch $@
