"""The window that fetches what is missing: real pip, in the background, from a folder of small wheels."""

from __future__ import annotations

import base64
import hashlib
import importlib
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsNetworkAccessManager, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QTimer
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtNetwork import QNetworkProxy
from qgis.PyQt.QtWidgets import QApplication, QMessageBox

from ....core.errors import InstallationError
from ....core.install import fetch as fetching
from ....core.install import packages
from ....ui.install import dialog as install_dialog
from ....ui.install import fetch_run
from ....ui.install.diagnostics import ProblemLog
from ....ui.install.dialog import InstallDialog
from ....ui.install.fetch_run import proxy_environment
from ....ui.shared import installation


def wheel(folder: Path, name: str, version: str, *needs: str) -> None:
    """A wheel with one module, which knows its version."""
    folder.mkdir(exist_ok=True)
    info = f"{name}-{version}.dist-info"
    requires = "".join(f"Requires-Dist: {need}\n" for need in needs)
    files = {
        f"{name}/__init__.py": f"VERSION = '{version}'\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{requires}",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = ""
    for file, text in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
        record += f"{file},sha256={digest},{len(text)}\n"
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as archive:
        for file, text in {**files, f"{info}/RECORD": f"{record}{info}/RECORD,,\n"}.items():
            archive.writestr(file, text)


@pytest.fixture
def target(tmp_path, monkeypatch) -> Iterator[Path]:
    """The packages' folder of a fresh profile; what is needed is `cs2m_tiny`, which is not there."""
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setattr(sys, "path_hooks", list(sys.path_hooks))
    monkeypatch.setattr(packages, "NEEDED", ("numpy", "cs2m_tiny"))
    monkeypatch.setattr(fetching, "MEGABYTES", {"cs2m_tiny": (1, 2)})
    folder = packages.packages_dir(tmp_path / "a profile")
    packages.make_importable(folder)
    monkeypatch.setattr(install_dialog, "folder_of_packages", lambda: folder)
    yield folder
    for name in ("cs2m_tiny", "cs2m_helper"):
        sys.modules.pop(name, None)
    importlib.invalidate_caches()


@pytest.fixture
def wheels(tmp_path) -> Path:
    """A folder of wheels: the newest needs a numpy that the host has not."""
    folder = tmp_path / "some wheels"
    wheel(folder, "cs2m_tiny", "1.0", "cs2m_helper>=2", "numpy>=1.20")
    wheel(folder, "cs2m_tiny", "2.0", "numpy>=99")
    wheel(folder, "cs2m_helper", "2.1", "numpy")
    wheel(folder, "numpy", np.__version__)
    return folder


@pytest.fixture
def window(target, wheels, wait) -> Iterator[InstallDialog]:
    """The window, shown, after it has looked at what is there."""
    made = InstallDialog(ProblemLog())
    made.show()
    wait(made.fetch.isEnabled)
    made.wheels.setFilePath(str(wheels))
    yield made
    made.shut_down()
    made.close()
    made.deleteLater()
    QCoreApplication.processEvents()


def fetch(window: InstallDialog, wait) -> None:
    """Press Fetch, and wait until it is over."""
    window.fetch.click()
    assert window.is_running()
    wait(lambda: not window.is_running())


def beside(target: Path) -> list[str]:
    """What lies in the folder of all sets of packages, and unfinished beside it."""
    folder = target.parent
    return sorted(path.name for path in (*folder.glob("*"), *folder.parent.glob("*")) if path != folder)


def test_i_see_what_is_fetched_before_it_is(window, target, wheels):
    """Command, size and folder are shown; nothing happens until I press the button."""
    assert "cs2m_tiny" in window.state.text()
    assert window.size.text() == "about 1 MB to download, 2 MB on disk"
    assert window.packages_folder.text() == str(target)
    command = window.log.toPlainText()
    assert "-m pip install --only-binary=:all:" in command
    assert f"'{wheels}'" in command
    assert "cs2m_tiny" in command
    assert not target.parent.exists()
    assert not window.gpu.isVisible() or fetching.has_nvidia_driver()


def test_fetching_makes_the_packages_importable_at_once(window, target, wait):
    """No restart: what needs a newer numpy than the host's is passed over, and numpy does not come along."""
    changes = []
    window.changed.connect(lambda: changes.append(True))
    fetch(window, wait)
    assert window.message.text() == "Trying what was fetched…"
    wait(lambda: window.message.text() == "Done: masks can be made.")
    assert importlib.import_module("cs2m_tiny").VERSION == "1.0"
    assert importlib.import_module("cs2m_helper").VERSION == "2.1"
    assert [path.name for path in target.iterdir() if path.name.startswith("numpy")] == []
    assert beside(target) == [target.name]
    assert changes == [True]
    wait(lambda: "Everything" in window.state.text())
    window.copy_log.click()
    assert "Successfully installed" in QGuiApplication.clipboard().text()


def test_foreign_modules_in_the_current_folder_are_not_run(window, target, wait, monkeypatch, tmp_path):
    """A file named pip.py or logging.py where QGIS was started has no say."""
    for name in ("pip", "logging"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('a foreign module')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    fetch(window, wait)
    wait(lambda: window.message.text() == "Done: masks can be made.")
    assert packages.place_of("cs2m_tiny") == target


def test_a_fetch_that_fails_leaves_what_was_there(window, target, wheels, wait):
    """I read pip's own reason, and the packages of before still work."""
    fetch(window, wait)
    for gone in ("cs2m_helper-2.1", "cs2m_tiny-2.0"):
        (wheels / f"{gone}-py3-none-any.whl").unlink()
    wait(lambda: window.fetch.isEnabled() and window.fetch.text() == "Fe&tch again")
    fetch(window, wait)
    assert "No matching distribution found for cs2m_helper" in window.message.text()
    assert "Nothing unfinished is left" in window.message.text()
    assert beside(target) == [target.name]
    assert packages.place_of("cs2m_tiny") == target


def test_a_cancelled_fetch_leaves_nothing(window, target, wait):
    """Cancel stops pip at once."""
    window.fetch.click()
    wait(lambda: "Looking in links" in window.log.toPlainText())
    assert not window.fetch.isEnabled()
    window.cancel.click()
    wait(lambda: not window.is_running())
    assert window.message.text() == "Cancelled; nothing unfinished is left."
    assert beside(target) == []
    wait(window.fetch.isEnabled)
    fetch(window, wait)
    assert packages.place_of("cs2m_tiny") == target


def test_closing_the_window_does_not_stop_the_fetch(window, target, wait):
    """'Close and keep fetching' does what it says."""
    window.fetch.click()
    assert window.close_button.text() == "Close and keep fetching"
    window.close_button.click()
    assert not window.isVisible()
    wait(lambda: not window.is_running())
    assert packages.place_of("cs2m_tiny") == target


def test_leaving_qgis_during_a_fetch_leaves_nothing(window, target, wait):
    """QGIS ends, and so does pip."""
    window.fetch.click()
    wait(lambda: "Looking in links" in window.log.toPlainText())
    window.shut_down()
    assert beside(target) == []


def test_without_pip_i_learn_what_to_install(window, target, monkeypatch):
    """The message names what is missing, and nothing is tried."""
    monkeypatch.setattr(fetching, "find_pip", lambda _wheels: None)
    window.fetch.click()
    assert "has no pip" in window.message.text()
    assert not window.is_running()
    assert beside(target) == []


def test_removing_is_as_easy(window, target, wait):
    """One button and a question; the models of other profiles stay unless I say so."""
    assert not window.remove.isEnabled()
    assert window.remove.toolTip() == "No packages have been fetched into this profile"
    fetch(window, wait)
    wait(window.remove.isEnabled)
    asked = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        asked.append(box.checkBox().isChecked())
        box.button(QMessageBox.StandardButton.Yes).click()

    QTimer.singleShot(200, answer)
    window.remove.click()
    assert asked == [False]
    assert not window.remove.isEnabled()
    assert not window.fetch.isEnabled()
    wait(lambda: window.message.text().startswith("Removed."))
    assert beside(target) == []
    wait(lambda: "cs2m_tiny" in window.state.text())


def test_what_cannot_be_loaded_is_named_with_the_remedy(window, target, wait, monkeypatch):
    """The packages are there, but one is broken: I do not read that all is well, but what to do."""
    fetch(window, wait)
    wait(lambda: window.message.text() == "Done: masks can be made.")
    assert "Everything" in window.state.text()

    def fail() -> list[str]:
        raise InstallationError("cannot be imported") from ImportError("DLL load failed")

    monkeypatch.setattr(installation, "available_devices", fail)
    monkeypatch.setattr(installation, "place_of", lambda _name: target)
    monkeypatch.setattr(installation, "folder_of_packages", lambda: target)
    for system, remedy in (("linux", "Fetch it again, and restart QGIS."), ("win32", "Visual C++ Redistributable")):
        monkeypatch.setattr(sys, "platform", system)
        window.show_installation(installation.inspect_installation())
        assert "onnxruntime is there, but cannot be loaded (ImportError: DLL load failed)" in window.state.text()
        assert remedy in window.state.text()
        assert window.fetch.isEnabled()
    monkeypatch.setattr(installation, "place_of", lambda _name: Path("/usr/lib/python3"))
    window.show_installation(installation.inspect_installation())
    assert "repair or remove it in /usr/lib/python3" in window.state.text()


def test_what_was_fetched_is_tried(window, wait, monkeypatch):
    """Fetching went well, but the package does not work here: I read it at once, not in the middle of a run."""

    def fail() -> list[str]:
        raise InstallationError("cannot be imported") from ImportError("DLL load failed")

    monkeypatch.setattr(installation, "available_devices", fail)
    fetch(window, wait)
    wait(lambda: window.message.text() == "Masks cannot be made yet: see above.")
    wait(lambda: "DLL load failed" in window.state.text())  # the models are looked at meanwhile


def test_a_package_that_is_loaded_already_asks_for_a_restart(window, target, wheels, wait):
    """QGIS goes on with the runtime that it has loaded; I am told to restart it for the one that has come."""
    fetch(window, wait)
    importlib.import_module("cs2m_tiny")
    wait(lambda: window.fetch.isEnabled() and window.message.text().startswith("Done"))
    fetch(window, wait)
    assert window.message.text() == "Done. Restart QGIS to use what was fetched."
    wait(lambda: "earlier cs2m_tiny" in window.state.text())


def test_the_commands_follow_the_options(window, proxy, wheels, tmp_path, wait):
    """What I read is what would be run: another folder or proxy shows at once, also after a fetch that failed."""
    assert "through the proxy" not in window.log.toPlainText()  # from a folder of wheels no network is asked
    other = tmp_path / "other wheels"
    other.mkdir()
    window.wheels.setFilePath(str(other))
    assert f"'{other}'" in window.log.toPlainText()
    fetch(window, wait)
    failed = window.log.toPlainText()
    assert "No matching distribution" in failed
    QCoreApplication.processEvents()
    assert window.log.toPlainText() == failed
    set_proxy({"Type": "HttpProxy", "Host": "gate", "Port": "3128", "User": "me", "Password": "secret"})
    window.wheels.setFilePath("")
    assert "# through the proxy of QGIS's options: http://gate:3128\n" in window.log.toPlainText()
    assert "No matching distribution" not in window.log.toPlainText()
    set_proxy({"Host": "other"})
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    wait(lambda: window.isActiveWindow() or window.activateWindow())
    wait(lambda: "http://other:3128" in window.log.toPlainText())
    assert "secret" not in window.log.toPlainText()


def test_a_socks_proxy_without_pysocks_is_told_of(window, proxy, monkeypatch, wait):
    """Pip would fail with 'Missing dependencies for SOCKS support': I read what to do instead, and nothing is run."""
    monkeypatch.setattr(fetch_run, "find_spec", lambda _name: None)
    set_proxy({"Type": "Socks5Proxy", "Host": "gate", "Port": "1080"})
    window.wheels.setFilePath("")
    window.fetch.click()
    assert not window.is_running()
    assert "SOCKS proxy (socks5h://gate:1080)" in window.message.text()
    assert "PySocks" in window.message.text()
    monkeypatch.setattr(fetch_run, "find_spec", lambda name: name)
    assert fetch_run.why_no_proxy() == ""


def set_proxy(values: dict[str, str]) -> None:
    """QGIS's options, network."""
    for name, value in {"Enabled": True, **values}.items():
        QgsSettings().setValue(f"proxy/proxy{name}", value)
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()


@pytest.fixture
def proxy() -> Iterator[None]:
    """QGIS's network settings, put back afterwards."""
    yield
    QgsSettings().remove("proxy")
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()


def test_the_proxy_of_qgis_is_used(proxy, window, wheels, wait):
    """Pip goes the way that QGIS's options say, and the password is in no log."""
    assert proxy_environment() == {}
    set_proxy({"Type": "HttpProxy", "Host": "gate", "Port": "3128", "User": "me", "Password": "a:b@c"})
    assert proxy_environment()["HTTPS_PROXY"] == "http://me:a%3Ab%40c@gate:3128"
    assert proxy_environment()["https_proxy"] == proxy_environment()["HTTP_PROXY"]
    fetch(window, wait)
    assert "a%3Ab%40c" not in window.log.toPlainText()


def test_a_socks_proxy_is_named_as_one(proxy):
    """Pip learns the kind of the proxy too."""
    socks = QNetworkProxy(QNetworkProxy.ProxyType.Socks5Proxy, "gate", 1080)
    QgsNetworkAccessManager.instance().setFallbackProxyAndExcludes(socks, [], [])
    assert proxy_environment()["HTTPS_PROXY"] == "socks5h://gate:1080"
