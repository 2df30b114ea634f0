"""Random weights for a network, such that features neither vanish nor explode and every class occurs."""

from __future__ import annotations

import torch
from torch import nn

_BIAS = 1.5
"""Standard deviation of the bias of normalised features. With a smaller one, rounding differences of torch and ONNX
Runtime would decide labels, which does not happen in trained networks."""

_SPREAD = 2.0
"""Standard deviation of the logits of each class."""


def randomise(module: nn.Module, inputs: torch.Tensor, seed: int) -> nn.Module:
    """Set random weights, and statistics of normalisation layers close to those of real inputs.

    Args:
        module: (patches, bands, height, width) -> (patches, classes, height, width) logits.
        inputs: Normalised patches of a real product.
        seed: Seed of all random numbers.
    """
    torch.manual_seed(seed)
    norms = [layer for layer in module.modules() if isinstance(layer, nn.BatchNorm2d)]
    with torch.no_grad():
        for name, values in module.named_parameters():
            if name.endswith("gamma"):  # layer scales start at 1e-6, which would disable the layers
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
    """Shift and scale the last layer so that all classes are about equally likely."""
    deviation, mean = torch.std_mean(logits, dim=(0, 2, 3))
    scale = _SPREAD / deviation
    bias = torch.zeros_like(mean) if last.bias is None else last.bias
    last.weight.mul_(scale[:, None, None, None])
    last.bias = nn.Parameter((bias - mean) * scale)
