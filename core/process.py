"""Signals and standard streams of the command line; needs only Python, because it is used before other imports."""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from .unfinished import remove_unfinished

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


def end_on_signals(told: str) -> None:
    """End at once on Ctrl-C, SIGTERM or a closed terminal, without unfinished files; the status is 128 + the signal.

    Another thread does so: Python's own handlers wait until the main thread returns from a network or a decoder.

    Args:
        told: The sentence on standard error.
    """
    receiver, sender = socket.socketpair()
    sender.setblocking(False)
    signal.set_wakeup_fd(sender.fileno())
    for number in (getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)):
        if signal.getsignal(number) != signal.SIG_IGN:  # as under nohup
            signal.signal(number, lambda _number, _frame: None)
    threading.Thread(target=_end, args=(receiver, sender, told), daemon=True).start()


def _end(receiver: socket.socket, _sender: socket.socket, told: str) -> None:
    number = receiver.recv(1)[0]
    remove_unfinished()
    # In a thread, because nobody may read a full pipe.
    start = "\n" if sys.stderr.isatty() else ""  # below a line of progress
    telling = threading.Thread(target=say, args=(f"{start}{told}\n", sys.stderr), daemon=True)
    telling.start()
    telling.join(0.3)
    os._exit(128 + number)


def open_streams() -> None:
    """Replace closed standard streams, whose numbers the next open files would get, and print names of any encoding."""
    number = os.open(os.devnull, os.O_RDWR)  # the lowest free number
    while number < 3:
        number = os.open(os.devnull, os.O_RDWR)
    os.close(number)
    sys.stdout = sys.stdout or Path(os.devnull).open("w")  # noqa: SIM115 - until the end
    sys.stderr = sys.stderr or Path(os.devnull).open("w")  # noqa: SIM115 - until the end
    for stream, errors in ((sys.stdout, "surrogateescape"), (sys.stderr, "backslashreplace")):
        stream.reconfigure(errors=errors)  # type: ignore[union-attr]


def say(text: str, stream: TextIO) -> bool:
    """Write to a standard stream; return False if that fails, as on a broken pipe or a full disk."""
    try:
        stream.write(text)
        stream.flush()
    except (OSError, ValueError):
        with suppress(OSError):  # Python would report what is left once more at its end
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return False
    return True
