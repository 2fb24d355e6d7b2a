"""Reads files of references, in the workers that read all files of strangers."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from workbench.errors import UnreadableFile
from workbench.importing.finding import find_files, leads_to_folder
from workbench.importing.formats import BIBLIOGRAPHIES
from workbench.importing.references.carrying import carried
from workbench.importing.workers import Asked, Refused, shared_workers
from workbench.model.references import ReferenceFile

LARGEST_FILE = 20_000_000
_CERTAIN = BIBLIOGRAPHIES - {".json", ".rdf"}


def read_references(path: Path) -> ReferenceFile:
    """Return what a file of references has; `UnreadableFile` says what is wrong."""
    (found,) = read_bibliographies([path])
    if isinstance(found, Refused):
        raise UnreadableFile(found.reason)
    return found


def read_bibliographies(paths: Sequence[Path]) -> Iterator[ReferenceFile | Refused]:
    """Yield what each of these files has, or why that cannot be told."""
    contents = [_content(it) for it in paths]
    asked = [
        Asked(path, content=content)
        for path, content in zip(paths, contents, strict=True)
        if isinstance(content, bytes)
    ]
    answers = shared_workers().read(asked) if asked else iter(())
    for path, content in zip(paths, contents, strict=True):
        answer = next(answers) if isinstance(content, bytes) else content
        if isinstance(answer, Refused):
            yield answer
            continue
        try:
            yield carried(answer[0], path)
        except UnreadableFile as error:
            yield Refused(path, str(error))


def bibliographies_among(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files, also those in folders, that could have references."""
    for path in paths:
        is_folder = leads_to_folder(path)
        if path.suffix.lower() in BIBLIOGRAPHIES and not is_folder:
            yield path
        elif is_folder:
            found = find_files([path]).passed_over
            yield from (it for it in found if it.suffix.lower() in BIBLIOGRAPHIES)


def must_have_references(path: Path) -> bool:
    """Tell whether a file is of no use but for references; any JSON may be else."""
    return path.suffix.lower() in _CERTAIN


def _content(path: Path) -> bytes | Refused:
    if path.suffix.lower() not in BIBLIOGRAPHIES:
        return Refused(
            path,
            f"{path.name} does not end in .ris, .bib, .json or .rdf; choose a file of"
            " references, or a folder with one.",
        )
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Refused(path, f"{path.name} is not a regular file; choose one.")
        if status.st_size > LARGEST_FILE:
            return Refused(
                path,
                f"{path.name} is larger than {LARGEST_FILE // 1_000_000} MB; export the"
                " references in several files.",
            )
        if not status.st_size:
            return Refused(path, f"{path.name} is empty; export the references again.")
        return path.read_bytes()
    except OSError as error:
        return Refused(
            path, f"{path.name} cannot be read ({error.strerror}); see whether you may."
        )
