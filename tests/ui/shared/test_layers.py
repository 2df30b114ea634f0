"""A mask on the map: place in the layer tree, colours, legend and time."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

import numpy as np
import pytest
import rasterio
from qgis.core import QgsLayerTreeGroup, QgsMapSettings, QgsProject, QgsRasterLayer
from qgis.core import QgsMapRendererCustomPainterJob as Job
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QImage, QPainter
from rasterio.transform import from_origin

from ....core.classes import CLASSES
from ....core.masks.qml import mask_qml
from ....core.masks.result import MaskResult
from ....core.pipeline.batch import run_batch
from ....core.product.acquisition import Acquisition
from ....core.raster.grid import Grid
from ....core.season.thumbnail import thumbnail
from ....core.settings import MaskSettings, ProductsToFolder
from ....ui.shared.layer_tree import add_layers
from ....ui.shared.layers import open_layers

SENSED = datetime(2017, 2, 16, 10, 21, 1, 26000, tzinfo=timezone.utc)


@pytest.fixture
def result(tmp_path) -> MaskResult:
    """A mask of five columns: clear, thick cloud, thin cloud, shadow, no data."""
    path = tmp_path / "S2A_X_model_20m.tif"
    grid = {"crs": "EPSG:32633", "transform": from_origin(300000, 5900040, 20, 20)}
    mask = np.repeat(np.array([[0, 1, 2, 3, 255]], np.uint8), 5, axis=0)
    with rasterio.open(path, "w", driver="GTiff", width=5, height=5, count=1, dtype="uint8", nodata=255, **grid) as out:
        out.write(mask, 1)
    shares = {"clear": 25.0, "thick_cloud": 25.0, "thin_cloud": 25.0, "shadow": 25.0}
    return MaskResult(
        mask_path=path,
        vrt_path=None,
        acquisition=Acquisition("S2A_X", "L1C", "02.06", "S2A", "T33UUU", SENSED),
        model="model",
        provider="CPUExecutionProvider",
        resolution=20,
        grid=Grid("EPSG:32633", 300000, 5900040, 20, 5, 5),
        valid_percent=80.0,
        shares=shares,
        seconds=1.0,
    )


def shown(result: MaskResult) -> QgsRasterLayer:
    """Add a mask and return its layer."""
    add_layers(QgsProject.instance(), result, open_layers(result))
    return scene_group().findLayers()[0].layer()


def scene_group() -> QgsLayerTreeGroup:
    """Return the group of the only scene."""
    (run,) = QgsProject.instance().layerTreeRoot().findGroups()
    (scene,) = run.findGroups()
    return scene


def painted(layer: QgsRasterLayer) -> list[tuple[int, int, int, int]]:
    """Return the colour (red, green, blue, alpha) in the middle of each of the five columns, as QGIS draws it."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(layer.extent())
    settings.setOutputSize(QSize(50, 50))
    settings.setBackgroundColor(QColor(0, 0, 0, 0))
    image = QImage(QSize(50, 50), QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    job = Job(settings, painter)
    job.start()
    job.waitForFinished()
    painter.end()
    return [image.pixelColor(5 + 10 * column, 25).getRgb() for column in range(5)]


def assert_painted_as_a_mask(layer: QgsRasterLayer) -> None:
    """Check that clear and no data are transparent, and the others have their colours at half opacity."""
    clear, *classes, nodata = painted(layer)
    assert clear[3] == 0
    assert nodata[3] == 0
    for colour, expected in zip(classes, CLASSES[1:]):
        assert colour[3] == pytest.approx(128, abs=2)
        assert colour[:3] == pytest.approx(expected.colour, abs=3)


def test_a_mask_is_half_transparent_and_clear_pixels_fully(result):
    """I see the image through cloud and shadow, and clear pixels unchanged."""
    assert_painted_as_a_mask(shown(result))


def test_a_mask_with_its_style_file_looks_the_same_when_dragged_in(result):
    """A mask that I drag from a folder into QGIS is styled by its QML file."""
    result.mask_path.with_suffix(".qml").write_text(mask_qml(CLASSES), encoding="utf-8")
    assert_painted_as_a_mask(QgsRasterLayer(str(result.mask_path), "dragged in"))


def test_the_legend_names_the_classes(result):
    """I understand the colours without a manual; a mask that does not say what it has may have snow only if it does."""
    classes = shown(result).renderer().classes()
    assert [(item.value, item.label) for item in classes] == [(c.value, c.label) for c in CLASSES[:4]]


def test_snow_and_water_are_in_the_legend_of_a_model_that_has_them(result):
    """They have their own colours; clear ground stays transparent."""
    result = replace(result, classes=("clear", "thick_cloud", "shadow", "snow", "water"))
    with rasterio.open(result.mask_path, "r+") as dataset:
        dataset.write(np.repeat(np.array([[0, 1, 4, 5, 255]], np.uint8), 5, axis=0), 1)
    layer = shown(result)
    names = [(0, "Clear"), (1, "Cloud"), (3, "Cloud shadow"), (4, "Snow or ice"), (5, "Water")]
    assert [(item.value, item.label) for item in layer.renderer().classes()] == names
    clear, cloud, snow, water, _nodata = painted(layer)
    assert clear[3] == 0
    for colour, value in ((cloud, 1), (snow, 4), (water, 5)):
        assert colour[:3] == pytest.approx(CLASSES[value].colour, abs=3)
        assert colour[3] == pytest.approx(128, abs=2)


def test_the_legend_names_only_the_classes_of_the_model(result):
    """A model without thin cloud has cloud, and no line for what it cannot find."""
    classes = shown(replace(result, classes=("clear", "thick_cloud", "shadow"))).renderer().classes()
    assert [(item.value, item.label) for item in classes] == [(0, "Clear"), (1, "Cloud"), (3, "Cloud shadow")]


def test_a_mask_shows_at_its_time_in_the_temporal_controller(result):
    """An animation of a season shows each mask on its day."""
    properties = shown(result).temporalProperties()
    assert properties.isActive()
    period = properties.fixedTemporalRange()
    assert period.begin().toUTC().toPyDateTime().replace(tzinfo=timezone.utc) == SENSED
    assert period.end() == period.begin()


def test_a_product_has_one_group_with_the_mask_above_the_scene(make_product, tmp_path):
    """Mask and natural-colour layer of a product are in one group, the mask on top."""
    bands = {"B02": 0.05, "B03": 0.07, "B04": 0.09, "B08": 0.3, "B11": 0.2, "B12": 0.1}
    result = _mask_and_add(_settings(make_product(bands), tmp_path))
    group = scene_group()
    layers = [node.layer() for node in group.findLayers()]
    assert [layer.renderer().type() for layer in layers] == ["paletted", "multibandcolor"]
    assert [Path(layer.source()) for layer in layers] == [result.mask_path, result.vrt_path]
    assert all(layer.temporalProperties().isActive() for layer in layers)
    assert not group.findLayers()[1].isExpanded()


def test_the_scene_is_shown_in_the_same_colours_without_style_files(make_product, tmp_path):
    """The natural-colour layer looks the same with and without QML files."""
    bands = {"B02": 0.05, "B03": 0.07, "B04": 0.09, "B08": 0.3, "B11": 0.2, "B12": 0.1}
    product = make_product(bands, baseline="05.10")
    ranges = []
    for qml in (True, False):
        QgsProject.instance().clear()
        folder = tmp_path / f"qml {qml}"
        _mask_and_add(replace(_settings(product, folder), make_qml_files=qml))
        scene = QgsProject.instance().layerTreeRoot().findLayers()[1].layer().renderer()
        stretch = scene.redContrastEnhancement()
        ranges.append((scene.redBand(), stretch.minimumValue(), stretch.maximumValue()))
    assert ranges[0] == ranges[1]
    assert ranges[0][1:] == (0.03, 0.28), "reflectance, whatever the baseline"


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_the_scene_has_the_colours_of_its_picture_in_the_report(make_product, tmp_path):
    """The same reflectance is the same grey on the map and in the report."""
    grey = {"B02": 0.1703, "B03": 0.1523, "B04": 0.1393}
    result = _mask_and_add(_settings(make_product({**grey, "B08": 0.3, "B11": 0.2, "B12": 0.1}), tmp_path))
    scene = QgsProject.instance().layerTreeRoot().findLayers()[1].layer()
    assert painted(scene)[2][:3] == pytest.approx((128, 128, 128), abs=2)
    result.mask_path.write_bytes(_clear(result.mask_path))
    with rasterio.MemoryFile(thumbnail(result, tmp_path / "gone", 60)) as file, file.open() as picture:
        assert picture.read()[:, 30, 30] == pytest.approx((128, 128, 128), abs=3)


def _clear(mask: Path) -> bytes:
    """Return a mask of the same place without clouds."""
    with rasterio.open(mask) as dataset, rasterio.MemoryFile() as memory:
        with memory.open(**dataset.profile) as copy:
            copy.write(np.zeros(dataset.shape, np.uint8), 1)
        return bytes(memory.read())


def test_a_mask_has_the_georeference_of_its_file(result):
    """The layer has the grid, name and coordinate system of its file."""
    layer = shown(result)
    assert layer.crs().authid() == "EPSG:32633"
    assert layer.name() == "Clouds, 2017-02-16 T33UUU, 20 m, model"
    assert Path(layer.source()) == result.mask_path
    assert (layer.width(), layer.extent().xMinimum()) == (5, 300000)


def test_the_layers_of_a_reduced_product_have_its_pixel_size(result):
    """A mask with pixels of 500 m is not called one of 20 m, and is in a group of its own."""
    coarse = replace(result, grid=replace(result.grid, pixel_size=500.228))
    assert shown(coarse).name() == "Clouds, 2017-02-16 T33UUU, 500 m, model"
    other = replace(result, mask_path=Path(shutil.copy(result.mask_path, result.mask_path.with_name("other.tif"))))
    add_layers(QgsProject.instance(), other, open_layers(other))
    groups = QgsProject.instance().layerTreeRoot().findGroups()
    assert [group.name().rpartition("(")[2] for group in groups] == ["20 m)", "500 m)"]


def test_a_style_of_mine_survives_a_second_run(result):
    """I changed the colours of an open mask, and another run keeps them."""
    layer = shown(result)
    layer.setOpacity(0.9)
    assert shown(result).opacity() == 0.9


def test_a_mask_made_again_is_refreshed_not_added_again(result):
    """A second run does not add copies to my project."""
    project = QgsProject.instance()
    first = shown(result)
    with rasterio.open(result.mask_path, "r+") as out:
        out.write(np.full((5, 5), 1, np.uint8), 1)
    second = shown(result)
    assert second.id() == first.id()
    assert len(project.mapLayers()) == 1
    assert len(scene_group().findLayers()) == 1
    assert painted(second)[0][3] == pytest.approx(128, abs=2)


def _mask_and_add(settings: MaskSettings) -> MaskResult:
    outcome = run_batch(settings)[0]
    assert outcome.result is not None
    layers = open_layers(outcome.result)
    add_layers(QgsProject.instance(), outcome.result, layers)
    return outcome.result


def _settings(product: Path, folder: Path) -> MaskSettings:
    return MaskSettings(ProductsToFolder((product,), folder), quiet=True)


def test_further_rasters_of_a_mask_are_added_hidden(result, tmp_path):
    """Confidence and valid mask are in the scene's group, styled, and hidden until I check them."""
    grid = {"crs": "EPSG:32633", "transform": from_origin(300000, 5900040, 20, 20), "width": 5, "height": 5}
    for name, count in (("confidence", 4), ("valid", 1)):
        with rasterio.open(tmp_path / f"{name}.tif", "w", driver="GTiff", count=count, dtype="uint8", **grid) as out:
            out.write(np.full((count, 5, 5), 1, np.uint8))
    more = replace(
        result,
        classes=("clear", "thick_cloud", "thin_cloud", "shadow"),
        confidence_path=tmp_path / "confidence.tif",
        valid_mask_path=tmp_path / "valid.tif",
    )
    shown(more)
    nodes = scene_group().findLayers()
    assert [node.itemVisibilityChecked() for node in nodes] == [True, False, False]
    confidence, valid = (node.layer().renderer() for node in nodes[1:])
    assert (confidence.type(), confidence.band()) == ("singlebandpseudocolor", 2)
    assert [label for label, _ in confidence.legendSymbologyItems()] == [
        f"Thick cloud {percent} %" for percent in (0, 25, 50, 75, 100)
    ]
    assert [(one.value, one.label) for one in valid.classes()] == [(1, "Usable"), (0, "Not usable")]
    assert nodes[1].layer().temporalProperties().isActive()
