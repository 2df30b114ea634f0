"""`make qt6`: check the plugin for a QGIS built with Qt 6."""
