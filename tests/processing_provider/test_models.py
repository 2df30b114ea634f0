"""`clouds2mask:listmodels` and `clouds2mask:importmodel`."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsProcessingException, QgsVectorLayer

from ...core.cards.card import imported_dir, load_cards, models_dir
from ...core.networks.listing import COLUMNS
from ..core.conftest import tiny_card, tiny_network
from .conftest import at_swath_edge

BANDS = ["B02", "B03"]
HELP = Path(__file__).resolve().parents[2] / "processing_provider" / "help"


@pytest.fixture
def card(tmp_path, monkeypatch) -> Path:
    """A card with its network beside it; the real networks can be used too."""
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
    """A table of all models with what a person chooses by; the counts are those of the table."""
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
    """Names, types and order of the columns stay what my queries rely on."""
    layer = QgsVectorLayer(run("listmodels", OUTPUT=str(tmp_path / "models.gpkg"))["OUTPUT"], "models")
    kinds = {field.name(): field.typeName() for field in layer.fields() if field.name() != "fid"}
    assert (
        list(kinds)
        == list(COLUMNS)
        == [
            *("id", "title", "state", "levels", "bands", "classes", "finest", "coarsest", "networks", "megabytes"),
            *("origin", "version", "licence", "citation", "folder", "reason"),
        ]
    )
    assert (kinds["id"], kinds["state"], kinds["finest"]) == ("String", "String", "Real")
    assert (kinds["megabytes"], kinds["networks"]) == ("Real", "Integer")


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_the_help_names_every_column(language):
    """The help of the list leaves no column of the table unexplained."""
    text = (HELP / language / "listmodels.html").read_text(encoding="utf-8")
    assert [name for name in COLUMNS if f"<i>{name}</i>" not in text] == []


def test_the_list_needs_no_table(run):
    """In the shell I read the ids without making a file."""
    result = run("listmodels")
    assert result["OUTPUT"] is None
    assert result["MODEL_COUNT"] == len(load_cards())


def test_an_imported_model_masks_at_once(run, card, make_product, tmp_path):
    """I import a card and mask with it, without starting QGIS anew."""
    result = run("importmodel", INPUT=str(card))
    assert result == {"MODEL": "mine", "FOLDER": str(imported_dir() / "mine")}
    product = str(make_product(at_swath_edge()))
    masked = run("maskscene", INPUT=product, MODEL="mine", OUTPUT=str(tmp_path / "mask.tif"))
    assert masked["CLEAR_PERCENT"] is not None


def test_a_network_without_a_card_is_described_by_the_parameters(run, card):
    """The facts of a card can be given as parameters, for a network alone."""
    network = str(card.with_name("net.onnx"))
    facts = {"ID": "bare", "BANDS": "B02, B03", "CLASSES": "clear thick_cloud shadow", "LEVEL": "L1C"}
    assert run("importmodel", INPUT=network, **facts)["MODEL"] == "bare"
    made = load_cards()["bare"]
    assert (made.bands, made.levels, made.std) == (("B02", "B03"), ("L1C",), (1.0, 1.0))


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        (
            {"BANDS": "B02", "CLASSES": "clear thick_cloud shadow", "ID": "x"},
            "BANDS must be 2, as the network has; these are 1",
        ),
        ({"BANDS": "B02 B03", "CLASSES": "clear", "ID": "x"}, "CLASSES must be 3, as the network has; these are 1"),
        ({"BANDS": "B02 B03", "CLASSES": "clear thick_cloud shadow"}, "ID is empty, but must be small letters"),
        (
            {"BANDS": "B02 B03", "CLASSES": "clear thick_cloud shadow", "ID": "x", "MEAN": "0,1 0,2"},
            "MEAN must be .*'0,1' is not",
        ),
    ],
)
def test_what_does_not_fit_is_refused(run, card, parameters, message):
    """The message names the fact, and nothing is kept."""
    with pytest.raises(QgsProcessingException, match=message):
        run("importmodel", INPUT=str(card.with_name("net.onnx")), **parameters)
    assert not imported_dir().exists() or list(imported_dir().iterdir()) == []


def test_a_model_is_replaced_only_if_asked(run, card):
    """The second import of an id is refused, and done with REPLACE."""
    run("importmodel", INPUT=str(card))
    with pytest.raises(QgsProcessingException, match="there is a model mine already"):
        run("importmodel", INPUT=str(card))
    assert run("importmodel", INPUT=str(card), REPLACE=True)["MODEL"] == "mine"
