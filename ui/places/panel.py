"""The list of places to go to: type to find one, Enter goes there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget
from typing_extensions import override

from ui.resources import icon
from ui.theme import interface_font
from ui.widgets.choice_list import Choice, ChoiceList
from ui.widgets.empty_state import EmptyState
from ui.widgets.plain import PlainLabel, plain_tooltip
from ui.widgets.popup import Popup
from workbench.model.bookmarks import Bookmark

SIZE = (520, 380)


class PlacesPanel(Popup):
    """Offers places; a bookmark among them can be renamed and removed.

    `chosen` carries the choice's value: a span or a bookmark.
    """

    chosen = Signal(object)
    rename_requested = Signal(int, str)
    remove_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Go to", parent)
        self.setFixedSize(*SIZE)
        self.choices = ChoiceList("Find a place")
        self.choices.chosen.connect(self._choose)
        self.choices.current_changed.connect(self._show_whether_bookmark)
        self.choices.field.installEventFilter(self)
        self.name_field = QLineEdit()
        self.name_field.setAccessibleName("Name of the bookmark")
        self.name_field.returnPressed.connect(self._submit_name)
        self.name_field.installEventFilter(self)
        self.empty = EmptyState("", "")
        self.body.addWidget(self.name_field)
        self.body.addWidget(self.choices, 1)
        self.body.addWidget(self.empty, 1)
        self._room = QWidget()
        self.body.addWidget(self._room, 1)
        self.body.addWidget(self._make_foot())
        self._title = ""

    def open_at(
        self,
        global_point: QPoint,
        title: str,
        choices: Sequence[Choice],
        current: int,
        nothing: tuple[str, str],
    ) -> None:
        """Open below a point with one choice current; `nothing` says what is missing.

        The point is that of the middle of the upper edge.
        """
        self._title = title
        self.empty.set_content(*nothing)
        self.choices.offer(choices, current)
        self._show_list()
        self.show_at(global_point - QPoint(self.width() // 2, 0))
        self.choices.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def replace(self, choices: Sequence[Choice]) -> None:
        """Show the places as they are now; what was typed stays."""
        self.choices.replace(choices)
        self._show_list()

    @property
    def bookmark(self) -> Bookmark | None:
        """The bookmark that is current, None on a heading."""
        choice = self.choices.current
        value = choice.value if choice else None
        return value if isinstance(value, Bookmark) else None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.name_field:
                return self._take_name_key(event)
            return self._take_list_key(event)
        return False

    def _take_name_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self._show_list()
            return True
        return False

    def _take_list_key(self, event: QKeyEvent) -> bool:
        if self.bookmark is None:
            return False
        if event.key() == Qt.Key.Key_F2:
            self._start_naming()
            return True
        field = self.choices.field
        is_at_end = field.cursorPosition() == len(field.text())
        if event.key() == Qt.Key.Key_Delete and is_at_end and not field.selectedText():
            self._remove()
            return True
        return False

    def _make_foot(self) -> QWidget:
        self._foot = QWidget()
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._hint = PlainLabel()
        self._hint.setFont(interface_font(12))
        self._hint.setProperty("muted", True)
        self._rename_button = _button("pencil", "Rename the bookmark (F2)")
        self._rename_button.clicked.connect(self._start_naming)
        self._remove_button = _button("trash-2", "Remove the bookmark (Del)")
        self._remove_button.clicked.connect(self._remove)
        row.addWidget(self._hint, 1)
        row.addWidget(self._rename_button)
        row.addWidget(self._remove_button)
        return self._foot

    def _show_whether_bookmark(self) -> None:
        is_bookmark = self.bookmark is not None
        self._rename_button.setEnabled(is_bookmark)
        self._remove_button.setEnabled(is_bookmark)
        own = " · F2 renames · Del removes" if is_bookmark else ""
        self._hint.setText(f"Enter goes there · Esc stays{own}")

    def _show_list(self) -> None:
        has_choices = bool(self.choices.offered)
        self.title.setText(self._title)
        self.name_field.hide()
        self._room.hide()
        self.choices.setVisible(has_choices)
        self.empty.setVisible(not has_choices)
        self._foot.setVisible(has_choices)
        self._show_whether_bookmark()
        self.choices.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start_naming(self) -> None:
        bookmark = self.bookmark
        if bookmark is None:
            return
        self.title.setText("Name of the bookmark")
        self._hint.setText("Enter keeps the name · Esc goes back")
        self._rename_button.setEnabled(False)
        self._remove_button.setEnabled(False)
        self.choices.hide()
        self.name_field.show()
        self._room.show()
        self.name_field.setText(bookmark.name)
        self.name_field.selectAll()
        self.name_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _submit_name(self) -> None:
        bookmark = self.bookmark
        self._show_list()
        if bookmark is not None:
            self.rename_requested.emit(bookmark.id, self.name_field.text())

    def _remove(self) -> None:
        if self.bookmark is not None:
            self.remove_requested.emit(self.bookmark.id)

    def _choose(self, value: object) -> None:
        self.close()
        self.chosen.emit(value)


def _button(symbol: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(symbol))
    button.setIconSize(QSize(16, 16))
    button.setAutoRaise(True)
    # The field keeps the keys; both have keys of their own.
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setToolTip(plain_tooltip(tip))
    button.setAccessibleName(tip)
    return button
