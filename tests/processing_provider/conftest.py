"""Fixtures of the toolbox tests: the provider in the registry, products, and a way to run algorithms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProject,
)

from ...processing_provider.provider import CloudS2MaskProvider

FLAT = {"B02": 0.08, "B03": 0.09, "B04": 0.1, "B08": 0.3, "B11": 0.2, "B12": 0.15}


@pytest.fixture(autouse=True)
def no_window(qgis_processing, monkeypatch) -> None:
    """Layers are loaded as without a main window: QGIS 3.44 refuses the stand-in of the tests for its layer tree."""
    monkeypatch.setattr("processing.gui.Postprocessing.iface", None, raising=False)


@pytest.fixture(autouse=True)
def provider(qgis_processing) -> Iterator[CloudS2MaskProvider]:
    """The plugin's provider, registered beside QGIS's own; an empty project."""
    made = CloudS2MaskProvider()
    QgsApplication.processingRegistry().addProvider(made)
    QgsProject.instance().clear()
    yield made
    QgsProject.instance().clear()
    QgsApplication.processingRegistry().removeProvider(made)


class Feedback(QgsProcessingFeedback):
    """Keeps what an algorithm reports."""

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
        """Keep what is being done."""
        self.steps.append(text)


@pytest.fixture
def feedback() -> Feedback:
    """A fresh feedback."""
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
    """What a model calls the file of an output: its name, and before QGIS 3.40 the step in front of it."""
    model.updateDestinationParameters()
    names = [parameter.name() for parameter in model.destinationParameterDefinitions()]
    return next(candidate for candidate in names if candidate.rpartition(":")[2] == name)


def add_step(
    model: QgsProcessingModelAlgorithm, name: str, algorithm: str, **sources: QgsProcessingModelChildParameterSource
) -> QgsProcessingModelChildAlgorithm:
    """Add an algorithm to a model, with where its parameters come from."""
    child = QgsProcessingModelChildAlgorithm(algorithm)
    child.setChildId(name)
    for parameter, source in sources.items():
        child.addParameterSources(parameter, [source])
    model.addChildAlgorithm(child)
    return child


def keep_output(model: QgsProcessingModelAlgorithm, step: str, output: str, title: str) -> None:
    """Make an output of a step one of the model."""
    child = model.childAlgorithm(step)
    kept = QgsProcessingModelOutput(title, title)
    kept.setChildId(step)
    kept.setChildOutputName(output)
    child.setModelOutputs({title: kept})
    model.setChildAlgorithm(child)


def run_step(name: str, **parameters: Any) -> tuple[dict[str, Any], str]:
    """Results of an algorithm as a step of a model, of which QGIS checks nothing; or what it said when it failed."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"clouds2mask:{name}")
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    feedback = QgsProcessingFeedback()
    results, done = algorithm.run(parameters, context, feedback)
    return (results, "") if done else ({}, str(feedback.textLog()) or "failed without a word")


def swath_edge(edge: int, value: float) -> np.ndarray:
    """Square of reflectance whose left third holds no data."""
    array = np.full((edge, edge), value)
    array[:, : edge // 3] = np.nan
    return array


def at_swath_edge(metres: int = 1200) -> dict[str, np.ndarray]:
    """Bands of a product of uniform ground, a third of it without data."""
    sizes = {"B11": 20, "B12": 20}
    return {band: swath_edge(metres // sizes.get(band, 10), value) for band, value in FLAT.items()}


def shares(mask: Path | str) -> dict[str, float]:
    """Percent of the valid pixels in each class, counted in the file."""
    with rasterio.open(mask) as dataset:
        values = dataset.read(1)
        assert dataset.nodata == 255
    valid = values[values != 255]
    keys = ("clear", "thick_cloud", "thin_cloud", "shadow")
    return {key: 100 * float(np.mean(valid == value)) for value, key in enumerate(keys)}
