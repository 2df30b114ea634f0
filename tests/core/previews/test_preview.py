"""Small pictures of scenes before they are masked, from what lies beside their bands."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.io import MemoryFile

from ....core.addresses import reading
from ....core.addresses.location import parse
from ....core.errors import UnreadableBandError
from ....core.previews.preview import preview
from ....core.stac.opening import open_listed
from ....tools.make_eopf import build_eopf
from ....tools.make_safe import zip_product
from ....tools.make_stac import build_item
from ...ranged_server import serving

PURPLE = (200, 20, 180)
"""A colour that no stretch of these bands has."""
BANDS = {"B02": 1100, "B03": 1000, "B04": 2600}
"""DN of a red scene."""


def red_scene(folder: Path, write) -> Path:
    """Write a red scene."""
    dn = {band: np.full((240, 240), value, np.uint16) for band, value in BANDS.items()}
    return Path(write(folder, dn))


def add_preview(product: Path, colour: tuple[int, int, int] = PURPLE) -> Path:
    """Write a preview of 34 pixels of one colour into a product."""
    granule = next((product / "GRANULE").iterdir())
    path = granule / "QI_DATA" / "T33UUU_20170502T102021_PVI.jp2"
    path.parent.mkdir(exist_ok=True)
    profile = {"driver": "JP2OpenJPEG", "width": 34, "height": 34, "count": 3, "dtype": "uint8", "quality": 100}
    with rasterio.open(path, "w", **profile, transform=rasterio.Affine.scale(3200, -3200)) as file:
        file.write(np.broadcast_to(np.array(colour, np.uint8)[:, None, None], (3, 34, 34)))
    return path


def list_in_manifest(product: Path, file: Path) -> None:
    """Name a file in the manifest of a product."""
    manifest = product / "manifest.safe"
    stream = f'<byteStream><fileLocation href="./{file.relative_to(product).as_posix()}"/>'
    checksum = '<checksum checksumName="MD5">00</checksum></byteStream>'
    named = f'<dataObject ID="Preview">{stream}{checksum}</dataObject>'
    text = manifest.read_text(encoding="utf-8")
    end = "</dataObjectSection>"
    manifest.write_text(text.replace(end, named + end), encoding="utf-8")


def drawn(source: Path | str, edge: int = 60) -> np.ndarray:
    """Return the pixels of the picture of a scene, (3, lines, columns)."""
    data = preview(open_listed(parse(source)), edge)
    assert data.startswith(b"\xff\xd8\xff")
    with MemoryFile(data) as memory, memory.open() as file:
        return np.asarray(file.read())


def flat(pixels: np.ndarray) -> list[int]:
    """Return the mean colour."""
    return [round(float(band.mean())) for band in pixels]


def test_the_preview_of_the_product_is_shown(make_product):
    """A product brings a picture: no band is decoded for it, in a folder or in an archive."""
    product = make_product({"B02": 0.1, "B03": 0.1, "B04": 0.1})
    add_preview(product)
    for band in product.rglob("*_B0?.jp2"):
        band.write_bytes(b"")
    assert flat(drawn(product)) == pytest.approx(PURPLE, abs=3)
    assert flat(drawn(zip_product(product))) == pytest.approx(PURPLE, abs=3)


def test_without_a_preview_the_bands_are_shown(make_product, tmp_path):
    """Red ground is red in SAFE, EOPF and STAC items alike."""
    safe = make_product({"B02": 0.11, "B03": 0.1, "B04": 0.26})
    kinds = {
        "safe": safe,
        "eopf": red_scene(tmp_path / "eopf", build_eopf),
        "stac": red_scene(tmp_path / "stac", build_item),
    }
    for kind, path in kinds.items():
        picture = drawn(path)
        red, green, blue = flat(picture)
        assert red > 200, kind
        assert max(green, blue) < 130, kind
        assert max(picture.shape[1:]) == 60, kind


def test_a_damaged_preview_is_told(make_product):
    """An archive that was cut in a preview does not end QGIS."""
    product = make_product({"B02": 0.1, "B03": 0.1, "B04": 0.1})
    add_preview(product).write_bytes(b"\x00\x00\x00\x0cjP  \r\n\x87\n" + b"x" * 100)
    with pytest.raises(UnreadableBandError):
        preview(open_listed(product), 60)


def test_of_a_product_behind_an_address_the_preview_alone_is_read(make_product, tmp_path, monkeypatch):
    """A few kilobytes: no band is asked for, also if there is no preview."""
    monkeypatch.setattr(reading, "PAUSES", (0, 0, 0))
    with_one = make_product({"B02": 0.1, "B03": 0.1, "B04": 0.1}, folder=tmp_path / "served")
    without = make_product({"B02": 0.1, "B03": 0.1, "B04": 0.1}, folder=tmp_path / "served", tile="T33UVU")
    list_in_manifest(with_one, add_preview(with_one))
    with serving(tmp_path / "served") as server:
        assert flat(drawn(f"{server.address}/{with_one.name}")) == pytest.approx(PURPLE, abs=3)
        assert preview(open_listed(parse(f"{server.address}/{without.name}")), 60) == b""
        assert not [one for one in server.asked if "_B0" in one.path]


def test_the_thumbnail_of_an_item_is_shown(tmp_path):
    """A catalogue gives a picture of the scene; where the file is not there, its bands are shown."""
    item = red_scene(tmp_path / "stac", build_item)
    grey = flat(drawn(item))
    profile = {"driver": "PNG", "width": 40, "height": 40, "count": 3, "dtype": "uint8"}
    with MemoryFile() as memory:
        with memory.open(**profile, transform=rasterio.Affine.scale(2, -2)) as file:
            file.write(np.broadcast_to(np.array(PURPLE, np.uint8)[:, None, None], (3, 40, 40)))
        (item.parent / "preview.jpg").write_bytes(memory.read())
    assert flat(drawn(item)) == pytest.approx(PURPLE, abs=3)
    assert flat(drawn(item)) != grey
