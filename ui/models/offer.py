"""Offer downloads: of a model that was chosen, and the use of the recommended one once it is there."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ...core.cards.card import ModelCard
from ...core.networks.published import download_bytes, missing_networks
from ..shared.host import SETTINGS_GROUP
from ..shared.model_texts import RECOMMENDED, licence_text, size_text
from ..shared.rich_text import literal

_CHOICE = f"{SETTINGS_GROUP}/model"
_ANSWERS = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
_OFFERED = f"{SETTINGS_GROUP}/{RECOMMENDED}_offered"


def chosen_model() -> str:
    """Return the id of the model that the window of the masks has stored; empty before its first use."""
    model: str = QgsSettings().value(_CHOICE, "", type=str)
    return model


def use_model(model: str) -> None:
    """Store a model as the choice of the window of the masks."""
    QgsSettings().setValue(_CHOICE, model)


def agrees_to_download(card: ModelCard, parent: QWidget) -> bool:
    """Ask whether a model that is not on this computer, or not as a whole, is to be downloaded now."""
    translate, missing = QCoreApplication.translate, missing_networks(card)
    size, facts = download_bytes(missing), licence_text(card)
    facts = f"{size_text(size)}, {facts}" if size else facts
    downloadable = bool(card.publication and card.publication.address)
    if len(missing) < len(card.networks):
        text = translate("OfferModel", "{title} is incomplete. Download what is missing now ({facts})?")
        if not downloadable:
            text = translate("OfferModel", "{title} is incomplete. Open the window of the models to complete it?")
    elif downloadable:
        text = translate("OfferModel", "{title} is not on this computer. Download it now ({facts})?")
    else:
        text = translate("OfferModel", "{title} is not on this computer. Open the window of the models to download it?")
    question, (yes, no) = literal(text.format(title=card.named, facts=facts)), _ANSWERS
    return bool(QMessageBox.question(parent, translate("OfferModel", "Model"), question, yes | no, yes) == yes)


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
