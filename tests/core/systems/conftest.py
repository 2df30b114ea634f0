"""Masks that are written by hand, and a host that starts real processes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from rasterio.transform import from_origin

from ....bench.launch import launch
from ....core.raster.align import Place
from ....core.raster.geotiff import create_raster
from ....core.systems.agreement import Voter
from ....core.systems.launching import Host


@pytest.fixture
def host() -> Host:
    """Processes as in the benchmark."""
    return Host(launch)


@pytest.fixture
def voter(tmp_path) -> Callable[..., Voter]:
    """Write classes (lines, columns) as a mask; further arguments are the classes that its model knows."""

    def write(classes: list[list[int]], *keys: str, left: float = 300000) -> Voter:
        pixels = np.array(classes, np.uint8)
        path = tmp_path / f"mask {len(list(tmp_path.iterdir()))}.tif"
        place = Place("EPSG:32633", from_origin(left, 5900040, 20, 20), *pixels.shape)
        with create_raster(path, place, count=1, dtype="uint8", nodata=255) as dataset:
            dataset.write(pixels, 1)
        return Voter(path, keys or ("clear", "thick_cloud", "shadow"))

    return write


@pytest.fixture
def out(tmp_path) -> Path:
    """A path for the map of the disagreement."""
    return tmp_path / "disagreement.tif"
