"""Nobody waits for a silent host: closing the window ends the reading of products and of their pictures."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from qgis.PyQt.QtCore import QObject

from ....core.addresses.location import parse
from ....tools.make_stac import build_item
from ....ui.area.previews import Previews
from ....ui.scenes.scanner import read_row, read_rows
from ....ui.shared.background import Worker, is_interrupted
from ...ranged_server import Asked, Reply, Served, serving

SILENT: list[str] = []
"""Ends of the names of files that a host does not send."""


@pytest.fixture
def ended() -> threading.Event:
    """The end of the silence of the host."""
    return threading.Event()


@pytest.fixture
def served(tmp_path, make_product, ended, monkeypatch) -> Iterator[Served]:
    """A host with a product and an item, which falls silent where files of some names are asked for."""
    make_product({"B02": 0.1}, folder=tmp_path / "served")
    build_item(tmp_path / "served", {"B02": np.full((96, 96), 1500, np.uint16)}, baseline="05.11")
    monkeypatch.setattr(f"{__name__}.SILENT", [])

    def behave(asked: Asked) -> Reply:
        if asked.path.endswith(tuple(SILENT)):
            ended.wait(60)
        return Reply()

    with serving(tmp_path / "served") as server:
        server.behaviour = behave
        yield server
        ended.set()


@pytest.fixture
def parent(qgis_app) -> QObject:
    """The owner of workers."""
    return QObject()


def address_in(served: Served, folder: Path, pattern: str) -> str:
    """The address of what a pattern finds."""
    return f"{served.address}/{next((folder / 'served').glob(pattern)).name}"


@pytest.mark.parametrize(("pattern", "silent"), [("*.SAFE", "manifest.safe"), ("*.json", ".json")])
def test_closing_the_list_does_not_wait(served, ended, parent, wait, tmp_path, pattern, silent):
    """Products and items are being read while the window closes."""
    SILENT.append(silent)
    worker = Worker(parent)
    worker.call(lambda: list(read_rows([parse(address_in(served, tmp_path, pattern))])))
    wait(lambda: served.asked)
    worker.close()
    assert not ended.is_set()


@pytest.mark.parametrize(("pattern", "silent"), [("*.SAFE", "_PVI.jp2"), ("*.json", "preview.jpg")])
def test_closing_the_map_does_not_wait(served, ended, parent, wait, tmp_path, pattern, silent):
    """A picture is being drawn while the window closes."""
    folder = next((tmp_path / "served").glob("*.SAFE"))
    granule = next((folder / "GRANULE").iterdir()).name
    stream = f'<byteStream><fileLocation href="./GRANULE/{granule}/QI_DATA/T33UUU_PVI.jp2"/>'
    named = f'<dataObject ID="P">{stream}<checksum checksumName="MD5">00</checksum></byteStream></dataObject>'
    manifest = folder / "manifest.safe"
    manifest.write_text(manifest.read_text().replace("</dataObjectSection>", f"{named}</dataObjectSection>"))
    SILENT.append(silent)
    row = read_row(parse(address_in(served, tmp_path, pattern)), is_interrupted)
    assert row.product
    previews = Previews(parent)
    assert previews.get(row.product) is None
    wait(lambda: any(one.path.endswith(silent) for one in served.asked))
    previews.shut_down()
    assert not ended.is_set()
