"""Quotations of a text, and where in the project their words stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.model.ids import DocumentId
from workbench.model.links import Stretch
from workbench.model.spans import Span
from workbench.model.word_diffs import WordDiff


class QuoteKind(StrEnum):
    """Whether another document has the words of a quotation.

    `verbatim` ones have the same words and punctuation, whatever the letter case, the
    form of quotation marks and dashes, markup, and the punctuation at both ends.
    """

    VERBATIM = "verbatim"
    ALTERED = "altered"
    UNSOURCED = "unsourced"


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words between two quotation marks, or of a block quotation.

    `level` is 0 for what stands in no other quotation. One that is not closed ends
    with its paragraph.
    """

    span: Span
    text: str
    level: int = 0
    is_closed: bool = True


@dataclass(frozen=True, slots=True)
class QuoteSource:
    """Where the words stand: a stretch of another document's text."""

    document_id: DocumentId
    title: str
    span: Span
    text: str

    @property
    def stretch(self) -> Stretch:
        """Where it stands."""
        return Stretch(self.document_id, self.span)


@dataclass(frozen=True, slots=True)
class AuditedQuote:
    """A quotation, its best source, and the further ones.

    `diff` of an altered one is counted from the start of each stretch: what was
    removed from the source's text, what was added in the quotation's. `is_marked`
    tells that brackets or an ellipsis mark every change.
    """

    quotation: Quotation
    kind: QuoteKind
    source: QuoteSource | None = None
    diff: WordDiff | None = None
    others: tuple[QuoteSource, ...] = ()
    is_marked: bool = False
