"""Weights at random under which a network is alive: features neither vanish nor explode, and every class occurs."""

from __future__ import annotations

import torch
from torch import nn

_BIAS = 1.5
"""Deviation of the bias of normalised features. With less of it a deep network of random weights is chaotic: what torch
and ONNX Runtime round differently decides over labels, as it does in no network that has learnt."""

_SPREAD = 2.0
"""Deviation of the logits of each class."""


def randomise(module: nn.Module, inputs: torch.Tensor, seed: int) -> nn.Module:
    """Give a network random weights, and statistics of normalisation layers near those of real inputs.

    Args:
        module: (patches, bands, height, width) -> (patches, classes, height, width) logits.
        inputs: Real patches as it takes them.
        seed: Of all that is random.
    """
    torch.manual_seed(seed)
    norms = [layer for layer in module.modules() if isinstance(layer, nn.BatchNorm2d)]
    with torch.no_grad():
        for name, values in module.named_parameters():
            if name.endswith("gamma"):  # scales of layers, which begin at 1e-6: those layers would take no part
                values.uniform_(0.1, 0.5)
        for norm in norms:
            norm.weight.uniform_(0.7, 1.3)
            norm.bias.normal_(0, _BIAS)
            norm.reset_running_stats()
            norm.momentum = None
        module.train()
        module(inputs)
        module.eval()
        for norm in norms:
            norm.momentum = 0.1
            norm.running_mean += 0.1 * norm.running_var.sqrt() * torch.randn_like(norm.running_mean)
            norm.running_var *= torch.empty_like(norm.running_var).uniform_(0.8, 1.25)
        _balance(
            [layer for layer in module.modules() if isinstance(layer, nn.Conv2d)][-1],
            module(inputs).as_subclass(torch.Tensor),
        )
    return module


def _balance(last: nn.Conv2d, logits: torch.Tensor) -> None:
    """Shift and scale the last layer so that all classes are about as likely."""
    deviation, mean = torch.std_mean(logits, dim=(0, 2, 3))
    scale = _SPREAD / deviation
    bias = torch.zeros_like(mean) if last.bias is None else last.bias
    last.weight.mul_(scale[:, None, None, None])
    last.bias = nn.Parameter((bias - mean) * scale)
