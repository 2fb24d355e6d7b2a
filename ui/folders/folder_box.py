"""Chooses a folder by its path, which is cut in the middle where it is long."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)
from typing_extensions import override

from ui.widgets.plain import plain_tooltip
from workbench.model.folders import FolderChoice

_CUT = Qt.TextElideMode.ElideMiddle
_CHOICE = Qt.ItemDataRole.UserRole
_ARROW = 12


class FolderBox(QComboBox):
    """Offers folders; `folder_chosen` carries the choice of the one a person takes."""

    folder_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Folder")
        # A long path must not widen the window.
        self.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.setMinimumContentsLength(20)
        self.view().setTextElideMode(_CUT)
        self.activated.connect(lambda: self.folder_chosen.emit(self.currentData()))
        self.currentTextChanged.connect(lambda it: self.setToolTip(plain_tooltip(it)))

    def offer(self, choices: Sequence[FolderChoice], current: FolderChoice) -> None:
        """Offer these folders, one of them chosen."""
        self.clear()
        for it in choices:
            self.addItem(it.path, it)
            row = self.count() - 1
            self.setItemData(row, plain_tooltip(it.path), Qt.ItemDataRole.ToolTipRole)
        self.setCurrentIndex(choices.index(current))

    @property
    def path(self) -> str:
        """The folder that is chosen."""
        return self.currentText()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), _CUT, room.width() - _ARROW
        )
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
