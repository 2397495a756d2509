# SPDX-License-Identifier: EUPL-1.2
"""The worker: away from the window, one at a time, answers at home."""

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from gemeente_pga.ui.worker import Worker


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[Worker]:
    """A worker that stops."""
    w = Worker()
    yield w
    assert w.stop(5)


def test_job_runs_elsewhere_and_answers_here(worker: Worker, qtbot: QtBot) -> None:
    draden: list[str] = []
    uit: list[int] = []

    def job() -> int:
        draden.append(threading.current_thread().name)
        return 42

    def klaar(waarde: int) -> None:
        draden.append(threading.current_thread().name)
        uit.append(waarde)

    worker.run(job, klaar, lambda fout: pytest.fail(str(fout)))
    assert worker.bezig
    qtbot.waitUntil(lambda: uit == [42])
    assert draden == ["worker", "MainThread"]
    assert not worker.bezig


def test_exception_of_a_job_goes_to_failed(worker: Worker, qtbot: QtBot) -> None:
    fouten: list[Exception] = []

    def job() -> None:
        raise ValueError("x")

    worker.run(job, lambda _: pytest.fail("then"), fouten.append)
    qtbot.waitUntil(lambda: len(fouten) == 1)
    assert isinstance(fouten[0], ValueError)


def test_jobs_run_one_at_a_time_in_order(worker: Worker, qtbot: QtBot) -> None:
    slot = threading.Lock()
    uit: list[int] = []

    def job(n: int) -> int:
        assert slot.acquire(blocking=False)
        try:
            return n
        finally:
            slot.release()

    for n in range(20):
        worker.run(partial(job, n), uit.append, lambda fout: pytest.fail(str(fout)))
    qtbot.waitUntil(lambda: uit == list(range(20)))


def test_forgotten_job_answers_nobody(worker: Worker, qtbot: QtBot) -> None:
    begonnen, mag_verder = threading.Event(), threading.Event()
    uit: list[str] = []

    def job() -> str:
        begonnen.set()
        mag_verder.wait(5)
        return "te laat"

    worker.run(job, uit.append, lambda _: uit.append("fout"))
    worker.run(lambda: "nooit begonnen", uit.append, lambda _: uit.append("fout"))
    assert begonnen.wait(5)
    worker.forget()
    assert not worker.bezig
    mag_verder.set()
    worker.run(lambda: "daarna", uit.append, lambda _: uit.append("fout"))
    qtbot.waitUntil(lambda: uit == ["daarna"])


def test_stopped_worker_can_begin_again(worker: Worker, qtbot: QtBot) -> None:
    assert worker.stop(5)
    uit: list[int] = []
    worker.run(lambda: 1, uit.append, lambda fout: pytest.fail(str(fout)))
    qtbot.waitUntil(lambda: uit == [1])
