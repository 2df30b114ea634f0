"""The window of the models: what there is, what each is, and importing and removing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QDialogButtonBox

from ...core.model_card import load_cards
from ...core.model_folder import imported_dir
from ...ui.model_form import ModelForm
from ...ui.model_manager import ModelManager
from ..core.conftest import tiny_card, tiny_network


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch) -> Path:
    """An empty folder for networks."""
    monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(tmp_path / "models"))
    return tmp_path / "models"


@pytest.fixture
def manager(wait) -> Any:
    """The window, listed."""
    window = ModelManager()
    window.look_again()
    wait(lambda: not window.is_busy() and window.models.topLevelItemCount() > 0)
    yield window
    window.shut_down()


@pytest.fixture
def card(tmp_path) -> Path:
    """A card with its network beside it."""
    folder = tmp_path / "brought"
    folder.mkdir()
    network = tiny_network(np.array([[0, 0], [20, 0], [0, -30]], np.float32), np.array([0, -5, 2.5], np.float32))
    (folder / "net.onnx").write_bytes(network)
    fields = tiny_card(id="mine", title="My model", bands=["B02", "B03"], networks=[{"file": "net.onnx"}])
    path = folder / "mine.json"
    path.write_text(json.dumps(fields), encoding="utf-8")
    return path


def rows(window: ModelManager) -> dict[str, str]:
    """State by title."""
    items = [window.models.topLevelItem(number) for number in range(window.models.topLevelItemCount())]
    return {item.text(0): item.text(1) for item in items}


def test_every_model_is_shown_with_its_state(manager):
    """I see all models, and that their networks are not there yet; Fetch is offered."""
    assert set(rows(manager)) == {card.title for card in load_cards().values()}
    assert set(rows(manager).values()) == {"not there"}
    assert manager.fetch.isEnabled()
    assert not manager.remove.isEnabled()
    assert manager.remove.toolTip() == "Its networks are not there"


def test_a_model_tells_what_it_is(manager):
    """The chosen model shows bands, classes, licence, citation and why it is not ready."""
    title = load_cards()["ukis-6b-l1c"].title
    manager.models.setCurrentItem(manager.models.findItems(title, Qt.MatchFlag.MatchExactly)[0])
    text = manager.details.toPlainText()
    for part in ("B02 B03 B04", "Clear, Thick cloud, Cloud shadow", "Apache-2.0", "DLR", "is missing"):
        assert part in text


def test_an_imported_model_can_be_chosen_and_removed(manager, card, wait):
    """I import a card, see it chosen in the list, and remove it again."""
    changes: list[bool] = []
    manager.changed.connect(lambda: changes.append(True))
    manager.import_file(card)
    wait(lambda: not manager.is_busy())
    assert manager.current().id == "mine"
    assert rows(manager)["My model"] == "ready"
    assert "has been imported; it can be chosen as mine" in manager.message.text()
    assert "imported by you" in manager.details.toPlainText()
    manager.remove_row(manager.current())
    wait(lambda: not manager.is_busy())
    assert "My model" not in rows(manager)
    assert list(imported_dir().iterdir()) == []
    assert len(changes) == 2


def test_what_is_refused_is_said_in_the_window(manager, card, wait):
    """A bad card shows its field in the window, and nothing is kept."""
    fields = json.loads(card.read_text(encoding="utf-8")) | {"std": [0.0, 1.0]}
    card.write_text(json.dumps(fields), encoding="utf-8")
    manager.import_file(card)
    wait(lambda: not manager.is_busy())
    assert "std must be numbers above 0" in manager.message.text()
    assert "My model" not in rows(manager)


def test_a_damaged_import_is_shown_with_its_reason_and_can_be_removed(manager, card, wait):
    """An import whose card was damaged is not lost from sight, and does not hide the others."""
    manager.import_file(card)
    wait(lambda: not manager.is_busy())
    (imported_dir() / "mine" / "mine.json").write_text("{", encoding="utf-8")
    manager.look_again()
    wait(lambda: not manager.is_busy())
    assert rows(manager)["mine"] == "damaged"
    item = manager.models.findItems("mine", Qt.MatchFlag.MatchExactly)[0]
    manager.models.setCurrentItem(item)
    assert "cannot be used" in manager.details.toPlainText()
    manager.remove_row(manager.current())
    wait(lambda: not manager.is_busy())
    assert "mine" not in rows(manager)


def test_the_citation_is_copied_with_the_licence(manager):
    """One click, and I can cite the model."""
    manager.copy.click()
    row = manager.current()
    assert QGuiApplication.clipboard().text() == f"{row.citation} ({row.licence})"


def test_the_form_asks_for_what_a_network_does_not_say(card, manager, wait):
    """An .onnx alone: the form proposes what is known, says what is lacking, and OK waits for it."""
    proposed = {"id": "net", "title": "net", "version": "1", "band_count": 2, "class_count": 3}
    form = ModelForm("net.onnx", proposed)
    ok = form.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert form.classes.text() == "clear thick_cloud shadow"
    assert not ok.isEnabled()
    assert "levels must be" in form.reason.text()
    form.levels["L1C"].setChecked(True)
    assert "bands must be" in form.reason.text()
    form.bands.setText("B02, B03")
    assert ok.isEnabled(), form.reason.text()
    form.std.setText("1 x")
    assert "std must be numbers" in form.reason.text()
    form.std.setText("1 1")
    manager.import_file(card.with_name("net.onnx"), form.facts())
    wait(lambda: not manager.is_busy())
    assert rows(manager)["net"] == "ready"
