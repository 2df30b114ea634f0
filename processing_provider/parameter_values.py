"""What was given for a parameter, read in one way and refused if it makes no sense.

QGIS's own `parameterAs...` give the default, or 0, for what they cannot read. For the steps of a graphical model QGIS
checks nothing before, so a wrong word or number would be masked with something else than was asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterNumber,
    QgsProperty,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QVariant

translate = QCoreApplication.translate

_UNBOUNDED = 1e300
"""QGIS gives numbers without a limit a larger one."""
_SWITCH = {"true": True, "1": True, "yes": True, "on": True, "false": False, "0": False, "no": False, "off": False}


def given(
    definition: QgsProcessingParameterDefinition, parameters: dict[str, Any], context: QgsProcessingContext
) -> Any:
    """The value of a parameter, of an expression what it makes; without one the default, or None.

    An empty text and NULL are no values. An empty list is one: nothing was chosen.

    Raises:
        QgsProcessingException: its expression fails.
    """
    name = definition.name()
    value = evaluated(name, parameters.get(name), context)
    if is_nothing(value):
        value = definition.defaultValue()
    return None if is_nothing(value) else value


def evaluated(name: str, value: Any, context: QgsProcessingContext) -> Any:
    """A value, or what its expression makes; None of a property that is off.

    Raises:
        QgsProcessingException: the expression fails.
    """
    if not isinstance(value, QgsProperty):
        return value
    if not value.isActive() or not value.asExpression():
        return None
    expression = QgsExpression(value.asExpression())
    made = expression.evaluate(QgsExpressionContext(context.expressionContext()))
    why = expression.parserErrorString() or expression.evalErrorString()
    if why:
        text = translate("ParameterValues", "The expression of {name} fails: {expression} ({reason}). Correct it.")
        raise QgsProcessingException(text.format(name=name, expression=expression.expression(), reason=why.strip()))
    return made


def is_nothing(value: Any) -> bool:
    """Whether a value says that none was given."""
    if isinstance(value, QVariant):
        return bool(value.isNull())
    return value is None or (isinstance(value, str) and not value.strip())


def items(name: str, value: Any, context: QgsProcessingContext) -> Iterator[Any]:
    """Each one of a value that may be a list, or a list of lists, as the steps of models give them."""
    value = evaluated(name, value, context)
    if isinstance(value, (list, tuple)):
        for one in value:
            yield from items(name, one, context)
    else:
        yield value


def words(
    definition: QgsProcessingParameterDefinition, parameters: dict[str, Any], context: QgsProcessingContext
) -> list[str]:
    """The words of a choice: of a list, or of a text with commas.

    Raises:
        QgsProcessingException: its expression fails.
    """
    value = given(definition, parameters, context)
    every = items(definition.name(), value, context)
    parts = (part.strip() for one in every if not is_nothing(one) for part in str(one).split(","))
    return [part for part in parts if part]


def number(
    definition: QgsProcessingParameterDefinition, parameters: dict[str, Any], context: QgsProcessingContext
) -> float | None:
    """A number, or None if there is none and no default.

    Raises:
        QgsProcessingException: it is no number or out of range, or its expression fails.
    """
    name, value = definition.name(), given(definition, parameters, context)
    if value is None:
        return None
    try:
        made = float("" if isinstance(value, bool) else value)
    except (TypeError, ValueError):
        text = translate("ParameterValues", "{name} is {value}, but must be a number, such as 12.5.")
        raise QgsProcessingException(text.format(name=name, value=value)) from None
    if isinstance(definition, QgsProcessingParameterNumber):
        _check_range(definition, made)
    return made


def _check_range(definition: QgsProcessingParameterNumber, value: float) -> None:
    low, high = definition.minimum(), definition.maximum()
    if high < _UNBOUNDED and not low <= value <= high:
        text = translate("ParameterValues", "{name} is {value:g}, but must be from {low:g} to {high:g}.")
    elif low > -_UNBOUNDED and not value >= low:
        text = translate("ParameterValues", "{name} is {value:g}, but must be at least {low:g}.")
    else:
        return
    raise QgsProcessingException(text.format(name=definition.name(), value=value, low=low, high=high))


def whole(
    definition: QgsProcessingParameterDefinition, parameters: dict[str, Any], context: QgsProcessingContext
) -> int | None:
    """A whole number, or None if there is none and no default.

    Raises:
        QgsProcessingException: it is no number, has a fraction or is out of range, or its expression fails.
    """
    value = number(definition, parameters, context)
    if value is None:
        return None
    if not value.is_integer():
        text = translate("ParameterValues", "{name} is {value:g}, but must be a whole number.")
        raise QgsProcessingException(text.format(name=definition.name(), value=value))
    return int(value)


def switch(
    definition: QgsProcessingParameterDefinition, parameters: dict[str, Any], context: QgsProcessingContext
) -> bool:
    """Whether a parameter is on.

    Raises:
        QgsProcessingException: it says neither yes nor no, or its expression fails.
    """
    value = given(definition, parameters, context)
    word = f"{value:g}" if isinstance(value, (int, float)) else str(value).strip().lower()
    if value is not None and word not in _SWITCH:
        text = translate("ParameterValues", "{name} is {value}, but must be true or false.")
        raise QgsProcessingException(text.format(name=definition.name(), value=value))
    return value is not None and _SWITCH[word]


def make_fields(*declarations: str) -> QgsFields:
    """Fields from texts such as `clear:double`; types are string, double, integer, int8 (64 bits) and datetime."""
    # From a text, because the types of QgsField differ between the versions of QGIS. 0: no limit to the length.
    layer = QgsVectorLayer("None?" + "&".join(f"field={one}(0,0)" for one in declarations), "fields", "memory")
    return layer.fields()
