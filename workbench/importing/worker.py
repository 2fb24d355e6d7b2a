"""The worker process: reads files that nobody has looked at yet.

It is bounded in memory, computing time and what it may write, and it ends with the
program that began it. Nothing imports it but the command that starts it.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from workbench.errors import UnreadableFile
from workbench.importing.readers import read_content, read_file, shown_name
from workbench.importing.worker_documents import pack_document
from workbench.importing.worker_messages import (
    DAMAGED,
    OUT_OF_MEMORY,
    receive,
    send,
)
from workbench.model.documents import ParsedDocument
from workbench.model.row_mappings import RowMapping

if TYPE_CHECKING:
    from workbench.importing.worker_drawing import Drawing

if sys.platform != "win32":
    import resource

Message = tuple[list[object], list[bytes]]

_SPARE_SECONDS: Final = 2


def main() -> None:
    """Answer what comes in until nobody asks any more; never returns."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program
    asking, answering = _own_streams()
    _bound(int(sys.argv[-1]))
    try:
        send(answering, "ready")
        _serve(asking, answering)
    except (EOFError, BrokenPipeError):
        os._exit(0)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def _own_streams() -> tuple[BinaryIO, BinaryIO]:
    """Keep the pipes to ourselves: a library that prints must not garble messages."""
    asking = os.fdopen(os.dup(0), "rb", 1 << 16)
    answering = os.fdopen(os.dup(1), "wb", 1 << 16)
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    return asking, answering


def _bound(memory: int) -> None:
    """Let the system refuse what no reader needs; Windows has no such limits."""
    sys.dont_write_bytecode = True
    if sys.platform != "win32":
        for limit, most in (
            (resource.RLIMIT_AS, memory),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
        ):
            resource.setrlimit(limit, (most, most))


def _end_after(seconds: float) -> None:
    """Let the system end what hangs after the program was killed; 0 takes that back.

    An alarm also ends what waits; RLIMIT_CPU would only end what computes.
    """
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _serve(asking: BinaryIO, answering: BinaryIO) -> None:
    drawing: Drawing | None = None
    while True:
        _end_after(0)
        (kind, *wanted), blobs = receive(asking)
        if kind == "picture":
            *wanted, seconds = wanted
            _end_after(seconds + _SPARE_SECONDS)
            drawing = drawing or _new_drawing()
            send(answering, *drawing.answer(wanted, blobs))
        else:
            contents = iter(blobs)
            for one in wanted:
                for message in _read(one, contents):
                    send(answering, *message)


def _new_drawing() -> Drawing:
    # Here, since few workers draw, and PDFium takes long to load.
    from workbench.importing.worker_drawing import Drawing

    return Drawing()


def _read(wanted: Sequence[Any], contents: Iterator[bytes]) -> list[Message]:
    """Return the messages that answer for one file: how many documents, and each."""
    encoding, columns, seconds, has_content = wanted
    _end_after(seconds + _SPARE_SECONDS)
    path = Path(os.fsdecode(next(contents)))
    content = next(contents) if has_content else None
    try:
        documents = _documents(path, content, encoding, _rows(columns))
        packed = [pack_document(it) for it in documents]
    except UnreadableFile as error:
        return [(["refused", str(error), ""], [])]
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - a damaged file can raise anything
        reason = f"{shown_name(path.name)} {DAMAGED}."
        return [(["refused", reason, _cause(error)], [])]
    return [(["documents", len(packed)], []), *packed]


def _documents(
    path: Path, content: bytes | None, encoding: str, rows: RowMapping | None
) -> list[ParsedDocument]:
    if content is None:
        return read_file(path, encoding, rows)
    return read_content(content, path, encoding, rows)


def _rows(columns: Any) -> RowMapping | None:
    if not columns:
        return None
    text, title, date, source, values, sheet = columns
    return RowMapping(tuple(text), title, date, source, tuple(values), sheet)


def _cause(error: BaseException) -> str:
    """Say where a reader stumbled, for whoever mends it."""
    at = error.__traceback__
    while at and at.tb_next:
        at = at.tb_next
    place = f"{Path(at.tb_frame.f_code.co_filename).name}:{at.tb_lineno}" if at else ""
    return ascii(f"{type(error).__name__} at {place}: {error}"[:300])
