"""The mask on disk can be opened anywhere, says what it is, and is the one that the settings ask for."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.enums import ColorInterp

from ....core.classes import CLASSES, NODATA
from ....core.errors import OutputError
from ....core.masks.result import class_shares
from ....core.masks.tags import unprefixed
from ....core.version import plugin_version
from ....tools.labelled_scene import SIX_BANDS
from ..conftest import BACKGROUND, one_error, read_mask, run

TWO_BANDS = ["B02", "B08"]


@pytest.fixture
def model(tiny_model) -> str:
    """Cloud where B02 is bright, shadow where B08 is dark."""
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
    """The result of one product, which must not fail."""
    (outcome,) = run(scene, out, processing_res=10, **options)
    assert outcome.result, outcome.error
    return outcome.result


def tags_of(path: Path) -> dict[str, str]:
    """The tags of a mask, without their prefix."""
    with rasterio.open(path) as dataset:
        return unprefixed(dataset.tags())


@pytest.mark.parametrize("compression", ["deflate", "lzw", "zstd", "none"])
def test_a_mask_is_a_cloud_optimized_geotiff(model, scene, out, compression):
    """Whatever the compression, the file is tiled, has overviews and is laid out for reading over a network."""
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
        assert {c.value: dataset.colormap(1)[c.value][:3] for c in CLASSES} == {c.value: c.colour for c in CLASSES}
        full = dataset.read(1)
    with rasterio.open(result.mask_path, overview_level=0) as overview:
        half = overview.read(1)
    blocks = full.reshape(700, 2, 700, 2).transpose(0, 2, 1, 3).reshape(700, 700, 4)
    counts = (blocks[..., None] == np.array([0, 1, 3, NODATA])).sum(axis=2)
    clear_winner = (counts == counts.max(axis=2, keepdims=True)).sum(axis=2) == 1
    most = np.array([0, 1, 3, NODATA], np.uint8)[counts.argmax(axis=2)]
    assert np.array_equal(half[clear_winner], most[clear_winner]), "overviews show the most frequent class"
    assert set(np.unique(half)) <= {0, 1, 3, NODATA}, "overviews never mix classes"


def test_the_tags_say_what_was_done(model, scene, out):
    """A mask that I find years later tells its product, model, provider, options and shares."""
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
    assert json.loads(tags["CLASSES"]) == {str(c.value): c.label for c in CLASSES}
    assert json.loads(tags["OPTIONS"]) == {
        "buffer_m": 10.0,
        "patch_overlap_px": 20,
        "patch_placement": "offset",
        "patch_size": 64,
    }
    for key, share in result.shares.items():
        assert float(tags[f"{key.upper()}_PERCENT"]) == pytest.approx(share, abs=1e-6)


def test_files_speak_english_in_every_language(model, scene, out, another_language):
    """What I send to a colleague with another QGIS says the same as mine."""
    result = result_of(scene, out, model=model, export_confidence=True)
    assert json.loads(tags_of(result.mask_path)["CLASSES"]) == {str(c.value): c.label for c in CLASSES}
    for path in (result.mask_path, result.confidence_path):
        style = path.with_suffix(".qml").read_text(encoding="utf-8")
        assert "Thick cloud" in style
        assert "§" not in style
    with rasterio.open(result.confidence_path) as dataset:
        assert dataset.descriptions[:2] == ("Clear (%)", "Thick cloud (%)")


def test_the_share_of_valid_pixels_is_known_and_kept(model, scene, out):
    """A quarter of the ground has no data; I read it from the file too, when the mask was there already."""
    made, found = result_of(scene, out, model=model), result_of(scene, out, model=model)
    assert found.reused
    assert made.valid_percent == pytest.approx(75, abs=0.3)
    assert found.valid_percent == pytest.approx(made.valid_percent)
    assert made.grid == found.grid
    with rasterio.open(made.mask_path) as dataset:
        assert made.grid.shape == dataset.shape
        assert np.mean(dataset.read(1) != NODATA) == pytest.approx(made.valid_percent / 100)


def test_shares_are_of_valid_pixels(model, scene, out):
    """A quarter without data does not count: two sevenths are cloud, two are shadow and three are clear."""
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


def test_the_result_carries_what_a_layer_needs(model, scene, out):
    """Name, tile, time, model and files come back with the mask."""
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
def test_what_goes_beside_a_mask_can_be_switched_off(model, make_product, out, options, left_out):
    """I get the files that I asked for and no other: no side-car file, no temporary one."""
    safe = make_product(BACKGROUND)
    result_of(safe, out, model=model, **options)
    wanted = [f"{safe.stem}{end}" for end in ("_10m.qml", "_10m.vrt", "_tiny_10m.qml", "_tiny_10m.tif")]
    assert sorted(p.name for p in out.iterdir()) == [name for name in wanted if name[len(safe.stem) :] not in left_out]


def test_the_vrt_shows_the_bands_on_the_grid_of_the_mask(tiny_model, make_product, out):
    """The VRT opens with the natural-colour bands first, each where it is, coarser bands repeated."""
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
    """At 20 m the VRT's pixels are means of those of 10 m."""
    ramp = np.linspace(0.1, 0.5, 120)[None].repeat(120, 0)
    (outcome,) = run(make_product(dict.fromkeys(SIX_BANDS[:4], ramp) | dict.fromkeys(SIX_BANDS[4:], 0.2)), out)
    assert outcome.result
    with rasterio.open(outcome.result.vrt_path) as vrt:
        assert vrt.shape == (60, 60)
        assert np.abs(vrt.read(1)[30] - 10000 * ramp[0].reshape(60, 2).mean(axis=1)).max() < 15


def test_an_existing_mask_of_the_same_settings_is_taken_as_done(model, make_product, out):
    """I run again with the same settings: the mask is there at once, with its shares, and was not written again."""
    safe = make_product(BACKGROUND | {"B02": 0.6})
    first = result_of(safe, out, model=model)
    before = first.mask_path.stat().st_mtime_ns
    again = result_of(safe, out, model=model, batch_size=3, processing_threads=1)
    assert again.reused
    assert again.mask_path.stat().st_mtime_ns == before
    assert again.shares == pytest.approx(first.shares)
    assert (again.provider, again.vrt_path) == (first.provider, first.vrt_path)


@pytest.mark.parametrize(
    "options", [{"buffer_m": 20.0}, {"patch_size": 96}, {"patch_overlap_px": 0}, {"patch_placement": "grid"}]
)
def test_an_existing_mask_of_other_settings_is_refused_by_name(model, make_product, out, options):
    """A mask that was made otherwise stays as it is, and I am told how it differs, unless I ask to overwrite it."""
    safe = make_product(BACKGROUND)
    path = result_of(safe, out, model=model).mask_path
    before = {entry: entry.read_bytes() for entry in out.iterdir()}
    (outcome,) = run(safe, out, processing_res=10, model=model, **options)
    assert isinstance(outcome.error, OutputError)
    assert str(path) in str(outcome.error)
    assert "options" in str(outcome.error)
    assert "overwrite" in str(outcome.error)
    assert {entry: entry.read_bytes() for entry in out.iterdir()} == before
    replaced = result_of(safe, out, model=model, overwrite=True, **options)
    assert not replaced.reused
    assert json.loads(tags_of(path)["OPTIONS"]).items() >= options.items()


@pytest.mark.parametrize("content", [b"", b"my own file"])
def test_a_file_that_is_no_mask_is_not_overwritten(model, make_product, out, content):
    """A file of mine that has the mask's name is refused by name and kept."""
    safe = make_product(BACKGROUND)
    path = out / f"{safe.stem}_tiny_10m.tif"
    path.write_bytes(content)
    (outcome,) = run(safe, out, processing_res=10, model=model)
    assert isinstance(outcome.error, OutputError)
    assert str(path) in str(outcome.error)
    assert path.read_bytes() == content
    assert list(out.iterdir()) == [path]


def test_one_product_can_go_to_a_file_of_my_choice(model, make_product, out):
    """As toolbox algorithms do, a single mask goes to the very file I name, over what is there."""
    safe = make_product(BACKGROUND | {"B02": 0.6})
    target = out / "mine.tif"
    target.write_bytes(b"old")
    result = result_of(safe, out, model=model, mask_path=target)
    assert result.mask_path == target
    assert result.vrt_path == out / "mine_bands.vrt"
    assert (read_mask(target) == 1).all()
    assert sorted(entry.name for entry in out.iterdir()) == ["mine.qml", "mine.tif", "mine_bands.qml", "mine_bands.vrt"]


def test_a_file_of_my_choice_in_a_missing_folder_is_an_error(model, make_product, out):
    """The file's folder is missing: I learn which, and nothing is made."""
    error = one_error(make_product(BACKGROUND), out, model=model, mask_path=out / "no" / "mine.tif")
    assert str(out / "no" / "mine.tif") in str(error)
