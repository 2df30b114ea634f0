"""Bands of a product as the examples of the packages read them: DN, on one grid."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.enums import Resampling


def read_dn(product: Path, bands: Sequence[str], metres: int) -> NDArray[np.float32]:
    """Return (bands, lines, columns) float32 DN, in pixels of `metres`, as GDAL interpolates coarser ones."""
    arrays = []
    for band in bands:
        finest = sorted(product.rglob(f"*IMG_DATA/**/*_{band}*.jp2"))[0]  # L2A has bands in several pixel sizes
        with rasterio.open(finest) as dataset:
            scale = dataset.res[0] / metres
            shape = round(dataset.height * scale), round(dataset.width * scale)
            arrays.append(dataset.read(1, out_shape=shape, resampling=Resampling.bilinear))
    return np.stack(arrays).astype(np.float32)
