#!/usr/bin/env bash
# Check the plugin for Qt 6: names with the installed QGIS, then names, forms and windows with PyQt6.
# Run after tools/setup.sh desktop; the PyQt6 environment is created once.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

environment=build/qt6-env
wanted="$(/usr/bin/python3 --version), $(sha256sum <requirements-qt6.txt)"
if [ "$(cat $environment/made-from 2>/dev/null || true)" != "$wanted" ]; then
  echo "Creating $environment (PyQt6, 90 MB, once)" >&2
  # Without the host's packages, so that PyQt5 is not found.
  /usr/bin/python3 -m venv --clear $environment
  $environment/bin/python -m pip install --quiet --disable-pip-version-check --no-input -r requirements-qt6.txt
  echo "$wanted" >$environment/made-from
fi

export QT_QPA_PLATFORM=offscreen PYTHONDONTWRITEBYTECODE=1 PYTHONPATH="$PWD/build/plugins"
status=0
.venv/bin/python -m cloud_s2_mask.tools.qt6.names || status=1
# Windows must not write to the user's settings.
HOME="$PWD/build/qt6-home" XDG_CONFIG_HOME="$PWD/build/qt6-home" \
  timeout 300 $environment/bin/python -m cloud_s2_mask.tools.qt6.windows || status=1
exit $status
