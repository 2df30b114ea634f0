"""Networks of PyTorch: weights from a person's file, checked before they are taken, and the way to ONNX."""

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
"""In the order of the channels of CloudS2Mask, OmniCloudMask and CloudSEN12 alike."""

_OPSET = 17
_TRACED = 257
"""Pixels of the traced patch: odd at every level of an encoder, so that the decoder's fitting of sizes is traced."""
_NAMED = 3
"""How many weights a message names."""


def read_weights(path: Path) -> dict[str, torch.Tensor]:
    """The weights in a `.safetensors` file, a file of `torch.save`, or a TorchScript archive, by their names.

    No pickle is run: PyTorch reads such files with `weights_only`.

    Raises:
        ExportError: it cannot be read, or holds anything but weights.
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
    except Exception as error:  # each library has errors of its own
        raise ExportError(
            f"{path} cannot be read as a file of weights ({brief(error)}). It is cut short, or a file of another kind: "
            "fetch it again."
        ) from error
    found = found.get("state_dict", found) if isinstance(found, dict) else found
    if not isinstance(found, dict) or not found or not all(isinstance(one, torch.Tensor) for one in found.values()):
        raise ExportError(f"{path} holds no weights by their names. Give the file that its authors published.")
    return found


def _is_script(path: Path) -> bool:
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        return any("/code/" in name for name in archive.namelist())


def fill(module: torch.nn.Module, weights: Mapping[str, torch.Tensor], path: Path, title: str) -> None:
    """Put weights into a network of the same architecture.

    Raises:
        ExportError: they are of another network, which the message describes, or not all finite.
    """
    wanted = module.state_dict()
    # Counters of batches that only training looks at; older versions of PyTorch do not keep them.
    absent = [name for name in wanted if name not in weights and not name.endswith("num_batches_tracked")]
    unknown = [name for name in weights if name not in wanted]
    common = [name for name in wanted if name in weights]
    other = [
        f"{name} {tuple(weights[name].shape)} instead of {tuple(wanted[name].shape)}"
        for name in common
        if weights[name].shape != wanted[name].shape
    ]
    found = [
        f"{len(names)} {what} ({_some(names)})"
        for names, what in ((absent, "missing"), (unknown, "unknown"), (other, "of another shape"))
        if names
    ]
    if found:
        raise ExportError(
            f"{path} does not hold the weights of {title}: of {len(wanted)}, {'; '.join(found)}. Give the weights of "
            "this system, or name the system that they are of."
        )
    module.load_state_dict(dict(weights), strict=False)
    check_finite(module, path)


def check_finite(module: torch.nn.Module, path: Path) -> None:
    """Look for weights that are no numbers.

    Raises:
        ExportError: there are some; the message names one.
    """
    for name, values in module.state_dict().items():
        if values.is_floating_point() and not bool(values.isfinite().all()):
            raise ExportError(f"{path} holds weights that are not finite numbers, in {name}. Fetch the file again.")


def network_of(module: torch.nn.Module, file: str, bands: int) -> Network:
    """A network for the exporter.

    Args:
        module: (batch, bands, height, width) float32 -> (batch, classes, height, width) logits.
        file: Name of the file that it becomes.
        bands: Number of its bands.
    """
    import torch

    module = module.float().eval()

    def answer(inputs: NDArray[np.float32]) -> NDArray[np.float32]:
        with torch.inference_mode():
            answered: NDArray[np.float32] = module(torch.from_numpy(inputs)).numpy()
        return answered

    def write(path: Path) -> None:
        axes = {0: "batch", 2: "height", 3: "width"}
        with warnings.catch_warnings():  # of tracing, whose outcome is checked
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

    return Network(file, answer, write)


def brief(error: Exception) -> str:
    """The beginning of what a library says."""
    return " ".join(str(error).split())[:160] or type(error).__name__


def _some(names: list[str]) -> str:
    return ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
