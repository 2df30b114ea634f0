"""Import the plugin, load its forms, build its windows and declare its algorithms, all under PyQt6.

Runs in an environment with PyQt6 and a stand-in for QGIS. Modules, forms and the widget classes of `ui` and
`processing_provider` are discovered, not listed.
"""

from __future__ import annotations

import importlib
import inspect
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from PyQt6 import QtCore, QtWidgets, uic

from .. import package
from . import names, stand_in

_ROOT_PACKAGE = __package__.partition(".")[0]
_WITH_WINDOWS = ("ui.", "processing_provider.")
# Start of the offscreen platform's warning about the missing window manager.
_OFFSCREEN = "This plugin does not support"


class Interface:
    """A minimal QgisInterface: a main window and a canvas; everything else does nothing."""

    def __init__(self) -> None:
        self._window = QtWidgets.QMainWindow()

    def __getattr__(self, name: str) -> stand_in.Nothing:
        return stand_in.Nothing()

    def mainWindow(self) -> QtWidgets.QMainWindow:
        """Return the parent window of dialogs."""
        return self._window

    def mapCanvas(self) -> QtWidgets.QWidget:
        """Return the map canvas."""
        return importlib.import_module("qgis.gui").QgsMapCanvas(self._window)


class Check:
    """A series of steps and their failures."""

    def __init__(self) -> None:
        self.done = 0
        self.failures: list[str] = []
        self._step = "start"

    def record_warning(self, kind: QtCore.QtMsgType, _context: Any, text: str | None) -> None:
        """Record warnings of Qt, such as duplicate layouts and missing properties."""
        if kind != QtCore.QtMsgType.QtDebugMsg and not (text or "").startswith(_OFFSCREEN):
            self.failures.append(f"{self._step}: {text}")

    def record(self, step: str, error: BaseException) -> None:
        """Record a failure with its place in the plugin."""
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "/qt6/" not in frame.filename]
        where = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
        self.failures.append(f"{step}: {type(error).__name__}: {error}{where}")

    @contextmanager
    def step(self, step: str) -> Iterator[None]:
        """Run a step and continue after a failure, including failures in slots."""
        self._step = step
        sys.excepthook = lambda _kind, error, _trace: self.record(step, error)
        threading.excepthook = lambda failure: self.record(step, failure.exc_value or RuntimeError(step))
        try:
            yield
            QtWidgets.QApplication.processEvents()
        except Exception as error:  # noqa: BLE001 - any error is a finding
            self.record(step, error)
        self.done += 1


def check_modules(check: Check) -> list[ModuleType]:
    """Import all shipped modules."""
    modules = []
    for file in package.shipped_files():
        name = file.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
        if not file.endswith(".py") or name in {"__init__", "core.__main__"}:
            continue
        with check.step(f"import {name}"):
            modules.append(importlib.import_module(f"{_ROOT_PACKAGE}.{name}"))
    return modules


def check_forms(check: Check) -> None:
    """Load every form."""
    for file in package.shipped_files():
        if file.endswith(".ui"):
            with check.step(file):
                uic.loadUi(str(package.ROOT / file))


def check_widgets(check: Check, modules: list[ModuleType], interface: Interface) -> None:
    """Build, show, paint and close every widget class."""
    for module in modules:
        inner = module.__name__.removeprefix(f"{_ROOT_PACKAGE}.")
        if not inner.startswith(_WITH_WINDOWS):
            continue
        for name, kind in inspect.getmembers(module, inspect.isclass):
            if (
                kind.__module__ != module.__name__
                or not issubclass(kind, QtWidgets.QWidget)
                or inspect.isabstract(kind)
            ):
                continue
            with check.step(f"{inner}.{name}"):
                widget = _build(kind, interface)
                widget.show()
                QtWidgets.QApplication.processEvents()
                widget.grab()
                widget.close()
                _stop_threads(widget)


def check_life(check: Check, interface: Interface) -> None:
    """Load the plugin, trigger its actions and unload it."""
    plugin = importlib.import_module(_ROOT_PACKAGE).classFactory(interface)
    with check.step("loading the plugin"):
        plugin.initGui()
    for action in interface.mainWindow().findChildren(importlib.import_module("PyQt6.QtGui").QAction):
        with check.step(f"action {action.text()}"):
            action.trigger()
    with check.step("unloading the plugin"):
        plugin.unload()


def check_algorithms(check: Check) -> None:
    """Declare the parameters of every algorithm and read its texts."""
    provider = importlib.import_module(f"{_ROOT_PACKAGE}.processing_provider.provider")
    for kind in provider.ALGORITHMS:
        with check.step(f"algorithm {kind.__name__}"):
            algorithm = kind()
            algorithm.initAlgorithm({})
            texts: tuple[Callable[[], Any], ...] = (algorithm.displayName, algorithm.group, algorithm.shortHelpString)
            if not all(text() for text in texts) or algorithm.icon().isNull():
                raise ValueError("name, group, help or icon is missing")


def _build(kind: type, interface: Interface) -> Any:
    """Create an object of a plugin class, with values for its required parameters."""
    arguments = {}
    for name, parameter in inspect.signature(kind).parameters.items():
        if parameter.default is parameter.empty and parameter.kind is not parameter.VAR_POSITIONAL:
            arguments[name] = _argument(kind, str(parameter.annotation), interface)
    return kind(**arguments)


def _argument(kind: type, annotation: str, interface: Interface) -> Any:
    plain = annotation.partition("[")[0].partition(" |")[0]
    values = {
        "QgisInterface": interface,
        "QWidget": QtWidgets.QWidget(interface.mainWindow()),  # a widget may take it into itself
        "QObject": interface.mainWindow(),
        "Path": Path(),
        "bool": False,
        "list": [],
        "Sequence": [],
        "Iterable": [],
        "tuple": (),
        "dict": {},
        "Mapping": {},
    }
    if plain in values:
        return values[plain]
    of_plugin = getattr(sys.modules[kind.__module__], plain, None)
    if inspect.isclass(of_plugin) and of_plugin.__module__.startswith(_ROOT_PACKAGE):
        return _build(of_plugin, interface)
    return stand_in.Nothing()


def _close_questions() -> None:
    question = QtWidgets.QApplication.activeModalWidget()
    if question is not None:
        question.close()


def _stop_threads(widget: QtWidgets.QWidget) -> None:
    for thread in widget.findChildren(QtCore.QThread):
        thread.wait()
    QtWidgets.QApplication.processEvents()


def main() -> int:
    """Run all checks, print the failures and return 1 if there are any."""
    check = Check()
    QtCore.qInstallMessageHandler(check.record_warning)
    application = QtWidgets.QApplication(sys.argv[:1])
    stand_in.install()
    # Close modal windows, since nobody answers them.
    closing = QtCore.QTimer()
    closing.timeout.connect(_close_questions)
    closing.start(100)
    interface = Interface()
    modules = check_modules(check)
    check_forms(check)
    check_widgets(check, modules, interface)
    check_life(check, interface)
    check_algorithms(check)
    found = [str(finding) for finding in names.shipped_findings("qgis.PyQt")]
    status = names.report(found, f"Names, PyQt {QtCore.PYQT_VERSION_STR}")
    subject = f"Imports, forms, windows and algorithms under Qt {QtCore.qVersion()}: {check.done}"
    status |= names.report(check.failures, subject)
    _stop_threads(interface.mainWindow())
    application.closeAllWindows()
    return status


if __name__ == "__main__":
    sys.exit(main())
