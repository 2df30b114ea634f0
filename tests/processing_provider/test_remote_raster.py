"""`clouds2mask:maskraster` on a remote raster, which must not block QGIS."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import numpy as np
import pytest
import rasterio
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QEventLoop, QTimer

from ...core.product import raster
from ...core.product.raster import Raster, RasterStack, open_raster
from ...core.stac import opening
from ...processing_provider import mask_raster
from ...processing_provider.raster_layers import is_remote
from ...ui.shared.raster_source import gdal_source
from ..rasters import write_raster
from .conftest import FLAT, unnamed

BANDS = {"BLUE": 1, "GREEN": 2, "RED": 3, "NIR": 4, "SWIR1": 5, "SWIR2": 6}


@pytest.fixture
def layer(tmp_path, monkeypatch) -> Iterator[QgsRasterLayer]:
    """A layer that counts as remote."""
    values = np.stack([np.full((60, 60), 10000 * value) for value in FLAT.values()])
    made = QgsRasterLayer(write_raster(tmp_path / "stack.tif", values), "remote")
    monkeypatch.setattr(mask_raster, "is_remote", lambda source: source == made.source())
    QgsProject.instance().addMapLayer(made)
    yield made
    QgsProject.instance().clear()


def test_a_remote_raster_is_opened_only_in_the_background(layer, tmp_path, monkeypatch):
    """After Run, QGIS stays usable, even if the server is slow; the mask is that of the raster."""
    threads: list[threading.Thread] = []

    def watched(stack: RasterStack) -> Raster:
        threads.append(threading.current_thread())
        return open_raster(stack)

    for module in (raster, opening):
        monkeypatch.setattr(module, "open_raster", watched)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:maskraster")
    given = {"INPUT": layer, **BANDS, "OUTPUT": str(tmp_path / "mask.tif")}
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(QgsProject.instance())
    assert algorithm.checkParameterValues(given, context) == (True, "")
    assert threads == []
    loop = QEventLoop()
    done: list[bool] = []
    task = QgsProcessingAlgRunnerTask(algorithm, given, context, feedback)
    task.executed.connect(lambda successful, _results: done.__iadd__([successful]))
    task.executed.connect(loop.quit)
    QTimer.singleShot(60_000, loop.quit)
    QgsApplication.taskManager().addTask(task)
    loop.exec()
    assert done == [True], feedback.textLog()
    assert len(threads) == 1
    assert threading.main_thread() not in threads
    with rasterio.open(tmp_path / "mask.tif") as mask:
        assert mask.shape == (60, 60)
        assert (mask.read(1) == 0).mean() > 0.9


def test_a_wrong_option_is_refused_without_opening_the_raster(layer):
    """A scale of 0 is refused before the run, also for a remote raster."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:maskraster")
    given = {"INPUT": layer, **BANDS, "SCALE": 0, "OUTPUT": "TEMPORARY_OUTPUT"}
    fits, reason = algorithm.checkParameterValues(given, QgsProcessingContext())
    assert not fits
    assert unnamed(reason, "scale", "0.0") == []


@pytest.mark.parametrize(
    ("source", "remote"),
    [
        ("/vsicurl/https://example.org/a.tif", True),
        ("/vsis3/bucket/a.tif", True),
        ("/vsizip//vsicurl/https://example.org/a.zip/a.tif", True),
        ("/vsicurl_streaming/https://example.org/a.tif", True),
        ("/vsiaz_streaming/a/b.tif", True),
        ("https://example.org/a.tif", True),
        ("/vsizip//home/me/a.zip/a.tif", False),
        ("C:/scenes/a.tif", False),
    ],
)
def test_remote_sources_are_recognised(source, remote):
    """Files and archives on my disk are not remote, so they are checked before the run."""
    assert is_remote(source) == remote


@pytest.mark.parametrize(
    "behind", ["", "|option:NUM_THREADS=2", "|credential:AWS_REGION=eu", "|option:A=1|credential:B=2"]
)
def test_options_after_the_file_name_are_removed(behind):
    """GDAL gets the file name without the options, and since 3.40 credentials, that QGIS appends."""
    layer = QgsRasterLayer(f"/vsis3/bucket/stack.tif{behind}", "stack", "gdal")
    assert gdal_source(layer) == "/vsis3/bucket/stack.tif"
