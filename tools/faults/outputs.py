"""Everything that the engine writes, made from small inputs, and the check that it is whole."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray

from ...core.analysis.apply import apply_mask
from ...core.analysis.class_values import MASK_VALUES
from ...core.analysis.compare import Classified, compare
from ...core.analysis.composite import Observation, Recipe, write_composite
from ...core.analysis.confusion import DETAILS
from ...core.files import text_writer, write_all
from ...core.masks.usable import ClearRule, ValidMask
from ...core.pipeline.batch import run_batch
from ...core.product.bands import BANDS
from ...core.raster.geotiff import check_raster
from ...core.season.folder import masks_in
from ...core.season.report import write_report
from ...core.season.table import season_csv
from ...core.settings import create_settings
from ..labelled_scene import SIX_BANDS
from ..make_safe import build_product, to_dn

Write = Callable[[Path], object]
"""Writes the files of an output to a folder, or raises a `CloudS2MaskError`."""


def outputs(work: Path, model: str = "auto", edge: int = 700, grain: int = 10) -> dict[str, Write]:
    """Make the inputs, and return the function that writes each output.

    Args:
        work: An empty folder for the inputs.
        model: Id of the model of the masks.
        edge: Edge of the scene in pixels of 10 m.
        grain: Edge in pixels of the squares of random brightness, which cannot be compressed.
    """
    squares = np.random.default_rng(1).choice([0.05, 0.3, 0.7], (edge // grain, edge // grain))
    noise = squares.repeat(grain, 0).repeat(grain, 1)
    steps = {band: BANDS[band].pixel_size // 10 for band in SIX_BANDS}
    safe = build_product(work, {band: to_dn(noise[::step, ::step]) for band, step in steps.items()})

    def masked(folder: Path, **options: object) -> None:
        settings = create_settings([safe], folder, processing_res=10, model=model, quiet=True, **options)
        for outcome in run_batch(settings):
            if outcome.error:
                raise outcome.error

    masks = work / "masks"
    masked(masks)
    (mask,) = map(str, masks.glob("*.tif"))
    scene = _scene(work / "scene.tif", mask, noise)
    season, _left_out = masks_in(masks, lambda _fraction: None)
    rule, classes = ClearRule(), Classified(mask, MASK_VALUES)
    every = DETAILS["all classes"]

    def ignore(_said: object) -> None:
        pass

    return {
        "mask": lambda out: masked(out, make_qml_files=False, keep_vrt=False),
        "mask, confidence and valid mask": lambda out: masked(out, export_confidence=True, valid_mask=rule),
        "applied mask": lambda out: apply_mask(scene, ValidMask.read(mask, rule), out / "applied.tif"),
        "composite": lambda out: write_composite(
            [Observation(scene, mask)] * 2, Recipe("median", rule), out / "composite.tif", ignore, ignore
        ),
        "difference": lambda out: compare(classes, classes, every, difference=out / "difference.tif"),
        "report": lambda out: write_report(out / "report.html", season * 30, lambda _fraction: None),
        "table": lambda out: write_all({out / "season.csv": text_writer(season_csv(season * 200))}),
    }


def _scene(path: Path, mask: str, noise: NDArray[np.float64]) -> str:
    """Write two bands of noise on the grid of a mask; return the path."""
    with rasterio.open(mask) as dataset:
        profile = {**dataset.profile, "driver": "GTiff", "count": 2, "dtype": "uint16", "nodata": 0}
    values = np.random.default_rng(2).integers(1, 10_000, (2, *noise.shape)).astype(np.uint16)
    with rasterio.open(path, "w", **profile) as dataset:
        dataset.write(values)
    return str(path)


def digests(folder: Path) -> dict[str, str]:
    """Read every file of a folder, rasters block by block, and return a digest of the pixels or of the text.

    Raises:
        RasterioError, OSError: a file is not whole.
    """
    found = {}
    for path in sorted(folder.iterdir()):
        if path.name == "lost+found":  # of ext4 itself
            continue
        if path.suffix == ".tif":
            check_raster(path)
            with rasterio.open(path) as dataset:
                content = dataset.read().tobytes()
        else:
            content = path.read_bytes()
        found[path.name] = hashlib.sha256(content).hexdigest()
    return found
