"""Write products of a season for demonstrations: one area on several dates, under different clouds.

The area is the real image of the demo, with its few clouds; the clouds are those of the test image of s2cloudless, in
varying amounts. The dates are invented.
`python -m cloud_s2_mask.tools.season_products FOLDER` writes the products.
"""

from __future__ import annotations

import argparse
from datetime import datetime, timezone
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray

from .demo import BUILD, make_product
from .full_size import cloudy_image
from .labelled_scene import SIX_BANDS
from .make_safe import build_product, to_dn
from .safe_metadata import BANDS

# Date, tile, and first line and column of the clouds in their image; None: no clouds.
DATES = (
    ((2017, 4, 2), "T33UUU", (472, 192)),
    ((2017, 4, 5), "T33UVU", (0, 192)),
    ((2017, 4, 12), "T33UUU", (60, 0)),
    ((2017, 4, 15), "T33UVU", (330, 180)),
    ((2017, 4, 22), "T33UUU", (440, 0)),
    ((2017, 5, 2), "T33UUU", None),
    ((2017, 5, 5), "T33UVU", (250, 0)),
    ((2017, 5, 12), "T33UUU", (0, 120)),
)
_LINES, _COLUMNS = 384, 320
"""Size of a product in pixels of 20 m."""
_CLEAR_BELOW, _OPAQUE_FROM = 0.18, 0.34
"""Reflectance of the blue band: darker pixels of the cloud image are clear, brighter ones opaque cloud."""
_SHADOW = (-14, 18)
"""Offset from a cloud to its shadow in lines and columns."""
_SHADE = 0.55


def write_season(folder: Path) -> list[Path]:
    """Write the products below `folder`, unless already there, and return their `.SAFE` folders by date."""
    written = sorted(folder.glob("*.SAFE"))
    if len(written) == len(DATES):
        return written
    safe = make_product()
    background = np.stack([_band(safe, band) for band in SIX_BANDS])
    image = np.moveaxis(cloudy_image(BUILD / "bench"), 2, 0)[[BANDS[band][0] for band in SIX_BANDS]]
    for date, tile, corner in DATES:
        west = tile == "T33UUU"
        scene = background[:, :, :_COLUMNS] if west else background[:, :, _COLUMNS:]
        if corner:
            clouds = image[:, corner[0] : corner[0] + _LINES, corner[1] : corner[1] + _COLUMNS]
            scene = _add_clouds(scene, clouds)
        origin = (300000.0 if west else 300000.0 + 20 * _COLUMNS, 5900040.0)
        bands = {}
        for index, band in enumerate(SIX_BANDS):
            dn = to_dn(scene[index], -1000)
            pixels = 20 // BANDS[band][1]
            bands[band] = dn.repeat(pixels, 0).repeat(pixels, 1)
        build_product(
            folder,
            bands,
            baseline="05.10",
            tile=tile,
            sensing_time=datetime(*date, 10, 20, 21, tzinfo=timezone.utc),
            origin=origin,
        )
    return sorted(folder.glob("*.SAFE"))


def _band(safe: Path, band: str) -> NDArray[np.float32]:
    """Read (lines, columns) reflectance at 20 m for two adjacent products; the western one is nearly clear."""
    with rasterio.open(next(safe.rglob(f"*_{band}.jp2"))) as dataset:
        shape = dataset.height * BANDS[band][1] // 20, dataset.width * BANDS[band][1] // 20
        values: NDArray[np.float32] = dataset.read(1, out_shape=shape).astype(np.float32) / 10000
        return values[:_LINES, 8 : 8 + 2 * _COLUMNS]


def _add_clouds(background: NDArray[np.float32], clouds: NDArray[np.float32]) -> NDArray[np.float32]:
    """Add the clouds of an image and their shadows to a background; all are (bands, lines, columns)."""
    cover = np.clip((clouds[0] - _CLEAR_BELOW) / (_OPAQUE_FROM - _CLEAR_BELOW), 0, 1)
    shadow = np.zeros_like(cover)
    down, right = _SHADOW
    shadow[:down, right:] = cover[-down:, :-right]
    return background * (1 - _SHADE * shadow) * (1 - cover) + clouds * cover


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    for path in write_season(parser.parse_args().folder):
        print(path)


if __name__ == "__main__":
    main()
