"""The comparison of a mask with a reference as a page for the results viewer of Processing."""

from __future__ import annotations

import html
import math
from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QCoreApplication

if TYPE_CHECKING:
    from ..core.analysis.compare import Comparison

_GOOD, _BAD = (0, 158, 115), (213, 94, 0)
_STYLE = (
    "body{background:#ffffff;color:#222222;font-family:sans-serif;margin:1.5em;max-width:60em}"
    "table{border-collapse:collapse;margin:0 0 1.2em 0}th,td{padding:5px 12px;border:1px solid #cccccc}"
    ".fact{text-align:left}"
    "th{background:#f2f2f2;font-weight:600;text-align:left}td{text-align:right}small{color:#444444}"
    ".warning{background:#fff3cd;border:1px solid #e0c060;padding:8px 12px}"
)


class ComparisonReport:
    """A page about one comparison."""

    def __init__(self, comparison: Comparison, mask: str, reference: str) -> None:
        """Take what was found, and the paths of what was compared."""
        self._comparison = comparison
        self._confusion = comparison.confusion
        self._mask, self._reference = mask, reference

    def tr(self, text: str) -> str:
        """Translate a text of the page."""
        return QCoreApplication.translate("ComparisonReport", text)

    def html(self) -> str:
        """The whole page."""
        title = self.tr("Comparison of a cloud mask")
        body = "\n".join(self._body())
        return (
            f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style></head>'
            f"<body>\n<h1>{title}</h1>\n{body}\n</body></html>\n"
        )

    def _body(self) -> Iterator[str]:
        for warning in self._comparison.warnings:
            yield f'<p class="warning">{html.escape(warning)}</p>'
        yield self._what_was_compared()
        yield self._summary()
        matrix = self.tr("Confusion matrix")
        yield f"<h2>{matrix}</h2>"
        legend = self.tr("Pixels, and their share of the row. Green: both agree. Red: they do not.")
        yield f"<p>{legend}</p>"
        yield _table(self._matrix())
        classes = self.tr("Classes")
        yield f"<h2>{classes}</h2>"
        yield _table(self._classes())
        yield f"<p><small>{self._notes()}</small></p>"

    def _what_was_compared(self) -> str:
        share = self.tr("{pixels} ({percent} of the mask's pixels with data)").format(
            pixels=_count(self._confusion.pixels),
            percent=_percent(self._confusion.pixels / self._comparison.mask_pixels),
        )
        return _facts(
            {
                self.tr("Mask"): _file(self._mask),
                self.tr("Reference"): _file(self._reference),
                self.tr("Pixels compared"): share,
            }
        )

    def _summary(self) -> str:
        found = self._confusion
        return _facts(
            {
                self.tr("Overall accuracy"): _number(found.overall_accuracy),
                self.tr("Balanced accuracy"): _number(found.balanced_accuracy),
                self.tr("Cohen's kappa"): _number(found.kappa),
                self.tr("Mean intersection over union"): _number(found.mean_iou),
                self.tr("Cloud and shadow of the reference that the mask calls clear"): _percent(found.missed),
                self.tr("Clear ground of the reference that the mask calls cloud or shadow"): _percent(found.invented),
            }
        )

    def _notes(self) -> str:
        return self.tr(
            "User's accuracy (precision): share of the mask's pixels of a class that the reference confirms. "
            "Producer's accuracy (recall): share of the reference's pixels of a class that the mask has found. F1: "
            "harmonic mean of the two. IoU: pixels of the class in both, divided by those in one or both. Balanced "
            "accuracy: mean of the producer's accuracies of the classes that the reference has. A dash stands where "
            "there is nothing to divide by. Only pixels with data in both count; where grids differ, the reference was "
            "placed on the mask's by its nearest pixels."
        )

    def _matrix(self) -> Iterator[str]:
        names = [one.name() for one in self._confusion.classes]
        heads = [
            self.tr("Reference ↓<br>Mask →"),
            *names,
            self.tr("Total"),
            self.tr("Producer's accuracy"),
        ]
        yield _heads(heads)
        for row, agreement in enumerate(self._confusion.per_class):
            cells = []
            for column, pixels in enumerate(self._confusion.counts[row].tolist()):
                share = pixels / agreement.reference_pixels if agreement.reference_pixels else None
                text = _count(pixels) if share is None else f"{_count(pixels)}<br><small>{_percent(share)}</small>"
                if row == column or share is None:
                    cells.append(_cell(text, share))
                else:  # by the root, so that a few percent are seen
                    cells.append(_cell(text, math.sqrt(share), _BAD))
            total = _cell(_count(agreement.reference_pixels))
            yield f"<th>{names[row]}</th>{''.join(cells)}{total}{_measure(agreement.producers_accuracy)}"
        totals = "".join(_cell(_count(agreement.mask_pixels)) for agreement in self._confusion.per_class)
        yield f"<th>{self.tr('Total')}</th>{totals}{_cell(_count(self._confusion.pixels))}{_cell('')}"
        users = "".join(_measure(agreement.users_accuracy) for agreement in self._confusion.per_class)
        last = self.tr("User's accuracy")
        yield f"<th>{last}</th>{users}{_cell('')}{_measure(self._confusion.overall_accuracy)}"

    def _classes(self) -> Iterator[str]:
        yield _heads(
            [
                self.tr("Class"),
                self.tr("User's accuracy"),
                self.tr("Producer's accuracy"),
                self.tr("F1"),
                self.tr("IoU"),
                self.tr("Pixels in the mask"),
                self.tr("Pixels in the reference"),
                self.tr("Pixels in both"),
            ]
        )
        for one in self._confusion.per_class:
            measures = "".join(map(_measure, (one.users_accuracy, one.producers_accuracy, one.f1, one.iou)))
            counts = "".join(_cell(_count(n)) for n in (one.mask_pixels, one.reference_pixels, one.agreeing_pixels))
            yield f"<th>{one.mask_class.name()}</th>{measures}{counts}"


def _facts(facts: dict[str, str]) -> str:
    return _table(f'<th>{name}</th><td class="fact">{value}</td>' for name, value in facts.items())


def _table(rows: Iterator[str]) -> str:
    return "<table>\n" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "\n</table>"


def _file(path: str) -> str:
    return f'<span title="{html.escape(path)}">{html.escape(PurePath(path).name)}</span>'


def _heads(texts: list[str]) -> str:
    return "".join(f"<th>{text}</th>" for text in texts)


def _measure(value: float | None) -> str:
    return _cell(_number(value), value, _GOOD)


def _cell(text: str, heat: float | None = None, colour: tuple[int, int, int] = _GOOD) -> str:
    """A cell; heat 0 is white, 1 the colour at two thirds, so that dark text stays legible."""
    if heat is None:
        return f"<td>{text}</td>"
    red, green, blue = (round(255 - (255 - part) * heat * 2 / 3) for part in colour)
    return f'<td bgcolor="#{red:02x}{green:02x}{blue:02x}">{text}</td>'


def _number(value: float | None) -> str:
    return "\u2013" if value is None else f"{value:.3f}"


def _percent(share: float | None) -> str:
    return "\u2013" if share is None else f"{100 * share:.1f}\u00a0%"


def _count(pixels: int) -> str:
    return f"{pixels:,}".replace(",", "\u202f")
