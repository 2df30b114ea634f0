"""Listing products does not hold up the window, however many there are."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QTimer

from ....ui.scenes.model import Scene
from ....ui.scenes.scanner import SceneScanner


@pytest.fixture
def scanner() -> Iterator[SceneScanner]:
    """A scanner that collects what it finds in `scenes`."""
    made = SceneScanner()
    made.scenes = []
    made.found.connect(made.scenes.extend)
    yield made
    made.stop()


def names(scenes: list[Scene]) -> list[str]:
    """Names of the products, sorted."""
    return sorted(scene.name for scene in scenes)


def test_folders_archives_and_metadata_files_are_read(scanner, make_product, tmp_path, wait):
    """I can give a folder, its metadata file, or a folder that holds products."""
    direct = make_product({"B02": 0.1}, folder=tmp_path / "one", tile="T31UAA")
    metadata = make_product({"B02": 0.1}, folder=tmp_path / "two", tile="T31UBB") / "MTD_MSIL1C.xml"
    below = make_product({"B02": 0.1}, folder=tmp_path / "many" / "deeper", tile="T31UCC")
    scanner.scan([direct, metadata, tmp_path / "many"])
    wait(lambda: not scanner.is_busy())
    assert names(scanner.scenes) == sorted([direct.stem, metadata.parent.stem, below.stem])
    assert metadata.parent in [scene.path for scene in scanner.scenes]


def test_a_folder_without_products_gets_a_row_that_says_so(scanner, tmp_path, wait):
    """Nothing that I add vanishes without a word."""
    scanner.scan([tmp_path])
    wait(lambda: not scanner.is_busy())
    assert [scene.product for scene in scanner.scenes] == [None]
    assert "is not a Sentinel-2 product" in scanner.scenes[0].error


def test_500_products_keep_the_window_responsive(dialog, make_product, tmp_path, wait):
    """While 500 products are being listed, a timer of the window is never late by more than 250 ms."""
    copies = _copies(make_product({"B02": 0.1}, metres=120, folder=tmp_path / "seed"), 500, tmp_path / "many")
    late: list[float] = []
    last = time.monotonic()

    def tick() -> None:
        nonlocal last
        late.append(time.monotonic() - last - 0.05)
        last = time.monotonic()

    timer = QTimer()
    timer.timeout.connect(tick)
    timer.start(50)
    wait(lambda: len(late) > 3)  # the window has been drawn
    late.clear()
    dialog.add_paths([copies])
    wait(lambda: not dialog.scanner.is_busy())
    timer.stop()
    assert dialog.scenes.rowCount() == 500
    assert max(late, default=0) < 0.25


def test_stopping_forgets_what_is_left(scanner, make_product, tmp_path, wait):
    """Closing QGIS while a long list is being read does not wait for it."""
    copies = _copies(make_product({"B02": 0.1}, metres=120, folder=tmp_path / "seed"), 200, tmp_path / "many")
    scanner.scan([copies])
    scanner.stop()
    wait(lambda: not scanner.is_busy())
    assert len(scanner.scenes) < 200


def _copies(product: Path, count: int, folder: Path) -> Path:
    for number in range(count):
        shutil.copytree(product, folder / product.name.replace("T33UUU", f"T33U{number:03d}"))
    return folder
