"""Files that PyTorch, fastai, timm and safetensors write are read bit by bit."""

from __future__ import annotations

import subprocess
from pathlib import Path

import numpy as np
import pytest

from ....core.errors import ModelDamagedError
from ....core.graphs.template import load_template
from ....core.weights.reading import read_weights
from ....tools.package import ROOT
from ...refusals import refused

PYTHON = ROOT / "build" / "template-env" / "bin" / "python"
pytestmark = pytest.mark.skipif(not PYTHON.is_file(), reason="PyTorch is absent: `make template-env` sets it up.")

# Each network has random numbers. Beside each file, its state dictionary is written for numpy.
SAVE = """
import sys
from functools import partial
from pathlib import Path
import numpy as np, timm, torch
from torch import nn
from fastai.torch_core import TensorBase
from fastai.vision.learner import create_unet_model
from safetensors.torch import save_file

folder = Path(sys.argv[1])
torch.manual_seed(1)

def random(network):
    for one in (*network.parameters(), *network.buffers()):
        if one.is_floating_point():
            one.data += torch.rand_like(one)
    return network.eval()

def keep(name, state):
    np.savez(folder / f"{name}.npz", **{key: value.detach().numpy() for key, value in state.items()})

small = random(timm.create_model("mobilenetv3_small_050", num_classes=4))
unet = random(create_unet_model(partial(timm.create_model, "regnetx_002"), 4, (64, 64), pretrained=False, n_in=3))
state = small.state_dict()
files = {
    "state.pt": lambda path: torch.save(state, path),
    "protocol_4.pt": lambda path: torch.save(state, path, pickle_protocol=4),
    "lightning.ckpt": lambda path: torch.save({"epoch": 1, "state_dict": state, "optimizer_states": [
        torch.optim.Adam(small.parameters()).state_dict()]}, path),
    "plain.safetensors": lambda path: save_file({key: value.contiguous() for key, value in state.items()}, path),
    "traced.pt": lambda path: torch.jit.trace(small, torch.zeros(1, 3, 64, 64)).save(str(path)),
    "scripted.pt": lambda path: torch.jit.script(small).save(str(path)),
    "module.pkl": lambda path: torch.save(small, path),
}
for name, write in files.items():
    write(folder / name)
    keep(name, state)
torch.save(unet, folder / "unet.pkl")
keep("unet.pkl", unet.state_dict())
odd = {
    "half": torch.rand(3, 4).half(), "brain": torch.rand(3, 4).bfloat16(), "turned": torch.rand(3, 4).T,
    "cut": torch.rand(9, 9)[2:5, 1::3], "last": torch.rand(2, 3, 4, 4).to(memory_format=torch.channels_last),
    "wide": torch.arange(3).to(torch.uint16), "fastai": TensorBase(torch.rand(3)), "number": torch.tensor(2.5),
    "parameter": nn.Parameter(torch.rand(3)), "empty": torch.zeros(0, 2), "yes": torch.tensor([True, False]),
}
odd["tied"] = odd["cut"]
torch.save(odd, folder / "odd.pt")
keep("odd.pt", {**odd, "half": odd["half"].float(), "brain": odd["brain"].float()})

torch.save(state, folder / "legacy.bad", _use_new_zipfile_serialization=False)
torch.save({"a": torch.quantize_per_tensor(torch.rand(3), 0.1, 0, torch.qint8)}, folder / "quantised.bad")
torch.save({"a": torch.eye(3).to_sparse()}, folder / "sparse.bad")
torch.save({"a": torch.rand(3, dtype=torch.complex64)}, folder / "complex.bad")
torch.save({"a": torch.rand(3).to(torch.float8_e4m3fn)}, folder / "float8.bad")
torch.save({"a": torch._neg_view(torch.rand(3))}, folder / "negative.bad")
torch.save({"a": torch.rand(1).expand(9)}, folder / "expanded.bad")
torch.save([torch.rand(3)], folder / "list.bad")
torch.save({"a": torch.tensor([torch.nan])}, folder / "nan.bad")
torch.jit.freeze(torch.jit.script(nn.Sequential(nn.Conv2d(3, 3, 3)).eval())).save(str(folder / "frozen.bad"))
"""
KINDS = {
    "state.pt": "state dict",
    "protocol_4.pt": "state dict",
    "lightning.ckpt": "state dict",
    "odd.pt": "state dict",
    "plain.safetensors": "safetensors",
    "traced.pt": "TorchScript",
    "scripted.pt": "TorchScript",
    "module.pkl": "module",
    "unet.pkl": "module",
}
REFUSED = (*("legacy", "quantised", "sparse", "complex", "float8", "negative", "expanded", "list", "nan", "frozen"),)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Files that the packages write."""
    path = tmp_path_factory.mktemp("pytorch")
    done = subprocess.run([PYTHON, "-c", SAVE, path], capture_output=True, text=True, check=False, cwd=path)
    assert done.returncode == 0, done.stderr
    return path


@pytest.mark.parametrize("name", KINDS)
def test_genuine_files_are_read_bit_by_bit(folder, name):
    """Names are those of the state dictionary, and numbers are the same in every bit."""
    weights = read_weights(folder / name)
    assert weights.kind == KINDS[name]
    with np.load(folder / f"{name}.npz") as expected:
        assert set(weights.tensors) == set(expected)
        for tensor, array in expected.items():
            found = weights.tensors[tensor]
            assert (found.dtype, found.shape) == (array.dtype, array.shape), tensor
            assert found.tobytes() == array.tobytes(), tensor


def test_the_modules_of_a_unet_are_read(folder):
    """The tree tells classes and settings, such as the activation, which the tensors do not show."""
    modules = read_weights(folder / "unet.pkl").modules
    assert modules[""].kind == "DynamicUnet"
    assert {"Conv2d", "BatchNorm2d", "ReLU", "UnetBlock", "PixelShuffle_ICNR"} <= {one.kind for one in modules.values()}
    first = next(one for one in modules.values() if one.kind == "Conv2d")
    assert (first.options["stride"], first.options["kernel_size"]) == ((2, 2), (3, 3))


@pytest.mark.parametrize("template", ["clouds2mask-relu", "clouds2mask-mish"])
def test_genuine_layers_have_all_settings_that_are_compared(folder, template):
    """A setting that a file lacks counts as another one."""
    wanted = {kind: set(options) for kind, options in load_template(template).modules.values()}
    modules = read_weights(folder / "unet.pkl").modules.values()
    compared = [one for one in modules if wanted.get(one.kind)]
    assert {"Conv2d", "BatchNormAct2d", "BatchNorm2d", "PixelShuffle"} <= {one.kind for one in compared}
    assert [one for one in compared if not wanted[one.kind] <= set(one.options)] == []


@pytest.mark.parametrize("name", REFUSED)
def test_genuine_files_of_other_kinds_are_refused(folder, name):
    """Older formats, other numbers, and files without the names of tensors."""
    with refused(ModelDamagedError, path=folder / f"{name}.bad"):
        read_weights(folder / f"{name}.bad")
