"""The window of the models: listing, details, importing and removing."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QMessageBox

from ....core.cards.card import imported_dir, load_cards
from ....core.errors import ModelCardError, ModelError
from ....core.networks.importing import import_model, propose_fields
from ....core.networks.typed_card import TypedCard
from ....ui.models import manager as model_manager
from ....ui.models.form import ModelForm
from ...core.conftest import tiny_card, tiny_network
from ...refusals import refused
from .conftest import rows


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


def test_every_model_is_shown_with_its_state(manager):
    """I see all models, by where they come from; no network is there yet, and I can download them."""
    assert rows(manager) == {card.title: "ready" if card.rules else "not downloaded" for card in load_cards().values()}
    headings = [manager.models.topLevelItem(number) for number in range(manager.models.topLevelItemCount())]
    assert ["packages" in headings[0].text(0), "authors" in headings[1].text(0)] == [True, True]
    packaged = [headings[0].child(number).text(0) for number in range(headings[0].childCount())]
    assert packaged == [card.title for card in load_cards().values() if card.source]
    assert headings[1].child(0).text(0) == "OmniCloudMask"
    assert manager.download.isEnabled()
    assert not manager.remove.isEnabled()
    assert manager.remove.toolTip() == "Its networks are not on this computer"


def test_rules_are_a_part_of_the_plugin(manager):
    """Fmask has a heading of its own; there is nothing to download or to remove."""
    manager.select("fmask")
    assert manager.models.currentItem().parent().text(0) == "Part of the plugin"
    assert not manager.download.isEnabled()
    assert not manager.remove.isEnabled()
    assert manager.remove.toolTip() == "It is a part of the plugin"
    text = manager.details.toPlainText()
    assert "part of the plugin" in text
    assert all(word in text for word in ("nothing is downloaded", "L1C", "B10", "angles", "Snow or ice, Water"))


def test_columns_show_what_a_model_finds_and_needs(manager):
    """I compare classes, levels, bands, pixels and licences; cloud alone is not thick cloud."""
    cells = {item.text(0): [item.text(column) for column in range(2, 8)] for item in manager._items()}
    assert cells["OmniCloudMask"] == ["cloud, thin cloud, shadow", "L1C, L2A", "3", "10 to 50 m", "", "MIT"]
    assert cells["s2cloudless, cloud pixel by pixel"][0] == "cloud"
    assert cells["UKIS csmask U-Net, 4 bands, L2A"][:2] == ["cloud, shadow", "L2A"]
    assert cells["UNetMobV2 (CloudSEN12), L1C"][5] == "CC-BY-NC-4.0"


def test_the_selected_model_is_described(manager):
    """I see a summary, bands, classes, licence and citation."""
    manager.select("ukis-6b-l1c")
    text = manager.details.toPlainText()
    summary = load_cards()["ukis-6b-l1c"].described
    for part in (summary, "L1C; B02 B03 B04", "Clear, Cloud, Cloud shadow", "Apache-2.0", "DLR", "ukis-csmask"):
        assert part in text


def test_a_model_of_a_package_is_installed_by_the_other_window(manager):
    """Download… leads to the window of the packages, which brings the converter too."""
    wanted = []
    manager.installer_wanted.connect(lambda: wanted.append(True))
    manager.select("ukis-6b-l1c")
    assert manager.download.text().endswith("…")
    manager.download.click()
    assert wanted == [True]
    assert not manager.transfer.is_running()


def test_the_keys_pass_over_headings(manager):
    """I walk through the list with the arrow keys and never stand on a heading."""
    first, *_rest, last = manager._items()
    manager.models.setCurrentItem(first)
    visited = [manager.current().row.id]
    for _row in range(len(manager.entries()) - 1):
        QTest.keyClick(manager.models, Qt.Key.Key_Down)
        visited.append(manager.current().row.id)
    assert visited == [entry.row.id for entry in manager.entries()]
    assert manager.models.currentItem() is last
    for _row in visited:
        QTest.keyClick(manager.models, Qt.Key.Key_Up)
    assert manager.current().row.id == visited[0]


def test_an_imported_model_can_be_chosen_and_removed(manager, card, wait):
    """I import a card, see it selected in the list, and remove it again."""
    changes: list[bool] = []
    manager.changed.connect(lambda: changes.append(True))
    manager.import_file(card)
    wait(lambda: not manager.is_busy())
    assert manager.current().row.id == "mine"
    assert rows(manager)["My model"] == "ready"
    assert manager.message.text() == "My model was imported with the id mine."
    assert "imported by you" in manager.details.toPlainText()
    manager.remove_entry(manager.current())
    wait(lambda: not manager.is_busy())
    assert "My model" not in rows(manager)
    assert list(imported_dir().iterdir()) == []
    assert len(changes) == 2


def test_a_refused_card_is_explained_in_the_window(manager, card, wait):
    """I read which field of the card is wrong, and no file is stored."""
    fields = json.loads(card.read_text(encoding="utf-8")) | {"std": [0.0, 1.0]}
    card.write_text(json.dumps(fields), encoding="utf-8")
    manager.import_file(card)
    wait(lambda: not manager.is_busy())
    with refused(ModelCardError) as caught:
        import_model(card)
    assert manager.message.text() == str(caught.value)
    assert "std" in manager.message.text()
    assert "My model" not in rows(manager)


def test_a_damaged_import_is_shown_with_its_reason_and_can_be_removed(manager, card, wait):
    """A damaged import stays in the list and does not hide the others."""
    manager.import_file(card)
    wait(lambda: not manager.is_busy())
    (imported_dir() / "mine" / "mine.json").write_text("{", encoding="utf-8")
    manager.reload()
    wait(lambda: not manager.is_busy())
    assert rows(manager)["mine"] == "damaged"
    manager.select("mine")
    assert str(imported_dir() / "mine") in manager.current().row.reason
    assert manager.current().row.reason in manager.details.toPlainText()
    manager.remove_entry(manager.current())
    wait(lambda: not manager.is_busy())
    assert "mine" not in rows(manager)


def test_the_citation_is_copied_with_the_licence(manager):
    """One click copies the citation for my paper."""
    manager.copy.click()
    row = manager.current().row
    assert QGuiApplication.clipboard().text() == f"{row.citation} ({row.licence})"


def test_unloading_during_an_import_starts_nothing_new(manager, card, monkeypatch):
    """I update the plugin while a model is imported: no list, form or thread follows."""
    begun: list[str] = []
    monkeypatch.setattr(model_manager, "list_entries", lambda: begun.append("list"))
    manager.import_file(card, refused=lambda _text: begun.append("form"))
    manager.shut_down()
    QTest.qWait(200)
    manager.reload()
    QTest.qWait(200)
    assert begun == []
    assert not manager.is_busy()


def test_a_message_about_one_model_is_not_shown_beside_another(manager):
    """I select another row, and the message disappears."""
    manager.copy.click()
    assert manager.message.text().startswith("Copied: ")
    assert not manager.message_icon.pixmap().isNull()
    manager.models.setCurrentItem(manager._items()[1])
    assert manager.message.text() == ""


def fill(form: ModelForm) -> str:
    """Fill in what the form lacks for the network of `card`, and return its message."""
    form.levels["L1C"].setChecked(True)
    form.bands.setText("B02, B03")
    return form.reason.text()


def test_the_form_asks_for_fields_that_a_network_does_not_state(card, manager, wait):
    """For a single .onnx the form proposes known fields, names missing ones, and enables OK when complete."""
    form = ModelForm("net.onnx", propose_fields(card.with_name("net.onnx")))
    ok = form.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert form.classes.text() == "clear thick_cloud shadow"
    assert not ok.isEnabled()
    problems = form.reason.text().splitlines()
    assert {problem.partition(": ")[0] for problem in problems} == {"Levels", "Bands"}
    assert {"0", "2"} in [set(re.findall(r"\d+", problem)) for problem in problems]
    assert fill(form) == ""
    assert ok.isEnabled()
    form.std.setText("1 x")
    assert form.reason.text().startswith("Deviation: ")
    assert "'x'" in form.reason.text()
    form.std.setText("1 1")
    manager.import_file(card.with_name("net.onnx"), form.entries().fields())
    wait(lambda: not manager.is_busy())
    assert rows(manager)["net"] == "ready"


@pytest.mark.parametrize(
    ("field", "text", "label", "values"),
    [
        ("bands", "B02 B03 B04", "Bands", ["2", "3"]),
        ("classes", "clear thick_cloud", "Classes", ["3", "2"]),
        ("mean", "0,1 0,2", "Mean", ["'0,1'"]),
        ("classes", "clear cirrus shadow", "Classes", ["'cirrus'"]),
        ("patch_multiple", 100, "patch size", ["100"]),
    ],
)
def test_the_form_finds_entries_that_the_network_would_refuse(card, field, text, label, values):
    """A wrong number of bands or classes and a decimal comma are reported while I type."""
    form = ModelForm("net.onnx", propose_fields(card.with_name("net.onnx")))
    fill(form)
    widget = getattr(form, field)
    (widget.setText if isinstance(text, str) else widget.setValue)(text)
    (reason,) = [line for line in form.reason.text().splitlines() if line.startswith(f"{label}: ")]
    assert [value for value in values if not re.search(rf"(?<!\w){re.escape(value)}(?!\w)", reason)] == []
    assert not form.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_a_refused_network_reopens_the_form_with_my_entries(card, manager, wait, monkeypatch):
    """Errors that only the trial finds are shown in the form with my entries, and Cancel ends it."""
    shown: list[tuple[str, str]] = []
    entries: list[TypedCard] = []

    def answer(form: ModelForm) -> QDialog.DialogCode:
        shown.append((form.bands.text(), form.reason.text()))
        fill(form)
        form.activation.setCurrentIndex(form.activation.findData("none"))
        entries.append(form.entries())
        return QDialog.DialogCode.Accepted if len(shown) == 1 else QDialog.DialogCode.Rejected

    monkeypatch.setattr(ModelForm, "exec", answer)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(card.with_name("net.onnx"))], ""))
    manager.import_button.click()
    wait(lambda: len(shown) == 2 and not manager.is_busy())
    assert shown[1][0] == "B02, B03"
    network = card.with_name("net.onnx")
    with refused(ModelError, network=network) as caught:
        import_model(network, entries[0].fields())
    assert shown[1][1] == str(caught.value)
    assert "net" not in rows(manager)


def test_requests_during_other_work_are_queued(manager, card, wait, monkeypatch):
    """I accept the form and confirm a removal while the list is being read, and both are done."""

    def accept(form: ModelForm) -> QDialog.DialogCode:
        fill(form)
        manager.reload()
        assert manager.is_busy()
        return QDialog.DialogCode.Accepted

    def confirm(*_args: object) -> QMessageBox.StandardButton:
        manager.reload()
        assert manager.is_busy()
        return QMessageBox.StandardButton.Yes

    monkeypatch.setattr(ModelForm, "exec", accept)
    monkeypatch.setattr(QMessageBox, "question", confirm)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(card.with_name("net.onnx"))], ""))
    manager.import_button.click()
    wait(lambda: not manager.is_busy())
    assert rows(manager)["net"] == "ready"
    assert manager.message.text() == "net was imported with the id net."
    manager.remove.click()
    wait(lambda: not manager.is_busy())
    assert "net" not in rows(manager)
    assert manager.message.text().startswith("net was removed.")


def test_a_list_requested_during_another_is_read_after_it(manager, wait, monkeypatch):
    """Models installed while the list is read appear in the next one, and the message stays."""
    listed: list[int] = []

    def list_nothing() -> list[Any]:
        listed.append(1)
        return []

    monkeypatch.setattr(model_manager, "list_entries", list_nothing)
    manager.copy.click()
    for _ in range(3):  # one runs, one follows
        manager.reload()
    wait(lambda: not manager.is_busy())
    assert len(listed) == 2
    assert manager.message.text().startswith("Copied: ")


def test_no_form_opens_from_a_closed_window(manager, card, wait, monkeypatch):
    """I close the window while the network is read."""
    shown: list[ModelForm] = []
    monkeypatch.setattr(ModelForm, "exec", shown.append)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(card.with_name("net.onnx"))], ""))
    manager.import_button.click()
    manager.close()
    wait(lambda: not manager.is_busy())
    assert shown == []


def test_all_bands_of_a_level_are_proposed_with_that_level():
    """13 bands are those of L1C, 12 bands those of L2A."""
    for count, level, lacks in ((13, "L1C", ""), (12, "L2A", "B10")):
        form = ModelForm("net.onnx", {"id": "n", "title": "n", "band_count": count, "class_count": 4})
        assert len(form.bands.text().split()) == count
        assert lacks not in form.bands.text().split()
        assert form.levels[level].isChecked()
        assert form.reason.text() == ""
