"""Who changed a cell, when, and what it said and rested on then."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.keymap import new_action
from ui.tables.strip.ask_line import AskLine
from ui.tables.strip.entries import Entry, Line, Tone, folded
from ui.tables.strip.entry_list import EntryList
from ui.widgets.badge import BadgeKind
from ui.widgets.empty_state import EmptyState
from ui.widgets.moments import readable_moment
from workbench.model.cells import Cell, CellChange, Role
from workbench.model.ids import CellChangeId
from workbench.model.spans import Span
from workbench.text.rich_text import plain
from workbench.text.word_diff import word_diff

EMPTY = (
    "No changes yet",
    "Each change of the text or the evidence is kept here and can be restored.",
)
LABEL_WIDTH = 80


class CellHistoryPage(QWidget):
    """Changes, the newest first; Enter or a key asks to restore one."""

    restore_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.list = EntryList("History of the cell", opens_on_click=False)
        self.empty = EmptyState(*EMPTY, is_primary=False)
        restore = ("Restore", "Let the cell say and rest on what it did then")
        self.offer = AskLine("Restore", {"cell_history.restore": restore})
        self._now: CellChangeId | None = None
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.offer)
        column.addWidget(self._pages, 1)
        self.list.opened.connect(lambda _thing: self._restore())
        self.list.current_changed.connect(lambda _thing: self._offer())
        self.offer.asked.connect(lambda _id: self._restore())
        action = new_action("cell_history.restore", self.list)
        action.triggered.connect(self._restore)

    def show_changes(self, cell: Cell | None, changes: Sequence[CellChange]) -> None:
        """Show a cell's history; struck are words that it does not say any more."""
        self._now = changes[0].id if changes else None
        entries = [_entry(it, cell, changes[0]) for it in changes] if cell else []
        self.list.show_entries(entries)
        self._pages.setCurrentIndex(0 if entries else 1)
        self._offer()

    def take_focus(self) -> None:
        """Give the focus to the changes."""
        if self.list.entries.entries:
            self.list.setFocus()
        else:
            self.setFocus()

    def _restore(self) -> None:
        change = self.list.current
        if isinstance(change, CellChange) and change.id != self._now:
            self.restore_requested.emit(change.id)

    def _offer(self) -> None:
        change = self.list.current
        if not isinstance(change, CellChange) or change.id == self._now:
            self.offer.say("")
            return
        when = readable_moment(change.changed_at, with_time=True)
        self.offer.say(f"How the cell was, {when}", ["cell_history.restore"])


def _entry(change: CellChange, cell: Cell, newest: CellChange) -> Entry:
    facts = [change.label, change.analyst]
    badges = (("now", BadgeKind.OK),) if change is newest else ()
    return Entry(
        change,
        readable_moment(change.changed_at),
        None,
        (_summary(change, cell), *_evidence(change, cell)),
        " · ".join(it for it in facts if it),
        badges=badges,
        label_width=LABEL_WIDTH,
    )


def _summary(change: CellChange, cell: Cell) -> Line:
    then, now = folded(plain(change.summary)), folded(plain(cell.summary))
    if not then:
        return Line("none", "text", is_quote=False)
    gone = word_diff(then, now).removed
    return Line(then, "text", marked=gone, tone=Tone.GONE, is_quote=False)


def _evidence(change: CellChange, cell: Cell) -> list[Line]:
    """Return what was cited; struck is what is not cited so any more."""
    cited = {(it.role, folded(it.cited.quote)) for it in cell.citations}
    lines = [_quote(role, folded(quote), cited) for role, quote in change.quotes]
    if change.absent:
        absent = cell.absence is not None and cell.absence.query == change.absent
        gone = () if absent else (Span(0, len(change.absent)),)
        lines.append(_line(change.absent, "absent", gone))
    return lines


def _quote(role: Role, quote: str, cited: set[tuple[Role, str]]) -> Line:
    gone = () if (role, quote) in cited else (Span(0, len(quote)),)
    return _line(f"“{quote}”", role.value, tuple(Span(1, it.end + 1) for it in gone))


def _line(text: str, label: str, gone: tuple[Span, ...]) -> Line:
    return Line(text, label, gone, Tone.GONE, is_quote=False, most_lines=1)
