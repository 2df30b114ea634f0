"""The algorithm `clouds2mask:fetchmodel`: download a published model and build its networks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputFolder,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.cards.card import ModelCard, models_dir
from ..core.networks.published import missing_networks, published_cards
from ..core.networks.store import locate
from ..ui.shared.model_texts import licence_text
from ..ui.shared.qgis_transport import DownloadSettings, QgisTransport
from .algorithm import Algorithm, Group
from .parameter_values import Values

_MEGABYTE = 1_000_000


class FetchModel(Algorithm):
    """Downloads a published model through QGIS's network, or takes its files from a folder."""

    NAME = "fetchmodel"
    DISPLAY_NAME = QT_TRANSLATE_NOOP("FetchModel", "Download a model")
    TAGS = QT_TRANSLATE_NOOP("FetchModel", "model,network,weights,download,fetch,install,OmniCloudMask,KappaMask")
    ICON = "fetchmodel.svg"
    GROUP = Group.MODELS
    MODEL = "MODEL"
    FOLDER = "FOLDER"
    ACCEPT_LICENCE = "ACCEPT_LICENCE"
    NETWORKS = "NETWORKS"
    MEGABYTES = "MEGABYTES"

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        cards = sorted(published_cards(), key=_difficulty)
        titles = "; ".join(f"{card.id}: {card.named}" for card in cards)
        options, text = [card.id for card in cards], self.tr("Published models: {titles}.").format(titles=titles)
        self.add_choice(self.MODEL, self.tr("Model"), "model", options, text)
        folder = QgsProcessingParameterFile(
            self.FOLDER,
            self.tr("Folder with the model's files (offline)"),
            QgsProcessingParameterFile.Behavior.Folder,
            optional=True,
        )
        folder.setHelp(self.tr("For computers without internet: files that you brought, by their published names."))
        self.addParameter(folder)
        text = self.tr("Such a model is downloaded only if you have read its licence and accept it here.")
        self.add_switch(self.ACCEPT_LICENCE, self.tr("Accept the licence if it forbids commercial use"), False, text)
        self.addOutput(QgsProcessingOutputString(self.MODEL, self.tr("Model id")))
        self.addOutput(QgsProcessingOutputFolder(self.NETWORKS, self.tr("Folder of the networks")))
        self.addOutput(QgsProcessingOutputNumber(self.MEGABYTES, self.tr("Size of the networks (megabytes)")))

    def check(self, values: Values) -> None:
        """Check that the licence is accepted, and that the files are there if they cannot be downloaded."""
        card = _card_of(values.choice(self.MODEL))
        publication = card.publication
        if publication is None or not missing_networks(card):
            return
        if publication.consent and not values.switch(self.ACCEPT_LICENCE):
            text = self.tr("The licence of {title} is {licence}. Read it on {page}, then set {name} to true.")
            raise QgsProcessingException(
                text.format(
                    title=card.title, licence=licence_text(card), page=publication.page, name=self.ACCEPT_LICENCE
                )
            )
        if not publication.address and not values.text(self.FOLDER) and DownloadSettings.read().folder is None:
            text = self.tr(
                "The files of {title} can only be downloaded in a browser. Get {files} from {page}, and set {name} to "
                "their folder."
            )
            files = ", ".join(network.weights.file for network in missing_networks(card) if network.weights)
            raise QgsProcessingException(
                text.format(title=card.title, files=files, page=publication.page, name=self.FOLDER)
            )

    def read_on_main_thread(self, _values: Values) -> None:
        """Read the settings of downloads."""
        self._settings = DownloadSettings.read()

    def execute(self, values: Values, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Fetch the model."""
        from ..core.fetching.model import Progress, fetch_model

        texts = {"download": self.tr("Downloading {file}"), "build": self.tr("Building the network from {file}")}

        told = ""

        def report(progress: Progress) -> None:
            nonlocal told
            text = texts[progress.phase].format(file=progress.file)
            if text != told:  # each is a line of the log
                feedback.setProgressText(text)
                told = text
            feedback.setProgress(100 * progress.share)

        card = _card_of(values.choice(self.MODEL))
        settings, folder = self._settings, values.text(self.FOLDER)
        fetch_model(
            card,
            QgisTransport(settings.authcfg),
            folder=Path(folder) if folder else settings.folder,
            mirror=settings.mirror,
            accept_licence=values.switch(self.ACCEPT_LICENCE),
            progress=report,
            cancelled=feedback.isCanceled,
        )
        text = self.tr("{title} is ready. Licence: {licence}. Cite: {citation}")
        feedback.pushInfo(text.format(title=card.named, licence=card.licence, citation=card.citation))
        size = sum(path.stat().st_size for path in locate(card))
        return {self.MODEL: card.id, self.NETWORKS: str(models_dir()), self.MEGABYTES: size / _MEGABYTE}


def _card_of(model: str) -> ModelCard:
    return next(card for card in published_cards() if card.id == model)


def _difficulty(card: ModelCard) -> tuple[bool, ...]:
    """Sort models: first those that are downloaded without further ado, last those that are brought by hand."""
    publication = card.publication
    unknown = any(network.weights is None or not network.weights.sha256 for network in card.networks)
    return (publication is None or not publication.address, publication is not None and publication.consent, unknown)
