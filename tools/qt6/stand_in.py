"""Replace the modules of QGIS by stand-ins over PyQt6, sufficient to import the plugin and to build its windows.

`qgis.PyQt` is PyQt6 with the additions of QGIS. In `qgis.core` and the other modules every name is a class, created on
first use: an exception, a widget or an object, depending on its name, with attributes and methods that return an empty
value. Classes that windows need in more detail follow below. rasterio is replaced as well.
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
# Packages that contain only modules.
_FOLDERS = {"qgis", "qgis.PyQt"}
# Base of a widget class of QGIS, by the end of its name.
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
    "ScrollArea": QtWidgets.QScrollArea,
    "MessageBar": QtWidgets.QFrame,
    "Canvas": QtWidgets.QGraphicsView,
    "RubberBand": QtWidgets.QGraphicsPathItem,
    "Widget": QtWidgets.QWidget,
    "ConfigSelect": QtWidgets.QWidget,
    "Panel": QtWidgets.QWidget,
}


class Nothing(str):
    """The value of all attributes and calls of a stand-in: empty and zero, with attributes and calls like itself."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Nothing:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __call__(self, *_arguments: Any, **_named: Any) -> Nothing:
        """Return itself."""
        return self

    def __int__(self) -> int:
        return 0

    def __float__(self) -> float:
        return 0.0


def _nothing(self: Nothing, _other: Any = None) -> Nothing:
    return self


# The operators of flags and numbers.
for _operation in ("or", "ror", "and", "rand", "xor", "add", "radd", "sub", "rsub", "mul", "rmul", "truediv", "invert"):
    setattr(Nothing, f"__{_operation}__", _nothing)


class _Attributes(sip.wrappertype):
    """Metaclass that provides every attribute: enumerations and class methods."""

    def __getattr__(self, name: str) -> Nothing:
        if name.startswith("__"):
            raise AttributeError(name)
        return Nothing()


class _Members:
    """Base class that provides every attribute of an object."""

    def __getattr__(self, name: str) -> Nothing:
        if name.startswith("__"):
            raise AttributeError(name)
        return Nothing()


def _make(name: str) -> type:
    """Create a class of QGIS from its name."""
    if name.endswith(("Exception", "Error")):
        return type(name, (Exception,), {})
    base: Any = next((base for end, base in _WIDGETS.items() if name.endswith(end)), QtCore.QObject)

    def start(self: Any, *arguments: Any, **_named: Any) -> None:
        parents = [argument for argument in arguments if isinstance(argument, QtWidgets.QWidget)]
        base.__init__(self, *parents[:1] if issubclass(base, QtWidgets.QWidget) else ())

    return _Attributes(name, (_Members, base), {"__init__": start})


class QgsTask(_make("QgsTask")):  # type: ignore[misc]
    """A task with its signals."""

    progressChanged = QtCore.pyqtSignal(float)
    taskCompleted = QtCore.pyqtSignal()
    taskTerminated = QtCore.pyqtSignal()


class QgsSettings(QtCore.QSettings):
    """Settings in a folder of this check."""


class QgsApplication(_make("QgsApplication")):  # type: ignore[misc]
    """The parts of the application that the plugin uses."""

    instance = staticmethod(QtWidgets.QApplication.instance)

    @staticmethod
    def locale() -> str:
        """Return the language of QGIS."""
        return "en"

    @staticmethod
    def getThemeIcon(_name: str) -> QtGui.QIcon:
        """Return an icon of QGIS."""
        return QtGui.QIcon()


class QgsFileWidget(_make("QgsFileWidget")):  # type: ignore[misc]
    """A widget with a path."""

    fileChanged = QtCore.pyqtSignal(str)
    _path = ""

    def filePath(self) -> str:
        """Return the path."""
        return self._path

    def setFilePath(self, path: str) -> None:
        """Set the path."""
        self._path = path
        self.fileChanged.emit(path)


class QgsProcessingMapLayerComboBox(_make("QgsProcessingMapLayerWidget")):  # type: ignore[misc]
    """A list of layers beside a button."""

    def __init__(self, *_parameter: Any) -> None:
        super().__init__()
        QtWidgets.QComboBox(self)


class QgsMapCanvas(_make("QgsMapCanvas")):  # type: ignore[misc]
    """A canvas with a scene for rubber bands."""

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setScene(QtWidgets.QGraphicsScene(self))


class QgsRubberBand(_make("QgsRubberBand")):  # type: ignore[misc]
    """A rubber band in the scene of its canvas."""

    def __init__(self, canvas: QgsMapCanvas, *_kind: Any) -> None:
        super().__init__()
        canvas.scene().addItem(self)


class QgsCollapsibleGroupBox(_make("QgsCollapsibleGroupBox")):  # type: ignore[misc]
    """A group box that can be collapsed."""

    collapsedStateChanged = QtCore.pyqtSignal(bool)
    # Set by the form.
    collapsed = QtCore.pyqtProperty(bool, lambda self: self.isCollapsed(), lambda self, value: self.setCollapsed(value))
    _collapsed = False

    def isCollapsed(self) -> bool:
        """Return True if the box is collapsed."""
        return self._collapsed

    def setCollapsed(self, collapsed: bool) -> None:
        """Collapse or expand the box."""
        self._collapsed = collapsed


_WRITTEN_OUT = {
    kind.__name__: kind
    for kind in (
        QgsTask,
        QgsSettings,
        QgsApplication,
        QgsFileWidget,
        QgsProcessingMapLayerComboBox,
        QgsMapCanvas,
        QgsRubberBand,
        QgsCollapsibleGroupBox,
    )
}


class _Module(ModuleType):
    """A module of QGIS whose names are all classes; also a package."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or self.__name__ in _FOLDERS:
            raise AttributeError(name)
        value = _WRITTEN_OUT.get(name) or _make(name)
        setattr(self, name, value)
        return value


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finder and loader of the stand-in modules."""

    def find_spec(self, name: str, _path: Any = None, _target: Any = None) -> importlib.machinery.ModuleSpec | None:
        """Return a spec if the module has a stand-in."""
        root, *inner = name.split(".")
        # A missing name of a Qt module must not become a module.
        if root not in _ROOTS or (inner[:1] == ["PyQt"] and len(inner) > 2):
            return None
        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        """Create a copy of a PyQt6 module for `qgis.PyQt`, otherwise a stand-in."""
        package, _, name = spec.name.rpartition(".")
        if package != "qgis.PyQt":
            return _Module(spec.name)
        # A copy, because the import changes the name of the module.
        module = ModuleType(spec.name)
        module.__dict__.update(vars(importlib.import_module(f"PyQt6.{name}")))
        if name == "QtWidgets":
            # Qt 6 has them in QtGui, QGIS in both.
            module.__dict__.update(QAction=QtGui.QAction, QShortcut=QtGui.QShortcut)
        if name == "QtCore":
            module.__dict__.update(NULL=QtCore.QVariant())
        return module

    def exec_module(self, module: ModuleType) -> None:
        """Do nothing: the module is complete."""


def install() -> None:
    """Replace QGIS by the stand-in in this process."""
    sys.meta_path.insert(0, _Finder())
