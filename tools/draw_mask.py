"""Draw an image and its mask as a picture with a legend, in QGIS without a window.

    python -m cloud_s2_mask.tools.draw_mask MASK.tif PICTURE.png RED.jp2 GREEN.jp2 BLUE.jp2

The mask is drawn with the style beside it (`.qml`), as when it is dragged into QGIS.
"""

from __future__ import annotations

import sys
from pathlib import Path

from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsFillSymbol,
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsMapLayer,
    QgsPalettedRasterRenderer,
    QgsPrintLayout,
    QgsProject,
    QgsRasterLayer,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QColor, QFont

from ..core.classes import CLASSES
from ..core.masks.qml import natural_colour_qml
from ..core.masks.tags import LEVEL, share_tag, unprefixed
from ..ui.shared.layers import set_style

# Millimetres on the page.
WIDTH, MARGIN, GAP, HEADER, FOOTER = 240.0, 7.0, 3.0, 17.0, 17.0
LEGEND_STEP = 47.0
DPI = 160
INK, PALE = "#1b2733", "#5d6b78"
_MILLIMETRES = QgsUnitTypes.LayoutMillimeters


class Picture:
    """A page with texts, maps and a legend."""

    def __init__(self, project: QgsProject, height: float) -> None:
        self.layout = QgsPrintLayout(project)
        self.layout.initializeDefaults()
        self.layout.pageCollection().page(0).setPageSize(QgsLayoutSize(WIDTH, height, _MILLIMETRES))

    def text(self, words: str, at: QRectF, size: float, colour: str = INK, bold: bool = False) -> None:
        """Add a line of text; `size` is in points."""
        label = QgsLayoutItemLabel(self.layout)
        label.setText(words)
        style = _text_style(size, colour, bold)
        if Qgis.QGIS_VERSION_INT < 32400:
            label.setFont(style.toQFont())
            label.setFontColor(style.color())
        else:
            label.setTextFormat(style)
        self._place(label, at)

    def map(self, layers: list[QgsMapLayer], at: QRectF) -> QgsLayoutItemMap:
        """Add a map with the extent of the last layer, the first layer on top."""
        item = QgsLayoutItemMap(self.layout)
        self._place(item, at)
        item.setLayers(layers)
        item.setCrs(layers[-1].crs())
        item.setExtent(layers[-1].extent())
        return item

    def swatch(self, colour: QColor, at: QRectF) -> None:
        """Add a colour patch of the legend."""
        shape = QgsLayoutItemShape(self.layout)
        shape.setShapeType(QgsLayoutItemShape.Rectangle)
        red, green, blue, alpha = colour.getRgb()
        outline = {"outline_color": "#8894a0", "outline_width": "0.2"}
        shape.setSymbol(QgsFillSymbol.createSimple({"color": f"{red},{green},{blue},{alpha}", **outline}))
        self._place(shape, at)

    def scale_bar(self, item: QgsLayoutItemMap, at: QRectF) -> None:
        """Add a scale bar for a map."""
        bar = QgsLayoutItemScaleBar(self.layout)
        bar.setStyle("Line Ticks Up")
        bar.setLinkedMap(item)
        bar.setUnits(QgsUnitTypes.DistanceKilometers)
        bar.setUnitLabel("km")
        bar.setUnitsPerSegment(1)
        bar.setNumberOfSegments(2)
        bar.setNumberOfSegmentsLeft(0)
        bar.setHeight(2)
        bar.setTextFormat(_text_style(8, INK))
        self._place(bar, at)

    def save(self, path: Path) -> None:
        """Write the picture.

        Raises:
            OSError: The picture cannot be written.
        """
        settings = QgsLayoutExporter.ImageExportSettings()
        settings.dpi = DPI
        if QgsLayoutExporter(self.layout).exportToImage(str(path), settings) != QgsLayoutExporter.Success:
            raise OSError(f"{path} cannot be written.")

    def _place(self, item: QgsLayoutItem, at: QRectF) -> None:
        self.layout.addLayoutItem(item)
        item.attemptMove(QgsLayoutPoint(at.x(), at.y(), _MILLIMETRES))
        item.attemptResize(QgsLayoutSize(at.width(), at.height(), _MILLIMETRES))


def _text_style(size: float, colour: str, bold: bool = False) -> QgsTextFormat:
    font = QFont("DejaVu Sans")
    font.setBold(bold)
    style = QgsTextFormat()
    style.setFont(font)
    style.setSize(size)
    style.setColor(QColor(colour))
    return style


def natural_colour(bands: list[str], path: Path, level: str) -> QgsRasterLayer:
    """Return red, green and blue bands as one layer, in the colours in which QGIS shows a scene.

    Args:
        bands: Files of a product before baseline 04.00, whose DN are reflectance x 10,000.
        path: File of the layer.
        level: Processing level of the product.
    """
    gdal.BuildVRT(str(path), bands, separate=True, resolution="highest")
    layer = QgsRasterLayer(str(path), "Natural colour")
    set_style(layer, natural_colour_qml(level, unit=10000))
    return layer


def draw(mask: QgsRasterLayer, image: QgsRasterLayer, tags: dict[str, str], picture: Path) -> None:
    """Draw the image, the image under its mask, and a legend with the share of each class."""
    project = QgsProject.instance()
    project.setCrs(image.crs())
    project.addMapLayers([image, mask])
    width = WIDTH - 2 * MARGIN
    height = width * image.extent().height() / image.extent().width()
    page = Picture(project, HEADER + 2 * height + GAP + FOOTER)
    page.text(tags["PRODUCT"], QRectF(MARGIN, 4, width, 7), 13, bold=True)
    time = tags["SENSING_TIME"].replace("T", " ")[:16]
    subtitle = f"Acquired {time} UTC. Above: natural colour. Below: cloud mask, {tags['RESOLUTION']} m, {tags['MODEL']}"
    page.text(subtitle, QRectF(MARGIN, 10.5, width, 5), 8.5, PALE)
    page.map([image], QRectF(MARGIN, HEADER, width, height))
    below = HEADER + height + GAP
    item = page.map([mask, image], QRectF(MARGIN, below, width, height))
    _legend(page, mask.renderer(), tags, below + height + 4.5)
    page.scale_bar(item, QRectF(WIDTH - MARGIN - 38, below + height + 2, 38, 10))
    page.save(picture)


def _legend(page: Picture, renderer: QgsPalettedRasterRenderer, tags: dict[str, str], top: float) -> None:
    left = MARGIN
    for entry in renderer.classes():
        colour = QColor(entry.color)
        # As on the map, where the opacity of the layer lightens the colour.
        colour.setAlphaF(colour.alphaF() * renderer.opacity())
        share = float(tags[share_tag(CLASSES[int(entry.value)].key)])
        page.swatch(colour, QRectF(left, top, 7, 4.5))
        page.text(f"{entry.label}  {share:.1f} %", QRectF(left + 9, top + 0.3, 38, 5), 9)
        left += LEGEND_STEP


def main(arguments: list[str]) -> int:
    """Draw the mask and bands of the command line; return the exit status."""
    mask_path, picture, *bands = arguments
    application = QgsApplication([], False)
    application.initQgis()
    gdal.UseExceptions()
    mask = QgsRasterLayer(mask_path, "Clouds")
    tags = unprefixed(gdal.Open(mask_path).GetMetadata())
    image = natural_colour(bands, Path(picture).with_suffix(".vrt"), tags[LEVEL])
    draw(mask, image, tags, Path(picture))
    # Layers that outlive the application crash it at exit.
    QgsProject.instance().clear()
    application.exitQgis()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
