"""Write reports as HTML pages: frame, headings and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape


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


def head(content: str, attributes: str = "") -> str:
    """Return the head of a column or a row, with attributes such as `class="number"`."""
    return _element("th", content, attributes)


def cell(content: str, attributes: str = "") -> str:
    """Return a cell of a table, with attributes such as `class="number"`."""
    return _element("td", content, attributes)


def _element(name: str, content: str, attributes: str) -> str:
    return f"<{f'{name} {attributes}'.rstrip()}>{as_html(content)}</{name}>"
