"""The plugin's version, read from `metadata.txt`."""

from __future__ import annotations

from configparser import ConfigParser
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def plugin_version() -> str:
    """Return the version, for example `0.1.0`."""
    parser = ConfigParser(interpolation=None)
    parser.read(Path(__file__).parent.parent / "metadata.txt", encoding="utf-8")
    return parser.get("general", "version")
