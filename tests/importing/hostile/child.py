"""A worker whose plain texts tell it what to do, as if taken over by a hostile file.

Everything else of it is the real worker. Run as a program; see `HOSTILE` in
`tests/importing/hostile/pools.py`.
"""

from __future__ import annotations

import ctypes
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from workbench.errors import UnreadableFile
from workbench.importing import worker
from workbench.importing.contents import Contents, Hints
from workbench.importing.formats import Format
from workbench.importing.plain import read_plain
from workbench.importing.readers import READERS
from workbench.model.documents import Block
from workbench.model.spans import Span


def _hang() -> None:
    while True:
        pass


def _take_memory() -> None:
    taken = []
    while True:
        taken.append(bytearray(50_000_000))


def _recurse() -> None:
    _recurse()


def _stuff_pipe(content: bytes) -> None:
    """Write where answers go, whichever descriptor that is."""
    for descriptor in range(3, 20):
        try:
            os.write(descriptor, content)
        except OSError:
            continue


def _close_pipes() -> None:
    os.closerange(3, 20)
    time.sleep(60)  # noqa: TID251 - it is what a hang is


def _print() -> None:
    print("0123456789" * 100)
    os.write(1, b"to the standard output")
    os.write(2, b"to the standard error output")


ACTIONS: dict[str, Callable[[], object]] = {
    "hang": _hang,
    "sleep": lambda: time.sleep(60),  # noqa: TID251
    "segfault": lambda: ctypes.string_at(0),
    "kill": lambda: os.kill(os.getpid(), 9),
    "exit": lambda: os._exit(0),
    "bomb": _take_memory,
    "recurse": _recurse,
    "write": lambda: Path("written-by-a-worker").write_bytes(b"x" * 10_000),
    "key": lambda: {}["missing\nkey"],
    "print": _print,
    "garble": lambda: _stuff_pipe(b"\xff" * 100),
    "half": lambda: (_stuff_pipe(b"\x40\0\0\0[["), time.sleep(60)),  # noqa: TID251
    "close": _close_pipes,
    "refuse": lambda: (_ for _ in ()).throw(UnreadableFile("It is\nrefused. " * 200)),
}
LIES: dict[str, dict[str, object]] = {
    "outside": {"blocks": (Block(Span(0, 10_000)),)},
    "nul": {"text": "a\0b"},
    "surrogate": {"title": "\ud800"},
    "no date": {"date": "tomorrow"},
}


def read(content: bytes, hints: Hints) -> Sequence[Contents]:
    word = content.decode().partition(":")[0]
    if word in ACTIONS:
        ACTIONS[word]()
    contents = read_plain(content, hints)
    return [replace(it, **LIES.get(word, {})) for it in contents]  # type: ignore[arg-type]


if __name__ == "__main__":
    READERS[Format.PLAIN] = read
    worker.main()
