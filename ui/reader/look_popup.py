"""The small form that sets how one reader's text looks; each choice shows at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QToolButton,
    QWidget,
)

from ui.reader.look import USUAL, Measure, ReaderLook, TextFont
from ui.widgets.plain import PlainLabel
from ui.widgets.popup import Popup

_FONTS = {TextFont.SERIF: "Serif", TextFont.SANS: "Sans", TextFont.MONO: "Mono"}
_SIZES = {14: "Small", USUAL: "Usual", 20: "Large"}
_MEASURES = {
    Measure.NARROW: "Narrow",
    Measure.NORMAL: "Normal",
    Measure.WIDE: "Wide",
}
_LINE_HEIGHTS = {1.3: "Close", 1.5: "Normal", 1.8: "Open"}


class LookPopup(Popup):
    """Shows a look and tells of another one; what no button stands for presses none."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("How the text is set", parent)
        self._look = ReaderLook()
        self._font = _Choices("Letters", _FONTS, self)
        self._size = _Choices("Size", _SIZES, self)
        self._measure = _Choices("Column", _MEASURES, self)
        self._line_height = _Choices("Lines", _LINE_HEIGHTS, self)
        self._numbers = QCheckBox("Number the paragraphs")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, 64)
        self._font.put_into(grid, 0)
        self._size.put_into(grid, 1)
        self._measure.put_into(grid, 2)
        self._line_height.put_into(grid, 3)
        grid.addWidget(self._numbers, 4, 0, 1, 4)
        self.body.addLayout(grid)

    def _connect(self) -> None:
        self._font.chosen.connect(lambda it: self._change(font=it))
        self._measure.chosen.connect(lambda it: self._change(measure=it))
        self._line_height.chosen.connect(lambda it: self._change(line_height=it))
        self._size.chosen.connect(lambda it: self._change(size=it))
        self._numbers.toggled.connect(lambda it: self._change(numbers=it))

    def show_look(self, look: ReaderLook) -> None:
        """Show how the text is set now."""
        self._look = look
        self._font.show_value(look.font)
        self._measure.show_value(look.measure)
        self._line_height.show_value(look.line_height)
        self._size.show_value(look.size)
        self._numbers.setChecked(look.numbers)
        self._font.focus()

    def _change(self, **changed: Any) -> None:
        look = replace(self._look, **changed)
        if look != self._look:
            self._look = look
            self.changed.emit(look)


class _Choices(QButtonGroup):
    """Some buttons in a row, of which one is down."""

    chosen = Signal(object)

    def __init__(self, label: str, names: Mapping[Any, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._label = label
        self._buttons = {value: QToolButton() for value in names}
        for value, button in self._buttons.items():
            button.setText(names[value])
            button.setAccessibleName(f"{label}: {names[value]}")
            button.setCheckable(True)
            self.addButton(button)
        self.buttonClicked.connect(self._tell)

    def put_into(self, grid: QGridLayout, row: int) -> None:
        """Stand in a row of a form, after the label."""
        grid.addWidget(_muted(self._label), row, 0)
        for column, button in enumerate(self._buttons.values(), 1):
            grid.addWidget(button, row, column)

    def show_value(self, value: object) -> None:
        """Press the button of a value, none if there is none."""
        self.setExclusive(False)
        for each, button in self._buttons.items():
            button.setChecked(each == value)
        self.setExclusive(True)

    def focus(self) -> None:
        """Take the keys."""
        pressed = self.checkedButton() or next(iter(self._buttons.values()))
        pressed.setFocus()

    def _tell(self) -> None:
        pressed = self.checkedButton()
        self.chosen.emit(
            next(it for it, button in self._buttons.items() if button is pressed)
        )


def _muted(text: str) -> PlainLabel:
    label = PlainLabel(text)
    label.setProperty("muted", True)
    return label
