"""Products behind addresses give the masks of those on a disk, and read no more than they need."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio

from ....core.addresses import reading
from ....core.addresses.location import Address
from ....core.masks.result import SceneOutcome
from ....core.pipeline.batch import run_batch
from ....core.raster.area import AreaOfInterest
from ....core.settings import create_settings
from ....tools.make_eopf import build_eopf, zip_eopf
from ....tools.make_safe import build_product, zip_product
from ...ranged_server import Served, serving

BANDS = ("B02", "B03", "B04", "B08", "B11", "B12")
FILES = tuple(f"{band}.jp2" for band in BANDS)


@pytest.fixture
def served(tmp_path, monkeypatch) -> Iterator[Served]:
    """A server of a folder with products; further attempts come at once."""
    monkeypatch.setattr(reading, "PAUSES", (0, 0, 0))
    (tmp_path / "served").mkdir()
    with serving(tmp_path / "served") as server:
        yield server


@pytest.fixture(scope="module")
def scene() -> dict[str, np.ndarray]:
    """A scene of 6.4 km with cloud-like blobs, noise, and a corner without data."""
    grid, chosen = np.mgrid[:640, :640], np.random.default_rng(3)
    bands = {}
    for band in BANDS:
        values = 1500 + 2500 * (np.hypot(grid[0] - 200, grid[1] - 300) < 120) + chosen.integers(0, 900, (640, 640))
        values[grid[0] + grid[1] < 150] = 0
        step = 2 if band in {"B11", "B12"} else 1
        bands[band] = values[::step, ::step].astype(np.uint16)
    return bands


@pytest.fixture
def safe(tmp_path, scene, tiny_model) -> Path:
    """The scene as a SAFE product with small tiles, below the served folder, and a network that needs no time."""
    tiny_model(np.diag([1.0, 8, 0])[:, [0, 1, 2, 2, 1, 2]], [0.3, -1, -0.1])
    return build_product(tmp_path / "served", scene, block={10: 128, 20: 64})


def outcome(product: Path | str, out: Path, **options: Any) -> SceneOutcome:
    """The outcome of masking one product."""
    settings = create_settings([product], out, processing_res=20, quiet=True, **{"model": "tiny", **options})
    return run_batch(settings)[0]


def labels(found: SceneOutcome) -> np.ndarray:
    """The classes of a finished mask."""
    assert found.result, found.error
    with rasterio.open(found.result.mask_path) as dataset:
        return dataset.read(1)


def placed_as(form: str, safe: Path, scene: dict[str, np.ndarray]) -> tuple[Path, str]:
    """Put the product into another form; return its path, and what to add to the address of its folder."""
    if form == "safe":
        return safe, safe.name
    if form == "granule":
        granule = next(safe.glob("GRANULE/*"))
        return granule, f"{safe.name}/GRANULE/{granule.name}"
    if form == "metadata":
        return safe / "MTD_MSIL1C.xml", f"{safe.name}/MTD_MSIL1C.xml"
    if form == "no manifest":
        (safe / "manifest.safe").unlink()
        return safe, safe.name
    if form.startswith("zarr"):
        store = build_eopf(safe.parent, scene, chunks={10: 128, 20: 64})
        path = zip_eopf(store) if form == "zarr.zip" else store
        return path, path.name
    path = zip_product(safe, stored=form != "deflated zip")
    return path, f"{path.name}/{safe.name}" if form == "product in a zip" else path.name


FORMS = (
    *("safe", "granule", "metadata", "no manifest", "zarr", "zarr.zip"),
    *("stored zip", "deflated zip", "product in a zip"),
)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("area", [None, AreaOfInterest.box(301_000, 5_898_000, 302_000, 5_899_000, "EPSG:32633")])
def test_a_mask_from_an_address_is_that_from_the_disk(served, safe, scene, tmp_path, form, area):
    """Folders, granules, metadata files, archives and stores: each label is the same, of all and of an area."""
    path, name = placed_as(form, safe, scene)
    there = outcome(path, tmp_path / "disk", area=area)
    found = outcome(f"{served.address}/{name}", tmp_path / "web", area=area)
    np.testing.assert_array_equal(labels(found), labels(there))
    assert found.result
    assert there.result
    assert found.result.mask_path.name == there.result.mask_path.name
    assert found.result.acquisition == there.result.acquisition
    assert found.result.vrt_path is None
    assert isinstance(found.path, Address)
