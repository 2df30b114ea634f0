"""`make accuracy`: run every model on all labelled images and write docs/accuracy.md. See `--help`."""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray

from ..core import batch_process_scenes, create_settings
from ..core.cards.card import load_cards
from ..core.cards.choice import AUTO, AUTOMATIC, choose_card
from ..core.classes import CLASSES, CLEAR, SHADOW, MaskClass, classes_of
from ..core.errors import CloudS2MaskError
from ..core.networks.store import state_of
from ..tools import labelled_scene
from ..tools.labelled_sets import NOT_STATED, LabelledSet, is_there, labelled_sets
from ..tools.package import ROOT
from . import accuracy_page
from .failures import draw, worst
from .judged import BINS, Judged, blocks_of, calibration, confidence_of

PICTURES = ROOT / "docs" / "images"


def main() -> int:
    """Mask all images with all models and write the page."""
    parser = argparse.ArgumentParser(description="Judge every model by labelled images and write docs/accuracy.md.")
    parser.add_argument("--models", nargs="*", help="print the page of Automatic and these models, and write nothing")
    options = parser.parse_args()
    if not is_there():
        parser.error(f"{labelled_scene.DATA} has no labelled images. Set CLOUD_S2_MASK_TEST_DATA to their folder.")
    sets = list(labelled_sets())
    judged: dict[str, dict[str, Judged]] = defaultdict(lambda: defaultdict(Judged))
    bins = np.zeros((len(BINS) - 1, 3))
    masks: dict[str, NDArray[np.uint8]] = {}
    with TemporaryDirectory() as scratch:
        sources = {one.name: one.write(Path(scratch)) for one in sets}
        for model in dict.fromkeys([*AUTOMATIC, *(options.models or _models())]):
            for one in (one for one in sets if fits(model, one)):
                mask, confidence, classes = _mask(one, sources[one.name], model, Path(scratch))
                found = judged[model][one.kind]
                found.blocks[one.name] = blocks_of(one, mask)
                found.has_shadow = CLASSES[SHADOW].key in {c.key for c in classes}
                if model == AUTO:
                    masks[one.name] = mask
                    if one.kind == "full":
                        bins += calibration(one, mask, confidence)
            print(f"{model}: {', '.join(judged[model]) or 'fits no image'}", file=sys.stderr)
    page = ROOT / "docs" / "accuracy.md"
    pictures = [] if options.models else _draw(sets, masks)
    text = "\n".join(accuracy_page.lines(sets, judged, bins, pictures)) + "\n"
    if options.models:
        print(text)
    else:
        page.write_text(text, encoding="utf-8")
        print(page)
    return 0


def _models() -> list[str]:
    ready = [card for card in load_cards().values() if state_of(card).is_ready]
    return [card.id for card in ready if CLASSES[CLEAR].key in card.classes]


def fits(model: str, one: LabelledSet) -> bool:
    """Return True if a model runs on an image as it is: level, bands, and pixels of this size."""
    if model in AUTOMATIC:
        return True
    card = load_cards()[model]
    bands = {*one.bands, "B8A"} if card.any_sensor else set(one.bands)
    return one.level in card.levels and set(card.bands) <= bands and card.network_resolution(one.metres) == one.metres


def _mask(
    one: LabelledSet, source: Any, model: str, folder: Path
) -> tuple[NDArray[np.uint8], NDArray[np.uint8], tuple[MaskClass, ...]]:
    """Return the classes (lines, columns), the percent of confidence in them, and those that the model has."""
    path, beside = folder / "mask.tif", folder / "confidence.tif"
    options: dict[str, Any] = {"model": model, "processing_res": one.metres, "export_confidence": True}
    options |= {"mask_path": path, "confidence_path": beside, "overwrite": True, "quiet": True}
    products = [source] if isinstance(source, Path) else []
    batch_process_scenes(create_settings(products, folder, **options, **({} if products else {"raster": source})))
    classes = classes_of(choose_card(one.level, one.metres, model, one.bands).classes)
    with rasterio.open(path) as mask, rasterio.open(beside) as shares:
        found = mask.read(1)
        return found, confidence_of(found, shares.read(), [c.value for c in classes]), classes


def _draw(sets: Sequence[LabelledSet], masks: Mapping[str, NDArray[np.uint8]]) -> list[tuple[str, str]]:
    """Draw the failures of *Automatic*, and return the file and the caption of each picture."""
    free = [one for one in sets if one.licence != NOT_STATED]  # others may not be copied into the project
    for old in PICTURES.glob("accuracy-*.jpg"):
        old.unlink()
    return [(draw(one, masks[one.image.name], PICTURES).name, one.caption()) for one in worst(free, masks)]


if __name__ == "__main__":
    try:
        sys.exit(main())
    except CloudS2MaskError as error:
        sys.exit(str(error))
