"""One text of a comparison: which it is, the text, and where its shared parts lie."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.compare.overview import Overview
from ui.compare.reading import MakeReading, Offer, Shown
from ui.keymap import explain
from ui.resources import icon
from ui.widgets.plain import plain_tooltip
from ui.widgets.strokes import Underline
from workbench.model.spans import Span

_NARROWEST = 250
_READING_SHARE = 0.33


class Side(QWidget):
    """A chooser, the text that is chosen, and its overview."""

    replaced = Signal()
    scrolled = Signal()
    selected = Signal()
    removal_wanted = Signal()
    swap_wanted = Signal()

    def __init__(self, make: MakeReading, shown: Shown, parent: QWidget) -> None:
        super().__init__(parent)
        self._make = make
        self.shown = shown
        self.reading = make(shown)
        self.overview = Overview()
        self.chooser = _Chooser()
        self.swap_button = _button("arrow-left-right", "Swap with the next text")
        self.remove_button = _button("x", "Take this text away")
        explain(self.swap_button, "Swap with the next text", "compare.swap")
        explain(self.remove_button, "Take this text away", "compare.remove_pane")
        self._lay_out()
        self.setMinimumWidth(_NARROWEST)
        self.setFocusProxy(self.reading.widget)
        self.chooser.activated.connect(self._choose)
        self.swap_button.clicked.connect(self.swap_wanted)
        self.remove_button.clicked.connect(self.removal_wanted)
        self.overview.offset_wanted.connect(self._go)
        self._listen()

    def offer(self, offers: Sequence[Offer]) -> None:
        """Offer these in place of what is shown; that stays chosen."""
        self.chooser.clear()
        for it in offers:
            self.chooser.addItem(it.name, it.shown)
        shown = [it.shown for it in offers]
        self.chooser.setCurrentIndex(
            shown.index(self.shown) if self.shown in shown else -1
        )
        self._explain_chooser()

    @property
    def title(self) -> str:
        """What is shown, in words."""
        return self.chooser.currentText()

    def name(self, number: int) -> None:
        """Say which of the texts this is."""
        self.chooser.setAccessibleName(f"Text {number}")
        self._explain_chooser()

    def show_underlines(self, underlines: Sequence[Underline]) -> None:
        """Draw what is shared in the text, and where that lies in all of it."""
        self.reading.show_underlines(underlines)
        self.overview.show_underlines(underlines, len(self.reading.text))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(10, 3, 4, 5)
        top.setSpacing(2)
        top.addWidget(self.chooser, 1)
        top.addWidget(self.swap_button)
        top.addWidget(self.remove_button)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.addWidget(self.reading.widget, 1)
        self._row.addWidget(self.overview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(self._row, 1)

    def _explain_chooser(self) -> None:
        """Say the whole title, for which there is seldom room."""
        tip = f"{self.title}\nChoose another text for this side".lstrip()
        self.chooser.setToolTip(plain_tooltip(tip))

    def _choose(self) -> None:
        chosen = self.chooser.currentData()
        if isinstance(chosen, Shown) and chosen != self.shown:
            self.show_other(chosen)

    def show_other(self, shown: Shown) -> None:
        """Show another text in the place of this one."""
        old, self.reading, self.shown = self.reading, self._make(shown), shown
        old.scrolled.disconnect(self._follow)
        old.selection_changed.disconnect(self._tell_selection)
        self._row.replaceWidget(old.widget, self.reading.widget)
        old.widget.hide()
        old.widget.deleteLater()
        self.setFocusProxy(self.reading.widget)
        self._explain_chooser()
        self._listen()
        self.replaced.emit()

    def _listen(self) -> None:
        self.reading.scrolled.connect(self._follow)
        self.reading.selection_changed.connect(self._tell_selection)

    def _tell_selection(self, span: Span | None) -> None:
        if span:
            self.selected.emit()

    def _follow(self) -> None:
        self.overview.show_view(self.reading.in_view())
        self.scrolled.emit()

    def _go(self, offset: int) -> None:
        self.reading.put(offset, self.reading.height * _READING_SHARE)


def _button(name: str, words: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setIconSize(QSize(16, 16))
    button.setAutoRaise(True)
    button.setAccessibleName(words)
    return button


class _Chooser(QComboBox):
    """A combo box that cuts a long title visibly, with an ellipsis."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        option.currentText = option.fontMetrics.elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room.width() - 4
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
