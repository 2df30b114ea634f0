"""Write a season report as one self-contained HTML file: chart, pictures and table."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import reduce
from pathlib import Path
from typing import Any

import numpy as np

from ..cards.choice import known_card
from ..files import write_all
from ..html_page import as_html, cell, head, page, section, table
from ..language import marked, translated
from ..masks.differences import options_text
from ..masks.mask_file import WrittenMask
from ..masks.result import MaskResult, SceneOutcome
from ..masks.shares import clear_text
from ..masks.tags import options_of
from ..raster.align import READ_ERRORS
from .chart import SeasonChart, describe
from .table import SceneSummary, in_order, surfaces_of
from .thumbnail import thumbnail

CHART_WIDTH = 1100
THUMBNAIL_EDGE = 210
"""In pixels."""
_TABLE = {
    "day": marked("Date"),
    "tile": marked("Tile"),
    "satellite": marked("Satellite"),
    "level": marked("Level"),
    "clear": marked("Clear %"),
    "cloud": marked("Cloud %"),
    "shadow": marked("Shadow %"),
    "valid": marked("Data %"),
    "product": marked("Product"),
}
_STYLE = """
:root { color-scheme: light dark; --ink: #1b2733; --pale: #5d6b78; --line: #d5dbe1; --paper: #ffffff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --pale: #a3adb7; --line: #444b52; --paper: #1f2326; } }
body { margin: 2rem auto; max-width: 70rem; padding: 0 1rem; font: 15px/1.45 system-ui, sans-serif;
  color: var(--ink); background: var(--paper); }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.1rem; margin: 2rem 0 .6rem; } p { color: var(--pale); }
svg { width: 100%; height: auto; color: var(--ink); }
.scenes { display: flex; flex-wrap: wrap; gap: 1rem; }
figure { margin: 0; width: 210px; } figure img { display: block; width: 210px; border-radius: 3px; }
figcaption { margin-top: .3rem; font-size: .87rem; } figcaption span { color: var(--pale); }
div.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .87rem; width: 100%; }
th, td { padding: .25rem .7rem .25rem 0; text-align: left; border-bottom: 1px solid var(--line); white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
"""


def write_report(path: Path, outcomes: Sequence[SceneOutcome], progress: Callable[[float], None]) -> None:
    """Write the report, or nothing if that fails; each picture is written before the next one is made.

    Args:
        path: The `.html` file.
        outcomes: Outcomes of a run.
        progress: Called with the fraction done, 0 to 1, after each picture; may raise to cancel.

    Raises:
        OutputError: the file cannot be written.
    """

    def write(part: Path) -> None:
        with part.open("w", encoding="utf-8", errors="backslashreplace") as file:
            body = _body(in_order(outcomes), progress)
            file.writelines(page(translated("Cloud masks of a season"), _STYLE, body))

    write_all({path: write})


def _body(outcomes: list[SceneOutcome], progress: Callable[[float], None]) -> Iterator[str]:
    scenes = [SceneSummary.of(outcome) for outcome in outcomes]
    masked = [scene for scene in scenes if scene.mask]
    yield f"<p>{as_html(_abstract(masked))}</p>\n"
    if masked:
        results = [outcome.result for outcome in outcomes if outcome.result]
        tags = [_tags(result) for result in results]
        yield f"<p>{as_html(_settings(results, tags))}</p>\n"
        yield from (f"<p>{as_html(text)}</p>\n" for text in _options_by_model(results, tags))
        yield SeasonChart(masked, CHART_WIDTH).svg("currentColor")
        yield from _pictures([outcome for outcome in outcomes if outcome.result], progress)
        yield section(translated("Table")) + '<div class="wide">'
        yield from table(_rows(masked))
        yield "</div>\n"
    yield from _reasons(translated("Not replaced"), [outcome for outcome in outcomes if outcome.kept])
    others = [outcome for outcome in outcomes if outcome.error and not outcome.kept]
    yield from _reasons(translated("Not masked"), others)


def _reasons(title: str, outcomes: Sequence[SceneOutcome]) -> Iterator[str]:
    if not outcomes:
        return
    yield section(title) + "<ul>"
    for scene in map(SceneSummary.of, outcomes):
        yield f"<li>{as_html(scene.product)}: {as_html(scene.error or '')}</li>\n"
    yield "</ul>\n"


def _abstract(scenes: list[SceneSummary]) -> str:
    if not scenes:
        return translated("No scene could be masked.")
    days = sorted(scene.day for scene in scenes)
    tiles = sorted({str(scene.tile) for scene in scenes})
    return translated(
        "Scenes: {count}; tiles: {tiles}; {first} to {last}. Clear, cloud and shadow are in percent of the pixels with "
        "data; data is the share of the area with data.",
        count=len(scenes),
        tiles=", ".join(tiles),
        first=days[0],
        last=days[-1],
    )


def _settings(results: Sequence[MaskResult], tags: Sequence[Mapping[str, str]]) -> str:
    """Describe models and pixel sizes, and those of area and buffer that all masks share."""
    models, sizes = {result.model for result in results}, {result.pixel_text for result in results}
    texts = [
        translated("Model: {models}", models=", ".join(sorted(models))),
        translated("resolution: {metres} m", metres=", ".join(sorted(sizes))),
    ]
    options = [_options(one) for one in tags]
    if _same("area", options):
        texts.append(translated("area: {area}", area=_area(options[0]["area"], results)))
    if _same("buffer_m", options):
        texts.append(translated("buffer of cloud and shadow: {metres:g} m", metres=options[0]["buffer_m"]))
    return reduce(lambda first, second: translated("{first}; {second}", first=first, second=second), texts) + "."


def _options_by_model(results: Sequence[MaskResult], tags: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """Tell the options of each model, so that its masks can be made again; area and buffer are told before."""
    told: dict[str, set[str]] = {}
    for result, one in zip(results, tags):
        told.setdefault(result.model, set()).add(options_text(one, ("area", "buffer_m")))
    for model, texts in sorted(told.items()):
        card = known_card(model)
        title = f"{card.named} ({model})" if card else model
        if len(texts) > 1:
            yield translated("Options of {model}: not the same in all masks.", model=title)
        elif any(texts):
            yield translated("Options of {model}: {options}.", model=title, options=texts.pop())


def _tags(result: MaskResult) -> Mapping[str, str]:
    """Read the tags of a mask; none if it cannot be read any more."""
    written = WrittenMask.read(result.mask_path)
    return written.tags if written else {}


def _options(tags: Mapping[str, str]) -> dict[str, Any]:
    """Read area (None for the entire product) and buffer of a mask from its tags; empty if they are unknown."""
    try:
        options = options_of(tags)
    except (KeyError, ValueError):
        return {}
    return {"area": options.get("area"), "buffer_m": options.get("buffer_m", 0)} if options else {}


def _same(name: str, options: Sequence[dict[str, Any]]) -> bool:
    return all(name in one and one[name] == options[0][name] for one in options)


def _area(digest: str | None, results: Sequence[MaskResult]) -> str:
    """Describe an area of interest by the size of its box and its place, or by its name in files if tiles cut it."""
    if digest is None:
        return translated("entire product")
    grids = {result.grid for result in results}
    if len(grids) > 1:
        return digest[:8]
    (grid,) = grids
    longitude, latitude = np.mean(grid.outline()[:-1], axis=0)
    height, width = (count * grid.pixel_size / 1000 for count in grid.shape)
    return translated(
        "{width:.1f} x {height:.1f} km around {latitude:.4f}, {longitude:.4f} (latitude, longitude)",
        width=width,
        height=height,
        latitude=latitude,
        longitude=longitude,
    )


def _pictures(outcomes: list[SceneOutcome], progress: Callable[[float], None]) -> Iterator[str]:
    by_tile = sorted(outcomes, key=lambda outcome: outcome.result.acquisition.tile if outcome.result else "")
    tile = None
    for number, outcome in enumerate(by_tile, start=1):
        scene = SceneSummary.of(outcome)
        if scene.tile != tile:
            yield f'{"</div>" if tile else ""}{section(scene.tile or "")}<div class="scenes">'
            tile = scene.tile
        yield f'<figure title="{as_html(describe(scene))}">{_image(outcome)}'
        clear = clear_text(scene.clear)
        caption = f"<b>{as_html(scene.day)}</b> <span>{as_html(scene.satellite or '')}</span> {as_html(clear)}"
        yield f"<figcaption>{caption}</figcaption></figure>\n"
        progress(number / len(by_tile))
    yield "</div>"


def _image(outcome: SceneOutcome) -> str:
    if outcome.result is None:
        return ""
    try:
        data = base64.b64encode(thumbnail(outcome.result, outcome.path, THUMBNAIL_EDGE)).decode("ascii")
    except READ_ERRORS:  # the mask was deleted meanwhile
        return ""
    return f'<img alt="{as_html(outcome.result.acquisition.name)}" src="data:image/jpeg;base64,{data}">'


def _rows(scenes: list[SceneSummary]) -> Iterator[list[str]]:
    titles: dict[str, str] = {}
    for name, title in _TABLE.items():
        titles[name] = translated(title)
        if name == "clear":
            titles |= {c.key: translated("{name} %", name=c.name()) for c in surfaces_of(scenes)}
    looks = {name: 'class="number"' if title.endswith("%") else "" for name, title in titles.items()}
    yield [head(title, looks[name]) for name, title in titles.items()]
    for scene in scenes:
        yield [cell(_text(scene.shown(name)), looks[name]) for name in titles]


def _text(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.1f}"
    return "-" if value is None else str(value)
