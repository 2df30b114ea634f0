"""Load the sets of labelled images that models are judged by; they are not part of the repository."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray

from ..core.product.bands import BANDS
from ..core.product.raster import STACK_BANDS, RasterStack
from . import labelled_scene
from .make_safe import build_product, to_dn
from .safe_metadata import PIXEL_SIZES

_UKIS = "ukis-csmask (German Aerospace Center), tests/testfiles", "Apache-2.0"
NOT_STATED = "not stated"
"""Licence of images of which none is known."""
_ORIGINS = {
    "cumulus": _UKIS,
    "landsat": _UKIS,
    "oncloudn": ("On Cloud N (DrivenData, Radiant Earth 2022), as in cloud-detection-demo", "CC-BY-4.0"),
    "clear_urban_spain": ("Sen1Floods11 (Bonafilia et al. 2020)", NOT_STATED),
    "clear_hills_nz": ("Copernicus-FM (zhu-xlab)", "Apache-2.0"),
    "clear_saltflat_limassol": ("marine-debris-ml-model (danieltyukov)", NOT_STATED),
}
"""Source and licence of images, by the start of their names. All contain modified Copernicus Sentinel data or, if they
are called so, Landsat data."""


@dataclass(frozen=True)
class LabelledSet:
    """An image with labels by people."""

    name: str
    reflectance: NDArray[np.float32]
    """(lines, columns, bands)."""
    bands: tuple[str, ...]
    metres: int
    """Pixel size."""
    level: str
    labels: NDArray[np.uint8]
    """(lines, columns) with the values of masks, 255 where a person gave none."""
    kind: str
    """The distinction that the labels make: `full` (clear, cloud and shadow), `cloud` (cloud or not) or `clear` (the
    ground is clear)."""

    @property
    def source(self) -> str:
        """Origin of image and labels."""
        return self._origin[0]

    @property
    def licence(self) -> str:
        """Licence of image and labels."""
        return self._origin[1]

    @property
    def _origin(self) -> tuple[str, str]:
        return next((origin for start, origin in _ORIGINS.items() if self.name.startswith(start)), ("", ""))

    def at_20_m(self) -> LabelledSet:
        """Return the image with pixels of 20 m, each the mean of 2 x 2; clear only if all four are."""
        lines, columns = (length // 2 for length in self.labels.shape)
        blocks = self.reflectance[: 2 * lines, : 2 * columns].reshape(lines, 2, columns, 2, -1)
        labels = self.labels[: 2 * lines, : 2 * columns].reshape(lines, 2, columns, 2).max(axis=(1, 3))
        return replace(
            self, reflectance=blocks.mean(axis=(1, 3)), labels=labels, metres=20, name=f"{self.name}, as 20 m"
        )

    def write(self, folder: Path) -> RasterStack | Path:
        """Write the image, and return it for masking: a product if it has all bands, otherwise a raster."""
        if set(self.bands) == set(BANDS):
            # A product whose bands of 10 m have larger pixels would be a reduced one.
            sizes = {band: 10 if PIXEL_SIZES[band] == 10 else self.metres for band in self.bands}
            bands = {}
            for number, band in enumerate(self.bands):
                times = self.metres // sizes[band]
                bands[band] = to_dn(self.reflectance[..., number]).repeat(times, 0).repeat(times, 1)
            return build_product(folder / self.name, bands, resolutions=sizes, level=self.level)
        return self.write_raster(folder)

    def write_raster(self, folder: Path) -> RasterStack:
        """Write the bands that can be assigned as a GeoTIFF of reflectance x 10,000, and return it for masking."""
        path = folder / f"{self.name}.tif".replace(" ", "_")
        bands = [band for band in STACK_BANDS if band in self.bands]
        lines, columns = self.labels.shape
        profile = {"driver": "GTiff", "count": len(bands), "height": lines, "width": columns, "dtype": "uint16"}
        grid = rasterio.Affine(self.metres, 0, 300000, 0, -self.metres, 5900040)
        image = to_dn(self.reflectance[..., [self.bands.index(band) for band in bands]])
        with rasterio.open(path, "w", crs="EPSG:32633", transform=grid, **profile) as dataset:
            dataset.write(np.moveaxis(image, -1, 0))
        return RasterStack(str(path), self.name, self.level, {band: n for n, band in enumerate(bands, start=1)})


def labelled_sets() -> Iterator[LabelledSet]:
    """Load all sets: the labelled cumulus, then those of the folder `labels`; clear ground of 10 m also as 20 m."""
    reflectance, labels = labelled_scene.load()
    yield LabelledSet("cumulus", reflectance, labelled_scene.SIX_BANDS, 20, "L1C", labels, "full")
    for path in sorted((labelled_scene.DATA / "labels").glob("*.npz")):
        with np.load(path) as archive:
            given = [str(band) for band in archive["bands"]]
            bands = tuple(band for band in BANDS if band in given)
            image = archive["img"][..., [given.index(band) for band in bands]].astype(np.float32)
            details = int(archive["res"]), str(archive["level"]), archive["lab"], str(archive["mode"])
        one = LabelledSet(path.stem.replace("__0", "").replace("__", " "), image, bands, *details)
        yield one
        if one.kind == "clear" and one.metres == 10 and "B11" in bands:
            yield one.at_20_m()


def is_there() -> bool:
    """Return True if the folder of the data is there."""
    return (labelled_scene.DATA / "labels").is_dir()
