#!/usr/bin/env bash
# Create build/template-env, the environment with the packages of published networks (6 GB).
# Return immediately if it is up to date.
set -euo pipefail
exec >&2
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
home=build/template-env
host_python=/usr/bin/python3
wanted="$("$host_python" -c 'import sys; print("python {}.{}".format(*sys.version_info))'), $(sha256sum <tools/templates/requirements.txt)"
if [ "$(cat "$home/made-from" 2>/dev/null || true)" != "$wanted" ]; then
  echo "Creating $home with the packages in tools/templates/requirements.txt (6 GB; takes some minutes, once)"
  "$host_python" -m venv --clear "$home"
  "$home/bin/python" -m pip install --quiet --disable-pip-version-check --no-input -r tools/templates/requirements.txt
  echo "$wanted" >"$home/made-from"
fi
mkdir -p build/plugins
ln -sfn ../.. build/plugins/cloud_s2_mask
