#!/usr/bin/env bash
# Set up this machine: Debian packages, then .venv. What is there already is skipped within a second.
#   tools/setup.sh            what the engine needs
#   tools/setup.sh desktop    and QGIS, a virtual display, the tools for tests
# Everything goes to stderr, so that a caller's stdout holds results only.
set -euo pipefail
exec >&2
cd "$(dirname "${BASH_SOURCE[0]}")/.."
scope=${1:-engine}
host_python=/usr/bin/python3
log=build/setup/apt.log

packages=(python3-venv python3-numpy python3-rasterio python3-requests python3-yaml)
if [ "$scope" = desktop ]; then
  # Fonts: the offscreen platform draws no text without one. The tools gather and compile translations.
  packages+=(qgis python3-qgis qgis-providers xvfb xauth fonts-dejavu-core pyqt5-dev-tools qttools5-dev-tools)
  # What PyQt6's own Qt takes from the system.
  packages+=(libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1)
fi

mkdir -p build/setup

missing_packages() {
  local installed
  installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "${packages[@]}" 2>/dev/null || true)
  for package in "${packages[@]}"; do
    grep -qx "installed $package" <<<"$installed" || echo "$package"
  done
}

install_packages() {
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "These packages are missing and installing them needs root: $*"
      return 1
    fi
    root=(sudo)
  fi
  echo "Installing Debian packages: $* (this takes minutes once; log: $log)"
  local apt=("${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -y -qq -o DPkg::Lock::Timeout=300)
  if ! { "${apt[@]}" update && "${apt[@]}" install --no-install-recommends "$@"; } >"$log" 2>&1 </dev/null; then
    tail -n 20 "$log"
    echo "Installing the packages failed; the whole log is in $log."
    return 1
  fi
}

if command -v dpkg-query >/dev/null; then
  mapfile -t missing < <(missing_packages)
  [ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}"
else
  echo "This is no Debian system: make sure that these are installed: ${packages[*]}"
fi

# pip must never bring a second numpy: rasterio, GDAL and QGIS are built against the host's.
numpy=$("$host_python" -c 'import numpy; print(numpy.__version__)')
python=$("$host_python" -c 'import platform; print(platform.python_version())')
echo "numpy==$numpy" >build/constraints.txt
wanted="python $python, numpy $numpy, $(cat requirements.txt requirements-dev.txt | sha256sum)"
if [ "$(cat .venv/made-from 2>/dev/null || true)" != "$wanted" ]; then
  echo "Making .venv (Python $python, numpy $numpy of the host)"
  "$host_python" -m venv --clear --system-site-packages .venv
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
    --constraint build/constraints.txt -r requirements.txt -r requirements-dev.txt
  echo "$wanted" >.venv/made-from
fi

# One name for the root folder wherever the plugin is imported: tests, qgis_process, QGIS.
mkdir -p build/plugins
ln -sfn ../.. build/plugins/cloud_s2_mask
