"""Example models: each .model3 file of the plugin is an algorithm of the toolbox."""

from __future__ import annotations

import shutil
from datetime import datetime, timezone
from pathlib import Path

import numpy as np
import pytest
import rasterio
from processing.gui.ProviderActions import ProviderContextMenuActions
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from ...processing_provider import example_model
from ...processing_provider.example_menu import CopyExampleModel, open_copy
from ...tools import translations
from .conftest import FLAT, at_swath_edge
from .test_model import _run_in_shell

NAMES = sorted(path.stem for path in example_model.MODELS.glob("*.model3"))
COMPOSITE = "mask_apply_and_composite"


def registered(name: str) -> example_model.ExampleModel:
    """Return an example of the toolbox."""
    return QgsApplication.processingRegistry().algorithmById(f"clouds2mask:{name}")


def test_the_toolbox_has_all_three_examples():
    """I find the documented examples in the toolbox."""
    assert set(NAMES) >= {COMPOSITE, "mask_and_branch_on_cloud_share", "season_table_for_an_area"}


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_complete_in_the_toolbox(name):
    """An example has a title, help, an icon, its own group and all outputs, and a plain identifier."""
    model = registered(name)
    assert model.id() == f"clouds2mask:{name}"
    assert name.isidentifier()
    assert model.displayName()[0].isupper()
    assert (model.group(), model.groupId()) == ("Example models", "examples")
    assert model.canExecute()[0]
    assert model.validate() == (True, [])
    assert model.destinationParameterDefinitions()
    assert "<h3>" in model.shortHelpString()
    assert not model.icon().isNull()
    copy = model.create()  # owns its definitions
    assert {d.name() for d in copy.parameterDefinitions()} == {d.name() for d in model.parameterDefinitions()}


def test_an_example_speaks_the_language_of_qgis(tmp_path, qgis_app):
    """In a German QGIS, title, help and parameters of a model are German, and the model works the same."""
    for file in translations.FOLDER.glob("*_de.ts"):
        shutil.copy(file, tmp_path)
    (compiled,) = translations.compile_all(tmp_path)
    translator = QTranslator()
    assert translator.load(str(compiled))
    QCoreApplication.installTranslator(translator)
    try:
        model = example_model.ExampleModel(example_model.MODELS / f"{COMPOSITE}.model3").create()
    finally:
        QCoreApplication.removeTranslator(translator)
    assert model.displayName() == "Maskieren, anwenden und Komposit bilden"
    buffer = model.parameterDefinition("buffer")
    assert buffer.description() == "Puffer um Wolken (Meter)"
    english = registered(COMPOSITE).create()
    assert model.helpContent()["ALG_DESC"] != english.helpContent()["ALG_DESC"]
    assert buffer.help() != english.parameterDefinition("buffer").help()
    assert model.validate() == english.validate()
    assert {d.name() for d in model.parameterDefinitions()} == {d.name() for d in english.parameterDefinitions()}


def test_a_file_in_the_folder_is_an_example(tmp_path, monkeypatch, provider):
    """To add an example to the plugin, I only put its file into the folder."""
    shutil.copytree(example_model.MODELS, tmp_path / "models")
    shutil.copy(example_model.MODELS / f"{COMPOSITE}.model3", tmp_path / "models" / "mine.model3")
    monkeypatch.setattr(example_model, "MODELS", tmp_path / "models")
    provider.refreshAlgorithms()
    assert registered("mine").id() == "clouds2mask:mine"


def test_a_damaged_model_is_skipped(tmp_path, monkeypatch, provider):
    """A damaged file does not hide the other examples."""
    shutil.copytree(example_model.MODELS, tmp_path / "models")
    (tmp_path / "models" / "broken.model3").write_text("no model")
    monkeypatch.setattr(example_model, "MODELS", tmp_path / "models")
    provider.refreshAlgorithms()
    assert registered("broken") is None
    assert registered(COMPOSITE) is not None


def season(make_product, folder: Path) -> list[Path]:
    """Create products of three dates of one tile; a third of the second has no data."""
    bands = (FLAT, at_swath_edge(), {band: 2 * value for band, value in FLAT.items()})
    times = ("20170216T102101", "20170226T102021", "20170308T102021")
    return [
        Path(make_product(one, folder=folder / time, sensing_time=utc_time(time))) for one, time in zip(bands, times)
    ]


def utc_time(text: str) -> datetime:
    """Parse a time as in product names."""
    return datetime.strptime(text, "%Y%m%dT%H%M%S").replace(tzinfo=timezone.utc)


@pytest.mark.parametrize("method", ["median", "newest"])
def test_mask_apply_and_composite(run, make_product, tmp_path, method):
    """Three products become one cloud-free image with a count of clear observations."""
    products = season(make_product, tmp_path)
    model = registered(COMPOSITE)
    (output,) = [d.name() for d in model.destinationParameterDefinitions()]
    given = {f"product_{number}": str(path) for number, path in enumerate(products, start=1)}
    run(COMPOSITE, **given, method=method, buffer=40, **{output: str(tmp_path / "composite.tif")})
    with rasterio.open(tmp_path / "composite.tif") as dataset:
        assert dataset.descriptions[:3] == ("B04", "B03", "B02")
        red, count = dataset.read(1), dataset.read(dataset.count)
    middle = red.shape[0] // 2
    assert np.array_equal(np.unique(count[10:-10, 30:-10]), [3])
    assert np.array_equal(np.unique(count[10:-10, :10]), [2])
    assert red[middle, middle] == (1000 if method == "median" else 2000)
    assert red[middle, 5] == (1500 if method == "median" else 2000)


def test_an_example_runs_from_the_shell(make_product, tmp_path):
    """I can run an example with qgis_process by its identifier."""
    products = season(make_product, tmp_path)
    given = {f"product_{number}": path for number, path in enumerate(products, start=1)}
    (output,) = [d.name() for d in registered(COMPOSITE).destinationParameterDefinitions()]
    target = tmp_path / "composite.tif"
    _run_in_shell(Path(f"clouds2mask:{COMPOSITE}"), tmp_path / "home", **given, **{output: target})
    with rasterio.open(target) as dataset:
        assert dataset.descriptions[-1] == "count"


def test_a_copy_opens_in_the_designer_and_the_example_stays(monkeypatch):
    """The context menu of the toolbox offers to edit a copy of examples only."""
    monkeypatch.setattr("processing.modeler.ModelerDialog.iface", None)  # the stand-in of the tests has no icon size
    action = CopyExampleModel()
    action.register()
    assert action in ProviderContextMenuActions.actions
    action.setData(registered(COMPOSITE), None)
    assert action.isEnabled()
    action.setData(registered("validmask"), None)
    assert not action.isEnabled()
    designer = open_copy(registered(COMPOSITE))
    model = designer.model()
    assert model.name() == registered(COMPOSITE).displayName()
    assert len(model.childAlgorithms()) == 7
    assert model.sourceFilePath() == ""
    designer.close()
    action.unregister()
    assert action not in ProviderContextMenuActions.actions
