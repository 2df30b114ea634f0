"""Run OmniCloudMask itself with random weights."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from numpy.typing import NDArray
from omnicloudmask import load_s2, predict_from_array
from omnicloudmask.model_utils import channel_norm, load_model_from_weights
from safetensors.torch import save_file

from ..templates.omnicloudmask import ENCODERS, unet
from .package_mask import PackageMask
from .published import files_of
from .random_weights import randomise

_PATCH, _OVERLAP = 1000, 300
_CLIPPED = 0.001
"""Added by the package to confidences."""


def write_weights(folder: Path, product: Path) -> None:
    """Write the two networks of version 4, under their published names."""
    array, _ = load_s2(product, 20)
    inputs = torch.from_numpy(channel_norm(array[:, :512, :512]))[None]
    for number, (encoder, name) in enumerate(zip(ENCODERS, files_of("omnicloudmask"))):
        torch.manual_seed(number)
        weights = randomise(unet(encoder), inputs, number).state_dict()
        save_file({key: values.contiguous() for key, values in weights.items()}, folder / name)


def mask(product: Path, weights: Sequence[Path], _folder: Path) -> PackageMask:
    """Mask a product with the package, which always uses both networks."""
    array, _ = load_s2(product, 20)
    device = torch.device("cpu")
    files = {encoder: next(path for path in weights if encoder in path.name) for encoder in ENCODERS}
    models = [load_model_from_weights(f"tu-{encoder}", path, "smp", device) for encoder, path in files.items()]

    def predict(*, confidence: bool) -> NDArray[Any]:
        return predict_from_array(array, _PATCH, _OVERLAP, custom_models=models, export_confidence=confidence)

    labels = predict(confidence=False)[0]
    starts = [len(range(0, length, _PATCH - _OVERLAP)) if length > _PATCH else 1 for length in labels.shape]
    return PackageMask(labels, predict(confidence=True) - _CLIPPED, starts[0] * starts[1])
