"""Tensors are read by name from each kind of file, bit by bit."""

from __future__ import annotations

import ast
import io
import pickle
import sys
import tracemalloc
import zipfile
from collections import OrderedDict
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from ....core.weights.reading import read_weights
from ....core.weights.records import Call, Name, Table
from ....core.weights.weights import Module, Weights
from ....tools.package import ROOT
from ....tools.torch_files import (
    TorchFile,
    ordered,
    parameter,
    pickled,
    stored,
    tensor,
    write_archive,
    write_safetensors,
    write_state,
)

RANDOM = np.random.default_rng(5)
ARRAYS: dict[str, np.ndarray] = {
    "encoder.conv.weight": RANDOM.normal(size=(4, 3, 2, 2)).astype(np.float32),
    "encoder.bn.running_var": RANDOM.normal(size=4),
    "encoder.bn.num_batches_tracked": np.array(7),
    "head.mask": np.array([True, False]),
    "head.empty": np.zeros((0, 3), np.float32),
}
CONV = "torch.nn.modules.conv.Conv2d"
NORM = "torch.nn.modules.batchnorm.BatchNorm2d"


def assert_same(weights: Weights, arrays: dict[str, np.ndarray]) -> None:
    """Compare names, in any order, types, shapes and bits."""
    assert set(weights.tensors) == set(arrays)
    for name, array in arrays.items():
        found = weights.tensors[name]
        assert (found.dtype, found.shape) == (array.dtype, array.shape), name
        assert found.tobytes() == array.tobytes(), name
        assert not found.flags.writeable


def test_safetensors_are_read(tmp_path):
    """Each tensor has the numbers that the file has."""
    weights = read_weights(write_safetensors(tmp_path / "a.safetensors", ARRAYS, metadata={"format": "pt"}))
    assert (weights.kind, weights.path) == ("safetensors", tmp_path / "a.safetensors")
    assert_same(weights, ARRAYS)
    assert weights.modules == {}


def test_state_dictionaries_are_read(tmp_path):
    """The file of torch.save(network.state_dict())."""
    weights = read_weights(write_state(tmp_path / "a.pt", ARRAYS))
    assert weights.kind == "state dict"
    assert_same(weights, ARRAYS)


def test_the_content_tells_the_kind(tmp_path):
    """A file that was renamed is read all the same."""
    assert read_weights(write_state(tmp_path / "a.safetensors", ARRAYS)).kind == "state dict"
    assert read_weights(write_safetensors(tmp_path / "a.pt", ARRAYS)).kind == "safetensors"


@pytest.mark.parametrize("key", ["state_dict", "model_state_dict", "model"])
def test_checkpoints_hold_a_state_dictionary(tmp_path, key):
    """Lightning and fastai keep the state of the training beside the weights."""
    file = TorchFile()
    state = ordered({f"model.{name}": file.tensor(array) for name, array in ARRAYS.items()})
    settings = Call(Name("pytorch_lightning.utilities.parsing", "AttributeDict"), (), pairs=[("lr", 0.1)])
    optimiser = Table([("state", Table([(0, file.tensor(np.ones(3)))])), ("param_groups", [Table([("lr", 0.1)])])])
    root = Table([("epoch", 3), (key, state), ("optimizer_states", [optimiser]), ("hyper_parameters", settings)])
    weights = read_weights(file.write(tmp_path / "a.ckpt", root))
    assert weights.kind == "state dict"
    assert_same(weights, {f"model.{name}": array for name, array in ARRAYS.items()})


HALVES = np.array([0, -0.0, 1 / 3, -65504, 6e-8, 1e-5], np.float16)
BRAINS = np.array([0x0000, 0x8000, 0x3F80, 0xC2F7, 0x0001, 0x7F7F], np.uint16)
"""bfloat16: 0, -0, 1, -123.5, the smallest and the largest number."""
BRAIN_VALUES = np.array([0, -0.0, 1, -123.5, 2.0**-133, 255 * 2.0**120], np.float32)


def test_numbers_of_16_bits_are_widened(tmp_path):
    """float16 and bfloat16 become float32 without a loss, in both kinds of files."""
    expected = {"half": HALVES.astype(np.float32), "brain": BRAIN_VALUES}
    path = write_safetensors(tmp_path / "a.safetensors", {"half": HALVES, "brain": BRAINS}, brain="BF16")
    assert_same(read_weights(path), expected)
    file = TorchFile()
    records = {"half": file.tensor(HALVES), "brain": tensor(stored("b", "BFloat16Storage", 6), (6,), (1,))}
    file.numbers["b"] = BRAINS.tobytes()
    assert_same(read_weights(file.write(tmp_path / "a.pt", ordered(records))), expected)


def test_tensors_share_numbers(tmp_path):
    """Transposed, cut and tied tensors are views of the same numbers."""
    array = np.arange(24, dtype=np.float32)
    numbers = stored("0", "float32", 24)
    records = {
        "whole": tensor(numbers, (4, 6), (6, 1)),
        "transposed": tensor(numbers, (6, 4), (1, 6)),
        "column": tensor(numbers, (4, 1), (6, 10**9), 2),
        "last": tensor(numbers, (), (), 23),
    }
    weights = read_weights(write_archive(tmp_path / "a.pt", pickled(ordered(records)), {"0": array.tobytes()}))
    whole = array.reshape(4, 6)
    expected = {"whole": whole, "transposed": whole.T, "column": whole[:, 2:3], "last": array[23].reshape(())}
    assert_same(weights, expected)
    assert all(np.shares_memory(one, weights.tensors["whole"]) for one in weights.tensors.values())


def test_parameters_of_every_version_are_read(tmp_path):
    """Parameters, parameters with a state, tensors of fastai, and tensors that name the type of their numbers."""
    file = TorchFile()
    array = RANDOM.normal(size=3).astype(np.float32)
    utils, rebuild = "torch._utils", Name("torch._utils", "_rebuild_tensor_v2")
    subclass = Name("torch._tensor", "_rebuild_from_type_v2")
    of_fastai = (rebuild, Name("fastai.torch_core", "TensorBase"), file.tensor(array).arguments, Table())
    untyped = stored("u", "UntypedStorage", 6)
    file.numbers["u"] = np.array([1, 2, 65535], np.uint16).tobytes()
    typed = (untyped, 0, (3,), (1,), False, ordered({}), Name("torch", "uint16"))
    records = {
        "parameter": parameter(file.tensor(array)),
        "with_state": Call(Name(utils, "_rebuild_parameter_with_state"), (file.tensor(array), True, [], Table())),
        "fastai": parameter(Call(subclass, of_fastai)),
        "typed": Call(Name(utils, "_rebuild_tensor_v3"), typed),
    }
    weights = read_weights(file.write(tmp_path / "a.pt", ordered(records)))
    expected = dict.fromkeys(("parameter", "with_state", "fastai"), array)
    assert_same(weights, {**expected, "typed": np.array([1, 2, 65535], np.uint16)})


def module_file(path: Path) -> tuple[Path, dict[str, np.ndarray]]:
    """Write a whole network with a hook; returns the path, and the tensors by name."""
    file = TorchFile()
    weight, mean = ARRAYS["encoder.conv.weight"], np.arange(4)
    hook = Call(Name("fastai.callback.hook", "Hook"), (), state=Table([("stored", None)]))
    method = Call(Name("__builtin__", "getattr"), (hook, "hook_fn"))
    conv = file.module(CONV, {"weight": weight}, {}, stride=(2, 2), groups=1, padding="same", _forward_hooks=method)
    norm = file.module(NORM, {"mean": mean, "left_out": mean}, {}, eps=1e-5, affine=True, momentum=None)
    fields = dict(norm.state.pairs)
    fields["_non_persistent_buffers_set"].arguments[0].append("left_out")
    fields["_parameters"].pairs.append(("bias", None))
    parts = {"conv": conv, "norm": norm, "again": conv, "nothing": None}
    root = file.module("fastai.vision.models.unet.DynamicUnet", {}, parts, sizes=[1, 2])
    return file.write(path, root), {"conv.weight": weight, "norm.mean": mean, "again.weight": weight}


def test_whole_modules_are_read_with_their_classes(tmp_path):
    """Names are those of a state dictionary, and classes and settings tell what the network computes."""
    path, expected = module_file(tmp_path / "a.pkl")
    weights = read_weights(path)
    assert weights.kind == "module"
    assert_same(weights, expected)
    conv = Module("Conv2d", {"training": False, "stride": (2, 2), "groups": 1, "padding": "same"})
    norm = Module("BatchNorm2d", {"training": False, "eps": 1e-5, "affine": True, "momentum": None})
    unet = Module("DynamicUnet", {"training": False, "sizes": [1, 2]})
    assert weights.modules == {"": unet, "conv": conv, "norm": norm, "again": conv}


def test_torchscript_is_read(tmp_path):
    """The file of torch.jit.save; its code, which is compressed, is not read."""
    file = TorchFile()
    weight = ARRAYS["encoder.conv.weight"]

    def script(kind: str, **fields: Any) -> Call:
        return Call(
            Name(*f"__torch__.torch.nn.modules.{kind}".rsplit(".", 1)),
            (),
            state=Table([("training", False), *fields.items()]),
        )

    padding = Call(Name("torch.jit._pickle", "build_intlist"), ([1, 1],))
    encoder = script("___torch_mangle_3.Encoder", conv=script("Conv2d", weight=file.tensor(weight), padding=padding))
    path = file.write(tmp_path / "a.pt", script("Net", encoder=encoder, scale=file.tensor(np.array(2.0))))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("a/code/__torch__.py", "class Net(Module):\n" * 99, zipfile.ZIP_DEFLATED)
        archive.writestr("a/constants.pkl", pickled(()))
    weights = read_weights(path)
    assert weights.kind == "TorchScript"
    assert_same(weights, {"encoder.conv.weight": weight, "scale": np.array(2.0)})
    assert weights.modules == {}


class FloatStorage:
    """Stands for PyTorch's class."""


def _rebuild_tensor_v2(*_arguments: object) -> None:
    """Stands for PyTorch's function."""


class Tensor:
    """Stands for a tensor of four numbers; it is pickled like one."""

    numbers = FloatStorage()

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild_tensor_v2, (self.numbers, 0, (4,), (1,), False, OrderedDict())


class Pickler(pickle.Pickler):
    """Pickles as torch.save does."""

    def persistent_id(self, what: Any) -> object:
        """Keep numbers beside the pickle."""
        return ("storage", FloatStorage, "0", "cpu", 4) if isinstance(what, FloatStorage) else None


@pytest.mark.parametrize("protocol", [2, 3, 4, 5])
def test_every_protocol_of_pickles_is_read(tmp_path, monkeypatch, protocol):
    """Python's own pickles share names and texts, and write them in several ways."""
    for name, one in (("torch", FloatStorage), ("torch._utils", _rebuild_tensor_v2)):
        module = ModuleType(name)
        setattr(module, one.__name__, one)
        monkeypatch.setitem(sys.modules, name, module)
        monkeypatch.setattr(one, "__module__", name)
    data = io.BytesIO()
    tied = Tensor()
    state = OrderedDict(a=tied, b=Tensor(), c=tied)
    state.update({f"layer.{number}": Tensor() for number in range(1200)})
    state._metadata = OrderedDict(version=1)  # type: ignore[attr-defined]
    Pickler(data, protocol).dump({"state_dict": state, "long": [2**40, -1, 3.5, b"x" * 300, {1, 2}, frozenset((3,))]})
    array = np.arange(4, dtype=np.float32)
    weights = read_weights(write_archive(tmp_path / "a.pt", data.getvalue(), {"0": array.tobytes()}))
    assert_same(weights, dict.fromkeys(state, array))


@pytest.mark.parametrize("write", [write_safetensors, write_state])
def test_reading_needs_little_more_memory_than_the_file(tmp_path, write):
    """A network is read once, one tensor after the other."""
    path = write(tmp_path / "a", {f"{n}": np.ones((500, 500), np.float32) for n in range(20)})
    tracemalloc.start()
    weights = read_weights(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(weights.tensors) == 20
    assert peak < 1.3 * path.stat().st_size


def test_nothing_can_be_unpickled():
    """The wing has no module that runs pickles, imports by name, or evaluates code."""
    for path in sorted((ROOT / "core" / "weights").glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        imports = [node for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom))]
        modules = {getattr(node, "module", None) or "" for node in imports}
        modules |= {alias.name for node in imports for alias in node.names}
        assert not {one.split(".")[0] for one in modules} & {"pickle", "torch", "importlib", "marshal", "builtins"}
        calls = {
            node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert not calls & {"eval", "exec", "compile", "__import__", "getattr", "setattr", "globals"}
