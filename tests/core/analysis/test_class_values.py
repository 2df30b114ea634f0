"""Values of other classifications are mapped to classes of a mask."""

from __future__ import annotations

import numpy as np
import pytest

from ....core.analysis.class_values import MASK_VALUES, SCL_VALUES, parse_values, to_classes, values_of
from ....core.classes import CLEAR, NODATA, SHADOW, SNOW, THICK_CLOUD, THIN_CLOUD, WATER
from ....core.errors import SettingError
from ...refusals import refused


def test_the_scene_classification_is_read_as_the_specification_says():
    """Clouds of medium and high probability are thick, cirrus is thin; snow and water are kinds of clear ground."""
    classes, unknown = to_classes(np.arange(13, dtype=np.uint8), SCL_VALUES)
    expected = [NODATA, NODATA, CLEAR, SHADOW, CLEAR, CLEAR, WATER, CLEAR, THICK_CLOUD, THICK_CLOUD, THIN_CLOUD, SNOW]
    assert classes.tolist() == [*expected, NODATA]
    assert unknown.tolist() == [False] * 12 + [True]


@pytest.mark.parametrize("kind", [np.uint8, np.int16, np.float32])
def test_every_number_type_is_supported(kind):
    """Labels from a raster calculator are often floats."""
    classes, unknown = to_classes(np.array([0, 1, 7], kind), parse_values("0:nodata, 1:clear"))
    assert classes.tolist() == [NODATA, CLEAR, NODATA]
    assert unknown.tolist() == [False, False, True]


def test_a_list_of_values_accepts_names_and_numbers():
    """Names of classes and their numbers are equivalent, and blanks and case do not matter."""
    assert parse_values(" 0: nodata,1:Clear , 2:1,-3.5:shadow, 6:water") == {
        0: NODATA,
        1: CLEAR,
        2: THICK_CLOUD,
        -3.5: SHADOW,
        6: WATER,
    }


@pytest.mark.parametrize("entry", ["1", "1:haze", "a:clear", "0:7"])
def test_a_wrong_entry_is_named(entry):
    """I read which entry is wrong, and the names of the classes."""
    with refused(SettingError, entry=entry, classes="clear, thick_cloud, thin_cloud, shadow, snow, water"):
        parse_values(f"8:nodata, {entry}")


def test_a_value_that_occurs_twice_is_refused():
    """1 cannot be clear and cloud."""
    with refused(SettingError, value="1.0", text="1:clear, 1.0:thick_cloud"):
        parse_values("1:clear, 1.0:thick_cloud")


@pytest.mark.parametrize(
    ("path", "kind", "values"),
    [
        ("/a/T33UUU_20170216T102101_SCL_20m.jp2", "auto", SCL_VALUES),
        ("/a_SCL/mask.tif", "auto", MASK_VALUES),
        ("/a/T33UUU_20170216T102101_SCL_20m.jp2", "mask", MASK_VALUES),
        ("/a/renamed.tif", "scl", SCL_VALUES),
    ],
)
def test_a_scene_classification_is_known_by_its_name(path, kind, values):
    """An SCL file is recognized by its name; if it has another name, I can select its kind."""
    assert values_of(path, kind) is values
