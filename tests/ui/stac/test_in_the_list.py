"""Items of a search are rows of the list of scenes, and are masked like products."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timezone

import numpy as np
import pytest
import rasterio
from qgis.core import QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QDate

from ....core.addresses import reading
from ....tools.make_stac import build_item
from ....ui.scenes.model import Column, Status
from ...core.stac.api import StacApi, serving_items
from ...ranged_server import serving
from ..conftest import LEFT, TOP

BANDS = {"B02": 1800, "B03": 1900, "B04": 2000, "B08": 4000, "B11": 3000, "B12": 2500}


@pytest.fixture
def api(tmp_path, monkeypatch) -> Iterator[StacApi]:
    """A STAC API with the items of two days, whose files are on a server."""
    monkeypatch.setattr(reading, "PAUSES", (0.0,))
    folder = tmp_path / "items"
    with serving(folder) as served, serving_items(folder) as api:
        for day in (1, 2):
            dn = {band: np.full((256 if band < "B1" else 128,) * 2, value, np.uint16) for band, value in BANDS.items()}
            sensed = datetime(2025, 6, day, 10, tzinfo=timezone.utc)
            path = build_item(folder, dn, base=f"{served.address}/", baseline="05.11", sensing_time=sensed)
            path.write_text(json.dumps({**json.loads(path.read_text()), "links": []}))
        yield api


@pytest.fixture
def found(dialog, canvas, api, wait) -> None:
    """The window, with what a search of the map's view has found in its list."""
    canvas.setExtent(QgsRectangle(LEFT + 500, TOP - 1500, LEFT + 1500, TOP - 500))
    dialog.add_web.menu().actions()[0].trigger()
    window = dialog.chooser.items_window
    assert window.isVisible()
    window.search.api.setText(api.address)
    window.search.start.setDate(QDate(2025, 1, 1))
    window.search.end.setDate(QDate(2025, 12, 31))
    window.search.run.click()
    wait(window.search.run.isEnabled)
    window.add.click()
    window.close()
    wait(lambda: not dialog.scanner.is_busy() and dialog.scenes.rowCount() == 2)


def texts(dialog, column: Column) -> list[str]:
    """Return a column of the list."""
    return [dialog.scenes.data(dialog.scenes.index(row, column)) for row in range(dialog.scenes.rowCount())]


def test_what_a_search_finds_is_listed(dialog, found):
    """Items are rows with date, tile and level, and outlines on the map."""
    assert texts(dialog, Column.DATE) == ["2025-06-01", "2025-06-02"]
    assert texts(dialog, Column.TILE) == ["T33UUU", "T33UUU"]
    assert texts(dialog, Column.LEVEL) == ["L2A", "L2A"]
    assert dialog.scenes.common_fault() == ""


def test_entire_tiles_from_the_web_are_told(dialog, found, fill, wait):
    """A user who has chosen no area learns that whole files would be read, and no more once there is one."""
    fill()
    without = dialog.state()
    dialog.area.source.setCurrentIndex(dialog.area.source.findData("canvas"))
    with_area = dialog.state()
    assert (without.whole_from_web, with_area.whole_from_web) == (True, False)
    assert len(without.status) > len(with_area.status)


def test_what_a_search_finds_is_not_asked_for_again(dialog, found, api):
    """A thousand scenes are listed at once, whatever the line: the search has brought their items."""
    assert len(api.asked) == 1
    assert api.sent == []


def test_listed_items_are_masked(dialog, found, fill, wait):
    """A run masks items where they lie, and adds the masks to the map."""
    folder = fill()
    dialog.run.click()
    wait(lambda: {scene.status for scene in dialog.scenes.scenes()} == {Status.DONE})
    masks = sorted(folder.glob("*_20m.tif"))
    assert [path.name[11:19] for path in masks] == ["20250601", "20250602"]
    assert rasterio.open(masks[0]).shape == (128, 128)
    wait(lambda: len(QgsProject.instance().mapLayers()) >= 2)


def test_nothing_is_added_during_a_run(dialog, found, fill, wait):
    """The list of a run does not change; after it, items can be added again."""
    fill()
    window = dialog.chooser.items_window
    assert not window.add.isEnabled()
    dialog.table.select([0])
    dialog.remove_selected()
    window.search.tick.click()
    assert window.add.isEnabled()
    dialog.run.click()
    assert not window.add.isEnabled()
    wait(lambda: {scene.status for scene in dialog.scenes.scenes()} == {Status.DONE} and window.add.isEnabled())


def test_the_map_is_searched_where_no_area_is_chosen(dialog, api, canvas):
    """The area of interest can be searched once it is chosen."""
    dialog.add_web.menu().actions()[0].trigger()
    panel = dialog.chooser.items_window.search
    assert panel.area.currentIndex() == 0
    panel.api.setText(api.address)
    panel.area.setCurrentIndex(1)
    panel.run.click()
    assert panel.run.isEnabled()
    assert panel.status.text()
    assert api.asked == []
