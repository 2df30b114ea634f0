"""Open the comparison of models on a product of the list, with the options and the area of the window."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsFeature,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QCoreApplication, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QGroupBox, QPushButton, QWidget

from ..core.cards.card import load_cards
from .shared.algorithm_window import open_algorithm
from .shared.area_geometry import AreaGeometry
from .shared.host import COMPARISONS_FOLDER
from .widgets import fit_to_screen

if TYPE_CHECKING:
    from ..core.product.source import Source
    from ..core.settings import MaskSettings

_WIDTH = 920
"""Of the window with all its options, beside the help, in pixels of the window."""


def open_comparison(
    iface: QgisInterface, source: Source, settings: MaskSettings, area: AreaGeometry | None
) -> QWidget | None:
    """Open the window of the algorithm, filled in, and return it; its end is told in the message bar.

    Args:
        iface: The interface of QGIS.
        source: The product, which stays as it was listed, even if its files have been moved since.
        settings: The options of the window for this product.
        area: The area of the window; None for the entire product.
    """
    # Imported here: it needs rasterio.
    from ..core.systems.runs import usual_models

    parameters = {
        "INPUT": str(settings.paths[0]),
        "MODELS": usual_models(source, settings),
        "RESOLUTION": round(settings.processing_res),
        "DEVICE": settings.device,
        "FOLDER": str(settings.job.folder / COMPARISONS_FOLDER),
        **_rule_parameters(settings),
        **_area_parameters(area),
    }
    window = open_algorithm(iface, "comparesystems", parameters)
    if window is not None:
        advanced = window.findChild(QGroupBox, "grpAdvanced")
        advanced.setProperty("scrollOnExpand", False)  # the product and the models stay in view
        advanced.setProperty("collapsed", False)  # device and references, which the list lacks
        window.resize(max(window.width(), _WIDTH), window.height())
        fit_to_screen(window)
        window.algorithmFinished.connect(partial(_tell, iface))
    return window


def _rule_parameters(settings: MaskSettings) -> dict[str, Any]:
    """Return the options of rules, if the model of the window consists of such."""
    card = load_cards().get(settings.model)
    if card is None or card.rules is None:
        return {}
    names = "threshold", "dilate_px", "shadow_dilate_px", "snow_dilate_px", "parallax", "elevation", "water_map"
    values = {name.upper(): getattr(settings, name) for name in names}
    return {name: str(value) if isinstance(value, Path) else value for name, value in values.items()}


def _area_parameters(area: AreaGeometry | None) -> dict[str, str]:
    """Return an area as an extent if it is a rectangle, else as a file of polygons."""
    if area is None:
        return {}
    extent = area.as_extent()
    return {"EXTENT": extent} if extent else {"AREA": _written(area)}


def _written(area: AreaGeometry) -> str:
    """Write the polygons of an area to a temporary file, and return its path."""
    layer = QgsVectorLayer("Polygon", "area", "memory")
    layer.setCrs(area.crs)
    features = []
    for polygon in area.geometry.asGeometryCollection():
        feature = QgsFeature()
        feature.setGeometry(polygon)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    path = QgsProcessingUtils.generateTempFilename("area_of_interest.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, QgsProject.instance().transformContext(), options)
    return str(path)


def _tell(iface: QgisInterface, fine: bool, results: dict[str, Any]) -> None:
    """Offer the report in the message bar when the models have run."""
    if not fine:
        return  # the window shows the reason
    translate, agreement = QCoreApplication.translate, results["AGREEMENT_PERCENT"]
    text = translate("ModelComparison", "Models with a mask: {count}.")
    if agreement is not None:
        text = translate("ModelComparison", "{count} models agree on {percent:.0f} % of the pixels.")
    text = text.format(count=results["MASK_COUNT"], percent=agreement or 0)
    bar = iface.messageBar()
    message = bar.createMessage(translate("ModelComparison", "Comparison of models"), text)
    button = QPushButton(translate("ModelComparison", "Open report"), message)
    report = QUrl.fromLocalFile(str(Path(results["REPORT"])))
    button.clicked.connect(lambda: QDesktopServices.openUrl(report))
    message.layout().addWidget(button)
    bar.pushWidget(message, Qgis.MessageLevel.Success)
