"""A season in QGIS's temporal controller, which shows each scene on its day only."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from qgis.core import (
    QgsDateTimeRange,
    QgsInterval,
    QgsMapSettings,
    QgsProject,
    QgsTemporalNavigationObject,
)
from qgis.core import QgsMapRendererCustomPainterJob as Job
from qgis.PyQt.QtCore import QDateTime, QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter

from ....ui.shared.animation import prepare_animation
from ....ui.shared.layer_tree import add_layers
from ....ui.shared.layers import open_layers
from ...season import FIRST_DAY, cloudy, masked, result_of

DAYS = (0, 5, 12)


@pytest.fixture
def season(tmp_path) -> None:
    """Three dates of one extent on the map: clear, half and fully cloudy, the last one on top."""
    for day, percent in zip(DAYS, (0, 50, 100)):
        outcome = masked(tmp_path, day, cloudy(percent))
        result = result_of(outcome)
        add_layers(QgsProject.instance(), result, open_layers(result))


def frames(extent: QgsDateTimeRange, step: QgsInterval) -> list[QgsDateTimeRange]:
    """Return the frames of the temporal controller."""
    controller = QgsTemporalNavigationObject()
    controller.setTemporalExtents(extent)
    controller.setFrameDuration(step)
    return [controller.dateTimeRangeForFrameNumber(number) for number in range(controller.totalFrameCount())]


def cloud_percent(period: QgsDateTimeRange) -> int:
    """Return the percentage of the map that is painted in a period."""
    layers = list(QgsProject.instance().mapLayers().values())
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(layers[0].crs())
    settings.setExtent(layers[0].extent())
    settings.setOutputSize(QSize(10, 10))
    settings.setBackgroundColor(QColor(0, 0, 0, 0))
    settings.setIsTemporal(True)
    settings.setTemporalRange(period)
    image = QImage(QSize(10, 10), QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    job = Job(settings, painter)
    job.start()
    job.waitForFinished()
    painter.end()
    return sum(image.pixelColor(x, y).alpha() > 0 for x in range(10) for y in range(10))


def day(number: int) -> QgsDateTimeRange:
    """Return a day in UTC by its number in the season."""
    begin = QDateTime.fromString("2024-04-03T00:00:00Z", Qt.DateFormat.ISODate).addDays(number)
    return QgsDateTimeRange(begin, begin.addDays(1), True, False)


def test_a_day_shows_only_the_scene_of_that_day(season):
    """On each day I see the clouds of that day, and none on a day without a scene."""
    assert [cloud_percent(day(number)) for number in DAYS] == [0, 50, 100]
    assert cloud_percent(day(6)) == 0


@pytest.mark.parametrize("hours", [1, 24, 5 * 24])
def test_an_animation_shows_every_scene_once(season, hours):
    """With any frame length, each scene is in exactly one frame."""
    steps = frames(QgsProject.instance().timeSettings().temporalRange(), QgsInterval(hours * 3600))
    for layer in QgsProject.instance().mapLayers().values():
        shown = [step for step in steps if layer.temporalProperties().isVisibleInTemporalRange(step)]
        assert len(shown) == 1


def test_the_temporal_controller_is_set_to_the_days_of_the_season(season, iface):
    """I open the temporal controller, press Play, and go through the season day by day."""
    controller = QgsTemporalNavigationObject()
    iface.canvas.setTemporalController(controller)
    prepare_animation(iface.canvas, QgsProject.instance())
    assert controller.temporalExtents() == QgsProject.instance().timeSettings().temporalRange()
    assert controller.frameDuration().days() == 1
    assert controller.totalFrameCount() == 13
    QgsProject.instance().timeSettings().setTemporalRange(day(3))
    controller.setTemporalExtents(day(3))
    prepare_animation(iface.canvas, QgsProject.instance())
    assert controller.temporalExtents() == day(3)


def test_passes_on_following_days_do_not_share_a_frame(season, tmp_path):
    """A pass some minutes earlier on the next day is shown on the next day."""
    outcome = masked(tmp_path, 1, cloudy(30))
    made, time = result_of(outcome), FIRST_DAY + timedelta(days=1, minutes=-10)
    earlier = replace(made, acquisition=replace(made.acquisition, sensing_time=time))
    add_layers(QgsProject.instance(), earlier, open_layers(earlier))
    steps = frames(QgsProject.instance().timeSettings().temporalRange(), QgsInterval(24 * 3600))
    assert [cloud_percent(step) for step in steps] == [0, 30, 0, 0, 0, 50, 0, 0, 0, 0, 0, 0, 100]


def days() -> list[str]:
    """Return the first and the last moment of the project's time, in UTC."""
    period = QgsProject.instance().timeSettings().temporalRange()
    return [time.toUTC().toString("yyyy-MM-dd hh:mm") for time in (period.begin(), period.end())]


def test_the_project_spans_the_season_and_grows_with_it(season, tmp_path):
    """The temporal controller covers the first and the last day, also after I add a later month."""
    assert days() == ["2024-04-03 00:00", "2024-04-15 23:59"]
    later = result_of(masked(tmp_path, 40, cloudy(30)))
    add_layers(QgsProject.instance(), later, open_layers(later))
    assert days() == ["2024-04-03 00:00", "2024-05-13 23:59"]


def test_a_time_that_i_set_myself_stays(season, tmp_path):
    """My project covers one week on purpose, and a new scene does not change it."""
    QgsProject.instance().timeSettings().setTemporalRange(day(3))
    later = result_of(masked(tmp_path, 40, cloudy(30)))
    add_layers(QgsProject.instance(), later, open_layers(later))
    assert QgsProject.instance().timeSettings().temporalRange() == day(3)
