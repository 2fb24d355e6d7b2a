"""A file that takes over its worker costs itself, and nothing and nobody else."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.importing.hostile.pools import (
    answers,
    child_processes,
    hostile_workers,
    refusal,
    written,
)
from workbench.importing.workers import Answer, Asked, Limits, Workers

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")

CRASHED = "made its reader crash; open it in the program that made it"
DAMAGED = "is damaged, or made in a way that is not known here; save it again"
SLOW = "took too long to be read; split it"
LARGE = "needs too much memory to be read; split it"


def around(folder: Path, text: str, workers: Workers | None = None) -> Answer:
    """Return what becomes of a text amid others that must come through."""
    paths = written(folder, ["One.", "Two.", f"{text}: and so on.", "Three.", "Four."])
    with workers or hostile_workers() as pool:
        one, two, between, three, four = answers(pool, paths)
        assert [it[0].text for it in (one, two, three, four)] == [
            "One.",
            "Two.",
            "Three.",
            "Four.",
        ]
        assert answers(pool, paths[:1]) == [one]
    return between


@pytest.mark.parametrize("text", ["segfault", "kill", "exit", "garble"])
def test_a_crash_costs_one_file(tmp_path: Path, text: str) -> None:
    assert CRASHED in refusal(around(tmp_path, text))


@pytest.mark.parametrize("text", ["outside", "nul", "surrogate", "no date"])
def test_an_unsound_document_costs_one_file(tmp_path: Path, text: str) -> None:
    answer = around(tmp_path, text)
    assert DAMAGED in refusal(answer)
    assert answer.cause == "unsound"


@pytest.mark.parametrize("text", ["hang", "sleep", "half"])
def test_a_hang_costs_one_file(tmp_path: Path, text: str) -> None:
    assert SLOW in refusal(around(tmp_path, text))


def test_a_worker_that_closes_its_pipes_costs_one_file(tmp_path: Path) -> None:
    assert CRASHED in refusal(around(tmp_path, "close"))


def test_a_memory_bomb_costs_one_file(tmp_path: Path) -> None:
    patient = hostile_workers(limits=Limits(memory=700_000_000, seconds=60))
    assert LARGE in refusal(around(tmp_path, "bomb", patient))


@pytest.mark.parametrize("text", ["key", "recurse", "write"])
def test_a_mistake_of_a_reader_costs_one_file(tmp_path: Path, text: str) -> None:
    answer = around(tmp_path, text)
    assert DAMAGED in refusal(answer)
    assert answer.cause
    assert "\n" not in answer.cause


def test_nothing_can_be_written_to_disk(tmp_path: Path) -> None:
    place = Path.cwd() / "written-by-a-worker"
    try:
        assert "File too large" in around(tmp_path, "write").cause
        assert not place.exists() or place.stat().st_size == 0
    finally:
        place.unlink(missing_ok=True)


def test_what_a_library_prints_garbles_nothing(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    [document] = around(tmp_path, "print")
    assert document.text == "print: and so on."
    assert capfd.readouterr() == ("", "")


def test_a_refusal_becomes_one_line_of_a_fair_length(tmp_path: Path) -> None:
    reason = around(tmp_path, "refuse").reason
    assert reason.startswith("It is refused. It is refused.")
    assert len(reason) <= 1000


def test_many_crashes_in_a_row_leave_the_pool_alive(tmp_path: Path) -> None:
    texts = ["segfault: " if number % 3 else f"Text {number}." for number in range(30)]
    with hostile_workers(2) as pool:
        found = answers(pool, written(tmp_path, texts))
        for answer, text in zip(found, texts, strict=True):
            if text.startswith("segfault"):
                assert CRASHED in refusal(answer)
            else:
                assert answer[0].text == text


def test_dead_processes_are_waited_for(tmp_path: Path) -> None:
    before = set(child_processes(os.getpid()))
    with hostile_workers(2) as pool:
        answers(pool, written(tmp_path, ["kill", "hang", "One.", "segfault"]))
    assert set(child_processes(os.getpid())) <= before


def test_a_process_killed_from_outside_costs_nothing(tmp_path: Path) -> None:
    paths = written(tmp_path, [f"Text {number}." for number in range(2000)])
    with hostile_workers() as pool:
        found = []
        for number, answer in enumerate(pool.read(map(Asked, paths))):
            found.append(answer)
            if number % 700 == 5:
                for process in child_processes(os.getpid()):
                    os.kill(process, 9)
    assert [it[0].text for it in found] == [path.read_text() for path in paths]


@pytest.mark.parametrize("text", ["hang", "kill"])
def test_closing_the_iterator_frees_what_is_under_way(
    tmp_path: Path, text: str
) -> None:
    paths = written(tmp_path, ["One.", text, "Two."])
    with hostile_workers(limits=Limits(seconds=600)) as pool:
        reading = pool.read(map(Asked, paths))
        assert next(reading)[0].text == "One."
        reading.close()
        assert answers(pool, paths[2:])[0][0].text == "Two."


def test_closing_the_pool_ends_a_hang(tmp_path: Path) -> None:
    before = set(child_processes(os.getpid()))
    with hostile_workers(limits=Limits(seconds=600)) as pool:
        reading = pool.read(map(Asked, written(tmp_path, ["One.", "hang"])))
        assert next(reading)[0].text == "One."
    assert set(child_processes(os.getpid())) <= before
