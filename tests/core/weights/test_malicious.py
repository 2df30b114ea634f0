"""A file of weights can do nothing: names that could do harm are refused by name, and nothing of a file runs."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from ....core.errors import MemoryShortError, ModelDamagedError
from ....core.weights import reading
from ....core.weights.reading import read_weights
from ....core.weights.records import MAX_OPCODES, Call, Name, Table
from ....tools.torch_files import TorchFile, opcodes, ordered, pickled, write_archive
from ...refusals import assert_values, refused

SYSTEM = Name("posix", "system")
GETATTR = Name("builtins", "getattr")
CONV = "torch.nn.modules.conv.Conv2d"


def short(text: str) -> bytes:
    """Return the opcode of a short text of protocol 2."""
    return b"U" + bytes([len(text)]) + text.encode()


def system(command: str) -> Call:
    """Return the record of a call of os.system."""
    return Call(SYSTEM, (command,))


def imported(command: str) -> Call:
    """Return the record of a chain of getattr that leads to os.system."""
    module = Call(Name("builtins", "__import__"), ("os",))
    return Call(GETATTR, (module, "system"))


RUNNING: dict[str, tuple[Callable[[str], bytes], str]] = {
    "plain": (lambda command: f"cposix\nsystem\n(S'{command}'\ntR.".encode(), "posix.system"),
    "binary": (lambda command: pickled(system(command)), "posix.system"),
    "inst": (lambda command: f"(S'{command}'\niposix\nsystem\n.".encode(), "posix.system"),
    "obj": (
        lambda command: b"(" + opcodes(Name("subprocess", "getoutput")) + opcodes(command) + b"o.",
        "subprocess.getoutput",
    ),
    "on_stack": (
        lambda command: b"\x80\x04" + opcodes("posix") + opcodes("system") + b"\x93" + opcodes(command) + b"\x85R.",
        "posix.system",
    ),
    "dotted": (
        lambda command: b"\x80\x04" + opcodes("shutil") + opcodes("os.system") + b"\x93" + opcodes(command) + b"\x85R.",
        "shutil.os.system",
    ),
    "eval": (
        lambda command: pickled(Call(Name("builtins", "eval"), (f"__import__('os').system({command!r})",))),
        "builtins.eval",
    ),
    "chain": (
        lambda command: b"\x80\x02" + opcodes(imported(command)) + opcodes((command,)) + b"R.",
        "builtins.__import__",
    ),
    "called_by_map": (
        lambda command: pickled(Call(Name("builtins", "list"), (Call(Name("builtins", "map"), (SYSTEM, [command])),))),
        "builtins.map",
    ),
    "partial": (
        lambda command: pickled(Call(Name("functools", "reduce"), (Name("posix", "system"), [command]))),
        "functools.reduce",
    ),
    "in_a_state_dictionary": (lambda command: pickled(ordered({"a": 1, "b": system(command)})), "posix.system"),
}
"""Pickles that run a command when Python unpickles them, and the name that must be refused."""


@pytest.mark.parametrize("case", RUNNING)
@pytest.mark.parametrize("suffix", [".pt", ".pkl"])
def test_programs_are_refused_by_name_and_not_run(tmp_path, case, suffix):
    """A file whose pickle would run a program names it in the message, and the program does not run."""
    marker = tmp_path / "ran"
    make, name = RUNNING[case]
    path = write_archive(tmp_path / f"a{suffix}", make(f"touch {marker}"), {})
    with refused(ModelDamagedError, path=path, name=name):
        read_weights(path)
    assert not marker.exists()


@pytest.mark.parametrize("case", [case for case in RUNNING if case != "partial"])
def test_the_programs_would_run_in_python(tmp_path, case):
    """The pickles of the test above are what they are said to be."""
    marker = tmp_path / "ran"
    pickle.loads(RUNNING[case][0](f"touch {marker}"))  # noqa: S301 - this is what must not happen
    assert marker.exists()


def hook() -> Call:
    """Return the record of an object, as hooks of networks have them."""
    return Call(Name("fastai.callback.hook", "Hook"), (), state=Table([("stored", None)]))


def getattr_of(target: Any, attribute: Any) -> Call:
    """Return the record of a getattr in a module."""
    return Call(Name("__builtin__", "getattr"), (target, attribute))


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (system("true"), "posix.system"),
        (getattr_of(Name("torch.nn", "functional"), "os"), "__builtin__.getattr(…, 'os')"),
        (getattr_of(getattr_of(hook(), "hook_fn"), "func"), "__builtin__.getattr(…, 'func')"),
        (getattr_of(hook(), "__class__"), "__builtin__.getattr(…, '__class__')"),
        (getattr_of(hook(), "_private"), "__builtin__.getattr(…, '_private')"),
        (Name("torch.nn.functional", "__builtins__"), "torch.nn.functional.__builtins__"),
        (Name("torch.nn", "functional.os.system"), "torch.nn.functional.os.system"),
        (Name("torch", "load"), "torch.load"),
        (Name("torch.hub", "load"), "torch.hub.load"),
        (Name("torch.storage", "_load_from_bytes"), "torch.storage._load_from_bytes"),
        (Name("torch.utils.cpp_extension", "load_inline"), "torch.utils.cpp_extension.load_inline"),
        (Name("torchnn.modules", "Conv2d"), "torchnn.modules.Conv2d"),
        (Name("__main__", "Net"), "__main__.Net"),
        (Name("numpy", "load"), "numpy.load"),
        (Name("__torch__.torch.nn", "Conv2d"), "__torch__.torch.nn.Conv2d"),
        (Name("argparse", "Namespace"), "argparse.Namespace"),
    ],
    ids=lambda value: value.replace("…", "") if isinstance(value, str) else "",
)
def test_a_genuine_module_with_a_foreign_name_is_refused(tmp_path, record, name):
    """One name among those of a genuine network is enough; its kind of file does not need it."""
    file = TorchFile()
    conv = file.module(CONV, {"weight": np.ones(3, np.float32)}, {}, _forward_hooks=record)
    path = file.write(tmp_path / "a.pkl", file.module("torch.nn.modules.container.Sequential", {}, {"0": conv}))
    with refused(ModelDamagedError, path=path, name=name):
        read_weights(path)


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (getattr_of(hook(), "hook_fn"), "__builtin__.getattr"),
        (Call(Name("functools", "partial"), (Name("builtins", "set"),)), "functools.partial"),
        (Name("torch.nn.modules.conv", "Conv2d"), CONV),
    ],
    ids=["getattr", "partial", "class"],
)
def test_names_of_modules_are_refused_in_state_dictionaries(tmp_path, record, name):
    """A state dictionary does not need all that a whole module needs."""
    file = TorchFile()
    root = Table([("state_dict", ordered({"a": file.tensor(np.ones(3))})), ("extra", record)])
    with refused(ModelDamagedError, name=name):
        read_weights(file.write(tmp_path / "a.pt", root))


def test_calls_of_what_a_call_returns_are_refused(tmp_path):
    """A method of an object is a record, and is never called."""
    data = b"\x80\x02" + opcodes(getattr_of(hook(), "hook_fn")) + b")R."
    with refused(ModelDamagedError, path=tmp_path / "a.pt"):
        read_weights(write_archive(tmp_path / "a.pt", data, {}))


@pytest.mark.parametrize(
    ("data", "opcode"),
    [
        (b"\x80\x02\x82\x01.", "EXT1"),
        (b"\x80\x02(].", "no"),
        (b"\x80\x02ccollections\nOrderedDict\n)}\x92.", "NEWOBJ_EX"),
        (b"\x80\x02(ccollections\nOrderedDict\no.", "OBJ"),
        (b"(icollections\nOrderedDict\n.", "INST"),
        (b"Pcollections\n.", "PERSID"),
        (b"\x80\x05\x97.", "NEXT_BUFFER"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_unknown_instructions_are_refused(tmp_path, data, opcode):
    """PyTorch writes few of the opcodes of pickles."""
    path = write_archive(tmp_path / "a.pt", data, {})
    with refused(ModelDamagedError, path=path) as caught:
        read_weights(path)
    if opcode != "no":
        assert_values(caught.value, opcode=opcode)


def test_a_pickle_without_an_archive_is_not_even_read(tmp_path):
    """A bare pickle is no file of weights, whatever it holds."""
    marker = tmp_path / "ran"
    for make, _name in RUNNING.values():
        path = tmp_path / "a.pkl"
        path.write_bytes(make(f"touch {marker}"))
        with refused(ModelDamagedError, path=path):
            read_weights(path)
    assert not marker.exists()


def deep(one: bytes, count: int) -> bytes:
    """Return a pickle of records in records."""
    return b"\x80\x02]" + one * count + b"."


@pytest.mark.parametrize(
    "data",
    [
        deep(b"\x85", 299_000),
        deep(b"\x85", 500_000),
        b"\x80\x02" + b"ccollections\nOrderedDict\n" * 70_000 + b"(" * 70_000 + b"tR" * 70_000 + b".",
        b"\x80\x02}" + b"](" * 99_000 + b"N.",
        b"\x80\x02]" + b"2" * 200_000 + b".",
        b"\x80\x04\x8e" + b"\xff" * 7 + b"\x7f.",
        b"\x80\x02\x8b\xff\xff\xff\x7f.",
        b"I" + b"9" * 1_000_000 + b"\n.",
        b"\x80\x02" + b"q\x00" * 10 + b".",
        b"\x80\x02h\x07.",
        b"\x80\x02",
        b"",
        b"\x80\x02N.",
        b"\x80\x02}(" + opcodes("a") + b"u.",
        b"\x80\x02}(](K\x01eK\x02u.",
    ],
    ids=[
        "tuples",
        "opcodes",
        "calls",
        "marks",
        "dup",
        "size",
        "long",
        "digits",
        "memo",
        "get",
        "cut",
        "empty",
        "none",
        "odd",
        "key",
    ],
)
def test_bombs_and_damaged_pickles_are_refused(tmp_path, data):
    """Long, deep and wrong pickles neither end the program nor fill the memory."""
    path = write_archive(tmp_path / "a.pt", data, {})
    with refused(ModelDamagedError, path=path):
        read_weights(path)


def test_pickles_have_a_limit_of_instructions(tmp_path):
    """A network needs far fewer; the limit bounds the time that a file can take."""
    root = opcodes(ordered({"a": TorchFile().tensor(np.ones(3, np.float32))}))
    numbers = {"0": np.ones(3, np.float32).tobytes()}
    few, many = (b"\x80\x02" + b"N0" * count + root + b"." for count in (MAX_OPCODES // 2 - 50, MAX_OPCODES // 2))
    assert set(read_weights(write_archive(tmp_path / "a.pt", few, numbers)).tensors) == {"a"}
    with refused(ModelDamagedError, path=tmp_path / "a.pt"):
        read_weights(write_archive(tmp_path / "a.pt", many, numbers))


def test_long_lines_are_not_read(tmp_path):
    """Python needs minutes for a number of a million digits; a line of the pickle is cut before that."""
    line = b"c" + b"posix" * 300 + b"\nsystem\n."
    with refused(ModelDamagedError, name=None):
        read_weights(write_archive(tmp_path / "a.pt", line, {}))


def doubled(times: int) -> bytes:
    """Return the opcodes of a tuple of itself twice, over and over, from the memory of the pickle."""
    pairs = b"".join(b"h" + bytes([number]) + b"\x86\x94" for number in range(times))
    return b")\x94" + pairs


@pytest.mark.parametrize("attribute", [doubled(60), b")" + b"\x85" * 100_000], ids=["doubled", "deep"])
def test_an_attribute_that_is_no_text_is_refused_unwritten(tmp_path, attribute):
    """As text, a hundred bytes of a pickle would fill any memory, and a deep tuple has no text at all."""
    data = b"\x80\x04cbuiltins\ngetattr\nN" + attribute + b"\x86R."
    with refused(ModelDamagedError, path=tmp_path / "a.pt", name="builtins.getattr(…)"):
        read_weights(write_archive(tmp_path / "a.pt", data, {}))


def test_long_attributes_are_cut(tmp_path):
    """A message shows the beginning of a name of megabytes."""
    data = pickled(getattr_of(hook(), "_" * 1_000_000))
    with refused(ModelDamagedError, name=f"__builtin__.getattr(…, '{'_' * 60}')"):
        read_weights(write_archive(tmp_path / "a.pt", data, {}))


def test_numbers_of_thousands_of_digits_are_refused(tmp_path):
    """Python does not write them, so no message could."""
    file, place = TorchFile(), 123_456_789
    data = pickled(file.module(CONV, {"weight": np.ones(3, np.float32)}, {}, stride=place))
    read_weights(write_archive(tmp_path / "a.pt", data, file.numbers))
    number = b"\x8b" + (2000).to_bytes(4, "little") + b"\x01" * 2000
    with refused(ModelDamagedError, path=tmp_path / "a.pt"):
        read_weights(write_archive(tmp_path / "a.pt", data.replace(opcodes(place), number), file.numbers))


def test_long_names_that_are_repeated_are_refused(tmp_path):
    """A class with a name of megabytes, a hundred thousand times, would take hours."""
    name = opcodes("torch.nn") + b"\x94" + opcodes("a" * 10_000_000) + b"\x94"
    data = b"\x80\x04" + name + b"\x93" + b"h\x00h\x01\x93" * 99_000 + b"."
    with refused(ModelDamagedError, path=tmp_path / "a.pt"):
        read_weights(write_archive(tmp_path / "a.pt", data, {}))


def test_modules_that_share_many_entries_are_refused(tmp_path):
    """Ten thousand modules with the same ten thousand settings would fill the memory, or take hours."""
    settings = b"(" + b"".join(opcodes(f"a{number}") + b"N" for number in range(10_000)) + b"u"
    part = b"ctorch.nn\nSequential\n)R}" + settings
    part += b"".join(opcodes(name) + b"}s" for name in ("_parameters", "_buffers", "_modules")) + b"bq\x00"
    parts = b"".join(opcodes(f"{number}") + b"h\x00s" for number in range(10_000))
    empty = b"".join(opcodes(name) + b"}s" for name in ("_parameters", "_buffers")) + opcodes("_modules")
    data = b"\x80\x02" + part + b"0ctorch.nn\nSequential\n)R}" + empty + b"}" + parts + b"sb."
    with refused(ModelDamagedError, path=tmp_path / "a.pt"):
        read_weights(write_archive(tmp_path / "a.pt", data, {}))


@pytest.mark.parametrize(
    "names",
    [5, None, Call(Name("__builtin__", "set"), (5,)), Table([("weight", None)])],
    ids=["number", "none", "set_of_number", "table"],
)
def test_names_of_buffers_that_are_no_list_are_refused(tmp_path, names):
    """A module lists the buffers that a state dictionary leaves out."""
    file = TorchFile()
    root = file.module(CONV, {"weight": np.ones(3, np.float32), "seen": np.array(3)}, {})
    root.state.pairs = [(name, names if name.startswith("_non") else value) for name, value in root.state.pairs]
    with refused(ModelDamagedError, path=tmp_path / "a.pkl"):
        read_weights(file.write(tmp_path / "a.pkl", root))


@pytest.mark.parametrize(
    ("error", "kind"),
    [(TypeError, ModelDamagedError), (RecursionError, ModelDamagedError), (MemoryError, MemoryShortError)],
)
def test_no_error_of_python_gets_out(tmp_path, monkeypatch, error, kind):
    """If a reader misses a case, the user reads a sentence all the same."""

    def fail(_path: object) -> None:
        raise error

    monkeypatch.setattr(reading, "read_torch", fail)
    with refused(kind, path=tmp_path / "a.pt"):
        read_weights(write_archive(tmp_path / "a.pt", b"", {}))


def test_a_module_has_one_state(tmp_path):
    """Programs would differ in which of two they use."""
    module = TorchFile().module(CONV, {"weight": np.ones(3, np.float32)}, {})
    numbers = {"0": np.ones(3, np.float32).tobytes()}
    data = b"\x80\x02" + opcodes(module) + opcodes(module.state) + b"b."
    with refused(ModelDamagedError, path=tmp_path / "a.pt"):
        read_weights(write_archive(tmp_path / "a.pt", data, numbers))


def test_modules_that_contain_each_other_are_refused(tmp_path):
    """Parts that share parts can stand for more modules than any computer can count, or for endless ones."""
    fields = opcodes(Table([("_parameters", Table()), ("_buffers", Table())]))
    empty = b"ctorch.nn\nSequential\n)R"
    data = b"\x80\x02" + empty + fields + opcodes("_modules") + b"}sbq\x00"
    for level in range(30):
        parts = b"".join(opcodes(name) + bytes((ord("h"), level)) + b"s" for name in "01")
        data += empty + fields + opcodes("_modules") + b"}" + parts + b"sbq" + bytes([level + 1])
    path = write_archive(tmp_path / "a.pkl", data + b".", {})
    with refused(ModelDamagedError, path=path):
        read_weights(path)
    endless = tmp_path / "b.pkl"
    data = b"\x80\x02" + empty + b"q\x00" + fields + opcodes("_modules") + b"}" + opcodes("0") + b"h\x00ssb."
    with refused(ModelDamagedError, path=endless):
        read_weights(write_archive(endless, data, {}))
