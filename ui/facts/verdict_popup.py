"""What an analyst makes of two facts: one of five verdicts, and the reason."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from ui import theme
from ui.resources import icon
from ui.widgets.choice_list import CHOICE, ROW_HEIGHT, SYMBOL, Choice, ChoicesModel
from ui.widgets.indexes import AnyIndex
from ui.widgets.key_cap import SIDE, paint_key_cap
from ui.widgets.keys import ENTER_KEYS
from ui.widgets.link_words import icon_name, meaning_of, verdict_words
from ui.widgets.popup import Popup
from ui.widgets.row_text import paint_line, paint_name
from ui.widgets.rows import paint_row_ground
from workbench.model.links import VERDICTS, Link
from workbench.operations.links import LONGEST_REASON

WIDTH = 480
NAME_WIDTH = 150
LONGEST_SUBJECT = 48


class VerdictPopup(Popup):
    """A digit chooses and goes on to the reason, where Enter saves; Esc gives up.

    It opens once and goes with its closing.
    """

    decided = Signal(object, str)  # LinkKind, the reason
    removed = Signal()

    def __init__(self, subject: str, parent: QWidget) -> None:
        super().__init__(f"Verdict on {_shortened(subject)}", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.kinds = QListView()
        self.reason = QLineEdit()
        self.save_button = QPushButton("Save verdict")
        self.remove_button = QPushButton("Remove verdict")
        self._model = ChoicesModel(self)
        self._prepare()
        self._lay_out()
        self.reason.returnPressed.connect(self._save)
        self.save_button.clicked.connect(self._save)
        self.remove_button.clicked.connect(self._remove)

    def open_at(self, point: QPoint, verdict: Link | None = None) -> None:
        """Open, with the verdict and its reason if there is one yet."""
        self.remove_button.setVisible(verdict is not None)
        self._stand_on(VERDICTS.index(verdict.kind) if verdict else 0)
        self.reason.setText(verdict.reason if verdict else "")
        self.show_at(point)
        self.kinds.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        digit = event.text()
        if digit.isdecimal() and 0 < int(digit) <= len(VERDICTS):
            self._stand_on(int(digit) - 1)
        elif event.key() not in ENTER_KEYS:
            return False
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _prepare(self) -> None:
        self._model.show_choices(
            [
                Choice(
                    verdict_words(kind).capitalize(),
                    meaning_of(kind),
                    kind,
                    symbol=icon_name(kind),
                )
                for kind in VERDICTS
            ]
        )
        self.kinds.setModel(self._model)
        self.kinds.setItemDelegate(_VerdictDelegate(self.kinds))
        self.kinds.setFrameShape(QFrame.Shape.NoFrame)
        self.kinds.setMouseTracking(True)
        self.kinds.setAccessibleName("Verdicts; a digit chooses one")
        self.kinds.setFixedHeight(len(VERDICTS) * ROW_HEIGHT + 4)
        self.kinds.installEventFilter(self)
        self.kinds.clicked.connect(lambda _index: self.reason.setFocus())
        self.reason.setPlaceholderText("Reason, if you like; Enter saves")
        self.reason.setAccessibleName("Reason of the verdict")
        self.reason.setMaxLength(LONGEST_REASON)
        self.save_button.setProperty("primary", True)

    def _lay_out(self) -> None:
        self.setFixedWidth(WIDTH)
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove_button)
        buttons.addStretch()
        buttons.addWidget(self.save_button)
        self.body.addWidget(self.kinds)
        self.body.addWidget(self.reason)
        self.body.addLayout(buttons)

    def _stand_on(self, row: int) -> None:
        self.kinds.setCurrentIndex(self._model.index(row))

    def _save(self) -> None:
        choice: Choice = self.kinds.currentIndex().data(CHOICE)
        reason = self.reason.text().strip()
        self.close()
        self.decided.emit(choice.value, reason)

    def _remove(self) -> None:
        self.close()
        self.removed.emit()


class _VerdictDelegate(QStyledItemDelegate):
    """Paints the digit, the verdict, and what it says of the two facts."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(120, ROW_HEIGHT)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        choice: Choice = index.data(CHOICE)
        painter.save()
        paint_row_ground(painter, option)
        room = option.rect.adjusted(8, 0, -8, 0)
        middle = room.center().y() + 0.5
        paint_key_cap(painter, room.x(), middle, str(index.row() + 1))
        room.setLeft(room.left() + SIDE + 10)
        top = room.y() + (room.height() - SYMBOL) // 2
        icon(choice.symbol).paint(painter, room.x(), top, SYMBOL, SYMBOL)
        room.setLeft(room.left() + SYMBOL + 8)
        cut = Qt.TextElideMode.ElideRight
        paint_name(painter, room, choice.name, cut)
        painter.setPen(theme.tokens().muted)
        room.setLeft(room.left() + NAME_WIDTH)
        paint_line(painter, room, choice.fact, theme.interface_font(12), cut)
        painter.restore()


def _shortened(subject: str) -> str:
    folded = " ".join(subject.split())
    cut = len(folded) > LONGEST_SUBJECT
    return f"“{folded[: LONGEST_SUBJECT - 1]}…”" if cut else f"“{folded}”"
