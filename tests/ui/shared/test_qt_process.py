"""Programs that run through Qt."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from ....core.errors import CancelledError
from ....core.systems.launching import Command
from ....ui.shared.qt_process import launch


def python(code: str, folder: Path, **environment: str) -> Command:
    """Return a command that runs code."""
    return Command([sys.executable, "-c", code], environment, folder)


def test_lines_are_heard_while_the_program_runs(tmp_path):
    """I follow the progress, and get the whole output in its order."""
    heard: list[str] = []
    code = "import os; [print(n, flush=True) for n in range(3)]; print(os.getcwd(), os.environ['WHERE'], end='')"
    ended = launch(python(code, tmp_path, WHERE="here"), heard.append)
    assert "".join(heard).replace("\r\n", "\n") == f"0\n1\n2\n{tmp_path.resolve()} here"
    assert (ended.status, ended.errors) == (0, "")
    assert "WHERE" not in os.environ


def test_a_failure_has_its_status_and_its_reason(tmp_path):
    """The words of the program on standard error are kept."""
    ended = launch(python("import sys; sys.exit('out of luck')", tmp_path), lambda _text: None)
    assert ended.status == 1
    assert ended.errors.strip() == "out of luck"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals.")
def test_a_killed_program_has_failed(tmp_path):
    """The system has killed it for its memory."""
    ended = launch(python("import os; os.kill(os.getpid(), 9)", tmp_path), lambda _text: None)
    assert ended.status != 0


def test_a_program_that_does_not_exist_is_not_started(tmp_path):
    """The reason is that of the system."""
    with pytest.raises(OSError, match=r"[Nn]o such file"):
        launch(Command([str(tmp_path / "nothing")], {}, tmp_path), lambda _text: None)


def test_a_program_ends_when_its_listener_raises(tmp_path):
    """After Cancel the process is gone, and has had the time to remove its files."""
    code = (
        "import os, signal, sys, time\n"
        "signal.signal(signal.SIGTERM, lambda *_: (open('ended', 'w').close(), sys.exit()))\n"
        "open('pid', 'w').write(str(os.getpid()))\n"
        "print('ready', flush=True)\n"
        "time.sleep(60)"
    )

    def heard(text: str) -> None:
        if "ready" in text:
            raise CancelledError("Cancelled.")

    with pytest.raises(CancelledError):
        launch(python(code, tmp_path), heard)
    assert (tmp_path / "ended").exists()
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text(encoding="utf-8")), 0)
