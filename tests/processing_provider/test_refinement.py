"""Advanced options of the masking algorithms: several models, thresholds, confidence and valid masks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException, QgsProject, QgsRasterLayer

from ...core.cards.card import MODEL_OPTIONS, load_cards
from ...core.cards.choice import choose_card
from ...core.masks.mask_file import WrittenMask
from ...core.masks.usable import ClearRule, valid_mask
from ...core.product.bands import BANDS
from ...core.settings import MaskSettings, ProductsToFolder
from ...processing_provider.history import parameters_of
from ...processing_provider.parameter_values import Values
from ...processing_provider.refinement import valid_mask_rule
from ..rasters import write_raster
from .conftest import FLAT, at_swath_edge, stopped, unnamed

ALL_BANDS = FLAT | {"B01": 0.12, "B05": 0.15, "B07": 0.3, "B8A": 0.3, "B09": 0.1, "B10": 0.001}


def bands(path: str) -> np.ndarray:
    """Read all bands of a raster."""
    with rasterio.open(path) as dataset:
        values: np.ndarray = dataset.read()
    return values


def test_confidence_and_valid_mask_are_outputs(run, make_product, tmp_path):
    """On request, both files are written and agree with the mask."""
    files = {name: str(tmp_path / f"{name}.tif") for name in ("OUTPUT", "CONFIDENCE", "VALID_MASK")}
    product = str(make_product(at_swath_edge()))
    result = run("maskscene", INPUT=product, VALID_BUFFER=40, VALID_CLASSES=["thick_cloud", "shadow"], **files)
    assert {name: result[name] for name in files} == files
    mask, confidence, usable = (bands(path) for path in files.values())
    with_data = mask[0] != 255
    assert np.abs(confidence[:, with_data].sum(axis=0, dtype=int) - 100).max() <= 1
    assert (confidence[:, ~with_data] == 255).all()
    rule = ClearRule(("thick_cloud", "shadow"), buffer_m=40)
    np.testing.assert_array_equal(usable[0], valid_mask(mask[0], rule, 20.0))


def test_by_default_only_the_mask_is_written(run, make_product, tmp_path):
    """The other files are optional, and None if I do not want them."""
    result = run("maskscene", INPUT=str(make_product(at_swath_edge())), OUTPUT=str(tmp_path / "mask.tif"))
    assert (result["CONFIDENCE"], result["VALID_MASK"]) == (None, None)
    assert sorted(path.suffix for path in tmp_path.glob("mask*")) == [".qml", ".tif"]


def test_models_are_averaged(run, make_product, tmp_path):
    """The chosen model with another one gives the mask of the automatic one, and the tags name both."""
    product = str(make_product(at_swath_edge()))
    masks = []
    ways: list[dict[str, Any]] = [
        {"MODEL": "ukis-6b-l1c", "WITH_MODELS": ["ukis-4b-l1c"]},
        {"MODEL": "auto"},
    ]
    for number, options in enumerate(ways):
        output = str(tmp_path / f"{number}.tif")
        run("maskscene", INPUT=product, OUTPUT=output, **options)
        with rasterio.open(output) as dataset:
            tags = dataset.tags()
            masks.append(dataset.read(1))
        assert tags["CLOUDS2MASK_MODEL"] == "ukis-6b-l1c+ukis-4b-l1c"
        assert json.loads(tags["CLOUDS2MASK_CLASSES"]) == {"0": "Clear", "1": "Cloud", "3": "Cloud shadow"}
        written = WrittenMask.read(Path(output))
        assert written
        assert written.result().classes == ("clear", "thick_cloud", "shadow")
    np.testing.assert_array_equal(*masks)


@pytest.mark.parametrize("model", ["auto", "auto-fast"])
def test_auto_cannot_be_averaged_with_a_model(run, make_product, model):
    """The model of auto depends on the product, so I have to choose one to average with."""
    with stopped(model, "MODEL", "WITH_MODELS"):
        run(
            "maskscene",
            INPUT=str(make_product(at_swath_edge())),
            MODEL=model,
            WITH_MODELS=["ukis-4b-l1c"],
            OUTPUT="TEMPORARY_OUTPUT",
        )


def test_auto_fast_runs_one_network(run, make_product, tmp_path):
    """The fast one is the mask of the 6-band network alone, and the tags name that network."""
    product, masks = str(make_product(at_swath_edge())), []
    for model in ("auto-fast", "ukis-6b-l1c"):
        output = str(tmp_path / f"{model}.tif")
        run("maskscene", INPUT=product, MODEL=model, OUTPUT=output)
        with rasterio.open(output) as dataset:
            assert dataset.tags()["CLOUDS2MASK_MODEL"] == "ukis-6b-l1c"
            masks.append(dataset.read(1))
    np.testing.assert_array_equal(*masks)


def test_shadow_needs_the_probability_that_i_give(run, make_product, tmp_path):
    """The tags hold the least probability of shadow: the model's, mine, or none at 0."""
    product, shares = str(make_product(at_swath_edge())), {}
    ways: dict[str, dict[str, float]] = {"own": {}, "mine": {"SHADOW_SHARE": 0.9}, "likeliest": {"SHADOW_SHARE": 0}}
    for name, options in ways.items():
        output = str(tmp_path / f"{name}.tif")
        run("maskscene", INPUT=product, OUTPUT=output, **options)
        with rasterio.open(output) as dataset:
            shares[name] = json.loads(dataset.tags()["CLOUDS2MASK_OPTIONS"]).get("least_share")
    assert shares == {"own": {"shadow": 0.7}, "mine": {"shadow": 0.9}, "likeliest": None}


def test_several_products_get_the_files_beside_their_masks(run, make_product, tmp_path):
    """For many products I set switches; the files are named after the masks."""
    product = str(make_product(at_swath_edge()))
    options = {"EXPORT_CONFIDENCE": True, "EXPORT_VALID_MASK": True, "OUTPUT_FOLDER": str(tmp_path), "KEEP_VRT": False}
    result = run("maskscenes", INPUTS=[product], TABLE="TEMPORARY_OUTPUT", **options)
    mask = Path(result["MASKS"][0])
    names = {path.name for path in tmp_path.glob("*.tif")}
    assert names == {mask.name, f"{mask.stem}_confidence.tif", f"{mask.stem}_valid.tif"}


def test_the_history_keeps_these_options(tmp_path):
    """A run repeated from the history has all its options."""
    rule = ClearRule(("shadow",), 20.0, 0.1)
    elevation, water_map = (Path(write_raster(tmp_path / name, np.ones((9, 9)))) for name in ("z.tif", "w.tif"))
    settings = MaskSettings(
        ProductsToFolder((tmp_path / "a.SAFE",), tmp_path),
        model="ukis-6b-l1c+ukis-4b-l1c",
        model_ensembling=True,
        tta_max_depth=2,
        shadow_share=0.85,
        threshold=0.55,
        average_px=0,
        dilate_px=3,
        shadow_dilate_px=0,
        snow_dilate_px=7,
        parallax=False,
        elevation=elevation,
        water_map=water_map,
        export_confidence=True,
        valid_mask=rule,
    )
    parameters = parameters_of(settings)
    assert parameters
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:maskscenes")
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    values = Values(algorithm, parameters, context)
    algorithm.read_on_main_thread(values)
    again = algorithm.settings(values, job=settings.job)
    for name in ("model", "model_ensembling", "tta_max_depth", "shadow_share", *MODEL_OPTIONS):
        assert getattr(again, name) == getattr(settings, name)
    assert valid_mask_rule(values) == rule
    assert parameters["EXPORT_CONFIDENCE"] is True


def test_s2cloudless_uses_its_threshold_or_mine(run, feedback, make_product, tmp_path):
    """A higher threshold masks less cloud, and the tags record the threshold."""
    bands = {}
    for band, value in ALL_BANDS.items():
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


def test_rules_use_my_numbers(run, make_product, tmp_path):
    """The toolbox masks by rules, and the tags record my numbers in place of the model's."""
    product, output = str(make_product(ALL_BANDS)), str(tmp_path / "mask.tif")
    run("maskscene", INPUT=product, MODEL="fmask", OUTPUT=output, SHADOW_DILATE_PX=0, PARALLAX=False)
    with rasterio.open(output) as dataset:
        options = json.loads(dataset.tags()["CLOUDS2MASK_OPTIONS"])
        assert set(np.unique(dataset.read(1))) <= {0, 1, 3, 4, 5}
    own = load_cards()["fmask"].rules
    assert own
    assert (options["shadow_dilate_px"], options["parallax"]) == (0, False)
    assert (options["snow_dilate_px"], options["threshold"]) == (own.snow_dilate_px, own.threshold)
    assert "elevation" not in options


def test_maps_of_rules_are_layers_or_files(run, make_product, tmp_path):
    """A layer of the project, and the path of its file, give the same mask, which names the file."""
    product = str(make_product(ALL_BANDS))
    path = write_raster(tmp_path / "heights.tif", np.full((90, 90), 700))
    layer = QgsRasterLayer(path, "heights")
    QgsProject.instance().addMapLayer(layer)
    found = []
    for number, elevation in enumerate((layer.id(), path)):
        output = str(tmp_path / f"{number}.tif")
        run("maskscene", INPUT=product, MODEL="fmask", OUTPUT=output, ELEVATION=elevation)
        with rasterio.open(output) as dataset:
            found.append(json.loads(dataset.tags()["CLOUDS2MASK_OPTIONS"])["elevation"][0])
    assert found == ["heights.tif", "heights.tif"]
    QgsProject.instance().clear()


@pytest.mark.parametrize(
    ("name", "values", "options", "word"),
    [
        ("ELEVATION", 700, {"left": 800000}, "overlap"),
        ("WATER_MAP", 1, {"crs": None}, "coordinate reference system"),
    ],
)
def test_a_wrong_map_is_refused_before_the_run(make_product, tmp_path, name, values, options, word):
    """A map of another place and a map without CRS do not cost me a run."""
    path = write_raster(tmp_path / "map.tif", np.full((90, 90), values), **options)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:maskscene")
    parameters = {"INPUT": str(make_product(ALL_BANDS)), "MODEL": "fmask", "OUTPUT": "TEMPORARY_OUTPUT", name: path}
    fits, reason = algorithm.checkParameterValues(parameters, QgsProcessingContext())
    assert not fits
    assert word in reason


@pytest.mark.parametrize("algorithm", ["maskscene", "maskscenes", "comparesystems"])
@pytest.mark.parametrize(("name", "value"), [("ELEVATION", 29032), ("WATER_MAP", 700)])
def test_wrong_values_of_a_map_are_told_by_the_run(run, make_product, tmp_path, algorithm, name, value):
    """The toolbox does not read large maps before the run, so feet, and elevation as water, end it at its start."""
    product = str(make_product(ALL_BANDS))
    path = write_raster(tmp_path / "map.tif", np.full((90, 90), value))
    parameters: dict[str, dict[str, Any]] = {
        "maskscene": {"INPUT": product, "MODEL": "fmask", "OUTPUT": "TEMPORARY_OUTPUT"},
        "maskscenes": {
            "INPUTS": [product],
            "MODEL": "fmask",
            "OUTPUT_FOLDER": str(tmp_path / "masks"),
            "TABLE": "TEMPORARY_OUTPUT",
        },
        "comparesystems": {"INPUT": product, "MODELS": ["fmask", "s2cloudless"], "FOLDER": str(tmp_path / "masks")},
    }
    given = {**parameters[algorithm], name: path}
    declared = QgsApplication.processingRegistry().createAlgorithmById(f"clouds2mask:{algorithm}")
    fits, reason = declared.checkParameterValues(given, QgsProcessingContext())
    assert fits, reason
    with pytest.raises(QgsProcessingException, match=str(value)):
        run(algorithm, **given)
    assert not (tmp_path / "masks").exists()


def test_a_threshold_for_a_model_without_one_is_refused_before_the_run(make_product):
    """The message names the option, the model without a threshold, and a model that has one."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:maskscene")
    parameters = {"INPUT": str(make_product(at_swath_edge())), "OUTPUT": "TEMPORARY_OUTPUT", "THRESHOLD": 0.5}
    fits, reason = algorithm.checkParameterValues(parameters, QgsProcessingContext())
    assert not fits
    titles = [choose_card("L1C", 20).title, load_cards()["s2cloudless"].title]
    assert unnamed(reason, "threshold", *titles) == [], reason
