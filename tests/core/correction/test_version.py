"""New versions of masks: what their files, tags, shares and valid masks say."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.shutil import copy
from rasterio.vrt import WarpedVRT

from ....core.correction.version import MaskToCorrect
from ....core.errors import RasterError
from ....core.masks.mask_file import WrittenMask
from ....core.masks.tags import unprefixed
from ....core.masks.usable import ClearRule
from ....core.pipeline.batch import run_batch
from ....core.season.chart import describe
from ....core.season.folder import masks_in
from ....core.season.table import SceneSummary
from ....core.settings import create_settings
from ...rasters import read_raster, write_mask

FLAT = {"B02": 0.08, "B03": 0.09, "B04": 0.1, "B08": 0.3, "B11": 0.2, "B12": 0.15}
RULE = ClearRule(("thick_cloud", "shadow"), buffer_m=40)


@pytest.fixture
def mask(make_product, tmp_path) -> Path:
    """A mask that the engine has made, with style and valid mask."""
    settings = create_settings(
        sent_safe_dirs=[make_product(FLAT)],
        output_dir=tmp_path / "masks",
        processing_res=20,
        valid_mask=RULE,
        make_qml_files=True,
    )
    (outcome,) = list(run_batch(settings))
    assert outcome.result is not None, outcome.error
    return outcome.result.mask_path


def edited(source: MaskToCorrect) -> np.ndarray:
    """Return the pixels with 10 x 20 more of cloud."""
    pixels = source.pixels.copy()
    pixels[5:15, 10:30] = 1
    return pixels


def written(path: Path) -> WrittenMask:
    """Return a mask file without its pixels."""
    found = WrittenMask.read(path)
    assert found is not None
    return found


def test_a_version_has_its_own_shares_and_says_who_made_it(mask):
    """Its tags are those of the mask, with the shares of its own pixels and the facts of the correction."""
    before = mask.read_bytes()
    source = MaskToCorrect.read(mask)
    pixels = edited(source)
    result = source.save(pixels)
    assert mask.read_bytes() == before
    assert result.mask_path.name == f"{mask.stem}_edited.tif"
    assert np.array_equal(read_raster(result.mask_path)[0], pixels)
    former, found = (written(path).tags for path in (mask, result.mask_path))
    changed = {name for name in {*former, *found} if former.get(name) != found.get(name)}
    assert {"EDITED_BY", "EDITED_TIME", "EDITED_PIXELS", "EDITED_FROM", "CLEAR_PERCENT"} <= changed
    assert changed <= {
        *("EDITED_BY", "EDITED_TIME", "EDITED_PIXELS", "EDITED_FROM"),
        *("CLEAR_PERCENT", "THICK_CLOUD_PERCENT", "SHADOW_PERCENT"),
    }
    assert (found["EDITED_BY"], found["EDITED_FROM"]) == ("hand", mask.name)
    assert int(found["EDITED_PIXELS"]) == np.count_nonzero(pixels != source.pixels) > 0
    assert result.shares is not None
    assert result.shares["thick_cloud"] == pytest.approx(100 * np.mean(pixels == 1), abs=1e-5)
    assert result.clear_percent == pytest.approx(100 * np.mean(pixels == 0), abs=1e-5)
    with rasterio.open(mask) as one, rasterio.open(result.mask_path) as other:
        assert other.profile == one.profile
        assert other.colormap(1) == one.colormap(1)


def test_the_style_and_the_valid_mask_are_renewed(mask):
    """The valid mask of the version follows the rule of the former one."""
    source = MaskToCorrect.read(mask)
    result = source.save(edited(source))
    assert result.mask_path.with_suffix(".qml").read_text() == mask.with_suffix(".qml").read_text()
    assert result.valid_mask_path is not None
    valid = read_raster(result.valid_mask_path)[0]
    assert not valid[3:17, 12:28].any()  # the cloud, and 40 m around it
    assert valid[40:, 40:].any()
    with rasterio.open(result.valid_mask_path) as dataset:
        assert ClearRule.of(unprefixed(dataset.tags())) == RULE
    assert result.vrt_path == written(mask).result().vrt_path
    assert result.warnings == ()


def test_a_valid_mask_of_an_older_version_is_not_renewed(mask):
    """Its rule is unknown, and the result says so."""
    valid = mask.with_name(f"{mask.stem}_valid.tif")
    with rasterio.open(valid, "r+") as dataset:
        dataset.update_tags(CLOUDS2MASK_RULE="")
    source = MaskToCorrect.read(mask)
    result = source.save(edited(source))
    assert result.valid_mask_path is None
    assert valid.name in " ".join(result.warnings)


def test_versions_are_numbered(mask):
    """A version of a version keeps the name of the mask, and none replaces another."""
    first = MaskToCorrect.read(mask).save(edited(MaskToCorrect.read(mask)))
    source = MaskToCorrect.read(first.mask_path)
    second = source.save(source.pixels)
    assert second.mask_path.name == f"{mask.stem}_edited2.tif"
    tags = written(second.mask_path).tags
    assert (tags["EDITED_FROM"], tags["EDITED_PIXELS"]) == (first.mask_path.name, "0")


def test_files_of_a_removed_version_are_not_taken_for_the_new_one(mask):
    """Its valid mask, which was left behind, shows other pixels as usable; so the new version has another number."""
    source = MaskToCorrect.read(mask)
    removed = source.save(edited(source))
    removed.mask_path.unlink()
    mask.with_name(f"{mask.stem}_valid.tif").unlink()
    result = MaskToCorrect.read(mask).save(source.pixels)
    assert removed.valid_mask_path is not None
    assert removed.valid_mask_path.exists()
    assert result.valid_mask_path is None
    assert result.mask_path != removed.mask_path


def test_a_reprojected_mask_is_refused(mask, tmp_path):
    """Another program keeps the tags, but brush and buffers are in metres, and the pixels are in degrees now."""
    path = tmp_path / "degrees.tif"
    with rasterio.open(mask) as dataset, WarpedVRT(dataset, crs="EPSG:4326") as warped:
        copy(warped, path, driver="GTiff")
    with rasterio.open(path, "r+") as dataset, rasterio.open(mask) as original:
        dataset.update_tags(**original.tags())
    with pytest.raises(RasterError) as caught:
        MaskToCorrect.read(path)
    assert caught.value.values["path"] == path


def test_a_season_counts_the_version_in_place_of_the_mask(mask):
    """The folder has one scene, with the shares of the version, and says that it was corrected."""
    source = MaskToCorrect.read(mask)
    result = source.save(edited(source))
    (outcome,), left_out = masks_in(mask.parent, lambda _fraction: None)
    assert left_out == 0
    assert outcome.result is not None
    assert outcome.result.mask_path == result.mask_path
    scene = SceneSummary.of(outcome)
    assert scene.thick_cloud == pytest.approx(result.cloud_percent)
    assert f"{scene.edited:%Y-%m-%d}" in describe(scene)


def test_other_rasters_are_refused(tmp_path):
    """A mask of another program has no tags that a version could carry on."""
    path = Path(write_mask(tmp_path / "other.tif", [[0, 1]], tags={"CLOUDS2MASK_CLASSES": json.dumps({"0": "Clear"})}))
    with pytest.raises(RasterError) as caught:
        MaskToCorrect.read(path)
    assert caught.value.values["path"] == path
