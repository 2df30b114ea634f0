"""`make parity`: compare the plugin with the packages of other systems on the same weights and products."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import rasterio

from ...core import batch_process_scenes, create_settings
from ...core.networks.importing import import_model
from ..package import ROOT
from .agreement import KINDS, Agreement, compare, tables
from .packaged import Finding, record_ukis, s2cloudless, ukis_csmask
from .scene import write_scene

PYTHON = ROOT / "build" / "template-env" / "bin" / "python"
FOLDER = ROOT / "build" / "parity"
FOUND = ROOT / "build" / "parity.json"
"""Latest results of each system as lines of Markdown, for docs/systems.md."""


@dataclass(frozen=True)
class Case:
    """A product that package and plugin mask."""

    system: str
    model: str
    title: str
    edge: int
    """Lines and columns of the product in pixels of `metres`."""
    metres: int
    level: str = "L1C"
    scene: Mapping[str, Any] = field(default_factory=dict)
    """Arguments of `scene.write_scene`."""
    both: Mapping[str, Any] = field(default_factory=dict)
    """Options with the same name in package and plugin."""
    options: Mapping[str, Any] = field(default_factory=lambda: {"patch_placement": "upstream"})
    """Options of the plugin. OmniCloudMask moves patches at the edge inwards, as `grid` does."""
    defect: str = ""
    """Known defect of the package on this product: the affected pixels are counted, and agreement is not required."""


_REPEAT = {"repeat": True}
_CLOUDS2MASK = ("clouds2mask", "clouds2mask-20m")
CASES = (
    Case(*_CLOUDS2MASK, "9 patches", 900, 20, scene=_REPEAT),
    Case(*_CLOUDS2MASK, "9 patches, ensembling", 900, 20, scene=_REPEAT, both={"model_ensembling": True}),
    Case(*_CLOUDS2MASK, "9 patches, augmentation", 900, 20, scene=_REPEAT, both={"tta_max_depth": 3}),
    Case(
        *_CLOUDS2MASK,
        "9 patches",
        900,
        20,
        scene={**_REPEAT, "baseline": "05.10"},
        defect="does not subtract the offset",
    ),
    Case(*_CLOUDS2MASK, "9 patches", 900, 20, scene={**_REPEAT, "empty": True}, defect="labels no data as clear"),
    Case("omnicloudmask", "omnicloudmask", "one patch", 792, 20),
    Case("omnicloudmask", "omnicloudmask", "4 patches", 1392, 20, options={"patch_placement": "grid"}),
    Case("omnicloudmask", "omnicloudmask", "one patch, L2A", 792, 20, level="L2A"),
    Case("unetmobv2", "unetmobv2-l1c", "one patch", 480, 10, scene=_REPEAT),
    Case("unetmobv2", "unetmobv2-l2a", "one patch, L2A", 480, 10, level="L2A"),
)
PACKAGED: Mapping[str, Callable[[], Iterator[Finding]]] = {"s2cloudless": s2cloudless, "ukis-csmask": ukis_csmask}
"""Systems whose package includes trained weights."""


def main() -> int:
    """Compare the systems, print a table and return 0 if all agree."""
    parser = argparse.ArgumentParser(description=__doc__)
    known = list(dict.fromkeys([*PACKAGED, *(case.system for case in CASES)]))
    parser.add_argument("systems", nargs="*", help=f"systems to compare (default: all of {', '.join(known)})")
    parser.add_argument("--record", action="store_true", help="also record the reference results of the tests")
    options = parser.parse_args()
    wanted = options.systems or known
    if not set(wanted) <= set(known):
        parser.error(f"unknown system. Choose from {', '.join(known)}.")
    if options.record:
        recorded = ROOT / "tests" / "core" / "pipeline" / "recorded"
        print(record_ukis(recorded), file=sys.stderr)
        _in_template_env("record", recorded)
    # First, because these use the user's model folder; the others use one of this tool.
    found = [(name, finding) for name, find in PACKAGED.items() if name in wanted for finding in find()]
    rows = _rows([case for case in CASES if case.system in wanted])
    lines: dict[str, dict[str, list[str]]] = {name: {kind: [] for kind in KINDS} for name in wanted}
    for name, finding in found:
        lines[name]["findings"].append(f"- {name}: {finding}")
    for case, agreement in rows:
        product = f"{case.title}, {case.edge} px of {case.metres} m"
        if case.defect:
            lines[case.system]["defects"].append(agreement.defect_row(case.model, product, case.defect))
        else:
            lines[case.system]["agreement"].append(agreement.row(case.model, product))
    print("\n".join(tables(lines.values())))
    known_before = json.loads(FOUND.read_text(encoding="utf-8")) if FOUND.exists() else {}
    FOUND.write_text(json.dumps({**known_before, **lines}, indent=1), encoding="utf-8")
    poor = [f"{case.model}, {case.title}" for case, agreement in rows if not (case.defect or agreement.enough)]
    poor += [f"{name}, {finding.name}" for name, finding in found if not finding.holds]
    if poor:
        print(f"No agreement: {'; '.join(poor)}.", file=sys.stderr)
    return 1 if poor else 0


def _rows(cases: Sequence[Case]) -> list[tuple[Case, Agreement]]:
    """Run cases in a new folder of this tool."""
    if cases and not PYTHON.exists():
        sys.exit(f"{PYTHON} is missing. Run `make template-env`.")
    shutil.rmtree(FOLDER, ignore_errors=True)
    os.environ["CLOUD_S2_MASK_MODELS"] = str(FOLDER / "models")
    return [(case, _run(case)) for case in cases]


def _run(case: Case) -> Agreement:
    print(f"{case.model}: {case.title} {case.defect}", file=sys.stderr)
    folder = FOLDER / f"{case.model}-{case.level}"
    weights = folder / "weights"
    product = write_scene(folder / f"{case.edge}", case.edge, case.metres, case.level, **case.scene)
    if not weights.exists():
        _in_template_env("originals", case.system, "weights", weights, product)
        for path in sorted(weights.iterdir()):
            import_model(path, replace=True)
    package_mask = folder / "package.npz"
    _in_template_env(
        "originals", case.system, "mask", package_mask, json.dumps(case.both), product, *sorted(weights.iterdir())
    )
    mask, confidence = folder / "mask.tif", folder / "confidence.tif"
    settings = create_settings(
        [product],
        folder,
        processing_res=case.metres,
        model=case.model,
        export_confidence=True,
        mask_path=mask,
        confidence_path=confidence,
        device="cpu",
        keep_vrt=False,
        make_qml_files=False,
        overwrite=True,
        quiet=True,
        **case.both,
        **case.options,
    )
    batch_process_scenes(settings)
    with rasterio.open(mask) as ours, rasterio.open(confidence) as sure, np.load(package_mask) as theirs:
        return compare(ours.read(1), sure.read(), theirs["labels"], theirs["probabilities"])


def _in_template_env(tool: str, *arguments: object) -> None:
    """Run a module of this package in build/template-env."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "build" / "plugins")}
    command = [str(PYTHON), "-m", f"{__package__}.{tool}", *map(str, arguments)]
    process = subprocess.run(command, env=environment, stdout=sys.stderr, check=False)
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed with exit status {process.returncode}.")


if __name__ == "__main__":
    sys.exit(main())
