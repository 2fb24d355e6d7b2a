"""Paints a group of aliases: a chip a name, and a box that says when it is used."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui import theme
from ui.aliases.model import COUNTS_ROLE, GROUP_ROLE, USED, Column
from ui.resources import icon
from ui.widgets.indexes import AnyIndex
from ui.widgets.row_text import LEFT, paint_line
from ui.widgets.rows import paint_row_ground
from workbench.model.aliases import AliasGroup, AliasName

ROW_HEIGHT = 36
MARGIN = 14
CHIP = 24
PADDING = 9
GAP = 6
LONGEST_NAME = 240
BOX = 16
MARK = "Aa"
"""Stands in the chip of a name that is found only as it is written."""


class AliasDelegate(QStyledItemDelegate):
    """Paints both columns on the ground of a row."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(200, ROW_HEIGHT)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row_ground(painter, option)
        group: AliasGroup = index.data(GROUP_ROLE)
        room = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
        if index.column() == Column.NAMES:
            _paint_names(painter, room, group, index.data(COUNTS_ROLE))
        else:
            _paint_used(painter, room, is_used=group.is_automatic)
        painter.restore()


def _paint_names(
    painter: QPainter,
    room: QRect,
    group: AliasGroup,
    counts: Mapping[AliasName, int],
) -> None:
    """Paint as many chips as fit, and how many names there are besides."""
    left = room.x()
    for number, name in enumerate(group.names):
        count = counts.get(name)
        width = _chip_width(name, count)
        rest = len(group.names) - number
        reserve = 40 if rest > 1 else 0
        if number and left + width > room.right() - reserve:
            painter.setPen(theme.tokens().muted)
            more = QRect(left, room.y(), 60, room.height())
            paint_line(painter, more, f"+{rest}", theme.interface_font(12), _CUT)
            return
        width = min(width, room.right() - reserve - left)
        top = room.center().y() - CHIP // 2 + 1
        _paint_chip(painter, QRect(left, top, width, CHIP), name, count)
        left += width + GAP


def _paint_chip(
    painter: QPainter, chip: QRect, name: AliasName, count: int | None
) -> None:
    colors = theme.tokens()
    painter.setPen(QPen(theme.border_color(), 1))
    painter.setBrush(colors.raised)
    pill = QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    inner = chip.adjusted(PADDING, 0, -PADDING, 0)
    facts = _facts(name, count)
    room = inner.adjusted(0, 0, -_facts_width(facts), 0)
    painter.setPen(colors.text if count != 0 else colors.muted)
    end = paint_line(painter, room, name.text, theme.interface_font(), _CUT)
    painter.setPen(colors.muted)
    painter.setFont(theme.interface_font(11, tabular=True))
    for fact in facts:
        end += GAP
        width = _facts_metrics().horizontalAdvance(fact)
        painter.drawText(QRect(end, chip.y(), width + 2, chip.height()), LEFT, fact)
        end += width


def _paint_used(painter: QPainter, room: QRect, *, is_used: bool) -> None:
    colors = theme.tokens()
    box = QRectF(room.x() + 0.5, room.center().y() - BOX / 2 + 1.5, BOX - 1, BOX - 1)
    painter.setPen(QPen(colors.accent if is_used else colors.muted, 1))
    painter.setBrush(colors.accent if is_used else colors.surface)
    painter.drawRoundedRect(box, 4, 4)
    if is_used:
        mark = box.toRect().adjusted(2, 2, -2, -2)
        icon("check", "surface").paint(painter, mark)
    painter.setPen(colors.text if is_used else colors.muted)
    words = room.adjusted(BOX + 8, 0, 0, 0)
    paint_line(painter, words, USED[is_used], theme.interface_font(), _CUT)


def _facts(name: AliasName, count: int | None) -> list[str]:
    mark = [MARK] if name.is_case_sensitive else []
    return mark if count is None else [*mark, f"{count:,}"]


def _facts_width(facts: list[str]) -> int:
    return sum(GAP + _facts_metrics().horizontalAdvance(fact) for fact in facts)


def _chip_width(name: AliasName, count: int | None) -> int:
    text = QFontMetrics(theme.interface_font()).horizontalAdvance(name.text)
    facts = _facts_width(_facts(name, count))
    return min(text, LONGEST_NAME) + facts + 2 * PADDING + 1


def _facts_metrics() -> QFontMetrics:
    return QFontMetrics(theme.interface_font(11, tabular=True))


_CUT = Qt.TextElideMode.ElideRight
