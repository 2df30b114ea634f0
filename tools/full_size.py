"""Build a full-size L1C product of real pixels, for the benchmark and for memory tests.

The 13 bands of the test image of s2cloudless 1.0.0 (cumulus, cirrus, haze, turbid water) are mirrored to a whole
tile, encoded like ESA products of a baseline with offsets, and cut by a slanted swath edge.
`python -m cloud_s2_mask.tools.full_size FOLDER [--full]` builds the product and prints its path.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tarfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..core.product.bands import BANDS
from .labelled_scene import SIX_BANDS
from .make_eopf import build_eopf
from .make_safe import build_product, to_dn
from .safe_metadata import Scene

REQUIREMENT = "s2cloudless==1.0.0 --hash=sha256:9abbc76b22b61c1eb1df5a73e7a9d947d621c5893040f9613a0a89f1094fc6f5"
BASELINE = "05.10"
OFFSET = -1000
TILE_METRES = 109_800
ORIGIN, EPSG = Scene.origin, Scene.epsg
EDGE_DEGREES = 10
EDGE_LEFT_METRES = 12_280
"""Start of the swath in the first line, such that a fifth of the tile has no data."""


class TileBands(Mapping[str, "NDArray[np.uint16]"]):
    """DN of each band of the tile, computed one band at a time."""

    def __init__(self, reflectance: NDArray[np.float32], *, swath_edge: bool) -> None:
        """Prepare the bands of a tile from an image with the same bands.

        Args:
            reflectance: (lines, columns, 13) in the order of the band table; its pixels are set to 10 m.
            swath_edge: Leave a fifth of the tile without data.
        """
        self._reflectance = reflectance
        self._swath_edge = swath_edge

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names of the bands."""
        return iter(BANDS)

    def __len__(self) -> int:
        """Return the number of bands."""
        return len(BANDS)

    def __getitem__(self, band: str) -> NDArray[np.uint16]:
        """Return (lines, columns) uint16 DN at the band's native pixel size, 0 outside the swath."""
        size = BANDS[band].pixel_size
        pixels, step = TILE_METRES // size, size // 10
        image = self._reflectance[..., BANDS[band].band_id]
        lines, columns = (length - length % step for length in image.shape)
        cells = image[:lines, :columns].reshape(lines // step, step, columns // step, step).mean(axis=(1, 3))
        padding = [(0, pixels - length) for length in cells.shape]
        dn = np.pad(to_dn(cells, OFFSET), padding, mode="symmetric")
        if self._swath_edge:
            edge = EDGE_LEFT_METRES / size + np.arange(pixels) * np.tan(np.radians(EDGE_DEGREES))
            dn[np.arange(pixels)[None, :] < edge[:, None]] = 0
        return dn


def build(folder: Path, *, swath_edge: bool = True) -> Path:
    """Build the product below `folder`, unless already there, and return its `.SAFE` folder."""
    kind = "swath" if swath_edge else "full"
    finished = folder / f"{kind}.txt"
    if not finished.exists():
        bands = TileBands(cloudy_image(folder), swath_edge=swath_edge)
        safe = build_product(folder / kind, bands, baseline=BASELINE)
        finished.write_text(safe.name, encoding="utf-8")
    return folder / kind / finished.read_text(encoding="utf-8")


def build_store(folder: Path) -> Path:
    """Build the product with a swath edge as an EOPF store below `folder`, unless already there; return its folder."""
    finished = folder / "store.txt"
    if not finished.exists():
        store = build_eopf(folder / "store", TileBands(cloudy_image(folder), swath_edge=True), baseline=BASELINE)
        finished.write_text(store.name, encoding="utf-8")
    return folder / "store" / finished.read_text(encoding="utf-8")


def image_product(folder: Path) -> Path:
    """Build a product of six bands from the image with pixels of 20 m."""
    home = folder / "image"
    safes = list(home.glob("*.SAFE"))
    if safes:
        return safes[0]
    image = cloudy_image(folder)
    bands = {}
    for band in SIX_BANDS:
        dn = to_dn(image[..., BANDS[band].band_id], OFFSET)
        scale = 20 // BANDS[band].pixel_size
        bands[band] = dn.repeat(scale, 0).repeat(scale, 1)
    return build_product(home, bands, baseline=BASELINE)


def cloudy_image(folder: Path) -> NDArray[np.float32]:
    """Load the test image of s2cloudless from its source archive: (856, 512, 13) reflectance."""
    archive = download_image(folder)
    with tarfile.open(archive) as files:
        member = files.extractfile("s2cloudless-1.0.0/s2cloudless/TestInputs/input_arrays.npz")
        if member is None:
            raise FileNotFoundError(f"{archive} has no test image.")
        return np.load(io.BytesIO(member.read()))["s2_im"][0].astype(np.float32)


def download_image(folder: Path) -> Path:
    """Download the source archive of s2cloudless with its test image into a folder, unless it is there."""
    folder.mkdir(parents=True, exist_ok=True)
    archive = folder / "s2cloudless-1.0.0.tar.gz"
    if not archive.exists():
        requirement = folder / "s2cloudless.txt"
        requirement.write_text(REQUIREMENT, encoding="utf-8")
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
        source = ["--no-binary", ":all:", "--dest", str(folder), "--requirement", str(requirement)]
        subprocess.run([*command, *source], check=True, stdout=sys.stderr)
    return archive


def _main() -> None:
    parser = argparse.ArgumentParser(description="Build a full-size L1C product and print its path.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--full", action="store_true", help="without a swath edge")
    options = parser.parse_args()
    print(build(options.folder, swath_edge=not options.full))


if __name__ == "__main__":
    _main()
