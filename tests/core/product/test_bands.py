"""The table of bands agrees with the instrument."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from ....core.product.bands import BAND_OF_ID, BANDS


def test_bands_are_those_of_real_metadata(real_product):
    """Names, numbers and pixel sizes of the 13 bands agree with the metadata of a real product."""
    listed = list(ET.parse(real_product / "MTD_MSIL1C.xml").getroot().iter("Spectral_Information"))
    assert len(listed) == len(BANDS) == 13
    for entry in listed:
        band = BANDS[BAND_OF_ID[int(entry.get("bandId", ""))]]
        physical = entry.get("physicalBand", "")
        assert band.name == f"B{physical[1:].zfill(2)}"
        assert band.pixel_size == int(entry.findtext("RESOLUTION") or 0)
