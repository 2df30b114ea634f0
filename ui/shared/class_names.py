"""Names of classes as people read them, in the language of QGIS."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

from ...core.classes import MaskClass

translate = QCoreApplication.translate


def class_name(mask_class: MaskClass) -> str:
    """Name of a class of a mask, or of one that merges several."""
    return {
        "clear": translate("MaskClass", "Clear"),
        "thick_cloud": translate("MaskClass", "Thick cloud"),
        "thin_cloud": translate("MaskClass", "Thin cloud"),
        "shadow": translate("MaskClass", "Cloud shadow"),
        "cloud": translate("MaskClass", "Cloud"),
        "not_clear": translate("MaskClass", "Cloud or shadow"),
    }[mask_class.key]
