"""Decide if the values of an item still contain the offset of their processing baseline.

From baseline 04.00 on, ESA's DN contain 1000 more than reflectance x 10,000. Some catalogues remove this offset from
their files, and what their items say about it is wrong for a part of them (element84/earth-search, issues 66 and 71):
a wrong decision shifts reflectance by 0.1. So the pixels decide, where they can.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasterio.windows import Window

from ..decoding.band_file import opened, read
from ..decoding.band_image import BandImage
from ..language import message
from ..product.metadata import has_offsets
from .item import CLASSIFICATION, StacItem

_LEAST_EDGE, _MOST_EDGE = 200, 1400
"""Longer edge in pixels of the overview that is read, the smallest of this size: 0.2 to 0.8 MB of a tile."""
_VEGETATION = 4
"""Class of the scene classification."""
_LEAST_PIXELS = 100
_DARK = 10
"""Percentile of the blue of vegetation: 150 to 660 DN without the offset, measured on six L2A scenes."""
_REMOVED_BELOW, _CONTAINED_ABOVE = 800, 1000


@dataclass(frozen=True)
class OffsetDecision:
    """The decision for an item."""

    contained: bool
    """True if the offset has to be subtracted."""
    warnings: tuple[str, ...] = ()


def decide(item: StacItem, images: Mapping[str, BandImage]) -> OffsetDecision:
    """Decide if the offset has to be subtracted from the values of an item.

    Args:
        item: The item.
        images: Its files by band, of which `B02` and `SCL` are read.

    Raises:
        UnreadableBandError: a file cannot be read.
    """
    acquired, stated, blue = item.acquisition, _states_offset(item), images.get("B02")
    name, baseline = acquired.name, acquired.baseline
    is_due = has_offsets(float(baseline), acquired.sensing_time) if baseline else None
    flagged = item.flag_missing or item.offset_applied is not None
    if is_due is False and (flagged or not stated):  # Earth Search states one for old baselines too
        return OffsetDecision(contained=False)
    if is_due and blue is not None and blue.jpeg2000:  # ESA's own file
        return OffsetDecision(contained=True)
    found = _contains_offset(blue, images.get(CLASSIFICATION)) if blue and acquired.level == "L2A" else None
    if is_due is False:
        return OffsetDecision(found or False, () if found is not None else (_undue(name, baseline),))
    if is_due is None and stated is None and item.offset_applied is None:
        return OffsetDecision(found or False, () if found is not None else (_unknown(name),))
    claimed = (stated is not False) if item.offset_applied is None else not item.offset_applied
    if found is None:
        doubtful = claimed and (flagged or stated is None)
        return OffsetDecision(claimed, (_doubt(name, baseline or "?"),) if doubtful else ())
    return OffsetDecision(found, () if found == claimed else (_contradiction(name, baseline or "?", contained=found),))


def _states_offset(item: StacItem) -> bool | None:
    """Return True if the item states an offset other than 0, False if it states 0, None if it states none."""
    offsets = [asset.offset for files in item.bands.values() for asset in files.values() if asset.offset is not None]
    return any(offsets) if offsets else None


def _contains_offset(blue: BandImage, classification: BandImage | None) -> bool | None:
    """Tell from pixels if they contain the offset; None if they do not tell it.

    Vegetation is dark in blue, so that its values are far below 1000 without the offset, and above with it. Without a
    classification, only dark pixels tell that the offset has been removed.
    """
    values = _overview(blue)
    if values is None:
        return None
    known = ~blue.empty(values)
    if classification is not None and (classes := _overview(classification)) is not None:
        rows, columns = (
            ((np.arange(length) + 0.5) * other / length).astype(int)
            for length, other in zip(values.shape, classes.shape)
        )
        known &= classes[np.ix_(rows, columns)] == _VEGETATION
        share = _DARK
    else:
        share = 1
    if np.count_nonzero(known) < _LEAST_PIXELS:
        return None
    dark = float(np.percentile(values[known].astype(np.float32), share))
    if dark < _REMOVED_BELOW:
        return False
    return True if dark > _CONTAINED_ABOVE and share == _DARK else None


def _overview(image: BandImage) -> NDArray[np.number[Any]] | None:
    """Read a small overview, or a small file, in values of the file; None if there is none.

    Raises:
        UnreadableBandError: the file cannot be read.
    """
    with opened(image) as dataset:
        factors = [1, *dataset.overviews(image.index)]
        edges = {level: max(dataset.shape) / factor for level, factor in enumerate(factors)}
    level = max((level for level, edge in edges.items() if edge >= _LEAST_EDGE), default=0)
    if edges[level] > _MOST_EDGE:
        return None
    with opened(image, level) as dataset:
        values: NDArray[np.number[Any]] = read(dataset, image, Window(0, 0, dataset.width, dataset.height))  # type: ignore[assignment]
        return values


def _contradiction(name: str, baseline: str, *, contained: bool) -> str:
    if contained:
        return message(
            "{name}: its STAC item says that the offset of baseline {baseline} was removed from the values, but the "
            "pixels still contain it. It was subtracted. Tell the provider of the item.",
            name=name,
            baseline=baseline,
        )
    return message(
        "{name}: its STAC item says that the values contain the offset of baseline {baseline}, but it was removed "
        "from the pixels already. It was not subtracted again. Tell the provider of the item.",
        name=name,
        baseline=baseline,
    )


def _doubt(name: str, baseline: str) -> str:
    return message(
        "{name}: its STAC item does not tell reliably if the values contain the offset of baseline {baseline}, and "
        "the pixels do not tell it. It was subtracted. Compare the mask with the image.",
        name=name,
        baseline=baseline,
    )


def _undue(name: str, baseline: str) -> str:
    return message(
        "{name}: its STAC item states an offset, which products of baseline {baseline} do not have, and the pixels do "
        "not tell it. It was not subtracted. Compare the mask with the image.",
        name=name,
        baseline=baseline,
    )


def _unknown(name: str) -> str:
    return message(
        "{name}: its STAC item names neither a processing baseline nor an offset, and the pixels do not tell if their "
        "values contain one. None was subtracted. Compare the mask with the image.",
        name=name,
    )
