"""A stand-in for the modules of QGIS, over PyQt6: enough of them to import the plugin and to build its windows.

`qgis.PyQt` is PyQt6 with what QGIS adds to it. In `qgis.core` and the rest every name is a class that is made when it
is first asked for: an exception, a widget or a plain object by its name, whose attributes and methods are all there and
give nothing. What windows need to work is written out below. rasterio comes with no Qt, so it is stood in for as well.
"""

from __future__ import annotations

import importlib
import importlib.abc
import importlib.machinery
import sys
from types import ModuleType
from typing import Any

from PyQt6 import QtCore, QtGui, QtWidgets, sip

_ROOTS = {"qgis", "processing", "osgeo", "rasterio"}
# What is in them are modules only.
_FOLDERS = {"qgis", "qgis.PyQt"}
# The base of a widget class of QGIS, by how its name ends.
_WIDGETS: dict[str, Any] = {
    "GroupBox": QtWidgets.QGroupBox,
    "ComboBox": QtWidgets.QComboBox,
    "DoubleSpinBox": QtWidgets.QDoubleSpinBox,
    "SpinBox": QtWidgets.QSpinBox,
    "LineEdit": QtWidgets.QLineEdit,
    "DateTimeEdit": QtWidgets.QDateTimeEdit,
    "DateEdit": QtWidgets.QDateEdit,
    "ToolButton": QtWidgets.QToolButton,
    "Button": QtWidgets.QToolButton,
    "TreeView": QtWidgets.QTreeView,
    "TableView": QtWidgets.QTableView,
    "DockWidget": QtWidgets.QDockWidget,
    "Dialog": QtWidgets.QDialog,
    "MessageBar": QtWidgets.QFrame,
    "Canvas": QtWidgets.QGraphicsView,
    "RubberBand": QtWidgets.QGraphicsPathItem,
    "Widget": QtWidgets.QWidget,
    "Panel": QtWidgets.QWidget,
}


class Nothing(str):
    """What a call or an attribute of a stand-in gives: empty and zero, and whatever is asked of it is nothing too."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Nothing:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __call__(self, *_arguments: Any, **_named: Any) -> Nothing:
        """A method of nothing gives nothing."""
        return self

    def __int__(self) -> int:
        return 0

    def __float__(self) -> float:
        return 0.0


def _nothing(self: Nothing, _other: Any = None) -> Nothing:
    return self


# As flags of enumerations do, and numbers.
for _operation in ("or", "ror", "and", "rand", "xor", "add", "radd", "sub", "rsub", "mul", "rmul", "truediv", "invert"):
    setattr(Nothing, f"__{_operation}__", _nothing)


class _Attributes(sip.wrappertype):
    """Makes every attribute of a class be there: enumerations, and methods of the class."""

    def __getattr__(self, name: str) -> Nothing:
        if name.startswith("__"):
            raise AttributeError(name)
        return Nothing()


class _Members:
    """Makes every attribute of an object be there."""

    def __getattr__(self, name: str) -> Nothing:
        if name.startswith("__"):
            raise AttributeError(name)
        return Nothing()


def _make(name: str) -> type:
    """A class of QGIS by its name."""
    if name.endswith(("Exception", "Error")):
        return type(name, (Exception,), {})
    base: Any = next((base for end, base in _WIDGETS.items() if name.endswith(end)), QtCore.QObject)

    def start(self: Any, *arguments: Any, **_named: Any) -> None:
        parents = [argument for argument in arguments if isinstance(argument, QtWidgets.QWidget)]
        base.__init__(self, *parents[:1] if issubclass(base, QtWidgets.QWidget) else ())

    return _Attributes(name, (_Members, base), {"__init__": start})


class QgsTask(_make("QgsTask")):  # type: ignore[misc]
    """With its signals."""

    progressChanged = QtCore.pyqtSignal(float)
    taskCompleted = QtCore.pyqtSignal()
    taskTerminated = QtCore.pyqtSignal()


class QgsSettings(QtCore.QSettings):
    """Kept in a folder of the check's own."""


class QgsApplication(_make("QgsApplication")):  # type: ignore[misc]
    """What the plugin asks the application for."""

    instance = staticmethod(QtWidgets.QApplication.instance)

    @staticmethod
    def locale() -> str:
        """The language of QGIS."""
        return "en"

    @staticmethod
    def getThemeIcon(_name: str) -> QtGui.QIcon:
        """An icon of QGIS."""
        return QtGui.QIcon()


class QgsFileWidget(_make("QgsFileWidget")):  # type: ignore[misc]
    """Holds a path."""

    fileChanged = QtCore.pyqtSignal(str)
    _path = ""

    def filePath(self) -> str:
        """The path."""
        return self._path

    def setFilePath(self, path: str) -> None:
        """Change the path."""
        self._path = path
        self.fileChanged.emit(path)


class QgsMapCanvas(_make("QgsMapCanvas")):  # type: ignore[misc]
    """Has a scene, to which rubber bands belong."""

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setScene(QtWidgets.QGraphicsScene(self))


class QgsRubberBand(_make("QgsRubberBand")):  # type: ignore[misc]
    """Is in the scene of its canvas."""

    def __init__(self, canvas: QgsMapCanvas, *_kind: Any) -> None:
        super().__init__()
        canvas.scene().addItem(self)


class QgsCollapsibleGroupBox(_make("QgsCollapsibleGroupBox")):  # type: ignore[misc]
    """Opens and closes."""

    collapsedStateChanged = QtCore.pyqtSignal(bool)
    # A property of the form.
    collapsed = QtCore.pyqtProperty(bool, lambda self: self.isCollapsed(), lambda self, value: self.setCollapsed(value))
    _collapsed = False

    def isCollapsed(self) -> bool:
        """Whether it is closed."""
        return self._collapsed

    def setCollapsed(self, collapsed: bool) -> None:
        """Open or close."""
        self._collapsed = collapsed


_WRITTEN_OUT = {
    kind.__name__: kind
    for kind in (
        QgsTask,
        QgsSettings,
        QgsApplication,
        QgsFileWidget,
        QgsMapCanvas,
        QgsRubberBand,
        QgsCollapsibleGroupBox,
    )
}


class _Module(ModuleType):
    """A module of QGIS; it is a package too, and all of its names are classes."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or self.__name__ in _FOLDERS:
            raise AttributeError(name)
        value = _WRITTEN_OUT.get(name) or _make(name)
        setattr(self, name, value)
        return value


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds the modules of QGIS here."""

    def find_spec(self, name: str, _path: Any = None, _target: Any = None) -> importlib.machinery.ModuleSpec | None:
        """Whether it is one of them."""
        root, *inner = name.split(".")
        # What is not in a module of Qt is no module either.
        if root not in _ROOTS or (inner[:1] == ["PyQt"] and len(inner) > 2):
            return None
        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        """PyQt6 where QGIS hands out Qt, a stand-in elsewhere."""
        package, _, name = spec.name.rpartition(".")
        if package != "qgis.PyQt":
            return _Module(spec.name)
        # A copy, because importing gives the module the name under which it was found.
        module = ModuleType(spec.name)
        module.__dict__.update(vars(importlib.import_module(f"PyQt6.{name}")))
        if name == "QtWidgets":
            # In Qt 6 they live in QtGui; QGIS offers them in both.
            module.__dict__.update(QAction=QtGui.QAction, QShortcut=QtGui.QShortcut)
        if name == "QtCore":
            module.__dict__.update(NULL=QtCore.QVariant())
        return module

    def exec_module(self, module: ModuleType) -> None:
        """Nothing has to be run."""


def install() -> None:
    """Put the stand-in in the place of QGIS, for this process."""
    sys.meta_path.insert(0, _Finder())
