"""`clouds2mask:maskscene`: mask a product and return the shares of the classes."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import rasterio
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProject,
)

from ...core.cards.card import models_dir
from ...processing_provider.provider import ALGORITHMS
from ...tools.make_safe import zip_product
from .conftest import FLAT, at_swath_edge, shares, stopped, unnamed


def algorithm() -> QgsProcessingAlgorithm:
    """Return a new instance of the algorithm."""
    return QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:maskscene")


def check(**parameters) -> tuple[bool, str]:
    """Check parameters before the run."""
    return algorithm().checkParameterValues({"OUTPUT": "TEMPORARY_OUTPUT", **parameters}, QgsProcessingContext())


def test_the_shares_are_those_of_the_mask(run, make_product, tmp_path):
    """The shares that a model branches on are those of the mask's pixels with data."""
    output = str(tmp_path / "mask.tif")
    result = run("maskscene", INPUT=str(make_product(at_swath_edge())), OUTPUT=output)
    counted = shares(result["OUTPUT"])
    assert result["OUTPUT"] == output
    assert result["CLEAR_PERCENT"] == pytest.approx(counted["clear"])
    assert result["CLOUD_PERCENT"] == pytest.approx(counted["thick_cloud"] + counted["thin_cloud"])
    assert result["SHADOW_PERCENT"] == pytest.approx(counted["shadow"])
    with rasterio.open(output) as dataset:
        assert dataset.res == (20, 20)
        nodata = np.mean(dataset.read(1) == 255)
    assert nodata == pytest.approx(1 / 3, abs=0.05)
    assert sorted(path.name for path in tmp_path.glob("mask.*")) == ["mask.qml", "mask.tif"]


def test_a_model_with_snow_and_water_returns_their_shares(run, make_product, tmp_path, tiny_model):
    """They are parts of the clear share, with which cloud and shadow add to 100."""
    weights = [[0, 0, 0], [100, 0, 0], [0, 100, 0], [0, 0, 100]]
    classes = ["clear", "thick_cloud", "snow", "water"]
    model = tiny_model(weights, [0, -40, -40, -40], bands=["B02", "B03", "B04"], classes=classes)
    bands = {band: np.full((120, 120), 0.1) for band in ("B02", "B03", "B04")}
    bands["B02"][:, :40], bands["B03"][:, 40:60], bands["B04"][:, 60:80] = 0.6, 0.6, 0.6
    output = str(tmp_path / "mask.tif")
    result = run("maskscene", INPUT=str(make_product(bands)), MODEL=model, RESOLUTION=10, OUTPUT=output)
    with rasterio.open(output) as dataset:
        counts = np.bincount(dataset.read(1).ravel(), minlength=6) / 144
    assert counts[[4, 5]].min() > 10
    assert (result["SNOW_PERCENT"], result["WATER_PERCENT"]) == (pytest.approx(counts[4]), pytest.approx(counts[5]))
    assert result["CLEAR_PERCENT"] == pytest.approx(counts[0] + counts[4] + counts[5])
    assert result["CLEAR_PERCENT"] + result["CLOUD_PERCENT"] + result["SHADOW_PERCENT"] == pytest.approx(100)


def test_other_models_return_no_share_of_snow_and_water(run, make_product, tmp_path):
    """Not 0, because they call them clear."""
    result = run("maskscene", INPUT=str(make_product(FLAT)), OUTPUT=str(tmp_path / "mask.tif"))
    assert (result["SNOW_PERCENT"], result["WATER_PERCENT"]) == (None, None)


def test_folder_metadata_file_and_archive_give_the_same_mask(run, make_product, tmp_path):
    """I can choose a folder, a metadata file or an archive and get the same mask."""
    product = make_product(at_swath_edge())
    masks = []
    for number, given in enumerate([product, f"{product}/", product / "MTD_MSIL1C.xml", zip_product(product)]):
        output = str(tmp_path / f"mask {number}.tif")
        masks.append(rasterio.open(run("maskscene", INPUT=str(given), OUTPUT=output)["OUTPUT"]).read(1))
    assert all(np.array_equal(mask, masks[0]) for mask in masks[1:])


def test_the_options_reach_the_engine(run, make_product, tmp_path):
    """Resolution, model and buffer are those I chose."""
    output = str(tmp_path / "mask.tif")
    run("maskscene", INPUT=str(make_product(FLAT)), RESOLUTION=40, MODEL="ukis-4b-l1c", BUFFER=80, OUTPUT=output)
    with rasterio.open(output) as dataset:
        tags = dataset.tags()
        assert dataset.res == (40, 40)
    assert tags["CLOUDS2MASK_MODEL"] == "ukis-4b-l1c"
    assert '"buffer_m": 80.0' in tags["CLOUDS2MASK_OPTIONS"]


def test_a_changed_product_is_refused_if_i_verify_it(run, make_product, tmp_path):
    """VERIFY stops at a file that differs from the product's checksums; without it the product is masked."""
    product, output = make_product(FLAT), str(tmp_path / "mask.tif")
    with (product / "MTD_MSIL1C.xml").open("ab") as file:
        file.write(b"<!-- -->")
    with stopped(product, "MTD_MSIL1C.xml"):
        run("maskscene", INPUT=str(product), OUTPUT=output, VERIFY=True)
    assert run("maskscene", INPUT=str(product), OUTPUT=output)["OUTPUT"] == output
    assert (
        run("maskscene", INPUT=str(make_product(FLAT, tile="T33UAA")), OUTPUT=output, VERIFY=True)["OUTPUT"] == output
    )


def test_a_product_without_data_has_no_shares_and_a_warning(run, feedback, make_product, tmp_path):
    """If a product has no data, the shares are empty, not 0 or 100."""
    empty = {band: np.full((120 // (2 if band in {"B11", "B12"} else 1),) * 2, np.nan) for band in FLAT}
    result = run("maskscene", INPUT=str(make_product(empty)), OUTPUT=str(tmp_path / "mask.tif"))
    assert [result["CLEAR_PERCENT"], result["CLOUD_PERCENT"], result["SHADOW_PERCENT"]] == [None] * 3
    assert len(feedback.warnings) == 1


@pytest.mark.parametrize(
    ("level", "options", "values"),
    [
        ("L2A", {"MODEL": "ukis-6b-l1c"}, ("UKIS csmask U-Net, 6 bands, L1C", "UKIS csmask U-Net, 6 bands, L2A")),
        ("L1C", {"MODEL": "ukis-6b-l2a"}, ("UKIS csmask U-Net, 6 bands, L2A", "UKIS csmask U-Net, 6 bands, L1C")),
        ("L1C", {"PATCH_SIZE": 256, "PATCH_OVERLAP": 200}, ("patch_overlap_px", 200, 256)),
        ("L1C", {"RESOLUTION": 61}, ("RESOLUTION", 61)),
        ("L1C", {"RESOLUTION": 12.5}, ("RESOLUTION", 12.5)),
        ("L1C", {"RESOLUTION": 10, "MODEL": "ukis-6b-l1c"}, ("UKIS csmask U-Net, 6 bands", "20 to 40 m", 10)),
        ("L1C", {"MODEL": "absent-l1c"}, ("absent-l1c", "ukis-6b-l1c", "Raster > CloudS2Mask > Models")),
        ("L1C", {"VALID_CLASSES": ["3"]}, ("VALID_CLASSES", 3, "thick_cloud, thin_cloud, shadow")),
        ("L1C", {"DEVICE": 1}, ("DEVICE", 1, "auto")),
        ("L1C", {"MODEL": "ukis-6b-l1c", "WITH_MODELS": ["ukis-6b-l1c"]}, ("ukis-6b-l1c",)),
        ("L1C", {"WITH_MODELS": ["gone"]}, ("gone", "ukis-6b-l1c")),
        ("L1C", {"MODEL": "ukis-6b-l1c+ukis-4b-l1c"}, ("ukis-6b-l1c+ukis-4b-l1c", "MODEL", "WITH_MODELS")),
    ],
)
def test_wrong_parameters_are_refused_before_the_run(make_product, level, options, values):
    """The message names the wrong parameter or model, and what I can choose, before anything is computed."""
    product = make_product(FLAT, level=level, baseline="05.10")
    fits, text = check(INPUT=str(product), **options)
    assert not fits
    assert unnamed(text, *values) == [], text


def test_a_path_that_is_not_a_product_is_named(run, tmp_path):
    """The message names a wrong folder or file, also if I run the algorithm from Python."""
    (tmp_path / "holiday.zip").write_bytes(b"no archive")
    for given in (tmp_path, tmp_path / "holiday.zip", tmp_path / "missing.SAFE"):
        fits, text = check(INPUT=str(given))
        assert not fits
        assert str(given) in text
    with stopped(tmp_path):
        run("maskscene", INPUT=str(tmp_path), OUTPUT=str(tmp_path / "mask.tif"))
    assert not (tmp_path / "mask.tif").exists()


def test_a_damaged_band_is_named_and_leaves_no_file(run, feedback, make_product, tmp_path):
    """The message names the damaged file once, and no partial mask is left."""
    product = make_product(FLAT)
    band = next(product.rglob("*_B03.jp2"))
    band.write_bytes(b"")
    folder = tmp_path / "out"
    folder.mkdir()
    with stopped(band.name):
        run("maskscene", INPUT=str(product), OUTPUT=str(folder / "mask.tif"))
    assert list(folder.iterdir()) == []
    assert len([error for error in feedback.errors if "B03" in error]) <= 1  # QGIS may report the exception itself


def test_cancelling_leaves_no_file(run, feedback, make_product, tmp_path):
    """Cancel stops the run quickly and leaves no file."""
    product = make_product(FLAT, metres=24000)
    folder = tmp_path / "out"
    folder.mkdir()
    feedback.progressChanged.connect(lambda percent: feedback.cancel() if percent > 20 else None)
    with stopped("Cancelled"):
        run("maskscene", INPUT=str(product), OUTPUT=str(folder / "mask.tif"))
    assert feedback.progress() < 90
    assert list(folder.iterdir()) == []


def test_the_mask_is_styled_when_the_toolbox_loads_it(make_product, tmp_path):
    """On the map, the mask has the colours of its classes and the time of the product."""
    import processing

    output = str(tmp_path / "mask.tif")
    processing.runAndLoadResults("clouds2mask:maskscene", {"INPUT": str(make_product(FLAT)), "OUTPUT": output})
    layer = next(iter(QgsProject.instance().mapLayers().values()))
    assert Path(layer.source()) == Path(output)
    classes = {int(item.value): (item.label, item.color.alpha()) for item in layer.renderer().classes()}
    assert classes == {0: ("Clear", 0), 1: ("Cloud", 255), 3: ("Cloud shadow", 255)}
    assert layer.opacity() == 0.5
    assert layer.temporalProperties().fixedTemporalRange().begin().toString("yyyy-MM-dd") == "2017-02-16"


@pytest.fixture
def without(monkeypatch) -> Callable[[str], None]:
    """Take a package away."""
    find = importlib.util.find_spec

    def take(package: str) -> None:
        place = "cloud_s2_mask.core.install.packages.find_spec"
        monkeypatch.setattr(place, lambda name: None if name == package else find(name))

    return take


def test_a_missing_package_is_named_with_the_menu_that_installs_it(without):
    """The toolbox lists the algorithm, names the missing package, and the menu that installs it."""
    without("rasterio")
    able, text = algorithm().canExecute()
    assert not able
    assert unnamed(text, "rasterio", "Raster > CloudS2Mask > Install or update components") == [], text


@pytest.mark.parametrize("missing", ["onnxruntime", "models"])
def test_without_a_network_rules_run_and_others_name_what_is_missing(
    without, monkeypatch, tmp_path, make_product, missing
):
    """On a fresh computer Fmask can be used, and for another model I read what to install."""
    if missing == "models":
        monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(tmp_path))
    else:
        without(missing)
    assert algorithm().canExecute() == (True, "")
    product = make_product({**FLAT, "B07": 0.3, "B8A": 0.3, "B10": 0.001})
    given = {"INPUT": str(product), "OUTPUT": str(tmp_path / "mask.tif")}
    fits, text = algorithm().checkParameterValues(given, QgsProcessingContext())
    assert not fits
    assert unnamed(text, missing, "Raster", "L1C", "fmask") == [], text
    fits, text = algorithm().checkParameterValues({**given, "MODEL": "fmask"}, QgsProcessingContext())
    assert fits, text
    raster = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:maskraster")
    assert not raster.canExecute()[0], "rules do not mask rasters"


def test_automatic_without_one_of_its_networks_is_refused_like_any_missing_model(monkeypatch, tmp_path, make_product):
    """Before the run I read which network is missing and the menu that installs it; the fast one does not need it."""
    for stored in models_dir().glob("ukis-6b-l1c.*"):
        (tmp_path / stored.name).symlink_to(stored)
    monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(tmp_path))
    product, reasons = str(make_product(FLAT)), {}
    for model in ("auto", "ukis-4b-l1c", "auto-fast"):
        parameters = {"INPUT": product, "MODEL": model, "OUTPUT": "TEMPORARY_OUTPUT"}
        fits, reasons[model] = algorithm().checkParameterValues(parameters, QgsProcessingContext())
        assert fits == (model == "auto-fast"), reasons[model]
    assert reasons["auto"] == reasons["ukis-4b-l1c"]
    assert unnamed(reasons["auto"], "ukis-4b-l1c", "Install or update components") == [], reasons["auto"]


@pytest.mark.parametrize("name", [algorithm().name() for algorithm in ALGORITHMS])
def test_every_parameter_is_explained_and_rare_ones_are_folded_away(name):
    """I understand the parameters without a manual, and rare ones are advanced."""
    made = QgsApplication.processingRegistry().createAlgorithmById(f"clouds2mask:{name}")
    advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    plain = [d.name() for d in made.parameterDefinitions() if not d.flags() & advanced]
    assert set(plain) & {"PATCH_SIZE", "PATCH_OVERLAP", "BATCH_SIZE", "PLACEMENT", "COMPRESSION"} == set()
    for definition in made.parameterDefinitions():
        assert definition.description()[0].isupper()
        assert not definition.description().isupper()
    for output in made.outputDefinitions():
        assert output.description()
    assert len(made.shortHelpString()) > 500
    assert not made.icon().isNull()
    assert not made.flags() & QgsProcessingAlgorithm.Flag.FlagNoThreading
    assert made.flags() & QgsProcessingAlgorithm.Flag.FlagCanCancel


def test_the_log_has_one_line_for_each_step(run, feedback, make_product, tmp_path):
    """The log shows each step, without a line per patch; the result says that it is done."""
    product = make_product(FLAT)
    run("maskscene", INPUT=str(product), OUTPUT=str(tmp_path / "mask.tif"))
    assert feedback.steps == [f"{product.name}: {step}" for step in ("Opening", "Masking patches", "Writing")]
