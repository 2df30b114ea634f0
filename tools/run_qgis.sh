#!/usr/bin/env bash
# Start the QGIS desktop with the plugin enabled, in a profile of its own under build/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source tools/paths.sh

settings=build/qgis/profiles/default/QGIS/QGIS3.ini
if [ ! -f "$settings" ]; then
  mkdir -p "$(dirname "$settings")"
  printf '[PythonPlugins]\ncloud_s2_mask=true\n' >"$settings"
fi
exec qgis --nologo --noversioncheck --profiles-path "$PWD/build/qgis" "$@"
