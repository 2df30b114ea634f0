"""A product for all systems: real pixels of the demo, mirrored to the requested size, before baseline 04.00."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import rasterio

from ..demo import make_product
from ..make_safe import build_product
from ..safe_metadata import BANDS

BASELINE = "02.06"
OFFSET = 1000
"""DN added from baseline 04.00 on."""


def write_scene(  # noqa: PLR0913 - each parameter changes the scene.
    folder: Path,
    edge: int,
    metres: int,
    level: str = "L1C",
    *,
    repeat: bool = False,
    baseline: str = BASELINE,
    empty: bool = False,
) -> Path:
    """Write a square product of `edge` pixels of `metres`, a multiple of 60 m, and return its `.SAFE` folder.

    From baseline 04.00 on, DN include the offset. If `empty`, the right third holds no data.

    With `repeat`, all bands are resampled to `metres` by repeating pixels: CloudS2Mask uses the nearest pixel of
    coarser bands, the plugin interpolates, and this difference is not compared here.
    """
    source = make_product()
    bands, resolutions = {}, {}
    for band, (_, native, _) in BANDS.items():
        if level == "L2A" and band == "B10":
            continue
        with rasterio.open(next(source.rglob(f"*_{band}.jp2"))) as dataset:
            values = dataset.read(1)
        if repeat and native > metres:
            resolutions[band] = metres
            values = values.repeat(native // metres, 0).repeat(native // metres, 1)
        if repeat and native < metres:
            step = metres // native
            values = values[::step, ::step].repeat(step, 0).repeat(step, 1)
        size = edge * metres // resolutions.get(band, native)
        room = [(0, max(0, size - length)) for length in values.shape]
        bands[band] = np.pad(values, room, mode="symmetric")[:size, :size].astype(np.uint16)
        bands[band] += np.uint16(OFFSET if baseline >= "04.00" else 0)
        if empty:
            bands[band][:, size * 2 // 3 :] = 0
    return build_product(folder, bands, resolutions=resolutions, level=level, baseline=baseline)
