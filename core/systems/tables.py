"""Write the tables of a comparison as CSV; a cell without a value is empty."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from ..classes import MaskClass, classes_of, known_keys
from .comparison import SystemsComparison
from .runs import SystemRun

_COSTS = ("model", "title", "error", "seconds", "peak_mb", "provider", "network_bands")
_MEASURES = (
    *("overall_accuracy", "kappa", "kappa_low", "kappa_high"),
    *("cloud_users_accuracy", "cloud_producers_accuracy", "cloud_f1"),
    *("shadow_users_accuracy", "shadow_producers_accuracy", "shadow_f1"),
)


def models_csv(comparison: SystemsComparison) -> str:
    """Return a row per model: its cost, its shares of the classes in percent, and its measures by the reference.

    Shares are of the pixels with data in all masks. Overall accuracy and kappa are those of cloud or not.
    """
    classes = classes_of({*known_keys(()), *comparison.class_keys})
    names = [f"{one.key}_percent" for one in classes]
    rows = [[*_cost(run), *_shares(comparison, run, classes), *_measures(comparison, run)] for run in comparison.runs]
    return _csv([[*_COSTS, *names, *_MEASURES], *rows])


def agreement_csv(comparison: SystemsComparison) -> str:
    """Return the percent of the pixels on which two models agree, a row and a column per model with a mask."""
    names = [run.model for run in comparison.masked]
    shares = comparison.agreement.of
    rows = [[name, *(_percent(shares(row, column)) for column in range(len(names)))] for row, name in enumerate(names)]
    return _csv([["model", *names], *rows])


def _cost(run: SystemRun) -> list[Any]:
    error = " ".join(str(run.error).split()) if run.error else None
    seconds = None if run.seconds is None else round(run.seconds, 2)
    memory = None if run.peak_bytes is None else round(run.peak_bytes / 1e6)
    provider = run.result.provider if run.result else None
    return [run.model, run.title, error, seconds, memory, provider, len(run.card.bands) if run.card else None]


def _shares(comparison: SystemsComparison, run: SystemRun, classes: Sequence[MaskClass]) -> list[Any]:
    if not run.result:
        return [None] * len(classes)
    index = comparison.masked.index(run)
    share = comparison.agreement.share
    return [_percent(share(index, one.value)) if one.key in run.result.classes else None for one in classes]


def _measures(comparison: SystemsComparison, run: SystemRun) -> list[Any]:
    accuracy = comparison.accuracies.get(run.model)
    if accuracy is None:
        return [None] * len(_MEASURES)
    overall, interval = accuracy.cloud_or_not, accuracy.kappa_interval or (None, None)
    found = [overall.overall_accuracy, overall.kappa, *interval]
    for kind in (accuracy.cloud, accuracy.shadow):
        found += [kind.users_accuracy, kind.producers_accuracy, kind.f1] if kind else [None] * 3
    return [None if value is None else round(value, 4) for value in found]


def _percent(share: float | None) -> float | None:
    return None if share is None else round(100 * share, 4)


def _csv(rows: Iterable[Iterable[Any]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
