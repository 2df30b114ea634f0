"""Widgets of the toolbox's dialogs, where QGIS's own do not fit: titles instead of words, products, masks and scenes.

Processing finds these classes by the metadata of a parameter, see `shown_by`, and only where it shows a dialog.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from processing.gui.wrappers import WidgetWrapper
from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingModelChildParameterSource,
    QgsProcessingParameterDefinition,
    QgsProject,
    QgsRasterLayer,
)
from qgis.gui import (
    QgsCheckableComboBox,
    QgsFileWidget,
    QgsGui,
    QgsMapLayerComboBox,
    QgsProcessingGui,
    QgsProcessingMapLayerComboBox,
    QgsProcessingModelerParameterWidget,
    QgsProcessingParameterWidgetContext,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QWidget

from ..ui.shared.layers import looks_like_mask, may_be_mask
from ..ui.shared.option_texts import ChoiceText, Option, choice_texts
from ..ui.shared.rich_text import literal
from .mask_algorithm import PRODUCT_FILTER
from .raster_layers import is_image

_LETTERS = 20
_OPTIONAL = ("QObject", "%1 [optional]")
"""A text of QGIS, which it translates itself."""


class _Wrapper(WidgetWrapper):
    """A widget for the dialog and the batch panel; the designer has QGIS's own, with inputs and expressions."""

    IN_BATCH = True
    """False if the batch panel has QGIS's own widget too."""

    def __new__(cls, definition: QgsProcessingParameterDefinition, dialog: Any = None, *_cell: int, **own: Any) -> Any:
        """Return the widget of QGIS where that is shown, otherwise one of this class."""
        shown_in, registry = type(dialog).__name__, QgsGui.processingGuiRegistry()
        if shown_in == "ModelerParametersDialog":
            widget = registry.createModelerParameterWidget(dialog.model, dialog.childId, definition, dialog.context)
            if "option" in own:
                _show_titles(widget, _offered(definition, own["option"]))
            return widget
        if shown_in == "BatchAlgorithmDialog" and not cls.IN_BATCH:
            wrapper = registry.createParameterWidgetWrapper(definition, QgsProcessingGui.WidgetType.Batch)
            wrapper.setDialog(dialog)
            return wrapper
        return super().__new__(cls)

    def createLabel(self) -> QLabel | None:
        """Return the label as QGIS's own widgets have it, with the help; its Python wrappers show the id instead."""
        label = super().createLabel()
        definition = self.parameterDefinition()
        if label is not None:
            label.setToolTip(definition.toolTip())
            if definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional:
                label.setText(QCoreApplication.translate(*_OPTIONAL).replace("%1", definition.description()))
        return label

    def has_changed(self, *_values: object) -> None:
        """Tell Processing of a new value."""
        self.widgetValueHasChanged.emit(self)


def _show_titles(widget: QgsProcessingModelerParameterWidget, texts: Mapping[str, ChoiceText]) -> None:
    """Show titles in a widget of the designer, which keeps the words as its values."""
    for combo in widget.findChildren(QComboBox):
        for index in range(combo.count()):
            word = combo.itemData(index)
            if isinstance(word, str) and word in texts:
                combo.setItemText(index, texts[word].title)
                combo.setItemData(index, literal(texts[word].tip), Qt.ItemDataRole.ToolTipRole)
    for panel in widget.findChildren(QWidget):
        if panel.metaObject().className() == "QgsProcessingEnumPanelWidget":
            for child in panel.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
                child.hide()
            widget.check_list = _DesignerList(widget, texts)  # else Python drops its methods
            panel.layout().addWidget(widget.check_list)


class Choice(_Wrapper):
    """A combo box with titles, for a parameter of which the value is one word."""

    def createWidget(self, option: Option) -> QComboBox:
        """Make the combo box."""
        combo = _narrow(QComboBox())
        combo.setToolTip(self.parameterDefinition().toolTip())
        for word, text in _offered(self.parameterDefinition(), option).items():
            combo.addItem(text.title, word)
            combo.setItemData(combo.count() - 1, literal(text.tip), Qt.ItemDataRole.ToolTipRole)
        combo.currentIndexChanged.connect(self.has_changed)
        return combo

    def setValue(self, value: Any) -> None:
        """Select a word; an unknown one is offered too, so that the run refuses it by its name."""
        word = str(value or self.parameterDefinition().defaultValue())
        if self.widget.findData(word) < 0:
            self.widget.addItem(word, word)
        self.widget.setCurrentIndex(self.widget.findData(word))

    def value(self) -> str:
        """Return the selected word."""
        return str(self.widget.currentData())


class _CheckList(QgsCheckableComboBox):
    """Words to check by their titles."""

    def __init__(self, texts: Mapping[str, ChoiceText]) -> None:
        super().__init__()
        _narrow(self)
        self.setDefaultText(self.tr("None"))
        for word, text in texts.items():
            self.addItemWithCheckState(text.title, Qt.CheckState.Unchecked, word)
            self.setItemData(self.count() - 1, literal(text.tip), Qt.ItemDataRole.ToolTipRole)

    def check(self, value: Any) -> None:
        """Check the words of a list or of a text with commas; unknown ones are offered too."""
        given = value.split(",") if isinstance(value, str) else value or []
        words = [word for word in (str(one).strip() for one in given) if word]
        for word in words:
            if self.findData(word) < 0:
                self.addItemWithCheckState(word, Qt.CheckState.Unchecked, word)
        for index in range(self.count()):
            checked = self.itemData(index) in words
            self.setItemCheckState(index, Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)


class _DesignerList(_CheckList):
    """Such a list in place of the one of QGIS in the designer, whose value stays that of the step."""

    def __init__(self, widget: QgsProcessingModelerParameterWidget, texts: Mapping[str, ChoiceText]) -> None:
        super().__init__(texts)
        self._widget = widget
        self._is_shown = False
        self.model().dataChanged.connect(self._store)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the words of the step, which the designer sets after it has made the widgets."""
        super().showEvent(event)
        self._is_shown = False
        source = self._widget.value()
        self.check(source.staticValue() if isinstance(source, QgsProcessingModelChildParameterSource) else None)
        self._is_shown = True

    def _store(self, *_range: object) -> None:
        if self._is_shown:
            words = self.checkedItemsData()
            self._widget.setWidgetValue(QgsProcessingModelChildParameterSource.fromStaticValue(words))


class Choices(_Wrapper):
    """A combo box with titles to check, for a parameter of which the value is a list of words."""

    def createWidget(self, option: Option) -> _CheckList:
        """Make the combo box."""
        combo = _CheckList(_offered(self.parameterDefinition(), option))
        combo.setToolTip(self.parameterDefinition().toolTip())
        combo.model().dataChanged.connect(self.has_changed)
        return combo

    def setValue(self, value: Any) -> None:
        """Check words; unknown ones are offered too, so that the run refuses them by their names."""
        self.widget.check(value)

    def value(self) -> str | list[str]:
        """Return the checked words with commas, or an empty list; QGIS 3.22 writes no list of words to its history."""
        return ",".join(self.widget.checkedItemsData()) or []


def _narrow(combo: QComboBox) -> QComboBox:
    """Let a combo box be narrower than its longest title, which would widen the whole dialog."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(_LETTERS)
    return combo


def _offered(definition: QgsProcessingParameterDefinition, option: Option) -> dict[str, ChoiceText]:
    """Return the words of a parameter with their texts, in the order of the windows."""
    options = definition.options()
    return {word: text for word, text in choice_texts(option).items() if word in options}


class Products(_Wrapper):
    """A line of paths for a list of products; that of QGIS 3.22 drops the paths that a history entry gives it."""

    def createWidget(self) -> QgsFileWidget:
        """Make the line with its button."""
        widget = QgsFileWidget()
        widget.setStorageMode(QgsFileWidget.StorageMode.GetMultipleFiles)
        widget.setDialogTitle(self.parameterDefinition().description())
        widget.setFilter(self.tr("Sentinel-2 products ({patterns});;All files (*)").format(patterns=PRODUCT_FILTER))
        widget.setToolTip(self.parameterDefinition().toolTip())
        widget.fileChanged.connect(self.has_changed)
        return widget

    def setValue(self, value: Any) -> None:
        """Show a path or a list of paths."""
        paths = [value] if isinstance(value, str) else value or []
        self.widget.setFilePath(" ".join(f'"{path}"' for path in paths))

    def value(self) -> list[str] | None:
        """Return the paths; None without one."""
        return QgsFileWidget.splitFilePaths(self.widget.filePath()) or None


class RasterChoice(_Wrapper):
    """A list of raster layers that begins with a fitting one: a mask, or an image where one is to be masked."""

    IN_BATCH = False

    def createWidget(self, masks: bool) -> QgsProcessingMapLayerComboBox:
        """Make the list of layers; one of masks leaves out what cannot be a mask."""
        self._masks = masks
        widget = QgsProcessingMapLayerComboBox(self.parameterDefinition())
        widget.setToolTip(self.parameterDefinition().toolTip())
        # As Qt made it, Python sees only its base.
        self._layers = sip.cast(widget.findChild(QComboBox), QgsMapLayerComboBox)
        if masks:
            layers = QgsProject.instance().mapLayers().values()
            self._layers.setExceptedLayerList([layer for layer in layers if not may_be_mask(layer)])
        widget.valueChanged.connect(self.has_changed)
        return widget

    def setWidgetContext(self, context: QgsProcessingParameterWidgetContext) -> None:
        """Select the fitting layer, or none: the active one, one of its group, or the topmost."""
        super().setWidgetContext(context)
        self.widget.setWidgetContext(context)
        fits = looks_like_mask if self._masks else is_image
        fitting = next((layer for layer in _by_nearness(context.activeLayer()) if fits(layer)), None)
        if fitting is not None:
            self.widget.setLayer(fitting)
        else:
            self._layers.setCurrentIndex(-1)

    def setValue(self, value: Any) -> None:
        """Select a layer or a file."""
        self.widget.setValue(value, QgsProcessingContext())

    def value(self) -> Any:
        """Return the id of the layer, or the path of the file."""
        return self.widget.value()


def _by_nearness(active: QgsMapLayer | None) -> Iterator[QgsRasterLayer]:
    """Yield the raster layers of the project: the active one, those of its group, and all others from the top."""
    root = QgsProject.instance().layerTreeRoot()
    node = root.findLayer(active.id()) if active is not None else None
    beside = node.parent().findLayers() if node is not None else []
    nodes = [*([node] if node is not None else []), *beside, *root.findLayers()]
    yield from (found.layer() for found in nodes if isinstance(found.layer(), QgsRasterLayer))
