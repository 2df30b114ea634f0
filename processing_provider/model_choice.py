"""The list of models in the windows of the algorithms: titles with their state; the values stay ids."""

from __future__ import annotations

from typing import Any

from processing.gui.wrappers import WidgetWrapper
from qgis.core import QgsProcessingParameterEnum
from qgis.gui import QgsGui
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox

from ..core.cards.choice import AUTO
from ..core.networks.network_files import is_stored
from ..ui.shared.model_texts import automatic_facts, automatic_title, facts, sorted_cards, title_with_state
from ..ui.shared.rich_text import literal


class ModelChoice(WidgetWrapper):
    """A combo box for a parameter of which the options are ids of models."""

    def __new__(cls, definition: QgsProcessingParameterEnum, dialog: Any = None, *_cell: int) -> Any:
        """Return the widget of QGIS in the designer of graphical models, which offers expressions and inputs."""
        if type(dialog).__name__ == "ModelerParametersDialog":
            registry = QgsGui.processingGuiRegistry()
            return registry.createModelerParameterWidget(dialog.model, dialog.childId, definition, dialog.context)
        return super().__new__(cls)

    def createWidget(self) -> QComboBox:
        """Make the combo box."""
        cards = {card.id: card for card in sorted_cards()}
        options = self.parameterDefinition().options()
        order = [model for model in (AUTO, *cards) if model in options]
        combo = QComboBox()
        combo.setToolTip(self.parameterDefinition().toolTip())
        for model in order:
            title, tip = automatic_title(), automatic_facts()
            if model != AUTO:
                card = cards[model]
                title = title_with_state(card, "ready" if is_stored(card) else "missing")
                tip = f"{facts(card)}\n{card.described}".strip()
            combo.addItem(title, model)
            combo.setItemData(combo.count() - 1, literal(tip), Qt.ItemDataRole.ToolTipRole)
        combo.currentIndexChanged.connect(lambda _index: self.widgetValueHasChanged.emit(self))
        return combo

    def setValue(self, value: Any) -> None:
        """Select a model by its id; an unknown one is offered too, so that the run refuses it by its name."""
        model = str(value or AUTO)
        if self.widget.findData(model) < 0:
            self.widget.addItem(model, model)
        self.widget.setCurrentIndex(self.widget.findData(model))

    def value(self) -> str:
        """Return the id of the selected model."""
        return str(self.widget.currentData())
