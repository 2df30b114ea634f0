"""Read the weights of a file of PyTorch: a state dictionary, a checkpoint with one, TorchScript, or a whole module."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from numpy.typing import NDArray

from ..language import marked
from .accepted_names import check_name
from .records import MAX_NAME, MAX_OPCODES, Call, Name, Table, records_of
from .torch_tensors import TensorReader, is_tensor, open_archive
from .weights import ASK_THE_AUTHORS, Module, Unfit, Weights, repeated

MAX_MODULES = 20_000
MAX_ENTRIES = MAX_OPCODES
"""Entries of all modules, which modules may share; each takes an opcode at least."""
MAX_DEPTH = 40
_MAX_SIDES = 16
"""Longest tuple among the settings of a module."""
_CHECKPOINT_KEYS = ("state_dict", "model_state_dict", "model")
"""Keys of the weights in files that hold the state of a training too."""
_PLAIN = {bool, int, float, str}


def read_torch(path: Path) -> Weights:
    """Read all tensors of a file since PyTorch 1.6, named as its `state_dict()` names them.

    Raises:
        OSError: the file cannot be read.
        Unfit: it is damaged, or not such a file, or it asks for what weights do not need.
    """
    names: list[Name] = []

    def accept(name: Name) -> None:
        check_name(name)
        names.append(name)

    with open_archive(path) as archive:
        root = records_of(archive.pickle(), accept)
        kind = _kind_of(root)
        for name in names:
            check_name(name, kind)
        reader = _Reader(TensorReader(archive))
        if kind == "state dict":
            reader.read_state(root)
        else:
            reader.read_module(root, "", 0)
    if not reader.tensors:
        raise Unfit(marked("it contains no tensors that have names"), remedy=ASK_THE_AUTHORS)
    return Weights(path, kind, reader.tensors, reader.modules)


def _kind_of(root: Any) -> Literal["state dict", "TorchScript", "module"]:
    if _fields(root) is not None:
        return "state dict"
    if _is_script(root):
        return "TorchScript"
    if isinstance(root, Call) and "_modules" in (_fields(root.state) or {}):
        return "module"
    raise Unfit(marked("it contains neither a network nor its state dictionary"), remedy=ASK_THE_AUTHORS)


def _is_script(record: Any) -> bool:
    return isinstance(record, Call) and record.of.module.partition(".")[0] == "__torch__"


def _fields(record: Any) -> dict[str, Any] | None:
    """Return the values of a dictionary by name; None if it is another record.

    Raises:
        Unfit: a name is no text, too long, or occurs twice.
    """
    if not isinstance(record, Table) and not (isinstance(record, Call) and record.of.name == "OrderedDict"):
        return None
    names = [name for name, _value in record.pairs if isinstance(name, str)]
    if len(names) != len(record.pairs) or any(len(name) > MAX_NAME for name in names):
        raise Unfit(marked("its list of tensors is damaged"))
    fields = dict(record.pairs)
    if len(fields) != len(names):
        raise Unfit(marked("it contains {name} twice"), name=repeated(names))
    return fields


class _Reader:
    """Gathers the tensors and the modules of a network by name."""

    def __init__(self, arrays: TensorReader) -> None:
        self.tensors: dict[str, NDArray[Any]] = {}
        self.modules: dict[str, Module] = {}
        self._arrays = arrays
        self._visited = self._entries = 0

    def read_state(self, root: Any) -> None:
        """Gather the tensors of a state dictionary, or of one in a checkpoint."""
        fields = _fields(root) or {}
        inner = (_fields(fields.get(key)) for key in _CHECKPOINT_KEYS)
        self._add(next((state for state in inner if state is not None), fields), "")

    def read_module(self, module: Any, prefix: str, depth: int) -> None:
        """Gather the tensors of a module and of those in it."""
        self._visited += 1
        fields = _fields(module.state) if isinstance(module, Call) else None
        if fields is None:
            raise Unfit(marked("its module {module} is damaged"), module=prefix.rstrip("."))
        own, parts = _of_script(fields) if _is_script(module) else _of_module(fields)
        self._entries += len(fields) + len(own) + len(parts)
        if depth > MAX_DEPTH or len(prefix) > MAX_NAME or self._visited > MAX_MODULES or self._entries > MAX_ENTRIES:
            raise Unfit(marked("its modules are nested too deeply, or too many"), remedy=ASK_THE_AUTHORS)
        self._add(own, prefix)
        if not _is_script(module):
            self.modules[prefix.rstrip(".")] = Module(module.of.name, _options(fields))
        for name, part in parts.items():
            self.read_module(part, f"{prefix}{name}.", depth + 1)

    def _add(self, records: Mapping[str, Any], prefix: str) -> None:
        for name, record in records.items():
            self.tensors[prefix + name] = self._arrays.array_of(record, prefix + name)


def _of_script(fields: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the tensors and the parts of a module of TorchScript, which has them among its settings."""
    tensors = {name: record for name, record in fields.items() if is_tensor(record)}
    return tensors, {name: record for name, record in fields.items() if _is_script(record)}


def _of_module(fields: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the tensors of a module, without those that a state dictionary leaves out, and its parts."""
    parameters, buffers, parts = (_fields(fields.get(name)) for name in ("_parameters", "_buffers", "_modules"))
    if parameters is None or buffers is None or parts is None:
        raise Unfit(marked("it contains neither a network nor its state dictionary"), remedy=ASK_THE_AUTHORS)
    left_out = _texts(fields.get("_non_persistent_buffers_set", []))
    buffers = {name: record for name, record in buffers.items() if name not in left_out}
    tensors = {name: record for name, record in {**parameters, **buffers}.items() if record is not None}
    return tensors, {name: part for name, part in parts.items() if part is not None}


def _texts(record: Any) -> frozenset[str]:
    """Return the texts of a set.

    Raises:
        Unfit: it is another record.
    """
    if isinstance(record, Call):  # set([...])
        record = next(iter(record.arguments), [])
    if not isinstance(record, (list, tuple)):
        raise Unfit(marked("its list of tensors is damaged"))
    return frozenset(one for one in record if isinstance(one, str))


def _options(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the settings of a module that are numbers, texts, or tuples of them."""
    return {name: value for name, value in fields.items() if not name.startswith("_") and _is_plain(value)}


def _is_plain(value: Any) -> bool:
    if isinstance(value, (tuple, list)):
        return len(value) <= _MAX_SIDES and all(one is None or type(one) in _PLAIN for one in value)
    return value is None or type(value) in _PLAIN
