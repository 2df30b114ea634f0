"""The files of the season: masks of a folder that are opened, tables and reports that are written."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox

from ....core.pipeline.batch import run_batch
from ....core.settings import MaskSettings, ProductsToFolder
from ....ui.season.model import Column
from ....ui.season.window import SeasonWindow
from ....ui.shared.layer_tree import mask_layer
from ...season import result_of
from .conftest import column, links, told


@pytest.fixture
def choose(monkeypatch, tmp_path) -> Callable[[str], Path]:
    """Choose a file in the next file dialog."""

    def answer(name: str) -> Path:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(tmp_path / name), ""))
        return tmp_path / name

    return answer


def test_the_table_is_exported_as_csv(window, choose, opened):
    """I open the numbers in my spreadsheet, or their folder, from the window."""
    path = choose("my season.csv")
    window.export_csv.click()
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["clear"] for row in rows] == ["95.0000", "60.0000", "90.0000", "10.0000", ""]
    assert told(window) == f"Written: {path.name} in {path.parent}"
    for link, place in ((path.name, path), (str(path.parent), path.parent)):
        opened.clear()
        window.notice_text.linkActivated.emit(links(window)[link])
        assert list(map(Path, opened)) == [place]
    window.hide_notice.click()
    assert told(window) == ""


def test_a_report_is_saved_in_the_background(window, choose, wait):
    """I continue working while the report is written; a name without a suffix gets one."""
    choose("report")
    window.save_report.click()
    assert not window.save_report.isEnabled()
    assert window.save_report.toolTip() == "Wait until the background task is done"
    wait(lambda: not window.task.is_running())
    path = choose("report.html")
    assert path.read_text(encoding="utf-8").count("data:image/jpeg") == 4
    assert told(window) == f"Written: {path.name} in {path.parent}"
    assert window.save_report.isEnabled()


def test_a_report_that_is_done_after_closing_is_told_in_the_message_bar(window, iface, choose, wait):
    """I close the window while the report is written, and learn from QGIS that it is done."""
    choose("report.html")
    window.save_report.click()
    window.close()
    wait(lambda: not window.task.is_running())
    assert any("report.html" in text for text in iface.messages())


def test_unloading_during_a_report_shows_no_message(window, iface, choose):
    """I update the plugin while a report is written: it stops, and no message follows."""
    choose("report.html")
    window.save_report.click()
    window.shut_down()
    QTest.qWait(200)
    assert iface.messages() == []


def test_a_name_without_a_suffix_does_not_overwrite_a_file(window, iface, choose, monkeypatch):
    """I type 'season', 'season.csv' exists, and I am asked before it is replaced."""
    path = choose("season.csv")
    path.write_text("mine", encoding="utf-8")
    choose("season")
    asked: list[str] = []
    answers = iter((QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes))

    def answer(*given: Any) -> QMessageBox.StandardButton:
        asked.append(given[2])
        return next(answers)

    monkeypatch.setattr(QMessageBox, "question", answer)
    window.export_csv.click()
    assert path.read_text(encoding="utf-8") == "mine"
    assert asked == [f"{path} exists. Overwrite it?"]
    window.export_csv.click()
    assert path.read_text(encoding="utf-8").startswith("product,")


def test_a_file_that_cannot_be_written_is_named(window, iface, choose, wait):
    """I read in the window which file could not be written, for the table and for the report."""
    table = choose("missing/season.csv")
    window.export_csv.click()
    assert str(table) in told(window)
    report = choose("missing/season.html")
    window.save_report.click()
    assert told(window) == "", "An earlier message goes when something new begins."
    wait(lambda: not window.task.is_running())
    assert str(report) in told(window)
    assert iface.messages() == []


def test_the_scenes_shown_are_exported(window, choose, wait):
    """Table and report have the scenes that I see, and their buttons say so."""
    window.filter.search.setText("T33UUU")
    window.filter.least.setValue(50)
    assert all("(2 of 5)" in button.toolTip() for button in (window.export_csv, window.save_report))
    path = choose("season.csv")
    window.export_csv.click()
    with path.open(encoding="utf-8", newline="") as file:
        assert [row["clear"] for row in csv.DictReader(file)] == ["95.0000", "60.0000"]
    path = choose("season.html")
    window.save_report.click()
    wait(lambda: not window.task.is_running())
    assert path.read_text(encoding="utf-8").count("data:image/jpeg") == 2
    window.filter.search.setText("2031")
    assert not window.export_csv.isEnabled()
    assert window.save_report.toolTip() == "No scene matches the filter"


@pytest.fixture
def choose_folder(monkeypatch) -> Callable[[Path], None]:
    """Choose a folder in the next folder dialog."""
    return lambda folder: monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_arguments: str(folder))


def test_masks_of_earlier_sessions_open_as_a_season(iface, product, tmp_path, choose_folder, wait):
    """I open last week's folder and get table, chart and layers, without masking again."""
    made = run_batch(MaskSettings(ProductsToFolder((product,), tmp_path / "masks"), quiet=True))
    window = SeasonWindow(iface)
    choose_folder(tmp_path / "masks")
    window.open_masks.click()
    wait(lambda: window.rows.rowCount() == 1)
    assert window.summary.text() == "Scenes masked: 1, in map: 0"
    assert column(window, Column.CLEAR) == [f"{result_of(made[0]).clear_percent:.1f}"]
    assert column(window, Column.TILE) == ["T33UUU"]
    assert [bar.scene.product for bar in window.chart.chart().bars] == [product.stem]
    window.table.selectAll()
    window.add_to_map.click()
    wait(lambda: mask_layer(QgsProject.instance(), result_of(made[0])))
    assert len(QgsProject.instance().mapLayers()) == 2  # the natural colours too
    empty = tmp_path / "empty"
    empty.mkdir()
    choose_folder(empty)
    wait(lambda: not window.task.is_running())
    window.settle()
    window.show()
    window.open_masks.click()
    wait(lambda: str(empty) in told(window))
    assert window.rows.rowCount() == 1
    window.shut_down()
    window.deleteLater()


def test_skipped_masks_are_counted(iface, tmp_path, product, choose_folder, wait):
    """I read how many masks of the folder were left out."""
    for resolution in (10, 20):
        job = ProductsToFolder((product,), tmp_path / "masks")
        run_batch(MaskSettings(job, processing_res=resolution, quiet=True))
    window = SeasonWindow(iface)
    choose_folder(tmp_path / "masks")
    window.show()
    window.open_masks.click()
    wait(lambda: window.rows.rowCount() == 1)
    assert told(window) == "1 mask with another resolution or area was skipped."
    window.shut_down()
    window.deleteLater()


def test_the_folder_of_the_masks_opens(window, season, opened):
    """One click shows the files."""
    window.open_folder.click()
    assert list(map(Path, opened)) == [result_of(season[0]).mask_path.parent]
    window.clear()
    assert not window.open_folder.isEnabled()
