"""One side of a comparison: which document, and its reader below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from workbench.model.documents import Document

_NARROWEST = 240


class Side(QWidget):
    """A document chooser and the reader of what is chosen."""

    reader_changed = Signal(QWidget)

    def __init__(
        self,
        name: str,
        make_reader: Callable[[int], QWidget],
        documents: Sequence[Document],
        document_id: int,
    ) -> None:
        super().__init__()
        self._make_reader = make_reader
        self.document_id = document_id
        self.reader = make_reader(document_id)
        self._chooser = _Chooser()
        self._chooser.setAccessibleName(name)
        self._chooser.setToolTip("Choose another document for this side")
        self._chooser.setMinimumWidth(0)
        self._chooser.setSizePolicy(
            QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(14, 4, 14, 8)
        top.addWidget(self._chooser)
        self._column.addLayout(top)
        self._column.addWidget(self.reader, 1)
        self.setMinimumWidth(_NARROWEST)
        self.set_documents(documents)
        self._chooser.activated.connect(self._choose)

    def set_documents(self, documents: Sequence[Document]) -> None:
        """Offer these documents; the shown one stays chosen."""
        self._chooser.clear()
        for document in documents:
            self._chooser.addItem(document.title or document.name, document.id)
        self._chooser.setCurrentIndex(self._chooser.findData(self.document_id))

    def _choose(self) -> None:
        chosen = self._chooser.currentData()
        if chosen != self.document_id:
            self.document_id = chosen
            self._replace_reader(self._make_reader(chosen))

    def _replace_reader(self, reader: QWidget) -> None:
        old, self.reader = self.reader, reader
        self._column.replaceWidget(old, reader)
        old.hide()
        old.deleteLater()
        self.reader_changed.emit(reader)


class _Chooser(QComboBox):
    """A combo box that cuts a long title visibly, with an ellipsis."""

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
