"""The reduced levels of JPEG 2000 are computed as in its files, to the last number."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio

from ....core.jpeg2000.wavelet import halvings, inputs, reduced

TILE = 128


@pytest.fixture(scope="module")
def file(tmp_path_factory) -> tuple[Path, np.ndarray]:
    """A lossless file of noise, with tiles of 128 px and a part of one at the lower edge, and its pixels."""
    values = np.random.default_rng(1).integers(0, 30000, (1001, 640), dtype=np.uint16)
    path = tmp_path_factory.mktemp("wavelet") / "noise.jp2"
    options = {"QUALITY": 100, "REVERSIBLE": "YES", "BLOCKXSIZE": TILE, "BLOCKYSIZE": TILE, "RESOLUTIONS": 6}
    with (
        rasterio.Env(GDAL_PAM_ENABLED="NO", GDAL_VALIDATE_CREATION_OPTIONS="NO"),
        rasterio.open(
            path, "w", driver="JP2OpenJPEG", width=640, height=1001, count=1, dtype="uint16", tiled=True, **options
        ) as dataset,
    ):
        dataset.write(values, 1)
    return path, values.astype(np.int16)


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
@pytest.mark.parametrize("level", [1, 2, 3])
@pytest.mark.parametrize("lines", [(0, 9999), (0, 7), (5, 37), (31, 97), (100, 9999)])
def test_lines_of_a_level_equal_those_of_the_file(file, level, lines):
    """Wherever the lines are cut, the level has the pixels that the decoder of JPEG 2000 gives."""
    path, values = file
    with rasterio.open(path, overview_level=level - 1) as dataset:
        expected = dataset.read(1).astype(int)
    first, last = lines[0], min(lines[1], len(expected))
    start, stop = inputs(first, last, level)
    stop = min(stop, len(values))
    top, found = reduced(values[start:stop], start, len(values), TILE, level)
    assert top <= first
    part = found[first - top : last - top]
    assert part.shape == expected[first:last].shape
    assert np.array_equal(part, np.clip(expected[first:last], 0, 32767))


@pytest.mark.parametrize(("factor", "level"), [(1, 0), (2, 1), (3, 0), (4, 2), (6, 1), (1.7, 0), (12, 2), (64, 5)])
def test_the_level_divides_the_factor(factor, level):
    """A level is read only where it leads to whole pixels, and at most five times halved."""
    assert halvings(factor) == level
