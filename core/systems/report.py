"""Write a comparison of models as one self-contained HTML file: pictures, costs, shares, agreement and accuracy."""

from __future__ import annotations

import base64
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePath

from ..cards.choice import short_name
from ..classes import CLASSES, CLEAR, SHADOW, SURFACES, MaskClass, classes_of
from ..html_page import (
    BAD,
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
from ..masks.differences import options_text
from ..masks.mask_file import WrittenMask
from ..masks.qml import MASK_OPACITY, NUMBERS_OPACITY, Colour
from ..previews.picture import Picture
from ..previews.scene import scene_picture
from ..raster.align import reading
from .accuracy import Accuracy
from .agreement import legend
from .comparison import SystemsComparison
from .runs import SystemRun

_EDGE, _SHOWN_EDGE = 640, 320
"""Longer side of the pictures, in the file and on the page; in pixels."""
_STYLE = (
    f"{PLAIN_STYLE}body{{max-width:none}}.scene{{display:inline-block;vertical-align:top;margin:0 10px 12px 0}}"
    ".scene img{display:block}"
    ".swatch{display:inline-block;width:14px;height:14px;border:1px solid #888888;margin:0 5px 0 12px;"
    "vertical-align:-2px}td{white-space:nowrap}.text{text-align:left;white-space:normal}"
)


def comparison_page(comparison: SystemsComparison, progress: Callable[[float], None]) -> Iterator[str]:
    """Write the page piece by piece.

    Args:
        comparison: The result.
        progress: Called with the fraction done, 0 to 1, after each picture; may raise to cancel.
    """
    return page(translated("Comparison of models"), _STYLE, _body(comparison, progress))


def _body(comparison: SystemsComparison, progress: Callable[[float], None]) -> Iterator[str]:
    for warning in comparison.told:
        yield f'<p class="warning">{as_html(warning)}</p>\n'
    yield from _facts(comparison)
    yield from _pictures(comparison, progress)
    yield section(translated("Models"))
    yield from table(_costs(comparison))
    if any(one.key in comparison.class_keys for one in SURFACES):
        yield f"<p>{as_html(translated('Snow or ice and water are parts of clear.'))}</p>\n"
    yield section(translated("Options"))
    yield from table(_options(comparison))
    if len(comparison.masked) > 1:
        yield section(translated("Agreement"))
        yield f"<p>{as_html(_on_agreement())}</p>\n"
        yield from table(_matrix(comparison))
    if comparison.accuracies:
        yield section(translated("Accuracy by the reference"))
        yield from table(_accuracies(comparison))
    yield f"<p><small>{as_html(_notes())}</small></p>\n"


def _facts(comparison: SystemsComparison) -> Iterator[str]:
    result, agreement = comparison.results[0], comparison.agreement
    facts = {
        translated("Product"): result.acquisition.name,
        translated("Pixel size"): translated("{metres} m", metres=result.pixel_text),
        translated("Pixels compared"): count_text(agreement.pixels),
    }
    if comparison.agreement_percent is not None:
        facts[translated("All models agree")] = percent_text(agreement.unanimous)
    if comparison.reference:
        facts[translated("Reference")] = PurePath(comparison.reference).name
    return details(facts)


def _pictures(comparison: SystemsComparison, progress: Callable[[float], None]) -> Iterator[str]:
    """Write the scene, each mask over it, and the map of the disagreement."""
    masked, files = comparison.masked, comparison.files
    scene = scene_picture(comparison.results[0], comparison.settings.paths[0], _EDGE)
    shown = [one for one in classes_of(comparison.class_keys) if one.value != CLEAR]
    covers = {one.value: one.colour for one in shown}
    yield f"<p>{_swatches((one.colour, one.name()) for one in shown)}</p>\n"
    yield _figure(scene, translated("Natural colours"))
    for number, (run, result) in enumerate(zip(masked, comparison.results), start=1):
        yield _figure(_overlaid(scene.copy(), result.mask_path, covers, MASK_OPACITY), _name(run))
        progress(number / (len(masked) + 1))
    if len(masked) > 1:
        votes = legend(len(masked))[1:]
        colours = {value: colour for value, colour, _ in votes}
        drawn = _overlaid(scene.faded(), files.disagreement, colours, NUMBERS_OPACITY)
        yield _figure(drawn, translated("Disagreement"))
        yield f"<p>{_swatches((colour, name) for _, colour, name in votes)}</p>\n"


def _overlaid(picture: Picture, path: Path, colours: Mapping[int, Colour], opacity: float) -> Picture:
    with reading(str(path)):
        picture.lay(path, colours, opacity)
    return picture


def _figure(picture: Picture, caption: str) -> str:
    data = base64.b64encode(picture.jpeg()).decode("ascii")
    height, width = (round(edge * _SHOWN_EDGE / max(picture.grid.shape)) for edge in picture.grid.shape)
    size = f'width="{width}" height="{height}"'
    image = f'<img alt="{as_html(caption)}" {size} src="data:image/jpeg;base64,{data}">'
    return f'<div class="scene">{image}<b>{as_html(caption)}</b></div>\n'


def _swatches(entries: Iterable[tuple[Colour, str]]) -> str:
    return " ".join(
        f'<span class="swatch" style="background:rgb{colour}"></span>{as_html(name)}' for colour, name in entries
    )


def _costs(comparison: SystemsComparison) -> Iterator[list[str]]:
    classes = classes_of(comparison.class_keys)
    heads = (
        translated("Model"),
        translated("Bands"),
        translated("Runs at"),
        translated("Device"),
        translated("Time"),
        translated("Memory"),
    )
    yield [head(title) for title in (*heads, *(one.name() for one in classes))]
    for run in comparison.runs:
        if run.result is None:
            reason = str(run.error) if run.error else ""
            yield [head(run.title), cell(reason, f'class="text" colspan="{len(heads) + len(classes) - 1}"')]
            continue
        yield [head(_title(run)), *map(cell, _cost(run, comparison)), *_shares(comparison, run, classes)]


def _cost(run: SystemRun, comparison: SystemsComparison) -> Iterator[str]:
    if run.card:
        yield str(len(run.card.bands))
        metres = run.card.network_resolution(comparison.settings.processing_res)
        yield translated("{metres} m", metres=f"{metres:g}")
    yield run.result.provider.replace("ExecutionProvider", "") if run.result else ""
    yield translated("{seconds:.1f} s", seconds=run.seconds or 0)
    yield translated("{gigabytes:.2f} GB", gigabytes=run.peak_bytes / 1e9) if run.peak_bytes else "\u2013"


def _shares(comparison: SystemsComparison, run: SystemRun, classes: Sequence[MaskClass]) -> Iterator[str]:
    index = comparison.masked.index(run)
    for one in classes:
        known = run.result is not None and one.key in run.result.classes
        yield cell(percent_text(comparison.agreement.share(index, one.value) if known else None))


def _options(comparison: SystemsComparison) -> Iterator[list[str]]:
    """Tell the options of each model, so that its mask can be made again; the area is that of all."""
    for run, result in zip(comparison.masked, comparison.results):
        written = WrittenMask.read(result.mask_path)
        told = options_text(written.tags, ("area",)) if written else ""
        yield [head(_title(run)), cell(told, 'class="text"')]


def _matrix(comparison: SystemsComparison) -> Iterator[list[str]]:
    masked = comparison.masked
    yield [head(""), *(head(_name(run)) for run in masked)]
    for row, run in enumerate(masked):
        yield [head(_title(run)), *(_agreement(comparison, row, column) for column in range(len(masked)))]


def _agreement(comparison: SystemsComparison, row: int, column: int) -> str:
    """Return a cell of the matrix, coloured by the root of the disagreement, so that a few percent are visible."""
    share = comparison.agreement.of(row, column)
    if row == column or share is None:
        return cell("")
    return cell(percent_text(share), heat(math.sqrt(1 - share), BAD))


def _accuracies(comparison: SystemsComparison) -> Iterator[list[str]]:
    users, producers, f1 = translated("User's accuracy"), translated("Producer's accuracy"), translated("F1")
    cloud, shadow = translated("Cloud or not"), CLASSES[SHADOW].name()
    columns = translated("Overall accuracy"), translated("Cohen's kappa"), translated("95 % interval of kappa")
    yield [head(""), head(cloud, 'colspan="6"'), head(shadow, 'colspan="3"')]
    yield [head(title) for title in (translated("Model"), *columns, *(users, producers, f1) * 2)]
    for run in comparison.masked:
        if run.model in comparison.accuracies:
            yield [head(_title(run)), *_accuracy(comparison.accuracies[run.model])]


def _accuracy(accuracy: Accuracy) -> Iterator[str]:
    found, interval = accuracy.cloud_or_not, accuracy.kappa_interval
    yield measure_cell(found.overall_accuracy)
    yield measure_cell(found.kappa)
    yield cell(" \u2013 ".join(map(number_text, interval)) if interval else "\u2013")
    for kind in (accuracy.cloud, accuracy.shadow):
        for value in (kind.users_accuracy, kind.producers_accuracy, kind.f1) if kind else (None, None, None):
            yield measure_cell(value)


def _name(run: SystemRun) -> str:
    """Return the short name of a model, for pictures and columns."""
    return short_name(run.model)


def _title(run: SystemRun) -> str:
    """Return both names of a model, so that its columns and pictures are found."""
    return Html(f"{as_html(run.title)}<br><small>{as_html(_name(run))}</small>")


def _on_agreement() -> str:
    return translated(
        "Percent of the pixels on which two models agree: cloud (thick or thin), cloud shadow, or visible ground. If "
        "one of the two does not detect shadow, only cloud or not is compared."
    )


def _notes() -> str:
    return translated(
        "Shares, agreement and disagreement count only pixels with data in all masks. Each model ran in a process of "
        "its own, one after the other: time is from its start to its end, memory the most that it held at a time. The "
        "disagreement is the number of models against the majority; a model that does not detect shadow agrees with "
        "ground and with shadow. A dash means that a model does not distinguish the class, or that there is no pixel "
        "to divide by. Agreement is not accuracy: models may be wrong together."
    )
