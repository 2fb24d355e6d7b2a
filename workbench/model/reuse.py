"""Which documents of a project share statements, and which passages are alike."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.alignments import PairKind
from workbench.model.ids import DocumentId
from workbench.model.links import Stretch
from workbench.model.spans import Span


@dataclass(frozen=True, slots=True)
class ReuseUpdate:
    """What a comparison did: documents that were compared, pairs that were found."""

    compared: int
    pairs: int


@dataclass(frozen=True, slots=True)
class ReuseDocument:
    """A document; until it `is_current`, what it shares is not known."""

    id: DocumentId
    title: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Shared:
    """How many statements two documents share; the id of `a` is the smaller one.

    `characters` are those of `a` that stand in any of the statements.
    """

    a: DocumentId
    b: DocumentId
    verbatim: int
    altered: int
    paraphrase: int
    characters: int

    @property
    def statements(self) -> int:
        """How many statements they share, of whatever kind."""
        return self.verbatim + self.altered + self.paraphrase


@dataclass(frozen=True, slots=True)
class CommonStatement:
    """A statement so common that not every two documents with it were compared.

    It stands at `span` of a document and in at least so many others, each of which was
    compared with the first of them.
    """

    document_id: DocumentId
    span: Span
    others: int


@dataclass(frozen=True, slots=True)
class Reuse:
    """The documents of a project, what each two share, and what very many share."""

    documents: tuple[ReuseDocument, ...]
    shared: tuple[Shared, ...]
    common: tuple[CommonStatement, ...] = ()

    @property
    def waiting(self) -> int:
        """How many documents are not compared yet, or have changed since."""
        return sum(not it.is_current for it in self.documents)


@dataclass(frozen=True, slots=True)
class Similar:
    """A stretch of a document that is like another one.

    `score` goes from 0 to 1, where all words are the same.
    """

    document_id: DocumentId
    title: str
    span: Span
    quote: str
    score: float

    @property
    def stretch(self) -> Stretch:
        """Where it stands."""
        return Stretch(self.document_id, self.span)


@dataclass(frozen=True, slots=True)
class Restatement:
    """A stretch of another document, `there`, that says what is said `here`."""

    kind: PairKind
    here: Stretch
    there: Stretch
