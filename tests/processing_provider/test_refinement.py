"""Options of the masking algorithms for more than a mask: their files, their style, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException, QgsProject

from ...core.masks.usable import ClearRule, valid_mask
from ...core.product.bands import BANDS
from ...core.settings import MaskSettings, ProductsToFolder
from ...processing_provider.history import parameters_of
from ...processing_provider.parameter_values import Values
from ...processing_provider.refinement import valid_mask_rule
from .conftest import FLAT, at_swath_edge

GROUND = FLAT | {"B01": 0.12, "B05": 0.15, "B8A": 0.3, "B09": 0.1, "B10": 0.001}


def bands(path: str) -> np.ndarray:
    """All bands of a raster."""
    with rasterio.open(path) as dataset:
        values: np.ndarray = dataset.read()
    return values


def test_confidence_and_valid_mask_are_outputs(run, make_product, tmp_path):
    """I ask for both files, and they fit the mask."""
    files = {name: str(tmp_path / f"{name}.tif") for name in ("OUTPUT", "CONFIDENCE", "VALID_MASK")}
    product = str(make_product(at_swath_edge()))
    result = run("maskscene", INPUT=product, VALID_BUFFER=40, VALID_CLASSES=["thick_cloud", "shadow"], **files)
    assert {name: result[name] for name in files} == files
    mask, confidence, usable = (bands(path) for path in files.values())
    valid = mask[0] != 255
    assert np.abs(confidence[:, valid].sum(axis=0, dtype=int) - 100).max() <= 1
    assert (confidence[:, ~valid] == 255).all()
    rule = ClearRule(("thick_cloud", "shadow"), buffer_m=40)
    np.testing.assert_array_equal(usable[0], valid_mask(mask[0], rule, 20.0))


def test_without_the_wish_there_is_only_the_mask(run, make_product, tmp_path):
    """The further files are optional, and None where they were not wanted."""
    result = run("maskscene", INPUT=str(make_product(at_swath_edge())), OUTPUT=str(tmp_path / "mask.tif"))
    assert (result["CONFIDENCE"], result["VALID_MASK"]) == (None, None)
    assert sorted(path.suffix for path in tmp_path.glob("mask*")) == [".qml", ".tif"]


def test_models_are_averaged(run, make_product, tmp_path):
    """The chosen model with another one, and the automatic ensemble, give the same mask and say who made it."""
    product = str(make_product(at_swath_edge()))
    masks = []
    ways: list[dict[str, Any]] = [
        {"MODEL": "ukis-6b-l1c", "WITH_MODELS": ["ukis-4b-l1c"]},
        {"MODEL": "auto", "ENSEMBLE": True},
    ]
    for number, options in enumerate(ways):
        output = str(tmp_path / f"{number}.tif")
        run("maskscene", INPUT=product, OUTPUT=output, **options)
        with rasterio.open(output) as dataset:
            assert dataset.tags()["CLOUDS2MASK_MODEL"] == "ukis-6b-l1c+ukis-4b-l1c"
            masks.append(dataset.read(1))
    np.testing.assert_array_equal(*masks)


def test_auto_cannot_be_averaged_with_a_model(run, make_product):
    """What auto is depends on the product, so the message asks to choose a model."""
    with pytest.raises(QgsProcessingException, match="not with auto"):
        run(
            "maskscene",
            INPUT=str(make_product(at_swath_edge())),
            WITH_MODELS=["ukis-4b-l1c"],
            OUTPUT="TEMPORARY_OUTPUT",
        )


def test_several_products_get_the_files_beside_their_masks(run, make_product, tmp_path):
    """Switches are enough for many products; the files are named by the masks."""
    product = str(make_product(at_swath_edge()))
    options = {"EXPORT_CONFIDENCE": True, "EXPORT_VALID_MASK": True, "OUTPUT_FOLDER": str(tmp_path), "KEEP_VRT": False}
    result = run("maskscenes", INPUTS=[product], TABLE="TEMPORARY_OUTPUT", **options)
    mask = Path(result["MASKS"][0])
    names = {path.name for path in tmp_path.glob("*.tif")}
    assert names == {mask.name, f"{mask.stem}_confidence.tif", f"{mask.stem}_valid.tif"}


def test_a_run_of_the_window_is_remembered_with_these_options(tmp_path):
    """The history repeats a run with all of its options."""
    rule = ClearRule(("shadow",), 20.0, 0.1)
    settings = MaskSettings(
        ProductsToFolder((tmp_path / "a.SAFE",), tmp_path),
        model="ukis-6b-l1c+ukis-4b-l1c",
        model_ensembling=True,
        tta_max_depth=2,
        threshold=0.55,
        average_px=0,
        dilate_px=3,
        export_confidence=True,
        valid_mask=rule,
    )
    parameters = parameters_of(settings)
    assert parameters
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:maskscenes")
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    values = Values(algorithm, parameters, context)
    again = algorithm.settings(values, job=settings.job)
    for name in ("model", "model_ensembling", "tta_max_depth", "threshold", "average_px", "dilate_px"):
        assert getattr(again, name) == getattr(settings, name)
    assert valid_mask_rule(values) == rule
    assert parameters["EXPORT_CONFIDENCE"] is True


def test_s2cloudless_masks_with_its_threshold_or_mine(run, feedback, make_product, tmp_path):
    """Cloud pixel by pixel on a real model: a higher threshold finds less, and the mask says how it was made."""
    bands = {}
    for band, value in GROUND.items():
        edge = 1200 // BANDS[band].pixel_size
        bands[band] = np.full((edge, edge), value)
        bands[band][:, : edge // 2] = 0.02 if band == "B10" else 0.6
    product = str(make_product(bands))
    masks = {}
    for name, options in {"own": {}, "mine": {"THRESHOLD": 0.9, "AVERAGE_PX": 0, "DILATE_PX": 0}}.items():
        output = str(tmp_path / f"{name}.tif")
        run("maskscene", INPUT=product, MODEL="s2cloudless", OUTPUT=output, **options)
        masks[name] = rasterio.open(output)
    own, mine = (dataset.read(1) for dataset in masks.values())
    assert (own[:, :25] == 1).all()
    assert (own[:, 35:] == 0).all()
    assert (mine == 1).sum() <= (own == 1).sum()
    made = {name: json.loads(dataset.tags()["CLOUDS2MASK_OPTIONS"]) for name, dataset in masks.items()}
    assert made["own"] == {"average_px": 1, "buffer_m": 0.0, "dilate_px": 1, "threshold": 0.4}
    assert made["mine"] == {"average_px": 0, "buffer_m": 0.0, "dilate_px": 0, "threshold": 0.9}


def test_a_threshold_without_a_model_for_it_is_refused_before_it_runs(make_product):
    """The default models have no threshold; the message names the option and a model that has one."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:maskscene")
    parameters = {"INPUT": str(make_product(at_swath_edge())), "OUTPUT": "TEMPORARY_OUTPUT", "THRESHOLD": 0.5}
    fits, reason = algorithm.checkParameterValues(parameters, QgsProcessingContext())
    assert not fits
    assert "threshold cannot be honoured" in reason
    assert "such as s2cloudless" in reason
