"""The algorithm `clouds2mask:maskraster`: mask a raster layer and return the shares of the classes."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingParameterBand,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.cards.card import load_cards
from ..core.product.raster import RasterStack
from ..core.settings import RASTER_RESOLUTION
from ..ui.shared.installation import missing_text
from ..ui.shared.raster_source import gdal_source
from .algorithm import shown_by
from .parameter_values import Values
from .raster_layers import as_utc, is_remote, layer_time
from .single_mask import SingleInput, SingleMaskAlgorithm

_BANDS = {"BLUE": "B02", "GREEN": "B03", "RED": "B04", "NIR": "B08", "SWIR1": "B11", "SWIR2": "B12"}
"""Parameter -> band of Sentinel-2."""

_Number = QgsProcessingParameterNumber.Type


class MaskRaster(SingleMaskAlgorithm):
    """Masks a raster layer that is not a product: with bands of Sentinel-2, or of any sensor."""

    NAME = "maskraster"
    DISPLAY_NAME = QT_TRANSLATE_NOOP("MaskRaster", "Mask clouds in a raster layer")
    TAGS = QT_TRANSLATE_NOOP(
        "MaskRaster", "cloud,shadow,mask,sentinel-2,landsat,stac,cog,vrt,stack,multiband,reflectance,s2"
    )
    ICON = "maskraster.svg"
    LEVEL = "LEVEL"
    SCALE = "SCALE"
    OFFSET = "OFFSET"
    NODATA = "NODATA"
    TIME = "TIME"

    def canExecute(self) -> tuple[bool, str]:
        """Check that packages and models are installed; rules, which need fewer, do not mask rasters."""
        text = missing_text()
        return not text, text

    def models(self) -> list[str]:
        """List the models without those of rules, which need the bands and angles of a product."""
        rules = {card.id for card in load_cards().values() if card.rules}
        return [model for model in super().models() if model not in rules]

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        layer = QgsProcessingParameterRasterLayer(self.INPUT, self.tr("Raster layer"))
        layer.setHelp(
            self.tr(
                "All bands of one date in one raster, north up, with square pixels in metres. OmniCloudMask masks "
                "rasters of any sensor with red, green and near infrared; other models need bands of Sentinel-2."
            )
        )
        shown_by(layer, "RasterChoice", masks=False)
        self.addParameter(layer)
        self.add_choice(
            self.LEVEL,
            self.tr("Processing level"),
            "level",
            ["L2A", "L1C"],
            self.tr("L2A: surface reflectance. L1C: top-of-atmosphere reflectance. No effect with OmniCloudMask."),
        )
        for name, title in (
            ("BLUE", self.tr("Blue, B02")),
            ("GREEN", self.tr("Green, B03")),
            ("RED", self.tr("Red, B04")),
            ("NIR", self.tr("Near infrared, B08")),
            ("SWIR1", self.tr("Short-wave infrared 1, B11")),
            ("SWIR2", self.tr("Short-wave infrared 2, B12")),
        ):
            band = QgsProcessingParameterBand(name, title, None, self.INPUT, True)
            band.setHelp(
                self.tr(
                    "Empty: the band with a matching name, such as B02 or blue. OmniCloudMask needs red, green and "
                    "near infrared, best B8A."
                )
            )
            self.addParameter(band)
        self._add_number(
            self.SCALE,
            self.tr("Scale (empty: the raster's)"),
            self.tr(
                "Reflectance = value x scale + offset. Integer rasters mostly have 0.0001. OmniCloudMask needs none."
            ),
        )
        self._add_number(
            self.OFFSET,
            self.tr("Offset (empty: the raster's)"),
            self.tr("In reflectance: -0.1 for values as in products of baseline 04.00 and later, otherwise 0."),
        )
        self.add_common_parameters()
        self._add_number(
            self.NODATA,
            self.tr("Nodata value (empty: the raster's)"),
            self.tr("Where blue, green or red has this value, the mask has no data."),
            advanced=True,
        )
        time = QgsProcessingParameterDateTime(self.TIME, self.tr("Acquisition time, UTC"))
        time.setFlags(time.flags() | QgsProcessingParameterDateTime.Flag.FlagOptional)
        time.setHelp(self.tr("Time of the mask in the temporal controller. Empty: the layer's."))
        self.add_as_advanced(time)
        self.add_outputs()

    def add_resolution(self) -> None:
        """Declare the pixel size of the mask; empty: the raster's."""
        self.add_number(
            self.RESOLUTION,
            self.tr("Resolution of the mask (metres)"),
            RASTER_RESOLUTION,
            self.tr(
                "Empty: the raster's. The models support 10 to 40 metres, OmniCloudMask 10 to 50, and are best at 20."
            ),
        )

    def read_input(self, values: Values) -> SingleInput:
        """Read the layer and the pixel size of its mask."""
        stack = self._stack(values)
        # A remote raster may need seconds to open.
        return SingleInput(stack, values.optional_number(self.RESOLUTION), opens_at_once=not is_remote(stack.path))

    def _stack(self, values: Values) -> RasterStack:
        """Describe the layer by its parameters."""
        layer = values.raster(self.INPUT)
        crs = layer.crs()
        time = values.time(self.TIME)
        numbers = {band: values.optional_whole(name) for name, band in _BANDS.items()}
        return RasterStack(
            path=gdal_source(layer),
            name=layer.name(),
            level=values.choice(self.LEVEL),
            bands={band: number for band, number in numbers.items() if number is not None},
            scale=values.optional_number(self.SCALE),
            offset=values.optional_number(self.OFFSET),
            nodata=values.optional_number(self.NODATA),
            sensing_time=layer_time(layer) if time is None else as_utc(time),
            crs=crs.toWkt(crs.WktVariant.WKT_PREFERRED_GDAL) if crs.isValid() else "",
        )

    def _add_number(self, name: str, title: str, help_text: str, advanced: bool = False) -> None:
        number = QgsProcessingParameterNumber(name, title, _Number.Double, None, True)
        number.setMetadata({"widget_wrapper": {"decimals": 8}})
        number.setHelp(help_text)
        if advanced:
            self.add_as_advanced(number)
        else:
            self.addParameter(number)
