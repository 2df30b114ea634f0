"""The lines of docs/accuracy.md."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..core.analysis.blocks import Interval
from ..core.analysis.confusion import ClassAgreement, Confusion
from ..core.cards.card import load_cards
from ..core.cards.choice import AUTO, FAST
from ..tools.labelled_sets import LabelledSet
from .judged import BINS, Judged

HERE = Path(__file__).parent
_KINDS = {"full": "clear, cloud, shadow", "cloud": "cloud or not", "clear": "all clear"}
By = Mapping[str, Mapping[str, Judged]]
"""Agreement by model and kind of image."""


def lines(
    sets: Sequence[LabelledSet], judged: By, bins: NDArray[np.float64], pictures: Sequence[tuple[str, str]]
) -> Iterator[str]:
    """Yield the page.

    Args:
        sets: The images.
        judged: Agreement by model and kind of image.
        bins: Pixels, sum of percents and right pixels by bin of confidence.
        pictures: File and caption of each failure.
    """
    yield _text("accuracy")
    for title, part in (
        ("Images", _images(sets)),
        ("Cloud and shadow", _full(judged)),
        ("Cloud or not, at 10 m", _cloud(judged)),
        ("Clear ground", _clear(judged)),
        ("Confidence", _confidence(bins)),
        ("Failures", _failures(pictures)),
    ):
        yield from ("", f"## {title}", "")
        yield from part
    yield ""
    yield _text("published")


def _text(name: str) -> str:
    return (HERE / f"{name}.md").read_text(encoding="utf-8").rstrip()


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield "|---" * len(head) + "|"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _images(sets: Sequence[LabelledSet]) -> Iterator[str]:
    yield "The images, what people said of their pixels, and where they come from; *not stated*: no licence is known."
    yield "Those *as 20 m* are means of 2 x 2 pixels. They contain modified Copernicus Sentinel data and Landsat data."
    yield ""
    head = "image", "pixels", "pixel size", "level", "bands", "labels", "source", "licence"
    rows = []
    for one in sets:
        height, width = one.labels.shape
        numbers = f"{width} x {height}", f"{one.metres} m", one.level, str(len(one.bands))
        rows.append((one.name, *numbers, _KINDS[one.kind], one.source, one.licence))
    yield from _table(head, rows)


def _full(judged: By) -> Iterator[str]:
    known = {model: found["full"] for model, found in judged.items() if "full" in found}
    yield "All pixels of the three images with cloud and shadow together; the last column is kappa minus that of"
    yield "*Automatic*, of the same draws; an interval without 0 means more than chance, on these images."
    yield ""
    head = "model", "overall accuracy %", "kappa, 95 %", "F1 cloud", "F1 shadow", "IoU cloud", "IoU shadow"
    rows = []
    for model, one in known.items():
        pooled = one.confusion()
        cloud, shadow = pooled.per_class[1], pooled.per_class[2]
        measures = map(_share, (cloud.f1, shadow.f1, cloud.iou, shadow.iou))
        difference = "" if model == AUTO else _difference(one, known.get(AUTO))
        rows.append((_title(model), _percent(pooled.overall_accuracy), _kappa(one), *measures, difference))
    yield from _table((*head, "difference of kappa"), rows)
    yield ""
    yield "The same pixels by class: user's accuracy is the share of the mask's pixels that the labels confirm,"
    yield "producer's that of the labels' pixels that the mask finds, in percent."
    yield ""
    head = "model", "clear, user's", "producer's", "cloud, user's", "producer's", "shadow, user's", "producer's"
    cells = {model: map(_accuracies, one.confusion().per_class) for model, one in known.items()}
    yield from _table(head, ((_title(model), *sum(found, ())) for model, found in cells.items()))
    yield ""
    yield "Kappa of each image alone: how much a figure depends on the scene."
    yield ""
    yield from _by_image("kappa", known, lambda confusion, _one: _share(confusion.kappa))


def _cloud(judged: By) -> Iterator[str]:
    known = {model: found["cloud"] for model, found in judged.items() if "cloud" in found}
    yield "All pixels of the images in which people drew cloud alone; shadow counts as clear. At 10 m, *Automatic*"
    yield "takes the network with four bands."
    yield ""
    head = "model", "overall accuracy %", "kappa, 95 %", "F1 cloud", "IoU cloud", "cloud, user's %", "producer's %"
    rows = []
    for model, one in known.items():
        pooled = one.confusion()
        cloud = pooled.per_class[1]
        accuracy = _percent(pooled.overall_accuracy), _kappa(one), _share(cloud.f1), _share(cloud.iou)
        rows.append((_title(model), *accuracy, *_accuracies(cloud)))
    yield from _table(head, rows)


def _clear(judged: By) -> Iterator[str]:
    known = {model: found["clear"] for model, found in judged.items() if "clear" in found}
    yield "Images without a cloud: percent of the pixels that a model calls cloud / shadow, all of them wrong."
    yield ""
    yield from _by_image("model", known, _false)


def _by_image(head: str, known: Mapping[str, Judged], show: Callable[[Confusion, Judged], str]) -> Iterator[str]:
    """Yield a table with a row per model and a column per image."""
    names = list(dict.fromkeys(name for one in known.values() for name in one.blocks))
    rows = [
        (_title(model), *(show(one.confusion([name]), one) if name in one.blocks else "-" for name in names))
        for model, one in known.items()
    ]
    yield from _table((head, *names), rows)


def _false(confusion: Confusion, one: Judged) -> str:
    shadow = _percent(confusion.false_shadow, 2) if one.has_shadow else "no class"
    return f"{_percent(confusion.false_cloud, 2)} / {shadow}"


def _confidence(bins: NDArray[np.float64]) -> Iterator[str]:
    pixels, percents, right = bins.T
    known = np.flatnonzero(pixels)
    error = float(np.abs(percents / 100 - right)[known].sum() / pixels.sum())
    yield "The confidence of *Automatic* in the class that a pixel has, on the images with cloud and shadow, beside the"
    yield f"share of the pixels whose class is right. The expected calibration error is {100 * error:.1f} points."
    yield "Below 50 % are pixels that are likeliest shadow, but not likely enough."
    yield ""
    rows = []
    for number in known:
        limits = f"{BINS[number]} to {BINS[number + 1]}"
        shares = 100 * pixels[number] / pixels.sum(), percents[number] / pixels[number]
        rows.append((limits, *(f"{value:.1f}" for value in (*shares, 100 * right[number] / pixels[number]))))
    yield from _table(("confidence %", "pixels %", "mean confidence %", "right %"), rows)


def _failures(pictures: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield "The worst place of each kind of error of *Automatic*, in all images: natural colours, labels and mask side"
    yield "by side; cloud is red, shadow is blue."
    for name, caption in pictures:
        yield from ("", f"![{caption.partition(':')[0]}](images/{name})", "", caption)


def _title(model: str) -> str:
    return {AUTO: "**Automatic**", FAST: "Automatic, fast"}.get(model) or load_cards()[model].title


def _kappa(one: Judged) -> str:
    return f"{_share(one.confusion().kappa)} {_ends(one.kappa_interval())}".rstrip()


def _difference(one: Judged, other: Judged | None) -> str:
    found = other and one.difference(other)
    return f"{found[0]:+.3f} {_ends(found[1], '+')}" if found else "-"


def _ends(ends: Interval | None, sign: str = "") -> str:
    return f"[{ends[0]:{sign}.3f} {ends[1]:{sign}.3f}]" if ends else ""


def _accuracies(found: ClassAgreement) -> tuple[str, ...]:
    return _percent(found.users_accuracy), _percent(found.producers_accuracy)


def _percent(value: float | None, decimals: int = 1) -> str:
    return "-" if value is None else f"{100 * value:.{decimals}f}"


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
