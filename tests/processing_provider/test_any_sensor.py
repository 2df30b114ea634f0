"""OmniCloudMask in the toolbox: rasters of any sensor, and products, with its graphs and seeded weights."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
import rasterio
from qgis.core import QgsApplication, QgsProcessingContext

from ...core.cards.card import built_in_cards, load_cards, models_dir
from ...core.networks.bind import bind_weights
from ...core.networks.importing import import_model
from ..core.conversion.test_lightgbm import infer
from ..core.published import OMNICLOUDMASK, seeded_file
from ..rasters import write_raster
from .conftest import shares, unnamed

NUMBERS = {"RED": 1, "GREEN": 2, "NIR": 3}
LIKE_THE_TOOLBOX = {"MODEL": "omnicloudmask", "DEVICE": "cpu"}


@pytest.fixture(scope="module")
def models(tmp_path_factory) -> Path:
    """A folder with the default models and OmniCloudMask of seeded weights."""
    folder = tmp_path_factory.mktemp("models")
    for path in models_dir().glob("ukis-*"):
        (folder / path.name).symlink_to(path)
    files = [seeded_file(folder / f"{name}.safetensors", name) for name in OMNICLOUDMASK]
    bind_weights(files, folder / "bound", built_in_cards()["omnicloudmask"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLOUD_S2_MASK_MODELS", str(folder))
        import_model(folder / "bound" / "omnicloudmask.json")
    return folder


@pytest.fixture(autouse=True)
def installed(models, monkeypatch) -> None:
    """Use the models of this folder."""
    monkeypatch.setenv("CLOUD_S2_MASK_MODELS", str(models))


@pytest.fixture(scope="module")
def labels_of(models) -> Callable[[np.ndarray], np.ndarray]:
    """Label (3, lines, columns) of any numbers by the published steps, as one patch; 0 and NaN are no data."""
    networks = [models / "bound" / f"{name}.onnx" for name in OMNICLOUDMASK]

    def label(image: np.ndarray) -> np.ndarray:
        empty = ~np.isfinite(image) | (image == 0)
        empty |= empty[:2].any(axis=0)
        patch = np.zeros(image.shape, np.float32)
        for band, without, out in zip(image.astype(np.float64), empty, patch):
            values = band[~without]
            out[~without] = (values - values.mean()) / values.std()
        logits = np.mean([infer(network, patch[None])[0] for network in networks], axis=0)
        return np.where(empty[0], 255, logits.argmax(axis=0)).astype(np.uint8)

    return label


def read(mask: str | Path) -> np.ndarray:
    """Read the classes of a mask."""
    with rasterio.open(mask) as dataset:
        assert dataset.tags()["CLOUDS2MASK_MODEL"] == "omnicloudmask"
        return np.asarray(dataset.read(1))


def assert_same(got: np.ndarray, wanted: np.ndarray, classes: Sequence[int] = (0, 1, 2, 3)) -> None:
    """Assert that labels are equal, but for the few pixels at which rounding decides; each class must occur."""
    assert got.shape == wanted.shape
    assert np.array_equal(got == 255, wanted == 255)
    assert (got == wanted).mean() >= 0.9999
    assert set(classes) <= set(np.unique(got).tolist())


def blobs(edge: int = 256) -> np.ndarray:
    """Return (3, edge, edge) uint8 from 1: squares of several sizes in noise."""
    rng = np.random.default_rng(5)
    parts = [np.kron(rng.normal(size=(3, edge // size, edge // size)), np.ones((size, size))) for size in (32, 8, 2)]
    return np.clip(np.rint(100 + 30 * sum(parts)), 1, 255).astype(np.uint8)


@pytest.mark.parametrize("scene", ["landsat5__0", "landsat7__0"])
def test_landsat_is_masked(shared_data, labels_of, run, feedback, tmp_path, scene):
    """A scene of Landsat in three bands gets the labels of both networks, at its own 30 m, without a warning."""
    with np.load(shared_data / "labels" / f"{scene}.npz") as archive:
        image = archive["img"][..., [2, 1, 3]].transpose(2, 0, 1).astype(np.float32)
    image[:, :, :17] = np.nan
    image[0, 40:60, 100:120] = 0
    path = write_raster(tmp_path / "landsat.tif", image, dtype="float32", size=30)
    result = run("maskraster", INPUT=path, **NUMBERS, **LIKE_THE_TOOLBOX, OUTPUT=str(tmp_path / "mask.tif"))
    got = read(result["OUTPUT"])
    assert_same(got, labels_of(image))
    assert (got == 255).sum() == 512 * 17 + 400
    assert feedback.warnings == []
    assert result["CLEAR_PERCENT"] == pytest.approx(shares(result["OUTPUT"])["clear"])


@pytest.mark.parametrize(
    ("dtype", "factor"), [("uint8", 1), ("uint16", 257), ("int16", 128), ("float32", 1e-4), ("float32", 4e4)]
)
def test_numbers_of_any_type_and_scale_give_the_same_labels(labels_of, run, feedback, tmp_path, dtype, factor):
    """Proportional numbers have the same mask, without a scale: 8 bits, the whole range of 16 bits, and large ones."""
    values = blobs()
    values[:, 200:, :50] = 0
    image = (values * np.float64(factor)).astype(dtype)
    path = write_raster(tmp_path / "raster.tif", image, dtype=dtype, size=20)
    result = run("maskraster", INPUT=path, **NUMBERS, **LIKE_THE_TOOLBOX, OUTPUT=str(tmp_path / "mask.tif"))
    got = read(result["OUTPUT"])
    assert_same(got, labels_of(values))
    assert (got[200:, :50] == 255).all()
    assert feedback.warnings == []


@pytest.mark.parametrize(
    ("names", "numbers", "used", "warned"),
    [
        (("B04", "B03", "B8A"), {}, 3, False),
        (("red", "green", "nir"), {}, 3, False),
        (("B04", "B03", "B08"), {}, 3, True),
        (("B04", "B03", "B08", "B8A"), {}, 4, False),
        (("B04", "B03", "B08", "B8A"), {"NIR": 3}, 3, True),
        (("B04", "B03", "B08", "B8A"), {"NIR": 4}, 4, False),
        (("B3", "B2", "B4", "B1"), {"RED": 1, "GREEN": 2, "NIR": 3}, 3, False),
    ],
)
def test_near_infrared_serves_as_b8a(labels_of, run, feedback, tmp_path, names, numbers, used, warned):
    """The band named B8A is used, or else the near infrared; B08 of Sentinel-2 causes a warning that names both."""
    image = np.concatenate([blobs(128), blobs(128)[2:, ::-1]])[: len(names)]
    path = write_raster(tmp_path / "raster.tif", image, dtype="uint8", size=20, names=names)
    result = run("maskraster", INPUT=path, **numbers, **LIKE_THE_TOOLBOX, OUTPUT=str(tmp_path / "mask.tif"))
    assert_same(read(result["OUTPUT"]), labels_of(image[[0, 1, used - 1]]), (0, 1))
    assert [unnamed(text, "raster", "B08", "B8A") for text in feedback.warnings] == [[]] * warned


@pytest.mark.parametrize(("level", "pixels"), [("L1C", 30), ("L2A", 8), ("L2A", 100)])
def test_a_raster_of_any_level_and_pixel_size_is_masked(run, feedback, tmp_path, level, pixels):
    """The level makes no difference; the networks run at 10 to 50 m, and the mask has the raster's pixels."""
    path = write_raster(tmp_path / "raster.tif", blobs(128), dtype="uint8", size=pixels)
    result = run(
        "maskraster", INPUT=path, **NUMBERS, LEVEL=level, **LIKE_THE_TOOLBOX, OUTPUT=str(tmp_path / "mask.tif")
    )
    with rasterio.open(result["OUTPUT"]) as dataset:
        assert (dataset.shape, dataset.res) == ((128, 128), (pixels, pixels))
        assert dataset.tags()["CLOUDS2MASK_NETWORK_RESOLUTION"] == f"{min(max(pixels, 10), 50)}"
        assert len(np.unique(dataset.read(1))) > 1
    assert len(feedback.warnings) == (pixels != 30)


def test_a_declared_scale_and_offset_have_no_effect(labels_of, run, tmp_path):
    """Radiance of Landsat declares an offset that no reflectance has; its mask is that of its numbers."""
    path = write_raster(tmp_path / "radiance.tif", blobs(), dtype="uint8", size=30)
    with rasterio.open(path, "r+") as dataset:
        dataset.scales, dataset.offsets = (0.01244,) * 3, (-62.2,) * 3
    result = run("maskraster", INPUT=path, **NUMBERS, **LIKE_THE_TOOLBOX, OUTPUT=str(tmp_path / "mask.tif"))
    assert_same(read(result["OUTPUT"]), labels_of(blobs()))
    with rasterio.open(result["OUTPUT"]) as dataset:
        assert '"reading": {"B03": [2, null, null, 0],' in dataset.tags()["CLOUDS2MASK_OPTIONS"]


@pytest.mark.parametrize(
    ("options", "values"),
    [
        ({"RED": 1, "GREEN": 2, "MODEL": "omnicloudmask"}, ("raster", "near infrared", "B08")),
        ({**NUMBERS, "MODEL": "auto"}, ("raster", "B02", "blue", "omnicloudmask")),
        ({**NUMBERS, "MODEL": "ukis-4b-l2a"}, ("raster", "B02", "blue", "omnicloudmask")),
    ],
)
def test_missing_bands_are_refused_before_the_run(tmp_path, options, values):
    """OmniCloudMask needs three bands; another model without blue is refused, and the error says which needs none."""
    path = write_raster(tmp_path / "raster.tif", blobs(128), dtype="uint8", size=20)
    made = QgsApplication.processingRegistry().createAlgorithmById("clouds2mask:maskraster")
    fits, text = made.checkParameterValues(
        {"INPUT": path, "OUTPUT": "TEMPORARY_OUTPUT", **options}, QgsProcessingContext()
    )
    assert not fits
    assert unnamed(text, *values) == [], text


@pytest.mark.parametrize("level", ["L1C", "L2A"])
@pytest.mark.parametrize("resolution", [10, 20, 50])
def test_products_are_masked_with_b8a(make_product, labels_of, run, feedback, tmp_path, level, resolution):
    """A product of either level is masked at 10, 20 and 50 m; at 20 m with the numbers of B8A, not of B08."""
    image = blobs(256) / 250
    fine = {"B04": 0, "B03": 1, "B02": 1, "B08": 1}
    bands = {band: image[number].repeat(2, 0).repeat(2, 1) for band, number in fine.items()} | {"B8A": image[2]}
    product = make_product(bands, metres=5120, level=level, baseline="05.10", resolutions_levels=1)
    options = {"RESOLUTION": resolution, **LIKE_THE_TOOLBOX, "OUTPUT": str(tmp_path / "mask.tif")}
    got = read(run("maskscene", INPUT=str(product), **options)["OUTPUT"])
    assert got.shape == (-(-5120 // resolution),) * 2
    if resolution == 20:
        assert_same(got, labels_of(np.rint(image * 10000)))
    else:
        assert len(np.unique(got)) > 1
    assert feedback.warnings == []


def test_every_masking_algorithm_offers_it():
    """OmniCloudMask is in the list of models of all masking algorithms, installed or not."""
    assert load_cards()["omnicloudmask"].any_sensor
    for name in ("maskraster", "maskscene", "maskscenes"):
        made = QgsApplication.processingRegistry().createAlgorithmById(f"clouds2mask:{name}")
        assert "omnicloudmask" in made.parameterDefinition("MODEL").options()
        assert "omnicloudmask" in made.parameterDefinition("WITH_MODELS").options()
