# Sourced by the other scripts: what a program needs to import the plugin and the packages of .venv.
# QGIS brings its own interpreter, which knows nothing of .venv.
site_packages=$(echo "$PWD"/.venv/lib/python3*/site-packages)
export PYTHONPATH="$site_packages:$PWD/build/plugins${PYTHONPATH:+:$PYTHONPATH}"
export QGIS_PLUGINPATH="$PWD/build/plugins"
# Bytecode beside the sources of another machine's Python would only be clutter in the working tree.
export PYTHONDONTWRITEBYTECODE=1
