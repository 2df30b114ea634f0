"""Requests and answers of the process of a model survive JSON."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ....core.areas.area import AreaOfInterest
from ....core.errors import ModelMissingError
from ....core.language import use_translator
from ....core.settings import MaskSettings, ProductsToFolder
from ....core.systems.messages import Answer, Request

BOX = AreaOfInterest.box(1, 2, 3, 4, "EPSG:32633")
WKB = bytes.fromhex(
    "0106000000010000000103000000010000000400000000000000000000000000000000000000000000000000000000000000"
    "000008400000000000000840000000000000084000000000000000000000000000000000"
)
"""A triangle as a multipolygon."""


@pytest.mark.parametrize("area", [None, BOX, AreaOfInterest(WKB, "EPSG:4326")], ids=["whole", "json", "binary"])
@pytest.mark.parametrize("packages", [None, Path("/profile/packages")])
def test_a_request_is_read_as_it_was_written(tmp_path, area, packages):
    """Every option and the area reach the process."""
    job = ProductsToFolder((tmp_path / "A.SAFE",), tmp_path / "out")
    options = {"device": "cpu", "threshold": 0.3, "batch_size": 2, "elevation": tmp_path / "dem.tif"}
    settings = replace(MaskSettings(job, 10, "s2cloudless", **options), area=area)
    assert Request.unpacked(Request(settings, packages).packed()) == Request(settings, packages)


def test_an_error_is_told_in_my_language():
    """The process knows only English: its error is translated here, with the sentences in it."""
    error = ModelMissingError("{model} is missing. {remedy}", model="x", remedy="Install it.")
    packed = Answer(5, error=error).packed()
    use_translator(lambda text: {"{model} is missing. {remedy}": "{model} fehlt. {remedy}"}.get(text, f"§{text}"))
    try:
        answer = Answer.unpacked(packed)
    finally:
        use_translator(None)
    assert str(answer.error) == "§x fehlt. §Install it."
    assert (answer.peak_bytes, answer.mask) == (5, None)


def test_values_that_json_lacks_become_texts():
    """Paths and exceptions in an error are texts; lists stay lists, and numbers keep their format."""
    error = ModelMissingError(
        "{path} {names} {size:g} {reason}", path=Path("/a/b"), names=("x", "y"), size=2.5, reason=ValueError("no")
    )
    answer = Answer.unpacked(Answer(None, Path("/m.tif"), error).packed())
    assert str(answer.error) == str(error)
    assert answer.mask == Path("/m.tif")
