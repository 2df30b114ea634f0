"""Names of mask files: of a run, and beside a mask that the user named."""

from __future__ import annotations

from pathlib import Path

import pytest

from ....core.masks.names import MaskNames, extent_name

FOLDER = Path("masks")


def test_files_of_a_run_begin_with_the_product():
    """The VRT of the bands does not depend on the model, so its name has no model."""
    names = MaskNames.in_folder(FOLDER, "S2A_X", "tiny", "20m")
    assert (names.mask, names.vrt) == (FOLDER / "S2A_X_tiny_20m.tif", FOLDER / "S2A_X_20m.vrt")
    assert names.confidence == FOLDER / "S2A_X_tiny_20m_confidence.tif"
    assert names.valid_mask == FOLDER / "S2A_X_tiny_20m_valid.tif"


def test_files_beside_a_mask_begin_with_its_name():
    """I called the mask clouds.tif, and find the other files next to it."""
    names = MaskNames.beside(FOLDER / "clouds.tif")
    assert (names.mask, names.vrt) == (FOLDER / "clouds.tif", FOLDER / "clouds_bands.vrt")
    assert names.valid_mask == FOLDER / "clouds_valid.tif"


@pytest.mark.parametrize(
    ("resolution", "area", "name"),
    [(20, None, "20m"), (12.5, None, "12.5m"), ("20", "1a2b3c4d5e6f7081", "20m_area_1a2b3c4d")],
)
def test_pixel_size_and_area_are_in_the_name(resolution, area, name):
    """Masks of several areas fit in one folder."""
    assert extent_name(resolution, area) == name
