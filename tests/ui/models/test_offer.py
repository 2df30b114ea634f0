"""The windows together: a model that is chosen is downloaded, and OmniCloudMask is offered once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtWidgets import QApplication, QMessageBox

from .... import classFactory
from ....core.cards.card import load_cards
from ....core.networks.store import state_of
from ....plugin import CloudS2MaskPlugin
from ....ui.models import manager as model_manager
from ....ui.shared.host import SETTINGS_GROUP
from ....ui.shared.model_texts import RECOMMENDED
from ...test_plugin import Interface

pytestmark = pytest.mark.usefixtures("published", "hub")


@pytest.fixture
def interface() -> Interface:
    """A fresh interface of QGIS."""
    return Interface()


@pytest.fixture
def plugin(interface) -> Iterator[CloudS2MaskPlugin]:
    """The loaded plugin."""
    made = classFactory(interface)
    made.initGui()
    interface.window.show()
    yield made
    for question in questions():
        question.close()
    made.unload()


def questions() -> list[QMessageBox]:
    """Return the open questions."""
    boxes = [window for window in QApplication.topLevelWidgets() if isinstance(window, QMessageBox)]
    return [box for box in boxes if box.isVisible()]


def manager_of(plugin: CloudS2MaskPlugin, wait: Any) -> Any:
    """Open the window of the models, and wait for its list."""
    plugin.show_models()
    manager = plugin._manager
    assert manager is not None
    wait(lambda: manager.entries() and not manager.is_busy())
    return manager


def download(manager: Any, wait: Any) -> None:
    """Download OmniCloudMask."""
    manager.download_model(RECOMMENDED)
    wait(lambda: not manager.transfer.is_running() and not manager.is_busy())
    assert manager.message.text() == "OmniCloudMask was downloaded and is ready."


def test_after_its_download_omnicloudmask_becomes_the_choice_if_i_agree(plugin, wait):
    """I agree, and the window of the masks uses it now and in the next session; I am not asked again."""
    plugin.show_dialog()
    dialog = plugin._dialog
    assert dialog is not None
    manager = manager_of(plugin, wait)
    download(manager, wait)
    (question,) = questions()
    assert question.parent() is manager
    question.button(QMessageBox.StandardButton.Yes).click()
    assert dialog.options.model.currentData() == RECOMMENDED
    wait(lambda: dialog.installation() is not None and not dialog._inspector.is_busy())
    assert dialog.options.model.currentText() == "OmniCloudMask"
    dialog.close()
    assert QgsSettings().value(f"{SETTINGS_GROUP}/model") == RECOMMENDED
    manager.remove_entry(manager.current())
    wait(lambda: not manager.is_busy())
    dialog.options.choose_model("auto")
    download(manager, wait)
    assert questions() == []


def test_before_the_window_of_the_masks_opens_the_choice_is_kept(plugin, wait):
    """I download from the menu and agree: the window of the masks opens with that model."""
    download(manager_of(plugin, wait), wait)
    (question,) = questions()
    question.button(QMessageBox.StandardButton.Yes).click()
    plugin.show_dialog()
    assert plugin._dialog is not None
    assert plugin._dialog.options.model.currentData() == RECOMMENDED


def test_declining_keeps_automatic(plugin, wait):
    """I say no, and nothing changes."""
    plugin.show_dialog()
    download(manager_of(plugin, wait), wait)
    (question,) = questions()
    question.button(QMessageBox.StandardButton.No).click()
    assert plugin._dialog is not None
    assert plugin._dialog.options.model.currentData() == "auto"


def test_a_model_that_i_chose_is_downloaded_without_another_question(plugin, wait):
    """I chose it in the window of the masks: the window of the models opens and downloads it."""
    plugin.show_dialog()
    dialog = plugin._dialog
    assert dialog is not None
    dialog.options.choose_model(RECOMMENDED)
    dialog.download_wanted.emit(RECOMMENDED)
    manager = plugin._manager
    assert manager is not None
    assert manager.isVisible()
    wait(lambda: state_of(load_cards()[RECOMMENDED]).is_ready and not manager.transfer.is_running())
    wait(lambda: not manager.is_busy())
    assert questions() == []
    assert dialog.options.model.currentData() == RECOMMENDED


@pytest.mark.parametrize("declined", ["download", "licence"])
def test_a_declined_download_leaves_the_former_model(plugin, wait, monkeypatch, declined):
    """I choose a model, read its size or its licence, say no, and mask with the model that I had."""
    answer = QMessageBox.StandardButton.No if declined == "download" else QMessageBox.StandardButton.Yes
    monkeypatch.setattr(QMessageBox, "question", lambda *_arguments: answer)
    monkeypatch.setattr(model_manager, "accepts_licence", lambda *_arguments: False)
    plugin.show_dialog()
    assert plugin._dialog is not None
    wait(lambda: plugin._dialog.installation() is not None)
    options = plugin._dialog.options
    options.choose_model("bound")
    options.model.activated.emit(options.model.currentIndex())
    wait(lambda: options.model.currentData() == "auto")
    assert (plugin._manager is None) == (declined == "download")


def test_a_closed_window_reports_in_the_message_bar(plugin, interface, wait, hub):
    """I closed the window of the models: QGIS's message bar says how the download has ended."""
    manager = manager_of(plugin, wait)
    hub.files.clear()
    manager.download_model(RECOMMENDED)
    manager.close()
    wait(lambda: not manager.transfer.is_running() and not manager.is_busy())
    (item,) = interface.bar.items()
    assert "OmniCloudMask was not downloaded." in item.text()
    assert questions() == []


def test_both_windows_show_the_same_models(plugin, wait):
    """The window of the first installation sees what the window of the models has downloaded."""
    plugin.show_installer()
    installer = plugin._installer
    assert installer is not None
    wait(lambda: installer._lacking is not None)
    assert installer.networks.recommended.isEnabled()
    download(manager_of(plugin, wait), wait)
    wait(lambda: installer.networks.recommended_size.text() == "installed")
    assert not installer.networks.recommended.isEnabled()
