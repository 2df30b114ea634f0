"""Time single parts of masking: `parts decode|network|stages|plan SAFE` prints seconds as JSON.

`decode` reads the strips of the default plan and discards them; `network` infers as many pixels as the scene has
pixels with data, without reading or blending; `stages` masks the scene and reports the thread time of each stage;
`plan` places the patches and reports inferred pixels per pixel with data.
"""

from __future__ import annotations

import argparse
import functools
import json
import os
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

os.environ.setdefault("GDAL_CACHEMAX", "64")

import numpy as np

from ..core.cards.card import ModelCard
from ..core.cards.choice import choose_card
from ..core.decoding import band_file
from ..core.inference import blend, recipe, session
from ..core.inference.loading import Network
from ..core.inference.schedule import Schedule
from ..core.networks.store import locate_half, locate_network
from ..core.pipeline import batch
from ..core.pipeline import classify as class_lines
from ..core.pipeline import output as mask_raster
from ..core.pipeline import scene as pipeline
from ..core.product.product import open_product
from ..core.settings import create_settings
from ..core.workers import Workers

RESOLUTION = 20
NETWORK_PATCHES = 32
QUANTIFICATION = 10_000.0
STAGES: tuple[tuple[Any, str, str], ...] = (
    (band_file, "read", "decode"),
    (session.Session, "__init__", "load the network"),
    (session.Session, "run", "normalise and infer"),
    (blend.Blend, "add", "blend"),
    (blend.Blend, "advance", "blend"),
    (class_lines.ClassLines, "add", "blend"),
    (mask_raster.MaskOutput, "write", "write"),
)


def decode(safe: Path, resolution: int) -> dict[str, float]:
    """Time reading all strips on all cores, in seconds."""
    started = time.monotonic()
    scene = _scene(safe, resolution)
    for _ in scene.bands.strips(scene.plan, Workers(Schedule.of(None).decoders)):
        pass
    return {"seconds": time.monotonic() - started}


def network(safe: Path, device: str) -> dict[str, float]:
    """Time inferring the pixels with data of a scene on all cores, in seconds: by one network after the other."""
    scene = _scene(safe)
    cards = scene.card.members or (scene.card,)
    per_pixel = sum(_seconds_per_pixel(card, (scene.plan.height, scene.plan.width), device) for card in cards)
    return {"seconds": _data_pixels(scene) * per_pixel, "mpx_per_second": 1e-6 / per_pixel}


def _seconds_per_pixel(card: ModelCard, size: tuple[int, int], device: str) -> float:
    first = card.networks[0]
    lanes = Schedule.of(None).lanes_for(size[0] * size[1])
    network = Network(locate_network(card, first), locate_half(card, first), recipe.Recipe.of(card))
    one = session.Session(network, device, lanes)
    shape = len(card.bands), *size
    one.warm_up(shape, NETWORK_PATCHES)
    counts = np.random.default_rng(0).integers(100, 8000, (one.batch_size, *shape)).astype(np.int16)
    patches = recipe.Patches.whole(counts, QUANTIFICATION)
    one.run(patches)
    batches = -(-NETWORK_PATCHES // len(patches))
    started = time.monotonic()
    with ThreadPoolExecutor(one.lanes) as pool:
        list(pool.map(one.run, [patches] * batches))
    return (time.monotonic() - started) / (batches * len(patches) * size[0] * size[1])


def stages(safe: Path, device: str) -> dict[str, Any]:
    """Mask a scene and return the seconds that threads spent in each stage."""
    seconds: dict[str, float] = defaultdict(float)
    for owner, name, stage in STAGES:
        setattr(owner, name, _timed(getattr(owner, name), stage, seconds))
    with tempfile.TemporaryDirectory() as out:
        started = time.monotonic()
        (outcome,) = batch.run_batch(create_settings([safe], out, processing_res=RESOLUTION, device=device))
        seconds["all"] = time.monotonic() - started
    if outcome.error:
        raise outcome.error
    return {"seconds": seconds["all"], "stages": seconds}


def plan(safe: Path) -> dict[str, Any]:
    """Count the patches of the default plan, and inferred pixels per pixel with data."""
    started = time.monotonic()
    scene = _scene(safe)
    seconds = time.monotonic() - started
    inferred = scene.plan.count * scene.plan.height * scene.plan.width
    return {"seconds": seconds, "patches": scene.plan.count, "share": inferred / _data_pixels(scene)}


def _timed(function: Callable[..., Any], stage: str, seconds: dict[str, float]) -> Callable[..., Any]:
    lock = threading.Lock()

    @functools.wraps(function)
    def timed(*arguments: Any, **named: Any) -> Any:
        started = time.monotonic()
        try:
            return function(*arguments, **named)
        finally:
            with lock:
                seconds[stage] += time.monotonic() - started

    return timed


def _scene(safe: Path, resolution: int = RESOLUTION) -> pipeline.Scene:
    product = open_product(safe)
    settings = create_settings([safe], safe.parent, processing_res=resolution)
    card = choose_card(product.acquisition.level, resolution)
    return pipeline.prepare_scene(product, card, settings, Workers(Schedule.of(None).decoders))


def _data_pixels(scene: pipeline.Scene) -> int:
    """Count the pixels with data on the working grid."""
    count, bottom = 0, 0
    for strip in scene.bands.strips(scene.plan, Workers(2)):
        new = max(0, bottom - strip.top)
        count += int((~strip.nodata[new:]).sum())
        bottom = strip.top + len(strip.nodata)
    return count


def _main() -> None:
    parser = argparse.ArgumentParser(description="Time a single part of masking; print JSON.")
    parser.add_argument("part", choices=["decode", "network", "stages", "plan"])
    parser.add_argument("safe", type=Path)
    parser.add_argument("--device", default="auto")
    parser.add_argument("--res", type=int, default=RESOLUTION, help="metres per pixel, for decode")
    options = parser.parse_args()
    result: dict[str, Any]
    if options.part == "decode":
        result = decode(options.safe, options.res)
    elif options.part == "plan":
        result = plan(options.safe)
    else:
        result = {"network": network, "stages": stages}[options.part](options.safe, options.device)
    sys.stdout.write(json.dumps(result) + "\n")


if __name__ == "__main__":
    _main()
