"""Masks in graphical models, where the next step uses the mask and its cloud share, also from the shell."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import datetime, timezone
from pathlib import Path

import numpy as np
import pytest
import rasterio
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildDependency,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelParameter,
    QgsProcessingParameterFile,
    QgsProject,
)

from .conftest import add_step, at_swath_edge, destination, keep_output, shares, unnamed

ROOT = Path(__file__).resolve().parents[2]
Source = QgsProcessingModelChildParameterSource


@pytest.fixture
def model() -> QgsProcessingModelAlgorithm:
    """A model that masks a product and fills nodata with its percent of cloud, on one of two branches."""
    made = QgsProcessingModelAlgorithm("mask and branch", "tests")
    made.addModelParameter(QgsProcessingParameterFile("product", "Product"), QgsProcessingModelParameter("product"))
    add_step(
        made,
        "mask",
        "clouds2mask:maskscene",
        INPUT=Source.fromModelParameter("product"),
        RESOLUTION=Source.fromStaticValue(20),
        MODEL=Source.fromStaticValue("auto"),
    )
    branch = add_step(made, "branch", "native:condition")
    branch.setConfiguration(
        {
            "conditions": [
                {"name": "cloudy", "expression": "@mask_CLOUD_PERCENT > 50"},
                {"name": "clear", "expression": "@mask_CLOUD_PERCENT <= 50"},
            ]
        }
    )
    branch.setDependencies([QgsProcessingModelChildDependency("mask")])  # expressions do not create dependencies
    made.setChildAlgorithm(branch)
    for name in ("cloudy", "clear"):
        step = add_step(
            made,
            name,
            "native:fillnodata",
            INPUT=Source.fromChildOutput("mask", "OUTPUT"),
            BAND=Source.fromStaticValue(1),
            FILL_VALUE=Source.fromExpression("round(@mask_CLOUD_PERCENT) + 100"),
        )
        step.setDependencies([QgsProcessingModelChildDependency("branch", name)])
        made.setChildAlgorithm(step)
        keep_output(made, name, "OUTPUT", name)
    keep_output(made, "mask", "OUTPUT", "mask")
    return made


def _outputs(model: QgsProcessingModelAlgorithm, folder: Path) -> dict[str, str]:
    """Return files for the outputs of the model."""
    return {destination(model, name): str(folder / f"{name}.tif") for name in ("mask", "cloudy", "clear")}


def _run_in_shell(model_file: Path, home: Path, **parameters: object) -> dict:
    """Run a model or algorithm with qgis_process, in its own home folder; return the results."""
    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    if program is None:
        pytest.skip("There is no qgis_process here.")
    site_packages = next(path for path in sys.path if path.endswith("site-packages"))
    plugins = ROOT / "build" / "plugins"
    environment = {
        **os.environ,
        "HOME": str(home),
        "QT_QPA_PLATFORM": "offscreen",
        "QGIS_PLUGINPATH": str(plugins),
        "PYTHONPATH": f"{site_packages}:{plugins}",
    }
    for name in ("QGIS_CUSTOM_CONFIG_PATH", "QGIS_OPTIONS_PATH"):  # pytest-qgis's own
        environment.pop(name, None)
    enable = [program, "plugins", "enable", "cloud_s2_mask"]
    subprocess.run(enable, env=environment, check=True, capture_output=True, timeout=120)
    arguments = [f"{name}={value}" for name, value in parameters.items()]
    done = subprocess.run(
        [program, "--json", "run", str(model_file), "--", *arguments],
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout[done.stdout.index("{") :])["results"]


def test_a_model_uses_the_mask_and_its_cloud_share_in_the_shell(model, make_product, tmp_path):
    """My model masks a product, chooses a branch by the cloud share, and continues with the mask."""
    file = tmp_path / "mask and branch.model3"
    assert model.toFile(str(file))
    outputs = _outputs(model, tmp_path)
    product = make_product(at_swath_edge())
    _run_in_shell(file, tmp_path / "home", product=product, **outputs)
    counted = shares(tmp_path / "mask.tif")
    cloud = counted["thick_cloud"] + counted["thin_cloud"]
    taken, other = ("cloudy", "clear") if cloud > 50 else ("clear", "cloudy")
    assert not (tmp_path / f"{other}.tif").exists()
    with rasterio.open(tmp_path / "mask.tif") as mask, rasterio.open(tmp_path / f"{taken}.tif") as filled:
        nodata = mask.read(1) == 255
        values = filled.read(1)
    assert nodata.any()
    assert np.all(values[nodata] == round(cloud) + 100)


def test_the_mask_of_a_model_is_styled_when_it_is_loaded(model, make_product, tmp_path):
    """A mask made by a model looks like any other on the map."""
    import processing

    outputs = _outputs(model, tmp_path)
    processing.runAndLoadResults(model, {"product": str(make_product(at_swath_edge())), **outputs})
    layers = {Path(layer.source()).name: layer for layer in QgsProject.instance().mapLayers().values()}
    assert layers["mask.tif"].renderer().type() == "paletted"
    assert layers["mask.tif"].opacity() == 0.5
    assert layers["mask.tif"].temporalProperties().isActive()


def test_the_masks_of_several_products_are_a_list(make_product, tmp_path):
    """In a model, the next step reads the masks of `maskscenes` as layers."""
    import processing

    chain = QgsProcessingModelAlgorithm("mosaic", "tests")
    chain.addModelParameter(
        QgsProcessingParameterFile("folder", "Folder", QgsProcessingParameterFile.Behavior.Folder),
        QgsProcessingModelParameter("folder"),
    )
    add_step(chain, "masks", "clouds2mask:maskscenes", FOLDER=Source.fromModelParameter("folder"))
    add_step(
        chain,
        "mosaic",
        "gdal:buildvirtualraster",
        INPUT=Source.fromChildOutput("masks", "MASKS"),
        RESOLUTION=Source.fromStaticValue(0),
        SEPARATE=Source.fromStaticValue(True),
    )
    keep_output(chain, "mosaic", "OUTPUT", "mosaic")
    for tile in ("T33UAA", "T33UBB"):
        make_product(at_swath_edge(), folder=tmp_path / "season", tile=tile)
    mosaic = str(tmp_path / "mosaic.vrt")
    processing.run(chain, {"folder": str(tmp_path / "season"), destination(chain, "mosaic"): mosaic})
    with rasterio.open(mosaic) as dataset:
        assert dataset.count == 2


def test_a_folder_becomes_one_composite(make_product, tmp_path):
    """In a model, scenes and masks of any number of products are lists that a composite matches by name."""
    import processing

    chain = QgsProcessingModelAlgorithm("season", "tests")
    chain.addModelParameter(
        QgsProcessingParameterFile("folder", "Folder", QgsProcessingParameterFile.Behavior.Folder),
        QgsProcessingModelParameter("folder"),
    )
    add_step(chain, "masks", "clouds2mask:maskscenes", FOLDER=Source.fromModelParameter("folder"))
    scenes, masks = Source.fromChildOutput("masks", "SCENES"), Source.fromChildOutput("masks", "MASKS")
    add_step(chain, "join", "clouds2mask:composite", INPUTS=scenes, MASKS=masks)
    keep_output(chain, "join", "OUTPUT", "image")
    for day in (16, 26):
        time = datetime(2017, 2, day, 10, 21, 1, tzinfo=timezone.utc)
        make_product(at_swath_edge(), folder=tmp_path / "season", sensing_time=time)
    image = str(tmp_path / "image.tif")
    processing.run(chain, {"folder": str(tmp_path / "season"), destination(chain, "image"): image})
    with rasterio.open(image) as dataset:
        assert np.unique(dataset.read(dataset.count)[:, -10:]).tolist() == [2]


def test_the_algorithm_runs_from_the_shell(make_product, tmp_path):
    """qgis_process runs the algorithm and prints the shares."""
    output = tmp_path / "mask.tif"
    product = make_product(at_swath_edge())
    results = _run_in_shell(Path("clouds2mask:maskscene"), tmp_path / "home", INPUT=product, OUTPUT=output)
    assert results["CLEAR_PERCENT"] == pytest.approx(shares(output)["clear"])


def test_several_products_from_the_shell(make_product, tmp_path):
    """I can mask a folder of products from the shell."""
    make_product(at_swath_edge(), folder=tmp_path / "season")
    results = _run_in_shell(
        Path("clouds2mask:maskscenes"),
        tmp_path / "home",
        FOLDER=tmp_path / "season",
        OUTPUT_FOLDER=tmp_path / "masks",
        TABLE=tmp_path / "table.csv",
    )
    assert results["MASK_COUNT"] == 1
    assert (tmp_path / "table.csv").read_text(encoding="utf-8").count("\n") == 2


@pytest.mark.parametrize(
    ("parameter", "value", "values"),
    [
        ("MODEL", "absent-l1c", ("absent-l1c", "ukis-6b-l1c")),
        ("MODEL", ["absent-l1c"], ("absent-l1c", "ukis-6b-l1c")),
        ("WITH_MODELS", ["absent-l1c"], ("absent-l1c", "ukis-6b-l1c")),
        ("RESOLUTION", 5, ("RESOLUTION", 5, 10, 60)),
        ("RESOLUTION", "20,5", ("RESOLUTION", "20,5")),
        ("ENSEMBLE", "perhaps", ("ENSEMBLE", "perhaps", "true", "false")),
        ("EXTENT", "here", ("EXTENT", "here")),
        ("DEVICE", "abacus", ("DEVICE", "abacus", "auto")),
        ("RESOLUTION", 12.5, ("RESOLUTION", 12.5)),
    ],
)
def test_a_model_with_an_unknown_value_stops(model, make_product, tmp_path, parameter, value, values):
    """QGIS would replace an unknown value of a step by the default; here the step stops and names it."""
    step = model.childAlgorithm("mask")
    step.addParameterSources(parameter, [Source.fromStaticValue(value)])
    model.setChildAlgorithm(step)
    given = {"product": str(make_product(at_swath_edge())), **_outputs(model, tmp_path)}
    feedback = QgsProcessingFeedback()
    _, done = model.run(given, QgsProcessingContext(), feedback)
    assert not done
    assert unnamed(feedback.textLog(), *values) == [], feedback.textLog()
    assert not (tmp_path / "mask.tif").exists()
