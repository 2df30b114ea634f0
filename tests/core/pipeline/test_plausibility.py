"""Values with which labels are known to fail give a warning, and others none; on labelled images of both levels."""

from __future__ import annotations

import numpy as np
import pytest

from ....core.pipeline.plausibility import value_warnings
from ....core.product.raster import open_raster
from ....tools import labelled_sets
from ....tools.labelled_sets import LabelledSet

pytestmark = pytest.mark.skipif(
    not labelled_sets.is_there(), reason="The labelled images are not beside the project; see CLOUD_S2_MASK_TEST_DATA."
)


@pytest.fixture(scope="module")
def images() -> dict[str, LabelledSet]:
    """All labelled images, by name."""
    return {one.name: one for one in labelled_sets.labelled_sets()}


def warnings_of(one: LabelledSet, folder, **changes) -> list[str]:
    """Return the warnings of an image, opened as a raster."""
    given = LabelledSet(**{**vars(one), **changes})
    return value_warnings(open_raster(given.write_raster(folder)))


def test_the_images_are_of_the_level_that_they_say(images, tmp_path):
    """No image is taken for one of the other level."""
    for one in images.values():
        assert not any("level" in text for text in warnings_of(one, tmp_path)), one.name


@pytest.mark.parametrize("name", ["cumulus", "clear_hills_nz", "landsat5", "oncloudn 1", "oncloudn 3", "oncloudn 4"])
def test_vegetation_tells_the_other_level(images, tmp_path, name):
    """An image with dense vegetation that is declared to be of the other level gives a warning that names both."""
    other = {"L1C": "L2A", "L2A": "L1C"}[images[name].level]
    (text,) = [text for text in warnings_of(images[name], tmp_path, level=other) if "level" in text]
    assert f"level {other}" in text
    assert f"level {images[name].level}" in text


def test_bands_that_were_cut_at_a_highest_value_give_a_warning(images, tmp_path):
    """Landsat of 8 bits and a scene cut at 0.4 have clouds of one value; scenes of 12 bits do not."""
    assert any("8 bits" in text for text in warnings_of(images["landsat7"], tmp_path))
    cumulus = images["cumulus"]
    assert not any("8 bits" in text for text in warnings_of(cumulus, tmp_path))
    assert any(
        "8 bits" in text for text in warnings_of(cumulus, tmp_path, reflectance=np.minimum(cumulus.reflectance, 0.4))
    )


def test_clouds_that_fill_a_cut_image_give_a_warning(images, tmp_path):
    """The median of an image of clouds is as bright as what was cut."""
    one, here = images["landsat7"], (slice(352, 480), slice(192, 320))
    cut = {"reflectance": np.minimum(one.reflectance[here], 0.3), "labels": one.labels[here]}
    assert any("8 bits" in text for text in warnings_of(one, tmp_path, **cut))


def test_values_that_were_cut_at_1_and_tiny_images_give_no_warning(images, tmp_path):
    """Reflectance cut at 1, as providers do, leaves no holes; a few pixels have a highest value by chance."""
    for name in ("oncloudn 3", "oncloudn 5"):
        whole = np.minimum(images[name].reflectance, 1.0)
        assert not any("8 bits" in text for text in warnings_of(images[name], tmp_path, reflectance=whole)), name
    one = images["cumulus"]
    for line in range(0, 500, 25):
        here = slice(line, line + 9)
        small = {"reflectance": one.reflectance[here, here], "labels": one.labels[here, here]}
        assert not any("8 bits" in text for text in warnings_of(one, tmp_path, **small)), line
