"""Two documents side by side, each in a full reader of its own.

The readers come from outside, so that this feature knows nothing of theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QToolButton, QVBoxLayout, QWidget

from ui.compare.side import Side
from ui.keymap import explain, new_action
from ui.resources import icon
from ui.theme import interface_font
from ui.widgets.plain import PlainLabel
from workbench.model.documents import Document

MakeReader = Callable[[int], QWidget]


@runtime_checkable
class Scrollable(Protocol):
    """What a reader must offer to be scrolled together with another."""

    @property
    def scrolled(self) -> SignalInstance:
        """Emitted after every move."""
        ...

    def relative_position(self) -> float:
        """Return how far it is scrolled, from 0 to 1."""
        ...

    def set_relative_position(self, share: float) -> None:
        """Scroll to a share of the text."""
        ...


class ComparePanel(QWidget):
    """Two readers in a splitter; locked, they scroll by the same share of each text."""

    documents_changed = Signal(int, int)

    def __init__(
        self,
        make_reader: MakeReader,
        documents: Sequence[Document],
        left: int,
        right: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_following = False
        self._sides = (
            Side("Left document", make_reader, documents, left),
            Side("Right document", make_reader, documents, right),
        )
        self._lock = _lock_button()
        self._lock.toggled.connect(self._toggle)
        self._build()
        for side in self._sides:
            side.reader_changed.connect(self._take_reader)
            self._connect_reader(side.reader)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        new_action("compare.lock", self, context).triggered.connect(self._lock.toggle)
        self.setAccessibleName("Compare two documents")
        self.setFocusProxy(self._sides[0].reader)

    @property
    def readers(self) -> tuple[QWidget, QWidget]:
        """The left and the right reader."""
        return self._sides[0].reader, self._sides[1].reader

    @property
    def document_ids(self) -> tuple[int, int]:
        """The left and the right document."""
        return self._sides[0].document_id, self._sides[1].document_id

    @property
    def is_locked(self) -> bool:
        """Tell whether both sides scroll together."""
        return self._lock.isChecked()

    def set_documents(self, documents: Sequence[Document]) -> None:
        """Offer these documents; both sides stay where they are."""
        for side in self._sides:
            side.set_documents(documents)

    def _build(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        for side in self._sides:
            splitter.addWidget(side)
        splitter.setSizes([1, 1])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top_row())
        column.addWidget(splitter, 1)

    def _top_row(self) -> QHBoxLayout:
        self._fact = PlainLabel()
        self._fact.setProperty("muted", True)
        self._fact.setFont(interface_font(12))
        row = QHBoxLayout()
        row.setContentsMargins(14, 4, 14, 4)
        row.setSpacing(8)
        row.addWidget(self._lock)
        row.addWidget(self._fact, 1)
        self._say_lock()
        return row

    def _say_lock(self) -> None:
        self._fact.setText(
            "Both sides scroll together, in proportion to their length"
            if self.is_locked
            else "Each side scrolls by itself"
        )
        self._lock.setIcon(icon("lock" if self.is_locked else "lock-open"))

    def _toggle(self) -> None:
        self._say_lock()
        if self.is_locked:
            self._follow(self.readers[0])

    def _connect_reader(self, reader: QWidget) -> None:
        if isinstance(reader, Scrollable):
            reader.scrolled.connect(lambda: self._follow(reader))

    def _take_reader(self, reader: QWidget) -> None:
        self._connect_reader(reader)
        self.documents_changed.emit(*self.document_ids)

    def _follow(self, moved: QWidget) -> None:
        if not self.is_locked or self._is_following or moved not in self.readers:
            return
        other = self.readers[1] if moved is self.readers[0] else self.readers[0]
        if isinstance(moved, Scrollable) and isinstance(other, Scrollable):
            # The other side's own report of its move must not come back as another.
            self._is_following = True
            other.set_relative_position(moved.relative_position())
            self._is_following = False


def _lock_button() -> QToolButton:
    button = QToolButton()
    button.setText("Lock scrolling")
    button.setCheckable(True)
    button.setIconSize(QSize(16, 16))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    explain(button, "Scroll both sides in proportion", "compare.lock")
    button.setAccessibleName("Lock scrolling, proportional")
    return button
