"""The pairs as rows: which are shown, in which order, and what stands in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from typing_extensions import override

from ui.compare.kinds import ORDER, Kind
from ui.compare.ties import Tie
from ui.compare.words import link_words, name_of, score_words
from ui.widgets.indexes import NO_PARENT, AnyIndex
from workbench.model.links import LinkKind
from workbench.model.spans import Span
from workbench.model.word_diffs import WordDiff

TIE = int(Qt.ItemDataRole.UserRole) + 1
LONGEST_COMPARED = 4000
NO_DIFFERENCE = WordDiff((), ())

Differences = Callable[[str, str], WordDiff]


class PairOrder(StrEnum):
    """How rows are sorted."""

    PLACE = "place"
    SCORE = "score"


class PairModel(QAbstractListModel):
    """Lists ties; `differences` tells which words of two stretches differ."""

    def __init__(self, differences: Differences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._differences = differences
        self._all: list[Tie] = []
        self._rows: list[Tie] = []
        self._kinds: frozenset[Kind] = frozenset()
        self._only_linked = False
        self._order = PairOrder.PLACE
        self._diffs: dict[tuple[int, int, Span, Span], WordDiff] = {}
        self.texts: Sequence[str] = ()
        self.titles: Sequence[str] = ()

    @property
    def total(self) -> int:
        """How many pairs there are, shown or not."""
        return len(self._all)

    @property
    def ties(self) -> Sequence[Tie]:
        """The pairs that are shown, from the top."""
        return self._rows

    @property
    def is_filtered(self) -> bool:
        """Tell whether only some of the pairs are wanted."""
        return bool(self._kinds) or self._only_linked

    def counts(self) -> dict[Kind, int]:
        """Return how many pairs of each kind there are, in the order of kinds."""
        counted = Counter(it.kind for it in self._all)
        return {kind: counted[kind] for kind in ORDER if counted[kind]}

    def linked(self) -> int:
        """Return how many pairs somebody linked."""
        return sum(bool(it.links) for it in self._all)

    def show_ties(
        self, ties: Sequence[Tie], texts: Sequence[str], titles: Sequence[str]
    ) -> None:
        """List other pairs, of texts in the order of the panes."""
        if tuple(texts) != tuple(self.texts):
            self._diffs.clear()
        self.texts, self.titles = texts, titles
        self._all = [it for it in ties if not it.is_mirrored]
        self._arrange()

    def filter(self, kinds: Collection[Kind], *, only_linked: bool) -> None:
        """Show only pairs of these kinds, or of all when there are none."""
        self._kinds, self._only_linked = frozenset(kinds), only_linked
        self._arrange()

    def sort_by(self, order: PairOrder) -> None:
        """Sort by place in the first text, or the surest first."""
        self._order = order
        self._arrange()

    def row_of(self, tie: Tie | None) -> int:
        """Return in which row a tie stands, -1 if in none."""
        return next((n for n, it in enumerate(self._rows) if it.is_same(tie)), -1)

    def quotes(self, tie: Tie) -> tuple[str, str]:
        """Return the two stretches of a tie; empty where only one text has it."""
        ends = ((tie.left, tie.a), (tie.right, tie.b))
        first, second = (
            span.of(self.texts[pane]) if span else "" for pane, span in ends
        )
        return first, second

    def differing(self, tie: Tie) -> WordDiff:
        """Return the words that differ, as spans from where each stretch begins."""
        if tie.diff is not None:
            return _relative(tie)
        a, b = tie.a, tie.b
        is_alike = tie.kind in {LinkKind.VERBATIM, LinkKind.PARAPHRASE}
        if is_alike or a is None or b is None:
            return NO_DIFFERENCE
        if len(a) + len(b) > LONGEST_COMPARED:
            return NO_DIFFERENCE
        key = tie.left, tie.right, a, b
        if key not in self._diffs:
            self._diffs[key] = self._differences(*self.quotes(tie))
        return self._diffs[key]

    @override
    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        tie = self._rows[index.row()]
        if role == TIE:
            return tie
        if role in (
            Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole,
        ):  # fmt: skip
            said = [name_of(tie.kind), score_words(tie), link_words(tie)]
            said += (" ".join(it.split()) for it in self.quotes(tie))
            return ". ".join(part for part in said if part)
        return None

    def index_of(self, tie: Tie | None) -> QModelIndex:
        """Return the index of a tie, an invalid one if it is not shown."""
        row = self.row_of(tie)
        return self.index(row) if row >= 0 else QModelIndex()

    def _arrange(self) -> None:
        self.beginResetModel()
        self._rows = [
            it
            for it in self._all
            if (not self._kinds or it.kind in self._kinds)
            and (it.links or not self._only_linked)
        ]
        self._rows.sort(key=_by_place)
        if self._order is PairOrder.SCORE:
            self._rows.sort(key=_by_score, reverse=True)
        self.endResetModel()


def _by_place(tie: Tie) -> tuple[int, int, Span, Span]:
    return tie.left, tie.right, *tie.place


def _by_score(tie: Tie) -> float:
    return 1.0 if tie.score is None else tie.score


def _relative(tie: Tie) -> WordDiff:
    diff = tie.diff or NO_DIFFERENCE
    return WordDiff(_from(tie.a, diff.removed), _from(tie.b, diff.added))


def _from(whole: Span | None, spans: Sequence[Span]) -> tuple[Span, ...]:
    if whole is None:
        return ()
    return tuple(
        Span(max(it.start, whole.start) - whole.start, it.end - whole.start)
        for it in spans
        if it.overlaps(whole)
    )
