"""The outcomes of an import as a list, and in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from PySide6.QtCore import (
    QAbstractListModel,
    QObject,
    Qt,
)
from typing_extensions import override

from ui.exchange.report_roles import ReportRole
from ui.widgets.counting import count_of
from ui.widgets.indexes import NO_PARENT, AnyIndex
from ui.widgets.plain import plain_tooltip
from ui.widgets.rows import Role
from workbench.model.ids import DocumentId
from workbench.model.imports import ImportOutcome, ImportStatus
from workbench.model.near_copies import NearCopy

WORDS = {
    ImportStatus.IMPORTED: ("imported", "ok"),
    ImportStatus.RENEWED: ("new version", "ok"),
    ImportStatus.DUPLICATE: ("duplicate", "warn"),
    ImportStatus.FAILED: ("failed", "bad"),
    ImportStatus.PASSED_OVER: ("not read", "warn"),
}


GOOD = {ImportStatus.IMPORTED, ImportStatus.RENEWED}


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A file of the import, or beneath it a document that is nearly the same."""

    outcome: ImportOutcome
    copy: NearCopy | None = None

    @property
    def document_id(self) -> DocumentId | None:
        """The document to open for this row."""
        return self.copy.document_id if self.copy else self.outcome.document_id


class OutcomesModel(QAbstractListModel):
    """One row a file, and one a near-copy; what went wrong comes first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outcomes: list[ImportOutcome] = []
        self._rows: list[ReportRow] = []

    def show_outcomes(self, outcomes: Sequence[ImportOutcome]) -> None:
        """Show what became of the files of one import."""
        self.beginResetModel()
        self._outcomes = sorted(outcomes, key=_urgency)
        self._rows = [
            row
            for it in self._outcomes
            for row in (ReportRow(it), *(ReportRow(it, c) for c in it.near_copies))
        ]
        self.endResetModel()

    @property
    def outcomes(self) -> list[ImportOutcome]:
        """Return the outcomes in the order shown."""
        return self._outcomes

    @override
    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def document_at(self, row: int) -> DocumentId | None:
        """Return the document to open for a row."""
        return self._rows[row].document_id

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == ReportRole.IS_COPY:
            return row.copy is not None
        if row.copy:
            return _of_copy(row.copy, role)
        return _of_file(row.outcome, role)


def _of_file(outcome: ImportOutcome, role: int) -> object:
    if role == Role.TITLE:
        return PurePath(outcome.path).name or outcome.name
    if role == ReportRole.SENTENCES:
        return sentences(outcome)
    if role == Role.BADGES:
        return _badges(outcome)
    if role == Qt.ItemDataRole.ToolTipRole:
        return plain_tooltip(outcome.path)
    if role == Qt.ItemDataRole.AccessibleTextRole:
        name = PurePath(outcome.path).name or outcome.name
        return f"{name}, {WORDS[outcome.status][0]}. {' '.join(sentences(outcome))}"
    return None


def _of_copy(copy: NearCopy, role: int) -> object:
    if role == Role.TITLE:
        return likeness(copy)
    if role == Qt.ItemDataRole.ToolTipRole:
        return plain_tooltip(f"Open “{copy.name}”")
    return None


def sentences(outcome: ImportOutcome) -> list[str]:
    """Say what became of a file; each warning is a sentence of its own."""
    if outcome.error:
        return [outcome.error]
    if outcome.warnings:
        return list(outcome.warnings)
    count = count_of(outcome.characters, "character")
    return [", ".join(filter(None, [count, outcome.encoding]))]


def likeness(copy: NearCopy) -> str:
    """Say what a document is nearly the same as."""
    return f"{copy.percent} % the same as “{copy.name}”"


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
    lines = [
        f"{it.status}\t{it.path}\t{' '.join([*sentences(it), *_copies(it)])}"
        for it in outcomes
    ]
    return "\n".join([counts(outcomes), *lines]) + "\n"


def _copies(outcome: ImportOutcome) -> list[str]:
    return [f"{likeness(it)}." for it in outcome.near_copies]


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
        badges.append(("near-copy", "warn"))
    return badges
