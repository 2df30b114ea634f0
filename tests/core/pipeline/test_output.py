"""The files of a mask can be opened anywhere, describe themselves, and match the settings."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.enums import ColorInterp

from ....core.classes import CLASSES, NODATA
from ....core.errors import MaskExistsError, OutputError
from ....core.masks.result import class_shares
from ....core.masks.tags import unprefixed
from ....core.masks.usable import ClearRule
from ....core.version import plugin_version
from ....tools.labelled_scene import SIX_BANDS
from ...refusals import assert_values
from ..conftest import BACKGROUND, one_error, read_mask, run

TWO_BANDS = ["B02", "B08"]


@pytest.fixture
def model(tiny_model) -> str:
    """A model with cloud in bright B02 and shadow in dark B08."""
    return str(tiny_model([[0, 0], [100, 0], [0, -100]], [0, -40, 8], bands=TWO_BANDS))


@pytest.fixture
def scene(make_product) -> Path:
    """1400 x 1400 px: a quarter nodata, then stripes of clear, cloud and shadow."""
    lines, columns = np.indices((1400, 1400))
    blue = np.where(columns % 7 < 2, 0.6, 0.1)
    infrared = np.where(columns % 7 > 4, 0.02, 0.3)
    values = {"B02": blue, "B03": blue, "B04": blue, "B08": infrared}
    for band in values.values():
        band[lines < 350] = np.nan
    return Path(make_product(values, baseline="05.10"))


def result_of(scene: Path, out: Path, **options):
    """Mask one product, which must not fail."""
    (outcome,) = run(scene, out, processing_res=10, **options)
    assert outcome.result, outcome.error
    return outcome.result


def tags_of(path: Path) -> dict[str, str]:
    """Read the tags of a mask, without their prefix."""
    with rasterio.open(path) as dataset:
        return unprefixed(dataset.tags())


@pytest.mark.parametrize("compression", ["deflate", "lzw", "zstd", "none"])
def test_a_mask_is_a_cloud_optimized_geotiff(model, scene, out, compression):
    """With any compression, the file is a Cloud Optimized GeoTIFF with tiles and overviews."""
    result = result_of(scene, out, model=model, output_compression=compression)
    with rasterio.open(result.mask_path) as dataset:
        assert dataset.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert dataset.tags(ns="IMAGE_STRUCTURE").get("COMPRESSION", "NONE") == compression.upper()
        assert (dataset.count, dataset.dtypes, dataset.nodata) == (1, ("uint8",), NODATA)
        assert dataset.block_shapes == [(512, 512)]
        assert dataset.overviews(1) == [2, 4]
        assert dataset.crs.to_epsg() == 32633
        assert dataset.transform.to_gdal() == (300000, 10, 0, 5900040, 0, -10)
        assert dataset.colorinterp == (ColorInterp.palette,)
        for mask_class in CLASSES:
            known = mask_class.key in ("clear", "thick_cloud", "shadow")
            assert dataset.colormap(1)[mask_class.value][:3] == (mask_class.colour if known else (0, 0, 0))
        full = dataset.read(1)
    with rasterio.open(result.mask_path, overview_level=0) as overview:
        half = overview.read(1)
    blocks = full.reshape(700, 2, 700, 2).transpose(0, 2, 1, 3).reshape(700, 700, 4)
    counts = (blocks[..., None] == np.array([0, 1, 3, NODATA])).sum(axis=2)
    clear_winner = (counts == counts.max(axis=2, keepdims=True)).sum(axis=2) == 1
    most = np.array([0, 1, 3, NODATA], np.uint8)[counts.argmax(axis=2)]
    assert np.array_equal(half[clear_winner], most[clear_winner]), "overviews show the most frequent class"
    assert set(np.unique(half)) <= {0, 1, 3, NODATA}, "overviews never mix classes"


def test_the_tags_describe_the_mask(model, scene, out):
    """Years later, the tags of a mask still name its product, model, provider, options and shares."""
    result = result_of(scene, out, model=model, buffer_m=10.0, patch_overlap_px=20, device="cpu")
    tags = tags_of(result.mask_path)
    wanted = {
        "PRODUCT": scene.stem,
        "LEVEL": "L1C",
        "BASELINE": "05.10",
        "MODEL": "tiny",
        "MODEL_VERSION": "1",
        "RESOLUTION": "10",
        "NETWORK_RESOLUTION": "10",
        "PROVIDER": "CPUExecutionProvider",
        "PLUGIN_VERSION": plugin_version(),
        "SATELLITE": "S2A",
        "TILE": "T33UUU",
        "SENSING_TIME": "2017-02-16T10:21:01+00:00",
    }
    assert tags.items() >= wanted.items()
    assert json.loads(tags["CLASSES"]) == {"0": "Clear", "1": "Cloud", "3": "Cloud shadow"}
    assert json.loads(tags["OPTIONS"]) == {
        "buffer_m": 10.0,
        "patch_overlap_px": 20,
        "patch_placement": "offset",
        "patch_size": 64,
    }
    for key, share in result.shares.items():
        assert float(tags[f"{key.upper()}_PERCENT"]) == pytest.approx(share, abs=1e-6)


def test_files_are_english_in_every_language(model, scene, out, another_language):
    """Files are the same for a colleague who uses QGIS in another language."""
    result = result_of(scene, out, model=model, export_confidence=True)
    assert json.loads(tags_of(result.mask_path)["CLASSES"]) == {"0": "Clear", "1": "Cloud", "3": "Cloud shadow"}
    for path in (result.mask_path, result.confidence_path):
        style = path.with_suffix(".qml").read_text(encoding="utf-8")
        assert '"Cloud' in style
        assert "§" not in style
    with rasterio.open(result.confidence_path) as dataset:
        assert dataset.descriptions[:2] == ("Clear (%)", "Cloud (%)")


def test_the_share_of_pixels_with_data_is_stored(model, scene, out):
    """A quarter of the mask has no data, also if the mask is reused and the share is read from the file."""
    made, found = result_of(scene, out, model=model), result_of(scene, out, model=model)
    assert found.reused
    assert made.valid_percent == pytest.approx(75, abs=0.3)
    assert found.valid_percent == pytest.approx(made.valid_percent)
    assert made.grid == found.grid
    with rasterio.open(made.mask_path) as dataset:
        assert made.grid.shape == dataset.shape
        assert np.mean(dataset.read(1) != NODATA) == pytest.approx(made.valid_percent / 100)


def test_shares_are_numbers_of_python(model, scene, out):
    """Qt takes no comparison of numbers of numpy as an answer, and newer versions of numpy count in such numbers."""
    made = result_of(scene, out, model=model)
    assert {type(percent) for percent in (made.valid_percent, *made.shares.values())} == {float}


def test_shares_are_of_pixels_with_data(model, scene, out):
    """The quarter without data does not count: two sevenths are cloud, two are shadow and three are clear."""
    result = result_of(scene, out, model=model)
    mask = read_mask(result.mask_path)
    assert (mask == NODATA).mean() == 0.25
    assert result.cloud_percent == pytest.approx(200 / 7)
    assert result.shadow_percent == pytest.approx(200 / 7)
    assert result.clear_percent == pytest.approx(300 / 7)
    assert class_shares(np.full((3, 3), NODATA, np.uint8)) is None
    assert class_shares(np.array([[0, 1, 2, 2, 255]], np.uint8)) == {
        "clear": 25.0,
        "thick_cloud": 25.0,
        "thin_cloud": 50.0,
        "shadow": 0.0,
    }


@pytest.fixture
def ground_model(tiny_model) -> str:
    """A model with cloud in bright B02, shadow in dark B08, snow in bright B03 and water in bright B04."""
    weights = [[0] * 4, [100, 0, 0, 0], [0, -100, 0, 0], [0, 0, 100, 0], [0, 0, 0, 100]]
    classes = ["clear", "thick_cloud", "shadow", "snow", "water"]
    return str(tiny_model(weights, [0, -40, 8, -40, -40], bands=["B02", "B08", "B03", "B04"], classes=classes))


@pytest.fixture
def ground_scene(make_product) -> Path:
    """80 x 100 px: one tenth each without data, cloud, shadow and snow, two water and four clear."""
    values = {"B02": 0.1, "B08": 0.3, "B03": 0.1, "B04": 0.1}
    bands = {band: np.full((80, 100), value) for band, value in values.items()}
    bands["B02"][:, 10:20], bands["B08"][:, 20:30], bands["B03"][:, 30:40], bands["B04"][:, 40:60] = 0.6, 0.02, 0.6, 0.6
    for band in bands.values():
        band[:, :10] = np.nan
    return Path(make_product(bands))


def test_snow_and_water_are_parts_of_the_clear_share(ground_model, ground_scene, out):
    """Clear, cloud and shadow add to 100; snow and water are beside them, in the result and in the file."""
    result = result_of(ground_scene, out, model=ground_model, export_confidence=True)
    mask = read_mask(result.mask_path)
    counts = np.bincount(mask.ravel(), minlength=256)
    with_data = mask.size - counts[NODATA]
    assert counts[[4, 5]].min() > 0
    assert result.surfaces == {"snow": 100 * counts[4] / with_data, "water": 100 * counts[5] / with_data}
    assert result.clear_percent == pytest.approx(100 * (counts[0] + counts[4] + counts[5]) / with_data)
    assert result.clear_percent + result.cloud_percent + result.shadow_percent == pytest.approx(100)
    tags = tags_of(result.mask_path)
    assert float(tags["SNOW_PERCENT"]) == pytest.approx(result.surfaces["snow"], abs=1e-6)
    assert float(tags["WATER_PERCENT"]) == pytest.approx(result.surfaces["water"], abs=1e-6)
    assert float(tags["CLEAR_PERCENT"]) == pytest.approx(result.clear_percent, abs=1e-6)
    names = {"0": "Clear", "1": "Cloud", "3": "Cloud shadow", "4": "Snow or ice", "5": "Water"}
    assert json.loads(tags["CLASSES"]) == names
    again = result_of(ground_scene, out, model=ground_model)
    assert again.reused
    assert again.surfaces == pytest.approx(result.surfaces, abs=1e-6)
    with rasterio.open(result.mask_path) as dataset:
        assert [dataset.colormap(1)[value][:3] for value in (4, 5)] == [CLASSES[4].colour, CLASSES[5].colour]
    with rasterio.open(result.confidence_path) as dataset:
        assert dataset.descriptions == tuple(f"{name} (%)" for name in names.values())
    style = result.mask_path.with_suffix(".qml").read_text(encoding="utf-8")
    assert ['value="4"' in style, 'value="5"' in style] == [True, True]


def test_a_buffer_and_the_valid_mask_treat_snow_and_water_as_ground(ground_model, ground_scene, out):
    """Cloud grows over them, and the rest of them is usable unless I exclude it."""
    plain = read_mask(result_of(ground_scene, out, model=ground_model).mask_path)
    options = {"buffer_m": 20.0, "overwrite": True, "model": ground_model}
    result = result_of(ground_scene, out, valid_mask=ClearRule(), **options)
    mask = read_mask(result.mask_path)
    assert np.count_nonzero(mask == 4) < np.count_nonzero(plain == 4)
    assert np.array_equal(read_mask(result.valid_mask_path), np.isin(mask, (0, 4, 5)))
    result = result_of(ground_scene, out, valid_mask=ClearRule(("shadow", "water")), **options)
    assert np.array_equal(read_mask(result.valid_mask_path), np.isin(mask, (0, 1, 4)))


def test_masks_of_other_models_have_no_share_of_snow_and_water(model, scene, out):
    """Neither tags nor result say 0 %, because the model calls them clear."""
    result = result_of(scene, out, model=model)
    assert result.surfaces == {}
    assert not {"SNOW_PERCENT", "WATER_PERCENT"} & set(tags_of(result.mask_path))
    assert 'value="4"' not in result.mask_path.with_suffix(".qml").read_text(encoding="utf-8")


def test_the_result_has_the_fields_that_a_layer_needs(model, scene, out):
    """The result has name, tile, time, model and files of the mask."""
    result = result_of(scene, out, model=model)
    assert result.mask_path == out / f"{scene.stem}_tiny_10m.tif"
    assert result.vrt_path == out / f"{scene.stem}_10m.vrt"
    acquired = result.acquisition
    assert (acquired.name, acquired.tile, acquired.level, acquired.baseline) == (scene.stem, "T33UUU", "L1C", "05.10")
    assert (result.model, result.resolution, result.provider) == ("tiny", 10, "CPUExecutionProvider")
    assert acquired.sensing_time.isoformat() == "2017-02-16T10:21:01+00:00"
    assert result.seconds > 0
    assert not result.reused


@pytest.mark.parametrize(
    ("options", "left_out"),
    [
        ({}, []),
        ({"keep_vrt": False}, ["_10m.vrt", "_10m.qml"]),
        ({"make_qml_files": False}, ["_10m.qml", "_tiny_10m.qml"]),
        ({"keep_vrt": False, "make_qml_files": False}, ["_10m.vrt", "_10m.qml", "_tiny_10m.qml"]),
    ],
)
def test_the_files_beside_a_mask_can_be_switched_off(model, make_product, out, options, left_out):
    """I get the files that I chose and no other: no sidecar file, no temporary file."""
    safe = make_product(BACKGROUND)
    result_of(safe, out, model=model, **options)
    wanted = [f"{safe.stem}{end}" for end in ("_10m.qml", "_10m.vrt", "_tiny_10m.qml", "_tiny_10m.tif")]
    assert sorted(p.name for p in out.iterdir()) == [name for name in wanted if name[len(safe.stem) :] not in left_out]


def test_the_vrt_shows_the_bands_on_the_grid_of_the_mask(tiny_model, make_product, out):
    """The VRT has the natural-colour bands first, on the grid of the mask, with pixels of coarser bands repeated."""
    rng = np.random.default_rng(0)
    values = {b: rng.uniform(0.05, 0.9, (120, 120) if b in SIX_BANDS[:4] else (60, 60)) for b in SIX_BANDS}
    safe = make_product(values, resolutions_levels=1)
    (outcome,) = run(safe, out, processing_res=10, model=tiny_model([[0] * 6] * 3, [1, 0, 0]))
    assert outcome.result
    with rasterio.open(outcome.result.vrt_path) as vrt:
        assert vrt.descriptions == ("B04", "B03", "B02", "B08", "B11", "B12")
        assert vrt.nodatavals == (0,) * 6
        assert vrt.crs.to_epsg() == 32633
        assert vrt.transform.to_gdal() == (300000, 10, 0, 5900040, 0, -10)
        for number, band in enumerate(vrt.descriptions, start=1):
            with rasterio.open(next(safe.rglob(f"*_{band}.jp2"))) as dataset:
                native = dataset.read(1)
            scale = 120 // len(native)
            assert np.array_equal(vrt.read(number), native.repeat(scale, 0).repeat(scale, 1)), band


def test_the_vrt_of_a_coarser_mask_averages(make_product, out):
    """At 20 m the pixels of the VRT are means of 10 m pixels."""
    ramp = np.linspace(0.1, 0.5, 120)[None].repeat(120, 0)
    (outcome,) = run(make_product(dict.fromkeys(SIX_BANDS[:4], ramp) | dict.fromkeys(SIX_BANDS[4:], 0.2)), out)
    assert outcome.result
    with rasterio.open(outcome.result.vrt_path) as vrt:
        assert vrt.shape == (60, 60)
        assert np.abs(vrt.read(1)[30] - 10000 * ramp[0].reshape(60, 2).mean(axis=1)).max() < 15


def test_an_existing_mask_with_the_same_settings_is_reused(model, make_product, out):
    """A second run with the same settings reuses the mask and its shares, and does not write it again."""
    safe = make_product(BACKGROUND | {"B02": 0.6})
    first = result_of(safe, out, model=model)
    before = first.mask_path.stat().st_mtime_ns
    again = result_of(safe, out, model=model, batch_size=3, processing_threads=1)
    assert again.reused
    assert again.mask_path.stat().st_mtime_ns == before
    assert again.shares == pytest.approx(first.shares)
    assert (again.provider, again.vrt_path) == (first.provider, first.vrt_path)


@pytest.mark.parametrize(
    ("options", "shape"),
    [({}, "fitted"), ({"patch_size": 64}, None), ({"patch_placement": "upstream"}, None)],
)
def test_a_mask_of_fitted_patches_is_not_one_of_squares(tiny_model, make_product, out, options, shape):
    """Tags say that patches are rectangles, unless I set their size; another shape is another setting."""
    bright = [[0, 0], [100, 0], [0, -100]], [0, -40, 8]
    model = str(tiny_model(*bright, bands=TWO_BANDS, patch_shape="fitted"))
    safe = make_product(BACKGROUND)
    first = result_of(safe, out, model=model, **options)
    assert json.loads(tags_of(first.mask_path)["OPTIONS"]).get("patch_shape") == shape
    (outcome,) = run(safe, out, processing_res=10, model=model, **({"patch_size": 64} if not options else {}))
    assert isinstance(outcome.error, MaskExistsError)
    assert "shape of patches" in outcome.error.differing


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ({"buffer_m": 20.0}, ["buffer"]),
        ({"patch_size": 96}, ["patch size"]),
        ({"patch_overlap_px": 0}, ["overlap of patches"]),
        ({"patch_placement": "grid"}, ["patch placement"]),
        ({"patch_placement": "grid", "buffer_m": 20.0}, ["buffer", "patch placement"]),
    ],
)
def test_an_existing_mask_with_other_settings_is_refused(model, make_product, out, options, names):
    """A mask with other settings stays, with an error that names the difference, unless I choose to overwrite it."""
    safe = make_product(BACKGROUND)
    first = result_of(safe, out, model=model)
    path = first.mask_path
    before = {entry: entry.read_bytes() for entry in out.iterdir()}
    (outcome,) = run(safe, out, processing_res=10, model=model, **options)
    assert isinstance(outcome.error, MaskExistsError)
    assert outcome.acquisition == outcome.source == first.acquisition
    assert_values(outcome.error, path=path, names=", ".join(names))
    assert outcome.error.differing == tuple(names)
    assert {entry: entry.read_bytes() for entry in out.iterdir()} == before
    replaced = result_of(safe, out, model=model, overwrite=True, **options)
    assert not replaced.reused
    assert json.loads(tags_of(path)["OPTIONS"]).items() >= options.items()


@pytest.mark.parametrize("content", [b"", b"my own file"])
def test_a_file_that_is_not_a_mask_is_not_overwritten(model, make_product, out, content):
    """My own file with the mask's name is kept, and the error names it."""
    safe = make_product(BACKGROUND)
    path = out / f"{safe.stem}_tiny_10m.tif"
    path.write_bytes(content)
    (outcome,) = run(safe, out, processing_res=10, model=model)
    assert isinstance(outcome.error, OutputError)
    assert_values(outcome.error, path=path)
    assert path.read_bytes() == content
    assert list(out.iterdir()) == [path]


def test_the_mask_of_one_product_can_have_an_exact_path(model, make_product, out):
    """As in toolbox algorithms, a single mask is written to the path I name, and replaces an existing file."""
    safe = make_product(BACKGROUND | {"B02": 0.6})
    target = out / "mine.tif"
    target.write_bytes(b"old")
    result = result_of(safe, out, model=model, mask_path=target)
    assert result.mask_path == target
    assert result.vrt_path == out / "mine_bands.vrt"
    assert (read_mask(target) == 1).all()
    assert sorted(entry.name for entry in out.iterdir()) == ["mine.qml", "mine.tif", "mine_bands.qml", "mine_bands.vrt"]


def test_an_exact_path_in_a_missing_folder_is_an_error(model, make_product, out):
    """If the folder of the path is missing, the error names it, and nothing is written."""
    error = one_error(make_product(BACKGROUND), out, model=model, mask_path=out / "no" / "mine.tif")
    assert str(out / "no" / "mine.tif") in str(error)
