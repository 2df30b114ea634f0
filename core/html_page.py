"""Write reports as HTML pages: frame, headings, tables, numbers, and cells coloured by their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

GOOD, BAD = (0, 158, 115), (213, 94, 0)
"""Red, green and blue, 0-255, of the cells for agreement and for disagreement."""
PLAIN_STYLE = (
    "body{background:#ffffff;color:#222222;font-family:sans-serif;margin:1.5em;max-width:60em}"
    "table{border-collapse:collapse;margin:0 0 1.2em 0}th,td{padding:5px 12px;border:1px solid #cccccc}"
    ".detail{text-align:left}"
    "th{background:#f2f2f2;font-weight:600;text-align:left}td{text-align:right}small{color:#444444}"
    ".warning{background:#fff3cd;border:1px solid #e0c060;padding:8px 12px}"
)
"""CSS of pages for the results viewer of Processing, which supports little of it: plain colours and no variables."""


class Html(str):
    """A text that is written to a page as it is; all others are escaped."""

    __slots__ = ()


def as_html(value: str) -> Html:
    """Return a name, a tag or a sentence as HTML; it may come from any file."""
    return value if isinstance(value, Html) else Html(escape(value))


def page(title: str, style: str, body: Iterable[str]) -> Iterator[str]:
    """Write a page piece by piece, so that its pictures are not in memory at once.

    Args:
        title: Also the heading.
        style: CSS.
        body: HTML below the heading.
    """
    heading = as_html(title)
    yield f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{heading}</title>'
    yield f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{style}</style></head>\n<body>\n'
    yield f"<h1>{heading}</h1>\n"
    yield from body
    yield "</body></html>\n"


def section(title: str) -> str:
    """Return the heading of a section."""
    return f"<h2>{as_html(title)}</h2>\n"


def table(rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Write a table row by row; a row consists of what `head` and `cell` return."""
    yield "<table>\n"
    for row in rows:
        yield f"<tr>{''.join(row)}</tr>\n"
    yield "</table>\n"


def details(facts: Mapping[str, str]) -> Iterator[str]:
    """Write a table of names and what is to say of each."""
    return table([head(name), cell(value, 'class="detail"')] for name, value in facts.items())


def head(content: str, attributes: str = "") -> str:
    """Return the head of a column or a row, with attributes such as `class="number"`."""
    return _element("th", content, attributes)


def cell(content: str, attributes: str = "") -> str:
    """Return a cell of a table, with attributes such as `class="number"`."""
    return _element("td", content, attributes)


def _element(name: str, content: str, attributes: str) -> str:
    return f"<{f'{name} {attributes}'.rstrip()}>{as_html(content)}</{name}>"


def heat(share: float, colour: tuple[int, int, int]) -> str:
    """Return the background of a cell: 0 is white, 1 the colour at two thirds, so that dark text stays legible."""
    red, green, blue = (round(255 - (255 - part) * share * 2 / 3) for part in colour)
    return f'bgcolor="#{red:02x}{green:02x}{blue:02x}"'


def measure_cell(value: float | None) -> str:
    """Return a cell with a measure of agreement, 0 to 1, coloured by it."""
    return cell(number_text(value), "" if value is None else heat(value, GOOD))


def number_text(value: float | None) -> str:
    """Write a measure to three digits; a dash for None."""
    return "\u2013" if value is None else f"{value:.3f}"


def percent_text(share: float | None) -> str:
    """Write a share, 0 to 1, in percent; a dash for None."""
    return "\u2013" if share is None else f"{100 * share:.1f}\u00a0%"


def count_text(count: int) -> str:
    """Write a whole number in groups of three digits."""
    return f"{count:,}".replace(",", "\u202f")
