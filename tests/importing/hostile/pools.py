"""Pools of workers that plain texts can take over, and what is left of them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from workbench.importing.workers import Answer, Asked, Limits, Refused, Workers

HOSTILE = (sys.executable, "-I", str(Path(__file__).with_name("child.py")))
STRICT = Limits(memory=700_000_000, seconds=1, seconds_per_mb=0)


def hostile_workers(count: int = 1, limits: Limits = STRICT) -> Workers:
    return Workers(count, limits, HOSTILE)


def written(folder: Path, texts: Sequence[str]) -> list[Path]:
    """Write plain texts, each to a file that is named by its number."""
    paths = [folder / f"{number}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text)
    return paths


def answers(workers: Workers, paths: Sequence[Path]) -> list[Answer]:
    return list(workers.read(map(Asked, paths)))


def refusal(answer: Answer) -> str:
    """Return the sentence of a refusal, which is one and says what to do."""
    assert isinstance(answer, Refused), answer
    assert answer.reason.startswith(answer.path.name), answer
    assert answer.reason.endswith("."), answer
    assert "\n" not in answer.reason
    assert len(answer.reason) < 400
    return answer.reason


def child_processes(parent: int) -> list[int]:
    """Return the processes that a process has begun, dead ones too until waited for."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it ended meanwhile
        if int(fields[1]) == parent:
            found.append(int(path.parent.name))
    return found
