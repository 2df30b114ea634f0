"""Read the angles of the sun and of the view from the store of an EOPF product.

Arrays have the order of ESA's sample products of processing baseline 05.11 (2025): bands as in the band table, and of
each node first the zenith, then the azimuth.
"""

from __future__ import annotations

import warnings
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import PurePosixPath

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.errors import NotGeoreferencedWarning, RasterioError

from ..contents.files import ProductFiles
from ..eopf.metadata import EopfMetadata
from ..eopf.remote import FetchedChunks
from ..errors import ProductError
from ..product.bands import BANDS
from .tile_angles import NODE_STEP, SUN, AngleGrid, TileAngles, angle_grid, mean_angles

_GROUP = PurePosixPath("conditions/geometry")
_MAX_LENGTH = 100
"""Real grids have 23 x 23 nodes, of up to 7 detectors; longer ones are a damage, or an attack."""


def read_store_angles(found: EopfMetadata, package: ProductFiles, bands: Collection[str]) -> TileAngles:
    """Read the angles in a product's store, of the sun and of some bands.

    Args:
        found: Metadata of the store.
        package: Its files.
        bands: Names of bands, such as `B02`.

    Returns:
        What the store has in the expected shape; nodes that its detectors do not see are NaN.

    Raises:
        ProductError: a part of an array is damaged.
    """
    arrays = _Arrays(found, package)
    angles = TileAngles()
    sun, view = arrays.shape("sun_angles", 3), arrays.shape("viewing_incidence_angles", 5)
    if sun[0] == 2:
        angles.grids[SUN] = arrays.grids("sun_angles", [()])
    if view[0] == len(BANDS) and view[2] == 2:
        for band in bands:
            places = [(BANDS[band].band_id, detector) for detector in range(view[1])]
            angles.grids[band] = arrays.grids("viewing_incidence_angles", places)
    means = {}
    if arrays.shape("mean_sun_angles", 1) == (2,):
        means[SUN] = arrays.read("mean_sun_angles")[0]
    if arrays.shape("mean_viewing_incidence_angles", 2) == (len(BANDS), 2):
        table = arrays.read("mean_viewing_incidence_angles")
        means |= {band: table[BANDS[band].band_id] for band in bands}
    for name, (zenith, azimuth) in means.items():
        with suppress(ValueError):
            angles.means[name] = mean_angles(float(zenith), float(azimuth))
    return angles


class _Arrays:
    """The arrays of angles in a store."""

    def __init__(self, found: EopfMetadata, package: ProductFiles) -> None:
        self._found, self._package = found, package
        self._fetched: dict[str, FetchedChunks] = {}

    def shape(self, name: str, dimensions: int) -> tuple[int, ...]:
        """Return the shape of an array; zeros if there is none with these dimensions, of a possible size."""
        array = self._found.store.arrays.get(_GROUP / name)
        shape = array.shape if array else ()
        return shape if len(shape) == dimensions and 0 < min(shape) <= max(shape) <= _MAX_LENGTH else (0,) * dimensions

    def grids(self, name: str, places: Iterable[tuple[int, ...]]) -> list[AngleGrid]:
        """Read the grids at places in the dimensions before the last three, which are angle, row and column."""
        step = (NODE_STEP, NODE_STEP)
        return [angle_grid(step, self.read(name, *place, 0), self.read(name, *place, 1)) for place in places]

    def _path(self, name: str) -> str:
        """Return the GDAL path of an array; one behind an address is fetched."""
        if not self._package.on_demand:
            return f"{self._package.gdal_folder}/{_GROUP / name}"
        if name not in self._fetched:
            self._fetched[name] = self._package.chunks(self._found.store.arrays[_GROUP / name])
            self._fetched[name].fetch_all()
        return self._fetched[name].to_open()

    def read(self, name: str, *place: int) -> NDArray[np.float64]:
        """Read the last two dimensions of an array at a place in those before; an array of one is one row.

        Raises:
            ProductError: GDAL cannot.
        """
        path = self._path(name)
        if place:  # GDAL shows no more than two dimensions at once, under a name in which quotes are escaped
            quoted = path.replace("\\", "\\\\").replace('"', '\\"')
            path = f'ZARR:"{quoted}":/{name}:{":".join(map(str, place))}'
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", NotGeoreferencedWarning)  # a table of angles has no place
                dataset = rasterio.open(path, sharing=False)
            with dataset:
                return np.asarray(dataset.read(1), np.float64)
        except (RasterioError, OSError, ValueError) as error:
            raise ProductError(
                "{path} cannot be read ({reason}). Download the product again.",
                path=self._package.root / _GROUP / name,
                reason=error,
            ) from error
