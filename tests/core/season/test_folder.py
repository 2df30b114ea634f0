"""Existing masks are read back from their tags and names."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio

from ....core.areas.area import AreaOfInterest
from ....core.errors import CancelledError, OutputError
from ....core.masks.mask_file import WrittenMask
from ....core.masks.result import MaskResult, SceneOutcome
from ....core.masks.usable import ClearRule
from ....core.season.folder import masks_in
from ....core.season.report import write_report
from ....core.season.table import season_csv
from ....core.season.thumbnail import thumbnail
from ..conftest import VISIBLE, run

CLOUD_WHERE_BRIGHT = [[0.0] * 3, [40.0, 0.0, 0.0], [0.0] * 3]


@pytest.fixture
def model(tiny_model) -> str:
    """A model that classifies pixels with B02 above 0.2 as cloud."""
    return str(tiny_model(CLOUD_WHERE_BRIGHT, [0.0, -8.0, -9.0], bands=list(VISIBLE)))


@pytest.fixture
def products(make_product) -> list[Path]:
    """Two tiles; half of the first and a quarter of the second are bright."""
    made = []
    for tile, bright in (("T33UUU", 60), ("T33UVU", 30)):
        blue = np.full((120, 120), 0.1)
        blue[:bright] = 0.5
        made.append(make_product(dict.fromkeys(VISIBLE, blue), tile=tile))
    return made


def results(outcomes: list[SceneOutcome]) -> dict[str, MaskResult]:
    """Return the results by tile."""
    assert all(outcome.result for outcome in outcomes), [outcome.error for outcome in outcomes]
    return {outcome.result.acquisition.tile: outcome.result for outcome in outcomes if outcome.result}


def one(outcomes: list[SceneOutcome]) -> MaskResult:
    """Return the only result."""
    (result,) = results(outcomes).values()
    return result


def thick(result: MaskResult) -> float:
    """Return the percent of thick cloud."""
    assert result.shares
    return result.shares["thick_cloud"]


def found(folder: Path) -> tuple[dict[str, MaskResult], int]:
    """Return the results in a folder by tile, and the number of masks left out."""
    outcomes, left_out = masks_in(folder, lambda _fraction: None)
    return results(outcomes), left_out


def test_a_season_from_files_is_that_of_the_run(model, products, out):
    """Table, chart and layers are the same as right after the run."""
    made = results(run(products, out, model=model, keep_vrt=True, valid_mask=ClearRule(), export_confidence=True))
    (out / "notes.tif").write_text("no raster", encoding="utf-8")
    again, left_out = found(out)
    assert left_out == 0
    assert again.keys() == made.keys() == {"T33UUU", "T33UVU"}
    for tile, result in made.items():
        assert again[tile].shares == pytest.approx(result.shares, abs=1e-5)
        assert thick(again[tile]) == pytest.approx({"T33UUU": 50, "T33UVU": 25}[tile], abs=1)
        assert again[tile].valid_percent == pytest.approx(result.valid_percent)
        exact = replace(again[tile], shares=result.shares, valid_percent=result.valid_percent, seconds=result.seconds)
        assert exact == replace(result, reused=True, warnings=())
    tables = [season_csv(masks_in(out, lambda _fraction: None)[0]), season_csv(run(products, out, model=model))]
    assert tables[0] == tables[1]


def test_shares_are_those_of_the_area(model, products, out):
    """The season of my field does not include masks of other areas or pixel sizes."""
    run(products, out, model=model)
    run(products, out, model=model, processing_res=30)
    field = AreaOfInterest.box(300100, 5900040 - 400, 300500, 5900040 - 200, "EPSG:32633")
    made = results(run(products, out, model=model, area=field))
    for number, path in enumerate(sorted(out.glob("*.tif"), key=lambda path: "area" in path.name)):
        os.utime(path, (number, number))
    again, left_out = found(out)
    assert {result.mask_path for result in again.values()} == {result.mask_path for result in made.values()}
    assert left_out == 4
    assert thick(again["T33UUU"]) == 100
    assert thick(again["T33UVU"]) == pytest.approx(50, abs=10)


def test_of_two_models_the_newest_mask_counts(tiny_model, model, products, out):
    """A product that I masked with two models is one date of the season, not two."""
    run(products[:1], out, model=model)
    other = str(tiny_model(CLOUD_WHERE_BRIGHT, [0.0, -30.0, -9.0], bands=list(VISIBLE), id="b"))
    newer = one(run(products[:1], out, model=other))
    os.utime(newer.mask_path, (9e9, 9e9))
    again, left_out = found(out)
    assert (again["T33UUU"].model, left_out) == (newer.model, 1)


def test_older_masks_have_tile_and_satellite_by_their_names(model, products, out):
    """Masks of older versions have no tags for tile and satellite."""
    made = one(run(products[:1], out, model=model))
    written = WrittenMask.read(made.mask_path)
    assert written
    tags = {name: text for name, text in written.tags.items() if name not in {"TILE", "SATELLITE"}}
    acquisition = replace(written, tags=tags).result().acquisition
    assert (acquisition.tile, acquisition.satellite) == ("T33UUU", made.acquisition.satellite)


@pytest.mark.parametrize(
    ("labels", "classes"),
    [
        ('{"0": "Clear", "1": "Cloud"}', ("clear", "thick_cloud")),
        ("{", ()),
        ("7", ()),
        (None, ()),
    ],
)
def test_a_mask_names_the_classes_of_a_model_that_is_gone(model, products, out, labels, classes):
    """The legend is right although the model was removed; a damaged tag leaves all classes possible."""
    written = WrittenMask.read(one(run(products[:1], out, model=model)).mask_path)
    assert written
    tags = {**written.tags, "MODEL": "gone", "CLASSES": labels}
    tags = {name: text for name, text in tags.items() if text is not None}
    assert replace(written, tags=tags).result().classes == classes


@pytest.mark.parametrize(
    "tags",
    [
        {"OPTIONS": "{"},
        {"OPTIONS": "7"},
        {"OPTIONS": "[" * 100_000},
        {"CLEAR_PERCENT": "much"},
        {"CLEAR_PERCENT": "nan"},
        {"VALID_PERCENT": "inf"},
        {"RESOLUTION": "inf"},
        {"SENSING_TIME": "yesterday"},
        {"SENSING_TIME": "0001-01-01T00:00:00+10:00"},
    ],
)
def test_damaged_tags_do_not_stop_the_others(model, products, out, tags):
    """A mask whose tags another program has damaged is left out."""
    made = results(run(products, out, model=model))
    with rasterio.open(made["T33UUU"].mask_path, "r+", IGNORE_COG_LAYOUT_BREAK="YES") as dataset:
        dataset.update_tags(**{f"CLOUDS2MASK_{name}": text for name, text in tags.items()})
    os.utime(made["T33UUU"].mask_path, (1, 1))
    assert found(out)[0].keys() == {"T33UVU"}
    (outcome,) = run(products[:1], out, model=model)
    assert outcome.result is None or set(tags) <= {"RESOLUTION", "SENSING_TIME"}
    assert outcome.error is None or isinstance(outcome.error, OutputError)


def test_a_time_without_zone_is_read_as_utc(model, products, out):
    """A season with such a mask is sorted, and its report is written."""
    made = results(run(products, out, model=model))
    with rasterio.open(made["T33UUU"].mask_path, "r+", IGNORE_COG_LAYOUT_BREAK="YES") as dataset:
        dataset.update_tags(CLOUDS2MASK_SENSING_TIME="2020-01-01T10:00:00")
    outcomes, _left_out = masks_in(out, lambda _fraction: None)
    assert season_csv(outcomes).splitlines()[-1].split(",")[5] == "2020-01-01T10:00:00Z"


def test_pipes_hidden_files_and_names_of_any_encoding_are_no_masks(model, products, out):
    """Files of other programs beside my masks neither stop nor hang the season."""
    made = one(run(products[:1], out, model=model))
    os.mkfifo(out / "pipe.tif")
    for name in (b".hidden.tif", b"\xff\xe9.tif"):
        Path(os.fsdecode(os.fsencode(out) + b"/" + name)).write_bytes(made.mask_path.read_bytes())
    again, left_out = found(out)
    assert (again["T33UUU"].mask_path, left_out) == (made.mask_path, 0)


def test_reading_can_be_cancelled(model, products, out):
    """I can cancel the reading of a thousand masks on a slow disk."""
    run(products, out, model=model)

    def stop(_fraction: float) -> None:
        raise CancelledError("stop")

    with pytest.raises(CancelledError):
        masks_in(out, stop)
    assert masks_in(out.parent, stop) == ([], 0)


def test_pictures_are_in_colour_although_the_product_is_unknown(model, products, out):
    """The natural-colour layer beside the mask gives the picture in the report; without the layer it is grey."""
    run(products[:1], out, model=model, keep_vrt=True)
    [outcome], _left_out = masks_in(out, lambda _fraction: None)
    result = one([outcome])
    with rasterio.MemoryFile(thumbnail(result, outcome.path, 60)) as file, file.open() as picture:
        dark = picture.read()[:, -5:, :].mean()
    assert result.vrt_path is not None
    result.vrt_path.unlink()
    with rasterio.MemoryFile(thumbnail(result, outcome.path, 60)) as file, file.open() as picture:
        grey = picture.read()[:, -5:, :].mean()
    assert dark < grey - 10
    assert grey == pytest.approx(0.45 * 255, abs=3)
    write_report(out / "season.html", [outcome], lambda _fraction: None)
    assert "data:image/jpeg" in (out / "season.html").read_text(encoding="utf-8")
