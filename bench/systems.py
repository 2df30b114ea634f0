"""`make systems`: run every installed model on the same area and write docs/systems.md. See `--help`."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import rasterio
from numpy.typing import NDArray

from ..core.cards.card import CARDS_DIR, ModelCard, load_cards, models_dir, read_json
from ..core.cards.choice import choose_card
from ..core.classes import NODATA, classes_of, known_keys
from ..core.errors import CloudS2MaskError
from ..core.graphs.binding import bind
from ..core.graphs.template import load_template
from ..core.masks.tags import share_tag, unprefixed
from ..core.networks.importing import import_model
from ..core.networks.published import published_cards
from ..core.networks.store import state_of
from ..tools import full_size
from ..tools.package import ROOT
from ..tools.parity.agreement import tables
from ..tools.templates.seeded import seeded_weights
from .measure import run
from .report import machine

LEVEL, RESOLUTION = "L1C", 20
SHARE = 1 / 36
"""Share of the tile, at its centre, that all systems mask. Systems limited to 10 m need an hour for the whole tile."""
HERE = Path(__file__).parent
PARITY = ROOT / "build" / "parity.json"
"""Results of `make parity`, see `tables`."""
PACKAGE = __package__.rpartition(".")[0]


@dataclass(frozen=True)
class Run:
    """The cost and the mask of one system."""

    card: ModelCard
    wall: float
    peak_gb: float
    mask: NDArray[np.uint8]
    tags: Mapping[str, str]

    @property
    def trained(self) -> bool:
        """Return True if its weights are trained; the benchmark imports seeded ones."""
        return all(card.folder is None for card in self.card.members or (self.card,))


def main() -> int:
    """Measure the models and write the page."""
    parser = argparse.ArgumentParser(description="Run every model on the same area and write docs/systems.md.")
    parser.add_argument("--models", nargs="*", help="ids of models (default: all installed)")
    parser.add_argument("--device", default="cpu", help="device (default: cpu)")
    parser.add_argument(
        "--report", action="store_true", help="write the page from earlier measurements, without measuring"
    )
    options = parser.parse_args()
    folder = ROOT / "build" / "bench"
    store = _store(folder / "systems")
    os.environ["CLOUD_S2_MASK_MODELS"] = str(store)
    out = folder / "systems" / "masks"
    if not options.report:
        for model in options.models or _models():
            _measure(model, folder, out, options.device)
    runs = [_result(path) for path in sorted(out.glob("*/cost.json"))]
    page = ROOT / "docs" / "systems.md"
    page.write_text("\n".join(_page(runs)) + "\n", encoding="utf-8")
    print(page)
    return 0


def _store(folder: Path) -> Path:
    """Create a model folder for the benchmark, so that seeded weights never reach the user's."""
    store = folder / "models"
    shutil.rmtree(store, ignore_errors=True)
    store.mkdir(parents=True)
    for path in models_dir().glob("*.*"):
        if path.is_file():
            shutil.copy2(path, store)
    os.environ["CLOUD_S2_MASK_MODELS"] = str(store)
    for card in published_cards():
        if LEVEL in card.levels and state_of(card).name != "ready":
            import_seeded(card)
    return store


def import_seeded(card: ModelCard) -> ModelCard:
    """Import a model with seeded weights, which take the time of trained ones, for one whose weights are published."""
    fields = read_json(CARDS_DIR / f"{card.id}.json")
    del fields["publication"]
    fields["networks"] = [{"file": network.file} for network in card.networks]
    with TemporaryDirectory() as scratch:
        for network in card.networks:
            if network.weights:
                template = load_template(network.weights.graphs[0])
                (Path(scratch) / network.file).write_bytes(bind(template, seeded_weights(template)))
        path = Path(scratch) / f"{card.id}.json"
        path.write_text(json.dumps(fields), encoding="utf-8")
        return import_model(path, replace=True)


def _models() -> list[str]:
    states = {card.id: state_of(card).name for card in load_cards().values() if LEVEL in card.levels}
    for model, state in states.items():
        if state != "ready":
            print(f"{model} is skipped: it is {state}.", file=sys.stderr)
    ready = [model for model, state in states.items() if state == "ready"]
    return [*ready, choose_card(LEVEL, RESOLUTION).id]


def _measure(model: str, folder: Path, out: Path, device: str) -> None:
    safe, half = full_size.build(folder), full_size.TILE_METRES / 2
    edge = full_size.TILE_METRES * SHARE**0.5 / 2
    west, north = full_size.ORIGIN
    box = west + half - edge, north - half - edge, west + half + edge, north - half + edge
    target = out / model
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    program: list[str | Path] = [sys.executable, "-m", f"{PACKAGE}.core", "--quiet", "--no-vrt", "--model", model]
    where = ["--extent", *map(str, box), "--extent-crs", f"EPSG:{full_size.EPSG}", "--device", device]
    cost, output = run([*program, "--out", target, *where, safe], {"PYTHONPATH": str(ROOT / "build" / "plugins")})
    found = {"model": model, "wall": cost.wall, "peak_mb": cost.peak_mb, "mask": Path(output.strip()).name}
    (target / "cost.json").write_text(json.dumps(found), encoding="utf-8")
    print(f"{model}: {cost.wall:.1f} s, {cost.peak_mb:.0f} MB", file=sys.stderr)


def _result(path: Path) -> Run:
    found = json.loads(path.read_text(encoding="utf-8"))
    with rasterio.open(path.parent / found["mask"]) as dataset:
        mask, tags = dataset.read(1), unprefixed(dataset.tags())
    return Run(choose_card(LEVEL, RESOLUTION, found["model"]), found["wall"], found["peak_mb"] / 1e3, mask, tags)


def _page(runs: Sequence[Run]) -> Iterator[str]:
    yield (HERE / "systems.md").read_text(encoding="utf-8").rstrip()
    yield ""
    yield machine()
    yield ""
    yield "## Cost and class shares"
    yield ""
    classes = classes_of({*known_keys(()), *(key for one in runs for key in one.card.classes)})
    keys = [c.key for c in classes]
    shares = " | ".join(f"{c.label.lower()} %" for c in classes)
    yield f"| system | bands | network at | weights | wall s | peak GB | {shares} |"
    yield "|" + "---|" * (6 + len(keys))
    for one in runs:
        found = " | ".join(_share(one, key) for key in keys)
        at, weights = f"{one.tags['NETWORK_RESOLUTION']} m", "trained" if one.trained else "random"
        costs = f"{one.wall:.0f} | {one.peak_gb:.2f}"
        yield f"| {one.card.title} | {len(one.card.bands)} | {at} | {weights} | {costs} | {found} |"
    yield ""
    yield from _agreement([one for one in runs if one.trained])
    yield from ("## Accuracy", "", "[accuracy.md](accuracy.md) has what each system reaches on labelled images.")
    yield from _parity()


def _share(one: Run, key: str) -> str:
    known = one.trained and key in one.card.classes
    return f"{float(one.tags[share_tag(key)]):.1f}" if known else "-"


def _agreement(runs: Sequence[Run]) -> Iterator[str]:
    yield "## Agreement"
    yield ""
    yield "Percentage of pixels on which two systems agree: both cloud (thick or thin), or both not."
    yield ""
    yield "| | | |"
    yield "|---|---|---|"
    for one, other in combinations(runs, 2):
        has_data = (one.mask != NODATA) & (other.mask != NODATA)
        cloud = [np.isin(each.mask, (1, 2)) for each in (one, other)]
        same = 100 * (cloud[0] == cloud[1])[has_data].mean()
        yield f"| {one.card.title} | {other.card.title} | {same:.1f} |"
    yield ""


def _parity() -> Iterator[str]:
    if not PARITY.exists():
        return
    yield from ("", "## Parity with the originals, on the same weights", "")
    yield from (HERE / "parity.md").read_text(encoding="utf-8").rstrip().splitlines()
    yield ""
    yield from tables(json.loads(PARITY.read_text(encoding="utf-8")).values())


if __name__ == "__main__":
    try:
        sys.exit(main())
    except CloudS2MaskError as error:
        sys.exit(str(error))
