"""The list of models in the windows of the algorithms: titles with their state; the values stay ids."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterEnum, QgsProcessingParameters
from qgis.gui import QgsAbstractProcessingParameterWidgetWrapper, QgsGui, QgsProcessingGui
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QWidget

from ..core.cards.card import load_cards
from ..core.cards.choice import AUTO
from ..core.networks.network_files import is_stored
from ..ui.shared.model_texts import automatic_facts, automatic_title, facts, title_with_state
from ..ui.shared.rich_text import literal

_KINDS = {
    "BatchAlgorithmDialog": QgsProcessingGui.WidgetType.Batch,
    "ModelerParametersDialog": QgsProcessingGui.WidgetType.Modeler,
}
"""Class of a dialog of Processing -> the kind of its widgets."""


class ModelChoice(QgsAbstractProcessingParameterWidgetWrapper):
    """A combo box for a parameter of which the options are ids of models."""

    def __new__(cls, definition: QgsProcessingParameterEnum, dialog: Any = None, *_cell: int) -> Any:
        """Return the widget of QGIS in the designer of graphical models, which offers expressions and inputs."""
        if _kind(dialog) == QgsProcessingGui.WidgetType.Modeler:
            registry = QgsGui.processingGuiRegistry()
            return registry.createModelerParameterWidget(dialog.model, dialog.childId, definition, dialog.context)
        return super().__new__(cls)

    def __init__(self, definition: QgsProcessingParameterEnum, dialog: Any = None, *_cell: int) -> None:
        super().__init__(definition, _kind(dialog))
        self._combo: QComboBox | None = None

    def createWidget(self) -> QWidget:
        """Make the combo box."""
        cards = load_cards()
        combo = QComboBox()
        combo.setToolTip(self.parameterDefinition().toolTip())
        for model in self.parameterDefinition().options():
            card = cards.get(model)
            if card is None:
                combo.addItem(automatic_title() if model == AUTO else model, model)
                tip = automatic_facts() if model == AUTO else ""
            else:
                combo.addItem(title_with_state(card, "ready" if is_stored(card) else "missing"), model)
                tip = f"{facts(card)}\n{card.described}".strip()
            combo.setItemData(combo.count() - 1, literal(tip), Qt.ItemDataRole.ToolTipRole)
        combo.currentIndexChanged.connect(lambda _index: self.widgetValueHasChanged.emit(self))
        self._combo = combo
        return combo

    def setWidgetValue(self, value: Any, context: QgsProcessingContext) -> None:
        """Select a model; an unknown one is offered too, so that the run can refuse it by its name."""
        if self._combo is None:
            return
        model = QgsProcessingParameters.parameterAsEnumString(self.parameterDefinition(), value, context)
        if self._combo.findData(model) < 0 and isinstance(value, str) and value:
            model = value
            self._combo.addItem(model, model)
        self._combo.setCurrentIndex(max(0, self._combo.findData(model)))

    def widgetValue(self) -> Any:
        """Return the id of the selected model."""
        return self._combo.currentData() if self._combo is not None else None


def _kind(dialog: Any) -> QgsProcessingGui.WidgetType:
    return _KINDS.get(type(dialog).__name__, QgsProcessingGui.WidgetType.Standard)
