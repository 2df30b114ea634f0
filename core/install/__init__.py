"""Installation of the Python packages that QGIS lacks, in the plugin's own folder."""
