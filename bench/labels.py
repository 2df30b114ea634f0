"""Measure the effect of patch size and overlap on labels: `labels FOLDER TILE IMAGE` prints agreement and kappa.

Labels are compared with those of squares of 512 px that overlap by half. They cannot be equal: the network sees each
pixel in another surrounding. How much of that is not the overlap's fault show squares of 640 px that overlap by half,
compared with the same. So the measure is: of the labels that these two careful placements share, the share that a
placement keeps. Scenes are two windows of a whole tile, with the tile's own patches, and an image alone; kappa is
measured on the images with labels of cloud and shadow, if available.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray

from ..core import batch_process_scenes, create_settings
from ..core.areas.area import AreaOfInterest
from ..core.cards.card import ModelCard
from ..core.cards.choice import AUTO, FAST, choose_card
from ..core.product.raster import RasterStack
from ..core.raster.patches import DataCells, PatchRule, plan_patches
from ..tools.full_size import EPSG, ORIGIN, TILE_METRES
from ..tools.labelled_sets import LabelledSet, is_there, labelled_sets
from .judged import Judged, blocks_of

MODELS = (AUTO, FAST)
METRES = 20
WINDOWS = ((2000, 2000), (3900, 3900))
"""First column and line of the windows of the tile, in pixels; all of their pixels have data."""
WINDOW = 1300
"""Their width and height in pixels: several patches in both directions."""
MOSAIC = (1248, 1440)
"""Lines and columns of the mirrored images with labels: 2 x 4 patches of 640 x 384 px, or 3 x 3 of 512 px."""


@dataclass(frozen=True)
class Placing:
    """A way to place patches."""

    size: int | None
    """Edge of squares in pixels; None: the shape that the card gives."""
    overlap: int

    @property
    def options(self) -> dict[str, int]:
        """The options of a run."""
        return {"patch_overlap_px": self.overlap, **({"patch_size": self.size} if self.size else {})}

    def rule(self, card: ModelCard) -> PatchRule:
        """Return the rule that a run follows."""
        return PatchRule(self.size or card.patch_size, self.overlap, card.patch_multiple, fitted=self.size is None)


REFERENCE, OTHER_REFERENCE = Placing(512, 256), Placing(640, 320)
CHOSEN = Placing(None, 26)
"""That of the cards of *Automatic*."""
SQUARES = ((256, 32), (480, 24), (512, 32), (512, 64), (576, 28), (640, 32))
PLACINGS = (CHOSEN, Placing(None, 32), *(Placing(*square) for square in SQUARES))


def on_tile(rule: PatchRule) -> tuple[tuple[int, int], float]:
    """Return the (height, width) of patches on a whole tile at 20 m, and the inferred pixels per pixel of the tile."""
    edge = TILE_METRES // METRES
    everywhere = DataCells(np.ones((1, 1), np.bool_), edge)
    plan = plan_patches(everywhere, (edge, edge), rule)
    return (plan.height, plan.width), plan.count * plan.height * plan.width / edge**2


def measure(out: Path, tile: Path, image: Path) -> list[dict[str, Any]]:
    """Return a row for each model and placing.

    For the image and the windows, in this order: `agreements` are shares of pixels labelled as by `REFERENCE`,
    `references` those of `OTHER_REFERENCE`, and `kept` the shares of what both label alike that keep this label.
    """
    scenes = [_Scene(image), *(_Scene(tile, {"area": _window(*one)}) for one in WINDOWS)]
    labelled = [_labelled(one, out / one.name) for one in _mosaics()]
    rows = []
    for model in MODELS:
        card = choose_card("L1C", METRES, model)

        def masks(placing: Placing, model: str = model) -> list[NDArray[np.uint8]]:
            return [scene.mask(out, model, placing) for scene in scenes]

        one, other = masks(REFERENCE), masks(OTHER_REFERENCE)
        references = [float((a == b).mean()) for a, b in zip(one, other)]
        for placing in PLACINGS:
            shape, inferred = on_tile(placing.rule(card))
            row = {"model": model, **asdict(placing), "shape": shape, "inferred": inferred, "references": references}
            found = masks(placing)
            row["agreements"] = [float((a == b).mean()) for a, b in zip(found, one)]
            row["kept"] = [float((a == b)[b == c].mean()) for a, b, c in zip(found, one, other)]
            row["chosen"] = placing == CHOSEN
            judged = Judged({each.name: blocks_of(each, scene.mask(out, model, placing)) for each, scene in labelled})
            rows.append({**row, "kappa": judged.confusion().kappa if labelled else None})
    return rows


@dataclass(frozen=True)
class _Scene:
    """A source that is masked."""

    source: Path | RasterStack
    options: dict[str, Any] = field(default_factory=dict)

    def mask(self, out: Path, model: str, placing: Placing) -> NDArray[np.uint8]:
        """Return its classes."""
        products = [self.source] if isinstance(self.source, Path) else []
        raster = {} if products else {"raster": self.source}
        options = {"model": model, **self.options, **placing.options, **raster}
        path = out / "mask.tif"
        batch_process_scenes(create_settings(products, out, mask_path=path, quiet=True, overwrite=True, **options))
        with rasterio.open(path) as dataset:
            mask: NDArray[np.uint8] = dataset.read(1)
        return mask


def _window(column: int, line: int) -> AreaOfInterest:
    west, north = ORIGIN[0] + column * METRES, ORIGIN[1] - line * METRES
    return AreaOfInterest.box(west, north - WINDOW * METRES, west + WINDOW * METRES, north, f"EPSG:{EPSG}")


def _mosaics() -> list[LabelledSet]:
    """Return the images with labels of cloud and shadow, mirrored to a size that patches cut as they cut a tile."""
    sets = [one for one in labelled_sets() if one.kind == "full"] if is_there() else []
    return [replace(one, reflectance=_mirrored(one.reflectance), labels=_mirrored(one.labels)) for one in sets]


def _mirrored(pixels: NDArray[Any]) -> NDArray[Any]:
    padding = [(0, wanted - length) for wanted, length in zip(MOSAIC, pixels.shape)]
    return np.pad(pixels, [*padding, *[(0, 0)] * (pixels.ndim - 2)], mode="symmetric")


def _labelled(one: LabelledSet, folder: Path) -> tuple[LabelledSet, _Scene]:
    folder.mkdir(exist_ok=True)
    return one, _Scene(one.write(folder), {"processing_res": one.metres})


if __name__ == "__main__":
    folder, tile, image = map(Path, sys.argv[1:])
    sys.stdout.write(json.dumps({"seconds": 0, "rows": measure(folder, tile, image)}) + "\n")
