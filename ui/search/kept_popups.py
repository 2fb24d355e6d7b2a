"""The searches that were saved, and those that were asked before, over the field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QToolButton, QWidget
from typing_extensions import override

from ui.theme import interface_font
from ui.widgets.choice_list import ROW_HEIGHT, Choice, ChoiceList
from ui.widgets.counting import count_of
from ui.widgets.moments import readable_moment
from ui.widgets.plain import PlainLabel
from ui.widgets.popup import Popup
from workbench.model.searches import PastSearch, SavedSearch
from workbench.operations.searches import Counts

WIDTH, SAVED_WIDTH = 520, 600
SAVED_SHARE = 0.64
"""The part of a row for what a saved search finds, and what is new in it."""
MOST_ROWS, AROUND_ROWS = 10, 118


class SavePopup(Popup):
    """Asks for the name of a search to save; Enter saves."""

    named = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Save this search", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = QLineEdit()
        self.field.setAccessibleName("Name of the search")
        self.field.setMinimumWidth(280)
        self.field.returnPressed.connect(self._take)
        button = QPushButton("Save")
        button.setProperty("primary", True)
        button.clicked.connect(self._take)
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(button)
        self.body.addLayout(row)

    def open_at(self, point: QPoint, name: str) -> None:
        """Open with a name to begin with."""
        self.field.setText(name)
        self.show_at(point)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.field.selectAll()

    def _take(self) -> None:
        if name := self.field.text().strip():
            self.close()
            self.named.emit(name)


class SavedPopup(Popup):
    """Enter runs a saved search, F2 renames it, Del removes it."""

    chosen = Signal(object)  # SavedSearch
    rename_requested = Signal(int, str)
    remove_requested = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Saved searches", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._renaming: SavedSearch | None = None
        self._now: Counts = {}
        self._before: Counts = {}
        self._saved: Sequence[SavedSearch] = ()
        self.choices = ChoiceList("Find a saved search", fact_share=SAVED_SHARE)
        self.choices.chosen.connect(self._choose)
        self.choices.field.installEventFilter(self)
        self._name = QLineEdit()
        self._name.setAccessibleName("New name of the search")
        self._name.returnPressed.connect(self._rename)
        self._name.installEventFilter(self)
        self._name.hide()
        self.body.addWidget(self._name)
        self.body.addWidget(self.choices, 1)
        self.body.addWidget(_hint("Enter runs · F2 renames · Del removes"))

    def open_at(self, point: QPoint, saved: Sequence[SavedSearch]) -> None:
        """Open with these searches."""
        rows = min(max(len(saved), 1), MOST_ROWS)
        self.setFixedSize(SAVED_WIDTH, rows * ROW_HEIGHT + AROUND_ROWS)
        self._saved = saved
        self.choices.offer(self._choices())
        self.show_at(point)
        self.choices.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_saved(self, saved: Sequence[SavedSearch]) -> None:
        """Show the searches as they are now."""
        self._saved = saved
        self.choices.replace(self._choices())

    def show_counts(self, now: Counts, before: Counts) -> None:
        """Say how much each finds, and how it differs from when it was looked at."""
        self._now, self._before = now, before
        self.choices.replace(self._choices())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if watched is self._name:
            return self._take_name_key(event)
        return self._take_key(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        current = self.choices.current
        field = self.choices.field
        is_at_end = field.cursorPosition() == len(field.text())
        if current is None or not isinstance(current.value, SavedSearch):
            return False
        if event.key() == Qt.Key.Key_F2:
            self._begin_renaming(current.value)
        elif event.key() == Qt.Key.Key_Delete and is_at_end:
            self.remove_requested.emit(current.value.id)
        else:
            return False
        return True

    def _take_name_key(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Escape:
            return False
        self._end_renaming()
        return True

    def _begin_renaming(self, search: SavedSearch) -> None:
        self._renaming = search
        self.choices.field.hide()
        self._name.setText(search.name)
        self._name.show()
        self._name.setFocus()
        self._name.selectAll()

    def _end_renaming(self) -> None:
        self._renaming = None
        self._name.hide()
        self.choices.field.show()
        self.choices.field.setFocus()

    def _rename(self) -> None:
        renaming, name = self._renaming, self._name.text().strip()
        self._end_renaming()
        if renaming is not None and name and name != renaming.name:
            self.rename_requested.emit(renaming.id, name)

    def _choose(self, value: object) -> None:
        self.close()
        self.chosen.emit(value)

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
        row.addWidget(_hint("Enter searches again"), 1)
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


def _hint(words: str) -> PlainLabel:
    hint = PlainLabel(words)
    hint.setFont(interface_font(12))
    hint.setProperty("muted", True)
    return hint


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
