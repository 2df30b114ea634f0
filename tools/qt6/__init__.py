"""`make qt6`: is the plugin ready for a QGIS that is built with Qt 6?"""
