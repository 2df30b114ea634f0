"""Listing many products does not block the window."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from unittest.mock import Mock

import numpy as np
import pytest
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt

from ....core.cards.choice import choose_card
from ....core.errors import ProductError
from ....core.product.product import Product, open_product
from ....tools.labelled_scene import SIX_BANDS
from ....tools.make_eopf import build_eopf, zip_eopf
from ....ui import options_panel
from ....ui.scenes.model import Column, ProductRow, SceneModel
from ....ui.scenes.scanner import read_rows
from ....ui.shared.background import Worker
from ...refusals import refused


@pytest.fixture
def scanner(qgis_app) -> Iterator[Worker]:
    """A worker that reads products."""
    parent = QObject()
    made = Worker(parent)
    yield made
    made.close()


@pytest.fixture
def scan(scanner, wait) -> Callable[..., list[ProductRow]]:
    """Read paths in the background, to the end."""

    def read(*paths: Path) -> list[ProductRow]:
        scenes: list[ProductRow] = []
        scanner.call(partial(read_rows, paths), each=scenes.extend)
        wait(lambda: not scanner.is_busy())
        return scenes

    return read


def names(scenes: list[ProductRow]) -> list[str]:
    """Names of the products, sorted."""
    return sorted(scene.name for scene in scenes)


def test_folders_archives_and_metadata_files_are_read(scan, make_product, tmp_path):
    """I can choose a product folder, its metadata file, or a folder of products."""
    direct = make_product({"B02": 0.1}, folder=tmp_path / "one", tile="T31UAA")
    metadata = make_product({"B02": 0.1}, folder=tmp_path / "two", tile="T31UBB") / "MTD_MSIL1C.xml"
    below = make_product({"B02": 0.1}, folder=tmp_path / "many" / "deeper", tile="T31UCC")
    scenes = scan(direct, metadata, tmp_path / "many")
    assert names(scenes) == sorted([direct.stem, metadata.parent.stem, below.stem])
    assert metadata.parent in [scene.path for scene in scenes]


def test_eopf_products_are_listed_like_safe(scan, tmp_path):
    """Stores in a folder and in an archive are rows with satellite, date and outline; masks lie beside them."""
    bands = {band: np.full((60, 60), 2000, np.uint16) for band in SIX_BANDS[:4]}
    store = build_eopf(tmp_path / "a", bands, baseline="05.11", tile="T33UAA")
    packed = build_eopf(tmp_path / "b", bands, baseline="05.11", tile="T33UBB")
    archive = zip_eopf(packed)
    shutil.rmtree(packed)
    scenes = scan(tmp_path)
    assert [scene.path for scene in scenes] == [store, archive]
    model = SceneModel()
    model.add(scenes)
    texts = [model.index(1, column).data() for column in (Column.SATELLITE, Column.DATE, Column.TILE, Column.LEVEL)]
    assert texts == ["S2A", "2017-02-16", "T33UBB", "L1C"]
    for scene in scenes:
        assert scene.product
        assert len(scene.product.metadata.footprint) == 5
        assert options_panel.place_of(scene.product) == scene.path.parent


def test_an_incomplete_download_has_a_row_with_the_reason(scan, tmp_path):
    """A store whose metadata is cut short is listed with its fault if I choose it."""
    store = build_eopf(tmp_path, {"B02": np.full((60, 60), 2000, np.uint16)}, baseline="05.11")
    (store / ".zmetadata").write_bytes((store / ".zmetadata").read_bytes()[:-50])
    (scene,) = scan(store)
    assert scene.product is None
    assert isinstance(scene.error, ProductError)


def test_a_folder_without_products_gets_a_row_that_says_so(scan, tmp_path):
    """Every folder that I add is listed, even without products."""
    (scene,) = scan(tmp_path)
    assert scene.product is None
    with refused(ProductError) as caught:
        open_product(tmp_path)
    assert str(scene.error) == str(caught.value)


def test_all_products_of_an_archive_are_listed(scan, make_product, tmp_path):
    """I add an archive of two products, or the folder that it is in, and get both."""
    products = [make_product({"B02": 0.1}, folder=tmp_path / "in", tile=tile) for tile in ("T31UAA", "T31UBB")]
    archive = tmp_path / "zips" / "bundle.zip"
    archive.parent.mkdir()
    with zipfile.ZipFile(archive, "w") as target:
        for product in products:
            for path in product.rglob("*"):
                target.write(path, path.relative_to(product.parent))
    for given in (archive, archive.parent):
        scenes = scan(given)
        assert names(scenes) == [product.stem for product in products]
        assert sorted(scene.path for scene in scenes) == [archive / product.name for product in products]


def test_a_product_without_time_and_satellite_is_listed(scan, make_product):
    """Metadata that no pixel needs may be missing; its cells have a dash."""
    safe = make_product({"B02": 0.1})
    path = safe / "MTD_MSIL1C.xml"
    path.write_text(path.read_text().replace("SPACECRAFT_NAME", "CRAFT").replace("PRODUCT_START_TIME", "STARTED"))
    next(safe.rglob("MTD_TL.xml")).unlink()
    model = SceneModel()
    model.add(scan(safe))
    cells = [model.data(model.index(0, column)) for column in Column]
    assert cells[:5] == ["-", "-", "T33UUU", "L1C", "02.06"]
    assert model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole).startswith(f"{safe}\n")


def test_long_lists_are_not_checked_again_and_again(dialog, make_product, tmp_path, wait, monkeypatch):
    """However many products I add, each is checked once, and the model is chosen once for all."""
    choose, checked = Mock(side_effect=choose_card), []

    def check(product: Product) -> str:
        checked.append(product.path)
        return dialog.options.why_unusable(product)

    monkeypatch.setattr(options_panel, "choose_card", choose)
    dialog.scenes.set_rule(check)
    copies = _copies(make_product({"B02": 0.1}, metres=120, folder=tmp_path / "seed"), 100, tmp_path / "many")
    dialog.add_paths([copies])
    wait(lambda: not dialog.scanner.is_busy())
    assert dialog.scenes.rowCount() == 100
    assert sorted(checked, key=str) == sorted(copies.iterdir())
    assert choose.call_count <= 1
    dialog.options.resolution_10.setChecked(True)
    assert choose.call_args.args[:2] == ("L1C", 10)
    calls = choose.call_count
    dialog.options.set_installation(dialog.installation())
    assert choose.call_count == calls + 1


def test_closing_drops_the_rest_of_the_list(scanner, make_product, tmp_path):
    """QGIS closes without waiting for a long list."""
    copies = _copies(make_product({"B02": 0.1}, metres=120, folder=tmp_path / "seed"), 200, tmp_path / "many")
    chunks: list[list[ProductRow]] = []
    read: list[Path] = []

    def paths() -> Iterator[Path]:
        for path in copies.iterdir():
            read.append(path)
            yield path

    scanner.call(partial(read_rows, paths()), each=chunks.append)
    scanner.close()
    QCoreApplication.processEvents()
    assert len(read) < 200
    assert chunks == []
    assert not scanner.is_busy()


def _copies(product: Path, count: int, folder: Path) -> Path:
    for number in range(count):
        shutil.copytree(product, folder / product.name.replace("T33UUU", f"T33{number:03d}"))
    return folder
