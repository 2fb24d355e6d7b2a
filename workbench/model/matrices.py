"""Matrices: how many passages with each tag there are in each document, or the like.

Rows are always tags; the kind says what the columns are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from workbench.model.ids import AttributeId, DocumentId, PassageId, SavedMatrixId, TagId

USUAL_WORDS = 10
MOST_WORDS = 500

Key = int | str
"""What a row or column stands for: the id of a thing, or the value of an attribute."""


class MatrixKind(StrEnum):
    """What tags are set against."""

    DOCUMENT = "document"
    CASE = "case"
    ATTRIBUTE = "attribute"
    OVERLAP = "overlap"
    NEAR = "near"


class Measure(StrEnum):
    """What is counted in a cell."""

    PASSAGES = "passages"
    DOCUMENTS = "documents"


class MatrixOrder(StrEnum):
    """How rows and columns follow each other.

    By name: tags as in their tree, values as they compare, what has none last. By
    total: the most first.
    """

    NAME = "name"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class MatrixDefinition:
    """What a matrix counts, and how it is shown.

    A passage with a tag beneath another counts for that one too, unless `with_beneath`
    is off. It counts for a case when its document belongs to the case, or when it was
    confirmed to mention the case; and for a value when its document, or one of its
    cases, has that value.

    Of two tags, the passages with the row's are counted: those that have the column's
    as well, or that share a character with another passage that has it (`OVERLAP`);
    for `NEAR` it may also be at most `words` words away or, with None, in the same
    paragraph. Passages that lost their place are near nothing; elsewhere they count.

    With `tags`, only these and those beneath them are rows (and columns, of tags);
    with `documents`, only their passages count.
    """

    kind: MatrixKind = MatrixKind.DOCUMENT
    attribute_id: AttributeId | None = None
    measure: Measure = Measure.PASSAGES
    words: int | None = USUAL_WORDS
    with_beneath: bool = True
    tags: tuple[TagId, ...] = ()
    documents: tuple[DocumentId, ...] = ()
    order: MatrixOrder = MatrixOrder.NAME
    with_empty: bool = False

    @property
    def is_of_tags(self) -> bool:
        """Tell whether the columns are tags as well."""
        return self.kind in {MatrixKind.OVERLAP, MatrixKind.NEAR}


@dataclass(frozen=True, slots=True)
class MatrixEntry:
    """A row or a column; `total` counts each passage, or each document, once.

    The value of an attribute that nothing has is the empty text.
    """

    key: Key
    name: str
    total: int = 0
    color: int | None = None


@dataclass(frozen=True)
class Matrix:
    """Counts by row and column, as numbers from 0; cells of nothing are left out.

    `total` is what all rows and columns count together, each passage (or document)
    once. `all_rows` and `all_columns` are how many there are with the empty ones.
    """

    definition: MatrixDefinition = MatrixDefinition()
    rows: tuple[MatrixEntry, ...] = ()
    columns: tuple[MatrixEntry, ...] = ()
    counts: Mapping[tuple[int, int], int] = field(default_factory=dict)
    total: int = 0
    all_rows: int = 0
    all_columns: int = 0


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """A cell by what it stands for; without a row or a column it is all of them."""

    definition: MatrixDefinition
    row: TagId | None = None
    column: Key | None = None


@dataclass(frozen=True, slots=True)
class SavedMatrix:
    """A matrix under a name; what it counts is counted anew each time.

    `definition` is None where it cannot be read: another program wrote it, or a later
    version of this one.
    """

    id: SavedMatrixId
    name: str
    definition: MatrixDefinition | None
    analyst: str
    created_at: datetime


MarkedPlace = tuple[PassageId, DocumentId, int, int]
"""Where a passage stands: its document, start and end."""
