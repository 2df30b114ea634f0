"""Damaged files, and files of other kinds, are refused with the reason and the remedy."""

from __future__ import annotations

import json
import os
import pickle
import struct
import tarfile
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest

from ....core.errors import ModelDamagedError
from ....core.weights.reading import read_weights
from ....core.weights.records import Call, Name, Table
from ....core.weights.torch_tensors import MAX_DIRECTORY_BYTES
from ....core.weights.weights import MAX_BYTES
from ....tools.fuzz.damage import damaged_bytes
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
from ...refusals import refused
from .test_reading import ARRAYS, module_file

FOUR = np.arange(4, dtype=np.float32)
REBUILD = Name("torch._utils", "_rebuild_tensor_v2")


def four(shape: Any = (4,), strides: Any = (1,), offset: Any = 0, count: Any = 4, dtype: str = "float32") -> Call:
    """Return the record of a tensor of the numbers 0 to 3."""
    return tensor(stored("0", dtype, count), shape, strides, offset)


def state_of(path: Path, record: Any, **more: bytes) -> Path:
    """Write a state dictionary of one record `a`, and the numbers 0 to 3."""
    return write_archive(path, pickled(ordered({"a": record})), {"0": FOUR.tobytes()}, **more)


TENSORS = {
    "offset_beyond": four((1,), (1,), 4),
    "offset_far": four((4,), (1,), 100),
    "end_beyond": four((2,), (4,)),
    "negative_offset": four(offset=-1),
    "negative_stride": four(strides=(-1,), offset=3),
    "negative_side": four((-4,)),
    "stride_bomb": four((1 << 20, 1 << 20), (0, 0)),
    "repeated": four((5,), (0,)),
    "more_strides": four(strides=(1, 1)),
    "fewer_strides": four((2, 2), (1,)),
    "many_sides": four((1,) * 100, (1,) * 100),
    "empty_but_huge": four((0, *[MAX_BYTES] * 7), (1,) * 8),
    "huge_side": four((2**62,), (0,)),
    "huge_offset": four(offset=2**62),
    "text_offset": four(offset="0"),
    "true_side": four((True,), (1,)),
    "real_side": four((4.0,)),
    "text_shape": four("4"),
    "no_shape": four(None, None),
    "false_count": four(count=5),
    "short_count": four((2,), count=2),
    "count_of_text": four(count="4"),
    "wider_type": four(dtype="float64"),
    "complex": four(dtype="ComplexFloatStorage"),
    "quantised_numbers": four(dtype="QInt8Storage"),
    "few_arguments": Call(REBUILD, four().arguments[:3]),
    "no_arguments": Call(REBUILD, ()),
    "no_numbers": Call(REBUILD, (None, *four().arguments[1:])),
    "odd_numbers": Call(REBUILD, (tensor(stored("0", "float32", 4), (), ()), *four().arguments[1:])),
    "negative_view": Call(REBUILD, (*four().arguments, Table([("neg", True)]))),
    "number": 3,
    "nothing": None,
    "text": "a",
    "empty_parameter": Call(Name("torch._utils", "_rebuild_parameter"), ()),
    "nested_parameters": parameter(parameter(parameter(parameter(four())))),
    "dictionary": Table([("b", four())]),
}
"""Records that no tensor of a network has."""


@pytest.mark.parametrize("case", TENSORS)
def test_impossible_tensors_are_refused(tmp_path, case):
    """The message names the tensor; no number outside its storage is read, and no array larger than that is made."""
    with refused(ModelDamagedError, path=tmp_path / "a.pt", tensor="a"):
        read_weights(state_of(tmp_path / "a.pt", TENSORS[case]))


@pytest.mark.parametrize("name", ["_rebuild_qtensor", "_rebuild_sparse_tensor", "_rebuild_nested_tensor"])
def test_unusual_tensors_are_refused(tmp_path, name):
    """Quantised and sparse tensors are no numbers in a row."""
    record = Call(Name("torch._utils", name), four().arguments)
    with refused(ModelDamagedError, name=f"torch._utils.{name}"):
        read_weights(state_of(tmp_path / "a.pt", record))


@pytest.mark.parametrize("dtype", [np.float32, np.float64, np.float16])
@pytest.mark.parametrize("number", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("write", [write_state, write_safetensors])
def test_numbers_that_are_not_finite_are_refused(tmp_path, write, number, dtype):
    """One such number in a network would spoil every mask."""
    array = np.ones((3, 3), dtype)
    array[1, 1] = number
    with refused(ModelDamagedError, tensor="b"):
        read_weights(write(tmp_path / "a", {"a": FOUR, "b": array}))


def test_many_tensors_of_the_same_numbers_are_refused(tmp_path):
    """A small file cannot stand for a network that fills the memory."""
    array = np.ones(100_000, np.float32)
    record = tensor(stored("0", "float32", array.size), array.shape, (1,))
    data = pickled(ordered({f"{number}": record for number in range(5)}))
    with refused(ModelDamagedError, path=tmp_path / "a.pt"):
        read_weights(write_archive(tmp_path / "a.pt", data, {"0": array.tobytes()}))


@pytest.mark.parametrize(
    "root",
    [
        [four()],
        four(),
        Table([("a", four()), ("a", four())]),
        Table([(1, four())]),
        Table([((1, 2), four())]),
        Table(),
        Call(Name("torch.nn", "Conv2d"), ()),
        Call(Name("torch.nn", "Conv2d"), (), state=Table([("_modules", Table())])),
        Call(Name("__torch__", "Net"), (), state=Table([("training", False)])),
        Call(Name("__torch__", "Net"), (), state=None),
        Call(Name("collections", "OrderedDict"), ([["a", four()]],)),
    ],
    ids=["list", "tensor", "twice", "number", "tuple", "none", "class", "half", "script", "no_state", "pairs"],
)
def test_what_is_no_network_is_refused(tmp_path, root):
    """A file of torch.save may hold anything."""
    with refused(ModelDamagedError, path=tmp_path / "a.pt"):
        read_weights(write_archive(tmp_path / "a.pt", pickled(root), {"0": FOUR.tobytes()}))


def test_a_module_without_tensors_in_it_names_the_wrong_part(tmp_path):
    """The message names the part of the network."""
    file = TorchFile()
    root = file.module("torch.nn.Sequential", {}, {"encoder": Call(Name("torch.nn", "Conv2d"), ())})
    with refused(ModelDamagedError, module="encoder"):
        read_weights(file.write(tmp_path / "a.pkl", root))


def repack(path: Path, change: Callable[[dict[str, bytes]], Any], **options: Any) -> Path:
    """Write the entries of a file of PyTorch again, after a change."""
    with zipfile.ZipFile(path) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    change(entries)
    with zipfile.ZipFile(path, "w", **options) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return path


def test_archives_that_were_packed_again_are_refused(tmp_path):
    """Compressed numbers may unpack to any size."""
    path = repack(write_state(tmp_path / "a.pt", ARRAYS), lambda _: None, compression=zipfile.ZIP_DEFLATED)
    with refused(ModelDamagedError, path=path):
        read_weights(path)


@pytest.mark.parametrize(
    ("change", "values"),
    [
        (lambda entries: entries.pop("a/data/1"), {"part": "data/1"}),
        (lambda entries: entries.pop("a/data.pkl"), {}),
        (lambda entries: entries.update({"b/data.pkl": entries["a/data.pkl"]}), {}),
        (lambda entries: entries.update({"a/byteorder": b"big"}), {}),
        (lambda entries: entries.update({"a/data/0": entries["a/data/0"][:-1]}), {"tensor": "encoder.conv.weight"}),
        (lambda entries: entries.update({"a/data/0": entries["a/data/0"] + b"\0"}), {"tensor": "encoder.conv.weight"}),
    ],
    ids=["numbers", "pickle", "two", "big_endian", "short", "long"],
)
def test_archives_with_other_parts_are_refused(tmp_path, change, values):
    """Each part is there, once, and has the size that the tensor needs."""
    path = repack(write_state(tmp_path / "a.pt", ARRAYS), change)
    with refused(ModelDamagedError, path=path, **values):
        read_weights(path)


def test_parts_that_occur_twice_are_refused(tmp_path):
    """Programs differ in which of them they read."""
    path = write_state(tmp_path / "a.pt", ARRAYS)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(path, "a") as archive:
        archive.writestr("a/data/1", b"")
    with refused(ModelDamagedError, name="a/data/1"):
        read_weights(path)


def test_a_pickle_of_hundreds_of_megabytes_is_not_read(tmp_path):
    """The list of tensors of a network is small."""
    path = write_archive(tmp_path / "a.pt", b"\x80\x02" + b"0" * 20_000_000, {})
    with refused(ModelDamagedError, path=path):
        read_weights(path)


def test_archives_of_too_many_parts_are_refused(tmp_path):
    """A directory of millions of entries would fill the memory before the first is read."""
    path = tmp_path / "a.pt"
    entry = b"PK\x01\x02" + bytes(24) + struct.pack("<HHH", 1, 0, 0) + bytes(12) + b"x"
    directory = entry * (MAX_DIRECTORY_BYTES // len(entry) + 1)
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 0, 0, len(directory), 30, 0)
    path.write_bytes(b"PK\x03\x04" + bytes(26) + directory + end)
    tracemalloc.start()
    with refused(ModelDamagedError, path=path):
        read_weights(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_000_000


@pytest.mark.parametrize("size", [0, 1, 7, 8, 100, 600, -1, -23, -200])
@pytest.mark.parametrize("write", [write_state, write_safetensors, lambda path, _: module_file(path)[0]])
def test_files_that_are_cut_short_are_refused(tmp_path, write, size):
    """An interrupted download."""
    path = write(tmp_path / "a", ARRAYS)
    path.write_bytes(path.read_bytes()[:size])
    with refused(ModelDamagedError, path=path):
        read_weights(path)


def test_a_changed_number_in_an_archive_is_found(tmp_path):
    """Archives have checksums of their parts."""
    path = write_state(tmp_path / "a.pt", ARRAYS)
    at = path.read_bytes().index(ARRAYS["encoder.conv.weight"].tobytes())
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)
    with refused(ModelDamagedError, part="data/0"):
        read_weights(path)


def false_size(path: Path, size: int) -> Path:
    """Change the size of the first numbers in the directory of an archive."""
    data = bytearray(path.read_bytes())
    entry = data.rindex(b"a/data/0") - 46
    data[entry + 24 : entry + 28] = struct.pack("<I", size)
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("size", [1, 191, 193, 2**31, 2**32 - 2])
def test_false_sizes_in_an_archive_are_refused(tmp_path, size):
    """The directory may say anything."""
    with refused(ModelDamagedError, part="data/0"):
        read_weights(false_size(write_state(tmp_path / "a.pt", ARRAYS), size))


def header_of(path: Path, change: Callable[[dict[str, Any]], Any]) -> Path:
    """Change the header of a safetensors file."""
    data = path.read_bytes()
    length = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + length])
    change(header)
    text = json.dumps(header).encode()
    path.write_bytes(len(text).to_bytes(8, "little") + text + data[8 + length :])
    return path


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("dtype", "F8_E4M3"),
        ("dtype", "f32"),
        ("dtype", None),
        ("dtype", ["F32"]),
        ("dtype", "F64"),
        ("shape", [4, 3, 2]),
        ("shape", [4, 3, 2, 2.0]),
        ("shape", [48, True]),
        ("shape", [-4, -3, 2, 2]),
        ("shape", [2**40, 2**40]),
        ("shape", [10**400]),
        ("shape", [1] * 60 + [48]),
        ("shape", "48"),
        ("data_offsets", [0, 191]),
        ("data_offsets", [1, 193]),
        ("data_offsets", [5, 192]),
        ("data_offsets", [192, 0]),
        ("data_offsets", [0, 192.0]),
        ("data_offsets", [-192, 0]),
        ("data_offsets", [0, 10**18]),
        ("data_offsets", ["0", "192"]),
    ],
)
def test_impossible_headers_are_refused(tmp_path, name, value):
    """The message names the tensor."""
    tensor_name = "encoder.conv.weight"
    path = header_of(
        write_safetensors(tmp_path / "a.safetensors", ARRAYS), lambda header: header[tensor_name].update({name: value})
    )
    with refused(ModelDamagedError, path=path, tensor=tensor_name):
        read_weights(path)


@pytest.mark.parametrize(
    "header",
    [
        b"{}",
        b"{",
        b'{"a": 1}',
        b'{"a": {}}',
        b'{"a": {"dtype": "F32", "shape": [0], "data_offsets": [0]}}',
        b'{"a": {"dtype": "F32", "shape": 0, "data_offsets": [0, 0]}}',
        b'{"a": {"dtype": "F32", "shape": NaN, "data_offsets": [0, 0]}}',
        b'{"a": {"dtype": "U8", "shape": [4], "data_offsets": [0, 4]}, "a": {}}',
        b'{"a": {"dtype": "U8", "shape": [3], "data_offsets": [0, 3]}}',
        b'{"a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"\xff": 1}',
        b'{"\\ud800": {"dtype": "X", "shape": [], "data_offsets": [0, 0]}}',
    ],
)
def test_damaged_headers_are_refused(tmp_path, header):
    """A header is JSON of a known form, with each name once, and covers all bytes."""
    path = tmp_path / "a.safetensors"
    path.write_bytes(len(header).to_bytes(8, "little") + header + b"1234")
    with refused(ModelDamagedError, path=path) as caught:
        read_weights(path)
    assert str(caught.value).encode()


@pytest.mark.parametrize("length", [0, 2**31, 2**48 - 1, 10**6 + 1])
def test_headers_of_a_false_length_are_refused(tmp_path, length):
    """Nothing of that size is read."""
    path = write_safetensors(tmp_path / "a.safetensors", {"a": np.zeros(500_000, np.float32)})
    path.write_bytes(length.to_bytes(8, "little") + path.read_bytes()[8:])
    with refused(ModelDamagedError, path=path):
        read_weights(path)


def tar_of(path: Path) -> None:
    """Write the first format of PyTorch."""
    with tarfile.open(path, "w") as archive:
        archive.addfile(tarfile.TarInfo("storages"))


OTHERS: dict[str, tuple[bytes | Callable[[Path], object], str]] = {
    "empty": (b"", "empty"),
    "zeros": (bytes(5000), "empty"),
    "page": (b"\n<!DOCTYPE html><html><body>Sign in</body></html>", "web page"),
    "page_of_drive": (b"<html><head><title>Google Drive - Virus scan warning</title>", "web page"),
    "lfs": (b"version https://git-lfs.example/spec/v1\noid sha256:00\nsize 5\n", "LFS"),
    "answer": (b'{"error": "Repository not found"}', "Repository not found"),
    "text": (b"Entry not found\n", "'Entry not found'"),
    "quoted text": (b'"Entry not found"\n', "with 'Entry not found'"),
    "legacy": (pickle.dumps(0x1950A86A20F9469CFC6C, 2) + pickle.dumps(1001, 2), "1.6"),
    "oldest": (tar_of, "1.6"),
    "pickle": (pickle.dumps({"a": 1}, 2), "neither"),
    "hdf5": (b"\x89HDF\r\n\x1a\n" + bytes(600), "Keras"),
    "onnx": (b"\x08\x08\x12\x07pytorch" + bytes(100), "neither"),
    "gzip": (b"\x1f\x8b\x08\x00" + bytes(range(99)), "neither"),
    "numpy": (b"\x93NUMPY\x01\x00", "neither"),
    "zip": (lambda path: zipfile.ZipFile(path, "w").writestr("weights.pt", b"1234"), "archive"),
    "keras": (lambda path: zipfile.ZipFile(path, "w").writestr("config.json", b"{}"), "archive"),
}
"""Contents of files that people choose or servers send in place of weights, and a word of the reason."""


@pytest.mark.parametrize("case", OTHERS)
def test_other_files_are_refused_by_what_they_are(tmp_path, case):
    """A web page, a pointer or an old format is named, because each has another remedy."""
    path = tmp_path / "a.safetensors"
    content, word = OTHERS[case]
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        content(path)
    with refused(ModelDamagedError, path=path) as caught:
        read_weights(path)
    assert word in str(caught.value.values["reason"])


def test_files_that_cannot_be_read_are_refused(tmp_path):
    """A missing file, a folder, and one that is larger than any network."""
    (tmp_path / "folder.pt").mkdir()
    with (tmp_path / "huge.pt").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    for name in ("missing.pt", "folder.pt", "huge.pt"):
        with refused(ModelDamagedError, path=tmp_path / name):
            read_weights(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes.")
def test_pipes_are_not_opened(tmp_path):
    """Whoever opens a pipe waits until another program writes to it."""
    os.mkfifo(tmp_path / "pipe.pt")
    with refused(ModelDamagedError, path=tmp_path / "pipe.pt"):
        read_weights(tmp_path / "pipe.pt")


def test_names_that_cannot_be_printed_are_spelled_out(tmp_path):
    """A message is text, whatever a file says."""
    record = ordered({"a\ud800\n": 3})
    with refused(ModelDamagedError, tensor=ascii("a\ud800\n")) as caught:
        read_weights(write_archive(tmp_path / "a.pt", pickled(record), {}))
    assert str(caught.value).encode()


@pytest.mark.filterwarnings("ignore:invalid escape:DeprecationWarning")
@pytest.mark.parametrize("seed", range(3))
def test_damage_in_any_place_is_refused_or_read(tmp_path, seed):
    """Damaged pickles with a right checksum, archives and headers raise nothing but a sentence."""
    random = Random(seed)  # noqa: S311 - repeatable
    pickle_of = pickled(ordered({"a": four(), "b": parameter(four((2, 2), (2, 1)))}))
    outcomes = set()
    for _ in range(150):
        path = write_archive(tmp_path / "a.pt", damaged_bytes(pickle_of, random), {"0": FOUR.tobytes()})
        outcomes.add(outcome(path))
        path = module_file(tmp_path / "b.pkl")[0]
        path.write_bytes(damaged_bytes(path.read_bytes(), random))
        outcomes.add(outcome(path))
        path = write_safetensors(tmp_path / "c.safetensors", ARRAYS)
        path.write_bytes(damaged_bytes(path.read_bytes(), random))
        outcomes.add(outcome(path))
    assert outcomes == {"read", "refused"}


def outcome(path: Path) -> str:
    """Return `read` or `refused`; numbers that were read are finite."""
    try:
        weights = read_weights(path)
    except ModelDamagedError:
        return "refused"
    assert all(np.isfinite(array).all() for array in weights.tensors.values())
    return "read"
