"""List the kinds of input."""

from __future__ import annotations

from . import Kind, jp2

KINDS: dict[str, Kind] = {"jp2": jp2.KIND}
