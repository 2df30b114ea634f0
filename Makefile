# Start with `make demo` and `make test`; `make help` lists all commands.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup engine models fetch demo mask bind test lint format link run bench bench-schedule systems accuracy walk screenshots reference translations pins package scan fuzz faults qt6 wheels template-env templates parity clean

# Tests, qgis_process and QGIS import the same package from this folder.
PLUGINS := build/plugins
PYTHON := PYTHONPATH=$(PLUGINS) .venv/bin/python
# Tests and demo do not change the user's settings; models are in the folder shared with QGIS.
ISOLATED := tools/isolated.sh
RES ?= 20
MODEL ?= auto
DEVICE ?= auto
RUNS ?= 3

# With WHEELS=folder, pip takes all packages from a folder that `make wheels` has filled, and asks no index.
ifneq ($(and $(WHEELS),$(filter-out wheels,$(MAKECMDGOALS))),)
export PIP_NO_INDEX := 1
export PIP_FIND_LINKS := $(abspath $(WHEELS))
endif

help: ## List the commands
	@sed -nE 's/^([a-z0-9-]+):[^#]*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

setup: ## Install the Debian packages (QGIS) and create .venv
	@tools/setup.sh desktop

engine:
	@tools/setup.sh

models: engine ## Download and convert the default networks: [FROM=folder with their packages]
	@tools/models.sh $(if $(FROM),"$(FROM)")

fetch: engine ## Download a published model and build its networks: MODEL=omnicloudmask [FROM=folder] [MIRROR=address] [ARGS=--accept-licence]
	@if [ "$(MODEL)" = auto ] && [ -z "$(ARGS)" ]; then \
	  echo 'Usage: make fetch MODEL=omnicloudmask [FROM=folder] [MIRROR=address] [ARGS="--accept-licence | --list"]' >&2; exit 2; fi
	@$(PYTHON) -m cloud_s2_mask.core.fetching $(if $(FROM),--from "$(FROM)") $(if $(MIRROR),--mirror "$(MIRROR)") $(ARGS) $(filter-out auto,$(MODEL))

demo: setup models ## Mask a real image with QGIS; writes the mask and a picture to build/demo
	@$(ISOLATED) .venv/bin/python -m cloud_s2_mask.tools.demo

# The shell splits SCENES: quote names with spaces twice, as in SCENES='"my folder/A.SAFE" B.SAFE'.
mask: $(if $(filter auto,$(MODEL))$(findstring ukis,$(MODEL))$(findstring s2cloudless,$(MODEL)),models,engine) ## Mask products without QGIS: SCENES="A.SAFE B.SAFE" RES=20 OUT=dir [MODEL=id] [DEVICE=cpu] [ARGS="--tta 3"]
	@if [ -z "$$SCENES" ] || [ -z "$$OUT" ]; then \
	  echo 'Usage: make mask SCENES="A.SAFE B.SAFE" RES=20 OUT=dir [MODEL=id] [DEVICE=cpu] [ARGS="--confidence --tta 3"]' >&2; exit 2; fi
	@$(PYTHON) -m cloud_s2_mask.core --res "$(RES)" --out "$$OUT" --model "$(MODEL)" --device "$(DEVICE)" $(ARGS) -- $(SCENES)

# Needs no PyTorch. The shell splits WEIGHTS, as it splits SCENES.
bind: engine ## Build a model to import from published weights: WEIGHTS="a.safetensors b.safetensors" OUT=dir [ARGS="--model id"]
	@if [ -z "$$WEIGHTS" ] || [ -z "$$OUT" ]; then \
	  echo 'Usage: make bind WEIGHTS="a.safetensors b.safetensors" OUT=dir [ARGS="--model id"]' >&2; exit 2; fi
	@$(PYTHON) -m cloud_s2_mask.core.networks.bind --out "$$OUT" $(ARGS) -- $(WEIGHTS)

test: setup models ## Run all tests in a real QGIS: [ARGS="-k name"]
	@rm -rf .qgis-settings
	@$(ISOLATED) xvfb-run -a -s "-screen 0 1600x1000x24" .venv/bin/python -m pytest $(ARGS)

lint: engine ## Check style, formatting and types
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy

format: engine ## Format the code
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .

link: ## Link this folder as build/plugins/cloud_s2_mask
	@mkdir -p $(PLUGINS) && ln -sfn ../.. $(PLUGINS)/cloud_s2_mask

run: setup models ## Start QGIS with the plugin, in a separate profile
	@tools/run_qgis.sh

# Each peer has its own environment below build/bench (6 GB); programs run one at a time.
bench: models ## Measure time and memory against the peers, write docs/performance.md: [PEERS="ukis batch"] [RUNS=3] [DEVICE=cuda] [WHEELS=folder]
	@$(PYTHON) -m cloud_s2_mask.bench --runs "$(RUNS)" --device "$(DEVICE)" --peers $(PEERS)

# The other machine needs the same Python, and the Debian packages of tools/setup.sh.
wheels: engine ## Download all packages of `make bench` for a machine without internet: WHEELS=folder [PEERS="ukis cuda"]
	@if [ -z "$(WHEELS)" ]; then echo 'Usage: make wheels WHEELS=folder [PEERS="ukis published cuda report"]' >&2; exit 2; fi
	@$(PYTHON) -m cloud_s2_mask.tools.environments "$(WHEELS)" $(PEERS)

bench-schedule: models ## Simulate machines with more cores and with a GPU, in about 45 minutes; write docs/performance.md
	@$(PYTHON) -m cloud_s2_mask.bench --runs 1 --peers schedule

systems: models ## Run every model on the same area, write docs/systems.md: [DEVICE=cpu]
	@$(PYTHON) -m cloud_s2_mask.bench.systems --device "$(DEVICE)"

accuracy: models ## Judge every installed model on labelled images, write docs/accuracy.md: [ARGS="--models s2cloudless"]
	@$(PYTHON) -m cloud_s2_mask.bench.accuracy $(ARGS)

template-env: ## Create build/template-env (6 GB) with the packages of published networks
	@tools/templates/environment.sh

templates: template-env ## Write graph templates of published networks and their answers for the tests: [ARGS=unetmobv2]
	@PYTHONPATH=$(PLUGINS) build/template-env/bin/python -m cloud_s2_mask.tools.templates $(ARGS)

parity: models template-env ## Compare the plugin with the packages of other systems on the same weights: [ARGS=unetmobv2]
	@$(PYTHON) -m cloud_s2_mask.tools.parity $(ARGS)

walk: setup models ## Walk through every window in the real QGIS desktop, write build/walk/index.html: [ARGS="--languages fr --screens 1024x700"]
	@$(ISOLATED) .venv/bin/python -m cloud_s2_mask.tools.walk $(ARGS)

screenshots: setup models ## Write the pictures of README and guide from the real QGIS desktop
	@$(ISOLATED) .venv/bin/python -m cloud_s2_mask.tools.screenshots

reference: setup ## Write docs/reference, a page per algorithm
	@$(ISOLATED) .venv/bin/python -m cloud_s2_mask.tools.reference

translations: setup ## Gather the texts of the code into i18n/*.ts and compile them to *.qm
	@$(PYTHON) -m cloud_s2_mask.tools.translations

pins: setup ## Write the lists of versions and hashes that the installer accepts
	@$(PYTHON) -m cloud_s2_mask.tools.pins

package: setup ## Write build/cloud_s2_mask-<version>.zip for installation in QGIS
	@$(PYTHON) -m cloud_s2_mask.tools.package

scan: setup ## Scan the package like QGIS's plugin repository: secrets, risky code, metadata, links
	@$(PYTHON) -m cloud_s2_mask.tools.scan

# An address space of 12 GB keeps an input that asks for more from filling the machine's memory.
fuzz: models ## Read damaged inputs of every kind, 500 of each in about 5 minutes: [ARGS="raster --count 2000 --seed 7"]
	@ulimit -v 12000000; $(ISOLATED) .venv/bin/python -m cloud_s2_mask.tools.fuzz $(ARGS)

faults: models ## Fill disks, cut files short and end runs at any moment: [ARGS="mask --sizes 20"]
	@$(ISOLATED) .venv/bin/python -m cloud_s2_mask.tools.faults $(ARGS)

qt6: setup ## Check names, forms and windows of the plugin with PyQt6
	@tools/qt6/run.sh

clean: ## Remove build/ and .venv, but keep the models
	@rm -rf build .venv .qgis-settings .mypy_cache .pytest_cache .ruff_cache
