#!/usr/bin/env bash
# Provide a Vulkan driver that needs no GPU, for the tests of WebGPU.
# Debian 12's own is too old for it: a newer one from its backports is unpacked into build/vulkan, and not installed.
set -euo pipefail
exec >&2
cd "$(dirname "${BASH_SOURCE[0]}")/.."
place=$PWD/build/vulkan

source /etc/os-release
if [ "${VERSION_CODENAME:-}" != bookworm ] || [ -f "$place/lavapipe.json" ]; then
  exit 0
fi

echo "Downloading a Vulkan driver for the tests of WebGPU into build/vulkan (12 MB, once)"
rm -rf "$place"
mkdir -p "$place"/{lists,cache}/partial "$place/cache/archives/partial" "$place/driver"
# From the host that the system's own packages come from.
site=$(apt-get indextargets --format '$(SITE)' 'Codename: bookworm' | head -n 1)
key=/usr/share/keyrings/debian-archive-keyring.gpg
echo "deb [signed-by=$key] $site bookworm-backports main" >"$place/sources.list"
apt=(apt-get -qq -o "Dir::Etc::sourcelist=$place/sources.list" -o Dir::Etc::sourceparts=- -o "Dir::State::lists=$place/lists"
  -o "Dir::Cache=$place/cache" -o APT::Sandbox::User=)
"${apt[@]}" update
(cd "$place" && "${apt[@]}" download mesa-vulkan-drivers libdrm2 libdrm-amdgpu1)
for package in "$place"/*.deb; do
  dpkg -x "$package" "$place/driver"
done
library=$(find "$place/driver" -name libvulkan_lvp.so)
if ldd "$library" | grep "not found"; then
  exit 1
fi
find "$place" -mindepth 1 -maxdepth 1 ! -name driver -exec rm -r {} +
echo "{\"file_format_version\": \"1.0.0\", \"ICD\": {\"library_path\": \"$library\", \"api_version\": \"1.4.305\"}}" \
  >"$place/lavapipe.json"
