"""Two rasters on any grids are compared where both have data."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.transform import from_origin

from ....core.analysis.class_values import MASK_VALUES, SCL_VALUES, parse_values
from ....core.analysis.compare import Classified, compare
from ....core.analysis.confusion import DETAILS, PAIR_COLOURS
from ....core.classes import CLASS_OF_KEY, NODATA
from ....core.errors import CancelledError, OutputError, RasterError
from ....core.masks.tags import CLASS_LABELS, MODEL, prefixed
from ...refusals import refused

ALL = DETAILS["all classes"]


@pytest.fixture
def write(tmp_path):
    """Write a raster of classes; `pixel` and `origin` in metres of UTM 33."""

    def raster(name, values, *, pixel=20.0, origin=(300000.0, 5900040.0), nodata=NODATA, crs="EPSG:32633") -> str:
        path = tmp_path / name
        array = np.asarray(values)
        profile = {"driver": "GTiff", "count": 1, "dtype": array.dtype, "nodata": nodata, "crs": crs}
        shape = {"height": array.shape[0], "width": array.shape[1], "transform": from_origin(*origin, pixel, pixel)}
        with rasterio.open(path, "w", **profile, **shape) as dataset:
            dataset.write(array, 1)
        return str(path)

    return raster


def random_classes(shape: tuple[int, int], seed: int) -> np.ndarray:
    """Return classes of a mask, 5 % without data."""
    random = np.random.default_rng(seed)
    classes = random.integers(0, 4, shape).astype(np.uint8)
    classes[random.random(shape) < 0.05] = NODATA
    return classes


def mask_of(path: str) -> Classified:
    """Return a raster with the values of a mask."""
    return Classified(path, MASK_VALUES)


def test_rasters_of_other_dates_give_a_warning(write):
    """I read that mask and reference are of different dates; the times of one pass may differ."""
    mask = write("S2A_MSIL1C_20170216T102101_mask.tif", np.zeros((2, 2), np.uint8))
    same, other = (
        write(f"T33UUU_{time}_SCL.tif", np.full((2, 2), 4, np.uint8)) for time in ("20170216T102204", "20170308T102101")
    )
    assert compare(mask_of(mask), Classified(same, SCL_VALUES), ALL).warnings == ()
    (warning,) = compare(mask_of(mask), Classified(other, SCL_VALUES), ALL).warnings
    assert "2017-02-16" in warning
    assert "2017-03-08" in warning


def test_counts_over_many_strips_are_those_of_the_whole(write):
    """A raster taller than a window is counted to its last line."""
    mask, reference = random_classes((1300, 70), 1), random_classes((1300, 70), 2)
    found = compare(mask_of(write("mask.tif", mask)), mask_of(write("reference.tif", reference)), ALL)
    has_data = (mask != NODATA) & (reference != NODATA)
    for row in range(4):
        for column in range(4):
            expected = np.count_nonzero(has_data & (reference == row) & (mask == column))
            assert found.confusion.counts[row, column] == expected
    assert found.mask_pixels == np.count_nonzero(mask != NODATA)
    assert found.warnings == ()


def test_a_coarser_reference_is_resampled_to_the_grid_of_the_mask(write):
    """A 40 m pixel of the reference counts for each of the four 20 m pixels below it."""
    reference = np.array([[0, 1], [3, 2]], np.uint8)
    mask = reference.repeat(2, 0).repeat(2, 1)
    mask[0, 0] = 1
    found = compare(mask_of(write("mask.tif", mask)), mask_of(write("reference.tif", reference, pixel=40.0)), ALL)
    assert found.confusion.counts.tolist() == [[3, 1, 0, 0], [0, 4, 0, 0], [0, 0, 4, 0], [0, 0, 0, 4]]


@pytest.mark.parametrize("nodata", [None, NODATA])
def test_beyond_the_reference_nothing_is_compared(write, nodata):
    """Pixels outside the reference are nodata, not clear, also if it declares no nodata value."""
    reference = np.ones((4, 2), np.uint8)
    found = compare(
        mask_of(write("mask.tif", np.ones((4, 6), np.uint8))),
        mask_of(write("reference.tif", reference, origin=(300040.0, 5900040.0), nodata=nodata)),
        ALL,
    )
    assert found.confusion.counts.tolist() == [[0, 0, 0, 0], [0, 8, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]
    assert found.mask_pixels == 24


def test_nodata_of_a_resampled_reference_stays_nodata(write):
    """The reference's nodata does not become a class when it is resampled."""
    reference = np.array([[1, 77], [77, 1]], np.uint8)
    found = compare(
        mask_of(write("mask.tif", np.ones((4, 4), np.uint8))),
        mask_of(write("reference.tif", reference, pixel=40.0, nodata=77)),
        ALL,
    )
    assert found.confusion.pixels == 8
    assert found.warnings == ()


def test_a_reference_in_another_crs_is_reprojected(write):
    """Labels in degrees are compared with a mask in metres."""
    mask = np.zeros((40, 40), np.uint8)
    mask[:, 20:] = 1
    path = write("mask.tif", mask)
    with rasterio.open(path) as dataset, rasterio.vrt.WarpedVRT(dataset, crs="EPSG:4326") as degrees:
        reference = degrees.read(1)
        profile = {**degrees.profile, "driver": "GTiff"}
        with rasterio.open(Path(path).with_name("degrees.tif"), "w", **profile) as written:
            written.write(reference, 1)
    found = compare(mask_of(path), mask_of(str(Path(path).with_name("degrees.tif"))), ALL).confusion
    assert found.pixels > 0.95 * mask.size
    assert (found.overall_accuracy or 0) > 0.95


def test_classes_can_be_merged(write):
    """If the reference has only one class of cloud, I can merge thin and thick cloud."""
    mask = write("mask.tif", np.array([[0, 1, 2, 3]], np.uint8))
    reference = write("reference.tif", np.array([[0, 1, 1, 3]], np.uint8))
    found = [compare(mask_of(mask), mask_of(reference), detail).confusion for detail in DETAILS.values()]
    assert [one.overall_accuracy for one in found] == [0.75, 1, 1]
    assert found[1].counts.tolist() == [[1, 0, 0], [0, 2, 0], [0, 0, 1]]
    assert found[2].counts.tolist() == [[1, 0], [0, 3]]


def test_values_may_have_any_class(write):
    """The values of the scene classification and of my own list are mapped to classes."""
    mask = write("mask.tif", np.array([[0, 1, 2, 3, 0]], np.uint8))
    scl = Classified(write("scl.tif", np.array([[4, 9, 10, 3, 0]], np.uint8), nodata=None), SCL_VALUES)
    own = parse_values("10:clear, 20:thick_cloud, 30:thin_cloud, 40:shadow, 50:nodata")
    labels = Classified(write("labels.tif", np.array([[10, 20, 30, 40, 50]], np.int16), nodata=None), own)
    for reference in (scl, labels):
        found = compare(mask_of(mask), reference, ALL).confusion
        assert found.counts.tolist() == np.eye(4, dtype=int).tolist()


@pytest.fixture
def write_named(write):
    """Write a mask whose tags name its classes."""

    def mask(name, values, *keys: str) -> Classified:
        path = write(name, np.array(values, np.uint8))
        names = json.dumps({str(CLASS_OF_KEY[key].value): key for key in keys})
        with rasterio.open(path, "r+") as dataset:
            dataset.update_tags(**prefixed({MODEL: "of-another-computer", CLASS_LABELS: names}))
        return mask_of(path)

    return mask


USUAL = ("clear", "thick_cloud", "shadow")
GROUND = (*USUAL, "snow", "water")


def test_snow_and_water_are_compared_if_both_tell_them(write, write_named):
    """The scene classification and a mask with these classes have a row and a column for each."""
    scl = Classified(write("scl.tif", np.array([[4, 9, 3, 11, 6, 6]], np.uint8), nodata=None), SCL_VALUES)
    mask = write_named("mask.tif", [[0, 1, 3, 4, 5, 0]], *GROUND)
    found = compare(mask, scl, ALL).confusion
    assert [c.label for c in found.classes] == ["Clear", "Cloud", "Thin cloud", "Cloud shadow", "Snow or ice", "Water"]
    assert found.counts.diagonal().tolist() == [1, 1, 0, 1, 1, 1]
    assert found.counts[5, 0] == 1
    assert compare(mask, scl, DETAILS["clear or not"]).confusion.counts.tolist() == [[4, 0], [0, 2]]
    cloud = compare(mask, scl, DETAILS["one class of cloud"]).confusion
    assert cloud.counts.tolist() == [
        [1, 0, 0, 0, 0],
        [0, 1, 0, 0, 0],
        [0, 0, 1, 0, 0],
        [0, 0, 0, 1, 0],
        [1, 0, 0, 0, 1],
    ]


def test_snow_and_water_are_clear_to_a_mask_that_does_not_tell_them(write, write_named, tmp_path):
    """A mask of another model agrees with the scene classification where it calls a lake clear, as it always did."""
    values = np.array([[4, 9, 3, 11, 6, 6]], np.uint8)
    scl = Classified(write("scl.tif", values, nodata=None), SCL_VALUES)
    for mask in (
        write_named("named.tif", [[0, 1, 3, 0, 0, 0]], *USUAL),
        mask_of(write("nameless.tif", np.array([[0, 1, 3, 0, 0, 0]], np.uint8))),
    ):
        found = compare(mask, scl, ALL, difference=tmp_path / "difference.tif").confusion
        assert [c.key for c in found.classes] == ["clear", "thick_cloud", "thin_cloud", "shadow"]
        assert found.counts.tolist() == [[4, 0, 0, 0], [0, 1, 0, 0], [0] * 4, [0, 0, 0, 1]]
        with rasterio.open(tmp_path / "difference.tif") as dataset:
            assert dataset.read(1).tolist() == [[0, 11, 33, 0, 0, 0]]


def test_labels_tell_snow_and_water_if_they_have_any(write, write_named):
    """A raster that says nothing of its classes tells those that occur in it, and my own list those that it names."""
    mask = write_named("mask.tif", [[0, 4, 5]], *GROUND)
    clear, some = (write(name, np.array([values], np.uint8)) for name, values in (("a", (0, 0, 0)), ("b", (0, 0, 5))))
    assert compare(mask, mask_of(clear), ALL).confusion.overall_accuracy == 1
    found = compare(mask, mask_of(some), ALL).confusion
    assert [c.key for c in found.classes][4:] == ["water"]
    assert found.overall_accuracy == 1
    own = Classified(clear, parse_values("0:clear, 7:snow"))
    found = compare(mask, own, ALL).confusion
    assert [c.key for c in found.classes][4:] == ["snow"]
    assert found.overall_accuracy == pytest.approx(2 / 3)


def test_values_without_a_class_are_left_out_with_a_warning(write):
    """I read which values were not counted, and the number of their pixels."""
    mask = write("mask.tif", np.zeros((1, 6), np.uint8))
    reference = write("reference.tif", np.array([[0, 0, 7, 7, 7, 9]], np.uint8))
    found = compare(mask_of(mask), mask_of(reference), ALL)
    assert found.confusion.pixels == 2
    assert len(found.warnings) == 1
    assert all(text in found.warnings[0] for text in (reference, "(7, 9)", "4 pixels"))


def test_the_difference_holds_both_classes(write, tmp_path):
    """The difference has the grid of the mask, a code for each pair of classes, and a palette."""
    mask, reference = random_classes((1100, 1030), 3), random_classes((1100, 1030), 4)
    mask_path, target = write("mask.tif", mask), tmp_path / "difference.tif"
    compare(mask_of(mask_path), mask_of(write("reference.tif", reference)), ALL, difference=target)
    expected = np.where((mask == NODATA) | (reference == NODATA), NODATA, reference.astype(int) * 10 + mask)
    with rasterio.open(target) as dataset, rasterio.open(mask_path) as grid:
        assert np.array_equal(dataset.read(1), expected)
        assert (dataset.crs, dataset.transform, dataset.nodata) == (grid.crs, grid.transform, NODATA)
        assert dataset.colormap(1)[13][:3] == PAIR_COLOURS[13]
        assert dataset.overviews(1) == [2]


def test_rasters_without_common_data_are_refused_and_leave_nothing(write, tmp_path):
    """Rasters apart from each other, or without data in common, are errors that name both; no difference is written."""
    mask = write("mask.tif", np.zeros((4, 4), np.uint8))
    other = write("other.tif", np.zeros((4, 4), np.uint8), origin=(500000.0, 5900040.0))
    empty = write("empty.tif", np.full((4, 4), NODATA, np.uint8))
    before = sorted(tmp_path.iterdir())
    for reference, named in ((other, {"name": other, "other": mask}), (empty, {"reference": empty, "mask": mask})):
        with refused(RasterError, **named):
            compare(mask_of(mask), mask_of(reference), ALL, difference=tmp_path / "difference.tif")
    assert sorted(tmp_path.iterdir()) == before


def test_values_without_a_class_are_named_if_nothing_can_be_compared(write):
    """If no value has a class, the error lists the values."""
    mask = write("mask.tif", np.zeros((1, 2), np.uint8))
    reference = write("reference.tif", np.array([[100, 200]], np.uint8))
    with refused(RasterError, mask=mask, reference=reference) as caught:
        compare(mask_of(mask), mask_of(reference), ALL)
    assert "(100, 200)" in str(caught.value.values["hint"])


def test_an_image_is_not_a_classification(write):
    """A raster of reflectance is refused, not counted value by value."""
    values = np.arange(40 * 40, dtype=np.float32).reshape(40, 40) + 0.5
    image = write("ndvi.tif", values)
    with refused(RasterError, path=image, limit=256):
        compare(mask_of(write("mask.tif", np.zeros((40, 40), np.uint8))), mask_of(image), ALL)


def test_a_file_that_cannot_be_read_is_named(write, tmp_path):
    """A file that is missing, not a raster, damaged or without a coordinate reference system is named."""
    mask = write("mask.tif", random_classes((600, 600), 5))
    text, damaged = tmp_path / "text.tif", Path(write("damaged.tif", random_classes((600, 600), 6)))
    text.write_text("no raster", encoding="utf-8")
    damaged.write_bytes(damaged.read_bytes()[:2000])
    nowhere = write("nowhere.tif", random_classes((10, 10), 7), crs=None)
    for path, keys in (
        (tmp_path / "no.tif", {"name", "reason"}),
        (text, {"name", "reason"}),
        (damaged, {"name", "reason"}),
        (nowhere, {"name"}),
    ):
        with refused(RasterError, name=path) as caught:
            compare(mask_of(mask), mask_of(str(path)), ALL, difference=tmp_path / "difference.tif")
        assert caught.value.values.keys() == keys
    assert not (tmp_path / "difference.tif").exists()


def test_cancelling_leaves_nothing(write, tmp_path):
    """A cancelled comparison leaves no partial difference."""
    mask = write("mask.tif", random_classes((1300, 10), 8))

    def stop(fraction: float) -> None:
        if fraction > 0.5:
            raise CancelledError("Cancelled.")

    with pytest.raises(CancelledError):
        compare(mask_of(mask), mask_of(mask), ALL, difference=tmp_path / "difference.tif", progress=stop)
    assert [path.name for path in tmp_path.iterdir()] == ["mask.tif"]


def test_a_missing_folder_is_named(write, tmp_path):
    """I read which file could not be written."""
    mask = write("mask.tif", random_classes((10, 10), 9))
    with refused(OutputError, path=tmp_path / "missing" / "difference.tif"):
        compare(mask_of(mask), mask_of(mask), ALL, difference=tmp_path / "missing" / "difference.tif")
