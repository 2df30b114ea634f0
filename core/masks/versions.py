"""Find the versions of a mask that a person has corrected."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from ..files import is_there
from . import tags
from .differences import differing_settings
from .mask_file import WrittenMask
from .names import version_names

_GAP = 3
"""Names tried beyond the last version: a user may have removed some, and folders of a million masks are not listed."""


def newest_version(mask: WrittenMask) -> WrittenMask:
    """Return the newest file of a mask and of the versions that a person has made of it.

    A version with other settings, whose mask was replaced since, does not count, nor does a file that is no mask.

    Raises:
        OutputError: the folder cannot be read.
    """
    newest, since = mask, mask.path.stat().st_mtime
    for path in _versions(mask.path):
        version, changed = WrittenMask.read(path), path.stat().st_mtime
        if version is not None and changed >= since and _is_of(version, mask):
            newest, since = version, changed
    return newest


def _versions(mask: Path) -> Iterator[Path]:
    """Yield the versions of a mask that exist, in their order."""
    missing = 0
    for path in version_names(mask):
        missing = 0 if is_there(path) else missing + 1
        if missing == _GAP:
            return
        if not missing:
            yield path


def _is_of(version: WrittenMask, mask: WrittenMask) -> bool:
    """Return True if a file is a version of a mask, with readable shares."""
    with suppress(KeyError, ValueError):  # changed by another program
        return (
            tags.edited_time_of(version.tags) is not None
            and version.is_cloud_mask
            and version.grid == mask.grid
            and not differing_settings(version.tags, mask.tags)
            and tags.shares_of(version.tags) is not None
        )
    return False
