"""Read and check the values of an algorithm's parameters.

QGIS's own `parameterAs...` return the default, or 0, for a value that they cannot read, and QGIS does not check the
steps of a graphical model. A wrong word or number would silently run with another value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path, PurePath
from typing import Any, Protocol

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsExpressionContext,
    QgsFeature,
    QgsFields,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameters,
    QgsProperty,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication, QDateTime, QVariant

from ..core.settings import RASTER_SUFFIXES
from ..ui.shared.raster_source import file_of, gdal_source
from .feature_files import add_features, is_file, write_file
from .styles import put_above_masks, when_loaded

translate = QCoreApplication.translate

_UNBOUNDED = 1e300
"""A number below the limit that QGIS gives to unlimited numbers."""
_SUFFIXES = {
    QgsProcessingParameterRasterDestination: RASTER_SUFFIXES,
    QgsProcessingParameterFileDestination: (".html", ".htm", ""),
}
_NUMBER = r"\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*"
_EXTENT = re.compile(rf"{_NUMBER},{_NUMBER},{_NUMBER},{_NUMBER}(?:\[|$)")
"""xmin, xmax, ymin, ymax and a CRS."""
_SWITCH = {"true": True, "1": True, "yes": True, "on": True, "false": False, "0": False, "no": False, "off": False}


class Declarations(Protocol):
    """The parameters that an algorithm declares; see `Algorithm`."""

    def parameterDefinition(self, name: str) -> QgsProcessingParameterDefinition:
        """Return the declaration of a parameter."""

    def parameterDefinitions(self) -> list[QgsProcessingParameterDefinition]:
        """Return all declarations."""

    def check_option(self, name: str, word: str) -> None:
        """Refuse a word that is not an option of a choice."""


class Values:
    """The parameter values of one call of an algorithm, by name.

    Every method returns the default if there is no value, and raises QgsProcessingException if a value is wrong or its
    expression fails; the message has the name, the value and the allowed values.
    """

    def __init__(self, algorithm: Declarations, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        self._algorithm = algorithm
        self._parameters = parameters
        self.context = context

    def check_names(self) -> None:
        """Refuse names that are not parameters of the algorithm; QGIS itself ignores them, with their values."""
        known = [definition.name() for definition in self._algorithm.parameterDefinitions()]
        for name in self._parameters:
            if name in known:
                continue
            nearest = get_close_matches(str(name).upper(), known, 1)
            if nearest:
                text = translate("ParameterValues", "There is no parameter {name}. {nearest} may be meant.")
            else:
                text = translate("ParameterValues", "There is no parameter {name}. Choose from: {names}.")
            raise QgsProcessingException(text.format(name=name, nearest=", ".join(nearest), names=", ".join(known)))

    def check(self) -> None:
        """Read every choice, switch and number once, and the suffix of every output."""
        for definition in self._algorithm.parameterDefinitions():
            if isinstance(definition, QgsProcessingParameterEnum):
                self.choices(definition.name())
            elif isinstance(definition, QgsProcessingParameterBoolean):
                self.switch(definition.name())
            elif isinstance(definition, QgsProcessingParameterNumber):
                is_whole = definition.dataType() == QgsProcessingParameterNumber.Type.Integer
                (self.optional_whole if is_whole else self.optional_number)(definition.name())
            elif isinstance(self.as_given(definition.name()), str):
                self._check_suffix(definition, self.as_given(definition.name()))

    def as_given(self, name: str) -> Any:
        """Return a value as it is, for another algorithm to read."""
        return self._parameters.get(name)

    def is_given(self, name: str) -> bool:
        """Return True if a value was given; for an output, if it is wanted."""
        return not is_empty(self.as_given(name))

    def value(self, name: str) -> Any:
        """Read a value of any kind and evaluate expressions; None without a value or default.

        An empty text or NULL is not a value. An empty list is: nothing was chosen.
        """
        value = self._evaluated(name, self.as_given(name))
        if is_empty(value):
            value = self._definition(name).defaultValue()
        return None if is_empty(value) else value

    def text(self, name: str) -> str:
        """Read a text; empty without one."""
        value = self.value(name)
        return "" if value is None else str(value)

    def items(self, name: str) -> list[Any]:
        """Read a list; nested lists, as steps of models return them, are flattened."""
        value = self.value(name)
        return [] if value is None else list(self._flat(name, value))

    def texts(self, name: str) -> list[str]:
        """Read a list of texts, without empty ones."""
        return [str(item) for item in self.items(name) if not is_empty(item)]

    def choice(self, name: str) -> Any:
        """Read the chosen option."""
        return self.choices(name)[0]

    def choices(self, name: str) -> list[str]:
        """Read the chosen options, from a list or from a text with commas."""
        definition = self._definition(name)
        words = [word.strip() for text in self.texts(name) for word in text.split(",")]
        chosen = [word for word in words if word]
        if not definition.allowMultiple() and len(chosen) != 1:
            refuse_option(definition, ", ".join(chosen))
        for word in chosen:
            self._algorithm.check_option(name, word)
        return chosen

    def switch(self, name: str) -> bool:
        """Read whether a parameter is on."""
        value = self.value(name)
        word = f"{value:g}" if isinstance(value, (int, float)) else str(value).strip().lower()
        if value is not None and word not in _SWITCH:
            text = translate("ParameterValues", "{name} is {value}, but must be true or false.")
            raise QgsProcessingException(text.format(name=name, value=value))
        return value is not None and _SWITCH[word]

    def number(self, name: str) -> float:
        """Read a number that has a default."""
        return self.optional_number(name) or 0.0

    def optional_number(self, name: str) -> float | None:
        """Read a number that may be left empty."""
        value = self.value(name)
        if value is None:
            return None
        try:
            number = float("" if isinstance(value, bool) else value)
        except (TypeError, ValueError):
            text = translate("ParameterValues", "{name} is {value}, but must be a number, such as 12.5.")
            raise QgsProcessingException(text.format(name=name, value=value)) from None
        definition = self._definition(name)
        if isinstance(definition, QgsProcessingParameterNumber):  # the number of a band has no range
            _check_range(definition, number)
        return number

    def whole(self, name: str) -> int:
        """Read a whole number that has a default."""
        return self.optional_whole(name) or 0

    def optional_whole(self, name: str) -> int | None:
        """Read a whole number that may be left empty."""
        number = self.optional_number(name)
        if number is None:
            return None
        if not number.is_integer():
            text = translate("ParameterValues", "{name} is {value:g}, but must be a whole number.")
            raise QgsProcessingException(text.format(name=name, value=number))
        return int(number)

    def time(self, name: str) -> QDateTime | None:
        """Read a date and time that may be left empty."""
        value = self.value(name)
        if value is None:
            return None
        time = QgsProcessingParameters.parameterAsDateTime(*self._arguments(name))
        if not time.isValid():
            text = translate(
                "ParameterValues", "{name} is {value}, but must be a date and time, such as 2024-07-16T10:20:31."
            )
            raise QgsProcessingException(text.format(name=name, value=value))
        return time

    def raster(self, name: str) -> QgsRasterLayer:
        """Read a raster layer from a file; layers of services are refused."""
        layer = QgsProcessingParameters.parameterAsRasterLayer(*self._arguments(name))
        if layer is None or not layer.isValid():
            raise QgsProcessingException(QgsProcessingAlgorithm.invalidRasterError(self._parameters, name))
        gdal_source(layer)
        return layer

    def raster_file(self, name: str) -> Path | None:
        """Read a raster that is a file of its own, or a layer of one, and may be left empty."""
        if self.value(name) is None:
            return None
        return file_of(self.raster(name))

    def rasters(self, name: str) -> list[QgsRasterLayer]:
        """Read a list of raster layers; QGIS itself would skip unreadable ones."""
        return [Values(self._algorithm, {name: item}, self.context).raster(name) for item in self.items(name)]

    def extent(self, name: str) -> QgsReferencedRectangle | None:
        """Read an extent that may be left empty."""
        value = self.value(name)
        if value is None:
            return None
        rectangle = QgsProcessingParameters.parameterAsExtent(*self._arguments(name))
        crs = QgsProcessingParameters.parameterAsExtentCrs(*self._arguments(name))
        given = _EXTENT.match(value) if isinstance(value, str) else None
        if given and float(given[1]) > float(given[2]):  # which QGIS would swap
            west, east, *heights = map(float, given.groups())
            rectangle = QgsRectangle()
            if crs.isGeographic() and east >= -180 and west <= 180:
                rectangle = QgsRectangle(west, min(heights), east + 360, max(heights))
        if not rectangle.isNull():
            return QgsReferencedRectangle(rectangle, crs)
        text = translate(
            "ParameterValues", "{name} is {value}, but must be an extent: xmin,xmax,ymin,ymax [EPSG:code] or a layer."
        )
        raise QgsProcessingException(text.format(name=name, value=value))

    def features(self, name: str) -> QgsProcessingFeatureSource:
        """Read a vector layer."""
        source = QgsProcessingParameters.parameterAsSource(*self._arguments(name))
        if source is None:
            raise QgsProcessingException(QgsProcessingAlgorithm.invalidSourceError(self._parameters, name))
        return source

    def output_layer(self, name: str) -> str:
        """Read the file of an output layer; empty if it is not wanted."""
        path = str(QgsProcessingParameters.parameterAsOutputLayer(*self._arguments(name)))
        self._check_suffix(self._definition(name), path)
        return path

    def output_file(self, name: str) -> str:
        """Read the file of an output; empty if it is not wanted."""
        path = str(QgsProcessingParameters.parameterAsFileOutput(*self._arguments(name)))
        self._check_suffix(self._definition(name), path)
        return path

    def output_folder(self, name: str) -> str:
        """Read the folder of an output; empty if none is given."""
        return str(QgsProcessingParameters.parameterAsString(*self._arguments(name))).strip()

    def write_features(
        self,
        name: str,
        fields: QgsFields,
        features: Iterable[QgsFeature],
        geometry_type: QgsWkbTypes.Type = QgsWkbTypes.Type.NoGeometry,
        crs: QgsCoordinateReferenceSystem | None = None,
    ) -> str:
        """Write a layer or table; an existing file is replaced when the new one is complete.

        Returns:
            Its source, under which QGIS opens it. The file is closed.

        Raises:
            OutputError: the file cannot be written.
        """
        definition, parameters, context = self._arguments(name)
        schema = fields, geometry_type, crs or QgsCoordinateReferenceSystem()
        given = self.as_given(name)
        layer = given if isinstance(given, QgsProcessingOutputLayerDefinition) else None
        target = self._evaluated(name, layer.sink if layer else given)
        if is_empty(target) or not is_file(str(target)) or (layer and layer.useRemapping()):
            sink, written = QgsProcessingParameters.parameterAsSink(definition, parameters, *schema, context)
            if sink is None:
                raise QgsProcessingException(QgsProcessingAlgorithm.invalidSinkError(parameters, name))
            add_features(sink, features)
            return str(written)
        written = write_file(str(target), features, schema, layer.createOptions if layer else {}, context)
        if layer and layer.destinationProject:
            title = layer.destinationName or definition.description()
            details = QgsProcessingContext.LayerDetails(title, layer.destinationProject, name)
            context.addLayerToLoadOnCompletion(written, details)
        return written

    def write_table(self, name: str, fields: QgsFields, rows: Iterable[Iterable[Any]]) -> str | None:
        """Write a table without geometry, with a value per field and row; None if it is not wanted."""
        if not self.is_given(name):
            return None

        def feature(row: Iterable[Any]) -> QgsFeature:
            made = QgsFeature(fields)
            made.setAttributes(list(row))
            return made

        table = self.write_features(name, fields, map(feature, rows))
        when_loaded(self.context, table, put_above_masks)
        return table

    def _definition(self, name: str) -> QgsProcessingParameterDefinition:
        return self._algorithm.parameterDefinition(name)

    def _check_suffix(self, definition: QgsProcessingParameterDefinition, path: str) -> None:
        """Refuse an output whose name says that it is of another format than the one that is written."""
        suffixes = next((known for kind, known in _SUFFIXES.items() if isinstance(definition, kind)), None)
        if suffixes and PurePath(path).suffix.lower() not in suffixes:
            text = translate("ParameterValues", "{name} is {value}, but must end in {suffix}, the only format.")
            raise QgsProcessingException(text.format(name=definition.name(), value=path, suffix=suffixes[0]))

    def _arguments(self, name: str) -> tuple[QgsProcessingParameterDefinition, dict[str, Any], QgsProcessingContext]:
        """Return the arguments of QGIS's own readers."""
        return self._definition(name), self._parameters, self.context

    def _flat(self, name: str, value: Any) -> Iterator[Any]:
        value = self._evaluated(name, value)
        if isinstance(value, (list, tuple)):
            for item in value:
                yield from self._flat(name, item)
        else:
            yield value

    def _evaluated(self, name: str, value: Any) -> Any:
        """Evaluate an expression; None for an inactive property, any other value as it is."""
        if not isinstance(value, QgsProperty):
            return value
        if not value.isActive() or not value.asExpression():
            return None
        expression = QgsExpression(value.asExpression())
        evaluated = expression.evaluate(QgsExpressionContext(self.context.expressionContext()))
        reason = expression.parserErrorString() or expression.evalErrorString()
        if reason:
            text = translate("ParameterValues", "The expression of {name} failed: {expression} ({reason}). Correct it.")
            raise QgsProcessingException(
                text.format(name=name, expression=expression.expression(), reason=reason.strip())
            )
        return evaluated


def is_empty(value: Any) -> bool:
    """Return True for None, NULL and empty texts."""
    if isinstance(value, QVariant):
        return bool(value.isNull())
    return value is None or (isinstance(value, str) and not value.strip())


def refuse_option(definition: QgsProcessingParameterEnum, value: str) -> None:
    """Raise for a wrong value of a choice.

    Raises:
        QgsProcessingException: always; the message lists the options.
    """
    if definition.allowMultiple():
        text = translate("ParameterValues", "{name} contains {value}, but may contain only: {options}.")
    else:
        text = translate("ParameterValues", "{name} is {value}, but must be one of: {options}.")
    value = value or translate("ParameterValues", "empty")
    options = ", ".join(definition.options())
    raise QgsProcessingException(text.format(name=definition.name(), value=value, options=options))


def _check_range(definition: QgsProcessingParameterNumber, value: float) -> None:
    low, high = definition.minimum(), definition.maximum()
    if high < _UNBOUNDED and not low <= value <= high:
        text = translate("ParameterValues", "{name} is {value:g}, but must be from {low:g} to {high:g}.")
    elif low > -_UNBOUNDED and not value >= low:
        text = translate("ParameterValues", "{name} is {value:g}, but must be at least {low:g}.")
    else:
        return
    raise QgsProcessingException(text.format(name=definition.name(), value=value, low=low, high=high))


def make_fields(*declarations: str) -> QgsFields:
    """Create fields from texts such as `clear:double`; types: string, double, integer, int8 (64 bits), datetime."""
    # By text, because the types of QgsField differ between versions of QGIS. 0: unlimited length.
    layer = QgsVectorLayer("None?" + "&".join(f"field={one}(0,0)" for one in declarations), "fields", "memory")
    return layer.fields()
