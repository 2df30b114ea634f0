"""The window of the models: what there is, what each is, and importing and removing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QMessageBox

from ....core.cards.card import imported_dir, load_cards
from ....core.networks.importing import propose_facts
from ....ui.models import manager as model_manager
from ....ui.models.form import ModelForm
from ....ui.models.manager import ModelManager
from ...core.conftest import tiny_card, tiny_network


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch) -> Path:
    """An empty folder for networks."""
    monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(tmp_path / "models"))
    return tmp_path / "models"


@pytest.fixture
def manager(wait) -> Any:
    """The window, listed."""
    window = ModelManager()
    window.show()
    wait(lambda: not window.is_busy() and window.models.topLevelItemCount() > 0)
    yield window
    window.shut_down()
    window.close()


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


def test_unloading_during_an_import_begins_nothing_new(manager, card, monkeypatch):
    """I upgrade the plugin while a model is being imported: no list, no form and no thread follows."""
    begun: list[str] = []
    monkeypatch.setattr(model_manager, "list_models", lambda: begun.append("list"))
    manager.import_file(card, refused=lambda _text: begun.append("form"))
    manager.shut_down()
    QTest.qWait(200)
    manager.look_again()
    QTest.qWait(200)
    assert begun == []
    assert not manager.is_busy()


def test_what_was_said_of_one_model_does_not_stand_beside_another(manager):
    """I choose another row, and the message of before is gone."""
    manager.copy.click()
    assert manager.message.text().startswith("Copied: ")
    assert not manager.message_icon.pixmap().isNull()
    manager.models.setCurrentItem(manager.models.topLevelItem(1))
    assert manager.message.text() == ""


def typed_in(form: ModelForm) -> str:
    """Give the form what it lacks for the network of `card`; what it still says."""
    form.levels["L1C"].setChecked(True)
    form.bands.setText("B02, B03")
    return form.reason.text()


def test_the_form_asks_for_what_a_network_does_not_say(card, manager, wait):
    """An .onnx alone: the form proposes what is known, says what is lacking, and OK waits for it."""
    form = ModelForm("net.onnx", propose_facts(card.with_name("net.onnx")))
    ok = form.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert form.classes.text() == "clear thick_cloud shadow"
    assert not ok.isEnabled()
    assert "Levels: is empty, but must be L1C, L2A or both" in form.reason.text()
    assert "Bands: must be 2, as the network has; these are 0" in form.reason.text()
    assert typed_in(form) == ""
    assert ok.isEnabled()
    form.std.setText("1 x")
    assert "Deviation: must be numbers above 0" in form.reason.text()
    assert "'x' is not" in form.reason.text()
    form.std.setText("1 1")
    manager.import_file(card.with_name("net.onnx"), form.facts().fields())
    wait(lambda: not manager.is_busy())
    assert rows(manager)["net"] == "ready"


@pytest.mark.parametrize(
    ("field", "text", "message"),
    [
        ("bands", "B02 B03 B04", "Bands: must be 2, as the network has; these are 3"),
        ("classes", "clear thick_cloud", "Classes: must be 3, as the network has; these are 2"),
        ("mean", "0,1 0,2", "Mean: must be numbers with a decimal point, one per band; '0,1' is not"),
        ("classes", "clear cirrus shadow", "'cirrus' is not"),
        ("patch_multiple", 100, "patch size: must be a multiple of 100"),
    ],
)
def test_the_form_sees_what_the_network_would_refuse(card, field, text, message):
    """A wrong number of bands or classes and a decimal comma are told while I type, not after OK."""
    form = ModelForm("net.onnx", propose_facts(card.with_name("net.onnx")))
    typed_in(form)
    widget = getattr(form, field)
    (widget.setText if isinstance(text, str) else widget.setValue)(text)
    assert message in form.reason.text()
    assert not form.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_a_refused_network_brings_the_form_back_as_it_was(card, manager, wait, monkeypatch):
    """What only the trial finds is said in the form, with all that I typed; Cancel ends it."""
    shown: list[tuple[str, str]] = []

    def answer(form: ModelForm) -> QDialog.DialogCode:
        shown.append((form.bands.text(), form.reason.text()))
        typed_in(form)
        form.activation.setCurrentIndex(form.activation.findData("none"))
        return QDialog.DialogCode.Accepted if len(shown) == 1 else QDialog.DialogCode.Rejected

    monkeypatch.setattr(ModelForm, "exec", answer)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(card.with_name("net.onnx")), ""))
    manager.import_button.click()
    wait(lambda: len(shown) == 2 and not manager.is_busy())
    assert shown[1][0] == "B02, B03"
    assert "does not answer with probabilities" in shown[1][1]
    assert "net" not in rows(manager)


def test_what_is_asked_for_while_something_goes_on_is_done_after_it(manager, card, wait, monkeypatch):
    """I accept the form, and confirm a removal, while the list is being read again: neither is lost."""

    def accept(form: ModelForm) -> QDialog.DialogCode:
        typed_in(form)
        manager.look_again()
        assert manager.is_busy()
        return QDialog.DialogCode.Accepted

    def confirm(*_args: object) -> QMessageBox.StandardButton:
        manager.look_again()
        assert manager.is_busy()
        return QMessageBox.StandardButton.Yes

    monkeypatch.setattr(ModelForm, "exec", accept)
    monkeypatch.setattr(QMessageBox, "question", confirm)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(card.with_name("net.onnx")), ""))
    manager.import_button.click()
    wait(lambda: not manager.is_busy())
    assert rows(manager)["net"] == "ready"
    assert manager.message.text() == "net has been imported; it can be chosen as net."
    manager.remove.click()
    wait(lambda: not manager.is_busy())
    assert "net" not in rows(manager)
    assert manager.message.text() == "net has been removed."


def test_a_list_that_is_asked_for_during_one_is_read_after_it(manager, wait, monkeypatch):
    """What was fetched while the list was being read stands in the next one; what was said before stays."""
    listed: list[int] = []

    def list_nothing() -> list[Any]:
        listed.append(1)
        return []

    monkeypatch.setattr(model_manager, "list_models", list_nothing)
    manager.copy.click()
    for _ in range(3):  # one runs, one follows
        manager.look_again()
    wait(lambda: not manager.is_busy())
    assert len(listed) == 2
    assert manager.message.text().startswith("Copied: ")


def test_no_form_comes_out_of_a_closed_window(manager, card, wait, monkeypatch):
    """I close the window while the network is being read."""
    shown: list[ModelForm] = []
    monkeypatch.setattr(ModelForm, "exec", shown.append)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(card.with_name("net.onnx")), ""))
    manager.import_button.click()
    manager.close()
    wait(lambda: not manager.is_busy())
    assert shown == []


def test_all_bands_of_a_level_are_proposed_with_that_level():
    """A network of 13 bands takes those of L1C, one of 12 those of L2A."""
    for count, level, lacks in ((13, "L1C", ""), (12, "L2A", "B10")):
        form = ModelForm("net.onnx", {"id": "n", "title": "n", "band_count": count, "class_count": 4})
        assert len(form.bands.text().split()) == count
        assert lacks not in form.bands.text().split()
        assert form.levels[level].isChecked()
        assert form.reason.text() == ""
