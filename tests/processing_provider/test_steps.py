"""Steps of graphical models, which QGIS does not check: an unusable input is named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProject, QgsRasterLayer

from ...core.networks.importing import import_model
from ...processing_provider.parameter_values import Values
from ..core.conftest import tiny_card, tiny_network
from ..rasters import write_raster
from .conftest import run_step, unnamed


def step(name: str, **parameters: Any) -> str:
    """Return the log of an algorithm that fails as a step."""
    return run_step(name, **parameters)[1]


@pytest.fixture
def mask(tmp_path) -> str:
    """A cloud mask without clouds."""
    return write_raster(tmp_path / "mask.tif", np.zeros((30, 30)), dtype="uint8", nodata=255)


@pytest.fixture
def gone(tmp_path) -> QgsRasterLayer:
    """A layer of the project whose file was deleted."""
    layer = QgsRasterLayer(str(tmp_path / "gone.tif"), "gone")
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.mark.parametrize("as_layer", [True, False])
@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("applymask", {"INPUT": "mask", "MASK": "gone"}),
        ("applymask", {"INPUT": "gone", "MASK": "mask"}),
        ("validmask", {"INPUT": "gone"}),
        ("maskpolygons", {"INPUT": "gone"}),
        ("composite", {"INPUTS": ["gone"]}),
        ("classstatistics", {"INPUT": "gone", "ZONES": "mask"}),
        ("classstatistics", {"INPUT": "mask", "ZONES": "gone"}),
        ("comparemasks", {"INPUT": "mask", "REFERENCE": "gone"}),
        ("comparemasks", {"INPUT": "mask", "PRODUCT": "gone"}),
        ("comparemasks", {"INPUT": "mask", "POLYGONS": "gone", "CLASS_FIELD": "kind"}),
        ("comparemasks", {"INPUT": "mask", "REFERENCE": "mask", "REFERENCE_VALUES": "0=gone.tif"}),
        ("maskraster", {"INPUT": "gone"}),
        ("maskscene", {"INPUT": "gone"}),
        ("importmodel", {"INPUT": "gone"}),
    ],
)
def test_a_missing_input_is_named(mask, gone, tmp_path, name, parameters, as_layer):
    """The message names the missing file, without a traceback, and no output file is left."""
    layers = {"mask": mask, "gone": gone.id() if as_layer else gone.source()}
    given = {
        key: [layers[one] for one in value] if isinstance(value, list) else layers.get(value, value)
        for key, value in parameters.items()
    }
    output = tmp_path / "out.tif"
    before = sorted(tmp_path.iterdir())
    log = step(name, **given, OUTPUT=str(output))
    assert "gone" in log
    assert "Traceback" not in log
    assert sorted(tmp_path.iterdir()) == before


def test_wrong_values_stop_the_step(mask, tmp_path):
    """The message names the parameter and the value, such as a number with a comma."""
    output = str(tmp_path / "out.tif")
    for name, given, parameter, value in (
        ("applymask", {"INPUT": mask, "MASK": mask}, "NODATA", "-0,1"),
        ("validmask", {"INPUT": mask}, "BUFFER", "20 m"),
        ("maskraster", {"INPUT": mask}, "OFFSET", "-0,1"),
        ("maskraster", {"INPUT": mask}, "TIME", "soon"),
        ("comparemasks", {"INPUT": mask, "REFERENCE": mask}, "DETAIL", "all"),
        ("importmodel", {"INPUT": str(tmp_path / "net.onnx")}, "PATCH_SIZE", "abc"),
    ):
        log = step(name, **given, **{parameter: value}, OUTPUT=output)
        assert unnamed(log, parameter, value) == [], log


def test_an_empty_input_is_not_the_working_directory(provider):
    """If an earlier step returned no file, the message names the parameter."""
    assert unnamed(step("importmodel", INPUT=""), "INPUT", ".onnx") == []
    assert unnamed(step("maskscene", INPUT=None), "INPUT", "Sentinel-2") == []


def test_a_model_imported_by_an_earlier_step_can_be_used(provider, tmp_path, monkeypatch):
    """Models are looked up when the step runs, also those to average with."""
    monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(tmp_path / "models"))
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:maskscene")
    brought = tmp_path / "brought"
    brought.mkdir()
    network = tiny_network(np.array([[0, 0], [20, 0], [0, -30]], np.float32), np.array([0, -5, 2.5], np.float32))
    (brought / "net.onnx").write_bytes(network)
    fields = tiny_card(id="mine", bands=["B02", "B03"], networks=[{"file": "net.onnx"}])
    card = Path(brought / "mine.json")
    card.write_text(json.dumps(fields), encoding="utf-8")
    import_model(card)
    context = QgsProcessingContext()
    values = Values(algorithm, {"MODEL": "ukis-6b-l1c", "WITH_MODELS": ["mine"]}, context)
    assert values.choice("MODEL") == "ukis-6b-l1c"
    assert values.choices("WITH_MODELS") == ["mine"]
