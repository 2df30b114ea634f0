"""Bases of the algorithms that use cloud masks, and their rule for clear pixels, checked before the run."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)

from ..core.classes import INVALID_CLASSES, USUAL_INVALID
from ..core.install.packages import not_there
from ..core.masks.usable import MAX_BUFFER_M, MAX_HECTARES, ClearRule
from ..ui.shared.installation import missing_text
from .algorithm import Algorithm, Group, shown_by
from .parameter_values import Values

_Number = QgsProcessingParameterNumber.Type


class MaskTool(Algorithm):
    """Base of the algorithms that use cloud masks."""

    GROUP = Group.USING
    CLASSES = "CLASSES"
    MIN_SIZE = "MIN_SIZE"
    OUTPUT = "OUTPUT"

    def canExecute(self) -> tuple[bool, str]:
        """Check that rasterio is installed; neither a model nor ONNX Runtime is needed."""
        return (True, "") if "rasterio" not in not_there() else (False, missing_text())

    def mask_parameter(self, name: str) -> QgsProcessingParameterRasterLayer:
        """Return a parameter for a cloud mask."""
        mask = QgsProcessingParameterRasterLayer(name, self.tr("Cloud mask"))
        mask.setHelp(self.tr("A mask of this plugin, or a raster with the same values."))
        shown_by(mask, "RasterChoice", masks=True)
        return mask

    def number_parameter(
        self, name: str, title: str, maximum: float, default: float = 0.0
    ) -> QgsProcessingParameterNumber:
        """Return a parameter for a number from 0 with two decimals, which may be left empty."""
        number = QgsProcessingParameterNumber(name, title, _Number.Double, default, True)
        number.setMinimum(0)
        number.setMaximum(maximum)
        number.setMetadata({"widget_wrapper": {"decimals": 2}})
        return number


class ClearAlgorithm(MaskTool):
    """Base of the algorithms with a rule for clear pixels; a subclass names its raster parameters."""

    RASTERS: tuple[str, ...] = ()
    BUFFER = "BUFFER"

    def classes_parameter(self) -> QgsProcessingParameterEnum:
        """Return the parameter of the classes that count as not clear."""
        every, usual = list(INVALID_CLASSES), list(USUAL_INVALID)
        title = self.tr("Classes to mask")
        classes = QgsProcessingParameterEnum(self.CLASSES, title, every, True, usual, False, True)
        classes.setHelp(
            self.tr("Pixels without data are never usable. Only some models tell snow and water from clear.")
        )
        shown_by(classes, "Choices", option="classes")
        return classes

    def add_rule_parameters(self) -> None:
        """Declare the rule for clear pixels, rare options last."""
        self.addParameter(self.classes_parameter())
        buffer = self.number_parameter(self.BUFFER, self.tr("Buffer around cloud and shadow (metres)"), MAX_BUFFER_M)
        buffer.setHelp(self.tr("They grow by this distance into clear areas. Areas without data do not grow."))
        self.addParameter(buffer)
        size = self.number_parameter(self.MIN_SIZE, self.tr("Ignore objects smaller than (hectares)"), MAX_HECTARES)
        size.setHelp(self.tr("Smaller clouds and shadows count as clear and get no buffer."))
        self.add_as_advanced(size)

    def rule(self, values: Values) -> ClearRule:
        """Read the rule for clear pixels.

        Raises:
            SettingError: no class was chosen.
        """
        return ClearRule(
            invalid=tuple(values.choices(self.CLASSES)),
            buffer_m=values.number(self.BUFFER),
            min_hectares=values.number(self.MIN_SIZE),
        )

    def check(self, values: Values) -> None:
        """Check the rule and the rasters."""
        self.rule(values)
        for name in self.RASTERS:
            values.raster(name)
