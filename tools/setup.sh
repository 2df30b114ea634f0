#!/usr/bin/env bash
# Set up this machine: Debian packages, then .venv. Installed parts are skipped within a second.
#   tools/setup.sh            for the engine
#   tools/setup.sh desktop    with QGIS, a virtual display and test tools
# All output goes to stderr, so that a caller's stdout has results only.
set -euo pipefail
exec >&2
cd "$(dirname "${BASH_SOURCE[0]}")/.."
scope=${1:-engine}
host_python=/usr/bin/python3
log=build/setup/apt.log

packages=(python3-venv python3-numpy python3-rasterio python3-requests python3-yaml)
if [ "$scope" = desktop ]; then
  # The offscreen platform draws no text without a font. The -tools packages gather and compile translations.
  packages+=(qgis python3-qgis qgis-providers xvfb xauth fonts-dejavu-core pyqt5-dev-tools qttools5-dev-tools)
  # A test watches the network with it.
  packages+=(strace)
  # System libraries that PyQt6's Qt needs.
  packages+=(libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1)
  # WebGPU is tested on a Vulkan driver that needs no GPU, see vulkan.sh.
  packages+=(libvulkan1 mesa-vulkan-drivers)
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
      echo "These packages are missing: $*. Install them as root, or install sudo."
      return 1
    fi
    root=(sudo)
  fi
  echo "Installing Debian packages: $* (takes some minutes, once; log: $log)"
  local apt=("${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -y -qq -o DPkg::Lock::Timeout=300)
  if ! { "${apt[@]}" update && "${apt[@]}" install --no-install-recommends "$@"; } >"$log" 2>&1 </dev/null; then
    tail -n 20 "$log"
    echo "The packages could not be installed. See $log."
    return 1
  fi
}

if command -v dpkg-query >/dev/null; then
  mapfile -t missing < <(missing_packages)
  [ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}"
else
  echo "This is not a Debian system. Make sure that these packages are installed: ${packages[*]}"
fi

# pip must not install a second numpy: rasterio, GDAL and QGIS are built against the host's.
numpy=$("$host_python" -c 'import numpy; print(numpy.__version__)')
python=$("$host_python" -c 'import platform; print(platform.python_version())')
echo "numpy==$numpy" >build/constraints.txt
wanted="python $python, numpy $numpy, $(cat requirements.txt requirements-dev.txt | sha256sum)"
if [ "$(cat .venv/made-from 2>/dev/null || true)" != "$wanted" ]; then
  echo "Creating .venv (Python $python, numpy $numpy of the host)"
  "$host_python" -m venv --clear --system-site-packages .venv
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
    --constraint build/constraints.txt -r requirements.txt -r requirements-dev.txt
  echo "$wanted" >.venv/made-from
fi

if [ "$scope" = desktop ]; then
  tools/vulkan.sh || echo "There is no Vulkan driver: the tests of WebGPU are skipped."
fi

# Without these, the windows are English.
if [ "$scope" = desktop ]; then
  for texts in i18n/*.ts; do
    [ "${texts%.ts}.qm" -nt "$texts" ] || PATH="/usr/lib/qt5/bin:$PATH" lrelease -silent -nounfinished "$texts" \
      || echo "$texts could not be compiled: its language will be English."
  done
fi

# The same package name in tests, qgis_process and QGIS.
mkdir -p build/plugins
ln -sfn ../.. build/plugins/cloud_s2_mask
