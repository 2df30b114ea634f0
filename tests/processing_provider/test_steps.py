"""Steps of graphical models, which QGIS runs without a check: what a step before left is told when it is no good."""

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
from .conftest import run_step


def step(name: str, **parameters: Any) -> str:
    """What an algorithm says that cannot do as a step what it is asked for."""
    return run_step(name, **parameters)[1]


@pytest.fixture
def mask(tmp_path) -> str:
    """A mask."""
    return write_raster(tmp_path / "mask.tif", np.zeros((30, 30)), dtype="uint8", nodata=255)


@pytest.fixture
def gone(tmp_path) -> QgsRasterLayer:
    """A layer of the project whose file is no longer there."""
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
        ("composite", {"INPUTS": ["gone"]}),
        ("classstatistics", {"INPUT": "gone", "ZONES": "mask"}),
        ("classstatistics", {"INPUT": "mask", "ZONES": "gone"}),
        ("comparemasks", {"INPUT": "mask", "REFERENCE": "gone"}),
        ("comparemasks", {"INPUT": "mask", "PRODUCT": "gone"}),
        ("comparemasks", {"INPUT": "mask", "REFERENCE": "mask", "REFERENCE_VALUES": "0=gone.tif"}),
        ("maskraster", {"INPUT": "gone"}),
        ("maskscene", {"INPUT": "gone"}),
        ("importmodel", {"INPUT": "gone"}),
    ],
)
def test_what_is_not_there_is_named(mask, gone, tmp_path, name, parameters, as_layer):
    """The file is named, in words; no traceback, and no file that looks like a result."""
    layers = {"mask": mask, "gone": gone.id() if as_layer else gone.source()}
    given = {
        key: [layers[one] for one in value] if isinstance(value, list) else layers.get(value, value)
        for key, value in parameters.items()
    }
    output = tmp_path / "out.tif"
    before = sorted(tmp_path.iterdir())
    told = step(name, **given, OUTPUT=str(output))
    assert "gone" in told
    assert "Traceback" not in told
    assert sorted(tmp_path.iterdir()) == before


def test_numbers_of_the_raster_algorithms_are_read_too(mask, tmp_path):
    """A comma instead of a point stops the step."""
    output = str(tmp_path / "out.tif")
    assert "NODATA is -0,1" in step("applymask", INPUT=mask, MASK=mask, NODATA="-0,1", OUTPUT=output)
    assert "BUFFER is 20 m" in step("validmask", INPUT=mask, BUFFER="20 m", OUTPUT=output)
    assert "OFFSET is -0,1" in step("maskraster", INPUT=mask, OFFSET="-0,1", OUTPUT=output)
    assert "TIME is soon, but must be a date" in step("maskraster", INPUT=mask, TIME="soon", OUTPUT=output)
    assert "DETAIL is all, but must be one of" in step("comparemasks", INPUT=mask, REFERENCE=mask, DETAIL="all")
    assert "PATCH_SIZE is abc" in step("importmodel", INPUT=str(tmp_path / "net.onnx"), PATCH_SIZE="abc")


def test_a_file_that_was_not_given_is_not_the_working_directory(provider):
    """An output of a step before that was left out."""
    assert "No model was given" in step("importmodel", INPUT="")
    assert "No product was given" in step("maskscene", INPUT=None)


def test_a_model_that_a_step_before_imported_can_be_used(provider, tmp_path, monkeypatch):
    """A model is looked for when the step runs, also the one that is averaged with."""
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
