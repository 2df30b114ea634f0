"""Runs of the window in Processing's history."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from processing.gui.AlgorithmDialog import AlgorithmDialog
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
)
from qgis.gui import QgsGui

from ...core.areas.area import AreaOfInterest
from ...core.masks.usable import ClearRule
from ...core.settings import MaskSettings, create_settings
from ...processing_provider import history
from ...processing_provider.parameter_values import Values
from ...processing_provider.refinement import valid_mask_rule
from ...ui.shared.area_geometry import AreaGeometry
from .conftest import FLAT


def settings(tmp_path, **options) -> MaskSettings:
    """Return the settings of a run of the window."""
    return create_settings((tmp_path / "A.SAFE", tmp_path / "B.SAFE"), tmp_path / "masks", **options)


def test_a_run_of_the_window_can_be_repeated_from_the_history(tmp_path, monkeypatch):
    """I find a run of the window in the history, as a call of the algorithm that repeats it."""
    commands = []
    monkeypatch.setattr(history, "_add", lambda _algorithm, _parameters, command: commands.append(command))
    area = AreaOfInterest.box(1, 2, 3, 4, "EPSG:4326")
    history.remember(settings(tmp_path, processing_res=10, buffer_m=60, area=area))
    (command,) = commands
    assert command.startswith('processing.run("clouds2mask:maskscenes"')
    for part in ("A.SAFE", "B.SAFE", "'RESOLUTION':10", "'BUFFER':60", "'EXTENT':'1.0,3.0,2.0,4.0 [EPSG:4326]'"):
        assert part in command


def test_the_parameters_are_those_of_the_run(tmp_path):
    """A run repeated from the history has the same settings."""
    run = settings(tmp_path, processing_res=10, buffer_m=60, overwrite=True, patch_size=256, device="cpu")
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:maskscenes")
    parameters = history.parameters_of(run)
    values = Values(algorithm, parameters, QgsProcessingContext())
    again = algorithm.settings(values, job=run.job)
    for name in ("processing_res", "buffer_m", "model", "device", "patch_size", "patch_placement"):
        assert getattr(again, name) == getattr(run, name)


def test_a_run_over_a_drawn_polygon_is_repeated_with_exactly_its_area(tmp_path):
    """The polygons lie in a file beside the masks, so that the repeated run has the same area and the same masks."""
    crs = QgsCoordinateReferenceSystem("EPSG:32633")
    drawn = [QgsGeometry.fromWkt(f"POLYGON(({x} 0, {x + 0.1} 7, {x} 8.3, {x} 0))") for x in (1 / 3, 100)]
    area = AreaGeometry.of_polygons(drawn, crs, "drawn").area_of_interest()
    parameters = history.parameters_of(settings(tmp_path, area=area))
    assert parameters["AREA"] == str(tmp_path / "masks" / f"area_{area.digest[:8]}.gpkg")
    assert "EXTENT" not in parameters
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:maskscenes")
    again = algorithm.area(Values(algorithm, parameters, QgsProcessingContext()))
    assert again == area
    assert again.digest == area.digest
    assert history.parameters_of(settings(tmp_path, area=area)) == parameters


def test_an_area_that_cannot_be_written_leaves_no_wrong_entry(tmp_path, monkeypatch):
    """A run whose output folder cannot be made has no entry rather than one without its area."""
    commands = []
    monkeypatch.setattr(history, "_add", lambda _algorithm, _parameters, command: commands.append(command))
    (tmp_path / "masks").touch()
    triangle = AreaOfInterest('{"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [0, 1], [0, 0]]]}', "EPSG:4326")
    history.remember(settings(tmp_path, area=triangle))
    assert commands == []
    (tmp_path / "masks").unlink()
    history.remember(settings(tmp_path, area=triangle))
    (command,) = commands
    assert "'AREA':" in command
    assert "'LOAD_MASKS':True" in command  # as the window does


def test_a_valid_mask_without_water_is_repeated(tmp_path):
    """The classes that I excluded are those of the repeated run."""
    rule = ClearRule(("thick_cloud", "shadow", "water"), 20.0, 0.5)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:maskscenes")
    parameters = history.parameters_of(settings(tmp_path, valid_mask=rule))
    assert valid_mask_rule(Values(algorithm, parameters, QgsProcessingContext())) == rule
    assert valid_mask_rule(Values(algorithm, {}, QgsProcessingContext())) == ClearRule()


def test_verification_is_repeated(tmp_path):
    """A run that verified its products does so again; the entry of another run does not name the option."""
    verified, plain = (history.parameters_of(settings(tmp_path, verify=on)) or {} for on in (True, False))
    assert verified["VERIFY"] is True
    assert plain
    assert "VERIFY" not in plain


def test_the_entry_reaches_qgis(tmp_path):
    """I see the run in QGIS's history."""
    history.remember(settings(tmp_path))
    assert any("clouds2mask:maskscenes" in entry for entry in history_of_qgis())


def reopened(monkeypatch, command: str = "") -> AlgorithmDialog:
    """Open the window of a command, or of the newest entry of the history, as QGIS does after a double click on it."""
    dialogs: list[AlgorithmDialog] = []

    def open_dialog(name: str, parameters: dict[str, Any]) -> None:
        dialogs.append(AlgorithmDialog(QgsApplication.processingRegistry().createAlgorithmById(name)))
        dialogs[-1].setParameters(parameters)

    monkeypatch.setattr("processing.gui.ParametersPanel.iface", None)
    monkeypatch.setattr("processing.execAlgorithmDialog", open_dialog, raising=False)
    if command or hasattr(QgsGui, "historyProviderRegistry"):
        code = (command or commands_of_qgis()[-1]).replace("processing.run(", "processing.execAlgorithmDialog(")
        exec(f"import processing\n{code}")  # noqa: S102 - as QGIS does
    else:
        from processing.gui.HistoryDialog import HistoryDialog

        window = HistoryDialog()
        window.tree.setCurrentItem(window.tree.topLevelItem(0).child(0))
        window.executeAlgorithm()
    (dialog,) = dialogs
    return dialog


def test_a_run_reopened_from_the_history_masks_the_same_products(make_product, tmp_path, monkeypatch, run):
    """I double-click a run of the window in the history and press Run: the same products get the same masks."""
    products = tuple(make_product(FLAT, folder=tmp_path / name) for name in ("a", "b with blank"))
    area = AreaOfInterest.box(1, 2, 3, 4, "EPSG:4326")
    first = create_settings(products, tmp_path / "masks", processing_res=30, buffer_m=60, area=area)
    history.remember(first)
    given = reopened(monkeypatch).createProcessingParameters()
    assert [Path(path) for path in given["INPUTS"]] == list(products)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:maskscenes")
    values = Values(algorithm, given, QgsProcessingContext())
    again = algorithm.settings(values, job=first.job, area=algorithm.area(values))
    for name in ("processing_res", "buffer_m", "model", "device", "patch_placement", "output_compression"):
        assert getattr(again, name) == getattr(first, name)
    assert again.area is not None
    assert again.area.as_box() == area.as_box()
    results = run("maskscenes", **{**given, "EXTENT": None, "TABLE": str(tmp_path / "table.csv")})
    assert results["MASK_COUNT"] == len(products)


def test_the_whole_window_is_restored_from_the_history(tmp_path, monkeypatch):
    """Lists of models and classes, an area and the outputs come back as they were."""
    rule = ClearRule(("thick_cloud", "shadow"), 100, 2)
    chosen = settings(tmp_path, model="ukis-6b-l1c+ukis-4b-l1c", valid_mask=rule, output_compression="zstd")
    parameters = history.parameters_of(chosen)
    history.remember(chosen)
    given = reopened(monkeypatch).createProcessingParameters()
    assert {name: given[name] for name in parameters if name != "TABLE"} == {
        name: value for name, value in parameters.items() if name != "TABLE"
    }


@pytest.mark.skipif(not hasattr(QgsProcessingAlgorithm, "asMap"), reason="QGIS copies runs as JSON since 3.24")
def test_a_run_can_be_copied_as_json_and_for_the_shell(tmp_path):
    """The entry holds the parameters as `qgis_process` reads them."""
    history.remember(settings(tmp_path, buffer_m=60))
    registry = QgsGui.historyProviderRegistry()
    entry = registry.queryEntries(providerId="processing")[-1].entry
    inputs = json.loads(json.dumps(entry["parameters"]))["inputs"]
    assert inputs["INPUTS"] == [str(tmp_path / "A.SAFE"), str(tmp_path / "B.SAFE")]
    assert inputs["BUFFER"] == 60
    assert entry["process_command"].startswith("qgis_process run clouds2mask:maskscenes")
    assert entry["process_command"].count("--INPUTS=") == 2


def commands_of_qgis() -> list[str]:
    """Return the Python commands of Processing's history."""
    if hasattr(QgsGui, "historyProviderRegistry"):
        entries = QgsGui.historyProviderRegistry().queryEntries(providerId="processing")
        return [entry.entry["python_command"] for entry in entries]
    return history_of_qgis()


def history_of_qgis() -> list[str]:
    """Return all entries of Processing's history."""
    if hasattr(QgsGui, "historyProviderRegistry"):
        return [str(entry.entry) for entry in QgsGui.historyProviderRegistry().queryEntries(providerId="processing")]
    from processing.core.ProcessingLog import ProcessingLog

    return [entry.text for entry in ProcessingLog.getLogEntries()]


def test_a_run_of_the_toolbox_can_be_repeated_too(tmp_path, monkeypatch):
    """A choice in the window of an algorithm survives the way through the history of QGIS."""
    chosen = {"WITH_MODELS": ["omnicloudmask"], "VALID_CLASSES": ["thin_cloud", "shadow"], "DEVICE": "cpu"}
    inputs = [str(tmp_path / "A.SAFE"), str(tmp_path / "B.SAFE")]
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:maskscenes")
    monkeypatch.setattr("processing.gui.ParametersPanel.iface", None)
    first = AlgorithmDialog(algorithm)
    first.setParameters({"INPUTS": inputs, "OUTPUT_FOLDER": str(tmp_path), **chosen})
    given = first.createProcessingParameters()
    command = algorithm.asPythonCommand(given, QgsProcessingContext())
    again = reopened(monkeypatch, command).createProcessingParameters()
    values = Values(algorithm, again, QgsProcessingContext())
    assert again["INPUTS"] == inputs
    assert {name: values.choices(name) for name in chosen} == {**chosen, "DEVICE": ["cpu"]}
    first.close()
