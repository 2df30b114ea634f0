"""Comparison of models from the toolbox: real models, each in a process of its own, on a real product."""

from __future__ import annotations

import csv
import json
import os
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
import rasterio
from qgis.core import QgsProcessingException, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication

from ...core.cards.card import load_cards
from ...core.classes import SHADOW, THICK_CLOUD
from ..rasters import write_raster
from .conftest import FLAT, Feedback, run_step, stopped

MODELS = ["s2cloudless", "ukis-6b-l1c"]


def pixels(path: str | Path) -> np.ndarray:
    """Read all bands of a raster."""
    with rasterio.open(path) as dataset:
        return np.asarray(dataset.read())


def rows(path: str) -> list[dict[str, str]]:
    """Read a CSV table."""
    with Path(path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_two_models_are_compared_on_a_real_product(run, real_product, tmp_path, feedback):
    """I get both masks, where they disagree, the time and memory of each, and a report."""
    result = run("comparesystems", INPUT=str(real_product), MODELS=MODELS, FOLDER=str(tmp_path / "out"))
    masks = [pixels(path)[0] for path in result["MASKS"]]
    assert [Path(path).name.split("_")[7] for path in result["MASKS"]] == MODELS
    both = (masks[0] != 255) & (masks[1] != 255)
    clouds = [mask == THICK_CLOUD for mask in masks]
    differing = clouds[0] != clouds[1]
    assert result["AGREEMENT_PERCENT"] == pytest.approx(100 * np.mean(~differing[both]))
    against, cloud, shadow = pixels(result["DISAGREEMENT"])
    assert np.array_equal(against, np.where(both, differing, 255))
    assert np.array_equal(cloud, np.where(both, clouds[0].astype(int) + clouds[1], 255))
    assert np.array_equal(shadow, np.where(both, masks[1] == SHADOW, 255))
    table = rows(result["MODELS_TABLE"])
    assert [row["model"] for row in table] == MODELS
    assert all(float(row["seconds"]) > 0.1 and 100 < float(row["peak_mb"]) < 2000 for row in table)
    assert table[0]["shadow_percent"] == ""
    matrix = rows(result["AGREEMENT_TABLE"])
    assert float(matrix[0]["ukis-6b-l1c"]) == pytest.approx(result["AGREEMENT_PERCENT"], abs=1e-3)
    page = Path(result["REPORT"]).read_text(encoding="utf-8")
    assert page.count('src="data:image/jpeg') == 4
    assert (result["MASK_COUNT"], result["FAILED_COUNT"]) == (2, 0)
    assert any("s2cloudless" in step for step in feedback.steps)


def test_a_model_that_cannot_run_is_a_row_with_its_reason(run, cumulus_product, tmp_path, feedback):
    """A model of the other level and one whose band is missing do not stop the others."""
    models = ["ukis-4b-l2a", "s2cloudless", "ukis-4b-l1c", "omnicloudmask"]
    result = run("comparesystems", INPUT=str(cumulus_product()), MODELS=models, FOLDER=str(tmp_path / "out"))
    assert (result["MASK_COUNT"], result["FAILED_COUNT"]) == (1, 3)
    assert result["AGREEMENT_PERCENT"] is None
    assert result["DISAGREEMENT"] is None
    errors = {row["model"]: row["error"] for row in rows(result["MODELS_TABLE"])}
    assert "L2A" in errors["ukis-4b-l2a"]
    assert "B01" in errors["s2cloudless"]
    assert errors["ukis-4b-l1c"] == ""
    page = Path(result["REPORT"]).read_text(encoding="utf-8")
    assert "B01" in page
    assert sum("B01" in warning for warning in feedback.warnings) == 1


def test_without_a_model_that_fits_there_is_no_report(make_product, tmp_path):
    """The reason is that of the first model."""
    product, out = make_product(FLAT), tmp_path / "out"
    models = ["ukis-4b-l2a", "ukis-6b-l2a"]
    result, log = run_step("comparesystems", INPUT=str(product), MODELS=models, FOLDER=str(out))
    assert result == {}
    assert load_cards()["ukis-4b-l2a"].title in log
    assert list(out.iterdir()) == []


def test_all_models_on_this_computer_are_compared_unless_i_choose(run, make_product, tmp_path):
    """Without a choice, the automatic one and every other that fits the product run; its networks not once more."""
    product = make_product({**FLAT, **dict.fromkeys(("B01", "B05", "B07", "B8A", "B09", "B10"), 0.1)})
    result = run("comparesystems", INPUT=str(product), FOLDER=str(tmp_path / "out"))
    models = [row["model"] for row in rows(result["MODELS_TABLE"])]
    assert models == ["ukis-6b-l1c+ukis-4b-l1c", "fmask", "s2cloudless"]


def test_options_of_rules_are_those_of_fmask_alone(run, make_product, tmp_path):
    """I set Fmask's threshold and dilation; s2cloudless, which has a threshold too, and networks keep their own."""
    product = make_product({**FLAT, **dict.fromkeys(("B01", "B05", "B07", "B8A", "B09", "B10"), 0.1)})
    heights = write_raster(tmp_path / "heights.tif", np.full((90, 90), 700))
    given = {"THRESHOLD": 0.35, "DILATE_PX": 7, "PARALLAX": False, "ELEVATION": heights}
    result = run("comparesystems", INPUT=str(product), FOLDER=str(tmp_path / "out"), **given)
    page = Path(result["REPORT"]).read_text(encoding="utf-8")
    assert all(text in page for text in ("threshold: 0.35", "elevation raster: heights.tif", "parts of clear"))
    options = {}
    for path in result["MASKS"]:
        with rasterio.open(path) as dataset:
            tags = dataset.tags()
            options[tags["CLOUDS2MASK_MODEL"]] = json.loads(tags["CLOUDS2MASK_OPTIONS"])
    assert (options["fmask"]["threshold"], options["fmask"]["dilate_px"], options["fmask"]["parallax"]) == (
        0.35,
        7,
        False,
    )
    assert options["fmask"]["elevation"][0] == "heights.tif"
    assert (options["s2cloudless"]["threshold"], options["s2cloudless"]["dilate_px"]) == (0.4, 1)


def test_each_model_is_measured_against_my_reference(run, cumulus_product, tmp_path):
    """A mask that is its own reference is perfect, and another one is not."""
    product, models = str(cumulus_product()), ["ukis-6b-l1c", "ukis-4b-l1c"]
    reference = run("maskscene", INPUT=product, MODEL="ukis-6b-l1c", OUTPUT=str(tmp_path / "reference.tif"))["OUTPUT"]
    given = {"MODELS": models, "REFERENCE": reference, "FOLDER": str(tmp_path / "out")}
    result = run("comparesystems", INPUT=product, **given)
    perfect, other = rows(result["MODELS_TABLE"])
    names = ("overall_accuracy", "kappa", "cloud_f1", "shadow_f1")
    assert [float(perfect[name]) for name in names] == [1, 1, 1, 1]
    assert all(0.7 < float(other[name]) < 1 for name in names)
    assert float(other["kappa_low"]) < float(other["kappa"]) < float(other["kappa_high"])


def test_an_area_is_compared_alone(run, cumulus_product, tmp_path):
    """Masks of an area end at its edge, and the files tell it from others."""
    x, y = 300000, 5900040
    extent = f"{x + 2000},{x + 4000},{y - 4000},{y - 2000} [EPSG:32633]"
    models = ["ukis-6b-l1c", "ukis-4b-l1c"]
    given = {"INPUT": str(cumulus_product()), "MODELS": models, "EXTENT": extent, "FOLDER": str(tmp_path / "out")}
    result = run("comparesystems", **given)
    assert pixels(result["DISAGREEMENT"]).shape == (3, 100, 100)
    assert "_area_" in Path(result["REPORT"]).name


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"MODELS": ["s2cloudless"]}, ["MODELS", "s2cloudless"]),
        ({"MODELS": ["s2cloudless", "nothing"]}, ["nothing"]),
        ({"INPUT": ""}, ["INPUT"]),
        ({"MODELS": MODELS, "THRESHOLD": 0.3, "PARALLAX": False}, ["threshold", "parallax", "Fmask"]),
        ({"RESOLUTION": 5}, ["RESOLUTION", "5"]),
        ({"REFERENCE": "x.tif", "PRODUCT": "x.zip"}, ["REFERENCE", "PRODUCT"]),
    ],
)
def test_wrong_parameters_are_refused_before_the_run(run, make_product, tmp_path, given, named):
    """The message names the parameter and its value."""
    with stopped(*named):
        run("comparesystems", **({"INPUT": str(make_product(FLAT)), "FOLDER": str(tmp_path / "out")} | given))


class Impatient(Feedback):
    """A feedback whose user cancels once the first model is under way."""

    def setProgress(self, progress: float) -> None:
        """Cancel after the first progress."""
        if progress > 0:
            self.cancel()


def test_cancel_ends_the_running_model(real_product, tmp_path):
    """After Cancel no process goes on, and no unfinished file is left."""
    import processing

    feedback = Impatient()
    given = {"INPUT": str(real_product), "MODELS": MODELS, "FOLDER": str(tmp_path / "out")}
    with pytest.raises(QgsProcessingException):
        processing.run("clouds2mask:comparesystems", given, feedback=feedback)
    assert feedback.isCanceled()
    assert not any((tmp_path / "out").glob(".*"))
    assert not any((tmp_path / "out").glob("*comparison*"))
    assert [command for command in commands_of_children() if b"systems.child" in command] == []


def commands_of_children() -> list[bytes]:
    """List the command lines of the processes that this one has started."""
    commands = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has ended
            parent = (process / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1]
            if int(parent) == os.getpid():
                commands.append((process / "cmdline").read_bytes())
    return commands


def test_the_map_shows_where_models_disagree(cumulus_product, tmp_path):
    """The disagreement is on top with its legend, over natural colours; the masks are there to be checked."""
    import processing

    given = {"INPUT": str(cumulus_product()), "MODELS": ["ukis-6b-l1c", "ukis-4b-l1c"], "FOLDER": str(tmp_path / "out")}
    processing.runAndLoadResults("clouds2mask:comparesystems", given)
    for _time in range(5):
        QCoreApplication.processEvents()
    (group,) = QgsProject.instance().layerTreeRoot().children()
    (scene,) = group.children()
    nodes = scene.findLayers()
    kinds = [Path(node.layer().source()).name.split("_")[7] for node in nodes]
    assert kinds[0] == "disagreement"
    assert sorted(kinds[1:3]) == ["ukis-4b-l1c", "ukis-6b-l1c"]
    assert kinds[3] == "20m.vrt"
    assert [node.itemVisibilityChecked() for node in nodes] == [True, False, False, True]
    shown = nodes[0].layer()
    assert isinstance(shown, QgsRasterLayer)
    assert [one.label for one in shown.renderer().classes()] == ["All models agree", "The two models disagree"]
    assert shown.renderer().classes()[0].color.alpha() == 0
    assert "2017-02-16" in shown.name()


def test_masks_stay_off_the_map_on_request(cumulus_product, tmp_path):
    """I get only the map of the disagreement."""
    import processing

    given = {"INPUT": str(cumulus_product()), "MODELS": ["ukis-6b-l1c", "ukis-4b-l1c"], "FOLDER": str(tmp_path / "out")}
    processing.runAndLoadResults("clouds2mask:comparesystems", {**given, "LOAD_MASKS": False})
    QCoreApplication.processEvents()
    (layer,) = QgsProject.instance().mapLayers().values()
    assert "disagreement" in layer.source()
    assert layer.renderer().type() == "paletted"
