"""Warn of values with which networks are known to give wrong labels, from a few windows of a raster."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rasterio.windows import Window

from ..decoding.band_file import opened, read
from ..decoding.band_image import QUANTIFICATION, BandImage
from ..language import message
from ..product.raster import Raster
from ..product.source import Source

_PLAUSIBLE = (0.008, 2.0)
"""Median reflectance of land, water and clouds in blue; outside this range, scale or offset must be wrong."""
_WINDOWS, _EDGE = 5, 32
"""Windows along each side of the raster, and their edge in pixels."""
_CUT_SHARE = 0.01
"""Share of pixels with the highest value of a band from which values were cut: scenes of 12 bits have 0.0002 at most,
those of 8 bits with clouds 0.014 to 0.10."""
_LEAST_CUT = 50
"""Fewer pixels with the highest value are chance."""
_BRIGHT = 1.5
"""Ratio of the highest value to the median from which there may be clouds."""
_MOSTLY_CUT = 0.2
"""Share of pixels with the highest value from which there are, however bright the others: they fill the scene."""
_CUT_BELOW = 0.8
"""Values that are cut above this leave no holes in clouds: providers cut reflectance at 1."""
_VEGETATION, _LEAST_VEGETATION = 0.6, 50
"""NDVI of dense vegetation, and the number of its pixels from which it tells the level."""
_SURFACE_BELOW, _TOP_ABOVE = 0.055, 0.068
"""Blue reflectance of the darkest tenth of dense vegetation: at the surface at most 0.054, and at the top of the
atmosphere, which scatters blue light, at least 0.072 (measured on ten images of both levels); less on mountains."""


@dataclass(frozen=True)
class Sample:
    """Reflectance of the same pixels in each band, those with data in all of them."""

    bands: Mapping[str, NDArray[np.float64]]

    @classmethod
    def of(cls, images: Mapping[str, BandImage]) -> Sample:
        """Read windows that are spread over a raster.

        Raises:
            UnreadableBandError: see `read`.
        """
        counts, known = {}, []
        with opened(next(iter(images.values()))) as dataset:
            windows = [
                Window(column, line, _EDGE, _EDGE)
                for line in _spread(dataset.height)
                for column in _spread(dataset.width)
            ]
        for band, image in images.items():
            with opened(image) as dataset:
                raw = [read(dataset, image, window) for window in windows]
            values = np.concatenate([part.ravel() for part in raw])
            known.append(~image.empty(values))
            counts[band] = values.astype(np.float64) * image.gain + image.offset
        inside = np.logical_and.reduce(known)
        return cls({band: values[inside] / QUANTIFICATION for band, values in counts.items()})

    def warnings(self, name: str, level: str) -> Iterator[str]:
        """Warn of an implausible scale, of values that were cut, and of another processing level."""
        blue = self.bands.get("B02")
        if blue is None or not blue.size:
            return
        median = float(np.median(blue))
        if not _PLAUSIBLE[0] <= median <= _PLAUSIBLE[1]:
            yield message(
                "{name} has an implausible median reflectance of {median:.4g} in blue. Check scale and offset: 0.0001 "
                "and 0 for most Sentinel-2 files, 0.0001 and -0.1 from processing baseline 04.00 on, 1 and 0 for "
                "reflectance.",
                name=name,
                median=median,
            )
            return
        yield from self._cut(name)
        yield from self._other_level(name, level)

    def _cut(self, name: str) -> Iterator[str]:
        """Warn of bands in which many pixels have the same highest value: what was brighter was cut, as in 8 bits."""
        shares = {band: float((values == values.max()).mean()) for band, values in self.bands.items()}
        cut = [band for band, values in self.bands.items() if _is_cut(values, shares[band])]
        if cut:
            yield message(
                "{name}: {share:.0f} % of the pixels of {band} have its highest value, {highest:.2f}. Brighter values "
                "were cut, as in files of 8 bits, so clouds may have holes. Use the original reflectance if possible.",
                name=name,
                share=100 * shares[cut[0]],
                band=cut[0],
                highest=float(self.bands[cut[0]].max()),
            )

    def _other_level(self, name: str, level: str) -> Iterator[str]:
        """Warn if the blue of vegetation is that of the other processing level."""
        if not {"B04", "B08"} <= set(self.bands):
            return
        red, infrared = self.bands["B04"], self.bands["B08"]
        dense = (infrared - red) > _VEGETATION * (infrared + red)
        if np.count_nonzero(dense) < _LEAST_VEGETATION:
            return
        dark = float(np.percentile(self.bands["B02"][dense], 10))
        likely = "L2A" if dark < _SURFACE_BELOW else "L1C" if dark > _TOP_ABOVE else level
        if likely != level:
            yield message(
                "{name} is masked as level {level}, but its vegetation reflects {dark:.3f} in blue, as at level "
                "{likely}. Choose the level {likely} if that is right: networks of the other level are less accurate.",
                name=name,
                level=level,
                dark=dark,
                likely=likely,
            )


def value_warnings(source: Source) -> list[str]:
    """Warn of the values of a raster; products state how theirs are read, and networks for any sensor take any.

    Raises:
        UnreadableBandError: the raster cannot be read.
    """
    if not isinstance(source, Raster) or source.any_sensor or "B02" not in source.images:
        return []
    return list(Sample.of(source.images).warnings(source.acquisition.name, source.acquisition.level))


def _is_cut(values: NDArray[np.float64], share: float) -> bool:
    """Tell if bright values of a band were cut, from the share of its pixels that have its highest value."""
    highest, count = values.max(), share * len(values)
    clouds = highest > _BRIGHT * np.median(values) or _MOSTLY_CUT < share < 1
    return bool(share > _CUT_SHARE and count >= _LEAST_CUT and highest < _CUT_BELOW and clouds)


def _spread(length: int) -> list[int]:
    """Return the starts of the windows along a side."""
    starts = [int((number + 0.5) * length / _WINDOWS) - _EDGE // 2 for number in range(_WINDOWS)]
    return sorted({max(0, min(start, length - _EDGE)) for start in starts})
