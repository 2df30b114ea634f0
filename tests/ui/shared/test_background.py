"""Background work: in order, complete, and over when it is closed."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, Qt, pyqtSignal, pyqtSlot
from qgis.PyQt.QtTest import QTest

from ....core.errors import SettingError
from ....ui.shared.background import Worker, is_interrupted, why_failed


@pytest.fixture
def worker(qgis_app) -> Iterator[Worker]:
    """A worker, closed at the end."""
    parent = QObject()
    made = Worker(parent)
    yield made
    made.close()


@pytest.fixture
def faults(monkeypatch) -> list[str]:
    """The names of the errors that QGIS would have shown."""
    kinds: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_rest: kinds.append(kind.__name__))
    return kinds


def raiser(error: Exception) -> Callable[..., None]:
    """Create a function that fails."""

    def fail(*_given: object) -> None:
        raise error

    return fail


def test_functions_run_in_another_thread_and_call_back_in_this_one(worker, wait):
    """The window stays usable, and only the main thread touches it."""
    threads: list[int] = []
    worker.call(threading.get_ident, threads.append)
    worker.call(lambda: None, lambda _nothing: threads.append(threading.get_ident()))
    wait(lambda: not worker.is_busy())
    there, here = threads
    assert there != here == threading.get_ident()


def test_no_request_during_a_job_is_lost(worker, wait):
    """Functions run one after the other, in the order of the requests."""
    events: list[str] = []

    def job(name: str) -> Callable[[], str]:
        def run() -> str:
            events.append(f"{name} begins")
            time.sleep(0.02)
            events.append(f"{name} ends")
            return name

        return run

    def first_done(name: str) -> None:
        events.append(name)
        worker.call(job("third"), events.append)

    worker.call(job("first"), first_done)
    worker.call(job("second"), events.append)
    wait(lambda: not worker.is_busy())
    ends = [event for event in events if " " in event]
    assert ends == [f"{name} {what}" for name in ("first", "second", "third") for what in ("begins", "ends")]
    assert [event for event in events if " " not in event] == ["first", "second", "third"]


def test_a_request_while_a_function_runs_queues_another_call(worker, wait):
    """A running check may have missed a change; a queued one will see it."""
    started = threading.Event()
    go_on = threading.Event()

    def look() -> None:
        started.set()
        go_on.wait(10)

    worker.call(look)
    assert started.wait(10)
    assert not worker.awaits(look)
    worker.call(look)
    assert worker.awaits(look)
    go_on.set()
    wait(lambda: not worker.is_busy())


def test_parts_arrive_one_by_one_and_before_the_end(worker, wait):
    """A long list is filled while it is read."""
    got: list[object] = []
    worker.call(lambda: iter([1, 2]), lambda result: got.append(("done", result)), each=got.append)
    wait(lambda: not worker.is_busy())
    assert got == [1, 2, ("done", None)]


def test_a_failure_reaches_the_caller(worker, wait, faults):
    """A failure between parts is reported too; without a callback QGIS shows it."""
    failures: list[str] = []
    parts: list[int] = []

    def count() -> Iterator[int]:
        yield 1
        raise ValueError("two")

    worker.call(count, failed=lambda error: failures.append(why_failed(error)), each=parts.append)
    worker.call(raiser(KeyError("x")))
    wait(lambda: not worker.is_busy())
    assert (failures, parts, faults) == (["ValueError: two"], [1], ["KeyError"])


def test_an_error_in_one_callback_does_not_stop_the_next_job(worker, wait, faults):
    """After an error in a callback, the window does not show "Please wait" for ever."""
    got: list[object] = []
    worker.call(lambda: 1, raiser(ZeroDivisionError()))
    worker.call(lambda: 2, got.append)
    wait(lambda: got == [2])
    assert faults == ["ZeroDivisionError"]
    assert not worker.is_busy()


def test_closing_interrupts_waits_and_calls_nobody_back(worker):
    """I unload the plugin during a job: the job ends first, and no callback follows."""
    heard: list[object] = []
    ended: list[bool] = []
    started = threading.Event()

    def run() -> Iterator[int]:
        yield 1
        started.set()
        while not is_interrupted():
            time.sleep(0.001)
        ended.append(True)
        yield 2

    worker.call(run, heard.append, heard.append, heard.append)
    worker.call(lambda: 1, heard.append)
    assert started.wait(10)
    worker.changed.connect(lambda: heard.append("changed"))
    worker.close()
    assert ended == [True]
    assert not worker.is_busy()
    worker.call(lambda: 2, heard.append)
    QTest.qWait(100)
    assert heard == []


def test_its_parent_can_be_deleted_once_it_is_closed(qgis_app):
    """A thread that still runs then would end QGIS."""
    window = QObject()
    worker = Worker(window)
    worker.call(lambda: time.sleep(0.1))
    worker.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QTest.qWait(50)


def test_only_unexpected_errors_are_named_by_their_class():
    """Errors of the engine and of files explain themselves; others need their class."""
    assert why_failed(SettingError("No product was given.")) == "No product was given."
    assert why_failed(FileNotFoundError(2, "No such file", "a.tif")) == "[Errno 2] No such file: 'a.tif'"
    assert why_failed(AttributeError("half a package")) == "AttributeError: half a package"


class _Asker(QObject):
    """An object of the main thread, which answers a thread that waits for it, as QGIS does about certificates."""

    asked = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[int] = []
        self.asked.connect(self._answer, Qt.ConnectionType.BlockingQueuedConnection)

    @pyqtSlot()
    def _answer(self) -> None:
        self.answers.append(threading.get_ident())


def test_closing_waits_for_a_job_that_waits_for_this_thread(worker):
    """QGIS closes although a download asks about a certificate at that moment."""
    asker, begun, closing = _Asker(), threading.Event(), threading.Event()

    def job() -> None:
        begun.set()
        closing.wait(10)
        asker.asked.emit()

    worker.call(job)
    assert begun.wait(10)
    threading.Timer(0.2, closing.set).start()
    worker.close()
    assert asker.answers == [threading.get_ident()]
