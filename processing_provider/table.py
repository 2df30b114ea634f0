"""Fields of the tables that algorithms write."""

from __future__ import annotations

from qgis.core import QgsFields, QgsVectorLayer


def make_fields(*declarations: str) -> QgsFields:
    """Fields from texts such as `clear:double`; types are string, double, integer, int8 (64 bits) and datetime."""
    # From a text, because the types of QgsField differ between the versions of QGIS. 0: no limit to the length.
    layer = QgsVectorLayer("None?" + "&".join(f"field={one}(0,0)" for one in declarations), "fields", "memory")
    return layer.fields()
