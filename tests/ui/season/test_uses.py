"""The season goes on: the algorithms of the toolbox open with exactly the selected dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from inspect import signature
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback, QgsProject
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QAction, QFileDialog

from ....core.masks.result import SceneOutcome
from ....processing_provider.provider import CloudS2MaskProvider
from ....ui.season.window import SeasonWindow
from ....ui.shared.layer_tree import add_layers
from ....ui.shared.layers import open_layers
from ....ui.tables.row_menu import Deed
from ...season import cloudy, masked, result_of


@pytest.fixture
def opened_windows(qgis_processing, monkeypatch) -> Iterator[list[Any]]:
    """The algorithms of the plugin, and the windows of algorithms, which are closed at the end."""
    provider = CloudS2MaskProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    for module in ("AlgorithmDialog", "BatchAlgorithmDialog", "BatchPanel", "ParametersPanel"):
        monkeypatch.setattr(f"processing.gui.{module}.iface", None, raising=False)
    windows: list[Any] = []
    yield windows
    for window in windows:
        window.close()
        window.deleteLater()
    QCoreApplication.processEvents()
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.fixture
def dates(tmp_path) -> list[SceneOutcome]:
    """Three masks of one tile with their scenes, not in order of time, of products that a composite can match."""
    return [_with_scene(masked(tmp_path, day, cloudy(10 * day))) for day in (5, 0, 10)]


def _with_scene(outcome: SceneOutcome) -> SceneOutcome:
    """Write a scene beside a mask."""
    result = result_of(outcome)
    path = result.mask_path.with_name(f"{result.acquisition.name}_scene.tif")
    grid = result.grid
    profile = {"width": grid.width, "height": grid.height, "count": 1, "dtype": "uint16", "nodata": 0}
    with rasterio.open(path, "w", driver="GTiff", crs=grid.crs, transform=grid.transform(), **profile) as dataset:
        dataset.write(np.full((1, grid.height, grid.width), 100, np.uint16))
    with rasterio.open(result.mask_path, "r+") as mask:
        mask.update_tags(CLOUDS2MASK_PRODUCT=result.acquisition.name)
    return replace(outcome, result=replace(result, vrt_path=path))


@pytest.fixture
def season_of_dates(iface, dates) -> Iterator[SeasonWindow]:
    """The season of the three dates."""
    window = SeasonWindow(iface)
    for outcome in dates:
        window.add(outcome)
    window.settle()
    window.show()
    yield window
    window.shut_down()
    window.deleteLater()


def use(window: SeasonWindow, name: str, opened_windows: list[Any]) -> Any:
    """Choose an entry of the button's menu, and return the window that opens."""
    menu = window.use_selected.menu()
    menu.aboutToShow.emit()
    action = menu.findChild(QAction, name)
    assert action.isEnabled(), action.toolTip()
    action.trigger()
    opened_windows.append(window.uses.window)
    return window.uses.window


def files(outcomes: list[SceneOutcome]) -> tuple[list[str], list[str]]:
    """Return the scenes and the masks of outcomes."""
    results = [result_of(outcome) for outcome in outcomes]
    return [str(one.vrt_path) for one in results], [str(one.mask_path) for one in results]


def lines(window: Any) -> list[dict[str, Any]]:
    """Return the values of the lines of a batch."""
    table = window.mainWidget()
    # QGIS 3.22 asks for no context.
    asks = "context" in signature(table.parametersForRow).parameters
    context = {"context": QgsProcessingContext()} if asks else {}
    parameters = [table.parametersForRow(n, warnOnInvalid=False, **context) for n in range(table.batchRowCount())]
    return [values for values, _fits in parameters]


def test_a_composite_of_the_dates_above_the_line(season_of_dates, dates, opened_windows, tmp_path):
    """I set 50 %, select, and get the composite of these two dates in order of time, which runs as it is."""
    season_of_dates.filter.least.setValue(50)
    season_of_dates.select_shown.click()
    window = use(season_of_dates, "composite", opened_windows)
    given = window.createProcessingParameters()
    scenes, masks = files([dates[1], dates[0]])
    assert (given["INPUTS"], given["MASKS"]) == (scenes, masks)
    given["OUTPUT"] = str(tmp_path / "composite.tif")
    results, ran = window.algorithm().create().run(given, QgsProcessingContext(), QgsProcessingFeedback())
    assert ran
    assert results["COVERED_PERCENT"] == 100


def test_one_mask_is_applied_in_a_form(season_of_dates, dates, opened_windows):
    """For one date, the form has its scene and its mask."""
    season_of_dates.select(result_of(dates[2]).acquisition.name)
    given = use(season_of_dates, "apply mask", opened_windows).createProcessingParameters()
    scenes, masks = files([dates[2]])
    assert (given["INPUT"], given["MASK"]) == (scenes[0], masks[0])


def test_several_masks_are_applied_in_a_table(season_of_dates, dates, opened_windows):
    """For several dates, each has a line with scene, mask and a file beside the mask."""
    season_of_dates.table.selectAll()
    batch = lines(use(season_of_dates, "apply mask", opened_windows))
    scenes, masks = files([dates[1], dates[0], dates[2]])
    assert [line["INPUT"] for line in batch] == scenes
    assert [line["MASK"] for line in batch] == masks
    outputs = [Path(str(_sink(line["OUTPUT"]))) for line in batch]
    assert [path.name for path in outputs] == [f"{Path(mask).stem}_masked.tif" for mask in masks]


def test_statistics_of_several_dates_have_columns_of_their_own(season_of_dates, dates, opened_windows):
    """Each line names its date in the columns, so that the results can be joined."""
    season_of_dates.table.selectAll()
    batch = lines(use(season_of_dates, "statistics", opened_windows))
    assert [line["INPUT"] for line in batch] == files([dates[1], dates[0], dates[2]])[1]
    assert [line["PREFIX"] for line in batch] == ["20240403_", "20240408_", "20240413_"]


def _sink(value: Any) -> Any:
    return value.sink.staticValue() if hasattr(value, "sink") else value


def test_a_mask_as_polygons(season_of_dates, dates, opened_windows):
    """The polygons of a date lie beside its mask."""
    season_of_dates.table.selectRow(0)
    given = use(season_of_dates, "polygons", opened_windows).createProcessingParameters()
    mask = result_of(dates[1]).mask_path
    assert given["INPUT"] == str(mask)
    assert "polygons.gpkg" in str(given["OUTPUT"])


def test_a_date_is_corrected_by_hand(season_of_dates, dates, iface):
    """From the season, a mask on the map becomes the active layer and is corrected; other rows say why not."""
    menu, wanted = season_of_dates.row_menu, []
    season_of_dates.correction_wanted.connect(lambda: wanted.append(iface.active.source()))
    season_of_dates.table.selectRow(0)
    assert "Add the scene to the map" in menu.why_not(Deed.CORRECT)
    mask = result_of(dates[1])
    add_layers(QgsProject.instance(), mask, open_layers(mask))
    assert menu.why_not(Deed.CORRECT) == ""
    menu.do(Deed.CORRECT)
    assert wanted == [str(mask.mask_path)]
    season_of_dates.table.selectAll()
    assert "single" in menu.why_not(Deed.CORRECT)


def test_the_lines_of_a_table_run(season_of_dates, dates, opened_windows):
    """The algorithm accepts what is filled in, and masks the scenes."""
    season_of_dates.table.selectAll()
    window = use(season_of_dates, "apply mask", opened_windows)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    for line, cloud in zip(lines(window), (0, 50, 100)):
        algorithm = window.algorithm().create()
        fits, reason = algorithm.checkParameterValues(line, context)
        assert fits, reason
        results, ran = algorithm.run(line, context, QgsProcessingFeedback())
        assert ran
        assert results["MASKED_PERCENT"] == cloud


def test_a_report_of_the_selected_dates(season_of_dates, dates, tmp_path, monkeypatch, wait):
    """The report of the menu has only the selected dates, that of the button all that are shown."""
    target = tmp_path / "report.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(target), ""))
    season_of_dates.select(result_of(dates[2]).acquisition.name)
    season_of_dates.row_menu.menu().findChild(QAction, "report").trigger()
    wait(lambda: target.exists() and not season_of_dates.task.is_running())
    text = target.read_text(encoding="utf-8")
    assert "2024-04-13" in text
    assert "2024-04-08" not in text


def test_what_lacks_is_named(season_of_dates, dates, opened_windows):
    """Without a natural-colour layer there is no composite, and I read of which date; a removed mask is named too."""
    scene = result_of(dates[0]).vrt_path
    assert scene
    scene.unlink()
    season_of_dates.table.selectAll()
    action = season_of_dates.row_menu.menu().findChild(QAction, "composite")
    assert not action.isEnabled()
    assert "2024-04-08" in action.toolTip()
    result_of(dates[1]).mask_path.unlink()
    action = season_of_dates.row_menu.menu().findChild(QAction, "statistics")
    assert not action.isEnabled()
    assert result_of(dates[1]).mask_path.name in action.toolTip()
    season_of_dates.table.clearSelection()
    assert not season_of_dates.use_selected.isEnabled()
