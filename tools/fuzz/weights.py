"""Damage files of weights: safetensors, the pickles, numbers and archives of PyTorch, and the HDF5 of Keras."""

from __future__ import annotations

import io
import json
import os
import pickletools
import zipfile
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...core.weights.hdf5_file import SIGNATURE
from ...core.weights.reading import read_weights
from ...core.weights.records import Call, Name, Table
from ..keras_files import write_keras_2, write_keras_3
from ..torch_files import TorchFile, opcodes, ordered, write_safetensors, write_state
from . import Kind
from .damage import damaged_bytes, damaged_json

_MARKER = "CLOUD_S2_MASK_FUZZ_RAN"
"""Variable of the environment that a pickle would set if it ran."""
_FOREIGN = (
    Call(Name("__builtin__", "exec"), (f"import os; os.environ[{_MARKER!r}] = '1'",)),
    Call(Name("__builtin__", "getattr"), (Name("torch.nn", "functional"), "os")),
    Call(Name("posix", "system"), ("true",)),
    Name("posix", "system"),
)
_HEAVY = (
    opcodes(Name("__builtin__", "getattr")) + b"N)q\x07" + b"h\x07\x86q\x07" * 60 + b"\x86R",
    opcodes(Name("__builtin__", "getattr")) + b"N)" + b"\x85" * 5000 + b"\x86R",
    b")" + b"\x85" * 5000,
    b"\x8b" + (4000).to_bytes(4, "little") + b"\x01" * 4000,
    opcodes(Call(Name("__builtin__", "set"), (5,))),
)
"""Instructions whose record cannot be written as text, or is no set."""


def samples(folder: Path) -> list[Path]:
    """Write a file of each kind: safetensors, state dictionary, checkpoint, module, TorchScript, Keras 2 and 3."""
    random = np.random.default_rng(1)
    weight, mean = random.normal(size=(4, 3, 3, 3)).astype(np.float32), random.normal(size=4).astype(np.float16)
    arrays: dict[str, NDArray[Any]] = {
        "conv.weight": weight,
        "norm.mean": mean,
        "norm.seen": np.array(3),
        "norm.used": np.array([True]),
    }
    file = TorchFile()
    checkpoint = Table([("epoch", 3), ("state_dict", ordered({n: file.tensor(a) for n, a in arrays.items()}))])
    network, script = TorchFile(), TorchFile()
    conv = network.module("torch.nn.modules.conv.Conv2d", {"weight": weight}, {}, stride=(2, 2))
    norm = network.module("torch.nn.modules.batchnorm.BatchNorm2d", {"mean": mean, "seen": np.array(3)}, {}, eps=1e-5)
    unet = network.module("fastai.vision.models.unet.DynamicUnet", {}, {"conv": conv, "norm": norm})
    part = Call(Name("__torch__.torch.nn", "Conv2d"), (), state=Table([("weight", script.tensor(weight))]))
    keras: dict[str, NDArray[Any]] = {
        "conv2d_0/kernel": weight,
        "batch_normalization_0/gamma": mean,
        "conv2d_1/kernel": weight,
    }
    return [
        write_safetensors(folder / "a.weights", arrays),
        write_state(folder / "b.weights", arrays),
        file.write(folder / "c.weights", checkpoint),
        network.write(folder / "d.weights", unet),
        script.write(folder / "e.weights", Call(Name("__torch__", "Net"), (), state=Table([("conv", part)]))),
        write_keras_2(folder / "f.weights", keras, first=7),
        write_keras_3(folder / "g.weights", keras),
    ]


def damaged(data: bytes, random: Random) -> tuple[str, bytes]:
    """Damage the header or any byte of safetensors, any of HDF5, or the parts of an archive of PyTorch."""
    if data.startswith(SIGNATURE):
        return "HDF5", damaged_bytes(data, random)
    if not data.startswith(b"PK"):
        length = int.from_bytes(data[:8], "little")
        if random.random() < 0.3:
            return "safetensors, bytes", damaged_bytes(data, random)
        header = damaged_json(json.loads(data[8 : 8 + length]), random).encode("utf-8", "surrogatepass")
        return "safetensors, header", len(header).to_bytes(8, "little") + header + data[8 + length :]
    place = random.choice(
        ("archive", "pickle", "pickle", "instructions", "instructions", "foreign names", "heavy", "numbers")
    )
    if place == "archive":
        return place, damaged_bytes(data, random)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    name = next(name for name in entries if name.endswith("/data.pkl"))
    if place == "numbers":
        name = random.choice([name for name in entries if "/data/" in name])
    ways = {"instructions": _other_instructions, "foreign names": _with_foreign, "heavy": _with_heavy}
    change = ways.get(place, damaged_bytes)
    entries[name] = change(entries[name], random)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, entry in entries.items():
            archive.writestr(zipfile.ZipInfo(name), entry)
    return place, packed.getvalue()


def _instructions(data: bytes) -> list[bytes]:
    """Cut a pickle into its opcodes, each with its value."""
    starts = [position or 0 for _opcode, _value, position in pickletools.genops(data)]
    return [data[first:last] for first, last in zip(starts, [*starts[1:], len(data)])]


def _other_instructions(data: bytes, random: Random) -> bytes:
    """Remove, repeat, exchange or replace some opcodes of a pickle."""
    parts = _instructions(data)
    for _ in range(random.choice((1, 1, 2, 5))):
        at, other = random.randrange(1, len(parts)), random.randrange(1, len(parts))
        way = random.randrange(5)
        if way == 0:
            parts[at : at + random.choice((1, 3))] = []
        elif way == 1:
            parts[at:at] = parts[other : other + random.choice((1, 3, 30))]
        elif way == 2:
            parts[at - 1], parts[other - 1] = parts[other - 1], parts[at - 1]
        elif way == 3:
            parts[at - 1] = random.choice((b"N", b"]", b"}", b")", b"0", b"2", b"R", b"b", b"Q", b"(", b"t", b"u"))
        else:
            parts[at:at] = [opcodes(random.choice((0, -1, 2**31, 2**62, 1.5, "", "0", True, None)))]
        parts = parts if len(parts) > 1 else _instructions(data)
    return b"".join(parts)


def _with_foreign(data: bytes, random: Random) -> bytes:
    """Put a call that would do harm into a pickle, or in place of one of its values."""
    return _with(opcodes(random.choice(_FOREIGN)), data, random)


def _with_heavy(data: bytes, random: Random) -> bytes:
    """Put a record that no program should write as text into a pickle, or in place of one of its values."""
    return _with(random.choice(_HEAVY), data, random)


def _with(more: bytes, data: bytes, random: Random) -> bytes:
    parts = _instructions(data)
    at = random.randrange(1, len(parts))
    parts[at : at + random.choice((0, 1))] = [more]
    return b"".join(parts)


def use(path: Path) -> object:
    """Read weights, and check that nothing of the file has run."""
    try:
        weights = read_weights(path)
    finally:
        if os.environ.pop(_MARKER, None):
            raise ValueError("the pickle was run")
    numbers = sha256()
    for array in weights.tensors.values():
        numbers.update(array.tobytes())
    shapes = {name: (array.dtype.str, array.shape) for name, array in weights.tensors.items()}
    return weights.kind, shapes, repr(weights.modules), numbers.hexdigest()


KIND = Kind(".weights", samples, damaged, use)
