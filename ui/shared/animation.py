"""Give layers their time, and set QGIS's temporal controller to step through a season by days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timezone
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsDateTimeRange,
    QgsInterval,
    QgsProject,
    QgsRasterLayer,
    QgsTemporalNavigationObject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDateTime, Qt

if TYPE_CHECKING:
    from qgis.gui import QgsMapCanvas

_SCOPE, _DAYS = "cloud_s2_mask", "days"
"""Scope and key of the project's entry with the days that the plugin has set."""


def set_time(layer: QgsRasterLayer, sensing_time: datetime | None) -> None:
    """Set the acquisition time of a layer for the temporal controller, which QML does not store."""
    if sensing_time is None:
        return
    instant = as_qt(sensing_time)
    properties = layer.temporalProperties()
    properties.setMode(Qgis.RasterTemporalMode.FixedTemporalRange)
    properties.setFixedTemporalRange(QgsDateTimeRange(instant, instant))
    properties.setIsActive(True)


def set_time_field(layer: QgsVectorLayer, field: str) -> None:
    """Let the temporal controller show features at the time in a field."""
    properties = layer.temporalProperties()
    properties.setMode(Qgis.VectorTemporalMode.FeatureDateTimeInstantFromField)
    properties.setStartField(field)
    properties.setIsActive(True)


def as_qt(time: datetime) -> QDateTime:
    """Return a time in UTC for QGIS.

    With milliseconds: QGIS shows a time on the boundary of two frames in both, and passes of one orbit often begin at
    the same second of the day.
    """
    text = time.astimezone(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return QDateTime.fromString(text, Qt.DateFormat.ISODateWithMs)


def prepare_animation(canvas: QgsMapCanvas, project: QgsProject) -> None:
    """Set the temporal controller to step through the season by days, unless the user has set the project's time.

    Otherwise it covers the first scene only.
    """
    period, controller = _season_days(project), canvas.temporalController()
    if period is not None and controller is not None:
        controller.setTemporalExtents(period)
        controller.setFrameDuration(QgsInterval(0, 0, 0, 1, 0, 0, 0))
        controller.rewindToStart()
        if controller.navigationMode() == QgsTemporalNavigationObject.NavigationMode.NavigationOff:
            canvas.setTemporalRange(
                QgsDateTimeRange(QDateTime(), QDateTime())
            )  # otherwise the map shows the first day only


def widen_time(project: QgsProject, layers: Iterable[QgsRasterLayer]) -> None:
    """Extend the project's time to the days of all scenes, unless the user has set it.

    Otherwise the temporal controller begins at the first acquisition, and a pass some minutes earlier on the next day
    falls into the same frame. Frames that begin at midnight are days.
    """
    settings = project.timeSettings()
    known = _season_days(project)
    if known is None and not settings.temporalRange().isInfinite():
        return
    periods = [layer.temporalProperties().fixedTemporalRange() for layer in layers]
    dated = [period for period in (*periods, known) if period is not None and not period.isInfinite()]
    days = sorted({day for period in dated for day in _days(period).split()})
    if days:
        times = (f"{days[0]}T00:00:00Z", f"{days[-1]}T23:59:59Z")
        settings.setTemporalRange(QgsDateTimeRange(*(QDateTime.fromString(t, Qt.DateFormat.ISODate) for t in times)))
        project.writeEntry(_SCOPE, _DAYS, f"{days[0]} {days[-1]}")


def _season_days(project: QgsProject) -> QgsDateTimeRange | None:
    """Return the project's time from the first midnight to the last (UTC); None if the user has set it."""
    period = project.timeSettings().temporalRange()
    return None if period.isInfinite() or project.readEntry(_SCOPE, _DAYS)[0] != _days(period) else period


def _days(period: QgsDateTimeRange) -> str:
    return " ".join(time.toUTC().toString("yyyy-MM-dd") for time in (period.begin(), period.end()))
