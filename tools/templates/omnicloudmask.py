"""OmniCloudMask, version 4: two U-Nets of segmentation-models-pytorch, on encoders of timm."""

from __future__ import annotations

from functools import partial

import segmentation_models_pytorch as smp

from .torch_network import torch_network

ENCODERS = ("regnety_004", "edgenext_small")
"""In the order of OmniCloudMask."""
BANDS, CLASSES = 3, 4


def unet(encoder: str) -> smp.Unet:
    """Build a network as the package omnicloudmask does."""
    return smp.Unet(f"tu-{encoder}", encoder_weights=None, in_channels=BANDS, classes=CLASSES)


NETWORKS = tuple(
    torch_network(
        partial(unet, encoder),
        name=f"omnicloudmask-{encoder}",
        packages=("segmentation-models-pytorch", "timm"),
        bands=BANDS,
        classes=CLASSES,
    )
    for encoder in ENCODERS
)
