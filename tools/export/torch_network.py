"""Load the weights of PyTorch networks, check them, and convert the networks to ONNX."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ..export import ExportError
from .system import Network

if TYPE_CHECKING:
    import torch

CLASSES = ("clear", "thick_cloud", "thin_cloud", "shadow")
"""Channels of CloudS2Mask, OmniCloudMask and CloudSEN12, in this order."""

_OPSET = 17
_TRACED = 257
"""Pixels of the traced patch: odd at every level of the encoder, so that the decoder's size adjustments are traced."""
_NAMED = 3
"""Largest number of weights that a message names."""


def read_weights(path: Path) -> dict[str, torch.Tensor]:
    """Read named weights from a `.safetensors` file, a file of `torch.save`, or a TorchScript archive.

    Pickled code does not run: PyTorch reads such files with `weights_only`.

    Raises:
        ExportError: The file cannot be read, or contains other objects than weights.
    """
    import torch

    try:
        if path.suffix == ".safetensors":
            from safetensors.torch import load_file

            found: Any = load_file(path)
        elif _is_script(path):
            found = torch.jit.load(str(path), map_location="cpu").state_dict()
        else:
            found = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:  # each library raises its own errors
        raise ExportError(
            "{path} cannot be read as a file of weights ({reason}). Download it again.", path=path, reason=brief(error)
        ) from error
    found = found.get("state_dict", found) if isinstance(found, dict) else found
    if not isinstance(found, dict) or not found or not all(isinstance(one, torch.Tensor) for one in found.values()):
        raise ExportError("{path} does not contain named weights. Give the file that its authors published.", path=path)
    return found


def _is_script(path: Path) -> bool:
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        return any("/code/" in name for name in archive.namelist())


def fill(module: torch.nn.Module, weights: Mapping[str, torch.Tensor], path: Path, title: str) -> None:
    """Load weights into a network of the same architecture.

    Raises:
        ExportError: The weights belong to another network, or are not all finite.
    """
    expected = module.state_dict()
    # Batch counters are used in training only, and older versions of PyTorch do not store them.
    absent = [name for name in expected if name not in weights and not name.endswith("num_batches_tracked")]
    unknown = [name for name in weights if name not in expected]
    common = [name for name in expected if name in weights]
    other = [
        f"{name} {tuple(weights[name].shape)} instead of {tuple(expected[name].shape)}"
        for name in common
        if weights[name].shape != expected[name].shape
    ]
    differences = [
        f"{len(names)} {problem} ({_some(names)})"
        for names, problem in ((absent, "missing"), (unknown, "unknown"), (other, "of another shape"))
        if names
    ]
    if differences:
        raise ExportError(
            "{path} does not contain the weights of {title}: of {count} weights, {differences}. Choose the matching "
            "system or file.",
            path=path,
            title=title,
            count=len(expected),
            differences="; ".join(differences),
        )
    module.load_state_dict(dict(weights), strict=False)
    check_finite(module, path)


def check_finite(module: torch.nn.Module, path: Path) -> None:
    """Check that all weights are finite.

    Raises:
        ExportError: A weight is not finite.
    """
    for name, values in module.state_dict().items():
        if values.is_floating_point() and not bool(values.isfinite().all()):
            raise ExportError(
                "{path} contains weights that are not finite, in {name}. Download the file again.", path=path, name=name
            )


def network_of(module: torch.nn.Module, file: str, bands: int) -> Network:
    """Wrap a module as a network for the exporter.

    Args:
        module: (batch, bands, height, width) float32 -> (batch, classes, height, width) logits.
        file: Name of the exported file.
        bands: Number of bands.
    """
    import torch

    module = module.float().eval()

    def infer(inputs: NDArray[np.float32]) -> NDArray[np.float32]:
        with torch.inference_mode():
            outputs: NDArray[np.float32] = module(torch.from_numpy(inputs)).numpy()
        return outputs

    def write(path: Path) -> None:
        axes = {0: "batch", 2: "height", 3: "width"}
        with warnings.catch_warnings():  # tracing warns, but the export is compared with the original
            warnings.simplefilter("ignore")
            torch.onnx.export(
                module,
                torch.zeros(1, bands, _TRACED, _TRACED),
                str(path),
                input_names=["input"],
                output_names=["output"],
                dynamic_axes={"input": axes, "output": axes},
                opset_version=_OPSET,
                dynamo=False,
            )

    return Network(file, infer, write)


def brief(error: Exception) -> str:
    """Return the beginning of an error message."""
    return " ".join(str(error).split())[:160] or type(error).__name__


def _some(names: list[str]) -> str:
    return ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
