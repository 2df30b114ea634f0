# Sourced by the other scripts: paths for importing the plugin and the packages of .venv, which QGIS's Python lacks.
site_packages=$(echo "$PWD"/.venv/lib/python3*/site-packages)
export PYTHONPATH="$site_packages:$PWD/build/plugins${PYTHONPATH:+:$PYTHONPATH}"
export QGIS_PLUGINPATH="$PWD/build/plugins"
# Write no bytecode to the working tree.
export PYTHONDONTWRITEBYTECODE=1
