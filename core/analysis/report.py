"""Write the comparison of a mask with a reference as an HTML page, for Processing's results viewer and browsers."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from ..classes import CLASSES, SHADOW
from ..html_page import (
    BAD,
    GOOD,
    PLAIN_STYLE,
    Html,
    as_html,
    cell,
    count_text,
    details,
    head,
    heat,
    measure_cell,
    number_text,
    page,
    percent_text,
    section,
    table,
)
from ..language import translated
from .blocks import BLOCK, DRAWS

if TYPE_CHECKING:
    from .compare import Comparison
    from .confusion import Confusion


def comparison_report(comparison: Comparison, mask: str, reference: str) -> str:
    """Return the page of a comparison.

    Args:
        comparison: The result.
        mask: Path of the mask.
        reference: Path of the reference.
    """
    body = _body(comparison, mask, reference)
    return "".join(page(translated("Comparison of a cloud mask"), PLAIN_STYLE, body))


def _body(comparison: Comparison, mask: str, reference: str) -> Iterator[str]:
    confusion = comparison.confusion
    for warning in comparison.warnings:
        yield f'<p class="warning">{as_html(warning)}</p>\n'
    yield from _compared(comparison, mask, reference)
    yield from _summary(comparison)
    yield section(translated("Confusion matrix"))
    legend = translated("Pixels, and their share of the row. Green: both agree. Red: they do not.")
    yield f"<p>{legend}</p>\n"
    yield from table(_matrix(confusion))
    yield section(translated("Classes"))
    yield from table(_classes(confusion))
    yield f"<p><small>{_notes()} {_notes_on_interval()}</small></p>\n"


def _compared(comparison: Comparison, mask: str, reference: str) -> Iterator[str]:
    pixels = comparison.confusion.pixels
    share = translated(
        "{pixels} ({percent} of the mask's pixels with data)",
        pixels=count_text(pixels),
        percent=percent_text(pixels / comparison.mask_pixels),
    )
    return details(
        {
            translated("Mask"): _file(mask),
            translated("Reference"): _file(reference),
            translated("Pixels compared"): share,
        }
    )


def _summary(comparison: Comparison) -> Iterator[str]:
    found = comparison.confusion
    rows = {
        translated("Overall accuracy"): number_text(found.overall_accuracy),
        translated("Balanced accuracy"): number_text(found.balanced_accuracy),
        translated("Cohen's kappa"): number_text(found.kappa),
        translated("95 % interval of kappa"): _interval(comparison),
        translated("Mean intersection over union"): number_text(found.mean_iou),
        translated("Cloud and shadow of the reference that the mask calls clear"): percent_text(found.missed),
        translated("Clear pixels of the reference that the mask calls cloud or shadow"): percent_text(found.invented),
    }
    if CLASSES[SHADOW] in found.classes:
        rows[translated("Clear pixels of the reference that the mask calls cloud")] = percent_text(found.false_cloud)
        rows[translated("Clear pixels of the reference that the mask calls shadow")] = percent_text(found.false_shadow)
    return details(rows)


def _interval(comparison: Comparison) -> str:
    """Return the interval of kappa and the number of blocks that it comes from."""
    found, blocks = comparison.kappa_interval, len(comparison.blocks)
    if found is None:
        return translated("too few blocks of pixels: {blocks}", blocks=blocks)
    low, high = map(number_text, found)
    return translated("{low} to {high} ({blocks} blocks of pixels)", low=low, high=high, blocks=count_text(blocks))


def _notes() -> str:
    return translated(
        "User's accuracy (precision): share of the mask's pixels of a class that the reference confirms. "
        "Producer's accuracy (recall): share of the reference's pixels of a class that the mask finds. F1: "
        "harmonic mean of the two. IoU: pixels of the class in both, divided by those in one or both. Balanced "
        "accuracy: mean of the producer's accuracies of the classes in the reference. A dash means that there is no "
        "pixel to divide by. Only pixels with data in both rasters count; if the grids differ, the reference was "
        "resampled to the mask's grid by nearest neighbour."
    )


def _notes_on_interval() -> str:
    return translated(
        "Interval: percentiles of {draws} draws of blocks of {edge} x {edge} pixels, because neighbouring pixels are "
        "not independent. Polygons cover the pixels whose centres they hold.",
        draws=count_text(DRAWS),
        edge=BLOCK,
    )


def _matrix(confusion: Confusion) -> Iterator[list[str]]:
    names = [one.name() for one in confusion.classes]
    total = translated("Total")
    heads = (Html(translated("Reference ↓<br>Mask →")), *names, total, translated("Producer's accuracy"))
    yield [head(title) for title in heads]
    for row, one in enumerate(confusion.per_class):
        counts = enumerate(confusion.counts[row].tolist())
        cells = [_agreement(pixels, one.reference_pixels, row == column) for column, pixels in counts]
        yield [head(names[row]), *cells, cell(count_text(one.reference_pixels)), measure_cell(one.producers_accuracy)]
    totals = [cell(count_text(one.mask_pixels)) for one in confusion.per_class]
    yield [head(total), *totals, cell(count_text(confusion.pixels)), cell("")]
    users = [measure_cell(one.users_accuracy) for one in confusion.per_class]
    yield [head(translated("User's accuracy")), *users, cell(""), measure_cell(confusion.overall_accuracy)]


def _agreement(pixels: int, of_row: int, agrees: bool) -> str:
    """Return a cell of the matrix: its pixels, and their share of the row."""
    if not of_row:
        return cell(count_text(pixels))
    share = pixels / of_row
    text = Html(f"{count_text(pixels)}<br><small>{percent_text(share)}</small>")
    # The square root of disagreement, so that a few percent are visible.
    return cell(text, heat(share, GOOD) if agrees else heat(math.sqrt(share), BAD))


def _classes(confusion: Confusion) -> Iterator[list[str]]:
    heads = (
        translated("Class"),
        translated("User's accuracy"),
        translated("Producer's accuracy"),
        translated("F1"),
        translated("IoU"),
        translated("Pixels in the mask"),
        translated("Pixels in the reference"),
        translated("Pixels in both"),
    )
    yield [head(title) for title in heads]
    for one in confusion.per_class:
        measures = [measure_cell(value) for value in (one.users_accuracy, one.producers_accuracy, one.f1, one.iou)]
        counts = [cell(count_text(n)) for n in (one.mask_pixels, one.reference_pixels, one.agreeing_pixels)]
        yield [head(one.mask_class.name()), *measures, *counts]


def _file(path: str) -> str:
    return Html(f'<span title="{as_html(path)}">{as_html(PurePath(path).name)}</span>')
