"""Install the Python packages that QGIS lacks, in a folder of the plugin's own."""
