"""The window 'Add STAC items': a search of a loopback API, and items that are typed, land in the list of scenes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle, QgsSettings
from qgis.PyQt.QtCore import QDate, Qt

from ....core.addresses import reading, web
from ....core.addresses.location import parse
from ....core.errors import SettingError
from ....tools.make_stac import build_item
from ....ui.shared.area_geometry import AreaGeometry
from ....ui.shared.host import SETTINGS_GROUP
from ....ui.stac.dialog import StacDialog
from ...core.stac.api import StacApi, serving_items
from ..scenes.test_addresses import stored

FIELD = QgsRectangle(300_200, 5_899_500, 300_500, 5_900_000)
BANDS = ("B02", "B03", "B04", "B08", "B11", "B12")


@pytest.fixture
def api(tmp_path, monkeypatch) -> Iterator[StacApi]:
    """A STAC API with the items of three days, the clearer the later."""
    monkeypatch.setattr(reading, "PAUSES", (0.0,))
    for day in range(3):
        build_item(
            tmp_path,
            {band: np.full((96, 96), 1500, np.uint16) for band in BANDS},
            baseline="05.11",
            sensing_time=datetime(2025, 6, 1 + day, 10, tzinfo=timezone.utc),
            properties={"eo:cloud_cover": 90.0 - 40 * day},
        )
    with serving_items(tmp_path) as served:
        yield served


@pytest.fixture
def added() -> list:
    """The locations that the window has added."""
    return []


@pytest.fixture
def dialog(qgis_app, added, api) -> Iterator[StacDialog]:
    """The window, with the area of a field and one that cannot be read, about to search the API."""

    def field() -> AreaGeometry:
        return AreaGeometry.of_extent(FIELD, QgsCoordinateReferenceSystem("EPSG:32633"), "field")

    def none() -> AreaGeometry:
        raise SettingError("Choose an area.")

    made = StacDialog({"Field": field, "None": none}, added.extend, "/tmp")  # noqa: S108 - it is only shown
    panel = made.search
    panel.catalogue.setCurrentIndex(panel.catalogue.count() - 1)
    panel.api.setText(api.address)
    panel.collection.setCurrentText("sentinel-2-c1-l2a")
    panel.start.setDate(QDate(2025, 5, 1))
    panel.end.setDate(QDate(2025, 7, 1))
    yield made
    made.shut_down()
    made.deleteLater()


def rows(dialog: StacDialog) -> list[list[str]]:
    """Return the texts of the table."""
    table = dialog.search.table
    return [[table.item(row, column).text() for column in range(5)] for row in range(table.rowCount())]


def search(dialog: StacDialog, wait) -> None:
    """Search, and wait for the end."""
    dialog.search.run.click()
    wait(dialog.search.run.isEnabled)


def test_a_search_lists_dates_tiles_and_cloud_cover(dialog, wait, api, added):
    """Scenes are listed by date and ticked, and go to the list of scenes by their addresses."""
    assert not dialog.add.isEnabled()
    search(dialog, wait)
    assert rows(dialog) == [
        ["2025-06-01", "T33UUU", "S2A", "L2A", "90 %"],
        ["2025-06-02", "T33UUU", "S2A", "L2A", "50 %"],
        ["2025-06-03", "T33UUU", "S2A", "L2A", "10 %"],
    ]
    dialog.search.table.item(1, 0).setCheckState(Qt.CheckState.Unchecked)
    dialog.add.click()
    assert [one.item.acquisition.day for one in added] == ["2025-06-01", "2025-06-03"]
    assert all(str(one.location).startswith(f"{api.address}/collections/") for one in added)


def test_conditions_are_sent(dialog, wait, api):
    """Days, cloud cover and area are those of the window."""
    dialog.search.cloud.setValue(50)
    dialog.search.start.setDate(QDate(2025, 6, 2))
    search(dialog, wait)
    assert [row[0] for row in rows(dialog)] == ["2025-06-02", "2025-06-03"]
    assert api.asked[0]["query"] == {"eo:cloud_cover": {"lte": 50}}
    assert api.asked[0]["bbox"] == pytest.approx([12.0078, 53.2077, 12.0126, 53.2123], abs=1e-3)


def test_cloud_cover_is_sorted_as_a_number(dialog, wait):
    """90 % comes after 10 %."""
    search(dialog, wait)
    dialog.search.table.sortByColumn(4, Qt.SortOrder.AscendingOrder)
    assert [row[4] for row in rows(dialog)] == ["10 %", "50 %", "90 %"]


def test_all_and_none_are_ticked(dialog, wait):
    """A long list is ticked at once."""
    search(dialog, wait)
    dialog.search.untick.click()
    assert dialog.search.chosen() == []
    assert not dialog.add.isEnabled()
    dialog.search.tick.click()
    assert len(dialog.search.chosen()) == 3


def test_nothing_found_is_told(dialog, wait):
    """An empty result says what to change."""
    dialog.search.collection.setCurrentText("sentinel-2-l1c")
    search(dialog, wait)
    assert rows(dialog) == []
    assert dialog.search.status.text()


@pytest.mark.parametrize("status", [401, 404])
def test_a_refused_search_is_told(dialog, wait, api, status):
    """An error of the host is shown in the window, and the next search works."""
    api.behaviour = lambda: (status, b"")
    search(dialog, wait)
    assert str(status) in dialog.search.status.text()
    api.behaviour = lambda: None
    search(dialog, wait)
    assert len(rows(dialog)) == 3


@pytest.fixture
def silence(api) -> Iterator[threading.Event]:
    """A silence of the API that lasts until it is set."""
    ended = threading.Event()
    api.behaviour = lambda: ended.wait(60) and None
    yield ended
    ended.set()


def test_a_search_can_be_cancelled(dialog, wait, api, silence):
    """After Cancel the window is ready, and nobody waits for the silent API; a new search starts at once."""
    dialog.search.run.click()
    assert not dialog.search.run.isEnabled()
    assert dialog.search.cancel.isVisibleTo(dialog)
    wait(lambda: api.asked)
    dialog.search.cancel.click()
    assert dialog.search.run.isEnabled()
    api.behaviour = lambda: None
    search(dialog, wait)
    assert len(rows(dialog)) == 3
    assert not silence.is_set()


def test_closing_does_not_wait_for_a_silent_api(dialog, wait, api, silence):
    """QGIS ends although a search is running."""
    dialog.search.run.click()
    wait(lambda: api.asked)
    dialog.shut_down()
    assert not silence.is_set()


@pytest.mark.parametrize(
    "break_it",
    [
        lambda panel: panel.area.setCurrentText("None"),
        lambda panel: panel.api.setText("ftp://host"),
        lambda panel: panel.collection.setCurrentText(" "),
        lambda panel: panel.end.setDate(QDate(2024, 1, 1)),
    ],
)
def test_impossible_conditions_are_told_before_a_request(dialog, api, break_it):
    """A wrong condition is told at once."""
    break_it(dialog.search)
    dialog.search.run.click()
    assert dialog.search.run.isEnabled()
    assert dialog.search.status.text()
    assert api.asked == []


def test_catalogues_bring_their_address_and_collections(dialog):
    """A public catalogue is chosen by its name; a typed address is another one."""
    panel = dialog.search
    panel.catalogue.setCurrentIndex(0)
    assert "earth-search" in panel.api.text()
    assert panel.collection.currentText() == "sentinel-2-c1-l2a"
    panel.api.setText("https://host/v1")
    panel.api.textEdited.emit("https://host/v1")
    assert panel.catalogue.currentData() == ""


def test_the_last_catalogue_is_offered_again(dialog, wait, api):
    """An API of one's own is typed once."""
    search(dialog, wait)
    again = StacDialog({}, list, "/")
    assert again.search.api.text() == api.address
    assert again.search.collection.currentText() == "sentinel-2-c1-l2a"
    again.shut_down()
    QgsSettings().remove(SETTINGS_GROUP)


def test_items_are_typed_or_pasted(dialog, added):
    """Files and addresses are mixed, one a line."""
    dialog.tabs.setCurrentIndex(1)
    assert not dialog.add.isEnabled()
    dialog.text.setPlainText("/data/a.json\n\n  https://host/collections/c/items/i  \n/data/a.json\n")
    assert dialog.add.isEnabled()
    dialog.add.click()
    assert added == [Path("/data/a.json"), parse("https://host/collections/c/items/i")]
    assert dialog.text.toPlainText() == ""


@pytest.mark.parametrize("line", ["ftp://host/a.json", "/data/S2A.SAFE", "https://host/../a.json"])
def test_a_line_that_is_no_item_is_told(dialog, line):
    """The number of a wrong line is named."""
    dialog.tabs.setCurrentIndex(1)
    dialog.text.setPlainText(f"/data/a.json\n{line}")
    assert "2" in dialog.problem.text()
    assert not dialog.add.isEnabled()


def test_files_of_items_are_chosen(dialog, monkeypatch):
    """Chosen files are added to the lines."""
    chosen = ["/data/a.json", "/data/b.geojson"]
    monkeypatch.setattr("qgis.PyQt.QtWidgets.QFileDialog.getOpenFileNames", lambda *_: (chosen, ""))
    dialog.choose.click()
    assert dialog.text.toPlainText().splitlines() == chosen


def test_scenes_in_the_list_are_not_added_again(dialog, wait, added):
    """A scene that is in the list already is grey and not ticked, until it is removed from the list."""
    panel = dialog.search
    search(dialog, wait)
    dialog.set_listed({one.location for one in panel.chosen()[:2]})
    first = panel.table.item(0, 0)
    assert not first.flags() & Qt.ItemFlag.ItemIsEnabled
    assert [one.item.acquisition.day for one in panel.chosen()] == ["2025-06-03"]
    assert [character for character in panel.status.text() if character.isdigit()] == ["3", "1", "2"]
    panel.tick.click()
    assert len(panel.chosen()) == 1
    search(dialog, wait)
    assert len(panel.chosen()) == 1
    dialog.set_listed(())
    assert panel.table.item(0, 0).flags() & Qt.ItemFlag.ItemIsEnabled
    panel.tick.click()
    dialog.add.click()
    assert len(added) == 3


def test_the_address_of_an_api_is_asked_for_where_no_catalogue_has_it(dialog):
    """Only the address of another API is to be typed."""
    panel = dialog.search
    assert panel.api.isVisibleTo(dialog)
    panel.catalogue.setCurrentIndex(0)
    assert not panel.api.isVisibleTo(dialog)
    assert panel.note.isVisibleTo(dialog)
    panel.catalogue.setCurrentIndex(panel.catalogue.count() - 1)
    assert panel.api.isVisibleTo(dialog)


def test_items_that_were_added_are_told(dialog, added):
    """The window says that items went to the list, until others are typed."""
    dialog.tabs.setCurrentIndex(1)
    dialog.text.setPlainText("/data/a.json\n/data/b.json")
    dialog.add.click()
    dialog.set_listed(added)
    assert "2" in dialog.problem.text()
    dialog.text.setPlainText("/data/c.json")
    assert dialog.problem.text() == ""


def test_an_authentication_of_qgis_opens_an_api(dialog, wait, api, added):
    """An API that wants a login is searched with the authentication that is chosen in the window."""
    api.login = "Basic dXNlcjpwYXNz"
    search(dialog, wait)
    assert "401" in dialog.search.status.text()
    dialog.authentication.setConfigId(stored("Basic", {"username": "user", "password": "pass"}))
    search(dialog, wait)
    web._granted.clear()
    assert len(rows(dialog)) == 3


def test_an_authentication_that_does_not_fit_is_told(dialog, added):
    """Items in a bucket need key and secret: the window keeps the lines, and says so."""
    dialog.tabs.setCurrentIndex(1)
    dialog.authentication.setConfigId(stored("APIHeader", {"X-Key": "secret"}))
    dialog.text.setPlainText("s3://bucket/a.json")
    dialog.add.click()
    assert added == []
    assert dialog.problem.text()
    assert dialog.text.toPlainText()
