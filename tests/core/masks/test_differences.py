"""A mask with other settings is told by nouns, which fit a sentence one by one and together."""

from __future__ import annotations

import json

from ....core.masks import tags
from ....core.masks.differences import differing_settings, options_text


def found(**options: object) -> dict[str, str]:
    """Return the tags of a mask with options."""
    return {tags.MODEL: "fmask", tags.OPTIONS: json.dumps(options)}


def test_each_differing_setting_is_a_noun():
    """No word of 'another' or 'with' is repeated in a list, also where the older mask had no elevation at all."""
    old, new = found(parallax=True, buffer_m=0), found(parallax=False, buffer_m=20, elevation="dem.tif")
    assert differing_settings(old, new) == ["test of parallax", "buffer", "elevation raster"]
    assert differing_settings(old, old) == []


def test_an_option_of_a_newer_version_is_told_by_its_name():
    """A mask of a later version is not taken for one of this version."""
    assert differing_settings(found(haze=1), found()) == ["haze"]


def test_the_options_of_a_mask_are_told_with_their_values():
    """I can repeat a run of Fmask: threshold, discs, test and the names of the maps."""
    options = {"threshold": 0.35, "dilate_px": 3, "parallax": False, "elevation": ["dem.tif", 10, 5], "buffer_m": 20.0}
    shown = {**found(**options), tags.MODEL_VERSION: "4"}
    assert options_text(shown, without=["buffer_m"]) == (
        "version of the model: 4, cloud probability threshold: 0.35, dilation of cloud: 3, test of parallax: no, "
        "elevation raster: dem.tif"
    )
    assert options_text(found(least_share={"shadow": 0.7})) == "least probability of shadow: 0.7"
    assert options_text({tags.OPTIONS: "damaged"}) == ""
