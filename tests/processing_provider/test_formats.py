"""Outputs have the format that their names say, or are refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingOutputLayerDefinition

from ...core.errors import SettingError
from ...core.settings import create_settings
from ..rasters import write_mask, write_raster
from ..refusals import refused
from .conftest import FLAT, run_step, stopped, unnamed


@pytest.fixture
def given(make_product, tmp_path) -> dict[str, dict[str, Any]]:
    """Inputs of the algorithms that write rasters or reports."""
    mask = write_mask(tmp_path / "mask.tif", np.zeros((8, 8)))
    scene = write_raster(tmp_path / "scene.tif", np.ones((8, 8)))
    return {
        "maskscene": {"INPUT": str(make_product(FLAT))},
        "applymask": {"INPUT": scene, "MASK": mask},
        "validmask": {"INPUT": mask},
        "composite": {"INPUTS": [scene], "MASKS": [mask]},
        "comparemasks": {"INPUT": mask, "REFERENCE": mask},
    }


@pytest.mark.parametrize(
    ("name", "output", "suffix"),
    [
        ("maskscene", "OUTPUT", "gpkg"),
        ("maskscene", "CONFIDENCE", "img"),
        ("maskscene", "VALID_MASK", "asc"),
        ("applymask", "OUTPUT", "gpkg"),
        ("validmask", "OUTPUT", "jp2"),
        ("composite", "OUTPUT", "vrt"),
        ("comparemasks", "REPORT", "pdf"),
    ],
)
def test_an_output_of_another_format_is_refused(run, given, tmp_path, name, output, suffix):
    """The message names the parameter and the file, before anything is computed, also in a step of a model."""
    path = tmp_path / f"out.{suffix}"
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"clouds2mask:{name}")
    own = {"OUTPUT": str(tmp_path / "out.tif")} if algorithm.parameterDefinition("OUTPUT") else {}
    parameters = {**given[name], **own, output: str(path)}
    fits, text = algorithm.checkParameterValues(parameters, QgsProcessingContext())
    assert not fits
    assert unnamed(text, output, path) == [], text
    with stopped(output, path):
        run(name, **parameters)
    _, log = run_step(name, **{**parameters, output: QgsProcessingOutputLayerDefinition(str(path))})
    assert unnamed(log, output, path) == [], log
    assert not path.exists()


@pytest.mark.parametrize("name", ["out.tif", "out.TIFF"])
def test_geotiffs_are_written(run, given, tmp_path, name):
    """Both suffixes of GeoTIFF, in any case."""
    run("applymask", **given["applymask"], OUTPUT=str(tmp_path / name))
    assert (tmp_path / name).read_bytes()[:2] in {b"II", b"MM"}


@pytest.mark.parametrize("field", ["mask_path", "confidence_path", "valid_mask_path"])
def test_the_engine_refuses_other_formats_too(tmp_path, field):
    """A script names a file of another format: the error names it."""
    from ...core.masks.usable import ClearRule

    files = {"mask_path": "a.tif", "confidence_path": "b.tif", "valid_mask_path": "c.tif", field: "x.gpkg"}
    options: dict[str, Any] = {"export_confidence": True, "valid_mask": ClearRule(), **files}
    with refused(SettingError, path=Path("x.gpkg")):
        create_settings(["S2A.SAFE"], tmp_path, **options)
