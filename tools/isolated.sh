#!/usr/bin/env bash
# Run a command with the plugin and .venv, without reading or writing the user's QGIS settings.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source tools/paths.sh

models=$(.venv/bin/python -c 'from cloud_s2_mask.core.cards.card import models_dir; print(models_dir())')
export CLOUD_S2_MASK_MODELS="$models"
export HOME="$PWD/build/home"
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME
export XDG_RUNTIME_DIR="$HOME/runtime"
mkdir -p "$HOME" && mkdir -p -m 700 "$XDG_RUNTIME_DIR"
exec "$@"
