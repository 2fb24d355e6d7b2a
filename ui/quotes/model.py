"""The quotations of a document as rows, all or those of one kind."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from ui.quotes.words import kind_words
from ui.widgets.indexes import AnyIndex
from ui.widgets.plain import plain_tooltip
from ui.widgets.table_model import TableModel
from workbench.model.ids import DocumentId
from workbench.model.links import Stretch
from workbench.model.quotations import AuditedQuote, QuoteKind

QUOTE_ROLE = Qt.ItemDataRole.UserRole + 200
LINKED_ROLE = Qt.ItemDataRole.UserRole + 201

Ends = frozenset[Stretch]
"""The two stretches that a link ties, whichever comes first."""


@dataclass(frozen=True, slots=True)
class Audited:
    """A document's quotations, and which stretches are tied by links already."""

    document_id: DocumentId
    title: str
    quotes: Sequence[AuditedQuote]
    linked: Collection[Ends] = ()

    def ends(self, quote: AuditedQuote) -> Ends | None:
        """Return what a link of a quotation with its source ties."""
        if quote.source is None:
            return None
        here = Stretch(self.document_id, quote.quotation.span)
        return frozenset((here, quote.source.stretch))

    def count(self, kind: QuoteKind) -> int:
        """Return how many quotations are of a kind."""
        return sum(it.kind is kind for it in self.quotes)


class QuotesModel(TableModel[AuditedQuote]):
    """One column, painted by a delegate; its words are for those who listen."""

    headings = ("Quotation",)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._audited: Audited | None = None

    def show(self, audited: Audited, kind: QuoteKind | None) -> None:
        """Show the quotations of a kind, or all."""
        self.beginResetModel()
        self._audited = audited
        self._rows = [it for it in audited.quotes if kind in {None, it.kind}]
        self.endResetModel()

    def row_of(self, quote: AuditedQuote) -> int:
        """Return the row of what stands where this quotation did; -1 without any."""
        start = quote.quotation.span.start
        places = (it.quotation.span.start for it in self._rows)
        return next((row for row, it in enumerate(places) if it == start), -1)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        quote = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _spoken(quote)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(_tip(quote))
            case _ if role == QUOTE_ROLE:
                return quote
            case _ if role == LINKED_ROLE:
                return self._is_linked(quote)
        return None

    def _is_linked(self, quote: AuditedQuote) -> bool:
        audited = self._audited
        return audited is not None and audited.ends(quote) in audited.linked


def _spoken(quote: AuditedQuote) -> str:
    source = f", from {quote.source.title}" if quote.source else ""
    return f"{kind_words(quote.kind)}: {quote.quotation.text}{source}"


def _tip(quote: AuditedQuote) -> str:
    lines = [quote.quotation.text]
    if quote.source is not None:
        lines.append(f"From {quote.source.title}")
    if not quote.quotation.is_closed:
        lines.append("It is never closed, and ends with its paragraph")
    return "\n".join(lines)
