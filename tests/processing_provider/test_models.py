"""`clouds2mask:listmodels` and `clouds2mask:importmodel`."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsVectorLayer

from ...core.cards.card import imported_dir, load_cards, models_dir
from ...core.networks.listing import COLUMNS
from ...core.networks.published import WEIGHTS_SUFFIXES, published_cards
from ..core.conftest import tiny_card, tiny_network
from .conftest import at_swath_edge, stopped

BANDS = ["B02", "B03"]
HELP = Path(__file__).resolve().parents[2] / "processing_provider" / "help"


@pytest.fixture
def card(tmp_path, monkeypatch) -> Path:
    """A card with its network beside it, in a store with the real networks."""
    store = tmp_path / "models"
    store.mkdir()
    for path in models_dir().glob("ukis-*"):
        (store / path.name).symlink_to(path)
    monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(store))
    folder = tmp_path / "brought"
    folder.mkdir()
    network = tiny_network(np.array([[0, 0], [20, 0], [0, -30]], np.float32), np.array([0, -5, 2.5], np.float32))
    (folder / "net.onnx").write_bytes(network)
    fields = tiny_card(id="mine", title="My model", bands=BANDS, networks=[{"file": "net.onnx"}])
    path = folder / "mine.json"
    path.write_text(json.dumps(fields), encoding="utf-8")
    return path


def test_the_list_has_every_model(run, card, tmp_path):
    """The table lists all models with their properties; the counts are those of the table."""
    result = run("listmodels", OUTPUT=str(tmp_path / "models.csv"))
    layer = QgsVectorLayer(result["OUTPUT"], "models")
    rows = {feature["id"]: feature for feature in layer.getFeatures()}
    assert list(rows) == list(load_cards())
    one = rows["ukis-6b-l1c"]
    assert (one["state"], one["levels"], one["licence"]) == ("ready", "L1C", "Apache-2.0")
    assert one["bands"] == "B02 B03 B04 B08 B11 B12"
    assert (float(one["finest"]), float(one["coarsest"])) == (20, 40)
    assert 60 < float(one["megabytes"]) < 100
    ready = sum(feature["state"] == "ready" for feature in rows.values())
    assert (result["MODEL_COUNT"], result["READY_COUNT"]) == (len(rows), ready)


def test_the_table_has_the_columns_that_the_list_declares(run, tmp_path):
    """Names, types and order of the columns stay as my queries expect them."""
    layer = QgsVectorLayer(run("listmodels", OUTPUT=str(tmp_path / "models.gpkg"))["OUTPUT"], "models")
    kinds = {field.name(): field.typeName() for field in layer.fields() if field.name() != "fid"}
    assert (
        list(kinds)
        == list(COLUMNS)
        == [
            *("id", "title", "state", "levels", "bands", "classes", "finest", "coarsest", "networks", "megabytes"),
            *("origin", "version", "licence", "citation", "folder", "reason", "weights", "as_published", "summary"),
        ]
    )
    assert (kinds["id"], kinds["state"], kinds["finest"]) == ("String", "String", "Real")
    assert (kinds["megabytes"], kinds["networks"]) == ("Real", "Integer")


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_the_help_names_every_column(language):
    """The help explains every column of the table."""
    text = (HELP / language / "listmodels.html").read_text(encoding="utf-8")
    assert [name for name in COLUMNS if f"<i>{name}</i>" not in text] == []


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_the_help_names_models_and_files_that_exist(language):
    """The help of downloads names ids of published models, that of imports the endings of files of weights."""
    named = set(re.findall("<i>(.*?)</i>", (HELP / language / "fetchmodel.html").read_text(encoding="utf-8")))
    assert named
    assert named <= {card.id for card in published_cards()}
    text = (HELP / language / "importmodel.html").read_text(encoding="utf-8")
    assert f"({', '.join(WEIGHTS_SUFFIXES)})" in text


def test_the_list_needs_no_table(run):
    """In the shell, I can list the models without writing a file."""
    result = run("listmodels")
    assert result["OUTPUT"] is None
    assert result["MODEL_COUNT"] == len(load_cards())


def test_an_imported_model_masks_at_once(run, card, make_product, tmp_path):
    """I import a card and mask with it, without restarting QGIS."""
    result = run("importmodel", INPUT=str(card))
    assert result == {"MODEL": "mine", "FOLDER": str(imported_dir() / "mine")}
    product = str(make_product(at_swath_edge()))
    masked = run("maskscene", INPUT=product, MODEL="mine", OUTPUT=str(tmp_path / "mask.tif"))
    assert masked["CLEAR_PERCENT"] is not None


def test_a_network_without_a_card_is_described_by_the_parameters(run, card):
    """For a network alone, I can set the fields of a card as parameters."""
    network = str(card.with_name("net.onnx"))
    fields = {"ID": "bare", "BANDS": "B02, B03", "CLASSES": "clear thick_cloud shadow", "LEVEL": "L1C"}
    assert run("importmodel", INPUT=network, **fields)["MODEL"] == "bare"
    made = load_cards()["bare"]
    assert (made.bands, made.levels, made.std) == (("B02", "B03"), ("L1C",), (1.0, 1.0))


@pytest.mark.parametrize(
    ("parameters", "values"),
    [
        ({"BANDS": "B02", "CLASSES": "clear thick_cloud shadow", "ID": "x"}, ("BANDS", 2, 1)),
        ({"BANDS": "B02 B03", "CLASSES": "clear", "ID": "x"}, ("CLASSES", 3, 1)),
        ({"BANDS": "B02 B03", "CLASSES": "clear thick_cloud shadow"}, ("ID",)),
        ({"BANDS": "B02 B03", "CLASSES": "clear thick_cloud shadow", "ID": "x", "MEAN": "0,1 0,2"}, ("MEAN", "0,1")),
    ],
)
def test_a_card_that_does_not_fit_the_network_is_refused(run, card, parameters, values):
    """The message names the network, the parameter and its value, and no model is stored."""
    with stopped("net.onnx", *values):
        run("importmodel", INPUT=str(card.with_name("net.onnx")), **parameters)
    assert not imported_dir().exists() or list(imported_dir().iterdir()) == []


@pytest.mark.parametrize("given", ["", "mask.tif"])
def test_a_file_of_another_kind_is_refused(run, tmp_path, given):
    """The message names the parameter, the file, and what can be imported."""
    path = str(tmp_path / given) if given else ""
    with stopped("INPUT", path or "empty", ".json", ".onnx", WEIGHTS_SUFFIXES[0]):
        run("importmodel", INPUT=path)


def test_a_model_is_replaced_only_if_asked(run, card):
    """A second import of the same id is refused, unless REPLACE is set."""
    run("importmodel", INPUT=str(card))
    with stopped("mine.json", "mine"):
        run("importmodel", INPUT=str(card))
    assert run("importmodel", INPUT=str(card), REPLACE=True)["MODEL"] == "mine"
