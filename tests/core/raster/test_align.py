"""A raster on the pixels of another one has no data beyond its own edges."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
from rasterio.transform import Affine

from ....core.raster.align import Place, aligned


@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint16", "int32", "uint32", "float32", "float64"])
def test_beyond_its_edges_a_raster_has_no_data(tmp_path, dtype):
    """A map of half the scene, which declares no nodata value, is masked in the other half; its zeros are values."""
    path, crs = tmp_path / "map.tif", "EPSG:32633"
    transform = Affine(25, 0, 300000, 0, -25, 5900000)
    with rasterio.open(
        path, "w", driver="GTiff", dtype=dtype, count=1, width=20, height=20, crs=crs, transform=transform
    ) as made:
        made.write(np.where(np.indices((20, 20))[0] % 2, 7, 0).astype(dtype), 1)
    with rasterio.open(path) as dataset:
        here = Place.of(dataset)
        place = here._replace(transform=Affine(10, 0, 300000, 0, -10, 5900000), width=100, height=50)
        with aligned(dataset, place, ("map", "scene")) as on_scene:
            found = on_scene.read(1, masked=True)
    covered = ~np.ma.getmaskarray(found)
    assert covered[:, :50].all()
    assert not covered[:, 50:].any()
    assert set(np.unique(found.compressed())) == {0, 7}
