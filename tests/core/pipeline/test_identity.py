"""A mask belongs to one scene: two scenes never share a file, and the mask of another scene is never reused."""

from __future__ import annotations

import shutil
from datetime import datetime, timezone
from pathlib import Path

import pytest
import rasterio

from ....core.errors import OutputError
from ....core.masks.tags import unprefixed
from ....core.product.product import open_product
from ....tools.make_safe import zip_product
from ...refusals import assert_values
from ..conftest import BACKGROUND, read_mask, run

UTC = timezone.utc
CLOUDY = BACKGROUND | {"B02": 0.8}


@pytest.fixture
def model(tiny_model) -> str:
    """Cloud where B02 is bright."""
    return str(tiny_model([[0], [100], [0]], [0, -40, -99], bands=["B02"]))


def masked(scenes: list[Path], out: Path, model: str, **options):
    """Mask products at 10 m, all of which must succeed."""
    outcomes = run(scenes, out, processing_res=10, model=model, keep_vrt=False, make_qml_files=False, **options)
    results = [outcome.result for outcome in outcomes if outcome.result]
    assert len(results) == len(scenes), [outcome.error for outcome in outcomes]
    return results


def tags_of(path: Path) -> dict[str, str]:
    """Return the tags of a mask."""
    with rasterio.open(path) as dataset:
        return unprefixed(dataset.tags())


@pytest.mark.parametrize("together", [True, False])
def test_two_scenes_in_folders_of_one_name_have_two_masks(make_product, model, out, tmp_path, together):
    """june/scene.SAFE and july/scene.SAFE, in one run or in two, by whatever name their metadata has."""
    june = make_product(CLOUDY, name="scene", folder=tmp_path / "june", sensing_time=datetime(2020, 6, 1, tzinfo=UTC))
    july = make_product(
        BACKGROUND, name="scene", folder=tmp_path / "july", tile="T32TPS", sensing_time=datetime(2020, 7, 1, tzinfo=UTC)
    )
    results = masked([june, july], out, model) if together else masked([june], out, model) + masked([july], out, model)
    assert [result.mask_path.name for result in results] == [
        "scene_T33UUU_20200601T000000_tiny_10m.tif",
        "scene_T32TPS_20200701T000000_tiny_10m.tif",
    ]
    assert [result.cloud_percent for result in results] == [100, 0]
    assert [tags_of(result.mask_path)["TILE"] for result in results] == ["T33UUU", "T32TPS"]
    assert not any(result.reused for result in results)


def test_a_shortened_folder_has_the_name_in_its_metadata(make_product, model, out):
    """I shorten a folder's name because of a limit of Windows: mask and tags have the product's name."""
    safe = make_product(BACKGROUND)
    name = safe.stem
    (result,) = masked([safe.rename(safe.with_name("s1.SAFE"))], out, model)
    assert result.mask_path.name == f"{name}_tiny_10m.tif"
    assert tags_of(result.mask_path)["PRODUCT"] == name


@pytest.mark.parametrize("overwrite", [False, True])
def test_scenes_that_cannot_be_told_apart_by_name_never_share_a_file(make_product, model, out, tmp_path, overwrite):
    """Two folders have the name of one product: the second one is refused, also if masks are overwritten."""
    first = make_product(CLOUDY, folder=tmp_path / "a")
    other = make_product(BACKGROUND, folder=tmp_path / "b", sensing_time=datetime(2020, 7, 1, tzinfo=UTC))
    other = other.rename(other.with_name(first.name))
    done, failed = run(
        [first, other], out, processing_res=10, model=model, overwrite=overwrite, optimise_scene_order=False
    )
    assert done.result
    assert isinstance(failed.error, OutputError)
    assert_values(failed.error, path=done.result.mask_path, scene=other)
    assert (read_mask(done.result.mask_path) == 1).all()
    (later,) = run(other, out, processing_res=10, model=model)
    assert isinstance(later.error, OutputError)
    assert_values(later.error, path=done.result.mask_path, names="acquisition time, datastrip")


def test_one_tile_from_two_datastrips_of_a_product_has_two_masks(make_product, model, out, tmp_path):
    """Products of 2016 may hold a tile twice."""
    old = {"baseline": "02.04", "long_names": True}
    safe = make_product(CLOUDY, **old)
    (first,) = (safe / "GRANULE").iterdir()
    second = first.with_name(first.name.replace("T132101", "T170526"))
    shutil.copytree(next((make_product(BACKGROUND, folder=tmp_path / "o", **old) / "GRANULE").iterdir()), second)
    for results in (masked([first, second], out, model), masked([first, second], out, model)):
        assert [result.cloud_percent for result in results] == [100, 0]
        assert {result.mask_path.name for result in results} == {
            f"{safe.stem}_{granule.name}_tiny_10m.tif" for granule in (first, second)
        }
    assert all(result.reused for result in results)


def test_a_product_is_the_same_in_a_folder_and_in_an_archive(make_product, model, out, tmp_path):
    """The mask of the folder is reused for an archive of any name."""
    safe = make_product(BACKGROUND)
    archive = zip_product(safe).rename(tmp_path / "0a1b2c3d.zip")
    (first,), (second,) = masked([safe], out, model), masked([archive], out, model)
    assert second.reused
    assert second.mask_path == first.mask_path
    assert open_product(archive).acquisition == open_product(safe).acquisition


@pytest.mark.parametrize(
    ("tag", "word"), [("TILE", "tile"), ("SENSING_TIME", "acquisition time"), ("DATASTRIP", "datastrip")]
)
def test_a_mask_that_does_not_say_its_scene_is_not_reused(make_product, model, out, tag, word):
    """Masks of older versions lack tags: they may be of another scene, so I am asked to overwrite them."""
    safe = make_product(BACKGROUND)
    (result,) = masked([safe], out, model)
    with rasterio.open(result.mask_path, "r+", IGNORE_COG_LAYOUT_BREAK="YES") as dataset:
        tags = dataset.tags()
        tags[f"CLOUDS2MASK_{tag}"] = ""
        dataset.update_tags(**tags)
    (outcome,) = run(safe, out, processing_res=10, model=model)
    assert isinstance(outcome.error, OutputError)
    assert_values(outcome.error, path=result.mask_path, names=word)
    (again,) = masked([safe], out, model, overwrite=True)
    assert not again.reused


def test_a_name_that_is_too_long_is_named_before_anything_is_computed(make_product, model, out):
    """The error says so; it is no fault of the program."""
    safe = make_product(BACKGROUND, name="N" * 225)
    (outcome,) = run(safe, out, processing_res=10, model=model)
    assert isinstance(outcome.error, OutputError)
    assert_values(outcome.error, path=out / f"{'N' * 225}_T33UUU_20170216T102101_tiny_10m.tif")
    assert list(out.iterdir()) == []


@pytest.mark.parametrize("zipped", [False, True])
def test_products_and_masks_may_move_together(make_product, model, tmp_path, zipped):
    """The natural-colour layer finds its bands when a disk is mounted elsewhere; those of archives keep their path."""
    disk = tmp_path / "a"
    safe = make_product(BACKGROUND | {"B02": 0.2}, folder=disk)
    scene = zip_product(safe) if zipped else safe
    (outcome,) = run(scene, disk / "masks", processing_res=10, model=model)
    assert outcome.result
    assert outcome.result.vrt_path
    path = outcome.result.vrt_path
    if not zipped:
        disk.rename(tmp_path / "b")
        path = tmp_path / "b" / path.relative_to(disk)
    with rasterio.open(path) as dataset:
        assert (dataset.read(3) == 2000).all()
