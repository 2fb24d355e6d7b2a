"""The window in which references are looked through before they describe anything."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.references.delegate import LineDelegate, tick_box
from ui.references.lines import Line, Standing
from ui.references.model import LinesModel
from ui.theme import interface_font
from ui.widgets.counting import count_of
from ui.widgets.keys import ENTER_KEYS
from ui.widgets.plain import PlainLabel
from ui.widgets.ticks import is_on_tick

HINT = (
    "What a document does not say yet is filled in. Space takes a tick away; Enter"
    " chooses another document."
)


class LinesView(QListView):
    """Space or a click on the box ticks, Enter or a double click asks for more."""

    document_wanted = Signal(QModelIndex)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self.document_wanted.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        index = self.indexAt(point)
        if index.isValid() and is_on_tick(tick_box(self.visualRect(index)), point):
            self._toggle(index)
        super().mouseReleaseEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()

    def point_of_current(self) -> QPoint:
        """Return where on the screen what is asked about the current line opens."""
        place = self.visualRect(self.currentIndex()).intersected(self.viewport().rect())
        return self.viewport().mapToGlobal(place.topLeft() + QPoint(40, 24))

    def _toggle(self, index: QModelIndex) -> None:
        model = self.model()
        if isinstance(model, LinesModel):
            model.toggle(index.row())


class ReferencesDialog(QDialog):
    """A window of its own beside the main window; never modal."""

    apply_wanted = Signal()
    other_wanted = Signal()
    document_wanted = Signal(object)  # Line

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog)
        self.setModal(False)
        self.setObjectName("references")  # Its size is remembered under this name.
        self.setWindowTitle("References")
        self.resize(760, 560)
        self.heading = PlainLabel("")
        self.heading.setFont(interface_font(14, semibold=True))
        self.hint = PlainLabel(HINT)
        self.hint.setFont(interface_font(12))
        self.hint.setProperty("muted", True)
        self.hint.setWordWrap(True)
        self.model = LinesModel(self)
        self.view = LinesView()
        self.overwrite = QCheckBox("&Replace what documents say now")
        self.other_button = QPushButton("&Other references…")
        self.apply_button = QPushButton("&Fill in")
        self._prepare()
        self._lay_out()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; the current one stays current by its place."""
        row = max(self.view.currentIndex().row(), 0)
        self.model.show_lines(lines)
        self.view.setCurrentIndex(self.model.index(min(row, len(lines) - 1)))

    def _prepare(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(LineDelegate(self.view))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setMouseTracking(True)
        self.view.setProperty("ground", "surface")
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setAccessibleName("References and what they would fill in")
        self.view.document_wanted.connect(self._ask_for_document)
        self.view.doubleClicked.connect(self._ask_for_document)
        self.overwrite.toggled.connect(self._set_overwrites)
        self.model.ticks_changed.connect(self._count)
        self.apply_button.setProperty("primary", True)
        self.apply_button.clicked.connect(self.apply_wanted)
        self.other_button.clicked.connect(self.other_wanted)

    def _lay_out(self) -> None:
        close = QPushButton("Close")
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(14, 0, 14, 0)
        buttons.addWidget(self.overwrite)
        buttons.addStretch()
        for button in (self.other_button, close, self.apply_button):
            button.setAutoDefault(False)  # Enter in the list chooses a document.
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 14, 0, 14)
        layout.setSpacing(12)
        for label in (self.heading, self.hint):
            label.setContentsMargins(14, 0, 14, 0)
            layout.addWidget(label)
        layout.addWidget(self.view, 1)
        layout.addLayout(buttons)
        self.setTabOrder(self.view, self.overwrite)
        self.view.setFocus()

    def _set_overwrites(self, overwrites: bool) -> None:  # noqa: FBT001 - a Qt slot
        row = self.view.currentIndex().row()
        self.model.set_overwrites(overwrites)
        self.view.setCurrentIndex(self.model.index(row))

    def _count(self) -> None:
        found = [it.standing for it in self.model.lines]
        words = {
            Standing.UNSURE: "not sure",
            Standing.MISSING: "without a document",
            Standing.BROKEN: "broken",
        }
        matched = count_of(found.count(Standing.MATCHED), "reference has a document",
                           "references have a document")  # fmt: skip
        rest = [f"{found.count(it):,} {words[it]}" for it in words if it in found]
        none = "No reference has a document"
        has_any = Standing.MATCHED in found
        self.heading.setText(" · ".join([matched if has_any else none, *rest]))
        ticked = len(self.model.ticked())
        self.apply_button.setEnabled(ticked > 0)
        many = f"&Fill in {count_of(ticked, 'document')}"
        self.apply_button.setText(many if ticked else "&Fill in")

    def _ask_for_document(self, index: QModelIndex) -> None:
        if index.isValid() and self.model.lines[index.row()].reference is not None:
            self.document_wanted.emit(self.model.lines[index.row()])
