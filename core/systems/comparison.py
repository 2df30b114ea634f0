"""Compare models on one product: their masks, where they disagree, and how far they agree with a reference."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple, Union

from ..analysis.class_values import MASK_VALUES
from ..analysis.compare import Classified, compare
from ..analysis.confusion import DETAILS
from ..analysis.labels import Labels
from ..errors import CancelledError, CloudS2MaskError
from ..language import translated
from ..masks.names import extent_name
from ..masks.result import MaskResult
from ..settings import MaskSettings
from .accuracy import Accuracy
from .agreement import Agreement, Voter, measure
from .launching import Host
from .runs import SystemRun, run_systems

Reference = Union[Classified, Labels]
"""A classified raster, or polygons with a class."""
_DETAIL = DETAILS["one class of cloud"].with_surfaces(())
_MASKED, _MEASURED = 0.9, 0.95
"""Progress of a comparison when all masks are complete, and when their agreement is measured."""


class ComparisonFiles(NamedTuple):
    """The files of a comparison, beside its masks."""

    report: Path
    disagreement: Path
    models: Path
    """Table of the models."""
    agreement: Path
    """Table of their agreement."""

    @classmethod
    def of(cls, settings: MaskSettings, product: str) -> ComparisonFiles:
        """Name the files by product, pixel size and area."""
        extent = extent_name(settings.processing_res, settings.area.digest if settings.area else None)
        kinds = ("comparison", ".html"), ("disagreement", ".tif"), ("models", ".csv"), ("agreement", ".csv")
        return cls(*(settings.job.folder / f"{product}_{kind}_{extent}{suffix}" for kind, suffix in kinds))


@dataclass(frozen=True)
class SystemsComparison:
    """The result of a comparison."""

    settings: MaskSettings
    runs: tuple[SystemRun, ...]
    agreement: Agreement
    """Of the models with a mask, in the order of `masked`."""
    files: ComparisonFiles
    reference: str = ""
    """Path or name of the reference; empty without one."""
    accuracies: Mapping[str, Accuracy] = field(default_factory=dict)
    """By the id of the model; empty without a reference, or if it cannot be compared."""
    warnings: tuple[str, ...] = ()

    @property
    def masked(self) -> list[SystemRun]:
        """The models with a mask."""
        return [run for run in self.runs if run.result]

    @property
    def results(self) -> list[MaskResult]:
        """The masks."""
        return [run.result for run in self.runs if run.result]

    @property
    def told(self) -> list[str]:
        """The warnings of the comparison, and those of the masks with the titles of their models."""
        of_masks = [
            translated("{title}: {text}", title=run.title, text=one)
            for run in self.runs
            if run.result
            for one in run.result.warnings
        ]
        return [*self.warnings, *of_masks]

    @property
    def class_keys(self) -> set[str]:
        """Keys of the classes that at least one of the models distinguishes."""
        return {key for result in self.results for key in result.classes}

    @property
    def agreement_percent(self) -> float | None:
        """Percent of the pixels on which all models agree; None for fewer than two masks, or without a pixel."""
        unanimous = self.agreement.unanimous
        return None if unanimous is None or len(self.results) < 2 else 100 * unanimous


def compare_systems(
    settings: MaskSettings,
    models: Sequence[str],
    host: Host,
    *,
    reference: Reference | None = None,
    progress: Callable[[float, SystemRun | None], None] = lambda _fraction, _run: None,
) -> SystemsComparison:
    """Mask a product with several models, see `run_systems`, and compare the masks.

    Args:
        settings: One product into a folder, and the options for all models.
        models: Models as in `MaskSettings.model`.
        host: Starts the processes.
        reference: Reference for the masks.
        progress: Called with the fraction done, 0 to 1, and the model that is running, if one is; may raise to cancel.

    Raises:
        CloudS2MaskError: no model gives a mask; see also `run_systems` and `measure`.
    """
    runs = tuple(run_systems(settings, models, host, lambda fraction, run: progress(_MASKED * fraction, run)))
    results = [run.result for run in runs if run.result]
    if not results:
        error = next((run.error for run in runs), None)
        raise CloudS2MaskError("No model gives a mask of {product}. {error}", product=settings.paths[0], error=error)
    files = ComparisonFiles.of(settings, results[0].acquisition.name)
    voters = [Voter(result.mask_path, result.classes) for result in results]
    agreement = measure(
        voters, files.disagreement, lambda fraction: progress(_MASKED + (_MEASURED - _MASKED) * fraction, None)
    )
    comparison = SystemsComparison(settings, runs, agreement, files)
    if reference is None:
        return comparison
    return _judged(comparison, reference, lambda fraction: progress(_MEASURED + (1 - _MEASURED) * fraction, None))


def _judged(
    comparison: SystemsComparison, reference: Reference, progress: Callable[[float], None]
) -> SystemsComparison:
    """Add the accuracy of each model; a reference that cannot be compared is a warning, because the masks are made."""
    accuracies, warnings = {}, []
    for index, result in enumerate(comparison.results):

        def report(fraction: float, index: int = index) -> None:
            progress((index + fraction) / len(comparison.results))

        mask = Classified(str(result.mask_path), MASK_VALUES)
        try:
            found = compare(mask, reference, _DETAIL, progress=report)
        except CancelledError:
            raise
        except CloudS2MaskError as error:
            warnings.append(str(error))
            break
        warnings += found.warnings
        accuracies[result.model] = Accuracy(found, Voter(result.mask_path, result.classes).tells_shadow)
    return replace(
        comparison,
        reference=reference.path,
        accuracies=accuracies,
        warnings=tuple(dict.fromkeys(warnings)),
    )
