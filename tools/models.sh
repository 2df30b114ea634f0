#!/usr/bin/env bash
# Download the networks once, from pinned packages with checked hashes, and convert them for QGIS and make.
# Run in the project folder after tools/setup.sh; all output goes to stderr.
set -euo pipefail
exec >&2
store() { PYTHONPATH=build/plugins .venv/bin/python -m cloud_s2_mask.core.networks.store "$@"; }

if ! store check >/dev/null 2>&1; then
  echo "Downloading and converting the networks (300 MB, once)"
  .venv/bin/python -m pip download --quiet --disable-pip-version-check --no-input --no-deps --require-hashes \
    --dest build/wheels --requirement models/requirements.txt
  store prepare build/wheels/{s2cloudless-1.7.3,ukis_csmask-1.0.0}-py3-none-any.whl >/dev/null
fi
