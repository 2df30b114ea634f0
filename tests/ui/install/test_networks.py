"""The first installation offers a published model beside the default networks, and brings all with one click."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QLabel

from ....core.cards.card import load_cards, models_dir
from ....core.install import packages
from ....core.networks.store import state_of
from ....ui.install.dialog import InstallDialog
from ....ui.install.problem_log import ProblemLog
from ....ui.shared.model_texts import RECOMMENDED
from ....ui.shared.qgis_transport import DownloadSettings
from ..conftest import FIRST, SECOND
from .test_dialog import target, wheels  # noqa: F401 - fixtures


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch) -> Path:
    """A folder with the default networks alone."""
    folder = tmp_path / "models"
    folder.mkdir()
    for path in models_dir().glob("ukis-*"):
        (folder / path.name).symlink_to(path)
    monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(folder))
    return folder


@pytest.fixture
def window(request, store, wait) -> Iterator[InstallDialog]:
    """The visible window after its first check, in a profile that lacks the required package `cs2m_tiny`."""
    for name in ("published", "hub", "target"):
        request.getfixturevalue(name)
    folder = request.getfixturevalue("wheels")
    made = InstallDialog(ProblemLog())
    made.show()
    wait(made.fetch.isEnabled)
    made.wheels.setFilePath(str(folder))
    yield made
    made.shut_down()
    made.close()
    made.deleteLater()
    QCoreApplication.processEvents()


def is_ready() -> bool:
    """Return True if the recommended model is ready."""
    return state_of(load_cards()[RECOMMENDED]).is_ready


def install(window: InstallDialog, wait: Any) -> None:
    """Press Install, and wait for the end."""
    window.fetch.click()
    assert window.is_running()
    wait(lambda: not window.is_running())


def test_the_default_networks_are_always_installed_and_another_is_offered(window):
    """I see what each is good at, its licence and its size; nothing more is chosen for me."""
    box = window.networks
    assert isinstance(box.default, QLabel), "Nothing looks as if it could be unticked."
    assert box.default.text() == "Default networks (required): ukis-csmask"
    assert box.default_size.text() == "installed"
    assert "Apache-2.0" in box.default_note.text()
    assert [box.recommended.isChecked(), box.recommended.isEnabled()] == [False, True]
    assert box.recommended.text() == "OmniCloudMask: cloud, shadow"
    assert "Thin cloud too." in box.recommended_note.text()
    assert "Licence:\u00a0Apache-2.0." in box.recommended_note.text(), "No line ends between the two."
    wanted = []
    window.manager_wanted.connect(lambda: wanted.append(True))
    box.others.click()
    assert wanted == [True]


def test_one_click_brings_packages_and_the_chosen_model(window, target, wait, files):  # noqa: F811
    """I tick OmniCloudMask: its files come from the same folder as the packages, with one progress."""
    folder = Path(window.wheels.filePath())
    for name in (FIRST, SECOND):
        shutil.copy(files[name], folder / name)
    window.networks.recommended.click()
    assert f"# {folder / FIRST}" in window.log.toPlainText()
    ended: list[Any] = []
    window.download_ended.connect(lambda card, reason: ended.append((card.id, reason)))
    install(window, wait)
    wait(lambda: window.message.text() == "Done. CloudS2Mask is ready.")
    assert packages.place_of("cs2m_tiny") == target
    assert is_ready()
    assert ended == [(RECOMMENDED, "")]
    assert window.progress.value() == window.progress.maximum()
    assert "Successfully installed" in window.log.toPlainText()
    wait(lambda: window.networks.recommended_size.text() == "installed")
    assert [window.networks.recommended.isChecked(), window.networks.recommended.isEnabled()] == [True, False]


def test_with_everything_else_there_only_the_model_is_downloaded(window, wait, hub, target):  # noqa: F811
    """The packages are not installed again, and the files come from the place that the window of the models keeps."""
    install(window, wait)
    wait(lambda: window.fetch.text() == "&Install again" and window.fetch.isEnabled())
    window.wheels.setFilePath("")
    before = target.stat().st_mtime_ns
    window.networks.recommended.click()
    assert window.fetch.text() == "&Install"
    assert "pip" not in window.log.toPlainText()
    assert f"# {hub.address}/authors/model/resolve/main/{FIRST}" in window.log.toPlainText()
    install(window, wait)
    wait(lambda: window.message.text() == "Done. CloudS2Mask is ready.")
    assert is_ready()
    assert len(hub.asked) == 4
    assert target.stat().st_mtime_ns == before


def test_a_failed_download_keeps_the_packages_and_names_the_other_ways(window, wait, hub, target):  # noqa: F811
    """The host does not have the file: the packages are there, and I read where mirror and folder are set."""
    hub.files.clear()
    install(window, wait)
    wait(lambda: window.fetch.isEnabled() and window.message.text().startswith("Done"))
    window.wheels.setFilePath("")
    window.networks.recommended.click()
    install(window, wait)
    first, second = window.message.text().split("\n")
    assert first.startswith("OmniCloudMask was not downloaded.")
    assert FIRST in first
    assert "Others…" in second
    assert packages.place_of("cs2m_tiny") == target
    wait(window.fetch.isEnabled)
    assert not is_ready()


def test_cancel_stops_the_download_too(window, wait, hub):
    """I cancel during the download of the model; the next installation continues it."""
    install(window, wait)
    wait(lambda: window.fetch.isEnabled() and window.message.text().startswith("Done"))
    window.wheels.setFilePath("")
    hub.misbehave("trickle", 40)
    window.networks.recommended.click()
    window.fetch.click()
    wait(lambda: hub.sent > 100 and "OmniCloudMask: File 1 of 2" in window.message.text())
    window.cancel.click()
    wait(lambda: not window.is_running())
    assert "cancelled" in window.message.text()
    assert not is_ready()
    hub.faults.clear()
    wait(window.fetch.isEnabled)
    install(window, wait)
    assert is_ready()


def test_the_place_of_the_weights_is_that_of_the_settings(window):
    """Without a folder, the mirror of the models window is used."""
    window.wheels.setFilePath("")
    assert window._place() == DownloadSettings.read()
    assert window._place().mirror.startswith("http://127.0.0.1")
