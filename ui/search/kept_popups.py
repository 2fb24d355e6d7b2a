"""The searches that were saved, and those that were asked before, over the field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ui.widgets.choice_list import ROW_HEIGHT, Choice, ChoiceList
from ui.widgets.counting import count_of
from ui.widgets.kept_popups import (
    AROUND_ROWS,
    MOST_ROWS,
    KeptPopup,
    NamePopup,
    muted_hint,
)
from ui.widgets.moments import readable_moment
from ui.widgets.popup import Popup
from workbench.model.searches import PastSearch, SavedSearch
from workbench.operations.searches import Counts

WIDTH = 520
SAVED_SHARE = 0.64
"""The part of a row for what a saved search finds, and what is new in it."""


class SavePopup(NamePopup):
    """Asks for the name of a search to save; Enter saves."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Save this search", "Name of the search", parent)


class SavedPopup(KeptPopup):
    """Enter runs a saved search, F2 renames it, Del removes it."""

    def __init__(self, parent: QWidget) -> None:
        hint = "Enter runs · F2 renames · Del removes"
        super().__init__("Saved searches", "search", hint, parent, SAVED_SHARE)
        self._now: Counts = {}
        self._before: Counts = {}
        self._saved: Sequence[SavedSearch] = ()

    def open_at(self, point: QPoint, saved: Sequence[SavedSearch]) -> None:
        """Open with these searches."""
        self._saved = saved
        self.offer_at(point, self._choices())

    def show_saved(self, saved: Sequence[SavedSearch]) -> None:
        """Show the searches as they are now."""
        self._saved = saved
        self.choices.replace(self._choices())

    def show_counts(self, now: Counts, before: Counts) -> None:
        """Say how much each finds, and how it differs from when it was looked at."""
        self._now, self._before = now, before
        self.choices.replace(self._choices())

    def _choices(self) -> list[Choice]:
        return [Choice(it.name, self._fact(it), it) for it in self._saved]

    def _fact(self, search: SavedSearch) -> str:
        now = self._now.get(search.id)
        if now is None:
            return search.query
        change = _change(self._before.get(search.id, now), now)
        return f"{_found(*now)} · {change}" if change else _found(*now)


class PastPopup(Popup):
    """Enter runs a past search again; the last one comes first."""

    chosen = Signal(object)  # PastSearch
    forget_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Past searches", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.choices = ChoiceList("Find a past search")
        self.choices.chosen.connect(self._choose)
        forget = QToolButton()
        forget.setText("Forget all")
        forget.setProperty("link", True)
        forget.setAccessibleName("Forget all past searches")
        forget.clicked.connect(self._forget)
        row = QHBoxLayout()
        row.addWidget(muted_hint("Enter searches again"), 1)
        row.addWidget(forget)
        self.body.addWidget(self.choices, 1)
        self.body.addLayout(row)

    def open_at(self, point: QPoint, past: Sequence[PastSearch]) -> None:
        """Open with these searches."""
        rows = min(max(len(past), 1), MOST_ROWS)
        self.setFixedSize(WIDTH, rows * ROW_HEIGHT + AROUND_ROWS)
        self.choices.offer([Choice(it.query, _when(it), it) for it in past])
        self.show_at(point)
        self.choices.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, value: object) -> None:
        self.close()
        self.chosen.emit(value)

    def _forget(self) -> None:
        self.close()
        self.forget_requested.emit()


def _found(documents: int, hits: int) -> str:
    if not hits:
        return "no hits"
    return f"{count_of(hits, 'hit')} in {count_of(documents, 'document')}"


def _change(before: tuple[int, int], now: tuple[int, int]) -> str:
    """Say how many documents more or fewer are found; if as many, how many hits."""
    for noun, old, new in zip(("document", "hit"), before, now, strict=True):
        if new != old:
            sign = "+" if new > old else "−"
            return f"{sign}{count_of(abs(new - old), noun)} since you looked"
    return ""


def _when(past: PastSearch) -> str:
    moment = readable_moment(past.asked_at)
    return f"{_found(past.documents, past.hits)} · {moment}"
