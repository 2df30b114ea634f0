"""Tests of the window where components or models are missing."""

from __future__ import annotations

import importlib.util
import sys

import pytest
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QMessageBox

from ...ui.mask_dialog import MaskDialog
from .conftest import FLAT

FMASK_BANDS = {**FLAT, "B07": 0.3, "B8A": 0.3, "B10": 0.001}


def test_the_window_offers_to_install_missing_components(iface, wait, monkeypatch):
    """Without ONNX Runtime I see what is missing, and one button that installs it."""
    find = importlib.util.find_spec
    monkeypatch.setattr(
        "cloud_s2_mask.core.install.packages.find_spec", lambda name: None if name == "onnxruntime" else find(name)
    )
    window = MaskDialog(iface, iface.mainWindow())
    window.show()
    wait(lambda: window._installation is not None)
    assert window.strip.isVisible()
    assert window.strip_text.text() == "Missing Python packages: onnxruntime."
    wanted = []
    window.installer_wanted.connect(lambda: wanted.append(True))
    window.fetch_missing.click()
    assert wanted == [True]
    window.set_installing(True)
    assert window.fetch_missing.isVisible()
    assert window.run.toolTip() == window.message.text() == "Components are being installed."
    window.set_installing(False)
    assert not window.run.isEnabled()
    text = "Components are missing; install them above, or choose Fmask, which needs no network."
    assert window.run.toolTip() == text
    window.shut_down()
    window.deleteLater()


@pytest.mark.parametrize("missing", ["onnxruntime", "models"])
def test_fmask_runs_where_no_network_can(iface, wait, monkeypatch, make_product, tmp_path, missing):
    """On a fresh computer I choose Fmask and run it; what only networks need is offered again with them."""
    find = importlib.util.find_spec
    place = "cloud_s2_mask.core.install.packages.find_spec"
    if missing == "models":
        monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(tmp_path / "none"))
    else:
        monkeypatch.setattr(place, lambda name: None if name == missing else find(name))
        monkeypatch.setitem(sys.modules, missing, None)
    window = MaskDialog(iface, iface.mainWindow())
    window.show()
    wait(lambda: window._installation is not None)
    window.add_paths([make_product(FMASK_BANDS)])
    wait(lambda: not window.scanner.is_busy())
    window.options.output_folder.setFilePath(str(tmp_path))
    assert not window.run.isEnabled()
    window.options.choose_model("fmask")
    assert not window.strip.isVisible()
    assert window.run.isEnabled(), window.run.toolTip()
    window.run.click()
    run = window.current_run()
    assert run is not None
    wait(lambda: run.summary().made == 1)
    wait(lambda: not run.is_running())
    window.options.choose_model("auto")
    assert not window.run.isEnabled()
    assert window.strip.isVisible()
    assert window.fetch_missing.isVisible()
    window.shut_down()
    window.deleteLater()


@pytest.mark.parametrize(
    ("model", "words"),
    [
        ("omnicloudmask", "OmniCloudMask is not on this computer. Download it now (58 MB, MIT)?"),
        ("clouds2mask-20m", "CloudS2Mask, 20 m is not on this computer. Open the window of the models"),
    ],
)
def test_a_chosen_model_that_is_not_there_is_downloaded_if_i_agree(dialog, monkeypatch, model, words):
    """I choose a model that is not downloaded: one question, and the window of the models does the rest."""
    wanted: list[str] = []
    asked: list[str] = []
    answers = [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes]

    def answer(*arguments: object) -> QMessageBox.StandardButton:
        asked.append(str(arguments[2]))
        return answers.pop(0)

    monkeypatch.setattr(QMessageBox, "question", answer)
    dialog.download_wanted.connect(wanted.append)
    for _time in range(2):
        dialog.options.download_wanted.emit(model)
    assert wanted == [model]
    assert asked[0].startswith(words)


def test_a_broken_package_does_not_keep_the_window_waiting(iface, wait, monkeypatch):
    """I read any error of ONNX Runtime at the top of the window."""

    def fail() -> list[str]:
        raise AttributeError("half a package")

    monkeypatch.setattr("cloud_s2_mask.ui.shared.installation.available_devices", fail)
    window = MaskDialog(iface, iface.mainWindow())
    window.check_installation()
    wait(lambda: window.installation() is not None)
    assert "AttributeError: half a package" in window.strip_text.text()
    assert window._installation is not None
    assert window._installation.devices == ("auto",)
    window.shut_down()
    window.deleteLater()


def test_newly_installed_models_are_used_at_once(iface, wait, monkeypatch, tmp_path):
    """Once the missing models are installed I can run, without restarting QGIS."""
    with monkeypatch.context() as without:
        without.setenv("CLOUD_S2_MASK_MODELS", str(tmp_path))
        window = MaskDialog(iface, iface.mainWindow())
        window.show()
        wait(lambda: window._installation is not None)
        assert "models" in window.strip_text.text()
        assert not window.run.isEnabled()
    window.check_installation()
    wait(lambda: not window.strip.isVisible())
    assert window.run.toolTip() == "Add at least one product."
    window.shut_down()
    window.deleteLater()


def test_a_request_during_a_check_queues_another_one(iface, wait, monkeypatch):
    """Packages installed during a check are found by the next one."""
    window = MaskDialog(iface, iface.mainWindow())
    found: list[object] = []
    window.installation_checked.connect(found.append)
    for _ in range(3):  # one runs, one follows
        window.check_installation()
    wait(lambda: len(found) == 2)
    window.check_installation()
    window.check_installation()
    window.shut_down()
    QCoreApplication.processEvents()
    assert len(found) == 2
    window.deleteLater()
