"""Show names, paths and reasons as they are where Qt and QGIS take texts with tags for HTML."""

from __future__ import annotations

import re

from ...core.html_page import as_html


def literal(text: str) -> str:
    """Return a text for a tool tip, a message box or a log, which show HTML if a text looks like it.

    Message bars always show HTML, and need `as_html`; labels have the property textFormat.
    """
    if "<" not in text and "&lt;" not in text:
        return text
    return f"<qt>{as_html(text)}</qt>".replace("\n", "<br>")


def unbroken(text: str) -> str:
    """Return a text that no line break parts before a percent sign or around a colon, as in `80.5 %`."""
    return re.sub(r" (?=[%:])|(?<=:) ", "\u00a0", text)
