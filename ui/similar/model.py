"""What is similar to a passage, as rows: how much, in which words, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from ui.widgets.indexes import AnyIndex
from ui.widgets.plain import plain_tooltip
from ui.widgets.table_model import TableModel
from workbench.model.ids import DocumentId
from workbench.model.links import Stretch
from workbench.model.reuse import Similar
from workbench.model.spans import Span

SCORE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
STRENGTHS = ((0.95, "the same"), (0.7, "very similar"), (0.45, "similar"))
FAINT = "a little similar"


@dataclass(frozen=True, slots=True)
class Found:
    """What was asked about, and what is similar to it."""

    document_id: DocumentId
    title: str
    span: Span
    quote: str
    rows: Sequence[Similar]

    @property
    def stretch(self) -> Stretch:
        """Where it stands."""
        return Stretch(self.document_id, self.span)


class Column(IntEnum):
    """What stands in which column."""

    SCORE = 0
    QUOTE = 1
    DOCUMENT = 2


class SimilarModel(TableModel[Similar]):
    """The most similar ones come first."""

    headings = ("Similar", "Quote", "Document")

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def show(self, rows: Sequence[Similar]) -> None:
        """Show these, whatever was shown before."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, number: int) -> Similar:
        """Return what stands in a row."""
        return self._rows[number]

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        similar, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _shown(similar, column)
            case Qt.ItemDataRole.ToolTipRole:
                said = f"{similar.quote}\n{similar.title}\n{in_words(similar.score)}"
                return plain_tooltip(said)
            case _ if role == SCORE_ROLE:
                return similar.score
        return None


def in_words(score: float) -> str:
    """Say how similar something is: `82 %, very similar`."""
    words = next((it for least, it in STRENGTHS if score >= least), FAINT)
    return f"{score:.0%}, {words}"


def _shown(similar: Similar, column: Column) -> str:
    match column:
        case Column.SCORE:
            return f"{similar.score:.0%}"
        case Column.QUOTE:
            return " ".join(similar.quote.split())
    return similar.title
