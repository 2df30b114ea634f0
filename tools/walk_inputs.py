"""Write the products of the user of `walk`: those of a season, wrong ones, and those of other kinds than folders."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray

from .make_eopf import build_eopf
from .make_safe import build_product, zip_product
from .make_stac import build_item

_BANDS = ("B02", "B03", "B04", "B08", "B11", "B12")
"""Bands of the products of a season."""
_PLACE = {"origin": (300000.0, 5900040.0), "tile": "T33UUU", "baseline": "05.10"}


def write_season_of_user(home: Path, season: Sequence[Path]) -> list[Path]:
    """Copy the products of a season into a folder of the user, and return their `.SAFE` folders."""
    folder = home / "Sentinel-2"
    folder.mkdir(parents=True)
    return [Path(shutil.copytree(product, folder / product.name)) for product in season]


def write_wrong(home: Path, products: Sequence[Path]) -> None:
    """Write wrong inputs, and a good product beside them."""
    wrong = home / "Wrong inputs"
    flat = {band: np.full((60, 60), 2500, np.uint16) for band in _BANDS}

    def write(day: int, **scene: Any) -> Path:
        time = datetime(2017, 6, day, 10, 20, 21, tzinfo=timezone.utc)
        return build_product(wrong, flat, resolutions=dict.fromkeys(flat, 20), sensing_time=time, **scene)

    shutil.copytree(products[0], wrong / products[0].name)
    broken = shutil.copytree(products[1], wrong / products[1].name)
    next(Path(broken).rglob("*_B03.jp2")).write_bytes(b"")
    cut = zip_product(write(1))
    cut.write_bytes(cut.read_bytes()[: cut.stat().st_size // 2])
    shutil.rmtree(cut.with_suffix(".SAFE"))
    [metadata] = write(2, baseline="02.06").glob("MTD_*.xml")
    metadata.write_text(metadata.read_text(encoding="utf-8").replace(">02.06<", ">05.10<"), encoding="utf-8")
    write(3, tile="T31TCJ", epsg=32631, origin=(500000.0, 4800000.0), baseline="05.10")
    (wrong / "holiday.SAFE").mkdir()


def write_other_kinds(home: Path, product: Path) -> dict[str, bytes]:
    """Write the scene of a product as an archive, an EOPF store and a STAC item, each of a day of its own.

    Returns:
        An archive of a further day, which a server is to have, by its name.
    """
    folder, bands = home / "Other inputs", _bands(product)

    def day(number: int) -> dict[str, Any]:
        return {**_PLACE, "sensing_time": datetime(2017, 7, number, 10, 20, 21, tzinfo=timezone.utc)}

    archives = [zip_product(build_product(folder, bands, **day(number))) for number in (1, 4)]
    for archive in archives:
        shutil.rmtree(archive.with_suffix(".SAFE"))
    build_eopf(folder, bands, **day(2))
    build_item(folder, bands, **day(3))
    served = archives[1].read_bytes()
    archives[1].unlink()
    return {archives[1].name: served}


def _bands(product: Path) -> dict[str, NDArray[np.uint16]]:
    """Read the bands of a product, at their own pixel sizes."""
    bands = {}
    for band in _BANDS:
        with rasterio.open(next(product.rglob(f"*_{band}.jp2"))) as dataset:
            bands[band] = dataset.read(1)
    return bands
