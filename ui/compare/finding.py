"""Finds what texts share, two of them at a time, in jobs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from ui.asking import LatestQuestion
from ui.common import Common
from ui.compare.reading import Shown
from ui.jobs import Lane
from workbench.jobs import Tracker
from workbench.model.alignments import Pair
from workbench.model.version_pairs import VersionPair
from workbench.operations.comparing import compare_documents
from workbench.operations.version_comparing import compare_versions
from workbench.views import ProjectView

Found = Sequence[Pair] | Sequence[VersionPair]


@dataclass(frozen=True, slots=True)
class Two:
    """Two texts to compare; the same twice asks for twins."""

    a: Shown
    b: Shown

    @property
    def are_versions(self) -> bool:
        """Tell whether they are versions of one document."""
        return self.a.version is not None or self.b.version is not None


def two(one: Shown, other: Shown) -> Two:
    """Put two texts in the order in which they are compared, whatever pane they are in.

    Versions stay as they are: the old one stands at the left.
    """
    question = Two(one, other)
    if question.are_versions or one.document_id <= other.document_id:
        return question
    return Two(other, one)


class Finder(QObject):
    """Compares what is wanted and not known yet; `found` follows each answer."""

    found = Signal()
    failed = Signal(object)

    def __init__(self, common: Common, parent: QObject) -> None:
        super().__init__(parent)
        self._known: dict[Two, Found] = {}
        self._wanted: list[Two] = []
        self._question = LatestQuestion[tuple[Two, Found]](
            common.project, common.runner, "Comparing texts", self, Lane.COMPLETION
        )
        self._question.answered.connect(self._take)
        self._question.failed.connect(self._fail)

    @property
    def missing(self) -> int:
        """How many comparisons of those that are wanted are not done."""
        return sum(it not in self._known for it in self._wanted)

    def want(self, questions: Sequence[Two]) -> None:
        """Compare these, and stop comparing others."""
        self._wanted = list(dict.fromkeys(questions))
        self._ask_next()

    def known(self, question: Two) -> Found | None:
        """Return what two texts share; None while nobody knows."""
        return self._known.get(question)

    def forget(self, document_ids: Collection[int] | None = None) -> None:
        """Forget what was found in these documents, or in all."""
        self._known = {
            question: found
            for question, found in self._known.items()
            if document_ids is not None
            and not {question.a.document_id, question.b.document_id} & {*document_ids}
        }

    def stop(self) -> None:
        """Compare nothing any more."""
        self._wanted = []
        self._question.drop()

    def _ask_next(self) -> None:
        for question in self._wanted:
            if question not in self._known:
                self._question.ask_tracked(partial(_answered, question))
                return
        self._question.drop()

    def _take(self, answer: tuple[Two, Found]) -> None:
        question, found = answer
        self._known[question] = found
        self.found.emit()
        self._ask_next()

    def _fail(self, error: object) -> None:
        self._wanted = []
        self.failed.emit(error)


def _answered(question: Two, view: ProjectView, tracker: Tracker) -> tuple[Two, Found]:
    return question, _compared(view, question, tracker)


def _compared(view: ProjectView, question: Two, tracker: Tracker) -> Found:
    a, b = question.a, question.b
    if not question.are_versions:
        return compare_documents(view, a.document_id, b.document_id, tracker)
    current = view.documents.version(a.document_id)
    numbers = (a.version or current, b.version or current)
    return compare_versions(view, a.document_id, *numbers, tracker)
