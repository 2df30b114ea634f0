"""UNetMobV2 of CloudSEN12: a U-Net of segmentation-models-pytorch on mobilenet_v2, for L1C or for L2A."""

from __future__ import annotations

from functools import partial

import segmentation_models_pytorch as smp

from .torch_network import torch_network

BANDS = {"l1c": 13, "l2a": 12}
CLASSES = 4


def unet(bands: int) -> smp.Unet:
    """Build a network as the package cloudsen12_models does."""
    return smp.Unet("mobilenet_v2", encoder_weights=None, in_channels=bands, classes=CLASSES)


NETWORKS = tuple(
    torch_network(
        partial(unet, bands),
        name=f"unetmobv2-{level}",
        packages=("segmentation-models-pytorch",),
        bands=bands,
        classes=CLASSES,
    )
    for level, bands in BANDS.items()
)
