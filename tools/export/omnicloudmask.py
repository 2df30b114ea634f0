"""Export OmniCloudMask, version 4: two U-Nets of segmentation-models-pytorch, averaged before the softmax."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..export import ExportError
from .system import Model, System
from .torch_network import CLASSES, fill, network_of, read_weights

BANDS = ("B04", "B03", "B8A")
ENCODERS = ("regnety_004", "edgenext_small")
"""Encoders of timm, in the order of OmniCloudMask."""


def _read(weights: Sequence[Path], _resolution: int | None) -> list[Model]:
    import segmentation_models_pytorch as smp

    files = {encoder: [path for path in weights if encoder in path.name] for encoder in ENCODERS}
    for encoder, paths in files.items():
        if len(paths) != 1:
            raise ExportError(
                "OmniCloudMask has two networks, {encoders}; {count} files were given for {encoder}. Give one file for "
                "each, with the encoder in its name, as published.",
                encoders=" and ".join(ENCODERS),
                count=len(paths),
                encoder=encoder,
            )
    if len(weights) > len(ENCODERS):
        raise ExportError(
            "OmniCloudMask has two networks, {encoders}; {count} files were given. Give one file for each.",
            encoders=" and ".join(ENCODERS),
            count=len(weights),
        )
    networks = []
    for encoder, (path,) in files.items():
        module = smp.Unet(f"tu-{encoder}", encoder_weights=None, in_channels=len(BANDS), classes=len(CLASSES))
        fill(module, read_weights(path), path, f"OmniCloudMask's U-Net on {encoder} (version 4)")
        networks.append(network_of(module, f"omnicloudmask-{encoder}.onnx", len(BANDS)))
    return [Model(CARD, tuple(networks))]


CARD = {
    "id": "omnicloudmask",
    "title": "OmniCloudMask",
    "version": "4",
    "levels": ["L1C", "L2A"],
    "bands": list(BANDS),
    "resolution": [10, 50],
    "normalisation": "patch",
    "any_sensor": True,
    "mean": [],
    "std": [],
    "patch_size": 1000,
    "patch_multiple": 8,
    "patch_overlap": 300,
    "activation": "softmax",
    "blend": "logits",
    "ensemble": "always",
    "classes": list(CLASSES),
    "licence": "MIT",
    "citation": "Wright et al. 2025, Training sensor-agnostic deep learning models for remote sensing: Achieving "
    "state-of-the-art cloud and cloud shadow identification with OmniCloudMask, Remote Sensing of "
    "Environment 322, 114694",
}

SYSTEM = System("omnicloudmask", "both .safetensors files of version 4, one per encoder", _read)
