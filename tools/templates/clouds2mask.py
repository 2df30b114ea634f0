"""CloudS2Mask 1.1: U-Nets of fastai on timm's regnety_006, published as whole modules.

The package holds no architecture. Both activations have the same tensors; the classes of the modules tell which it is.
"""

from __future__ import annotations

from functools import partial

import timm
import torch
from fastai.vision.learner import create_unet_model

from .torch_network import torch_network

BANDS, CLASSES = 13, 4
_PATCH = 500
ACTIVATIONS = {"relu": torch.nn.ReLU, "mish": torch.nn.Mish}
"""Of the decoder: fastai's own, and that of OmniCloudMask 1 to 3."""


def unet(activation: type[torch.nn.Module]) -> torch.nn.Module:
    """Build a network with fastai."""
    backbone = partial(timm.create_model, "regnety_006")
    return create_unet_model(backbone, CLASSES, (_PATCH, _PATCH), pretrained=False, n_in=BANDS, act_cls=activation)


NETWORKS = tuple(
    torch_network(
        partial(unet, activation),
        whole=True,
        name=f"clouds2mask-{name}",
        packages=("fastai", "timm"),
        bands=BANDS,
        classes=CLASSES,
        shape=(68, 100),  # not a multiple of the encoder's 32, so the decoder adjusts sizes
    )
    for name, activation in ACTIVATIONS.items()
)
