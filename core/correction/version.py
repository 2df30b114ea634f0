"""Read a mask to correct it, and save what a person has corrected as a new version beside it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray

from ..classes import NODATA, MaskClass, classes_of
from ..errors import RasterError
from ..files import is_there, text_writer, write_all
from ..language import translated
from ..masks import tags
from ..masks.mask_file import WrittenMask, write_mask
from ..masks.names import MaskNames, version_names
from ..masks.pixels import MaskPixels
from ..masks.qml import mask_qml, valid_mask_qml
from ..masks.result import MaskResult, class_shares
from ..masks.usable import ClearRule, ValidMask

_HAND = "hand"


@dataclass(frozen=True)
class MaskToCorrect:
    """A mask of the plugin that a person corrects; its file is never changed."""

    written: WrittenMask
    former: MaskResult
    """The mask as it is before the correction."""
    pixels: NDArray[np.uint8]
    """(lines, columns) uint8 classes, 255 nodata, as in the file."""
    compression: str
    """GDAL's name of the compression."""

    @classmethod
    def read(cls, path: Path, progress: Callable[[], None] = lambda: None) -> MaskToCorrect:
        """Read a mask.

        Args:
            path: The file.
            progress: Called at intervals; may raise to cancel.

        Raises:
            RasterError: it is not a cloud mask of this plugin, was reprojected to other units, or cannot be read.
        """
        mask = MaskPixels.read(str(path), progress)
        written = WrittenMask.read(path)
        if tags.MODEL in mask.tags and (written is None or mask.unit_metres != 1):
            raise RasterError(
                "{path} was reprojected: its pixels are not square, with edges in metres. Correct the mask from which "
                "it was made.",
                path=path,
            )
        former = _result_of(written) if written and written.is_cloud_mask else None
        if written is None or former is None:
            raise RasterError(
                "{path} has no tags of CloudS2Mask, which a new version needs. Choose a mask made with CloudS2Mask.",
                path=path,
            )
        with rasterio.open(path) as dataset:
            compression = dataset.profile.get("compress") or "none"
        return cls(written, former, mask.pixels, compression)

    @property
    def classes(self) -> tuple[MaskClass, ...]:
        """Classes that its model distinguishes."""
        return classes_of(self.written.classes)

    def save(self, pixels: NDArray[np.uint8]) -> MaskResult:
        """Save corrected classes as a new version beside the mask, with shares, style and valid mask of its own.

        The valid mask is made by the rule of the valid mask beside the corrected one, if there is one.

        Args:
            pixels: (lines, columns) uint8 classes.

        Returns:
            The new version; its warnings name what could not be renewed.

        Raises:
            OutputError: a file cannot be written.
        """
        path = next(filter(_is_free, version_names(self.written.path)))
        own_tags = self._tags(pixels)
        files: dict[Path, Callable[[Path], object]] = {
            path: lambda part: write_mask(part, pixels, self.written.grid, own_tags, self.compression)
        }
        files |= self._style(path, mask_qml(self.classes))
        former, names = MaskNames.beside(self.written.path).valid_mask, MaskNames.beside(path)
        warnings = []
        if is_there(former):
            rule = _rule_of(former)
            if rule is None:
                warnings.append(
                    translated("{path} does not name its rule, so no valid mask was made.", path=former.name)
                )
            else:
                files[names.valid_mask] = ValidMask.of(pixels, rule, self.written.grid, own_tags).write
                files |= self._style(names.valid_mask, valid_mask_qml())
        write_all(files)
        done = WrittenMask(path, self.written.grid, 1, own_tags).result()
        return replace(done, reused=False, warnings=tuple(warnings))

    def _style(self, path: Path, qml: str) -> dict[Path, Callable[[Path], object]]:
        """Return the style of a file if the mask has one too."""
        wanted = is_there(self.written.path.with_suffix(".qml"))
        return {path.with_suffix(".qml"): text_writer(qml)} if wanted else {}

    def _tags(self, pixels: NDArray[np.uint8]) -> dict[str, str]:
        former = self.written.tags
        data_percent = tags.valid_percent_of(former)
        if data_percent is None:
            data_percent = 100 * int(np.count_nonzero(pixels != NODATA)) / pixels.size
        return {
            **former,
            **tags.share_tags(class_shares(pixels, self.written.classes), data_percent),
            tags.CLASS_LABELS: json.dumps({str(c.value): c.label for c in self.classes}),
            tags.EDITED_BY: _HAND,
            tags.EDITED_TIME: datetime.now(timezone.utc).isoformat(timespec="seconds"),
            tags.EDITED_PIXELS: str(np.count_nonzero(pixels != self.pixels)),
            tags.EDITED_FROM: self.written.path.name,
        }


def _is_free(path: Path) -> bool:
    """Return True if neither a mask nor files of a removed one are there, which would be taken for the version's."""
    names = MaskNames.beside(path)
    return not any(map(is_there, (path, names.confidence, names.valid_mask)))


def _result_of(written: WrittenMask) -> MaskResult | None:
    """Return the result that a mask tells; None if its tags are damaged."""
    try:
        return written.result()
    except (KeyError, ValueError):
        return None


def _rule_of(valid_mask: Path) -> ClearRule | None:
    """Return the rule by which a valid mask was made; None if its tags do not name it."""
    found = WrittenMask.read(valid_mask)
    try:
        return ClearRule.of(found.tags) if found else None
    except (KeyError, ValueError):
        return None
