"""Compare the plugin with the packages s2cloudless and ukis-csmask, which include their weights.

The packages run in the benchmark's environments, on the integer counts of reflectance of a product.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import numpy as np
import rasterio
from numpy.typing import NDArray

from ...core import batch_process_scenes, create_settings
from ...core.cards.card import load_cards
from ...core.networks.store import locate
from ...core.product.bands import BANDS
from ...core.product.raster import RasterStack
from ...core.runtime.package import import_runtime
from .. import labelled_scene
from ..environments import python_of
from ..full_size import cloudy_image
from ..make_safe import build_product
from ..package import ROOT
from .small import count_classes

COUNTS = 10_000
PEER = Path(__file__).with_name("packaged_peer.py")
BENCH = ROOT / "build" / "bench"
UKIS_PATCH, UKIS_STEP, UKIS_PAD = 256, 204, 51
"""Patch size, step and mirrored margin of ukis-csmask in pixels."""
UKIS_MODELS = {"ukis-6b-l1c": 6, "ukis-4b-l1c": 4}
"""Number of bands per model."""
_UKIS_OPTIONS = {
    "shadow_share": 0,
    "processing_res": 20,
    "patch_placement": "grid",
    "patch_size": UKIS_PATCH,
    "patch_overlap_px": UKIS_PATCH - UKIS_STEP,
}
_UKIS_CLASSES = np.array([0, 1, 3], np.uint8)


class Finding(NamedTuple):
    """A measure of agreement and its limit."""

    name: str
    value: float
    limit: float
    at_least: bool = True

    @property
    def holds(self) -> bool:
        """Return True if the value is within its limit."""
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    def __str__(self) -> str:
        sign = ">=" if self.at_least else "<="
        return f"{'ok' if self.holds else 'NOT'}  {self.name}: {self.value:.6g} ({sign} {self.limit:g})"


def s2cloudless() -> Iterator[Finding]:
    """Compare probabilities and masks on the test image of the package."""
    card = load_cards()["s2cloudless"]
    image = cloudy_image(BENCH)
    reflectance = image[..., [BANDS[band].band_id for band in card.bands]]
    counts = np.clip(np.round(reflectance * COUNTS), 1, None).astype(np.uint16)
    decisions = [(0.4, 1, 1), (0.4, 0, 0), (0.6, 4, 2), (0.2, 22, 11)]
    with TemporaryDirectory() as scratch:
        peer = _run_peer("s2cloudless", Path(scratch), counts=counts, decisions=np.array(decisions))
        session = import_runtime().InferenceSession(str(locate(card)[0]), providers=["CPUExecutionProvider"])
        channels = np.moveaxis(counts.astype(np.float32), -1, 0)[None]
        ours = session.run(None, {session.get_inputs()[0].name: channels})[0][0, 1]
        # Single precision sometimes moves reflectance across a threshold of a tree.
        for name, precision, limit in (("probability", "single", 1e-4), ("exact", "double", 1e-6)):
            difference = float(np.abs(ours - peer[name]).max())
            title = f"largest difference between {ours.size} probabilities, reflectance in {precision} precision"
            yield Finding(title, difference, limit, at_least=False)
        # All bands have pixels of 60 m, so that nothing is resampled.
        bands = {band: counts[..., number] for number, band in enumerate(card.bands)}
        safe = build_product(Path(scratch), bands, resolutions=dict.fromkeys(bands, 60))
        for number, (threshold, average, dilate) in enumerate(decisions):
            options = {"threshold": threshold, "average_px": int(average), "dilate_px": int(dilate)}
            mask = _mask(safe, model="s2cloudless", processing_res=10, **options)
            agreement = float((mask == peer["masks"][number]).mean())
            yield Finding(f"equal labels, threshold {threshold}, average {average}, dilate {dilate}", agreement, 0.999)


def ukis_csmask() -> Iterator[Finding]:
    """Compare labels, with the patch positions of the package and with those of the plugin."""
    cloudy = cloudy_image(BENCH)[..., [BANDS[band].band_id for band in labelled_scene.SIX_BANDS]]
    for name, image in (("labelled cumulus", labelled_scene.load()[0]), ("s2cloudless image", cloudy)):
        counts = np.clip(np.round(image * COUNTS), 1, None).astype(np.uint16)
        for model, bands in UKIS_MODELS.items():
            yield from _ukis(f"{name}, {model}", counts[..., :bands], model)


def _ukis(name: str, counts: NDArray[np.uint16], model: str) -> Iterator[Finding]:
    with TemporaryDirectory() as scratch:
        expected = _ukis_labels(counts, Path(scratch))
        same = ukis_places(counts, model, Path(scratch))
        yield Finding(f"{name}: equal labels, same patch positions", float((same == expected).mean()), 0.99)
        own = _mask(_raster(Path(scratch) / "own.tif", counts), **_UKIS_OPTIONS, model=model)
        yield Finding(f"{name}: equal labels, the plugin's patch positions", float((own == expected).mean()), 0.9)


def ukis_places(counts: NDArray[np.uint16], model: str, scratch: Path) -> NDArray[np.uint8]:
    """Mask an image (lines, columns, bands) of reflectance x 10,000 with the patch positions of ukis-csmask."""
    # The package starts in the mirrored margin; on an image padded like this, both grids are the same.
    after = [UKIS_PATCH + UKIS_STEP * -(-(n + UKIS_PAD - UKIS_PATCH) // UKIS_STEP) for n in counts.shape[:2]]
    padding = [(UKIS_PAD, length - n - UKIS_PAD) for length, n in zip(after, counts.shape)]
    padded = np.pad(counts, [*padding, (0, 0)], mode="symmetric")
    lines, columns = (slice(UKIS_PAD, UKIS_PAD + n) for n in counts.shape[:2])
    return _mask(_raster(scratch / "same.tif", padded), **_UKIS_OPTIONS, model=model)[lines, columns]


def labelled_counts(bands: int) -> NDArray[np.uint16]:
    """Load the first bands of the labelled scene as (lines, columns, bands) of reflectance x 10,000."""
    return np.clip(np.round(labelled_scene.load()[0][..., :bands] * COUNTS), 1, None).astype(np.uint16)


def record_ukis(folder: Path) -> Path:
    """Record class counts of the package on the labelled scene, for the tests."""
    counts = {}
    with TemporaryDirectory() as scratch:
        for model, bands in UKIS_MODELS.items():
            counts[model] = count_classes(_ukis_labels(labelled_counts(bands), Path(scratch))).tolist()
    path = folder / "ukis-csmask.json"
    path.write_text(json.dumps(counts) + "\n", encoding="utf-8")
    return path


def _ukis_labels(counts: NDArray[np.uint16], scratch: Path) -> NDArray[np.uint8]:
    return _UKIS_CLASSES[_run_peer("ukis", scratch, counts=counts)["classes"]]


def _raster(path: Path, counts: NDArray[np.uint16]) -> RasterStack:
    """Write counts as a raster with 20 m pixels, so that nothing is resampled."""
    lines, columns, bands = counts.shape
    grid = {"crs": "EPSG:32633", "transform": rasterio.Affine(20, 0, 300000, 0, -20, 5900040)}
    shape = {"count": bands, "height": lines, "width": columns, "dtype": "uint16"}
    with rasterio.open(path, "w", driver="GTiff", **shape, **grid) as dataset:
        dataset.write(np.moveaxis(counts, -1, 0))
    numbers = {band: number for number, band in enumerate(labelled_scene.SIX_BANDS[:bands], start=1)}
    return RasterStack(str(path), path.stem, "L1C", numbers)


def _mask(source: Path | RasterStack, **options: Any) -> NDArray[np.uint8]:
    """Mask a product or a raster; the mask is written beside it."""
    if isinstance(source, RasterStack):
        path = Path(source.path).with_suffix(".mask.tif")
        settings = create_settings([], path.parent, raster=source, mask_path=path, quiet=True, **options)
    else:
        settings = create_settings([source], source.parent, quiet=True, overwrite=True, **options)
    (path,) = batch_process_scenes(settings)
    with rasterio.open(path) as dataset:
        mask: NDArray[np.uint8] = dataset.read(1)
    return mask


def _run_peer(peer: str, scratch: Path, **arrays: Any) -> dict[str, NDArray[Any]]:
    """Run a package on arrays in its own environment and return its results."""
    inputs, results = scratch / "inputs.npz", scratch / "results.npz"
    np.savez(inputs, **arrays)
    subprocess.run([python_of(peer, BENCH / "envs"), PEER, peer, inputs, results], check=True)
    with np.load(results) as archive:
        return dict(archive)
