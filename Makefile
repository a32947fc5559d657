# CareMgr Desktop. On a machine with git, make and Python 3.11 or newer, `make run` does the rest.

.DEFAULT_GOAL := help
.PHONY: help setup run test check lint bench screenshots wheel clean

BIN := .venv/bin
SETUP := $(BIN)/python packaging/bootstrap.py --is-done 2>/dev/null \
	|| { python=$$(sh packaging/find_python.sh) && "$$python" packaging/bootstrap.py; }

help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

setup: ## Install exactly what uv.lock names, into .venv
	@$(SETUP)

run: setup ## Open the quiz (ARGS="quiz --text" are handed on)
	@$(BIN)/python -m caremgr_desktop $(ARGS)

test: setup ## Run every test, without a display (ARGS="-k quiz" are handed on)
	@$(BIN)/pytest --numprocesses=auto --maxprocesses=4 $(ARGS)

check: lint test ## Do all that the continuous integration does

lint: setup ## Check format, style, types, the doors between rooms, the content and its audit
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/caremgr-desktop check
	@said=$$($(BIN)/caremgr-desktop audit) || { echo "$$said"; exit 1; }

bench: setup ## Measure speed and memory beside a bare window
	@$(BIN)/python -m benchmarks $(ARGS)

screenshots: setup ## Render every screen into docs/images
	@$(BIN)/python docs/screenshots.py $(ARGS)

wheel: setup ## Build dist/*.whl
	@$(BIN)/hatchling build -t wheel

clean: ## Remove everything that was set up or built
	@rm -rf .venv .tools dist build .coverage .hypothesis .*_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
