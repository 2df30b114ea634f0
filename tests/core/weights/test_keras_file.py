"""Weights of Keras are read by the order of their layers, without Keras and without the library of HDF5."""

from __future__ import annotations

import struct
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest

from ....core.errors import ModelDamagedError
from ....core.graphs.binding import bind
from ....core.graphs.recognition import recognise
from ....core.graphs.template import load_template
from ....core.weights.reading import read_weights
from ....tools.fuzz.damage import damaged_bytes
from ....tools.keras_files import write_keras_2, write_keras_3
from ....tools.package import ROOT
from ....tools.templates.seeded import seeded_weights
from ...refusals import refused
from .test_damaged import outcome
from .test_reading import assert_same

h5py = pytest.importorskip("h5py", reason="h5py, which writes the files of these tests, is absent.")

PYTHON = ROOT / "build" / "template-env" / "bin" / "python"
RANDOM = np.random.default_rng(3)


def random(*shape: int) -> np.ndarray:
    """Return random numbers."""
    return RANDOM.normal(size=shape).astype(np.float32)


ARRAYS: dict[str, np.ndarray] = {
    **{f"conv2d_{number}/kernel": random(3, 3, 2, 4) for number in range(11)},
    "conv2d_11/kernel": random(1, 1, 4, 6),
    "conv2d_11/bias": random(6),
    "separable_conv2d_0/depthwise_kernel": random(3, 3, 6, 1),
    "separable_conv2d_0/pointwise_kernel": random(1, 1, 6, 5),
    "batch_normalization_0/gamma": random(5),
    "batch_normalization_0/beta": random(5),
    "batch_normalization_0/moving_mean": random(5),
    "batch_normalization_0/moving_variance": random(5),
    "batch_normalization_1/gamma": random(5),
}
"""The tensors of layers, of which the eleventh comes after the third in an alphabet."""


@pytest.mark.parametrize("first", [0, 5, 95])
@pytest.mark.parametrize("whole", [False, True])
def test_weights_of_keras_2_are_read(tmp_path, first, whole):
    """Whatever the names count, tensors are named by the order of the layers; a whole network holds its weights."""
    weights = read_weights(write_keras_2(tmp_path / "l1c_unet.hdf5", ARRAYS, first=first, whole=whole))
    assert (weights.kind, weights.path, weights.modules) == ("Keras", tmp_path / "l1c_unet.hdf5", {})
    assert_same(weights, ARRAYS)


def test_weights_of_keras_3_are_read(tmp_path):
    """Keras 3 numbers weights instead of naming them, and stores the state of layers that have none."""
    assert_same(read_weights(write_keras_3(tmp_path / "a.weights.h5", ARRAYS)), ARRAYS)


def test_names_of_a_fixed_length_are_read(tmp_path):
    """Before its version 3, h5py stored lists of names as texts of the same length."""
    path = write_keras_2(tmp_path / "a.hdf5", ARRAYS)
    with h5py.File(path, "r+") as file:
        for group, name in [(file, "layer_names"), *((file[layer], "weight_names") for layer in file)]:
            texts = [text.encode() for text in group.attrs[name]]
            del group.attrs[name]
            group.attrs.create(name, np.array(texts, "S" if texts else np.float64))
    assert_same(read_weights(path), ARRAYS)


def test_names_with_the_scope_of_a_program_are_read(tmp_path):
    """TensorFlow's scopes become groups, and parts of names."""
    path = tmp_path / "a.hdf5"
    with h5py.File(path, "w") as file:
        file.attrs["layer_names"] = [b"tf_op_layer_Model/Relu", b"conv2d"]
        file.create_group("tf_op_layer_Model/Relu").attrs["weight_names"] = np.zeros(0)
        file.create_group("conv2d").attrs["weight_names"] = [b"Model/conv2d/kernel:0"]
        file["conv2d/Model/conv2d/kernel:0"] = ARRAYS["conv2d_0/kernel"]
    assert_same(read_weights(path), {"conv2d_0/kernel": ARRAYS["conv2d_0/kernel"]})


@pytest.mark.parametrize(("stored", "read"), [(np.float16, np.float32), (np.float64, np.float64)])
def test_other_floats_are_read(tmp_path, stored, read):
    """16-bit floats are widened, as for other files."""
    path = write_keras_2(tmp_path / "a.hdf5", {"conv2d_0/kernel": ARRAYS["conv2d_0/kernel"].astype(stored)})
    assert_same(read_weights(path), {"conv2d_0/kernel": ARRAYS["conv2d_0/kernel"].astype(stored).astype(read)})


def test_a_file_as_published_becomes_the_network(tmp_path):
    """Names, shapes and order of axes of a file of DeepLabv3+ are those of its template."""
    template = load_template("kappamask-deeplabv3plus-l2a")
    seeded = seeded_weights(template)
    ordered = {name: seeded.tensors[name] for name in template.tensors}
    weights = read_weights(write_keras_2(tmp_path / "l2a_deeplabv3plus.hdf5", ordered, first=1))
    names = ["kappamask-unet", "kappamask-deeplabv3plus-l1c", "kappamask-deeplabv3plus-l2a"]
    assert recognise(weights, names, "another file") is template
    assert bind(template, weights) == bind(template, seeded)


def test_no_number_is_held_twice(tmp_path):
    """The memory that a file needs is about its size."""
    path = write_keras_2(tmp_path / "a.hdf5", {"conv2d_0/kernel": random(3, 3, 500, 500)})
    tracemalloc.start()
    weights = read_weights(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert weights.tensors["conv2d_0/kernel"].nbytes < peak < 1.3 * path.stat().st_size


WRITE = """
import sys
import numpy as np
from keras import Input, Sequential, layers
from cloud_s2_mask.tools.templates.keras_graph import names_of

network = Sequential([Input((64, 64, 3)), layers.Dropout(0.1), *(layers.Conv2D(4, 3) for _ in range(12))])
for layer in (layers.BatchNormalization(), layers.ReLU(), layers.SeparableConv2D(5, 3, use_bias=False)):
    network.add(layer)
rng = np.random.default_rng(2)
network.set_weights([rng.normal(size=one.shape).astype(one.dtype) for one in network.weights])
network.save_weights(f"{sys.argv[1]}/a.weights.h5")
network.save(f"{sys.argv[1]}/a.h5")
arrays = {}
for layer, names in names_of(network).items():
    arrays.update(zip(names, network.get_layer(layer).get_weights()))
np.savez(f"{sys.argv[1]}/a.npz", **arrays)
"""


@pytest.mark.skipif(not PYTHON.is_file(), reason="Keras is absent: `make template-env` sets it up.")
def test_what_keras_writes_is_read(tmp_path):
    """Tensors have the names of the templates, in weights of Keras 3 and in whole networks in the form of Keras 2."""
    environment = {"PYTHONPATH": str(ROOT / "build" / "plugins"), "KERAS_BACKEND": "torch", "PATH": "/usr/bin:/bin"}
    command = [str(PYTHON), "-c", WRITE, str(tmp_path)]
    process = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert process.returncode == 0, process.stderr
    with np.load(tmp_path / "a.npz") as arrays:
        assert len(arrays) == 30
        for name in ("a.weights.h5", "a.h5"):
            assert_same(read_weights(tmp_path / name), dict(arrays))


def changed(path: Path, change: Callable[[Any, Any], object]) -> Path:
    """Write weights of Keras 2, then change the file, or the group `conv2d_3`."""
    write_keras_2(path, ARRAYS)
    with h5py.File(path, "r+") as file:
        change(file, file["conv2d_3/conv2d_3"])
    return path


def instead(**options: Any) -> Callable[[Any, Any], object]:
    """Replace a kernel by one that is stored in another way."""

    def change(_file: Any, group: Any) -> None:
        del group["kernel:0"]
        group.create_dataset("kernel:0", **{"shape": (3, 3, 2, 4), "dtype": "<f4", **options})

    return change


def compact(_file: Any, group: Any) -> None:
    """Store a kernel in its header."""
    del group["kernel:0"]
    properties = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    properties.set_layout(h5py.h5d.COMPACT)
    h5py.h5d.create(group.id, b"kernel:0", h5py.h5t.IEEE_F32LE, h5py.h5s.create_simple((2, 2)), properties)


def virtual(_file: Any, group: Any) -> None:
    """Take a kernel from another file."""
    del group["kernel:0"]
    layout = h5py.VirtualLayout((4,), "<f4")
    layout[:] = h5py.VirtualSource("secret.h5", "a", (4,))
    group.create_virtual_dataset("kernel:0", layout)


def linked(link: Any) -> Callable[[Any, Any], object]:
    """Replace a kernel by a link."""

    def change(_file: Any, group: Any) -> None:
        del group["kernel:0"]
        group["kernel:0"] = link

    return change


def committed(file: Any, group: Any) -> None:
    """Store a type by itself, and refer to it."""
    file["type"] = np.dtype("<f4")
    instead(dtype=file["type"])(file, group)


def described(group: str, name: str, value: Any) -> Callable[[Any, Any], object]:
    """Replace a list of names."""

    def change(file: Any, _group: Any) -> None:
        del file[group].attrs[name]
        file[group].attrs[name] = value

    return change


def circle(file: Any, group: Any) -> None:
    """Put a group into itself, and lead 5,000 groups deep."""
    group["conv2d_3"] = group
    described(*NAMES, [b"conv2d_3/" * 5000 + b"kernel:0"])(file, group)


NAMES = "conv2d_3", "weight_names"
FULL = {"data": np.ones((3, 3, 2, 4), np.float32)}
OTHERS: dict[str, tuple[Callable[[Any, Any], object], dict[str, str]]] = {
    "compressed": (instead(compression="gzip", **FULL), {}),
    "in_chunks": (instead(chunks=(1, 1, 1, 1), **FULL), {}),
    "bomb": (instead(shape=(1 << 20, 1 << 20), chunks=(1024, 1024), compression="gzip"), {}),
    "huge": (instead(shape=(1 << 20, 1 << 20)), {"tensor": "conv2d_3/kernel"}),
    "many_sides": (instead(shape=(1,) * 32, data=np.ones((1,) * 32)), {"tensor": "conv2d_3/kernel"}),
    "never_written": (instead(), {"tensor": "conv2d_3/kernel"}),
    "checksums": (instead(fletcher32=True, chunks=True, **FULL), {}),
    "in_another_file": (instead(external=[("secret", 0, 288)]), {}),
    "compact": (compact, {}),
    "virtual": (virtual, {}),
    "soft_link": (linked(h5py.SoftLink("/conv2d_4/conv2d_4/kernel:0")), {"part": "link conv2d_3/conv2d_3/kernel:0"}),
    "external_link": (linked(h5py.ExternalLink("secret.h5", "/a")), {"part": "conv2d_3/conv2d_3/kernel:0"}),
    "shared_type": (committed, {"part": "shared message"}),
    "whole_numbers": (instead(data=np.ones(4, np.int32), shape=4, dtype="<i4"), {"tensor": "conv2d_3/kernel"}),
    "big_endian": (instead(data=np.ones(4), shape=4, dtype=">f4"), {"tensor": "conv2d_3/kernel"}),
    "complex": (instead(data=np.ones(4, np.complex64), shape=4, dtype=np.complex64), {"tensor": "conv2d_3/kernel"}),
    "texts": (instead(data=[b"a"] * 4, shape=4, dtype="S4"), {"tensor": "conv2d_3/kernel"}),
    "not_finite": (lambda _file, group: group["kernel:0"].write_direct(np.full((3, 3, 2, 4), np.inf, "<f4")), {}),
    "group": (lambda file, group: (group.move("kernel:0", "a"), group.create_group("kernel:0")), {}),
    "no_kernel": (lambda _file, group: group.pop("kernel:0"), {"part": "conv2d_3/conv2d_3/kernel:0"}),
    "no_layer": (lambda file, _group: file.pop("conv2d_3"), {"part": "conv2d_3"}),
    "names_of_numbers": (described(*NAMES, [1.0]), {"part": "weight_names"}),
    "number_of_names": (described(*NAMES, 7), {"part": "weight_names"}),
    "names_of_no_text": (described(*NAMES, np.array([b"conv2d_3/\xff"])), {}),
    "names_of_nothing": (described(*NAMES, [b""]), {"part": "conv2d_3/"}),
    "names_twice": (described(*NAMES, [b"conv2d_3/kernel:0"] * 2), {"name": "conv2d_3/kernel"}),
    "circle": (circle, {}),
}
"""Changes of a file that Keras does not make, and values of the error."""


@pytest.mark.parametrize("case", OTHERS)
def test_what_keras_does_not_write_is_refused(tmp_path, case):
    """HDF5 can compress, link and read other files; nothing of that is followed, and the message names the part."""
    change, values = OTHERS[case]
    path = changed(tmp_path / "a.hdf5", change)
    with refused(ModelDamagedError, path=path, **values):
        read_weights(path)


@pytest.mark.parametrize(
    "change",
    [
        lambda file: [file.create_group(f"a{number}") for number in range(3)],
        lambda file: file.attrs.update({"layer_names": [b"input"]}) or file.create_group("input"),
        lambda file: file.attrs.update({"layer_names": [b"conv2d"]}),
        lambda file: file.create_group("layers/conv2d/vars"),
        lambda file: file.create_group("model_weights"),
        lambda file: file.create_dataset("model_weights", data=[1.0]),
        lambda file: file.create_dataset("layers", data=[1.0]),
    ],
    ids=["groups", "no_weights", "no_group", "keras_3", "whole", "numbers", "numbers_3"],
)
def test_files_without_weights_are_refused(tmp_path, change):
    """HDF5 may hold anything."""
    with h5py.File(tmp_path / "a.h5", "w") as file:
        change(file)
    with refused(ModelDamagedError, path=tmp_path / "a.h5"):
        read_weights(tmp_path / "a.h5")


@pytest.mark.parametrize(("options", "part"), [({"libver": "latest"}, "superblock"), ({"userblock_size": 512}, "")])
def test_other_forms_of_hdf5_are_refused(tmp_path, options, part):
    """Keras writes the oldest form; the message says what differs."""
    with h5py.File(tmp_path / "a.h5", "w", **options) as file:
        file.attrs["layer_names"] = [b"conv2d"]
    with refused(ModelDamagedError, path=tmp_path / "a.h5") as caught:
        read_weights(tmp_path / "a.h5")
    assert part in str(caught.value)


def test_many_tensors_of_the_same_numbers_are_refused(tmp_path):
    """A small file cannot stand for a network that fills the memory."""
    path = tmp_path / "a.hdf5"
    layers = [f"conv2d_{number}" for number in range(50)]
    with h5py.File(path, "w") as file:
        file["a"] = random(100, 100, 10, 10)
        file.attrs["layer_names"] = [layer.encode() for layer in layers]
        for layer in layers:
            file.create_group(layer).attrs["weight_names"] = [b"kernel:0"]
            file[layer]["kernel:0"] = file["a"]
    with refused(ModelDamagedError, path=path):
        read_weights(path)


def patched(path: Path, mark: bytes, offset: int, data: bytes) -> Path:
    """Write weights of Keras 2, then change bytes after each mark; `data` may hold the mark's place as `@@@@@@@@`."""
    content = bytearray(write_keras_2(path, ARRAYS).read_bytes())
    at = content.find(mark)
    assert at >= 0
    while at >= 0:
        content[at + offset : at + offset + len(data)] = data.replace(b"@" * 8, struct.pack("<Q", at))
        at = content.find(mark, at + len(mark))
    path.write_bytes(content)
    return path


HUGE, FAR, HERE = struct.pack("<Q", 2**63), struct.pack("<Q", 2**40), b"@" * 8


@pytest.mark.parametrize(
    ("mark", "offset", "data"),
    [
        (b"TREE", 5, b"\x01"),
        (b"TREE", 5, b"\xff"),
        (b"TREE", 6, b"\xff\xff"),
        (b"TREE", 4, b"\x01"),
        (b"TREE", 32, HERE),
        (b"TREE", 32, HUGE),
        (b"TREE", 5, b"\x05\x01\0" + bytes(16) + bytes(8) + HERE),
        (b"SNOD", 6, b"\xff\xff"),
        (b"SNOD", 8, FAR),
        (b"SNOD", 16, HUGE),
        (b"SNOD", 24, b"\x02"),
        (b"HEAP", 8, HUGE),
        (b"HEAP", 24, HUGE),
        (b"HEAP", 24, HERE),
        (b"GCOL", 8, HUGE),
        (b"GCOL", 8, bytes(8)),
        (b"GCOL", 16, b"\xff\xff"),
        (b"GCOL", 24, HUGE),
        (b"TREE", 0, b"EERT"),
        (b"SNOD", 0, b"DONS"),
        (b"HEAP", 0, b"PAEH"),
        (b"GCOL", 0, b"LOCG"),
        (b"layer_names\0", 0, b"layer_nam\xff\xff"),
        (b"\x89HDF", 8, b"\x01"),
        (b"\x89HDF", 13, b"\x04"),
        (b"\x89HDF", 24, HUGE),
        (b"\x89HDF", 64, HUGE),
        (b"\x89HDF", 64, HERE),
    ],
)
def test_impossible_structures_are_refused(tmp_path, mark, offset, data):
    """Counts, places and circles of a malicious file lead nowhere, at once and within little memory."""
    path = patched(tmp_path / "a.hdf5", mark, offset, data)
    tracemalloc.start()
    with refused(ModelDamagedError, path=path):
        read_weights(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


def test_headers_that_continue_in_circles_are_refused(tmp_path):
    """A header may continue elsewhere, but not for ever."""
    path = tmp_path / "a.hdf5"
    with h5py.File(path, "w") as file:
        for number in range(20):  # more than the first block has room for
            file.attrs[f"a{number}"] = number
    content = bytearray(path.read_bytes())
    at = content.index(struct.pack("<HH", 16, 16)) + 8
    place, length = struct.unpack_from("<QQ", content, at)
    content[place : place + 24] = struct.pack("<HHxxxxQQ", 16, 16, place, length)
    path.write_bytes(content)
    with refused(ModelDamagedError, path=path):
        read_weights(path)


@pytest.mark.parametrize("size", [8, 79, 80, 500, 3000, -1, -1000, -5000])
def test_files_that_are_cut_short_are_refused(tmp_path, size):
    """An interrupted download."""
    path = write_keras_2(tmp_path / "a.hdf5", ARRAYS)
    path.write_bytes(path.read_bytes()[:size])
    with refused(ModelDamagedError, path=path):
        read_weights(path)


@pytest.mark.parametrize("seed", range(3))
def test_damage_in_any_place_is_refused_or_read(tmp_path, seed):
    """Nothing but a sentence is raised."""
    generator = Random(seed)  # noqa: S311 - repeatable
    contents = [write(tmp_path / "a.h5", ARRAYS).read_bytes() for write in (write_keras_2, write_keras_3)]
    outcomes = set()
    for number in range(300):
        (tmp_path / "a.h5").write_bytes(damaged_bytes(contents[number % 2], generator))
        outcomes.add(outcome(tmp_path / "a.h5"))
    assert outcomes == {"read", "refused"}


def test_no_library_of_hdf5_is_needed(tmp_path):
    """QGIS has none; a file is read without one."""
    path = write_keras_2(tmp_path / "a.hdf5", ARRAYS)
    code = (
        "import sys; sys.modules['h5py'] = None; from pathlib import Path;"
        "from cloud_s2_mask.core.weights.reading import read_weights;"
        f"assert len(read_weights(Path({str(path)!r})).tensors) == {len(ARRAYS)}"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT / "build" / "plugins")
