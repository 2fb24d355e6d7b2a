"""How the passages to review are painted: two lines each, under document titles."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from typing_extensions import override

from ui import theme
from ui.versions.model import Heading, ReviewModel
from ui.widgets.indexes import AnyIndex
from ui.widgets.row_text import paint_count, paint_line
from ui.widgets.rows import MARGIN, TwoLineDelegate

HEADING_HEIGHT = 30


class ReviewDelegate(TwoLineDelegate):
    """Paints headings as one muted line with a count."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        if _heading(index) is None:
            return super().sizeHint(option, index)
        return QSize(120, HEADING_HEIGHT)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        heading = _heading(index)
        if heading is None:
            super().paint(painter, option, index)
            return
        painter.save()
        room = option.rect.adjusted(MARGIN, 4, -MARGIN, 0)
        room = paint_count(painter, room, f"{heading.count:,}")
        painter.setPen(theme.tokens().muted)
        font = theme.interface_font(12, semibold=True)
        paint_line(painter, room, heading.title, font, Qt.TextElideMode.ElideRight)
        painter.restore()


def _heading(index: AnyIndex) -> Heading | None:
    model = index.model()
    return model.heading_at(index.row()) if isinstance(model, ReviewModel) else None
