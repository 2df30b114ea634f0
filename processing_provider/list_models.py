"""The algorithm `clouds2mask:listmodels`: list all models."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
)
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core.networks.listing import COLUMNS, list_models
from .algorithm import Algorithm, Group
from .parameter_values import Values, make_fields


class ListModels(Algorithm):
    """Lists the models; works with nothing installed."""

    NAME = "listmodels"
    DISPLAY_NAME = QT_TRANSLATE_NOOP("ListModels", "List models")
    TAGS = QT_TRANSLATE_NOOP("ListModels", "model,network,card,onnx,licence,citation,state")
    ICON = "listmodels.svg"
    GROUP = Group.MODELS
    OUTPUT = "OUTPUT"
    MODEL_COUNT = "MODEL_COUNT"
    READY_COUNT = "READY_COUNT"

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare inputs and outputs."""
        models = QgsProcessingParameterFeatureSink(
            self.OUTPUT, self.tr("Models"), QgsProcessing.SourceType.TypeVector, None, True, True
        )
        self.add_with_help(models, self.tr("A table with a row per model; without it, the log lists the models."))
        self.addOutput(QgsProcessingOutputNumber(self.MODEL_COUNT, self.tr("Models")))
        self.addOutput(QgsProcessingOutputNumber(self.READY_COUNT, self.tr("Models ready to use")))

    def execute(self, values: Values, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Write the table, if it is wanted, and log the state of each model."""
        rows = list_models()
        fields = make_fields(*(f"{name}:{kind}" for name, kind in COLUMNS.items()))
        table = values.write_table(self.OUTPUT, fields, (row.values().values() for row in rows))
        for row in rows:
            feedback.pushInfo(f"{row.id}: {row.state}" + (f" ({row.reason})" if row.reason else ""))
        ready = sum(row.state == "ready" for row in rows)
        return {self.OUTPUT: table, self.MODEL_COUNT: len(rows), self.READY_COUNT: ready}
