"""CloudS2Mask 1.1.3: U-Nets of fastai on timm's regnety_006, kept as whole pickled modules.

It reads 13 L1C bands as DN / 32767, normalised by a mean and a deviation per band. Here these are in reflectance, which
was DN / 10000 until baseline 04.00 brought an offset; upstream takes DN with the offset for DN without it.
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
        raise ExportError(f"Two of the files have the same name ({', '.join(map(str, weights))}). Rename one of them.")
    by_resolution: dict[int, list[Path]] = defaultdict(list)
    for path in sorted(weights, key=lambda path: path.name):  # the order of CloudS2Mask, which uses the first
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
    """The pixel size of a file of weights, by its name, or as it is given."""
    named = re.search(r"_(\d+)m$", path.stem)
    found = int(named.group(1)) if named else given
    if found is None:
        raise ExportError(f"The name of {path} does not end in _10m or _20m. Say with --res which pixels it is for.")
    if found not in RESOLUTIONS or given not in {None, found}:
        wanted = given if found in RESOLUTIONS else "10 or 20"
        raise ExportError(f"{path} is by its name for pixels of {found} m, not of {wanted} m. Give it its right name.")
    return found


def _normalisation() -> tuple[list[float], list[float]]:
    """Mean and deviation per band, as the package has them, in reflectance."""
    import torch
    from clouds2mask.processing_settings import get_normalization_stats

    statistics = get_normalization_stats(torch.device("cpu"), False, "L1C", list(BANDS))  # not in float16
    scale = _DN_SCALE / _QUANTIFICATION
    mean, std = ([round(value * scale, 7) for value in one.flatten().tolist()] for one in statistics)
    return mean, std


def _open(path: Path) -> torch.nn.Module:
    """A pickled network.

    Raises:
        ExportError: it cannot be opened, or is another network.
    """
    import torch

    print(
        f"Opening {path}. It is a pickle: opening one can run any program, so use only files whose source you trust.",
        file=sys.stderr,
    )
    try:
        network: Any = torch.load(path, map_location="cpu", weights_only=False)
    except Exception as error:  # whatever a pickle does
        raise ExportError(
            f"{path} cannot be opened ({brief(error)}). It is cut short, or no network of CloudS2Mask: fetch it again."
        ) from error
    if not isinstance(network, torch.nn.Module):
        raise ExportError(
            f"{path} holds {type(network).__name__}, but a whole network is expected, as CloudS2Mask's .pkl files do."
        )
    network = network.float().eval()
    check_finite(network, path)
    first = next((layer for layer in network.modules() if isinstance(layer, torch.nn.Conv2d)), None)
    if first is None or first.in_channels != len(BANDS):
        takes = first.in_channels if first else "no"
        raise ExportError(f"{path} takes {takes} bands, CloudS2Mask's networks {len(BANDS)}. Give another file.")
    with torch.inference_mode():
        answered = network(torch.zeros(1, len(BANDS), _TRIAL, _TRIAL)).shape
    if answered != (1, len(CLASSES), _TRIAL, _TRIAL):
        raise ExportError(
            f"{path} answers a patch of {_TRIAL} pixels with {tuple(answered)}, CloudS2Mask's networks with "
            f"{len(CLASSES)} classes of each pixel. Give another file."
        )
    return network


def card(metres: int, versions: Sequence[str], mean: Sequence[float], std: Sequence[float]) -> dict[str, Any]:
    """The card of the networks for one pixel size, but for the networks."""
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
    "CloudS2Mask's .pkl files of 10 m, 20 m or both; of each the first by name is used, with ensembling all",
    _read,
    RESOLUTIONS,
)
