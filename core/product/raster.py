"""Mask a raster in place of a product: its bands are assigned by the user, on the raster's own grid."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from ..decoding.band_image import QUANTIFICATION, BandImage
from ..errors import ProductError, RasterError, SettingError, UnreadableBandError
from ..language import marked, message, translated
from ..raster.grid import Grid, check_metric, known_crs
from .acquisition import Acquisition
from .metadata import FIRST_BASELINE_WITH_OFFSETS, FIRST_USER_BASELINE

if TYPE_CHECKING:
    from rasterio import DatasetReader

STACK_BANDS = {
    "B02": marked("blue"),
    "B03": marked("green"),
    "B04": marked("red"),
    "B08": marked("near infrared"),
    "B8A": marked("narrow near infrared"),
    "B11": marked("SWIR 1"),
    "B12": marked("SWIR 2"),
}
"""Bands that can be assigned, and their common names."""
_SHORT_WAVE = ("B11", "B12")
_COMMON_NAMES = {"blue": "B02", "green": "B03", "red": "B04", "nir": "B08", "nir08": "B8A"} | {
    "swir16": "B11",
    "swir22": "B12",
    "swir1": "B11",
    "swir2": "B12",
}
"""Band names in STAC assets and other programs."""
_DEFAULT_SCALE = 1 / QUANTIFICATION
"""Scale of integers that declare none; floating point values are assumed to be reflectance."""
_LATER_OFFSET = -0.1
"""Offset of the values of products of baseline 04.00 and later, except 99.99."""
_MAX_OFFSET = 3.0


@dataclass(frozen=True)
class RasterStack:
    """A raster that is not opened yet, with its bands and values as set by the user.

    Raises:
        SettingError: a band cannot be assigned, or a value is out of range.
    """

    path: str
    """GDAL path: a file, a URL below /vsicurl/, a subdataset."""
    name: str
    """Name in messages."""
    level: str
    """`L1C` or `L2A`."""
    bands: Mapping[str, int]
    """Numbers, from 1, of the bands in `STACK_BANDS`; bands left out are found by their names, if they have any."""
    scale: float | None = None
    """Reflectance is value x scale + offset; None: as the raster declares, or else 0.0001 and 0."""
    offset: float | None = None
    nodata: float | None = None
    """None: as the raster declares, or else 0 for integers."""
    sensing_time: datetime | None = None
    crs: str = ""
    """WKT of the CRS that the user assigned; used if the raster has none."""

    def __post_init__(self) -> None:
        """Check the values that need no access to the raster."""
        if self.level not in {"L1C", "L2A"}:
            raise SettingError("level is {level!r}, but must be L1C or L2A.", level=self.level)
        unknown = set(self.bands) - set(STACK_BANDS)
        if unknown:
            raise SettingError(
                "{bands} cannot be assigned, only {assignable}.", bands=sorted(unknown), assignable=list(STACK_BANDS)
            )
        if self.scale is not None and not (math.isfinite(self.scale) and self.scale > 0):
            raise SettingError(
                "scale is {scale!r}, but must be above 0. Reflectance is value x scale + offset.", scale=self.scale
            )
        if self.offset is not None and not abs(self.offset) <= _MAX_OFFSET:
            raise SettingError(
                "offset is {offset!r}, but must be from -3 to 3 in units of reflectance. To subtract 1000 from values "
                "of scale 0.0001, enter -0.1.",
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
    assumed: str = ""
    """Processing baseline from which the offset follows, if nothing else states it."""
    broad: bool = False
    """True if its near infrared is named B08."""
    any_sensor: bool = False
    """See `for_any_sensor`."""

    @property
    def bands(self) -> Collection[str]:
        """Names of the bands."""
        return self.images.keys()

    @property
    def expected_bands(self) -> Collection[str]:
        """The raster's own bands: without short-wave infrared, a model with four bands is chosen."""
        return self.images.keys()

    @property
    def is_remote(self) -> bool:
        """False: GDAL reads a raster from wherever it lies."""
        return False

    @property
    def reading(self) -> Mapping[str, object]:
        """Number of each band, scale, offset (None for values as they are) and nodata."""
        return {
            band: [image.index, *((None, None) if image.as_is else _scaling(image)), image.nodata]
            for band, image in self.images.items()
        }

    def for_any_sensor(self) -> Raster:
        """Return the raster as networks for any sensor read it.

        Values are used as they are, near infrared in place of a missing B8A, and 0 is nodata unless the raster or the
        user names another value.
        """
        images = {
            band: replace(image, as_is=True, nodata=0 if image.nodata is None else image.nodata)
            for band, image in self.images.items()
        }
        broad = self.broad and "B8A" not in images
        if "B08" in images:
            images.setdefault("B8A", images["B08"])
        return replace(self, images=images, broad=broad, any_sensor=True)

    def image(self, band: str) -> BandImage:
        """Return the file of a band.

        Raises:
            ProductError: the band is not assigned.
            RasterError: its scale and offset cannot give reflectance, which the networks need.
        """
        if band not in self.images:
            raise ProductError(
                "No band of {name} is assigned to {band} ({label}). Assign one, or choose a model that does not need "
                "it, such as omnicloudmask.",
                name=self.acquisition.name,
                band=band,
                label=translated(STACK_BANDS.get(band, marked("not available for rasters"))),
            )
        image = self.images[band]
        scale, offset = _scaling(image)
        if not (image.as_is or (math.isfinite(scale) and scale > 0 and abs(offset) <= _MAX_OFFSET)):
            raise RasterError(
                "Band {number} of {name} has scale {scale:g} and offset {offset:g}, which cannot give reflectance. "
                "Enter both: usually 0.0001 and 0, or 0.0001 and -0.1 from baseline 04.00 on.",
                number=image.index,
                name=self.acquisition.name,
                scale=scale,
                offset=offset,
            )
        return image

    def images_at(self, bands: Sequence[str], _resolution: float, /) -> dict[str, BandImage]:
        """Return the files of bands; a raster has only one pixel size; see `Source.images_at`."""
        return {band: self.image(band) for band in bands}

    def warnings(self) -> tuple[str, ...]:
        """Return a warning if the offset is assumed.

        For networks for any sensor, return a warning if B08 is used in place of B8A.
        """
        if self.any_sensor:
            return (self._broad_warning(),) if self.broad else ()
        if not self.assumed:
            return ()
        text = message(
            "{name} is of processing baseline {baseline} and declares no offset, so -0.1 was used. Enter the offset 0 "
            "if it was applied already.",
            name=self.acquisition.name,
            baseline=self.assumed,
        )
        return (text,)

    def _broad_warning(self) -> str:
        return message(
            "{name}: B08 is used as near infrared, in place of B8A. For Sentinel-2, assign B8A: with B08, about 2 % of "
            "the pixels get another class.",
            name=self.acquisition.name,
        )


def open_raster(stack: RasterStack) -> Raster:
    """Open a raster without reading a pixel.

    Raises:
        RasterError: GDAL cannot open it, or its bands, values, CRS or pixels are not supported.
    """
    from ..decoding.band_file import opened

    try:
        dataset = opened(BandImage(stack.path, pixel_size=0))
    except UnreadableBandError as error:
        raise RasterError(
            "{name} cannot be read ({reason}). Choose a raster file that QGIS can open.",
            name=stack.name,
            reason=error.__cause__ or error,
        ) from error
    with dataset:
        crs = dataset.crs or known_crs(stack.crs)
        check_metric(dataset, stack.name, crs)
        wkt, transform = crs.to_wkt() if crs else "", dataset.transform
        grid = Grid(wkt, transform.c, transform.f, transform.a, dataset.height, dataset.width)
        numbers = _assigned(dataset, stack)
        baseline = _undeclared(dataset, stack, numbers.values())
        if baseline:
            stack = replace(stack, offset=_LATER_OFFSET)
        images = {band: replace(_image(dataset, stack, number), place=grid) for band, number in numbers.items()}
        acquisition = Acquisition(stack.name, stack.level, sensing_time=stack.sensing_time)
        broad = "B08" in numbers and _band_code(dataset.descriptions[numbers["B08"] - 1]) == "B08"
        return Raster(acquisition, transform.a, images, assumed=baseline, broad=broad)


def _undeclared(dataset: DatasetReader, stack: RasterStack, numbers: Collection[int]) -> str:
    """Return the baseline of integers whose offset nobody states; GDAL's subdatasets of products have its tag."""
    undeclared = all((dataset.scales[n - 1], dataset.offsets[n - 1]) == (1, 0) for n in numbers)
    whole = all("int" in dataset.dtypes[n - 1] for n in numbers)
    baseline: str = dataset.tags().get("PROCESSING_BASELINE", "")
    with suppress(ValueError):
        if FIRST_BASELINE_WITH_OFFSETS <= float(baseline) < FIRST_USER_BASELINE:
            return baseline if undeclared and whole and stack.offset is None else ""
    return ""


def _assigned(dataset: DatasetReader, stack: RasterStack) -> dict[str, int]:
    """Return the number of each band, as assigned or by its name, with both short-wave infrared bands or neither."""
    named = bands_by_name(dataset.descriptions)
    if "B08" in stack.bands:
        named.pop("B8A", None)  # the near infrared is the user's choice
    assigned = stack.bands.values()
    found = {band: number for band, number in named.items() if number not in assigned} | dict(stack.bands)
    if not all(band in found for band in _SHORT_WAVE) and not any(band in stack.bands for band in _SHORT_WAVE):
        found = {band: number for band, number in found.items() if band not in _SHORT_WAVE}
    needed = ["B03", "B04", *(["B08"] if "B8A" not in found else [])]
    needed += _SHORT_WAVE if any(band in found for band in _SHORT_WAVE) else ()
    missing = [band for band in needed if band not in found]
    if missing:
        raise RasterError(
            "No band of {name} is assigned to {bands}; the raster has {count}. Assign green, red and near infrared, "
            "blue unless the model is made for any sensor, and both SWIR bands or neither.",
            name=stack.name,
            bands=_labels(missing),
            count=dataset.count,
        )
    for band, number in found.items():
        if not 1 <= number <= dataset.count:
            raise RasterError(
                "{name} has no band {number}, which is assigned to {bands}. Choose a band from 1 to {count}.",
                name=stack.name,
                number=number,
                bands=_labels([band]),
                count=dataset.count,
            )
        same = [other for other in found if found[other] == number]
        if len(same) > 1:
            raise RasterError(
                "Band {number} of {name} is assigned to {bands}. Assign a different band to each.",
                number=number,
                name=stack.name,
                bands=_labels(same),
            )
    return found


def _labels(bands: Sequence[str]) -> str:
    return translated(" and ").join(f"{translated(STACK_BANDS[band])} ({band})" for band in bands)


def bands_by_name(names: Sequence[str | None]) -> dict[str, int]:
    """Recognize bands by their names, such as `B02`, `B4, central wavelength 665 nm`, `swir16`; return their numbers.

    A band that several names match is left out.
    """
    found: dict[str, list[int]] = {}
    for number, name in enumerate(names, start=1):
        band = _COMMON_NAMES.get((name or "").strip().lower()) or _band_code(name)
        if band in STACK_BANDS:
            found.setdefault(band, []).append(number)
    return {band: numbers[0] for band, numbers in found.items() if len(numbers) == 1}


def _band_code(name: str | None) -> str | None:
    """Return the band of Sentinel-2 that a name contains, such as `B08`."""
    code = re.search(r"(?<![a-z0-9])b0?(\d{1,2}a?)(?![a-z0-9])", (name or "").lower())
    return f"B{code[1].upper().zfill(2)}" if code else None


def _scaling(image: BandImage) -> tuple[float, float]:
    """Return scale and offset to reflectance."""
    return image.gain / QUANTIFICATION, image.offset / QUANTIFICATION


def _image(dataset: DatasetReader, stack: RasterStack, number: int) -> BandImage:
    """Return a band with scale, offset and nodata as set by the user, as declared, or as usual for its type."""
    import numpy as np

    type_name: str = dataset.dtypes[number - 1]
    if type_name.startswith("complex"):
        raise RasterError(
            "Band {number} of {name} contains complex numbers, not reflectance. Choose another band.",
            number=number,
            name=stack.name,
        )
    dtype = np.dtype(type_name)
    scale, offset = dataset.scales[number - 1], dataset.offsets[number - 1]
    if (scale, offset) == (1, 0):  # also of rasters that declare nothing
        scale = 1.0 if dtype.kind == "f" else _DEFAULT_SCALE
    scale = scale if stack.scale is None else stack.scale
    offset = offset if stack.offset is None else stack.offset
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
