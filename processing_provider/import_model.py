"""The algorithm `clouds2mask:importmodel`: store a network, with its card or from weights, among the models."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputFolder,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.cards.card import models_dir
from ..core.cards.schema import LEVELS, Problem
from ..core.install.packages import not_there
from ..core.networks.published import WEIGHTS_SUFFIXES, missing_networks
from ..core.networks.typed_card import TypedCard
from ..ui.shared.installation import missing_text
from ..ui.shared.model_texts import import_filter
from .algorithm import Algorithm, Group
from .parameter_values import Values

_Number = QgsProcessingParameterNumber.Type

_PARAMETERS = {"levels": "LEVEL", "resolution": "FINEST, COARSEST"}
"""Field of a card -> parameter, where the names differ."""


class ImportModel(Algorithm):
    """Imports a model; a refused one leaves no files behind."""

    NAME = "importmodel"
    DISPLAY_NAME = QT_TRANSLATE_NOOP("ImportModel", "Import a model")
    TAGS = QT_TRANSLATE_NOOP("ImportModel", "model,network,card,onnx,add,weights")
    ICON = "importmodel.svg"
    GROUP = Group.MODELS
    INPUT = "INPUT"
    REPLACE = "REPLACE"
    ID = "ID"
    TITLE = "TITLE"
    LEVEL = "LEVEL"
    BANDS = "BANDS"
    CLASSES = "CLASSES"
    NORMALISATION = "NORMALISATION"
    MEAN = "MEAN"
    STD = "STD"
    FINEST = "FINEST"
    COARSEST = "COARSEST"
    PATCH_SIZE = "PATCH_SIZE"
    PATCH_MULTIPLE = "PATCH_MULTIPLE"
    PATCH_OVERLAP = "PATCH_OVERLAP"
    ACTIVATION = "ACTIVATION"
    LICENCE = "LICENCE"
    CITATION = "CITATION"
    MODEL = "MODEL"
    FOLDER = "FOLDER"

    def canExecute(self) -> tuple[bool, str]:
        """Check that ONNX Runtime is installed: a network is tried before it is stored."""
        return (True, "") if "onnxruntime" not in not_there() else (False, missing_text())

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        title = self.tr("Model card, network or published weights")
        given = QgsProcessingParameterFile(self.INPUT, title, fileFilter=import_filter())
        given.setHelp(
            self.tr(
                "A card with its networks beside it; a network alone, which needs the advanced parameters; or weights "
                "as the authors of a model publish them."
            )
        )
        self.addParameter(given)
        text = self.tr("Otherwise an imported model of the same id stays, and the import is refused.")
        self.add_switch(self.REPLACE, self.tr("Replace the model with the same id"), False, text)
        lists = {self.LEVEL, self.BANDS, self.CLASSES, self.MEAN, self.STD}
        alone = self.tr("Only for a network without a card; with one, it is ignored.")
        several = self.tr("Only for a network without a card. Separate several by commas.")
        for name, title, default in self._texts():
            line = QgsProcessingParameterString(name, title, default, False, True)
            line.setHelp(several if name in lists else alone)
            self.add_as_advanced(line)
        (finest, coarsest), size = TypedCard.resolution, TypedCard.patch_size
        multiple, overlap = TypedCard.patch_multiple, TypedCard.patch_overlap
        for name, title, number in (
            (self.FINEST, self.tr("Network without a card: finest pixel size (metres)"), finest),
            (self.COARSEST, self.tr("Network without a card: coarsest pixel size (metres)"), coarsest),
            (self.PATCH_SIZE, self.tr("Network without a card: patch size (pixels)"), size),
            (self.PATCH_MULTIPLE, self.tr("Network without a card: patch sizes are multiples of (pixels)"), multiple),
            (self.PATCH_OVERLAP, self.tr("Network without a card: minimum patch overlap (pixels)"), overlap),
        ):
            kind = _Number.Double if name in {self.FINEST, self.COARSEST} else _Number.Integer
            parameter = QgsProcessingParameterNumber(name, title, kind, number, False, 0)
            parameter.setMetadata({"widget_wrapper": {"decimals": 1}})
            parameter.setHelp(alone)
            self.add_as_advanced(parameter)
        self.add_choice(
            self.NORMALISATION,
            self.tr("Network without a card: normalisation"),
            "normalisation",
            ["fixed", "patch"],
            self.tr("fixed: by the mean and standard deviation above. patch: by those of each patch."),
            advanced=True,
        )
        self.add_choice(
            self.ACTIVATION,
            self.tr("Network without a card: output"),
            "activation",
            ["softmax", "none"],
            self.tr("softmax: the network returns logits. none: it returns probabilities."),
            advanced=True,
        )
        self.addOutput(QgsProcessingOutputString(self.MODEL, self.tr("Model id")))
        self.addOutput(QgsProcessingOutputFolder(self.FOLDER, self.tr("Folder of the model")))

    def check(self, values: Values) -> None:
        """Check that a file of a known kind is given."""
        self._file(values)

    def execute(self, values: Values, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Check the model and store it."""
        from ..core.networks.importing import import_model

        file = self._file(values)
        fields = self._card_fields(file, values) if file.suffix.lower() == ".onnx" else None
        card = import_model(file, fields, replace=values.switch(self.REPLACE))
        feedback.pushInfo(self.tr("{title} was imported as {model}.").format(title=card.named, model=card.id))
        missing = [network.weights.file for network in missing_networks(card) if network.weights]
        if missing:
            text = self.tr("{title} still needs {files}. Import them too.")
            feedback.pushWarning(text.format(title=card.named, files=", ".join(missing)))
        return {self.MODEL: card.id, self.FOLDER: str(card.folder or models_dir())}

    def _file(self, values: Values) -> Path:
        """Read the file to import."""
        text = values.text(self.INPUT).strip()
        if text and Path(text).suffix.lower() in {".json", ".onnx", *WEIGHTS_SUFFIXES}:
            return Path(text)
        refusal = self.tr(
            "{name} is {value}. Choose a model card (.json), a network (.onnx), or published weights ({suffixes})."
        )
        value = text or self.tr("empty")
        raise QgsProcessingException(refusal.format(name=self.INPUT, value=value, suffixes=", ".join(WEIGHTS_SUFFIXES)))

    def _texts(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (self.ID, self.tr("Network without a card: id"), ""),
            (self.TITLE, self.tr("Network without a card: title"), ""),
            (self.LEVEL, self.tr("Network without a card: levels"), ",".join(LEVELS)),
            (self.BANDS, self.tr("Network without a card: bands, in its order"), ""),
            (self.CLASSES, self.tr("Network without a card: class of each channel"), ""),
            (self.MEAN, self.tr("Network without a card: mean per band, in reflectance (empty: 0)"), ""),
            (self.STD, self.tr("Network without a card: standard deviation per band (empty: 1)"), ""),
            (self.LICENCE, self.tr("Network without a card: licence"), ""),
            (self.CITATION, self.tr("Network without a card: citation"), ""),
        )

    def _card_fields(self, network: Path, values: Values) -> dict[str, Any]:
        """Read the fields of a card for a network without one.

        Raises:
            QgsProcessingException: the parameters do not make a card.
        """
        from ..core.networks.importing import propose_fields

        text, number = values.text, values.number
        typed = TypedCard(
            id=text(self.ID),
            title=text(self.TITLE),
            levels=text(self.LEVEL),
            bands=text(self.BANDS),
            resolution=(number(self.FINEST), number(self.COARSEST)),
            normalisation=values.choice(self.NORMALISATION),
            mean=text(self.MEAN),
            std=text(self.STD),
            patch_size=values.whole(self.PATCH_SIZE),
            patch_multiple=values.whole(self.PATCH_MULTIPLE),
            patch_overlap=values.whole(self.PATCH_OVERLAP),
            activation=values.choice(self.ACTIVATION),
            classes=text(self.CLASSES),
            licence=text(self.LICENCE),
            citation=text(self.CITATION),
        )
        problems = typed.problems(propose_fields(network))
        if problems:
            message = self.tr("{network} has no card, and the parameters do not make one: {problems}. Correct them.")
            raise QgsProcessingException(
                message.format(network=network, problems="; ".join(self._named(one) for one in problems))
            )
        return typed.fields()

    def _named(self, problem: Problem) -> str:
        """Describe a problem by the names of the parameters instead of the card's fields."""
        names = (_PARAMETERS.get(field, field.upper()) for field in problem.fields)
        return f"{', '.join(names)} {problem.reason}"
