"""Draw a season as an SVG chart over time: a row per tile, and a bar per scene, divided by class."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from ..classes import CLASSES, CLEAR, COVERS, SURFACES, MaskClass, classes_of, known_keys
from ..html_page import as_html
from ..language import translated
from ..masks.shares import shares_text
from .table import SceneSummary

# All in pixels of the chart.
_LEFT, _RIGHT, _LEGEND, _TITLE, _AXIS = 64.0, 56.0, 20.0, 34.0, 26.0
_MIN_ROW = 100.0
_MIN_BAR, _MAX_BAR = 2.0, 16.0
_LABEL_WIDTH = 84.0
_FONT = 12
_SWATCH = 11.0
_CHARACTER = 0.62 * _FONT
"""Width of a character of a label; most characters are slightly narrower."""
_LEAST_STRENGTH = 0.3
_CLASS_OPACITY = 0.65
_CLEAR_COLOUR = 110, 205, 130
"""White would not show on white; this green differs from the other classes and from light and dark paper for
colour-blind readers too."""
_PALE = 0.3
"""Opacity of the bars of scenes below a threshold."""
_REACH = 4.0
"""Greatest distance, in pixels, at which the pointer is on a bar or a line."""
_STACK = (CLASSES[CLEAR], *SURFACES, *reversed(COVERS))
"""From the bottom: other clear ground, its kinds that models tell, shadow, thin cloud, thick cloud."""


@dataclass(frozen=True)
class Bar:
    """The position of a scene in the chart."""

    scene: SceneSummary
    left: float
    width: float
    bottom: float
    height: float
    """Height of 100 %, regardless of the scene's shares."""


class SeasonChart:
    """A chart of masked scenes; those without a mask are left out.

    Args:
        scenes: Rows of a season.
        width: In pixels.
        height: In pixels; the chart is higher if the tiles need it, see the attribute `height`.
    """

    def __init__(self, scenes: Iterable[SceneSummary], width: float, height: float = 0) -> None:
        self.width = max(width, 2 * (_LEFT + _RIGHT))
        self._tiles: dict[str, dict[date, list[SceneSummary]]] = defaultdict(lambda: defaultdict(list))
        for scene in scenes:
            if not scene.error and scene.sensing_time and scene.tile:
                self._tiles[scene.tile][scene.sensing_time.date()].append(scene)
        days = {day for tile in self._tiles.values() for day in tile}
        self._first, self._last = min(days, default=date.min), max(days, default=date.min)
        row = (height - _LEGEND - _AXIS) / max(1, len(self._tiles))
        self._row = max(_MIN_ROW, row)
        self.height = _LEGEND + self._row * len(self._tiles) + _AXIS
        self.bars = [bar for index, tile in enumerate(sorted(self._tiles)) for bar in self._bars_of(tile, index)]

    def at(self, x: float, y: float) -> SceneSummary | None:
        """Return the scene whose bar is nearest to a point of the chart, within 4 pixels."""
        near = [bar for bar in self.bars if bar.bottom - bar.height <= y <= bar.bottom]
        distance, scene = min(
            ((abs(x - bar.left - bar.width / 2) - bar.width / 2, bar.scene) for bar in near),
            key=lambda found: found[0],
            default=(math.inf, None),
        )
        return scene if distance <= _REACH else None

    def line_at(self, x: float, y: float, least: float) -> int | None:
        """Return the row, from 0 at the top, whose line at a clear share, in percent, is at a point of the chart."""
        lines = (abs(y - self._height_of(least, index)) for index in range(len(self._tiles)))
        distance, index = min(((distance, index) for index, distance in enumerate(lines)), default=(math.inf, 0))
        return index if distance <= _REACH and x >= _LEFT - _REACH else None

    def share_at(self, y: float, index: int) -> float:
        """Return the share at a height of the chart on the scale of a row, in percent from 0 to 100."""
        return min(100.0, max(0.0, 100 * (self._baseline(index) - y) / (self._row - _TITLE)))

    def svg(self, ink: str, selected: Collection[str] = (), least: float | None = None) -> str:
        """Return the chart as an SVG document without a background.

        Args:
            ink: SVG colour of texts and lines.
            selected: Products whose bars are highlighted.
            least: A line crosses each row at this clear share, in percent, and bars below it are pale; None: no line.
        """
        width, height = f"{self.width:.0f}", f"{self.height:.0f}"
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
            f'font-family="sans-serif" font-size="{_FONT}" fill="{ink}">'
        )
        parts = [head, *self._legend()]
        for index, tile in enumerate(sorted(self._tiles)):
            parts += self._frame(tile, index)
        for bar in self.bars:
            parts += _bar(bar, bar.scene.product in selected, ink, 1 if _reaches(bar.scene, least or 0) else _PALE)
        if least is not None:
            parts += [part for index in range(len(self._tiles)) for part in self._line(index, least, ink)]
        return "".join([*parts, *self._axis(), "</svg>\n"])

    def _bars_of(self, tile: str, index: int) -> list[Bar]:
        days = sorted(self._tiles[tile])
        gap = min(((later - day).days for day, later in zip(days, days[1:])), default=365)
        width = min(_MAX_BAR, max(_MIN_BAR, 0.75 * gap * self._pixels_per_day()))
        bottom, height = self._baseline(index), self._row - _TITLE
        bars = []
        for day in days:
            scenes = self._tiles[tile][day]
            part = width / len(scenes)
            left = self._x(day) - width / 2
            bars += [Bar(scene, left + part * n, part, bottom, height) for n, scene in enumerate(scenes)]
        return bars

    def _baseline(self, index: int) -> float:
        return _LEGEND + self._row * (index + 1)

    def _height_of(self, percent: float, index: int) -> float:
        return self._baseline(index) - (self._row - _TITLE) * percent / 100

    def _pixels_per_day(self) -> float:
        room = self.width - _LEFT - _RIGHT - 2 * _MAX_BAR
        return room / max(1, (self._last - self._first).days)

    def _x(self, day: date) -> float:
        if self._first == self._last:
            return _LEFT + (self.width - _LEFT - _RIGHT) / 2
        return _LEFT + _MAX_BAR + (day - self._first).days * self._pixels_per_day()

    def _legend(self) -> Iterable[str]:
        x = _LEFT
        keys = {key for bar in self.bars for key in known_keys(bar.scene.classes)}
        shown = [one for one in classes_of(keys) if any(bar.scene.share(one) for bar in self.bars)]
        for mask_class in sorted(shown, key=lambda one: not one.ground):
            yield _rect(x, 6, _SWATCH, _SWATCH, _fill(mask_class))
            label = _label(mask_class, split=any(one in SURFACES for one in shown))
            yield _text(x + _SWATCH + 5, 6 + _SWATCH - 1, label)
            x += _SWATCH + 5 + len(label) * _CHARACTER + 18
        beneath = _LEGEND + _TITLE - 14
        if any(_is_split(bar.scene) for bar in self.bars):
            yield _rect(_LEFT + 8, beneath - 5, _SWATCH, 1.5, "")
            yield _text(_LEFT + 8 + _SWATCH + 5, beneath, translated("line: all clear ground"), look=_opacity(0.75))
        if any(_strength(bar.scene) < 1 for bar in self.bars):
            pale = translated("pale: partly without data")
            yield _text(self.width - _RIGHT, beneath, pale, "end", _opacity(0.75))

    def _frame(self, tile: str, index: int) -> Iterable[str]:
        bottom, height = self._baseline(index), self._row - _TITLE
        yield _text(_LEFT - 7, bottom - height - 14, tile, "end", ' font-weight="bold"')
        for percent in (0, 50, 100):
            y = self._height_of(percent, index)
            yield _rect(_LEFT, y, self.width - _LEFT - _RIGHT, 1, _opacity(0.18 if percent else 0.6))
            yield _text(_LEFT - 7, y + 4, f"{percent} %", "end", _opacity(0.75))

    def _line(self, index: int, least: float, ink: str) -> Iterable[str]:
        """Return the line of a row at a clear share, with a handle at its right end and the share beside it."""
        y, right = self._height_of(least, index), self.width - _RIGHT
        yield f'<path d="M{_LEFT} {y:.2f}H{right:.2f}" stroke="{ink}" stroke-width="1.5" stroke-dasharray="6 3"/>'
        yield f'<path d="M{right:.2f} {y:.2f}l6 -5h6v10h-6z" fill="{ink}"/>'
        if least:
            yield _text(right + 15, y + 4, f"{least:.0f} %", "start", ' font-weight="bold"')

    def _axis(self) -> Iterable[str]:
        if not self._tiles:
            return
        bottom = self._baseline(len(self._tiles) - 1)
        for day in _ticks(self._first, self._last, max(1, int((self.width - _LEFT - _RIGHT) / _LABEL_WIDTH))):
            x = self._x(day)
            yield _rect(x - 0.5, bottom, 1, 6, _opacity(0.6))
            # Keep the last label inside the chart.
            half = len("2024-06-01") * _CHARACTER / 2 + 2
            yield _text(min(x, self.width - half), bottom + 18, f"{day:%Y-%m-%d}", "middle", _opacity(0.75))


def _ticks(first: date, last: date, most: int) -> list[date]:
    """Return at most `most` dates to label: days at a regular interval, or first days of months."""
    ticks = [first]
    for step in (1, 2, 5, 10):
        ticks = [first + timedelta(days) for days in range(0, (last - first).days + 1, step)]
        if len(ticks) <= most:
            return ticks
    months = range(first.year * 12 + first.month, last.year * 12 + last.month)
    for step in (1, 2, 3, 6, 12, 24, 60, 120):
        ticks = [date(month // 12, month % 12 + 1, 1) for month in months if month % step == 0]
        if len(ticks) <= most:
            break
    return ticks or [first]


def _label(mask_class: MaskClass, *, split: bool) -> str:
    """Return the name of a class in the legend; if clear ground is split into its kinds, each says that it is clear."""
    if not (split and mask_class.ground):
        return mask_class.name()
    if mask_class.value == CLEAR:
        return translated("Clear: other ground")
    return translated("Clear: {name}", name=translated(mask_class.within))


def _bar(bar: Bar, selected: bool, ink: str, opacity: float) -> Iterable[str]:
    scene, middle, bottom = bar.scene, bar.left + bar.width / 2, bar.bottom
    yield f'<g opacity="{opacity}">' if opacity < 1 else "<g>"
    yield f"<title>{as_html(describe(scene))}</title>"
    if selected:
        yield _rect(bar.left - 3, bottom - bar.height, bar.width + 6, bar.height, _opacity(0.25))
        yield _text(middle, bottom - bar.height - 3, "▼", "middle")
    if scene.clear is None:
        yield _text(middle, bottom - 3, "-", "middle")
    for mask_class in _STACK:
        height = bar.height * scene.share(mask_class) / 100
        bottom -= height
        if height:
            yield _rect(bar.left, bottom, bar.width, height, _fill(mask_class, _strength(scene)))
    if scene.clear is not None and _is_split(scene):
        yield _top_of_clear(bar, scene.clear, ink)
    yield "</g>"


def _reaches(scene: SceneSummary, least: float) -> bool:
    """Return True if a scene has a clear share, in percent; any scene has one of 0."""
    return least <= 0 or (scene.clear is not None and scene.clear >= least)


def _is_split(scene: SceneSummary) -> bool:
    """Return True if the clear ground of a bar has several colours."""
    return bool(scene.clear and any(scene.surfaces.values()))


def _top_of_clear(bar: Bar, percent: float, ink: str) -> str:
    """Return a line across a bar at its clear share, below which is clear ground of several colours."""
    y = bar.bottom - bar.height * percent / 100
    return f'<path d="M{bar.left - 2:.2f} {y:.2f}h{bar.width + 4:.2f}" stroke="{ink}" stroke-width="1.5"/>'


def describe(scene: SceneSummary) -> str:
    """Describe a scene in one line."""
    shares = shares_text(scene.clear, scene.cloud, scene.shadow, scene.classes, scene.surfaces)
    title = f"{scene.day} {scene.tile}, {scene.satellite} {scene.level}"
    text = translated("{title}: {text}", title=title, text=shares)
    if scene.clear is not None and scene.valid is not None:
        text += ", " + translated("{valid:.0f} % of the area has data", valid=scene.valid)
    if scene.edited:
        text += ", " + translated("corrected by hand on {day}", day=f"{scene.edited:%Y-%m-%d}")
    return text


def _strength(scene: SceneSummary) -> float:
    """Return the opacity of a scene: 1 if all of it holds data, else less."""
    valid = 100 if scene.valid is None else round(scene.valid)
    return _LEAST_STRENGTH + (1 - _LEAST_STRENGTH) * valid / 100


def _fill(mask_class: MaskClass, strength: float = 1) -> str:
    """Return the SVG fill of a class."""
    colour = _CLEAR_COLOUR if mask_class.value == CLEAR else mask_class.colour
    return f' fill="rgb({",".join(map(str, colour))})"{_opacity(_CLASS_OPACITY * strength)}'


def _opacity(opacity: float) -> str:
    return f' fill-opacity="{opacity:.2f}"'


def _rect(x: float, y: float, width: float, height: float, look: str) -> str:
    return f'<rect x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}"{look}/>'


def _text(x: float, y: float, words: str, anchor: str = "start", look: str = "") -> str:
    return f'<text x="{x:.2f}" y="{y:.2f}" text-anchor="{anchor}"{look}>{as_html(words)}</text>'
