"""What documents share, to give out of the project as one page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from workbench.model.comparison_reports import ComparedPair
from workbench.model.documents import Document
from workbench.model.ids import DocumentId
from workbench.model.reuse import Shared

Two = tuple[DocumentId, DocumentId]


@dataclass(frozen=True, slots=True)
class SharedList:
    """What two documents share, with their texts; `pairs` may be only the first."""

    a: Document
    b: Document
    shared: Shared
    a_text: str
    b_text: str
    pairs: tuple[ComparedPair, ...]


@dataclass(frozen=True, slots=True)
class ReuseReport:
    """A matrix of documents, in order, and lists of what each two share.

    `waiting` documents were not compared yet; `unshown` ones share something too, but
    less than those that are shown.
    """

    project: str
    analyst: str
    made_at: datetime
    documents: tuple[Document, ...]
    shared: Mapping[Two, Shared]
    lists: tuple[SharedList, ...]
    waiting: int = 0
    unshown: int = 0
