"""What became of each file of an import."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.model.ids import DocumentId
from workbench.model.near_copies import NearCopy


class ImportStatus(StrEnum):
    """What became of one file."""

    IMPORTED = "imported"
    RENEWED = "new version"
    DUPLICATE = "duplicate"
    FAILED = "failed"
    PASSED_OVER = "not read"


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """One line of the import report.

    `document_id` is the new document's or, for a duplicate, that of the one already
    there; `error` is one sentence, empty when the file came in. All files of a folder
    that are of no kind that is read share one line, with the folder as its path.
    `files` is how many a line is about. `near_copies` are documents that were there
    before and are nearly the same.
    """

    path: str
    status: ImportStatus
    document_id: DocumentId | None
    name: str
    characters: int = 0
    sha256: str = ""
    encoding: str = ""
    warnings: tuple[str, ...] = ()
    error: str = ""
    files: int = 1
    near_copies: tuple[NearCopy, ...] = ()
