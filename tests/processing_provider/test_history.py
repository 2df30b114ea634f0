"""Runs of the window in Processing's history."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication, QgsProcessingContext

from ...core.raster.area import AreaOfInterest
from ...core.settings import MaskSettings, create_settings
from ...processing_provider import history
from ...processing_provider.parameter_values import Values


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
    assert parameters is not None
    values = Values(algorithm, parameters, QgsProcessingContext())
    again = algorithm.settings(values, job=run.job)
    for name in ("processing_res", "buffer_m", "model", "device", "patch_size", "patch_placement"):
        assert getattr(again, name) == getattr(run, name)


@pytest.mark.parametrize("crs", ["EPSG:4326", ""])
def test_an_area_that_is_not_an_extent_is_not_recorded(tmp_path, crs):
    """A triangle cannot be written as an extent, so the run has no entry rather than a wrong one."""
    triangle = AreaOfInterest('{"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [0, 1], [0, 0]]]}', crs)
    assert history.parameters_of(settings(tmp_path, area=triangle)) is None


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


def history_of_qgis() -> list[str]:
    """Return all entries of Processing's history."""
    from qgis.gui import QgsGui

    if hasattr(QgsGui, "historyProviderRegistry"):
        return [str(entry.entry) for entry in QgsGui.historyProviderRegistry().queryEntries(providerId="processing")]
    from processing.core.ProcessingLog import ProcessingLog

    return [entry.text for entry in ProcessingLog.getLogEntries()]
