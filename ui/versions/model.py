"""The passages to review as rows, document by document."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QAbstractListModel, Qt
from typing_extensions import override

from ui.widgets.badge import BadgeKind
from ui.widgets.indexes import NO_PARENT, AnyIndex
from ui.widgets.rows import Role
from workbench.model.ids import PassageId
from workbench.model.passages import AnchorState
from workbench.model.reviewing import Review

KINDS = (AnchorState.EDITED, AnchorState.AMBIGUOUS, AnchorState.ORPHANED)
ALIKE = 0.9

_BADGES = {
    AnchorState.EDITED: BadgeKind.WARN,
    AnchorState.AMBIGUOUS: BadgeKind.WARN,
    AnchorState.ORPHANED: BadgeKind.BAD,
}


@dataclass(frozen=True, slots=True)
class Heading:
    """A row above the passages of one document."""

    title: str
    count: int


Row = Review | Heading


class ReviewModel(QAbstractListModel):
    """Passages that wait, under the titles of their documents; may show one kind."""

    def __init__(self) -> None:
        super().__init__()
        self._reviews: list[Review] = []
        self._rows: list[Row] = []
        self._kind: AnchorState | None = None

    @property
    def reviews(self) -> Sequence[Review]:
        """All that waits, whatever is shown."""
        return self._reviews

    @property
    def shown(self) -> list[Review]:
        """What is shown, from top to bottom."""
        return [row for row in self._rows if isinstance(row, Review)]

    @property
    def documents(self) -> set[int]:
        """The documents that the passages are of."""
        return {it.document_id for it in self._reviews}

    @property
    def kind(self) -> AnchorState | None:
        """The kind that is shown, None for all."""
        return self._kind

    def show(self, reviews: Iterable[Review]) -> None:
        """Show these, whatever was shown before."""
        self._reviews = sorted(reviews, key=_by_place)
        self._arrange()

    def change(self, changed: Sequence[Review], touched: Collection[int]) -> None:
        """Show some anew; those touched and not among them wait no more."""
        others = [it for it in self._reviews if it.id not in touched]
        self.show([*others, *changed])

    def show_kind(self, kind: AnchorState | None) -> None:
        """Show only one kind, or all."""
        self._kind = kind
        self._arrange()

    def count(self, kind: AnchorState) -> int:
        """Return how many of a kind wait."""
        return sum(it.kind is kind for it in self._reviews)

    def alike(self) -> list[PassageId]:
        """Return those edited so little that they can be accepted together."""
        return [
            it.id
            for it in self._reviews
            if it.kind is AnchorState.EDITED and it.likeness >= ALIKE
        ]

    def review_at(self, row: int) -> Review | None:
        """Return the passage of a row, None for a heading."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Review) else None

    def heading_at(self, row: int) -> Heading | None:
        """Return the heading of a row, None for a passage."""
        found = self._rows[row]
        return found if isinstance(found, Heading) else None

    def row_of(self, passage_id: int | None) -> int:
        """Return the row of a passage, -1 when it is not shown."""
        rows = enumerate(self._rows)
        return next(
            (at for at, it in rows if isinstance(it, Review) and it.id == passage_id),
            -1,
        )

    @override
    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if isinstance(row, Heading):
            return row.title if role == Role.TITLE else None
        match role:
            case Role.TITLE:
                return " ".join(row.old_quote.split())
            case Role.FACTS:
                return alikeness(row)
            case Role.BADGES:
                return [(row.kind.value, _BADGES[row.kind])]
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.old_quote}, {row.kind}, {row.title}"
        return None

    def _arrange(self) -> None:
        wanted = [it for it in self._reviews if self._kind in {None, it.kind}]
        self.beginResetModel()
        self._rows = []
        for _, group in groupby(wanted, key=lambda it: it.document_id):
            own = list(group)
            self._rows += [Heading(own[0].title, len(own)), *own]
        self.endResetModel()


def alikeness(review: Review) -> str:
    """Return how much of a passage is still there, in words."""
    if review.kind is AnchorState.EDITED:
        return f"{review.likeness:.0%} the same"
    return "" if review.kind is AnchorState.ORPHANED else "stands more than once"


def in_words(review: Review, places: int) -> str:
    """Say what became of a passage, with how many places there are to choose from."""
    match review.kind:
        case AnchorState.EDITED:
            return f"Edited: {review.likeness:.0%} of it is the same"
        case AnchorState.AMBIGUOUS if places > 1:
            return f"Ambiguous: it may be any of {places:,} places"
        case AnchorState.AMBIGUOUS:
            return "Ambiguous: more than one place was as likely"
        case _:
            return "Orphaned: its words are gone from the text"


def _by_place(review: Review) -> tuple[int, int, int]:
    return review.document_id, review.old_span.start, review.id
