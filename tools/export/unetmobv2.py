"""Export UNetMobV2 of CloudSEN12: a U-Net of segmentation-models-pytorch on mobilenet_v2, for L1C or for L2A."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..export import ExportError
from .system import Model, System
from .torch_network import CLASSES, fill, network_of, read_weights

if TYPE_CHECKING:
    import torch

ENCODER = "mobilenet_v2"
_L1C = ("B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B10", "B11", "B12")
BANDS = {"L1C": _L1C, "L2A": tuple(band for band in _L1C if band != "B10")}
_FIRST = "encoder.features.0.0.weight"
_LAST = "segmentation_head.0.weight"


def _read(weights: Sequence[Path], _resolution: int | None) -> list[Model]:
    models = [_model(path) for path in weights]
    ids = [model.card["id"] for model in models]
    if len(set(ids)) < len(ids):
        raise ExportError(
            "Several files were given for one model: {models}. Export them one at a time.", models=", ".join(ids)
        )
    return models


def _model(path: Path) -> Model:
    import segmentation_models_pytorch as smp

    # The authors' class CDModel keeps the U-Net as `model`.
    weights = {name.removeprefix("model."): values for name, values in read_weights(path).items()}
    level = _level_of(weights, path)
    bands = BANDS[level]
    module = smp.Unet(ENCODER, encoder_weights=None, in_channels=len(bands), classes=len(CLASSES))
    fill(module, weights, path, f"UNetMobV2 for {level}")
    fields = card(level, path.stem)
    return Model(fields, (network_of(module, f"{fields['id']}.onnx", len(bands)),))


def _level_of(weights: Mapping[str, torch.Tensor], path: Path) -> str:
    """Find the level from the bands of the first layer; L1C for other networks, which `fill` rejects."""
    if _FIRST not in weights or _LAST not in weights:
        return "L1C"
    bands_in, classes_out = weights[_FIRST].shape[1], weights[_LAST].shape[0]
    if classes_out != len(CLASSES):
        raise ExportError(
            "{path} has {classes} classes, UNetMobV2 has {expected}. Give another file.",
            path=path,
            classes=classes_out,
            expected=len(CLASSES),
        )
    for level, bands in BANDS.items():
        if bands_in == len(bands):
            return level
    expected = " or ".join(f"{len(bands)} ({level})" for level, bands in BANDS.items())
    raise ExportError(
        "{path} expects {bands} bands, UNetMobV2 expects {expected}. Give another file.",
        path=path,
        bands=bands_in,
        expected=expected,
    )


def card(level: str, version: str) -> dict[str, Any]:
    """Return the card for one level, without its network."""
    bands = BANDS[level]
    return {
        "id": f"unetmobv2-{level.lower()}",
        "title": f"UNetMobV2 (CloudSEN12), {level}",
        "version": version,
        "levels": [level],
        "bands": list(bands),
        "resolution": [10, 10],
        "mean": [0.0] * len(bands),
        "std": [1.0] * len(bands),
        "patch_size": 512,
        "patch_multiple": 32,
        "patch_overlap": 64,
        "activation": "softmax",
        "blend": "probabilities",
        "classes": list(CLASSES),
        "licence": "CC-BY-NC-4.0: not for commercial use",
        "citation": "Aybar et al. 2024, CloudSEN12+: The largest dataset of expert-labeled pixels for cloud and cloud "
        "shadow detection in Sentinel-2, Data in Brief, doi:10.1016/j.dib.2024.110852",
    }


SYSTEM = System("unetmobv2", "CloudSEN12's .pt file for L1C (13 bands) or L2A (12 bands)", _read)
