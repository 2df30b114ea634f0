"""EOPF products are masked like SAFE products: the same pixels, tags, areas, styles and errors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from rasterio.io import MemoryFile

from ....core.areas.area import AreaOfInterest
from ....core.errors import OutputError, ProductError, UnreadableBandError
from ....core.masks.tags import unprefixed
from ....core.season.thumbnail import thumbnail
from ....tools.labelled_scene import SIX_BANDS
from ....tools.make_eopf import build_eopf, zip_eopf
from ....tools.make_safe import build_product, to_dn
from ...refusals import assert_values
from ..conftest import mask, one_error, run

CHUNKS = {10: 200, 20: 100}


def forms_of(reflectance: np.ndarray, folder: Path) -> dict[str, Path]:
    """Write reflectance (lines, columns, 6 bands) at 10 m as SAFE and as EOPF.

    It has no data left of a leaning line. The last two bands are means at 20 m.
    """
    bands = {}
    for number, band in enumerate(SIX_BANDS):
        values = reflectance[..., number].astype(float)
        lines, columns = np.indices(values.shape)
        values[columns < 100 + 0.2 * lines] = np.nan
        half = values.shape[0] // 2
        values = values if number < 4 else values.reshape(half, 2, half, 2).mean(axis=(1, 3))
        bands[band] = to_dn(values, -1000)
    return {
        "safe": build_product(folder / "safe", bands, baseline="05.11"),
        "eopf": build_eopf(folder / "eopf", bands, baseline="05.11", chunks=CHUNKS),
    }


@pytest.fixture(scope="module")
def forms(tmp_path_factory) -> dict[str, Path]:
    """Smooth noise in all forms."""
    noise = np.random.default_rng(3).uniform(0.05, 0.6, (16, 16, 6)).repeat(32, 0).repeat(32, 1)
    return forms_of(noise, tmp_path_factory.mktemp("noise"))


def read_jpeg(data: bytes) -> np.ndarray:
    """Return (bands, lines, columns) of a picture."""
    with MemoryFile(data) as memory, memory.open() as dataset:
        picture: np.ndarray = dataset.read().astype(int)
    return picture


@pytest.fixture
def model(tiny_model) -> str:
    """Cloud where B02 is bright."""
    return str(tiny_model([[0, 0], [100, 0], [0, 0]], [0, -20, -99], bands=["B02", "B11"]))


@pytest.mark.parametrize("resolution", [10, 20])
def test_the_mask_of_a_real_scene_is_that_of_safe(labelled_cumulus, tmp_path, out, resolution):
    """Real imagery has the same mask in both formats, to the last pixel, also where SAFE is read at a reduced level.

    The pixels of the image are taken as pixels of 10 m, so that the reduced level has real detail to lose.
    """
    masks = {}
    for form, product in forms_of(labelled_cumulus[0], tmp_path).items():
        masks[form] = mask(product, out / form, processing_res=resolution, model="ukis-4b-l1c")
    assert 0.03 < (masks["eopf"] == 1).mean() < 0.6
    assert np.array_equal(masks["eopf"], masks["safe"])


def test_files_tags_and_pictures_are_those_of_safe(forms, out, model):
    """Mask, VRT and style have the same names, tags and pixels; the season shows the scene."""
    results = {}
    for form in ("safe", "eopf"):
        (outcome,) = run(forms[form], out / form, processing_res=10, model=model, keep_vrt=True)
        assert outcome.result, outcome.error
        assert outcome.result.warnings == ()
        results[form] = outcome.result
    tags = {}
    for form, result in results.items():
        with rasterio.open(result.mask_path) as dataset:
            tags[form] = unprefixed(dataset.tags())
    names = [sorted(path.name for path in (out / form).iterdir()) for form in results]
    assert names[0] == names[1]
    for tag in ("PRODUCT", "LEVEL", "BASELINE", "SATELLITE", "TILE", "SENSING_TIME", "OPTIONS", "CLEAR_PERCENT"):
        assert tags["eopf"][tag] == tags["safe"][tag]
    colours = []
    for result in results.values():
        assert result.vrt_path
        with rasterio.open(result.vrt_path) as dataset:
            assert dataset.crs.to_epsg() == 32633
            colours.append((dataset.read(), dataset.scales, dataset.offsets, dataset.transform))
    assert all(np.array_equal(one, other) for one, other in zip(*colours))
    pictures = [thumbnail(results[form], forms[form], 100) for form in results]
    picture, expected = [read_jpeg(data) for data in pictures]
    assert np.median(np.abs(picture - expected)) <= 5


def test_the_vrt_moves_with_the_product(forms, tmp_path, model):
    """The natural colours refer to the bands by a relative path where product and mask lie in one folder."""
    product = tmp_path / "june.zarr"
    product.symlink_to(forms["eopf"])
    (outcome,) = run(product, tmp_path / "masks", processing_res=10, model=model, keep_vrt=True)
    assert outcome.result
    assert outcome.result.vrt_path
    assert 'relativeToVRT="1"' in outcome.result.vrt_path.read_text(encoding="utf-8")


@pytest.mark.parametrize("resolution", [10, 20])
def test_an_area_is_the_part_of_the_scene(forms, out, model, resolution):
    """A polygon gives the same pixels as in the mask of the whole scene, from a zip too."""
    ring = [(302000, 5899000), (304000, 5899000), (304000, 5897000), (302000, 5897000), (302000, 5899000)]
    area = AreaOfInterest(json.dumps({"type": "Polygon", "coordinates": [ring]}), "EPSG:32633")
    whole = mask(forms["safe"], out / "whole", processing_res=resolution, model=model)
    packed = zip_eopf(forms["eopf"])
    part = mask(packed, out / "part", processing_res=resolution, model=model, area=area)
    packed.unlink()
    left, top, edge = (metres // resolution for metres in (2000, 1040, 2000))
    assert np.array_equal(part, whole[top : top + edge, left : left + edge])


def test_a_mask_is_reused(forms, out, model):
    """The same product, and its zip, do not need to be masked twice."""
    options: dict[str, Any] = {"processing_res": 20, "model": model}
    (first,) = run(forms["eopf"], out, **options)
    (second,) = run(forms["eopf"], out, **options)
    assert first.result, first.error
    assert second.result
    assert (first.result.reused, second.result.reused) == (False, True)


def test_safe_and_eopf_of_one_product_are_not_mixed_up(forms, out, model):
    """The mask of a product is not replaced by that of its other form; the message names both."""
    (first, second) = run([forms["safe"], forms["eopf"]], out, processing_res=20, model=model)
    assert first.result, first.error
    assert isinstance(second.error, OutputError)
    assert_values(second.error, scene=forms["eopf"])


def test_there_is_nothing_to_verify(forms, out, model):
    """EOPF products have no checksums: verification is refused instead of skipped."""
    error = one_error(forms["eopf"], out, processing_res=20, model=model, verify=True)
    assert type(error) is ProductError
    assert_values(error, path=forms["eopf"])


def test_a_damaged_product_leaves_no_mask(tmp_path, out, model):
    """A damaged chunk ends the scene with an error of its band."""
    rng = np.random.default_rng(0)
    bands = {"B02": rng.integers(1, 9000, (300, 300), np.uint16), "B11": rng.integers(1, 9000, (150, 150), np.uint16)}
    store = build_eopf(tmp_path, bands, baseline="05.11", chunks={10: 100, 20: 50})
    chunk = store / "measurements/reflectance/r10m/b02/2.2"
    chunk.write_bytes(chunk.read_bytes()[:100])
    error = one_error(store, out, processing_res=10, model=model)
    assert type(error) is UnreadableBandError
    assert_values(error, path=chunk.parent)
