"""Fixtures of the toolbox tests: the registered provider, and helpers to run algorithms and check their errors."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProject,
)

from ...core.cards.choice import name_by_titles
from ...processing_provider.provider import CloudS2MaskProvider
from ..core.conftest import cumulus_product, publish, real_product, tiny_model  # noqa: F401 - fixtures
from ..ui.conftest import collected_here, wait  # noqa: F401 - fixtures

FLAT = {"B02": 0.08, "B03": 0.09, "B04": 0.1, "B08": 0.3, "B11": 0.2, "B12": 0.15}


@pytest.fixture(autouse=True)
def no_window(qgis_processing, monkeypatch) -> None:
    """Load layers as without a main window, because QGIS 3.44 refuses the tests' stand-in for its layer tree."""
    monkeypatch.setattr("processing.gui.Postprocessing.iface", None, raising=False)


@pytest.fixture(autouse=True)
def provider(qgis_processing) -> Iterator[CloudS2MaskProvider]:
    """Register the plugin's provider beside QGIS's own, with an empty project; messages name models as in QGIS."""
    name_by_titles()
    made = CloudS2MaskProvider()
    QgsApplication.processingRegistry().addProvider(made)
    QgsProject.instance().clear()
    yield made
    QgsProject.instance().clear()
    QgsApplication.processingRegistry().removeProvider(made)
    name_by_titles(False)


class Feedback(QgsProcessingFeedback):
    """A feedback that keeps the messages of an algorithm."""

    def __init__(self) -> None:
        super().__init__(False)
        self.errors: list[str] = []
        self.warnings: list[str] = []
        self.steps: list[str] = []

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N803 - QGIS's name
        """Keep an error."""
        self.errors.append(error)

    def pushWarning(self, warning: str) -> None:
        """Keep a warning."""
        self.warnings.append(warning)

    def setProgressText(self, text: str) -> None:
        """Keep the name of a step."""
        self.steps.append(text)


@pytest.fixture
def feedback() -> Feedback:
    """A new feedback."""
    return Feedback()


@pytest.fixture
def run(feedback) -> Callable[..., dict[str, Any]]:
    """Run an algorithm as the toolbox does, without loading its output."""
    import processing

    def with_parameters(name: str, **parameters: Any) -> dict[str, Any]:
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        results = processing.run(f"clouds2mask:{name}", parameters, context=context, feedback=feedback)
        assert isinstance(results, dict)
        return results

    return with_parameters


def destination(model: QgsProcessingModelAlgorithm, name: str) -> str:
    """Return the name of a model's output parameter: that of the output, before QGIS 3.40 with the step before it."""
    model.updateDestinationParameters()
    names = [parameter.name() for parameter in model.destinationParameterDefinitions()]
    return next(candidate for candidate in names if candidate.rpartition(":")[2] == name)


def add_step(
    model: QgsProcessingModelAlgorithm, name: str, algorithm: str, **sources: QgsProcessingModelChildParameterSource
) -> QgsProcessingModelChildAlgorithm:
    """Add an algorithm to a model, with the sources of its parameters."""
    child = QgsProcessingModelChildAlgorithm(algorithm)
    child.setChildId(name)
    for parameter, source in sources.items():
        child.addParameterSources(parameter, [source])
    model.addChildAlgorithm(child)
    return child


def keep_output(model: QgsProcessingModelAlgorithm, step: str, output: str, title: str) -> None:
    """Make an output of a step an output of the model."""
    child = model.childAlgorithm(step)
    kept = QgsProcessingModelOutput(title, title)
    kept.setChildId(step)
    kept.setChildOutputName(output)
    child.setModelOutputs({title: kept})
    model.setChildAlgorithm(child)


def run_step(name: str, **parameters: Any) -> tuple[dict[str, Any], str]:
    """Run an algorithm as a step of a model, unchecked by QGIS; return its results, or the log if it failed."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"clouds2mask:{name}")
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    feedback = QgsProcessingFeedback()
    results, done = algorithm.run(parameters, context, feedback)
    return (results, "") if done else ({}, str(feedback.textLog()) or "failed without a message")


def unnamed(text: str, *values: object) -> list[object]:
    """Return the values that a message does not name; QGIS keeps only the text of an error."""
    return [value for value in values if not re.search(rf"(?<![\w.]){re.escape(str(value))}(?!\w|\.\d)", text)]


@contextmanager
def stopped(*values: object) -> Iterator[pytest.ExceptionInfo[QgsProcessingException]]:
    """Expect that an algorithm stops with a message that names these values: the file, the parameter, the number."""
    with pytest.raises(QgsProcessingException) as caught:
        yield caught
    assert unnamed(str(caught.value), *values) == [], str(caught.value)


def swath_edge(edge: int, value: float) -> np.ndarray:
    """Return a square of reflectance whose left third has no data."""
    array = np.full((edge, edge), value)
    array[:, : edge // 3] = np.nan
    return array


def at_swath_edge(metres: int = 1200) -> dict[str, np.ndarray]:
    """Return the bands of a uniform product, a third of it without data."""
    sizes = {"B11": 20, "B12": 20}
    return {band: swath_edge(metres // sizes.get(band, 10), value) for band, value in FLAT.items()}


def shares(mask: Path | str) -> dict[str, float]:
    """Count the percent of each class among a mask's pixels with data."""
    with rasterio.open(mask) as dataset:
        values = dataset.read(1)
        assert dataset.nodata == 255
    with_data = values[values != 255]
    keys = ("clear", "thick_cloud", "thin_cloud", "shadow")
    return {key: 100 * float(np.mean(with_data == value)) for value, key in enumerate(keys)}
