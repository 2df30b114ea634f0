"""Scenes under their masks in reports: also of products behind addresses, by a few kilobytes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio

from ....core.addresses import reading
from ....core.addresses.location import parse
from ....core.previews.scene import scene_picture
from ....tools.make_stac import build_item
from ...ranged_server import Reply, serving
from ...season import masked, result_of
from .test_preview import BANDS, PURPLE, add_preview, list_in_manifest

TEAL = (20, 180, 160)
GREY = 0.45


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch):
    """Further attempts at once."""
    monkeypatch.setattr(reading, "PAUSES", (0,))


def add_halves(product: Path) -> None:
    """Write a preview whose left half is purple and whose right half is teal into a product."""
    path = add_preview(product)
    with rasterio.open(path) as file:
        profile = {**file.profile, "quality": 100, "reversible": True}
    colours = np.stack([np.full((34, 17), [colour], np.uint8) for pair in zip(PURPLE, TEAL) for colour in pair])
    picture = np.concatenate([colours[::2], colours[1::2]], axis=2)
    with rasterio.open(path, "w", **profile) as file:
        file.write(picture)
    list_in_manifest(product, path)


def mean(pixels: np.ndarray) -> list[float]:
    """Return the mean colour, 0 to 255."""
    return [float(band.mean()) * 255 for band in pixels]


def test_a_product_behind_an_address_has_its_preview(make_product, tmp_path):
    """The picture shows the part of the preview under the mask, and no band is read."""
    product = make_product({"B02": 0.1, "B03": 0.1, "B04": 0.1}, folder=tmp_path / "served", metres=9600)
    add_halves(product)
    with serving(tmp_path / "served") as server:
        address = parse(f"{server.address}/{product.name}")
        whole = result_of(masked(tmp_path / "whole", 0, np.zeros((480, 480)), source=product))
        pixels = scene_picture(whole, address, 96).pixels
        assert pixels.shape == (3, 96, 96)
        assert mean(pixels[:, :, :44]) == pytest.approx(PURPLE, abs=8)
        assert mean(pixels[:, :, 52:]) == pytest.approx(TEAL, abs=8)
        left = result_of(masked(tmp_path / "left", 0, np.zeros((480, 200)), source=product))
        assert mean(scene_picture(left, address, 96).pixels) == pytest.approx(PURPLE, abs=8)
        assert not [one for one in server.asked if "_B0" in one.path]
        server.behaviour = lambda _asked: Reply(403)
        assert (scene_picture(whole, address, 96).pixels == GREY).all()


def test_an_item_behind_an_address_has_its_bands(tmp_path):
    """Files with overviews are read under the mask, however small it is."""
    dn = {band: np.full((480, 480), value, np.uint16) for band, value in BANDS.items()}
    dn["B04"][:, 240:] = 1000
    with serving(tmp_path / "items") as server:
        (tmp_path / "items").mkdir()
        item = build_item(tmp_path / "items", dn, base=f"{server.address}/")
        right = result_of(masked(tmp_path, 0, np.zeros((40, 240))))
        red, green, blue = scene_picture(right, parse(f"{server.address}/{item.name}"), 240).pixels
    assert red[:, :110].mean() > green.mean() + 0.2
    assert red[:, 130:].mean() < green.mean() + 0.1
    assert blue.mean() == pytest.approx(green.mean(), abs=0.1)
