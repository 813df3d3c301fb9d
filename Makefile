# Two commands do everything on a fresh machine: `make run` and `make test`. They install what is missing, and say so.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

export HTTP_PORT ?= 5080
export GRPC_PORT ?= 5081
export DATA_DIR ?= .careteam
export DOTNET_CLI_TELEMETRY_OPTOUT := 1
export DOTNET_NOLOGO := 1

SERVER := src/CareTeam.Server
CLI := src/CareTeam.Cli/bin/Release/net10.0/careteam

.PHONY: help
help: ## What there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 22

.PHONY: run
run: tools dashboard ## Server on its own PostgreSQL, dashboard, and a demo organization to look at
	dotnet build CareTeam.sln -c Release --nologo -v quiet
	@infra/run-demo

.PHONY: test
test: tools dashboard ## Everything that CI checks: build, format, protos, all test projects, the page in a browser
	@infra/install-tools chromium
	@infra/run-tests

.PHONY: screenshots
screenshots: tools dashboard ## Pictures of every view of the demo organization into artifacts/screenshots, the README's into docs
	@infra/install-tools chromium
	dotnet build CareTeam.sln -c Release --nologo -v quiet
	npm --prefix tests/browser run --silent screenshots

.PHONY: bench
bench: tools ## Speed by ratio: raw SQL, Marten, MediatR, gRPC (about 10 minutes; leave the machine alone)
	dotnet run -c Release --project tests/CareTeam.Benchmarks -- $(BENCH)

.PHONY: soak-live
soak-live: tools ## Three nodes behind nginx, killed and cut at random: 200 watchers miss nothing of 20,000 commands (some minutes)
	@infra/install-tools nginx
	dotnet build tests/CareTeam.EndToEnd.Tests -c Release --nologo -v quiet
	dotnet run --no-build -c Release --project tests/CareTeam.EndToEnd.Tests -- -noColor -explicit only -class '*LiveSoakTests' -showLiveOutput

.PHONY: dashboard
dashboard: node-tools ## Build the web page into the server
	cd src/dashboard && npm run --silent build

.PHONY: protos-baseline
protos-baseline: node-tools ## After adding to the protos: make today's contract the one that must not break
	cd protos && npm run --silent baseline

.PHONY: tools
tools: node-tools
	@infra/install-tools dotnet postgres

.PHONY: node-tools
node-tools:
	@infra/install-tools node
	@for place in protos src/dashboard tests/clients tests/browser; do \
	  if [ ! -e $$place/node_modules/.package-lock.json ] || [ $$place/package-lock.json -nt $$place/node_modules/.package-lock.json ]; then \
	    echo "Installing npm packages of $$place"; (cd $$place && npm ci --no-audit --no-fund --silent && touch node_modules/.package-lock.json); fi; done

.PHONY: clean
clean: ## Remove what was built; the data stays
	find src tests \( -name bin -o -name obj -o -name node_modules \) -prune -exec rm -rf {} +
	rm -rf protos/node_modules $(SERVER)/wwwroot
