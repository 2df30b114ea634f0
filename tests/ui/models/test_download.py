"""Published models are downloaded in the models window: from a hub on this computer, in the background."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QTimer, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QApplication, QFileDialog, QMessageBox

from ....core.cards.card import load_cards
from ....core.errors import SettingError
from ....core.fetching.model import mirrored
from ....core.networks.importing import import_model
from ....core.networks.network_files import downloads_dir
from ....core.networks.published import store_weights
from ....core.networks.store import state_of
from ....tools.hub import open_hub
from ....ui.models.manager import ModelManager
from ....ui.models.offer import offer_recommended
from ....ui.models.place_row import PlaceRow
from ....ui.shared.host import SETTINGS_GROUP
from ....ui.shared.model_texts import RECOMMENDED
from ....ui.shared.qgis_transport import DownloadSettings
from ...core.conftest import tiny_card, tiny_network
from ...core.published import WEIGHTS, published_card
from ...refusals import refused
from ..conftest import FIRST, PAGE, SECOND
from .conftest import rows

pytestmark = pytest.mark.usefixtures("published")


@pytest.fixture
def window(hub, manager) -> ModelManager:
    """The window, with the hub as the mirror."""
    return manager


@pytest.fixture
def idle(window, wait) -> Callable[[], None]:
    """Wait until nothing is downloaded, listed or imported."""
    return lambda: wait(lambda: not window.transfer.is_running() and not window.is_busy())


def is_ready(model: str) -> bool:
    """Return True if a model is ready."""
    return state_of(load_cards()[model]).is_ready


@contextmanager
def answering(text: str) -> Iterator[list[str]]:
    """Press a button of the question that opens meanwhile, and note the texts of the question."""
    texts: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            texts.extend([box.text(), box.informativeText()])
            next(button for button in box.buttons() if text in button.text()).click()

    QTimer.singleShot(200, answer)
    yield texts


def test_one_click_downloads_a_model(window, idle, hub):
    """I choose OmniCloudMask, press Download, and it is ready, without any Python package."""
    ended: list[Any] = []
    changes: list[bool] = []
    window.download_ended.connect(lambda card, reason: ended.append((card.id, reason)))
    window.changed.connect(lambda: changes.append(True))
    window.select(RECOMMENDED)
    assert window.download.text() == "Down&load (0.0 MB)"
    window.download.click()
    assert window.download_title.text() == "OmniCloudMask"
    assert window.cancel.isVisible()
    assert window.close_button.text() == "Cl&ose and keep downloading"
    assert not window.download.isEnabled()
    assert "being downloaded" in window.download.toolTip()
    idle()
    assert is_ready(RECOMMENDED)
    assert rows(window)["OmniCloudMask"] == "ready"
    assert window.message.text() == "OmniCloudMask was downloaded and is ready."
    assert not window.cancel.isVisible()
    assert (ended, changes) == ([(RECOMMENDED, "")], [True])
    assert [one.path.rpartition("/")[2] for one in hub.asked] == [FIRST, FIRST, SECOND, SECOND]
    assert window.current().on_disk > 0
    assert window.download.toolTip() == "This model is ready"


def test_the_details_say_what_the_weights_are(window, idle, files):
    """I see the pinned hash of the authors, or the one that was recorded where they publish none."""
    window.select(RECOMMENDED)
    text = window.details.toPlainText()
    assert "Thin cloud too." in text
    assert PAGE in text
    pinned = hashlib.sha256(files[FIRST].read_bytes()).hexdigest()
    assert f"SHA-256 {pinned}, published by the authors and pinned here" in text
    window.select("hand")
    assert "publish no hash; that of your file will be recorded" in window.details.toPlainText()
    window.import_files([files["hand.safetensors"]])
    idle()
    (record,) = window.current().records.values()
    text = window.details.toPlainText()
    assert f"publish no hash; recorded on {record['time'][:10]}: {record['weights_sha256']}" in text


def test_a_download_can_be_cancelled_and_continues_later(window, idle, hub, wait):
    """I watch the megabytes, cancel, and the next download goes on where this one stopped."""
    hub.misbehave("trickle", 40)
    window.select(RECOMMENDED)
    window.download.click()
    wait(lambda: hub.sent > 100 and window.progress.value() > 0)
    assert window.progress.format() == "File 1 of 2: 0 of 0 MB"
    window.cancel.click()
    assert not window.cancel.isEnabled()
    idle()
    assert "cancelled" in window.message.text()
    assert rows(window)["OmniCloudMask"] == "not downloaded"
    hub.faults.clear()
    seen = len(hub.asked)
    window.download.click()
    idle()
    assert is_ready(RECOMMENDED)
    assert [one for one in hub.asked[seen:] if "range" in one.headers]


def test_a_licence_that_forbids_trade_is_accepted_first(window, idle, hub):
    """Nothing is downloaded before I have accepted; the question names licence, page and citation."""
    window.select("bound")
    assert "CC-BY-NC-4.0, not for commercial use" in window.details.toPlainText()
    declined: list[str] = []
    window.declined.connect(declined.append)
    with answering("Cancel") as asked:
        window.download.click()
    assert declined == ["bound"]
    assert not window.transfer.is_running()
    assert hub.asked == []
    assert ["CC-BY-NC-4.0" in asked[0], PAGE in asked[1], load_cards()["bound"].citation in asked[1]] == [True] * 3
    with answering("Accept"):
        window.download.click()
    idle()
    assert is_ready("bound")


def test_weights_that_are_downloaded_by_hand_are_imported(window, idle, files, monkeypatch):
    """CloudS2Mask's authors offer no direct download: I open their page, and import what I have downloaded."""
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    window.select("hand")
    assert not window.download.isEnabled()
    assert "authors' page" in window.download.toolTip()
    assert "hand.safetensors" in window.details.toPlainText()
    window.page.click()
    assert [url.toString() for url in opened] == [PAGE]
    monkeypatch.setattr(
        QFileDialog,
        "getOpenFileNames",
        lambda *arguments: ([str(files["hand.safetensors"])], "") if "*.pkl" in arguments[3] else ([], ""),
    )
    window.import_button.click()
    idle()
    assert window.message.text() == "hand was imported and is ready."
    assert is_ready("hand")


def test_the_main_window_names_the_size_of_what_is_missing(dialog, publish, files, monkeypatch):
    """One of two networks is here: the question before the download names the size of the other one."""
    sizes = {FIRST: 7_000_000, SECOND: 3_000_000}
    networks = [
        {
            "file": f"pair-{number}.onnx",
            "weights": {
                "file": name,
                "graphs": ["tiny"],
                "size": size,
                "sha256": hashlib.sha256(files[name].read_bytes()).hexdigest(),
            },
        }
        for number, (name, size) in enumerate(sizes.items(), start=1)
    ]
    address = {"page": PAGE, "address": "https://hub.invalid/authors/model/resolve/main/"}
    publish([], [published_card("pair", {}, publication=address) | {"networks": networks}])
    store_weights(files[FIRST], card=load_cards()["pair"])
    asked: list[str] = []
    monkeypatch.setattr(QMessageBox, "question", lambda _parent, _title, text, *_buttons: asked.append(text))
    dialog.options.download_wanted.emit("pair")
    assert len(asked) == 1
    assert "(3.0 MB, " in asked[0]


def test_several_files_are_imported_at_once(window, idle, files):
    """I select both files of OmniCloudMask and a foreign one: the model is ready, and the refusal is shown too."""
    foreign = files[FIRST].with_name("notes.pkl")
    foreign.write_text("no weights", encoding="utf-8")
    window.import_files([files[FIRST], foreign, files[SECOND]])
    idle()
    ready, refusal = window.message.text().split("\n", 1)
    assert ready == "OmniCloudMask was imported and is ready."
    assert "notes.pkl" in refusal
    assert window.current().row.id == RECOMMENDED


def test_a_part_of_a_model_says_what_it_still_needs(window, idle, files):
    """I import one of two files, and see which one is missing."""
    window.import_files([files[FIRST]])
    idle()
    assert rows(window)["OmniCloudMask"] == "1 of 2 files"
    assert window.message.text() == f"OmniCloudMask was imported in part. Import {SECOND} too."
    assert f"A part is there. It also needs {SECOND}." in window.details.toPlainText()
    assert window.remove.isEnabled()
    assert window.download.isEnabled()
    window.download.click()
    idle()
    assert is_ready(RECOMMENDED)


def test_an_imported_model_stays_until_its_weights_are_complete(window, idle, files, tmp_path):
    """I bring the first of two files: my own model of the same id works on, and I read what is missing."""
    network = tiny_network(np.array([[0, 0], [20, 0], [0, -30]], np.float32), np.array([0, -5, 2.5], np.float32))
    (tmp_path / "net.onnx").write_bytes(network)
    fields = tiny_card(id=RECOMMENDED, title="Mine", bands=["B02", "B03"], networks=[{"file": "net.onnx"}])
    (tmp_path / "mine.json").write_text(json.dumps(fields), encoding="utf-8")
    import_model(tmp_path / "mine.json")
    window.reload()
    idle()
    window.import_file(files[FIRST], replace=True)
    idle()
    assert window.message.text() == f"OmniCloudMask was imported in part. Import {SECOND} too."
    assert rows(window)["Mine"] == "ready"
    window.import_file(files[SECOND], replace=True)
    idle()
    assert rows(window)["OmniCloudMask"] == "ready"
    assert "Mine" not in rows(window)


def test_a_model_of_mine_takes_a_published_ones_place_only_if_i_agree(window, idle, files, tmp_path):
    """Its card has the id of a model that is stored."""
    window.import_files([files[FIRST], files[SECOND]])
    idle()
    (tmp_path / "net.onnx").write_bytes(tiny_network(np.ones((3, 2), np.float32), np.zeros(3, np.float32)))
    fields = tiny_card(id=RECOMMENDED, title="Mine", bands=["B02", "B03"], networks=[{"file": "net.onnx"}])
    (tmp_path / "mine.json").write_text(json.dumps(fields), encoding="utf-8")
    with answering("No") as texts:
        window.import_files([tmp_path / "mine.json"])
    assert RECOMMENDED in texts[0]
    idle()
    assert "Mine" not in rows(window)
    with answering("Yes"):
        window.import_files([tmp_path / "mine.json"])
    idle()
    assert rows(window)["Mine"] == "ready"


def test_the_files_of_a_model_replace_mine_after_one_question(window, idle, files, tmp_path, monkeypatch):
    """A model of mine has the id of OmniCloudMask; I import both of its files, and am asked once."""
    (tmp_path / "net.onnx").write_bytes(tiny_network(np.ones((3, 2), np.float32), np.zeros(3, np.float32)))
    fields = tiny_card(id=RECOMMENDED, title="Mine", bands=["B02", "B03"], networks=[{"file": "net.onnx"}])
    (tmp_path / "mine.json").write_text(json.dumps(fields), encoding="utf-8")
    window.import_files([tmp_path / "mine.json"])
    idle()
    asked: list[str] = []
    answers = [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes]

    def answer(_parent: Any, _title: str, text: str, *_buttons: Any) -> QMessageBox.StandardButton:
        asked.append(text)
        return answers[len(asked) - 1]

    monkeypatch.setattr(QMessageBox, "question", answer)
    window.import_files([files[FIRST], files[SECOND]])
    idle()
    assert rows(window)["Mine"] == "ready"
    assert len(window.message.text().splitlines()) == 2
    window.import_files([files[FIRST], files[SECOND]])
    idle()
    assert asked == [f"An imported model {RECOMMENDED} exists. Replace it?"] * 2
    assert rows(window)["OmniCloudMask"] == "ready"
    assert "Mine" not in rows(window)


def test_an_unfinished_download_counts_and_can_be_removed(window, idle):
    """The part that has arrived takes space, and goes if I remove the model."""
    downloads_dir().mkdir(parents=True)
    (downloads_dir() / f"{FIRST}.part").write_bytes(bytes(40))
    (downloads_dir() / f"{FIRST}.part.json").write_bytes(b"{}")
    window.reload()
    idle()
    window.select(RECOMMENDED)
    entry = window.current()
    assert (entry.row.state, entry.on_disk) == ("missing", 42)
    assert window.remove.isEnabled()
    window.remove_entry(entry)
    idle()
    assert not downloads_dir().exists()


def test_a_folder_on_this_computer_needs_no_host(window, idle, hub, files):
    """On a computer without internet I choose the folder with the files; those brought by hand are found there too."""
    window.place.choice.setCurrentIndex(2)
    window.select("hand")
    assert window.download.toolTip() == "Choose the folder that holds the files of weights"
    window.place.folder.setFilePath(str(files[FIRST].parent))
    assert window.download.isEnabled()
    window.download.click()
    idle()
    window.select(RECOMMENDED)
    window.download.click()
    idle()
    assert [is_ready("hand"), is_ready(RECOMMENDED)] == [True, True]
    assert hub.asked == []
    assert all(path.exists() for path in files.values())


def test_an_import_with_the_id_of_a_published_model_is_removed_first(window, idle, tmp_path):
    """I exported and imported the model with an earlier version: it stays in use until I remove it."""
    fields = tiny_card(id=RECOMMENDED, title="My export", bands=["B02", "B03"], networks=[{"file": "net.onnx"}])
    (tmp_path / "net.onnx").write_bytes(tiny_network(WEIGHTS["head.weight"], WEIGHTS["head.bias"]))
    (tmp_path / "card.json").write_text(json.dumps(fields), encoding="utf-8")
    window.import_files([tmp_path / "card.json"])
    idle()
    assert window.message.text() == f"My export was imported with the id {RECOMMENDED}."
    assert window.current().kind == "imported"
    assert "remove it to download the published one" in window.download.toolTip()
    window.remove_entry(window.current())
    idle()
    window.select(RECOMMENDED)
    assert window.current().kind == "published"
    assert window.download.isEnabled()


def test_a_failed_download_says_what_happened_and_the_other_ways(window, idle):
    """The host does not answer: I read its name and reason, and where mirror and folder are set."""
    with open_hub({}) as gone:
        window.place.mirror.setText(gone.address)
    window.select(RECOMMENDED)
    window.download.click()
    idle()
    text = window.message.text()
    assert text.startswith("OmniCloudMask was not downloaded. 127.0.0.1 cannot be reached")
    assert "Download from" in text
    assert "authors' page" in text
    assert window.download.isEnabled()
    assert rows(window)["OmniCloudMask"] == "not downloaded"


def test_the_place_is_kept(window):
    """Mirror or folder are there in the next session; without an address nothing can be downloaded."""
    window.select(RECOMMENDED)
    window.place.mirror.setText("mirror.example.org")
    assert not window.download.isEnabled()
    assert "https://" in window.download.toolTip()
    for wrong in ("https://mirror.example.org/?x=1", "https://[abc", "https://user:secret@mirror.example.org"):
        window.place.mirror.setText(wrong)
        with refused(SettingError) as caught:
            mirrored("https://a.example/x", wrong)
        assert window.place.why_not_usable() == str(caught.value)
    window.place.mirror.setText("https://mirror.example.org/hf")
    window.place.mirror.editingFinished.emit()
    assert window.download.isEnabled()
    assert PlaceRow().place() == DownloadSettings(mirror="https://mirror.example.org/hf")
    window.place.choice.setCurrentIndex(0)
    assert PlaceRow().place() == DownloadSettings.read() == DownloadSettings()
    window.place.choice.setCurrentIndex(1)
    assert DownloadSettings.read().mirror == "https://mirror.example.org/hf"
    window.place.choice.setCurrentIndex(0)
    again = PlaceRow()
    assert again.place() == DownloadSettings()
    again.choice.setCurrentIndex(1)
    assert again.place().mirror == "https://mirror.example.org/hf"


def test_a_download_goes_on_when_the_window_is_closed(window, idle, hub):
    """I close the window, and find the result when I open it again."""
    hub.misbehave("trickle", 200)
    window.select(RECOMMENDED)
    window.download.click()
    window.close_button.click()
    assert not window.isVisible()
    idle()
    assert is_ready(RECOMMENDED)
    window.show()
    assert window.message.text() == "OmniCloudMask was downloaded and is ready."
    window.close()
    window.show()
    assert window.message.text() == ""


def test_unloading_ends_a_download(window, hub, wait):
    """I leave QGIS during a download: it stops at once, and what has arrived is kept."""
    hub.misbehave("trickle", 40)
    window.select(RECOMMENDED)
    window.download.click()
    wait(lambda: hub.sent > 100)
    window.shut_down()
    assert not window.transfer.is_running()
    assert not is_ready(RECOMMENDED)


def test_a_download_that_is_wanted_starts_once_the_models_are_listed(hub, wait, published):
    """I choose a model in the other window: this one opens, selects it and downloads it."""
    window = ModelManager()
    window.show()
    window.download_model(RECOMMENDED)
    wait(lambda: is_ready(RECOMMENDED) and not window.transfer.is_running() and not window.is_busy())
    assert [entry.row.id for entry in [window.current()] if entry] == [RECOMMENDED]
    window.download_model("hand")
    wait(lambda: not window.is_busy())
    assert "authors' page" in window.message.text()
    window.shut_down()
    window.close()


def test_removing_frees_space_and_says_how_much(window, idle, store):
    """I remove a model, and it can be downloaded again."""
    window.select(RECOMMENDED)
    window.download.click()
    idle()
    cache = store / "optimised"
    cache.mkdir(exist_ok=True)
    network = store / "omnicloudmask-1.onnx"
    network.write_bytes(bytes(25_000_000))  # damaged, and large
    window.reload()
    idle()
    assert rows(window)["OmniCloudMask"] == "damaged"
    window.remove_entry(window.current())
    idle()
    assert window.message.text() == "OmniCloudMask was removed. 25 MB are free again."
    assert rows(window)["OmniCloudMask"] == "not downloaded"
    assert not network.exists()


def test_omnicloudmask_is_offered_once(qgis_app, published, wait):
    """After its download I am asked once whether to use it from now on; nothing waits for the answer."""
    card, other = load_cards()[RECOMMENDED], load_cards()["bound"]
    used: list[bool] = []

    def offer(model: Any = card, current: str = "auto") -> QMessageBox | None:
        return offer_recommended(model, current, None, lambda: used.append(True))

    assert offer(other) is None
    assert offer(card, RECOMMENDED) is None
    box = offer()
    assert box is not None
    assert box.text() == "Use OmniCloudMask from now on?"
    box.button(QMessageBox.StandardButton.Yes).click()
    assert used == [True]
    assert offer() is None
    QgsSettings().remove(SETTINGS_GROUP)
    box = offer()
    assert box is not None
    box.button(QMessageBox.StandardButton.No).click()
    assert used == [True]
