"""Follow the opcodes of a pickle without running it: names stay names, and calls stay records of what was asked for.

`pickletools` only decodes opcodes. Nothing is imported, looked up or called, so a pickle cannot do anything; one that
asks for what weights do not need is refused, because it may harm other programs.
"""

from __future__ import annotations

import io
import pickletools  # nosec B403  # only decodes
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..language import marked
from .weights import ASK_THE_AUTHORS, Unfit

MAX_OPCODES = 300_000
"""A network of a thousand layers needs about half of them."""
MAX_NAME = 1000
"""Longest name; longer ones, repeated from the memory of a pickle, would take minutes and gigabytes."""
_MAX_LINE = 1000
"""Longest line; numbers in lines may be so long that Python needs minutes to read them."""
_MAX_BITS = 2000
"""Longest number; Python refuses to write numbers of thousands of digits."""
_VALUES = frozenset(
    (
        *(
            "BININT",
            "BININT1",
            "BININT2",
            "BINFLOAT",
            "BINUNICODE",
            "SHORT_BINUNICODE",
            "BINUNICODE8",
        ),
        *("BINSTRING", "SHORT_BINSTRING", "BINBYTES", "SHORT_BINBYTES", "BINBYTES8"),
        *("INT", "LONG", "FLOAT", "STRING", "UNICODE"),
    )
)
"""Opcodes that push the value that follows them."""
_SHOWN = 60
"""Longest part of a name in a message."""
_MARK = object()


@dataclass(frozen=True, eq=False)
class Name:
    """The name of a class or function."""

    module: str
    name: str

    def __str__(self) -> str:
        return f"{self.module}.{self.name}"


@dataclass(eq=False)
class Table:
    """A dictionary; its keys may be any records."""

    pairs: list[tuple[Any, Any]] = field(default_factory=list)


@dataclass(eq=False)
class Call:
    """A call of a function or class, with what would be done to its result."""

    of: Name
    arguments: tuple[Any, ...]
    state: Any = None
    items: list[Any] = field(default_factory=list)
    pairs: list[tuple[Any, Any]] = field(default_factory=list)


@dataclass(frozen=True, eq=False)
class Stored:
    """Data that lies beside the pickle."""

    place: Any


class _Lines(io.BytesIO):
    """Bytes whose lines end early."""

    def readline(self, _size: int | None = -1, /) -> bytes:
        return super().readline(_MAX_LINE)


def records_of(data: bytes, accept: Callable[[Name], None]) -> Any:
    """Return the record of what a pickle would make; its lists and tuples are Python's, dictionaries are tables.

    Args:
        data: The pickle.
        accept: Called with each name; raises if weights do not need it.

    Raises:
        Unfit: the pickle is damaged or too long, or asks for more than weights need.
    """
    machine = _Machine(accept)
    try:
        for count, (opcode, value, _position) in enumerate(pickletools.genops(_Lines(data))):
            if count >= MAX_OPCODES:
                raise Unfit(marked("it has more instructions than a network needs"), remedy=ASK_THE_AUTHORS)
            machine.follow(opcode.name, value)
        return machine.pop()
    except (LookupError, ValueError, TypeError) as error:
        raise Unfit(marked("its list of tensors is damaged")) from error


def foreign(name: str) -> Unfit:
    """Return the reason to refuse a file that names what weights do not need."""
    return Unfit(
        marked("it asks for {name}, which no network here needs and which may do harm"),
        remedy=marked("Do not open it with other programs. Use the file that the authors of the network publish."),
        name=name,
    )


class _Machine:
    """The stack and the memory of a pickle."""

    def __init__(self, accept: Callable[[Name], None]) -> None:
        self._accept = accept
        self._stack: list[Any] = []
        self._memory: dict[int, Any] = {}
        self._steps = self._by_opcode()

    def _by_opcode(self) -> Mapping[str, Callable[[Any], object]]:
        push = self._stack.append
        return {
            **dict.fromkeys(("PROTO", "FRAME", "STOP"), lambda _: None),
            **dict.fromkeys(_VALUES, push),
            **dict.fromkeys(("LONG1", "LONG4"), self._number),
            "NONE": lambda _: push(None),
            "NEWTRUE": lambda _: push(True),
            "NEWFALSE": lambda _: push(False),
            "EMPTY_TUPLE": lambda _: push(()),
            "EMPTY_LIST": lambda _: push([]),
            "EMPTY_SET": lambda _: push([]),
            "EMPTY_DICT": lambda _: push(Table()),
            "TUPLE1": lambda _: push(self._last(1)),
            "TUPLE2": lambda _: push(self._last(2)),
            "TUPLE3": lambda _: push(self._last(3)),
            "MARK": lambda _: push(_MARK),
            "TUPLE": lambda _: push(tuple(self._since_mark())),
            "FROZENSET": lambda _: push(self._since_mark()),
            "POP": lambda _: self.pop(),
            "POP_MARK": lambda _: self._since_mark(),
            **dict.fromkeys(("PUT", "BINPUT", "LONG_BINPUT", "MEMOIZE"), self._put),
            **dict.fromkeys(("GET", "BINGET", "LONG_BINGET"), lambda key: push(self._memory[key])),
            "GLOBAL": lambda line: self._name(*line.split(" ", 1)),
            "INST": lambda line: self._name(*line.split(" ", 1)),
            "STACK_GLOBAL": lambda _: self._name(*self._last(2)),
            **dict.fromkeys(("REDUCE", "NEWOBJ"), lambda _: push(self._call(*self._last(2)))),
            "BUILD": lambda _: self._build(self.pop()),
            "APPEND": lambda _: self._add(self._last(1)),
            **dict.fromkeys(("APPENDS", "ADDITEMS"), lambda _: self._add(self._since_mark())),
            "SETITEM": lambda _: self._set(self._last(2)),
            "SETITEMS": lambda _: self._set(self._since_mark()),
            "BINPERSID": lambda _: push(Stored(self.pop())),
        }

    def follow(self, opcode: str, value: Any) -> None:
        """Follow one opcode with the value that follows it."""
        step = self._steps.get(opcode)
        if step is not None:
            step(value)
        if step is None or opcode == "INST":  # which is refused after its name is
            raise Unfit(
                marked("it has the instruction {opcode}, which no weights need"), remedy=ASK_THE_AUTHORS, opcode=opcode
            )

    def pop(self) -> Any:
        """Take the uppermost record."""
        return self._stack.pop()

    def _last(self, count: int) -> tuple[Any, ...]:
        return tuple([self.pop() for _ in range(count)][::-1])

    def _since_mark(self) -> list[Any]:
        records = []
        while (record := self.pop()) is not _MARK:
            records.append(record)
        return records[::-1]

    def _put(self, key: int | None) -> None:
        self._memory[len(self._memory) if key is None else key] = self._stack[-1]

    def _number(self, number: int) -> None:
        if number.bit_length() > _MAX_BITS:
            raise ValueError("a number that is too long")
        self._stack.append(number)

    def _name(self, module: Any, name: Any) -> None:
        if not isinstance(module, str) or not isinstance(name, str):
            raise TypeError("a name that is no text")
        if len(module) + len(name) > MAX_NAME:
            raise ValueError("a name that is too long")
        self._stack.append(Name(module, name))
        self._accept(self._stack[-1])

    def _call(self, of: Any, arguments: Any) -> Call:
        if not isinstance(of, Name) or not isinstance(arguments, tuple):
            raise TypeError("a call of what has no name")
        if of.name == "getattr":
            _check_getattr(of, *arguments)
        return Call(of, arguments)

    def _build(self, state: Any) -> None:
        target = self._stack[-1]
        if not isinstance(target, Call) or target.state is not None:
            raise TypeError("a state for what has none, or a second one")
        target.state = state

    def _add(self, records: Any) -> None:
        target = self._stack[-1]
        if not isinstance(target, (list, Call)):
            raise TypeError("items for what is no list")
        (target.items if isinstance(target, Call) else target).extend(records)

    def _set(self, records: Any) -> None:
        target = self._stack[-1]
        if not isinstance(target, (Table, Call)) or len(records) % 2:
            raise TypeError("items for what is no dictionary")
        target.pairs.extend(zip(records[::2], records[1::2]))


def _check_getattr(of: Name, target: Any, attribute: Any) -> None:
    """Accept a method of an object, as hooks are; attributes of functions and of attributes lead to any function."""
    if not isinstance(attribute, str):  # which may be a tuple of tuples that no memory holds as text
        raise foreign(f"{of}(…)")
    if not isinstance(target, Call) or target.of.name == of.name or not re.fullmatch(r"[a-z]\w*", attribute):
        raise foreign(f"{of}(…, '{attribute[:_SHOWN]}')")
