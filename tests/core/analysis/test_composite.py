"""Composites of small scenes with values computed by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from rasterio.transform import from_origin

from ....core.analysis.composite import Method, Observation, Recipe, pair, write_composite
from ....core.analysis.fit import acquisition_time
from ....core.errors import CancelledError, RasterError
from ....core.masks.usable import ClearRule
from ...refusals import refused

EVERY_CLASS = ClearRule()
NAMES = ("S2A_20170402T102021_a.tif", "S2A_20170412T102021_b.tif", "S2A_20170422T102021_c.tif")


@pytest.fixture
def write(tmp_path):
    """Write a raster of (bands, lines, columns) and return its path."""

    def make(name: str, values: Any, *, left: float = 300000, pixel: float = 20, crs: str = "EPSG:32633", **kind: Any):
        top = kind.pop("top", 5900040)
        array = np.atleast_3d(np.asarray(values))
        array = array if np.asarray(values).ndim == 3 else np.asarray(values)[None]
        scales, offsets, tags = (kind.pop(key, None) for key in ("scales", "offsets", "tags"))
        place = {"crs": crs, "transform": from_origin(left, top, pixel, pixel)}
        shape = {"count": array.shape[0], "height": array.shape[1], "width": array.shape[2], "dtype": array.dtype.name}
        path = tmp_path / name
        with rasterio.open(path, "w", driver="GTiff", **shape, **place, **kind) as dataset:
            dataset.write(array)
            dataset.update_tags(**(tags or {}))
            if scales:
                dataset.scales, dataset.offsets = scales, offsets
        return str(path)

    return make


def silent(text: str) -> None:
    """Fail: the scenes of most tests give no reason for a warning."""
    raise AssertionError(text)


def ignored(_text: str) -> None:
    """Say nothing."""


def composite(
    observations: list[Observation], target: Path, method: Method = "median", rule: ClearRule = EVERY_CLASS, warn=silent
) -> tuple[np.ndarray, float]:
    """Write a composite and read it."""
    covered = write_composite(observations, Recipe(method, rule), target, lambda _fraction: None, warn)
    with rasterio.open(target) as dataset:
        return dataset.read(), covered


@pytest.fixture
def three(write) -> list[Observation]:
    """Four pixels on three dates: clear three times, twice, once and never."""
    values = ([[100, 100, 100, 100]], [[300, 300, 300, 300]], [[900, 900, 900, 900]])
    masks = ([[0, 0, 1, 1]], [[0, 0, 0, 2]], [[0, 3, 255, 1]])
    return [
        Observation(
            write(name, np.array(dn, np.uint16), nodata=0),
            write(f"mask_{name}", np.array(mask, np.uint8), nodata=255),
            acquisition_time(name),
        )
        for name, dn, mask in zip(NAMES, values, masks)
    ]


def test_the_median_is_of_the_clear_observations(three, tmp_path):
    """I get the middle value of the clear observations, the mean of two, and nodata if all are cloudy."""
    (values, count), covered = composite(three, tmp_path / "out.tif", warn=ignored)
    assert values.tolist() == [[300, 200, 300, 0]]
    assert count.tolist() == [[3, 2, 1, 0]]
    assert covered == 75


def test_the_newest_clear_pixel_is_used(three, tmp_path):
    """I get the latest clear observation of each pixel."""
    (values, count), _covered = composite(three, tmp_path / "out.tif", "newest", warn=ignored)
    assert values.tolist() == [[900, 300, 300, 0]]
    assert count.tolist() == [[3, 2, 1, 0]]


def test_the_clearest_scene_is_preferred(three, tmp_path):
    """I get as much as possible of one date: the second one is clear on three of four pixels."""
    (values, _count), _covered = composite(three, tmp_path / "out.tif", "clearest", warn=ignored)
    assert values.tolist() == [[300, 300, 300, 0]]


def test_clouds_grow_and_specks_are_clear(write, tmp_path):
    """A buffer of one pixel masks the cloud's edge too; an object of one pixel counts as noise if I choose so."""
    scene = write("a.tif", np.full((1, 8), 7, np.uint16), nodata=0)
    mask = write("m.tif", np.array([[1, 1, 0, 0, 0, 0, 2, 0]], np.uint8), nodata=255)
    for rule, wanted in (
        (ClearRule(), [0, 0, 1, 1, 1, 1, 0, 1]),
        (ClearRule(buffer_m=20), [0, 0, 0, 1, 1, 0, 0, 0]),
        (ClearRule(min_hectares=0.08), [0, 0, 1, 1, 1, 1, 1, 1]),
        (ClearRule(("thick_cloud",), buffer_m=20), [0, 0, 0, 1, 1, 1, 1, 1]),
    ):
        (_values, count), _covered = composite([Observation(scene, mask)], tmp_path / "out.tif", rule=rule)
        assert count.tolist() == [wanted], rule


def test_a_valid_mask_is_used_as_it_is(write, tmp_path):
    """1 is usable in a valid mask, but thick cloud in a cloud mask."""
    scene = write("a.tif", np.full((1, 3), 7, np.uint16), nodata=0)
    valid = write("v.tif", np.array([[1, 0, 1]], np.uint8), tags={"CLOUDS2MASK_KIND": "valid mask"})
    (_values, count), _covered = composite([Observation(scene, valid)], tmp_path / "out.tif")
    assert count.tolist() == [[1, 0, 1]]


def test_nodata_is_never_an_observation(write, tmp_path):
    """A swath edge does not darken the median."""
    first = write("a.tif", np.array([[0, 50]], np.uint16), nodata=0)
    second = write("b.tif", np.array([[70, 70]], np.uint16), nodata=0)
    (values, count), covered = composite([Observation(first), Observation(second)], tmp_path / "out.tif")
    assert values.tolist() == [[70, 60]]
    assert count.tolist() == [[1, 2]]
    assert covered == 100


def test_scenes_of_all_baselines_can_be_combined(write, tmp_path):
    """The same reflectance, with and without an offset, gives one value."""
    old = write("a.tif", np.array([[1500]], np.uint16), nodata=0, scales=[1e-4], offsets=[0.0])
    new = write("b.tif", np.array([[2500]], np.uint16), nodata=0, scales=[1e-4], offsets=[-0.1])
    (values, _count), _covered = composite([Observation(old), Observation(new)], tmp_path / "out.tif")
    assert values.tolist() == [[1500]]
    (values, _count), _covered = composite([Observation(new), Observation(old)], tmp_path / "out2.tif", "clearest")
    assert values.tolist() == [[2500]]
    with rasterio.open(tmp_path / "out2.tif") as dataset:
        assert dataset.scales == (1e-4, 1.0)
        assert dataset.offsets == (-0.1, 0.0)
        assert dataset.descriptions[-1] == "count"


def test_the_composite_covers_all_scenes_on_the_same_pixels(write, tmp_path):
    """Two tiles of a zone give one image of both, and a mask of another resolution counts at its own location."""
    first = write("a.tif", np.full((4, 4), 10, np.uint16), nodata=0)
    mask = write("m.tif", np.array([[1, 0], [0, 0]], np.uint8), pixel=40, nodata=255)
    tile = np.arange(1, 17, dtype=np.uint16).reshape(4, 4)
    beside = write("b.tif", tile, left=300040, top=5900060)
    (values, count), covered = composite([Observation(first, mask), Observation(beside)], tmp_path / "out.tif")
    assert count.tolist() == [
        [0, 0, 1, 1, 1, 1],
        [0, 0, 2, 2, 1, 1],
        [0, 0, 2, 2, 1, 1],
        [1, 1, 2, 2, 1, 1],
        [1, 1, 1, 1, 0, 0],
    ]
    assert values[0].tolist() == [0, 0, 1, 2, 3, 4]
    assert values[3].tolist() == [10, 10, 12, 12, 15, 16]
    assert values[4].tolist() == [10, 10, 10, 10, 0, 0]
    assert covered == pytest.approx(100 * 22 / 30)
    with rasterio.open(tmp_path / "out.tif") as dataset:
        assert dataset.transform == from_origin(300000, 5900060, 20, 20)


def test_tiles_far_apart_give_one_image_and_a_warning(write, tmp_path):
    """I get all scenes, and read that most of the image is empty."""
    first, far = (write(f"{left}.tif", np.full((2, 2), 5, np.uint16), left=left) for left in (300000, 300200))
    said: list[str] = []
    (_values, count), covered = composite(
        [Observation(first), Observation(far)], tmp_path / "out.tif", warn=said.append
    )
    assert count.tolist() == [[1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]] * 2
    assert covered == pytest.approx(100 / 3)
    assert len(said) == 1
    assert "67 %" in said[0]
    assert "12 x 2" in said[0]


def test_scenes_on_other_pixels_are_resampled_and_what_is_cut_is_said(write, tmp_path):
    """A scene of larger pixels does not move the grid; I read which scene was cut, and how much of it is left."""
    first = write("a.tif", np.full((4, 4), 10, np.uint16), nodata=0)
    other = write("b.tif", np.full((4, 4), 30, np.uint16), left=300040, pixel=40, nodata=0)
    said: list[str] = []
    (values, count), _covered = composite(
        [Observation(first), Observation(other)], tmp_path / "out.tif", warn=said.append
    )
    assert count.tolist() == [[1, 1, 2, 2]] * 4
    assert values[0].tolist() == [10, 10, 20, 20]
    assert len(said) == 1
    assert "b.tif" in said[0]
    assert "12 %" in said[0]


def test_a_scene_that_adds_nothing_is_named(write, tmp_path):
    """I read which scene is cloudy everywhere, and which mask covers too little or is of another date."""
    names = ("S2A_20170402T102021.tif", "S2A_20170412T102021.tif")
    scenes = [write(name, np.full((2, 4), 9, np.uint16)) for name in names]
    cloudy = write("cloudy.tif", np.ones((2, 4), np.uint8), nodata=255)
    tags = {"CLOUDS2MASK_SENSING_TIME": "2017-04-02T10:21:01+00:00"}
    half = write("half.tif", np.zeros((2, 2), np.uint8), nodata=255, tags=tags)
    said: list[str] = []
    observations = [Observation(scene, mask) for scene, mask in zip(scenes, (cloudy, half))]
    (_values, count), covered = composite(observations, tmp_path / "out.tif", warn=said.append)
    assert count.tolist() == [[1, 1, 0, 0]] * 2
    assert covered == 50
    nothing, date, part = said
    assert names[0] in nothing
    assert all(text in date for text in ("half.tif", "2017-04-02", names[1], "2017-04-12"))
    assert all(text in part for text in ("half.tif", "50.0 %", names[1]))


def test_a_mask_of_another_place_is_refused(write, tmp_path):
    """Both are named, also if the mask lies on the composite."""
    scenes = [write(f"{left}.tif", np.full((2, 2), 5, np.uint16), left=left) for left in (300000, 300040)]
    masks = [write(f"m{left}.tif", np.zeros((2, 2), np.uint8), left=left) for left in (300000, 300040)]
    observations = [Observation(scene, mask) for scene, mask in zip(scenes, reversed(masks))]
    with refused(RasterError, name=masks[1], other=scenes[0]):
        composite(observations, tmp_path / "out.tif")
    assert not (tmp_path / "out.tif").exists()


def test_floats_keep_their_type(write, tmp_path):
    """Reflectance as float stays float, with NaN as nodata."""
    first = write("a.tif", np.array([[0.1, np.nan]], np.float32), nodata=np.nan)
    second = write("b.tif", np.array([[0.2, np.nan]], np.float32), nodata=np.nan)
    (values, count), _covered = composite([Observation(first), Observation(second)], tmp_path / "out.tif")
    assert values[0, 0] == pytest.approx(0.15)
    assert np.isnan(values[0, 1])
    assert count[0, 0] == 2


def test_more_than_one_block_is_seamless(write, tmp_path):
    """A raster larger than a block has every pixel once."""
    values = np.arange(1, 1101 * 1030 + 1, dtype=np.uint32).reshape(1101, 1030)
    scenes = [Observation(write(f"{name}.tif", values + step)) for name, step in (("a", 0), ("b", 1), ("c", 8))]
    (median, count), covered = composite(scenes, tmp_path / "out.tif")
    assert np.array_equal(median, values + 1)
    assert (count == 3).all()
    assert covered == 100


def test_masks_are_matched_with_scenes_by_product(write):
    """I can list scenes and masks in any order."""
    scenes = [write(f"P{n}_20m.tif", np.array([[n]], np.uint16)) for n in (1, 2)]
    masks = [write(f"m{n}.tif", np.array([[0]], np.uint8), tags={"CLOUDS2MASK_PRODUCT": f"P{n}"}) for n in (2, 1)]
    assert [observation.mask for observation in pair(scenes, masks)] == [masks[1], masks[0]]
    with refused(RasterError, scene=scenes[0], count=0):
        pair(scenes, masks[:1])
    with refused(RasterError, scene=scenes[1], count=2):
        pair(scenes, [*masks, write("m3.tif", np.array([[0]], np.uint8), tags={"CLOUDS2MASK_PRODUCT": "P2"})])


def test_masks_without_a_product_are_matched_by_order(write):
    """Masks of other programs are matched with the scenes in the order of my lists."""
    scenes = [write(f"{n}.tif", np.array([[n]], np.uint16)) for n in (1, 2)]
    masks = [write(f"m{n}.tif", np.array([[0]], np.uint8)) for n in (1, 2)]
    assert [observation.mask for observation in pair(scenes, masks)] == masks


@pytest.mark.parametrize(
    ("second", "method", "key", "values"),
    [
        ({"values": np.zeros((2, 2, 2), np.uint16)}, "median", "scene", {"count": 2, "expected": 1}),
        ({"values": np.zeros((2, 2), np.uint16)}, "newest", "scene", {}),
        ({"values": np.zeros((2, 2), np.uint16), "crs": None}, "median", "name", {}),
        ({"values": np.zeros((2, 2), np.uint16), "left": 500000, "pixel": 10}, "median", "name", {"other": True}),
    ],
)
def test_scenes_that_cannot_be_combined_are_refused(write, tmp_path, second, method, key, values):
    """I read which scene is wrong."""
    first = write("S2A_20170402T102021.tif", np.zeros((2, 2), np.uint16))
    other = write("other.tif", second.pop("values"), **second)
    expected = {key: other, **values, **({"other": first} if "other" in values else {})}
    observations = [Observation(path, time=acquisition_time(path)) for path in (first, other)]
    with refused(RasterError, **expected) as caught:
        composite(observations, tmp_path / "o.tif", method)
    assert caught.value.values.keys() == expected.keys()
    assert not (tmp_path / "o.tif").exists()


def test_cancelling_leaves_nothing(three, tmp_path):
    """After I cancel, no partial file is left."""

    def stop(_fraction: float) -> None:
        raise CancelledError("stop")

    before = set(tmp_path.iterdir())
    with pytest.raises(CancelledError):
        write_composite(three, Recipe("median", ClearRule()), tmp_path / "out.tif", stop, silent)
    assert set(tmp_path.iterdir()) == before


def test_a_file_that_is_not_a_raster_is_named(write, tmp_path):
    """I read which scene or mask cannot be opened."""
    good, bad = write("good.tif", np.array([[1]], np.uint16)), tmp_path / "bad.tif"
    bad.write_text("no raster", encoding="utf-8")
    for observations in ([Observation(good), Observation(str(bad))], [Observation(good, str(bad))]):
        with refused(RasterError, name=bad):
            composite(observations, tmp_path / "out.tif")
    assert not (tmp_path / "out.tif").exists()


def test_a_large_composite_is_drawn_from_overviews(write, tmp_path):
    """A large composite draws fast when I zoom out."""
    scene = write("a.tif", np.full((1, 1100), 5, np.uint16), nodata=0)
    composite([Observation(scene)], tmp_path / "out.tif")
    with rasterio.open(tmp_path / "out.tif") as dataset:
        assert [dataset.overviews(band) for band in dataset.indexes] == [[2], [2]]


def test_a_count_is_never_nodata(write, tmp_path):
    """If the scenes have nodata 1, a count of one clear observation is still data."""
    scenes = [Observation(write(f"{n}.tif", np.array([[7, n]], np.uint16), nodata=1)) for n in (1, 2)]
    (values, count), _covered = composite(scenes, tmp_path / "out.tif")
    assert values.tolist() == [[7, 2]]
    assert count.tolist() == [[2, 1]]
    with rasterio.open(tmp_path / "out.tif") as dataset:
        assert dataset.nodata == 0
