"""`make systems`: run every installed model on the same area and write docs/systems.md. See `--help`."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from ..core.areas.area import AreaOfInterest
from ..core.cards.card import CARDS_DIR, ModelCard, load_cards, models_dir, read_json
from ..core.cards.choice import AUTO, choose_card
from ..core.classes import MaskClass, classes_of, known_keys
from ..core.errors import CloudS2MaskError
from ..core.graphs.binding import bind
from ..core.graphs.template import load_template
from ..core.masks.mask_file import WrittenMask
from ..core.networks.importing import import_model
from ..core.networks.published import published_cards
from ..core.networks.store import state_of
from ..core.settings import MaskSettings, ProductsToFolder
from ..core.systems.agreement import Agreement, Voter, measure
from ..core.systems.launching import Host
from ..core.systems.runs import SystemRun, run_systems
from ..tools import full_size
from ..tools.package import ROOT
from ..tools.parity.agreement import tables
from ..tools.templates.seeded import seeded_weights
from .launch import launch
from .report import machine
from .shore import draw

LEVEL, RESOLUTION = "L1C", 20
SHARE = 1 / 36
"""Share of the tile, at its centre, that all systems mask. Systems limited to 10 m need an hour for the whole tile."""
HERE = Path(__file__).parent
PARITY = ROOT / "build" / "parity.json"
"""Results of `make parity`, see `tables`."""


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
        _measure(options.models or _models(), folder, out, options.device)
        draw(ROOT / "docs" / "images" / "systems-fmask.jpg")
    runs = [_result(path) for path in sorted(out.glob("*.cost.json"))]
    page = ROOT / "docs" / "systems.md"
    page.write_text("\n".join(_page(runs, _agreement(runs, out))) + "\n", encoding="utf-8")
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
    return [*(model for model, state in states.items() if state == "ready"), AUTO]


def _measure(models: Sequence[str], folder: Path, out: Path, device: str) -> None:
    """Run the models, and keep time, memory and mask of each."""
    safe, half = full_size.build(folder), full_size.TILE_METRES / 2
    edge = full_size.TILE_METRES * SHARE**0.5 / 2
    west, north = full_size.ORIGIN
    box = west + half - edge, north - half - edge, west + half + edge, north - half + edge
    shutil.rmtree(out, ignore_errors=True)
    area = AreaOfInterest.box(*box, f"EPSG:{full_size.EPSG}")
    job = ProductsToFolder((safe,), out)
    settings = MaskSettings(job, RESOLUTION, device=device, area=area, keep_vrt=False, quiet=True)

    def report(fraction: float, run: SystemRun) -> None:
        print(f"\r{fraction:4.0%} {run.model}\x1b[K", end="", file=sys.stderr)

    for run in run_systems(settings, models, Host(launch), report):
        if run.result is None or run.peak_bytes is None:
            print(f"{run.model} is skipped: {run.error}", file=sys.stderr)
            continue
        found = {"seconds": run.seconds, "peak_bytes": run.peak_bytes, "mask": run.result.mask_path.name}
        (out / f"{run.model}.cost.json").write_text(json.dumps(found), encoding="utf-8")
        print(f"\r{run.model}: {run.seconds:.1f} s, {run.peak_bytes / 1e6:.0f} MB\x1b[K", file=sys.stderr)


def _result(path: Path) -> SystemRun:
    model = path.name.removesuffix(".cost.json")
    found = json.loads(path.read_text(encoding="utf-8"))
    written, card = WrittenMask.read(path.parent / found["mask"]), choose_card(LEVEL, RESOLUTION, model)
    result = written.result() if written else None
    return SystemRun(model, card, result, seconds=found["seconds"], peak_bytes=found["peak_bytes"])


def _agreement(runs: Sequence[SystemRun], out: Path) -> Agreement:
    """Compare the masks of the systems with trained weights."""
    results = [run.result for run in runs if run.result and is_trained(run)]
    return measure([Voter(result.mask_path, result.classes) for result in results], out / "disagreement.tif")


def _weights(run: SystemRun, card: ModelCard) -> str:
    """Name the kind of a system's weights."""
    if not card.networks:
        return "none"
    return "trained" if is_trained(run) else "random"


def is_trained(run: SystemRun) -> bool:
    """Return True if the weights of a system are trained; the benchmark imports seeded ones."""
    cards = run.card.members or (run.card,) if run.card else ()
    return all(card.folder is None for card in cards)


def _page(runs: Sequence[SystemRun], agreement: Agreement) -> Iterator[str]:
    yield (HERE / "systems.md").read_text(encoding="utf-8").rstrip()
    yield ""
    yield machine()
    yield ""
    yield "## Cost and class shares"
    yield ""
    classes = classes_of({*known_keys(()), *(key for run in runs if run.card for key in run.card.classes)})
    shares = " | ".join(f"{c.label.lower()} %" for c in classes)
    yield f"| system | bands | runs at | weights | wall s | peak GB | {shares} |"
    yield "|" + "---|" * (6 + len(classes))
    yield from (_row(run, classes) for run in runs)
    yield ""
    yield "## Agreement"
    yield ""
    yield "Percent of the pixels on which two systems agree: both cloud (thick or thin), both cloud shadow, or neither."
    yield "If one of the two does not detect shadow: both cloud, or both not."
    yield ""
    yield "| | | |"
    yield "|---|---|---|"
    for (one, run), (other, second) in combinations(enumerate(filter(is_trained, runs)), 2):
        yield f"| {run.title} | {second.title} | {100 * (agreement.of(one, other) or 0):.1f} |"
    yield from ("", *(HERE / "shore.md").read_text(encoding="utf-8").rstrip().splitlines())
    yield from ("", "## Accuracy", "", "[accuracy.md](accuracy.md) has what each system reaches on labelled images.")
    yield from _parity()


def _row(run: SystemRun, classes: Sequence[MaskClass]) -> str:
    card, shares = run.card, run.result.shares if run.result else None
    if card is None or run.result is None or run.seconds is None or run.peak_bytes is None:
        return f"| {run.title} | - |"
    known = {key: share for key, share in (shares or {}).items() if is_trained(run) and key in card.classes}
    found = " | ".join(f"{known[c.key]:.1f}" if c.key in known else "-" for c in classes)
    at, weights = f"{card.network_resolution(RESOLUTION):g} m", _weights(run, card)
    costs = f"{run.seconds:.0f} | {run.peak_bytes / 1e9:.2f}"
    return f"| {card.title} | {len(card.bands)} | {at} | {weights} | {costs} | {found} |"


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
