# The two commands to start with: `make demo` and `make test`. `make help` lists the others.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup engine models demo mask test lint format link run bench systems screenshots reference translations package scan qt6 export-env export parity clean

# The folder of `plugins` on both paths makes tests, qgis_process and QGIS import one and the same package.
PLUGINS := build/plugins
PYTHON := PYTHONPATH=$(PLUGINS) .venv/bin/python
# Neither tests nor the demo touch the user's settings; the models stay in the folder that is shared with QGIS.
ISOLATED := tools/isolated.sh
RES ?= 20
MODEL ?= auto
DEVICE ?= auto
RUNS ?= 3

help: ## List the commands
	@sed -nE 's/^([a-z0-9-]+):[^#]*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

setup: ## Install what the project needs: Debian packages (QGIS), .venv
	@tools/setup.sh desktop

engine:
	@tools/setup.sh

models: engine ## Fetch and convert the default networks
	@tools/models.sh

demo: setup models ## Mask a real image through QGIS; pictures and mask in build/demo
	@$(ISOLATED) .venv/bin/python -m cloud_s2_mask.tools.demo

# SCENES is read by the shell: quote a name with spaces once more, as in SCENES='"my folder/A.SAFE" B.SAFE'.
mask: models ## Mask products without QGIS: SCENES="A.SAFE B.SAFE" RES=20 OUT=dir [MODEL=id] [DEVICE=cpu] [ARGS="--tta 3"]
	@if [ -z "$$SCENES" ] || [ -z "$$OUT" ]; then \
	  echo 'Usage: make mask SCENES="A.SAFE B.SAFE" RES=20 OUT=dir [MODEL=id] [DEVICE=cpu] [ARGS="--confidence --tta 3"]' >&2; exit 2; fi
	@$(PYTHON) -m cloud_s2_mask.core --res "$(RES)" --out "$$OUT" --model "$(MODEL)" --device "$(DEVICE)" $(ARGS) -- $(SCENES)

test: setup models ## Run every test in a real QGIS; ARGS="-k name" selects
	@rm -rf .qgis-settings
	@$(ISOLATED) xvfb-run -a -s "-screen 0 1600x1000x24" .venv/bin/python -m pytest $(ARGS)

lint: engine ## Check style, types and formatting
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy

format: engine ## Format the code
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .

link: ## Link this folder as build/plugins/cloud_s2_mask
	@mkdir -p $(PLUGINS) && ln -sfn ../.. $(PLUGINS)/cloud_s2_mask

run: setup models ## Start QGIS with the plugin loaded, in a profile of its own
	@tools/run_qgis.sh

# Peers get environments of their own below build/bench (6 GB); nothing is measured twice at a time.
bench: models ## Measure beside the peers, write docs/performance.md: [PEERS="ukis batch"] [RUNS=3] [ADD=yes] [DEVICE=cpu]
	@$(PYTHON) -m cloud_s2_mask.bench --runs "$(RUNS)" $(if $(ADD),--add) --device "$(DEVICE)" --peers $(PEERS)

# Exported models of systems whose weights no package brings are run too: EXPORTED=folder.
systems: models ## Run every model on the same ground, write docs/systems.md: [EXPORTED=folder] [DEVICE=cpu]
	@$(PYTHON) -m cloud_s2_mask.bench.systems --device "$(DEVICE)" $(if $(EXPORTED),--exported "$(EXPORTED)")

export-env: ## Set up what exporters of other systems need (6 GB), in build/export-env
	@tools/export/environment.sh

# The paths are read by the shell, like those of SCENES.
export: export-env ## Export another system's network: SYSTEM=unetmobv2 WEIGHTS="a.pt" OUT=dir [ARGS="--check A.SAFE"]
	@PYTHONPATH=$(PLUGINS) build/export-env/bin/python -m cloud_s2_mask.tools.export \
	  "$(SYSTEM)" $(WEIGHTS) --out "$(or $(OUT),exported)" $(ARGS)

parity: models export-env ## Compare the plugin with the packages of other systems, on the same weights: [ARGS=unetmobv2]
	@$(PYTHON) -m cloud_s2_mask.tools.parity $(ARGS)

screenshots: setup models ## Write the pictures of README and guide, from the real QGIS desktop
	@$(ISOLATED) xvfb-run -a -s "-screen 0 1600x1000x24" .venv/bin/python -m cloud_s2_mask.tools.screenshots

reference: setup ## Write docs/reference, a page for each algorithm
	@$(ISOLATED) .venv/bin/python -m cloud_s2_mask.tools.reference

translations: setup ## Gather the texts of the code into i18n/*.ts, compile them to *.qm
	@$(PYTHON) -m cloud_s2_mask.tools.translations

package: setup ## Write build/cloud_s2_mask-<version>.zip, to install in QGIS
	@$(PYTHON) -m cloud_s2_mask.tools.package

scan: setup ## Scan the package as QGIS's plugin repository does: secrets, risky code, metadata, links
	@$(PYTHON) -m cloud_s2_mask.tools.scan

qt6: setup ## Look whether the plugin is ready for Qt 6: names, forms and windows under PyQt6
	@tools/qt6/run.sh

clean: ## Remove build/ and .venv (the models stay)
	@rm -rf build .venv .qgis-settings .mypy_cache .pytest_cache .ruff_cache
