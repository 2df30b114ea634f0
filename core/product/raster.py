"""A raster that stands in for a product: bands that a person assigned, on the raster's own grid."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import ProductError, RasterError, SettingError, UnreadableBandError
from ..language import marked, message, translated
from .acquisition import Acquisition
from .product import open_product
from .source import BandImage, Source

if TYPE_CHECKING:
    from rasterio import DatasetReader

QUANTIFICATION = 10_000
"""Counts per unit of reflectance, as those of products."""
STACK_BANDS = {
    "B02": marked("blue"),
    "B03": marked("green"),
    "B04": marked("red"),
    "B08": marked("near infrared"),
    "B11": marked("SWIR 1"),
    "B12": marked("SWIR 2"),
}
"""Bands that can be assigned, and what people call them."""
_SHORT_WAVE = ("B11", "B12")
_COMMON_NAMES = {"blue": "B02", "green": "B03", "red": "B04", "nir": "B08", "swir16": "B11", "swir22": "B12"} | {
    "swir1": "B11",
    "swir2": "B12",
}
"""Names of STAC assets and of other programs."""
_DEFAULT_SCALE = 1 / QUANTIFICATION
"""Of whole numbers that declare none; floating point numbers are taken for reflectance."""
_MAX_OFFSET = 3.0
_PLAUSIBLE = (0.0005, 2.0)
"""Median reflectance that land, water and clouds have; outside, scale or offset cannot be right."""
_SAMPLES, _SAMPLE_EDGE = 5, 32
"""Windows along each side of the raster, and their pixels, from which the median is taken."""
_WARP = marked("Warp it to UTM with square pixels first (Raster > Projections > Warp (Reproject)).")


@dataclass(frozen=True)
class RasterStack:
    """A raster, and what a person says of it; nothing has been opened.

    Raises:
        SettingError: the bands do not go together, or a number cannot be honoured.
    """

    path: str
    """What GDAL opens: a file, a URL below /vsicurl/, a subdataset."""
    name: str
    """What messages call it."""
    level: str
    """`L1C` or `L2A`."""
    bands: Mapping[str, int]
    """Numbers, from 1, of the bands in `STACK_BANDS`; those left out are found by their names, if they have any."""
    scale: float | None = None
    """Reflectance is value x scale + offset; None: as the raster declares, or else 0.0001 and 0."""
    offset: float | None = None
    nodata: float | None = None
    """None: as the raster declares, or else 0 of whole numbers."""
    sensing_time: datetime | None = None

    def __post_init__(self) -> None:
        """Check what needs no look at the raster."""
        if self.level not in {"L1C", "L2A"}:
            raise SettingError("level is {level!r}, but must be L1C or L2A.", level=self.level)
        unknown = set(self.bands) - set(STACK_BANDS)
        if unknown:
            names, every = ", ".join(sorted(unknown)), ", ".join(STACK_BANDS)
            raise SettingError("{names} cannot be assigned, only {every}.", names=names, every=every)
        if self.scale is not None and not (math.isfinite(self.scale) and self.scale > 0):
            text = translated("scale is {scale!r}, but must be above 0.", scale=self.scale)
            text += " " + translated("Reflectance is value x scale + offset.")
            raise SettingError(text)
        if self.offset is not None and not abs(self.offset) <= _MAX_OFFSET:
            raise SettingError(
                "offset is {offset!r}, but must be from -3 to 3, in units of reflectance: where 1000 is to be "
                "taken off values of scale 0.0001, it is -0.1.",
                offset=self.offset,
            )

    def __str__(self) -> str:
        return self.path


@dataclass(frozen=True)
class Raster:
    """A raster that can be masked; a `Source`."""

    acquisition: Acquisition
    pixel_size: float
    """In metres."""
    images: dict[str, BandImage]
    quantification: float = QUANTIFICATION

    @property
    def bands(self) -> Collection[str]:
        """Names of the bands that it has."""
        return self.images.keys()

    @property
    def expected_bands(self) -> Collection[str]:
        """Those that it has: without short-wave infrared, a model of four bands is chosen."""
        return self.images.keys()

    @property
    def reading(self) -> Mapping[str, object]:
        """Number of each band, scale, offset and nodata."""
        return {
            band: [image.index, image.gain / QUANTIFICATION, image.offset / QUANTIFICATION, image.nodata]
            for band, image in self.images.items()
        }

    def image(self, band: str) -> BandImage:
        """The pixels of a band.

        Raises:
            ProductError: none was assigned.
        """
        if band not in self.images:
            raise ProductError(
                "No band of {name} is assigned to {band} ({get}). Assign one, or choose a model that does not need it.",
                name=self.acquisition.name,
                band=band,
                get=translated(STACK_BANDS.get(band, marked("not in use here"))),
            )
        return self.images[band]

    def images_at(self, bands: Sequence[str], _resolution: float, /) -> dict[str, BandImage]:
        """The pixels of bands, which a raster has once; see `Source.images_at`."""
        return {band: self.image(band) for band in bands}

    def warnings(self) -> tuple[str, ...]:
        """Whether the values can be reflectance, by a few windows of the blue band."""
        median = self._median_reflectance()
        if median is None or _PLAUSIBLE[0] <= median <= _PLAUSIBLE[1]:
            return ()
        text = message(
            "{name} has an implausible median reflectance of {median:.4g} in blue. Check scale and offset: 0.0001 and "
            "0 for most Sentinel-2 files, 0.0001 and -0.1 from processing baseline 04.00 on, 1 and 0 for reflectance.",
            name=self.acquisition.name,
            median=median,
        )
        return (text,)

    def _median_reflectance(self) -> float | None:
        import numpy as np
        from rasterio.windows import Window

        from .band_file import opened, read

        image = self.images["B02"]
        found = []
        with opened(image.path) as dataset:
            for line in _spread(dataset.height):
                for column in _spread(dataset.width):
                    values = read(dataset, image, Window(column, line, _SAMPLE_EDGE, _SAMPLE_EDGE))
                    found.append(values[~image.empty(values)].astype(np.float64))
        valid = np.concatenate(found)
        return float(np.median(valid) * image.gain + image.offset) / QUANTIFICATION if valid.size else None


def open_raster(stack: RasterStack) -> Raster:
    """Look at a raster, without reading a pixel.

    Raises:
        UnreadableBandError: GDAL cannot open it.
        RasterError: its bands, values, CRS or pixels cannot be masked as they are.
    """
    from .band_file import opened

    try:
        dataset = opened(stack.path)
    except UnreadableBandError as error:
        raise RasterError("{name} cannot be read: {cause}", name=stack.name, cause=error.__cause__ or error) from error
    with dataset:
        _check_grid(dataset, stack.name)
        numbers = _assigned(dataset, stack)
        images = {band: _image(dataset, stack, number) for band, number in numbers.items()}
        acquisition = Acquisition(stack.name, stack.level, sensing_time=stack.sensing_time)
        return Raster(acquisition, dataset.transform.a, images)


def open_source(given: Path | RasterStack) -> Source:
    """Open a product or a raster; see `open_product` and `open_raster` for what may be wrong with it."""
    return open_raster(given) if isinstance(given, RasterStack) else open_product(given)


def _check_grid(dataset: DatasetReader, name: str) -> None:
    """Refuse what is not north up, with square pixels in metres."""
    transform, crs, warp = dataset.transform, dataset.crs, translated(_WARP)
    if not crs:
        raise RasterError("{name} has no coordinate reference system. Assign the one that it has first.", name=name)
    if not crs.is_projected or not math.isclose(crs.linear_units_factor[1], 1, rel_tol=1e-6):
        units = translated("degrees") if crs.is_geographic else translated("other units")
        raise RasterError(
            "The pixels of {name} are in {units}, but the models need metres. {warp}", name=name, units=units, warp=warp
        )
    if transform.b or transform.d or transform.a <= 0 or transform.e >= 0:
        raise RasterError("{name} is rotated or upside down. {warp}", name=name, warp=warp)
    if not math.isclose(transform.a, -transform.e, rel_tol=1e-4):
        size = f"{transform.a:g} x {-transform.e:g}"
        raise RasterError(
            "The pixels of {name} are not square ({size} metres). {warp}", name=name, size=size, warp=warp
        )


def _assigned(dataset: DatasetReader, stack: RasterStack) -> dict[str, int]:
    """The number of each band, as assigned or by its name; short-wave infrared in both its bands, or not at all."""
    found = {**bands_by_name(dataset.descriptions), **stack.bands}
    if not all(band in found for band in _SHORT_WAVE) and not any(band in stack.bands for band in _SHORT_WAVE):
        found = {band: number for band, number in found.items() if band not in _SHORT_WAVE}
    short_wave = any(band in found for band in _SHORT_WAVE)
    missing = [band for band in STACK_BANDS if band not in found and (short_wave or band not in _SHORT_WAVE)]
    if missing:
        raise RasterError(
            "No band of {name} is assigned to {listed}; it has {count}. Blue, green, red and near infrared "
            "are needed, and short-wave infrared in both its bands or not at all.",
            name=stack.name,
            listed=_listed(missing),
            count=dataset.count,
        )
    for band, number in found.items():
        if not 1 <= number <= dataset.count:
            raise RasterError(
                "{name} has no band {number}, which is assigned to {listed}; it has {count}.",
                name=stack.name,
                number=number,
                listed=_listed([band]),
                count=dataset.count,
            )
        same = [other for other in found if found[other] == number]
        if len(same) > 1:
            raise RasterError(
                "Band {number} of {name} is assigned to {listed}. Assign another to all but one.",
                number=number,
                name=stack.name,
                listed=_listed(same),
            )
    return found


def _listed(bands: Sequence[str]) -> str:
    return translated(" and ").join(f"{translated(STACK_BANDS[band])} ({band})" for band in bands)


def bands_by_name(names: Sequence[str | None]) -> dict[str, int]:
    """Numbers of the bands whose names say which they are: `B02`, `B4, central wavelength 665 nm`, `swir16`.

    A band that several names stand for is left out.
    """
    found: dict[str, list[int]] = {}
    for number, name in enumerate(names, start=1):
        text = (name or "").strip().lower()
        code = re.search(r"(?<![a-z0-9])b0?(\d{1,2}a?)(?![a-z0-9])", text)
        band = _COMMON_NAMES.get(text) or (f"B{code[1].upper().zfill(2)}" if code else None)
        if band in STACK_BANDS:
            found.setdefault(band, []).append(number)
    return {band: numbers[0] for band, numbers in found.items() if len(numbers) == 1}


def _image(dataset: DatasetReader, stack: RasterStack, number: int) -> BandImage:
    """How a band is read: as said, as the raster declares, or as its type is usually meant."""
    import numpy as np

    type_name: str = dataset.dtypes[number - 1]
    if type_name.startswith("complex"):
        raise RasterError(
            "Band {number} of {name} holds complex numbers, not reflectance.", number=number, name=stack.name
        )
    dtype = np.dtype(type_name)
    scale, offset = dataset.scales[number - 1], dataset.offsets[number - 1]
    if (scale, offset) == (1, 0):  # so do rasters that declare nothing
        scale = 1.0 if dtype.kind == "f" else _DEFAULT_SCALE
    scale = scale if stack.scale is None else stack.scale
    offset = offset if stack.offset is None else stack.offset
    if not (math.isfinite(scale) and scale > 0 and abs(offset) <= _MAX_OFFSET):
        raise RasterError(
            "Band {number} of {name} declares scale {scale:g} and offset {offset:g}, which cannot be those of "
            "reflectance. Give both.",
            number=number,
            name=stack.name,
            scale=scale,
            offset=offset,
        )
    nodata: float | None = dataset.nodatavals[number - 1] if stack.nodata is None else stack.nodata
    if dtype.kind != "f":
        limits = np.iinfo(dtype)
        nodata = int(nodata) if nodata is not None and limits.min <= nodata <= limits.max else 0
    return BandImage(
        stack.path,
        pixel_size=dataset.transform.a,
        offset=round(offset * QUANTIFICATION, 6),
        gain=round(scale * QUANTIFICATION, 9),
        index=number,
        nodata=nodata,
    )


def _spread(length: int) -> list[int]:
    """Starts of a few windows along a side."""
    starts = [int((number + 0.5) * length / _SAMPLES) - _SAMPLE_EDGE // 2 for number in range(_SAMPLES)]
    return sorted({max(0, min(start, length - _SAMPLE_EDGE)) for start in starts})
