"""Write an export together with the file beside it that vouches for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from hashlib import file_digest
from pathlib import Path

from workbench.exporting.whole_files import new_text_file, whole_path
from workbench.model.provenance import ENDING

LinesOf = Callable[[str], Iterable[str]]
"""Returns the lines of a provenance, given the digest of the export's bytes."""


def provenance_path(export: Path) -> Path:
    """Return where the provenance of an export lies."""
    return export.with_name(export.name + ENDING)


@contextmanager
def vouched_path(target: Path, lines_of: LinesOf) -> Iterator[Path]:
    """Name a file to write; once all is written, it and its provenance appear."""
    with whole_path(target) as export:
        yield export
        with export.open("rb") as written:
            digest = file_digest(written, "sha256").hexdigest()
        with (
            whole_path(provenance_path(target)) as beside,
            new_text_file(beside) as file,
        ):
            file.writelines(lines_of(digest))
