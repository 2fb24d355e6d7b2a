"""Reading in worker processes is reading, only elsewhere: in order, bounded, clean."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.importing.hostile.pools import child_processes, written
from workbench.errors import UnreadableFile, WorkbenchError
from workbench.importing import workers as pools
from workbench.importing.readers import read_file
from workbench.importing.workers import Asked, Refused, Workers, shared_workers
from workbench.jobs import Cancelled

ROOT = Path(__file__).parents[2]


def test_the_program_itself_loads_no_reader(tmp_path: Path) -> None:
    program = READING + (
        "print(sorted({'workbench.importing.readers', 'pypdfium2', 'selectolax',"
        " 'chardet', 'zipfile', 'email'} & set(sys.modules)))"
    )
    assert run(program, tmp_path).communicate() == ("[]\n", "")


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(2) as workers:
        yield workers


def texts_in(folder: Path, count: int, size: int = 500) -> list[Path]:
    """Write texts whose sizes differ by chance, from none to twice the size."""
    chance = random.Random(count)
    paths = [folder / f"{number}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(f"Tide {number} rose.\n\n" * chance.randrange(size // 8))
    return paths


def run(program: str, folder: Path, **settings: object) -> subprocess.Popen[str]:
    """Start a program of the engine in a folder, with its streams to be read."""
    return subprocess.Popen(
        [sys.executable, "-c", program], cwd=folder, text=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT)}, **settings,
    )  # type: ignore[call-overload]  # fmt: skip


READING = """
import os, pathlib, sys
from workbench.importing.workers import Asked, Workers, shared_workers
paths = sorted(pathlib.Path().glob("*.txt"))
"""


def test_answers_are_those_of_the_reader_in_order(
    tmp_path: Path, workers: Workers
) -> None:
    paths = texts_in(tmp_path, 700)
    for path, answer in zip(paths, workers.read(map(Asked, paths)), strict=True):
        if isinstance(answer, Refused):
            with pytest.raises(UnreadableFile) as caught:
                read_file(path)
            assert answer == Refused(path, str(caught.value))
        else:
            assert answer == read_file(path)


def test_large_and_small_files_keep_their_order(
    tmp_path: Path, workers: Workers
) -> None:
    sizes = [3, 4_000_000, 5, 600_000, 7, 8, 2_000_000, 9]
    paths = [tmp_path / f"{number}.txt" for number in range(len(sizes))]
    for path, size in zip(paths, sizes, strict=True):
        path.write_text("x" * size)
    found = list(workers.read(map(Asked, paths)))
    assert [len(it[0].text) for it in found] == sizes


def test_nothing_asked_is_nothing_answered(workers: Workers) -> None:
    assert list(workers.read([])) == []


def test_bytes_of_the_project_are_read_under_a_name(workers: Workers) -> None:
    content = "Grüße".encode("cp1252")
    asked = Asked(Path("gone/memo.txt"), content=content)
    [document] = workers.read_one(asked)
    assert (document.name, document.text, document.original) == (
        "memo", "Grüße", content
    )  # fmt: skip
    [document] = workers.read_one(Asked(asked.path, "cp437", content=content))
    assert document.text == "Grⁿ▀e"


def test_one_refused_file_is_told_as_such(tmp_path: Path, workers: Workers) -> None:
    with pytest.raises(UnreadableFile, match=r"a\.txt is not there any more; look"):
        workers.read_one(Asked(tmp_path / "a.txt"))


@pytest.mark.skipif(sys.platform != "linux", reason="only there names are any bytes")
def test_any_name_is_carried(tmp_path: Path, workers: Workers) -> None:
    for name in (b"ti\xffde.txt", "Flut ÷ ‘22’\n.txt".encode()):
        path = tmp_path / os.fsdecode(name)
        path.write_text("Tide.")
        assert workers.read_one(Asked(path)) == read_file(path)


def test_a_path_is_taken_from_here(
    tmp_path: Path, workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here.txt").write_text("Tide.")
    monkeypatch.chdir(tmp_path)
    [document] = workers.read_one(Asked(Path("here.txt")))
    assert document.path == str(tmp_path / "here.txt")


def test_no_more_is_taken_ahead_than_bounded(tmp_path: Path, workers: Workers) -> None:
    paths = texts_in(tmp_path, 3000, 20)
    taken = []

    def asking() -> Iterator[Asked]:
        for path in paths:
            taken.append(path)
            yield Asked(path)

    reading = workers.read(asking())
    assert not taken
    for count, _ in enumerate(reading):
        assert len(taken) - count <= 601  # five batches and the one being filled


def test_large_files_are_not_taken_ahead_together(
    tmp_path: Path, workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pools, "AHEAD_BYTES", 3_000_000)
    contents = [b"x" * 2_000_000] * 6
    taken = []

    def asking() -> Iterator[Asked]:
        for content in contents:
            taken.append(content)
            yield Asked(Path("x.txt"), content=content)

    for count, _ in enumerate(workers.read(asking())):
        assert len(taken) - count <= 3


def test_several_threads_read_at_once(tmp_path: Path, workers: Workers) -> None:
    paths = texts_in(tmp_path, 150)
    expected = list(workers.read(map(Asked, paths)))
    with ThreadPoolExecutor(4) as threads:
        reading = [
            threads.submit(lambda: list(workers.read(map(Asked, paths))))
            for _ in range(4)
        ]
    assert all(it.result() == expected for it in reading)


def test_a_pause_may_stop_the_reading(tmp_path: Path) -> None:
    def stop() -> None:
        raise Cancelled

    with Workers(1) as pool:
        reading = pool.read(map(Asked, texts_in(tmp_path, 400)), stop)
        with pytest.raises(Cancelled):
            list(reading)
        assert len(pool.read_one(Asked(Path("a.txt"), content=b"Tide."))) == 1


def test_closing_the_iterator_leaves_the_pool_alive(
    tmp_path: Path, workers: Workers
) -> None:
    paths = texts_in(tmp_path, 700)
    for _ in range(3):
        reading = workers.read(map(Asked, paths))
        next(reading)
        reading.close()
    assert len(list(workers.read(map(Asked, paths[:50])))) == 50


def test_an_error_of_whoever_asks_goes_through(workers: Workers) -> None:
    def asking() -> Iterator[Asked]:
        yield Asked(Path("a.txt"), content=b"Tide.")
        raise KeyError("gone")

    with pytest.raises(KeyError, match="gone"):
        list(workers.read(asking()))


def test_processes_begin_when_asked_and_end_with_the_pool() -> None:
    before = set(child_processes(os.getpid()))
    with Workers(3) as pool:
        assert set(child_processes(os.getpid())) == before
        pool.read_one(Asked(Path("a.txt"), content=b"Tide."))
        assert len(set(child_processes(os.getpid())) - before) == 1
    assert set(child_processes(os.getpid())) == before


def test_a_closed_pool_takes_no_more(tmp_path: Path) -> None:
    pool = Workers(1)
    reading = pool.read(map(Asked, texts_in(tmp_path, 1000)))
    next(reading)
    pool.close()
    with pytest.raises(Cancelled):
        list(reading)
    with pytest.raises(Cancelled):
        pool.read_one(Asked(tmp_path / "a.txt"))
    pool.close()


@pytest.mark.parametrize("program", ["no-such-program", "false", "cat"])
def test_a_worker_that_does_not_start_is_told(program: str) -> None:
    with Workers(1, command=[program]) as pool:
        for _ in range(2):
            with pytest.raises(WorkbenchError, match="does not start; close other"):
                pool.read_one(Asked(Path("a.txt"), content=b"Tide."))


def test_an_idle_process_ends_and_another_begins(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("workbench.importing.worker_processes.SECONDS_IDLE", 0)
    before = set(child_processes(os.getpid()))
    with Workers(1) as pool:
        for _ in range(3):
            assert pool.read_one(Asked(Path("a.txt"), content=b"Tide."))
            while set(child_processes(os.getpid())) - before:
                os.sched_yield()


def test_the_program_shares_one_pool_and_ends_it(tmp_path: Path) -> None:
    assert shared_workers() is shared_workers()
    texts_in(tmp_path, 20)
    program = READING + (
        "list(shared_workers().read(map(Asked, paths)))\n"
        "process, = shared_workers()._processes.values()\n"
        "print(process._process.pid)"
    )
    reading = run(program, tmp_path)
    shown, errors = reading.communicate()
    assert (reading.returncode, errors) == (0, "")
    assert not Path(f"/proc/{int(shown)}").exists()


def test_workers_end_when_the_program_is_killed(tmp_path: Path) -> None:
    texts_in(tmp_path, 500)
    program = READING + (
        "pool = Workers(2)\n"
        "reading = pool.read(map(Asked, paths * 100))\n"
        "next(reading)\n"
        "print(*(it._process.pid for it in pool._processes.values()), flush=True)\n"
        "for _ in reading: pass"
    )
    reading = run(program, tmp_path)
    assert reading.stdout
    processes = [int(it) for it in reading.stdout.readline().split()]
    assert processes
    reading.kill()
    reading.communicate()
    for process in processes:
        while _is_alive(process):
            os.sched_yield()


@pytest.mark.parametrize("text", ["hang", "sleep"])
def test_a_hang_ends_when_the_program_was_killed(tmp_path: Path, text: str) -> None:
    written(tmp_path, ["One.", text])
    program = READING + (
        "from tests.importing.hostile.pools import hostile_workers\n"
        "pool = hostile_workers()\n"
        "reading = pool.read(map(Asked, paths))\n"
        "next(reading)\n"
        "print(*(it._process.pid for it in pool._processes.values()), flush=True)\n"
        "next(reading)"
    )
    reading = run(program, tmp_path)
    assert reading.stdout
    process = int(reading.stdout.readline())
    reading.kill()
    reading.communicate()
    while _is_alive(process):
        os.sched_yield()


def test_ctrl_c_prints_nothing_of_the_workers(tmp_path: Path) -> None:
    texts_in(tmp_path, 500)
    program = READING + (
        "try:\n"
        "    with Workers(2) as pool:\n"
        "        for number, _ in enumerate(pool.read(map(Asked, paths * 1000))):\n"
        "            if number == 5: print('reading', flush=True)\n"
        "except KeyboardInterrupt:\n"
        "    print('stopped')"
    )
    reading = run(program, tmp_path, start_new_session=True)
    assert reading.stdout
    assert reading.stdout.readline() == "reading\n"
    os.killpg(reading.pid, signal.SIGINT)
    assert reading.communicate() == ("stopped\n", "")


def test_nothing_in_the_folder_it_starts_in_is_run(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('a stranger was imported')")
    (tmp_path / "a.txt").write_text("Tide.")
    program = "import sys; sys.path.remove('')\n" + READING + (
        "with Workers(1) as pool: print(pool.read_one(Asked(paths[0]))[0].text)"
    )  # fmt: skip
    reading = run(program, tmp_path)
    assert reading.communicate() == ("Tide.\n", "")


def _is_alive(process: int) -> bool:
    """Tell whether a process is more than a dead one that nobody waited for."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
