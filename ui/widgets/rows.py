"""List rows of two lines: a title with a count, and muted facts with badges."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)
from typing_extensions import override

from ui import theme
from ui.widgets.badge import BadgeKind, badge_size, paint_badge
from ui.widgets.indexes import AnyIndex
from ui.widgets.plain import plain_tooltip
from ui.widgets.row_text import paint_count, paint_line, paint_name

MARGIN = 14
ROW_HEIGHT = 48
TITLE_TOP = 6
TITLE_HEIGHT = 18
FACTS_TOP = 25
FACTS_HEIGHT = 17


class Role(IntEnum):
    """What a model gives for each row.

    `TITLE` and `FACTS` are strings, `COUNT` a number or a string, `BADGES` a list of
    `(text, kind)` pairs; all but the title may be None.
    """

    TITLE = int(Qt.ItemDataRole.DisplayRole)
    FACTS = int(Qt.ItemDataRole.UserRole) + 101
    COUNT = int(Qt.ItemDataRole.UserRole) + 102
    BADGES = int(Qt.ItemDataRole.UserRole) + 103


class TwoLineDelegate(QStyledItemDelegate):
    """Paints rows as the library shows them; give the view uniform item sizes."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(120, ROW_HEIGHT)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        painter.save()
        paint_row_ground(painter, option)
        room = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
        self._paint_title(painter, room, index)
        self._paint_facts(painter, room, index)
        painter.restore()

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: AnyIndex,
    ) -> bool:
        if index.data(Qt.ItemDataRole.ToolTipRole) or not index.isValid():
            return super().helpEvent(event, view, option, index)
        lines = [index.data(Role.TITLE), index.data(Role.FACTS)]
        badges = ", ".join(text for text, _kind in index.data(Role.BADGES) or ())
        text = "\n".join(line for line in [*lines, badges] if line)
        QToolTip.showText(event.globalPos(), plain_tooltip(text), view)
        return True

    def _paint_title(self, painter: QPainter, room: QRect, index: AnyIndex) -> None:
        line = QRect(room.x(), room.y() + TITLE_TOP, room.width(), TITLE_HEIGHT)
        count = index.data(Role.COUNT)
        if count is not None:
            line = paint_count(painter, line, str(count))
        title = str(index.data(Role.TITLE) or "")
        paint_name(painter, line, title, _cut(title))

    def _paint_facts(self, painter: QPainter, room: QRect, index: AnyIndex) -> None:
        line = QRect(room.x(), room.y() + FACTS_TOP, room.width(), FACTS_HEIGHT)
        badges = fitting_badges(index.data(Role.BADGES) or (), line.width() * 0.6)
        needed = sum(badge_size(text).width() + 5 for text, _kind in badges)
        font = theme.interface_font(12)
        facts = QRect(line)
        facts.setWidth(max(line.width() - needed, 0))
        painter.setPen(theme.tokens().muted)
        text = str(index.data(Role.FACTS) or "")
        x = paint_line(painter, facts, text, font, _cut(text))
        for text, kind in badges:
            size = badge_size(text)
            gap = 5 if x > line.x() else 0
            place = QRect(x + gap, line.y(), size.width(), size.height())
            paint_badge(painter, place, text, kind)
            x = place.right() + 1


def fitting_badges(
    badges: Sequence[Sequence[str]], room: float
) -> list[tuple[str, str]]:
    """Return the badges that fit, the first in any case, and how many are left out."""
    shown: list[tuple[str, str]] = []
    for number, (text, kind) in enumerate(badges):
        room -= badge_size(text).width() + 5
        if number and room < 0:
            return [*shown, (f"+{len(badges) - number}", BadgeKind.PLAIN)]
        shown.append((text, kind))
    return shown


def paint_row_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Paint what lies behind a row: selection, hover, and the mark of the focus."""
    colors = theme.tokens()
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, colors.accent_soft)
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, theme.hover_color())
    if option.state & QStyle.StateFlag.State_HasFocus:
        edge = QRect(option.rect.x(), option.rect.y(), 2, option.rect.height())
        painter.fillRect(edge, colors.accent)


def _cut(text: str) -> Qt.TextElideMode:
    """Tell where to cut: names of files and facts keep their end, sentences do not."""
    is_sentence = " " in text and "·" not in text
    mode = Qt.TextElideMode
    return mode.ElideRight if is_sentence else mode.ElideMiddle
