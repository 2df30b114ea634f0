"""Run UNetMobV2 with the package cloudsen12_models and random weights."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from cloudsen12_models.cloudsen12 import MODELS_CLOUDSEN12, load_model_by_name
from cloudsen12_models.utils_torch import padded_predict

from ..templates.unetmobv2 import unet
from .bands import read_dn
from .package_mask import PackageMask
from .random_weights import randomise

NAMES = {"L1C": "UNetMobV2_V2", "L2A": "cloudsen12l2a"}
_QUANTIFICATION = 10_000


def write_weights(folder: Path, product: Path) -> None:
    """Write the network of the product's level to the file that the package expects."""
    name = NAMES[_level(product)]
    fields = MODELS_CLOUDSEN12[name]
    inputs = torch.from_numpy(read_dn(product, fields["bands"], 10)[None] / _QUANTIFICATION)
    torch.manual_seed(1)
    network = randomise(unet(len(fields["bands"])), inputs, 1)
    if fields["type"] == "jit":
        torch.jit.trace(network, inputs[:, :, :256, :256]).save(str(folder / fields["model_file"]))
    else:
        torch.save(network.state_dict(), folder / fields["model_file"])


def mask(product: Path, weights: Sequence[Path], _folder: Path) -> PackageMask:
    """Mask a product with the package, which has one network and no patches."""
    model = load_model_by_name(NAMES[_level(product)], str(weights[0].parent))
    reflectance = read_dn(product, model.bands, 10) / np.float32(_QUANTIFICATION)
    logits = padded_predict(reflectance, model.model, 32)
    return PackageMask(model.predict(reflectance), torch.from_numpy(logits).softmax(dim=0).numpy(), 1)


def _level(product: Path) -> str:
    return "L2A" if "MSIL2A" in product.name else "L1C"
