"""Export CloudS2Mask 1.1.3: U-Nets of fastai on timm's regnety_006, stored as whole pickled modules.

CloudS2Mask reads 13 L1C bands as DN / 32767, normalised by mean and standard deviation per band. The card has both in
reflectance, which was DN / 10000 until baseline 04.00 added an offset; upstream ignores the offset.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..export import ExportError
from .system import Model, System
from .torch_network import CLASSES, brief, check_finite, network_of

if TYPE_CHECKING:
    import torch

BANDS = ("B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B10", "B11", "B12")
RESOLUTIONS = (10, 20)
_DN_SCALE, _QUANTIFICATION = 32767, 10000
_PATCH = 500
_TRIAL = 64


def _read(weights: Sequence[Path], resolution: int | None) -> list[Model]:
    names = [path.stem for path in weights]
    if len(set(names)) < len(names):
        raise ExportError(
            "Two of the files have the same name: {paths}. Rename one of them.", paths=", ".join(map(str, weights))
        )
    by_resolution: dict[int, list[Path]] = defaultdict(list)
    for path in sorted(weights, key=lambda path: path.name):  # CloudS2Mask uses the first by name
        by_resolution[resolution_of(path, resolution)].append(path)
    mean, std = _normalisation()
    return [
        Model(
            card(metres, [path.name.split("_")[0] for path in paths], mean, std),
            tuple(network_of(_open(path), f"{path.stem}.onnx", len(BANDS)) for path in paths),
        )
        for metres, paths in sorted(by_resolution.items())
    ]


def resolution_of(path: Path, given: int | None) -> int:
    """Return the pixel size of a file of weights in metres, from its name or as given.

    Raises:
        ExportError: The pixel size is missing, not supported, or contradicts the name.
    """
    named = re.search(r"_(\d+)m$", path.stem)
    found = int(named.group(1)) if named else given
    if found is None:
        raise ExportError(
            "The name of {path} does not end in _10m or _20m. Set the pixel size in metres with --res.", path=path
        )
    if found not in RESOLUTIONS or given not in {None, found}:
        raise ExportError(
            "The name of {path} means pixels of {found} m, not of {expected} m. Change --res or the name.",
            path=path,
            found=found,
            expected=given if found in RESOLUTIONS else "10 or 20",
        )
    return found


def _normalisation() -> tuple[list[float], list[float]]:
    """Return mean and standard deviation per band of the package, in reflectance."""
    import torch
    from clouds2mask.processing_settings import get_normalization_stats

    statistics = get_normalization_stats(torch.device("cpu"), False, "L1C", list(BANDS))  # float32, not float16
    scale = _DN_SCALE / _QUANTIFICATION
    mean, std = ([round(value * scale, 7) for value in one.flatten().tolist()] for one in statistics)
    return mean, std


def _open(path: Path) -> torch.nn.Module:
    """Load a pickled network.

    Raises:
        ExportError: The file cannot be opened, or contains another network.
    """
    import torch

    print(
        f"Opening {path}, a pickle, which can run any program. Use only files from a source you trust.",
        file=sys.stderr,
    )
    try:
        network: Any = torch.load(path, map_location="cpu", weights_only=False)
    except Exception as error:  # a pickle can raise errors of any class
        raise ExportError(
            "{path} cannot be opened ({reason}). Download CloudS2Mask's file again.", path=path, reason=brief(error)
        ) from error
    if not isinstance(network, torch.nn.Module):
        raise ExportError(
            "{path} contains an object of type {type}, not a network. Give a .pkl file of CloudS2Mask.",
            path=path,
            type=type(network).__name__,
        )
    network = network.float().eval()
    check_finite(network, path)
    first = next((layer for layer in network.modules() if isinstance(layer, torch.nn.Conv2d)), None)
    if first is None or first.in_channels != len(BANDS):
        raise ExportError(
            "{path} expects {bands} bands, CloudS2Mask's networks expect {expected}. Give another file.",
            path=path,
            bands=first.in_channels if first else 0,
            expected=len(BANDS),
        )
    with torch.inference_mode():
        shape = tuple(network(torch.zeros(1, len(BANDS), _TRIAL, _TRIAL)).shape)
    expected = (1, len(CLASSES), _TRIAL, _TRIAL)
    if shape != expected:
        raise ExportError(
            "{path} returns the shape {shape}, CloudS2Mask's networks return {expected}. Give another file.",
            path=path,
            shape=shape,
            expected=expected,
        )
    return network


def card(metres: int, versions: Sequence[str], mean: Sequence[float], std: Sequence[float]) -> dict[str, Any]:
    """Return the card for one pixel size, without its networks."""
    return {
        "id": f"clouds2mask-{metres}m",
        "title": f"CloudS2Mask, {metres} m",
        "version": " ".join(dict.fromkeys(versions)),
        "levels": ["L1C"],
        "bands": list(BANDS),
        "resolution": [metres, metres],
        "mean": list(mean),
        "std": list(std),
        "patch_size": _PATCH,
        "patch_multiple": 4,
        "patch_overlap": 128,
        "activation": "softmax",
        "blend": "probabilities",
        "ensemble": "optional",
        "classes": list(CLASSES),
        "licence": "MIT",
        "citation": "Wright et al. 2024, CloudS2Mask: A novel deep learning approach for improved cloud and cloud "
        "shadow masking in Sentinel-2 imagery, Remote Sensing of Environment 306, 114122",
    }


SYSTEM = System(
    "clouds2mask",
    "CloudS2Mask's .pkl files for 10 m, 20 m or both; per pixel size the first by name is used, all with ensembling",
    _read,
    RESOLUTIONS,
)
