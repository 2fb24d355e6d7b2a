"""The outcomes of an import as a list, and in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import (
    QAbstractListModel,
    QObject,
    Qt,
)
from typing_extensions import override

from ui.widgets.counting import count_of
from ui.widgets.indexes import NO_PARENT, AnyIndex
from ui.widgets.plain import plain_tooltip
from ui.widgets.rows import Role
from workbench.model.imports import ImportOutcome, ImportStatus

WORDS = {
    ImportStatus.IMPORTED: ("imported", "ok"),
    ImportStatus.RENEWED: ("new version", "ok"),
    ImportStatus.DUPLICATE: ("duplicate", "warn"),
    ImportStatus.FAILED: ("failed", "bad"),
    ImportStatus.PASSED_OVER: ("not read", "warn"),
}


GOOD = {ImportStatus.IMPORTED, ImportStatus.RENEWED}


class OutcomesModel(QAbstractListModel):
    """One row a file; what went wrong comes first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outcomes: list[ImportOutcome] = []

    def show_outcomes(self, outcomes: Sequence[ImportOutcome]) -> None:
        """Show what became of the files of one import."""
        self.beginResetModel()
        self._outcomes = sorted(outcomes, key=_urgency)
        self.endResetModel()

    @property
    def outcomes(self) -> list[ImportOutcome]:
        """Return the outcomes in the order shown."""
        return self._outcomes

    @override
    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._outcomes)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        outcome = self._outcomes[index.row()]
        if role == Role.TITLE:
            return PurePath(outcome.path).name or outcome.name
        if role == Role.FACTS:
            return sentence(outcome)
        if role == Role.BADGES:
            return _badges(outcome)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(f"{outcome.path}\n{sentence(outcome)}")
        return None


def sentence(outcome: ImportOutcome) -> str:
    """Say what became of a file."""
    if outcome.error:
        return outcome.error
    if told := [*outcome.warnings, *near_copies(outcome)]:
        return " ".join(told)
    return f"{outcome.characters:,} characters, {outcome.encoding}"


def near_copies(outcome: ImportOutcome) -> list[str]:
    """Say what a document is nearly the same as."""
    return [f"{it.percent} % the same as “{it.name}”." for it in outcome.near_copies]


def counts(outcomes: Sequence[ImportOutcome]) -> str:
    """Say how many files met which fate: `12 imported, 1 duplicate, 1 failed`."""
    found: Counter[ImportStatus] = Counter()
    for outcome in outcomes:
        found[outcome.status] += outcome.files
    parts = [f"{found[s]:,} {WORDS[s][0]}" for s in ImportStatus if found[s]]
    return ", ".join(parts) or "Nothing to import"


def what_came(outcomes: Sequence[ImportOutcome]) -> str:
    """Say what came in: `3 documents and 1 new version`."""
    added = sum(it.status is ImportStatus.IMPORTED for it in outcomes)
    renewed = sum(it.status is ImportStatus.RENEWED for it in outcomes)
    words = [count_of(added, "document")] if added else []
    words += [count_of(renewed, "new version")] if renewed else []
    return " and ".join(words)


def report_text(outcomes: Sequence[ImportOutcome]) -> str:
    """Return the report as lines of text to paste elsewhere."""
    lines = [f"{it.status}\t{it.path}\t{sentence(it)}" for it in outcomes]
    return "\n".join([counts(outcomes), *lines]) + "\n"


def needs_attention(outcomes: Sequence[ImportOutcome]) -> bool:
    """Tell whether anything did not come in, or came in with a warning."""
    return any(
        outcome.status not in GOOD or outcome.warnings or outcome.near_copies
        for outcome in outcomes
    )


def _urgency(outcome: ImportOutcome) -> int:
    order = (
        ImportStatus.FAILED,
        ImportStatus.DUPLICATE,
        ImportStatus.PASSED_OVER,
        ImportStatus.RENEWED,
        ImportStatus.IMPORTED,
    )
    has_more = bool(outcome.warnings or outcome.near_copies)
    return 2 * order.index(outcome.status) - has_more


def _badges(outcome: ImportOutcome) -> list[tuple[str, str]]:
    badges = [WORDS[outcome.status]]
    if outcome.warnings and outcome.status in GOOD:
        badges.append(("check", "warn"))
    if outcome.near_copies:
        badges.append((f"{outcome.near_copies[0].percent} % the same", "warn"))
    return badges
