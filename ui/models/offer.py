"""Offer the recommended model once, after it was downloaded."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ...core.cards.card import ModelCard
from ..shared.host import SETTINGS_GROUP
from ..shared.model_texts import RECOMMENDED
from ..shared.rich_text import literal

_CHOICE = f"{SETTINGS_GROUP}/model"
_OFFERED = f"{SETTINGS_GROUP}/{RECOMMENDED}_offered"


def chosen_model() -> str:
    """Return the id of the model that the window of the masks has stored; empty before its first use."""
    model: str = QgsSettings().value(_CHOICE, "", type=str)
    return model


def use_model(model: str) -> None:
    """Store a model as the choice of the window of the masks."""
    QgsSettings().setValue(_CHOICE, model)


def offer_recommended(
    card: ModelCard, current: str, parent: QWidget | None, use: Callable[[], object]
) -> QMessageBox | None:
    """Ask once whether the recommended model is used from now on; the question blocks nothing.

    Args:
        card: The model that was downloaded.
        current: Id of the model that is chosen now.
        parent: The window above which the question appears.
        use: Called if the user agrees.

    Returns:
        The open question; None if the model is another one, is in use, or was offered before.
    """
    if card.id != RECOMMENDED or card.id == current or QgsSettings().value(_OFFERED, False, type=bool):
        return None
    QgsSettings().setValue(_OFFERED, True)
    translate = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(translate("OfferModel", "Model"))
    box.setText(literal(translate("OfferModel", "Use {title} from now on?").format(title=card.named)))
    hint = translate("OfferModel", "The window of the masks remembers this. You can change it there under Model.")
    box.setInformativeText(literal(f"{card.described}\n{hint}"))
    box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
    box.setDefaultButton(QMessageBox.StandardButton.Yes)
    box.button(QMessageBox.StandardButton.Yes).clicked.connect(lambda _checked: use())
    box.open()
    return box
