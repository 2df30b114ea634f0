"""Fixtures of the tests of the season window: dates of two tiles, and a window with them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from qgis.PyQt.QtTest import QTest

from ....core.masks.result import SceneOutcome
from ....ui.season.model import Column
from ....ui.season.window import SeasonWindow
from ...season import cloudy, failed, masked


@pytest.fixture
def season(tmp_path) -> list[SceneOutcome]:
    """Three dates of one tile, one of another, and a failure, not in order of time."""
    folder = tmp_path / "masks"
    return [
        masked(folder, 10, cloudy(90)),
        masked(folder, 0, cloudy(5)),
        failed(),
        masked(folder, 5, cloudy(40)),
        masked(folder, 5, cloudy(10), "T33UVU"),
    ]


@pytest.fixture
def window(iface, season) -> Iterator[SeasonWindow]:
    """The visible window with the season."""
    window = SeasonWindow(iface)
    for outcome in season:
        window.add(outcome)
    window.settle()
    window.resize(900, 620)
    window.show()
    QTest.qWaitForWindowExposed(window)
    yield window
    window.shut_down()
    window.deleteLater()


def told(window: SeasonWindow) -> str:
    """Return the message in the window without tags; empty if there is none."""
    return re.sub(r"<[^>]+>", "", window.notice_text.text()) if window.notice.isVisible() else ""


def links(window: SeasonWindow) -> dict[str, str]:
    """Return the addresses of the links in the message by their texts."""
    return {text: link for link, text in re.findall(r'<a href="([^"]+)">([^<]+)</a>', window.notice_text.text())}


def column(window: SeasonWindow, number: Column) -> list[str]:
    """Return the texts of a column from top to bottom."""
    model = window.table.model()
    return [model.index(row, number).data() for row in range(model.rowCount())]
