"""Write the comparison of a mask with a reference as an HTML page, for Processing's results viewer and browsers."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from ..classes import CLASSES, SHADOW
from ..html_page import Html, as_html, cell, head, page, section, table
from ..language import translated
from .blocks import BLOCK, DRAWS

if TYPE_CHECKING:
    from .compare import Comparison
    from .confusion import Confusion

_GOOD, _BAD = (0, 158, 115), (213, 94, 0)
# Plain colours and no variables: the results viewer supports little CSS.
_STYLE = (
    "body{background:#ffffff;color:#222222;font-family:sans-serif;margin:1.5em;max-width:60em}"
    "table{border-collapse:collapse;margin:0 0 1.2em 0}th,td{padding:5px 12px;border:1px solid #cccccc}"
    ".detail{text-align:left}"
    "th{background:#f2f2f2;font-weight:600;text-align:left}td{text-align:right}small{color:#444444}"
    ".warning{background:#fff3cd;border:1px solid #e0c060;padding:8px 12px}"
)


def comparison_report(comparison: Comparison, mask: str, reference: str) -> str:
    """Return the page of a comparison.

    Args:
        comparison: The result.
        mask: Path of the mask.
        reference: Path of the reference.
    """
    body = _body(comparison, mask, reference)
    return "".join(page(translated("Comparison of a cloud mask"), _STYLE, body))


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
        pixels=_count(pixels),
        percent=_percent(pixels / comparison.mask_pixels),
    )
    return _details(
        {
            translated("Mask"): _file(mask),
            translated("Reference"): _file(reference),
            translated("Pixels compared"): share,
        }
    )


def _summary(comparison: Comparison) -> Iterator[str]:
    found = comparison.confusion
    rows = {
        translated("Overall accuracy"): _number(found.overall_accuracy),
        translated("Balanced accuracy"): _number(found.balanced_accuracy),
        translated("Cohen's kappa"): _number(found.kappa),
        translated("95 % interval of kappa"): _interval(comparison),
        translated("Mean intersection over union"): _number(found.mean_iou),
        translated("Cloud and shadow of the reference that the mask calls clear"): _percent(found.missed),
        translated("Clear pixels of the reference that the mask calls cloud or shadow"): _percent(found.invented),
    }
    if CLASSES[SHADOW] in found.classes:
        rows[translated("Clear pixels of the reference that the mask calls cloud")] = _percent(found.false_cloud)
        rows[translated("Clear pixels of the reference that the mask calls shadow")] = _percent(found.false_shadow)
    return _details(rows)


def _interval(comparison: Comparison) -> str:
    """Return the interval of kappa and the number of blocks that it comes from."""
    found, blocks = comparison.kappa_interval, len(comparison.blocks)
    if found is None:
        return translated("too few blocks of pixels: {blocks}", blocks=blocks)
    low, high = map(_number, found)
    return translated("{low} to {high} ({blocks} blocks of pixels)", low=low, high=high, blocks=_count(blocks))


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
        draws=_count(DRAWS),
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
        yield [head(names[row]), *cells, cell(_count(one.reference_pixels)), _measure(one.producers_accuracy)]
    totals = [cell(_count(one.mask_pixels)) for one in confusion.per_class]
    yield [head(total), *totals, cell(_count(confusion.pixels)), cell("")]
    users = [_measure(one.users_accuracy) for one in confusion.per_class]
    yield [head(translated("User's accuracy")), *users, cell(""), _measure(confusion.overall_accuracy)]


def _agreement(pixels: int, of_row: int, agrees: bool) -> str:
    """Return a cell of the matrix: its pixels, and their share of the row."""
    if not of_row:
        return cell(_count(pixels))
    share = pixels / of_row
    text = Html(f"{_count(pixels)}<br><small>{_percent(share)}</small>")
    # The square root of disagreement, so that a few percent are visible.
    return cell(text, _heat(share, _GOOD) if agrees else _heat(math.sqrt(share), _BAD))


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
        measures = [_measure(value) for value in (one.users_accuracy, one.producers_accuracy, one.f1, one.iou)]
        counts = [cell(_count(n)) for n in (one.mask_pixels, one.reference_pixels, one.agreeing_pixels)]
        yield [head(one.mask_class.name()), *measures, *counts]


def _details(details: dict[str, str]) -> Iterator[str]:
    return table([head(name), cell(value, 'class="detail"')] for name, value in details.items())


def _file(path: str) -> str:
    return Html(f'<span title="{as_html(path)}">{as_html(PurePath(path).name)}</span>')


def _measure(value: float | None) -> str:
    return cell(_number(value), "" if value is None else _heat(value, _GOOD))


def _heat(heat: float, colour: tuple[int, int, int]) -> str:
    """Return the background of a cell: 0 is white, 1 the colour at two thirds, so that dark text stays legible."""
    red, green, blue = (round(255 - (255 - part) * heat * 2 / 3) for part in colour)
    return f'bgcolor="#{red:02x}{green:02x}{blue:02x}"'


def _number(value: float | None) -> str:
    return "\u2013" if value is None else f"{value:.3f}"


def _percent(share: float | None) -> str:
    return "\u2013" if share is None else f"{100 * share:.1f}\u00a0%"


def _count(pixels: int) -> str:
    return f"{pixels:,}".replace(",", "\u202f")
