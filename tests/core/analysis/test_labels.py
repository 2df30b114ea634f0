"""Polygons with a class are a reference: they are read in three languages and rasterised on the grid of a mask."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
from rasterio.transform import Affine, from_origin
from rasterio.warp import transform_geom

from ....core.analysis.class_values import MASK_VALUES, class_of_label, parse_values
from ....core.analysis.compare import Classified, compare
from ....core.analysis.confusion import DETAILS
from ....core.analysis.labels import Label, Labels
from ....core.classes import NODATA
from ....core.errors import RasterError, SettingError
from ...refusals import refused

UTM, LEFT, TOP = "EPSG:32633", 300000.0, 5900040.0
PLACE = from_origin(LEFT, TOP, 20, 20)
ALL = DETAILS["all classes"]


def wkb(*rings: list[tuple[float, float]]) -> bytes:
    """Return a polygon as well-known binary; its rings in pixels of 20 m from the upper left corner of the mask."""
    data = np.array([1], np.uint8).tobytes() + np.array([3, len(rings)], "<u4").tobytes()
    for ring in rings:
        points = [(LEFT + 20 * column, TOP - 20 * line) for column, line in (*ring, ring[0])]
        data += np.array([len(points)], "<u4").tobytes() + np.array(points, "<f8").tobytes()
    return data


def box(left: float, top: float, right: float, bottom: float) -> list[tuple[float, float]]:
    """Return the corners of a rectangle in columns and lines."""
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def labels(*polygons: tuple[str, bytes], crs: str = UTM, values=MASK_VALUES) -> Labels:
    """Return the labels of a layer."""
    return Labels("my labels", "kind", crs, [Label(*one) for one in polygons], values)


@pytest.fixture
def mask(tmp_path):
    """Write a mask."""

    def write(values, transform: Affine = PLACE, crs: str | None = UTM) -> Classified:
        array, path = np.asarray(values, np.uint8), tmp_path / "mask.tif"
        shape = {"height": array.shape[0], "width": array.shape[1], "transform": transform}
        with rasterio.open(path, "w", driver="GTiff", count=1, dtype="uint8", nodata=255, crs=crs, **shape) as dataset:
            dataset.write(array, 1)
        return Classified(str(path), MASK_VALUES)

    return write


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("clear, Clear, CLEAR SKY, cloud-free, klar, wolkenfrei, clair, ciel dégagé, sans nuages, 0, 0.0", 0),
        ("cloud, thick_cloud, Thick clouds, Wolken, dichte Wolken, nuages, Nuages épais, 1", 1),
        ("thin cloud, thin-cloud, cirrus, thin clouds, dünne Wolken, duenne Wolke, nuages fins, 2", 2),
        ("shadow, cloud  shadows, Schatten, Wolkenschatten, ombres, Ombre de nuage, 3, 3.0", 3),
        ("nodata, unknown, unbekannt, aucune donnée, 255", NODATA),
        ("snow, ice, Schnee, Neige ou glace, 4", 4),
        ("water, Wasser, Eau, 5", 5),
        ("forest, 7, nan", None),
    ],
)
def test_classes_are_read_in_three_languages_and_as_numbers(words, value):
    """Case, accents and underscores do not matter."""
    assert {class_of_label(word.strip(), MASK_VALUES) for word in words.split(",")} == {value}


def test_numbers_can_have_classes_of_my_own():
    """A list of values is used for numbers; words keep their meaning."""
    own = parse_values("10:clear, 20:thick_cloud")
    assert [class_of_label(text, own) for text in ("10", "20", "1", "shadow")] == [0, 1, None, 3]


def test_only_pixels_whose_centres_are_in_a_polygon_count(mask):
    """Polygons, with a hole and between pixels, are compared with the mask where they are."""
    values = np.zeros((10, 10), np.uint8)
    values[2:6, 2:6] = 1
    found = compare(
        mask(values),
        labels(
            ("cloud", wkb(box(2, 2, 6, 6), box(3, 3, 5, 5))),
            ("clear", wkb(box(0, 0, 1.6, 1.4))),
            ("shadow", wkb(box(7, 7, 9, 9))),
            ("thin cloud", wkb(box(8.6, 0.6, 9.4, 1.4))),
        ),
        ALL,
    )
    assert found.confusion.counts.tolist() == [[2, 0, 0, 0], [0, 12, 0, 0], [0, 0, 0, 0], [4, 0, 0, 0]]
    assert found.mask_pixels == 100
    assert found.warnings == ()


def test_a_polygon_over_many_windows_is_counted_once(mask):
    """A mask that is read in several windows gives the same pixels, and its blocks add up."""
    values = np.zeros((1300, 1100), np.uint8)
    values[:, 550:] = 1
    triangle = wkb([(0, 0), (1100.37, 0), (0, 1300.71)])
    found = compare(mask(values), labels(("clear", triangle)), ALL)
    lines, columns = np.mgrid[:1300, :1100] + 0.5
    inside = columns / 1100.37 + lines / 1300.71 < 1
    expected = [np.count_nonzero(inside & (values == value)) for value in (0, 1)]
    assert found.confusion.counts[0, :2].tolist() == pytest.approx(expected, abs=3)
    assert found.blocks.sum() == found.confusion.pixels
    assert 40 < len(found.blocks) < 99
    assert found.kappa_interval == (0, 0)


def test_overlapping_polygons_of_different_classes_are_left_out(mask):
    """Two polygons of a class may overlap; where two classes overlap, a warning says how many pixels do not count."""
    values = np.ones((4, 8), np.uint8)
    polygons = [("1", wkb(box(0, 0, 4, 4))), ("cloud", wkb(box(2, 0, 5, 4))), ("thin cloud", wkb(box(4, 0, 8, 4)))]
    found = compare(mask(values), labels(*polygons), ALL)
    assert found.confusion.counts.tolist() == [[0] * 4, [0, 16, 0, 0], [0, 12, 0, 0], [0] * 4]
    assert len(found.warnings) == 1
    assert "4 pixels" in found.warnings[0]
    merged = compare(mask(values), labels(*polygons), DETAILS["one class of cloud"])
    assert (merged.confusion.pixels, merged.warnings) == (32, ())


@pytest.mark.parametrize("word", ["unknown", "no data", "255"])
def test_what_i_cannot_tell_does_not_count(mask, word):
    """A polygon of an unknown class takes its pixels out of the others, whichever was drawn first."""
    mine, unknown = ("clear", wkb(box(0, 0, 8, 4))), (word, wkb(box(4, 0, 8, 4)))
    for polygons in ((mine, unknown), (unknown, mine, ("cloud", wkb(box(6, 0, 8, 4))))):
        found = compare(mask(np.zeros((4, 8))), labels(*polygons), ALL)
        assert found.confusion.counts[0].tolist() == [16, 0, 0, 0]
        assert found.confusion.pixels == 16
        assert found.warnings == ()


def test_polygons_with_heights_as_older_types_are_read(mask):
    """QGIS marks heights by a flag in types that are older than the standard."""
    ring = [(LEFT + 20 * x, TOP - 20 * y, 9.0) for x, y in (*box(0, 0, 2, 2), (0, 0))]
    data = b"\x01" + np.array([0x80000003, 1, 5], "<u4").tobytes() + np.array(ring, "<f8").tobytes()
    assert compare(mask(np.zeros((4, 4))), labels(("clear", data)), ALL).confusion.pixels == 4


def test_many_polygons_far_away_do_not_matter(mask):
    """Polygons beyond the mask, before and after one on it, are left out before they are reprojected."""
    away = [("cloud", wkb(box(left, 500, left + 1, 501))) for left in range(-3000, 3000, 3)]
    found = compare(mask(np.zeros((4, 4))), labels(*away, ("clear", wkb(box(0, 0, 2, 2))), *away), ALL)
    assert found.confusion.counts[0].tolist() == [4, 0, 0, 0]


def test_labels_in_another_crs_are_reprojected(mask):
    """Polygons in degrees lie on the same pixels."""
    values = np.zeros((30, 40), np.uint8)
    values[5:20, 10:30] = 3
    corners = [(LEFT + 20 * column, TOP - 20 * line) for column, line in box(10, 5, 30, 20)]
    polygon = {"type": "Polygon", "coordinates": [[*corners, corners[0]]]}
    degrees = transform_geom(UTM, "EPSG:4326", polygon)["coordinates"][0]
    data = np.array([1], np.uint8).tobytes() + np.array([3, 1, 5], "<u4").tobytes()
    found = compare(mask(values), labels(("Schatten", data + np.array(degrees, "<f8").tobytes()), crs="EPSG:4326"), ALL)
    assert found.confusion.counts[3].tolist() == [0, 0, 0, 300]


def test_a_rotated_mask_has_the_labels_at_their_place(mask):
    """A mask whose lines do not run from west to east is compared pixel by pixel too."""
    rotated = Affine.translation(LEFT, TOP) * Affine.rotation(30) * Affine.scale(20, -20)
    values = np.zeros((10, 10), np.uint8)
    values[4, 6] = 1
    around = [rotated * point for point in box(6, 4, 7, 5)]
    ring = [((x - LEFT) / 20, (TOP - y) / 20) for x, y in around]
    found = compare(mask(values, rotated), labels(("nuage", wkb(ring))), ALL)
    assert found.confusion.counts.tolist() == [[0] * 4, [0, 1, 0, 0], [0] * 4, [0] * 4]


def test_polygons_without_a_class_are_left_out_with_a_warning(mask):
    """A word that names no class, or no word at all, is named; a polygon of no known class is silent."""
    square = wkb(box(0, 0, 2, 2))
    elsewhere = wkb(box(2, 2, 4, 4))
    polygons = [("clear", square), ("forest", square), ("", square), ("forest", square), ("unknown", elsewhere)]
    found = compare(mask(np.zeros((4, 4))), labels(*polygons), ALL)
    assert found.confusion.pixels == 4
    (warning,) = found.warnings
    assert all(text in warning for text in ("3 polygons", "my labels", "NULL, forest"))


def test_polygons_of_water_are_clear_to_a_mask_without_water(mask):
    """They may overlap a polygon of clear ground; to a mask with water they are water."""
    polygons = ("clear", wkb(box(0, 0, 4, 4))), ("water", wkb(box(2, 0, 4, 4)))
    plain = compare(mask(np.zeros((4, 4), np.uint8)), labels(*polygons), ALL)
    assert plain.confusion.counts[0].tolist() == [16, 0, 0, 0]
    assert plain.warnings == ()
    values = np.zeros((4, 4), np.uint8)
    values[:, 3:] = 5
    found = compare(mask(values), labels(("clear", wkb(box(0, 0, 2, 4))), polygons[1]), ALL).confusion
    assert [c.key for c in found.classes][4:] == ["water"]
    assert found.counts[[0, 4]].tolist() == [[8, 0, 0, 0, 0], [4, 0, 0, 0, 4]]


def test_labels_that_cannot_be_used_are_refused(mask):
    """I read that there are no polygons, which labels the field has, or that nothing lies on the mask."""
    with refused(SettingError, path="my labels"):
        labels()
    square = wkb(box(0, 0, 2, 2))
    with refused(SettingError, path="my labels", field="kind", labels="field 1, field 2"):
        labels(("field 2", square), ("field 1", square))
    there = mask(np.zeros((4, 4)))
    with refused(RasterError, mask=there.path, reference="my labels"):
        compare(there, labels(("clear", wkb(box(50, 50, 60, 60)))), ALL)
    with refused(SettingError, path="my labels", mask=there.path) as caught:
        compare(there, labels(("clear", square), crs="no crs"), ALL)
    assert "reason" in caught.value.values
    with refused(RasterError, name=there.path):
        compare(mask(np.zeros((4, 4)), crs=None), labels(("clear", square)), ALL)
