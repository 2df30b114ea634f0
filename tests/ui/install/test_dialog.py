"""The window that installs packages: real pip, in the background, from a folder of small wheels."""

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
from ....ui.install.dialog import InstallDialog
from ....ui.install.fetch_run import proxy_environment
from ....ui.install.problem_log import ProblemLog
from ....ui.shared import installation
from ...refusals import refused


def wheel(folder: Path, name: str, version: str, *needs: str) -> str:
    """Write a wheel with one module that holds its version, and return the line of a list that accepts it."""
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
    path = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for file, text in {**files, f"{info}/RECORD": f"{record}{info}/RECORD,,\n"}.items():
            archive.writestr(file, text)
    return f"{name}=={version} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


@pytest.fixture
def target(tmp_path, monkeypatch) -> Iterator[Path]:
    """The packages' folder of a fresh profile that lacks the required package `cs2m_tiny`."""
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
def wheels(tmp_path, monkeypatch) -> Path:
    """A folder of wheels, and a list that accepts some of them: not the newest, and no numpy."""
    folder, lists = tmp_path / "some wheels", tmp_path / "lists"
    (lists / "numpy-1.20").mkdir(parents=True)
    monkeypatch.setattr(fetching, "PINS", lists)
    accepted = wheel(folder, "cs2m_tiny", "1.0", "cs2m_helper>=2", "numpy>=1.20")
    accepted += wheel(folder, "cs2m_helper", "2.1", "numpy")
    (lists / "numpy-1.20" / "cs2m_tiny.txt").write_text(accepted, encoding="utf-8")
    wheel(folder, "cs2m_tiny", "2.0", "numpy>=99")
    wheel(folder, "numpy", np.__version__)
    return folder


@pytest.fixture
def window(wheels, target, wait) -> Iterator[InstallDialog]:
    """The visible window after its first check."""
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
    """Press Install, and wait for the end."""
    window.fetch.click()
    assert window.is_running()
    wait(lambda: not window.is_running())


def beside(target: Path) -> list[str]:
    """List the folder of all package sets, and unfinished files beside it."""
    folder = target.parent
    return sorted(path.name for path in (*folder.glob("*"), *folder.parent.glob("*")) if path != folder)


def test_i_see_the_download_before_it_starts(window, target, wheels):
    """Command, size and folder are shown, and nothing happens until I press the highlighted button."""
    assert window.fetch.isDefault()
    assert "cs2m_tiny" in window.state.text()
    assert window.size.text() == "about 1 MB to download, 2 MB on disk"
    assert window.packages_folder.text() == str(target)
    command = window.log.toPlainText()
    assert "-m pip install --only-binary=:all:" in command
    assert f"'{wheels}'" in command
    assert "cs2m_tiny" in command
    assert not target.parent.exists()
    assert not window.gpu.isVisible() or fetching.has_nvidia_driver()


@pytest.fixture
def any_gpu(target, monkeypatch) -> list[Path]:
    """The folder in which the provider for GPUs of any maker is installed; none until one is added."""
    monkeypatch.setattr(fetching, "MEGABYTES", {"cs2m_tiny": (1, 2), fetching.ANY_GPU: (7, 17)})
    places: list[Path] = []
    place_of, module = packages.place_of, fetching.module_of(fetching.ANY_GPU)
    for where in (packages, fetching):
        monkeypatch.setattr(
            where, "place_of", lambda name: next(iter(places), None) if name == module else place_of(name)
        )
    monkeypatch.setattr(install_dialog, "offers_any_gpu", lambda folder: folder == target)
    return places


def test_a_gpu_of_any_maker_is_a_choice(any_gpu, monkeypatch, request):
    """A computer with an AMD or Intel GPU gets its small package by a tick; alone if all else is there already."""
    window = request.getfixturevalue("window")
    assert window.any_gpu.isVisible()
    assert not window.any_gpu.isChecked()
    assert window.size.text() == "about 1 MB to download, 2 MB on disk"
    window.any_gpu.setChecked(True)
    assert window.size.text() == "about 8 MB to download, 19 MB on disk"
    assert "onnxruntime-ep-webgpu.txt" in window.log.toPlainText()
    assert "cs2m_tiny, onnxruntime-ep-webgpu" in window.state.text()
    monkeypatch.setattr(packages, "not_there", tuple)
    monkeypatch.setattr(fetching, "not_there", tuple)
    window.any_gpu.setChecked(False)
    assert "Everything" in window.state.text()
    window.any_gpu.setChecked(True)
    assert "Missing: <b>onnxruntime-ep-webgpu</b>" in window.state.text()
    assert window.size.text() == "about 7 MB to download, 17 MB on disk"
    assert window.fetch.text() == "&Install"


def test_a_gpu_of_any_maker_is_no_choice_where_there_is_no_package(any_gpu, monkeypatch, request):
    """On an older Python the choice is not shown."""
    monkeypatch.setattr(install_dialog, "offers_any_gpu", lambda folder: False)
    assert not request.getfixturevalue("window").any_gpu.isVisible()


def test_an_installed_provider_for_any_gpu_stays_chosen(any_gpu, target, request):
    """Installing again keeps it; if it finds no GPU, I read that."""
    any_gpu.append(target)
    window = request.getfixturevalue("window")
    assert window.any_gpu.isChecked()
    assert window.size.text() == "about 8 MB to download, 19 MB on disk"
    window._tried(installation.Installation((), {}, ("auto", "cpu"), "", True))
    assert "WebGPU finds no GPU" in window.message.text()
    window._tried(installation.Installation((), {}, ("auto", "cpu", "webgpu"), "", True))
    assert window.message.text() == "Done. CloudS2Mask is ready."


def test_commands_are_details_that_i_open(window, wait):
    """The commands are folded until I open them, which is remembered; the window is as high as what it shows."""
    low = window.height()
    shown = (window.log, window.copy_log)
    assert not any(widget.isVisible() for widget in shown)
    window.details.click()
    assert all(widget.isVisible() for widget in shown)
    assert window.height() > low
    window.close()
    again = InstallDialog(ProblemLog())
    again.show()
    wait(again.fetch.isEnabled)
    assert again.log.isVisible()
    again.details.click()
    assert not again.log.isVisible()
    assert again.height() <= low + 1
    again.shut_down()
    again.deleteLater()
    assert InstallDialog(ProblemLog()).log.isHidden()


def test_details_open_when_a_command_fails(window, wheels, wait):
    """I see pip's output without a click; the next time the details are folded again."""
    for path in wheels.iterdir():
        path.unlink()
    fetch(window, wait)
    assert "No matching distribution" in window.message.text()
    assert window.log.isVisible()
    assert InstallDialog(ProblemLog()).log.isHidden()


def test_installed_packages_can_be_imported_at_once(window, target, wait):
    """No restart is needed; the listed versions are installed, and numpy itself is not."""
    changes = []
    window.changed.connect(lambda: changes.append(True))
    fetch(window, wait)
    assert window.message.text() == "Trying the installed packages…"
    wait(lambda: window.message.text() == "Done. CloudS2Mask is ready.")
    assert importlib.import_module("cs2m_tiny").VERSION == "1.0"
    assert importlib.import_module("cs2m_helper").VERSION == "2.1"
    assert [path.name for path in target.iterdir() if path.name.startswith("numpy")] == []
    assert beside(target) == [target.name]
    assert changes == [True]
    wait(lambda: "Everything" in window.state.text())
    assert window.close_button.isDefault(), "The next step is highlighted."
    assert not window.fetch.isDefault()
    window.copy_log.click()
    assert "Successfully installed" in QGuiApplication.clipboard().text()


def test_foreign_modules_in_the_current_folder_are_not_run(window, target, wait, monkeypatch, tmp_path):
    """A file named pip.py or logging.py in the folder where QGIS was started is not imported."""
    for name in ("pip", "logging"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('a foreign module')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    fetch(window, wait)
    wait(lambda: window.message.text() == "Done. CloudS2Mask is ready.")
    assert packages.place_of("cs2m_tiny") == target


def test_a_failed_installation_keeps_the_earlier_packages(window, target, wheels, wait):
    """I read pip's reason, and the earlier packages still work."""
    fetch(window, wait)
    for gone in ("cs2m_helper-2.1", "cs2m_tiny-2.0"):
        (wheels / f"{gone}-py3-none-any.whl").unlink()
    wait(lambda: window.fetch.isEnabled() and window.fetch.text() == "&Install again")
    fetch(window, wait)
    assert "No matching distribution found for cs2m_helper" in window.message.text()
    assert "Partial downloads were removed" in window.message.text()
    assert beside(target) == [target.name]
    assert packages.place_of("cs2m_tiny") == target


def test_a_cancelled_installation_leaves_nothing(window, target, wait):
    """Cancel stops pip at once."""
    window.fetch.click()
    wait(lambda: "Looking in links" in window.log.toPlainText())
    assert not window.fetch.isEnabled()
    window.cancel.click()
    wait(lambda: not window.is_running())
    assert window.message.text() == "Cancelled. Partial downloads were removed."
    assert beside(target) == []
    wait(window.fetch.isEnabled)
    fetch(window, wait)
    assert packages.place_of("cs2m_tiny") == target


def test_closing_the_window_does_not_stop_the_fetch(window, target, wait):
    """I close the window, and the packages are installed all the same."""
    assert window.cancel.toolTip() == "Nothing is being installed"
    told: list[bool] = []
    window.started.connect(lambda: told.append(window.is_running()))
    window.changed.connect(lambda: told.append(window.is_running()))
    window.fetch.click()
    assert window.fetch.toolTip() == window.wheels.toolTip() == "Components are being installed"
    assert window.close_button.text() == "Close and keep installing"
    window.close_button.click()
    assert not window.isVisible()
    wait(lambda: not window.is_running())
    assert packages.place_of("cs2m_tiny") == target
    assert told == [True, False], "Told at the start and at the end."


def test_leaving_qgis_during_a_fetch_leaves_nothing(window, target, wait):
    """I quit QGIS, and pip stops without leaving files."""
    window.fetch.click()
    wait(lambda: "Looking in links" in window.log.toPlainText())
    window.shut_down()
    assert beside(target) == []


def test_without_pip_i_learn_what_to_install(window, target, wheels, monkeypatch):
    """The message names what is missing, and no command is run."""
    monkeypatch.setattr(fetching, "find_pip", lambda _wheels: None)
    window.fetch.click()
    with refused(InstallationError) as caught:
        fetching.find_python(wheels)
    assert window.message.text() == str(caught.value)
    assert not window.is_running()
    assert beside(target) == []


def test_removing_is_as_easy(window, target, wait):
    """One button and a question remove the packages; shared models stay unless I choose otherwise."""
    assert not window.remove.isEnabled()
    assert window.remove.toolTip() == "No packages are installed in this profile"
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


def test_a_package_that_cannot_be_loaded_is_named_with_the_remedy(window, target, wait, monkeypatch):
    """One installed package is broken, and I read what to do."""
    fetch(window, wait)
    wait(lambda: window.message.text() == "Done. CloudS2Mask is ready.")
    assert "Everything" in window.state.text()

    def fail() -> list[str]:
        raise InstallationError("cannot be imported") from ImportError("DLL load failed")

    monkeypatch.setattr(installation, "available_devices", fail)
    monkeypatch.setattr(installation, "place_of", lambda _name: target)
    monkeypatch.setattr(installation, "folder_of_packages", lambda: target)
    for system, remedy in (("linux", "Install it again, then restart QGIS."), ("win32", "Visual C++ Redistributable")):
        monkeypatch.setattr(sys, "platform", system)
        window.show_installation(installation.inspect_installation())
        assert "onnxruntime is installed but cannot be loaded (ImportError: DLL load failed)" in window.state.text()
        assert remedy in window.state.text()
        assert window.fetch.isEnabled()
    monkeypatch.setattr(installation, "place_of", lambda _name: Path("/usr/lib/python3"))
    window.show_installation(installation.inspect_installation())
    assert "Repair or remove it in /usr/lib/python3" in window.state.text()


def test_installed_packages_are_tried(window, wait, monkeypatch):
    """The package was installed but does not work here: I read it at once, not during a run."""

    def fail() -> list[str]:
        raise InstallationError("cannot be imported") from ImportError("DLL load failed")

    monkeypatch.setattr(installation, "available_devices", fail)
    fetch(window, wait)
    wait(lambda: window.message.text() == "CloudS2Mask is not ready. See the reason above.")
    wait(lambda: "DLL load failed" in window.state.text())  # the models are checked meanwhile


def test_a_replaced_package_that_is_loaded_needs_a_restart(window, target, wheels, wait):
    """QGIS keeps using the package that it has loaded, and I am asked to restart it."""
    fetch(window, wait)
    importlib.import_module("cs2m_tiny")
    wait(lambda: window.fetch.isEnabled() and window.message.text().startswith("Done"))
    fetch(window, wait)
    assert window.message.text() == "Done. Restart QGIS to use the new packages."
    wait(lambda: "earlier cs2m_tiny" in window.state.text())


def test_the_commands_follow_the_options(window, proxy, wheels, tmp_path, wait):
    """The log shows the commands for the current folder and proxy, also after a failure."""
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


def test_a_socks_proxy_without_pysocks_is_refused_with_the_remedy(window, proxy, monkeypatch, wait):
    """Pip would fail with a SOCKS proxy, so no command is run and I read what to do."""
    monkeypatch.setattr(fetch_run, "find_spec", lambda _name: None)
    set_proxy({"Type": "Socks5Proxy", "Host": "gate", "Port": "1080"})
    window.wheels.setFilePath("")
    window.fetch.click()
    assert not window.is_running()
    assert "socks5h://gate:1080" in window.message.text()
    assert "PySocks" in window.message.text()
    monkeypatch.setattr(fetch_run, "find_spec", lambda name: name)
    assert fetch_run.why_no_proxy() == ""


def set_proxy(values: dict[str, str]) -> None:
    """Set the proxy in QGIS's network options."""
    for name, value in {"Enabled": True, **values}.items():
        QgsSettings().setValue(f"proxy/proxy{name}", value)
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()


@pytest.fixture
def proxy() -> Iterator[None]:
    """Restore QGIS's network settings afterwards."""
    yield
    QgsSettings().remove("proxy")
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()


def test_the_proxy_of_qgis_is_used(proxy, window, wheels, wait):
    """Pip uses the proxy of QGIS's options, and no log contains the password."""
    assert proxy_environment() == {}
    set_proxy({"Type": "HttpProxy", "Host": "gate", "Port": "3128", "User": "me", "Password": "a:b@c"})
    assert proxy_environment()["HTTPS_PROXY"] == "http://me:a%3Ab%40c@gate:3128"
    assert proxy_environment()["https_proxy"] == proxy_environment()["HTTP_PROXY"]
    fetch(window, wait)
    assert "a%3Ab%40c" not in window.log.toPlainText()


def test_a_socks_proxy_is_named_as_one(proxy):
    """Pip gets the type of the proxy too."""
    socks = QNetworkProxy(QNetworkProxy.ProxyType.Socks5Proxy, "gate", 1080)
    QgsNetworkAccessManager.instance().setFallbackProxyAndExcludes(socks, [], [])
    assert proxy_environment()["HTTPS_PROXY"] == "socks5h://gate:1080"
