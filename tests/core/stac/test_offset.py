"""The pixels of an item decide if they still contain the offset of their baseline, whatever its flag says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ....core.stac.source import open_item
from ....tools.make_safe import to_dn
from ....tools.make_stac import SCL, build_item
from ..conftest import mask, run

BANDS = ("B02", "B03", "B04", "B08")
FLAG = "earthsearch:boa_offset_applied"
SURFACES = [f"oncloudn__{number}" for number in range(1, 6)]
VEGETATION, WATER = 4, 6


def scene(shared_data: Path, name: str, offset: int) -> dict[str, np.ndarray]:
    """Return a real image of level 2A as DN, with its vegetation by NDVI as scene classification."""
    with np.load(shared_data / "labels" / f"{name}.npz") as archive:
        image, names = archive["img"].astype(float), list(archive["bands"])
    image[image <= 0] = np.nan
    dn = {band: to_dn(image[..., names.index(band)], offset) for band in BANDS}
    red, infrared = (image[::2, ::2, names.index(band)] for band in ("B04", "B08"))
    green = np.nan_to_num((infrared - red) / (infrared + red)) > 0.3
    return {**dn, SCL: np.where(green, VEGETATION, WATER).astype(np.uint8)}


def offset_of_item(folder: Path, dn: dict[str, np.ndarray], **options: Any) -> tuple[float, int]:
    """Return the offset in DN at which an item is read, and the number of its warnings."""
    item = open_item(build_item(folder, dn, baseline=options.pop("baseline", "05.11"), **options))
    return item.image("B02").offset, len(item.warnings())


@pytest.mark.parametrize("name", SURFACES)
@pytest.mark.parametrize("contained", [True, False])
def test_real_pixels_tell_if_they_contain_the_offset(shared_data, tmp_path, name, contained):
    """On five real scenes, the pixels overrule a wrong flag, and confirm a right one."""
    dn = scene(shared_data, name, -1000 if contained else 0)
    for flag in (True, False):
        found = offset_of_item(tmp_path / f"{flag}", dn, provider="earth-search", properties={FLAG: flag})
        assert found == (-1000 if contained else 0, int(flag == contained))


def test_a_wrong_flag_does_not_change_the_mask(shared_data, tmp_path):
    """The mask of an item with a wrong flag is that of the same pixels with the right one, and tells it."""
    dn, masks = scene(shared_data, "oncloudn__1", 0), []
    for flag in (True, False):
        out = tmp_path / f"out {flag}"
        out.mkdir()
        item = build_item(tmp_path / f"{flag}", dn, provider="earth-search", baseline="05.11", properties={FLAG: flag})
        (outcome,) = run(item, out, processing_res=10)
        assert outcome.result
        assert any("05.11" in warning for warning in outcome.result.warnings) == (not flag)
        masks.append(mask(item, out, processing_res=10))
    assert np.array_equal(masks[0], masks[1])
    assert len(np.unique(masks[0])) > 1


def test_the_planetary_computer_states_no_offset(shared_data, tmp_path):
    """Its items say nothing of an offset that the baseline has: it is subtracted, and the pixels confirm it."""
    dn = scene(shared_data, "oncloudn__2", -1000)
    assert offset_of_item(tmp_path, dn, provider="planetary") == (-1000, 0)


def test_collection_1_states_its_offset(shared_data, tmp_path):
    """The offset of an item is honoured."""
    dn = scene(shared_data, "oncloudn__2", -1000)
    assert offset_of_item(tmp_path, dn, provider="earth-search-c1") == (-1000, 0)


def test_a_provider_that_states_0_has_removed_it(shared_data, tmp_path):
    """Harmonised values need no flag."""
    dn = scene(shared_data, "oncloudn__2", 0)
    assert offset_of_item(tmp_path, dn, provider="earth-search-c1", stated=0.0) == (0, 0)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"provider": "earth-search", "properties": {FLAG: True}}, (0, 0)),
        ({"provider": "earth-search", "properties": {FLAG: False}}, (-1000, 1)),
        ({"provider": "earth-search", "properties": {FLAG: None}}, (-1000, 1)),
        ({"provider": "planetary"}, (-1000, 1)),
        ({"provider": "earth-search-c1"}, (-1000, 0)),
    ],
)
def test_under_clouds_the_item_is_believed(tmp_path, options, expected):
    """Bright pixels tell nothing; an unreliable flag and a missing one are told."""
    dn: dict[str, np.ndarray] = {band: np.full((512, 512), 6000, np.uint16) for band in BANDS}
    assert offset_of_item(tmp_path, {**dn, SCL: np.full((256, 256), 9, np.uint8)}, **options) == expected


@pytest.mark.parametrize("flag", [True, False, None])
def test_before_baseline_4_there_is_no_offset(tmp_path, flag):
    """Items of the old collection state an offset for old baselines too, which have none."""
    dn = {band: np.full((96, 96), 1500, np.uint16) for band in BANDS}
    options = {"provider": "earth-search", "properties": {FLAG: flag}}
    assert offset_of_item(tmp_path, dn, baseline="02.14", **options) == (0, 0)


def without_baseline(path: Path) -> tuple[float, int]:
    """Return what `offset_of_item` does, of an item from which baseline and offsets are removed."""
    found = json.loads(path.read_text())
    about = found["properties"]
    found["id"] = "S2A_33UUU_20250601_0_L2A"
    found["properties"] = {key: value for key, value in about.items() if "baseline" not in key and "uri" not in key}
    for asset in found["assets"].values():
        asset.pop("raster:bands", None)
    path.write_text(json.dumps(found))
    item = open_item(path)
    assert item.acquisition.baseline == ""
    return item.image("B02").offset, len(item.warnings())


@pytest.mark.parametrize("contained", [True, False])
def test_pixels_tell_without_a_baseline(shared_data, tmp_path, contained):
    """An item that says nothing is read by what its vegetation shows."""
    dn = scene(shared_data, "oncloudn__1", -1000 if contained else 0)
    path = build_item(tmp_path, dn, baseline="05.11", provider="planetary")
    assert without_baseline(path) == (-1000 if contained else 0, 0)


def test_an_unknown_offset_is_told(tmp_path):
    """Bright pixels without a baseline tell nothing, and whoever looks at the mask should know it."""
    dn: dict[str, np.ndarray] = {band: np.full((512, 512), 6000, np.uint16) for band in BANDS}
    assert without_baseline(build_item(tmp_path, dn, baseline="05.11", provider="planetary")) == (0, 1)


def test_an_offset_that_is_not_due_is_told(shared_data, tmp_path):
    """An old baseline has no offset: one that is stated is subtracted if the pixels show it, and told if they may."""
    bright = {band: np.full((96, 96), 6000, np.uint16) for band in BANDS}
    options = {"baseline": "02.14", "stated": -0.1, "provider": "earth-search-c1"}
    assert offset_of_item(tmp_path / "bright", bright, **options) == (0, 1)
    assert offset_of_item(tmp_path / "dark", scene(shared_data, "oncloudn__1", -1000), **options) == (-1000, 0)


def test_dark_pixels_tell_without_a_classification(shared_data, tmp_path):
    """Without a scene classification, values far below the offset show that it was removed."""
    dn = scene(shared_data, "oncloudn__1", 0)
    del dn[SCL]
    assert offset_of_item(tmp_path, dn, provider="earth-search", properties={FLAG: False}) == (0, 1)


def test_files_of_esa_are_not_doubted(tmp_path):
    """JPEG 2000 files are ESA's own, so that their baseline tells the offset and no pixel is read."""
    dn = {band: np.full((96, 96), 200, np.uint16) for band in BANDS}
    assert offset_of_item(tmp_path, dn, provider="data-space") == (-1000, 0)


def test_the_offset_of_each_band_is_its_own(tmp_path):
    """A real product has -2000 for one band."""
    dn = {band: np.full((96, 96), 6000, np.uint16) for band in BANDS}
    item = open_item(build_item(tmp_path, dn, baseline="04.00", stated=-0.2))
    assert item.image("B02").offset == -2000


def test_maps_of_the_atmosphere_have_no_offset(tmp_path):
    """Their values are not reflectance, and 0 is a clear sky."""
    dn = {band: np.full((96, 96), 1500, np.uint16) for band in ("B02", "AOT")}
    image = open_item(build_item(tmp_path, dn, baseline="05.11")).image("AOT")
    assert (image.offset, image.gain, image.nodata) == (0, 1, None)
