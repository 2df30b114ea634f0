"""Parity with systems whose weights come in a package: s2cloudless and ukis-csmask, beside the packages themselves.

The packages run in the benchmark's environments, on the same whole counts of reflectance that a product holds.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import numpy as np
import onnxruntime
import rasterio
from numpy.typing import NDArray

from ...core import batch_process_scenes, create_settings
from ...core.cards.card import load_cards
from ...core.networks.store import locate
from ...core.product.bands import BANDS
from ...core.product.raster import RasterStack
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
"""Pixels of the patches of ukis-csmask, from one to the next, and by which an image is mirrored around."""
UKIS_MODELS = {"ukis-6b-l1c": 6, "ukis-4b-l1c": 4}
"""With the number of their bands."""
_UKIS_OPTIONS = {
    "processing_res": 20,
    "patch_placement": "grid",
    "patch_size": UKIS_PATCH,
    "patch_overlap_px": UKIS_PATCH - UKIS_STEP,
}
_UKIS_CLASSES = np.array([0, 1, 3], np.uint8)


class Finding(NamedTuple):
    """A measure of agreement, and what it should be."""

    what: str
    value: float
    limit: float
    at_least: bool = True

    @property
    def holds(self) -> bool:
        """Whether it is what it should be."""
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    def __str__(self) -> str:
        sign = ">=" if self.at_least else "<="
        return f"{'ok' if self.holds else 'NOT'}  {self.what}: {self.value:.6g} ({sign} {self.limit:g})"


def s2cloudless() -> Iterator[Finding]:
    """Probabilities and masks on the test image of the package, pixel by pixel."""
    card = load_cards()["s2cloudless"]
    image = cloudy_image(BENCH)
    reflectance = image[..., [BANDS[band].band_id for band in card.bands]]
    counts = np.clip(np.round(reflectance * COUNTS), 1, None).astype(np.uint16)
    asked = [(0.4, 1, 1), (0.4, 0, 0), (0.6, 4, 2), (0.2, 22, 11)]
    with TemporaryDirectory() as scratch:
        given = _ask("s2cloudless", Path(scratch), counts=counts, asked=np.array(asked))
        session = onnxruntime.InferenceSession(str(locate(card)[0]), providers=["CPUExecutionProvider"])
        channels = np.moveaxis(counts.astype(np.float32), -1, 0)[None]
        ours = session.run(None, {session.get_inputs()[0].name: channels})[0][0, 1]
        # Reflectance in single precision falls on the other side of a threshold now and then.
        for name, precision, limit in (("probability", "single", 1e-4), ("exact", "double", 1e-6)):
            difference = float(np.abs(ours - given[name]).max())
            what = f"largest difference of {ours.size} probabilities, reflectance in {precision} precision"
            yield Finding(what, difference, limit, at_least=False)
        # Pixels of 60 m in all bands, those of 10 m too: nothing is resampled.
        bands = {band: counts[..., number] for number, band in enumerate(card.bands)}
        safe = build_product(Path(scratch), bands, resolutions=dict.fromkeys(bands, 60))
        for number, (threshold, average, dilate) in enumerate(asked):
            options = {"threshold": threshold, "average_px": int(average), "dilate_px": int(dilate)}
            mask = _mask(safe, model="s2cloudless", processing_res=10, **options)
            agreement = float((mask == given["masks"][number]).mean())
            yield Finding(f"equal labels, threshold {threshold}, average {average}, dilate {dilate}", agreement, 0.999)


def ukis_csmask() -> Iterator[Finding]:
    """Labels with the patches of the package: its size, its overlap, its places; and with our own places."""
    cloudy = cloudy_image(BENCH)[..., [BANDS[band].band_id for band in labelled_scene.SIX_BANDS]]
    for name, image in (("labelled cumulus", labelled_scene.load()[0]), ("s2cloudless image", cloudy)):
        counts = np.clip(np.round(image * COUNTS), 1, None).astype(np.uint16)
        for model, bands in UKIS_MODELS.items():
            yield from _ukis(f"{name}, {model}", counts[..., :bands], model)


def _ukis(name: str, counts: NDArray[np.uint16], model: str) -> Iterator[Finding]:
    with TemporaryDirectory() as scratch:
        expected = _ukis_labels(counts, Path(scratch))
        same = ukis_places(counts, model, Path(scratch))
        yield Finding(f"{name}: equal labels, patches in the same places", float((same == expected).mean()), 0.99)
        own = _mask(_raster(Path(scratch) / "own.tif", counts), **_UKIS_OPTIONS, model=model)
        yield Finding(f"{name}: equal labels, patches in our places", float((own == expected).mean()), 0.9)


def ukis_places(counts: NDArray[np.uint16], model: str, scratch: Path) -> NDArray[np.uint8]:
    """Our mask of an image (lines, columns, bands) of reflectance x 10,000, with patches where the package has them."""
    # The package mirrors the image around itself and begins there; of an image of that length our grid is its.
    after = [UKIS_PATCH + UKIS_STEP * -(-(n + UKIS_PAD - UKIS_PATCH) // UKIS_STEP) for n in counts.shape[:2]]
    padding = [(UKIS_PAD, length - n - UKIS_PAD) for length, n in zip(after, counts.shape)]
    padded = np.pad(counts, [*padding, (0, 0)], mode="symmetric")
    lines, columns = (slice(UKIS_PAD, UKIS_PAD + n) for n in counts.shape[:2])
    return _mask(_raster(scratch / "same.tif", padded), **_UKIS_OPTIONS, model=model)[lines, columns]


def labelled_counts(bands: int) -> NDArray[np.uint16]:
    """The labelled scene as (lines, columns, bands) of reflectance x 10,000, of its first bands."""
    return np.clip(np.round(labelled_scene.load()[0][..., :bands] * COUNTS), 1, None).astype(np.uint16)


def record_ukis(folder: Path) -> Path:
    """Record what the package makes of the labelled scene, for the tests."""
    found = {}
    with TemporaryDirectory() as scratch:
        for model, bands in UKIS_MODELS.items():
            found[model] = count_classes(_ukis_labels(labelled_counts(bands), Path(scratch))).tolist()
    path = folder / "ukis-csmask.json"
    path.write_text(json.dumps(found) + "\n", encoding="utf-8")
    return path


def _ukis_labels(counts: NDArray[np.uint16], scratch: Path) -> NDArray[np.uint8]:
    return _UKIS_CLASSES[_ask("ukis", scratch, counts=counts)["classes"]]


def _raster(path: Path, counts: NDArray[np.uint16]) -> RasterStack:
    """Counts as a raster of 20 m pixels, of which nothing is resampled."""
    lines, columns, bands = counts.shape
    grid = {"crs": "EPSG:32633", "transform": rasterio.Affine(20, 0, 300000, 0, -20, 5900040)}
    shape = {"count": bands, "height": lines, "width": columns, "dtype": "uint16"}
    with rasterio.open(path, "w", driver="GTiff", **shape, **grid) as dataset:
        dataset.write(np.moveaxis(counts, -1, 0))
    numbers = {band: number for number, band in enumerate(labelled_scene.SIX_BANDS[:bands], start=1)}
    return RasterStack(str(path), path.stem, "L1C", numbers)


def _mask(given: Path | RasterStack, **options: Any) -> NDArray[np.uint8]:
    """The mask of a product or a raster, which are in a folder for scratch."""
    if isinstance(given, RasterStack):
        path = Path(given.path).with_suffix(".mask.tif")
        settings = create_settings([], path.parent, raster=given, mask_path=path, quiet=True, **options)
    else:
        settings = create_settings([given], given.parent, quiet=True, overwrite=True, **options)
    (path,) = batch_process_scenes(settings)
    with rasterio.open(path) as dataset:
        mask: NDArray[np.uint8] = dataset.read(1)
    return mask


def _ask(peer: str, scratch: Path, **arrays: NDArray[Any]) -> dict[str, NDArray[Any]]:
    """What a package makes of arrays, in its own environment."""
    question, answer = scratch / "question.npz", scratch / "answer.npz"
    np.savez(question, **arrays)
    subprocess.run([python_of(peer, BENCH / "envs"), PEER, peer, question, answer], check=True)
    with np.load(answer) as archive:
        return dict(archive)
