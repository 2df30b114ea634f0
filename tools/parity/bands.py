"""Read the bands of a product as the examples of the packages do: DN, on one grid."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.enums import Resampling


def read_dn(product: Path, bands: Sequence[str], metres: int) -> NDArray[np.float32]:
    """Read bands as (bands, lines, columns) float32, whole DN in pixels of `metres`; GDAL interpolates coarser bands.

    GDAL gets floats, because it rounds halves of integers up, while the plugin rounds them to even.
    """
    arrays = []
    for band in bands:
        finest = min(product.rglob(f"*IMG_DATA/**/*_{band}*.jp2"))  # L2A repeats bands at several pixel sizes
        with rasterio.open(finest) as dataset:
            values, profile = dataset.read(1), dataset.profile
        shape = tuple(round(length * profile["transform"].a / metres) for length in values.shape)
        layout = {
            "driver": "GTiff",
            "dtype": "float32",
            "width": values.shape[1],
            "height": values.shape[0],
            "count": 1,
        }
        with rasterio.MemoryFile() as memory:
            with memory.open(**layout) as copy:
                copy.write(values.astype(np.float32), 1)
            with memory.open() as copy:
                arrays.append(copy.read(1, out_shape=shape, resampling=Resampling.bilinear))
    return np.rint(np.stack(arrays))
