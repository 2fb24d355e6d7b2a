"""Paints a quotation: its kind, its words, those of its source, and whose they are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui import theme
from ui.quotes.model import LINKED_ROLE, QUOTE_ROLE
from ui.quotes.words import Run, kind_tone, kind_words, runs_of
from ui.resources import icon
from ui.widgets.badge import badge_size, paint_badge
from ui.widgets.indexes import AnyIndex
from ui.widgets.row_text import LEFT, paint_line
from ui.widgets.rows import paint_row_ground
from workbench.model.quotations import AuditedQuote
from workbench.model.spans import Span

HEIGHT = 28
MARGIN = 14
GAP = 12
BADGE = 76
INDENT = 16
ICON = 14
TITLE_SHARE = 0.3
LEAD_SHARE = 0.35
"""How much of its room may stand before the first changed word."""


class QuoteDelegate(QStyledItemDelegate):
    """Paints one line a quotation; one inside another stands further in."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(200, HEIGHT)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        quote = index.data(QUOTE_ROLE)
        painter.save()
        paint_row_ground(painter, option)
        if isinstance(quote, AuditedQuote):
            room = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
            _paint_quote(painter, room, quote, is_linked=bool(index.data(LINKED_ROLE)))
        painter.restore()


def _paint_quote(
    painter: QPainter, room: QRect, quote: AuditedQuote, *, is_linked: bool
) -> None:
    _paint_kind(painter, room, quote)
    room = room.adjusted(BADGE + GAP, 0, 0, 0)
    title = QRect(room)
    title.setLeft(room.right() - int(room.width() * TITLE_SHARE))
    room.setRight(title.left() - GAP)
    _paint_source(painter, title, quote, is_linked=is_linked)
    room.adjust(quote.quotation.level * INDENT, 0, 0, 0)
    added = quote.diff.added if quote.diff else ()
    if quote.source is None or quote.diff is None or not quote.diff.removed:
        _paint_runs(painter, room, quote.quotation.text, added, is_new=True)
        return
    ours = QRect(room)
    ours.setWidth((room.width() - GAP) // 2)
    theirs = room.adjusted(ours.width() + GAP, 0, 0, 0)
    _paint_runs(painter, ours, quote.quotation.text, added, is_new=True)
    _paint_runs(painter, theirs, quote.source.text, quote.diff.removed, is_new=False)


def _paint_kind(painter: QPainter, room: QRect, quote: AuditedQuote) -> None:
    words = kind_words(quote.kind)
    size = badge_size(words)
    top = room.center().y() - size.height() // 2 + 1
    place = QRect(room.x(), top, size.width(), size.height())
    paint_badge(painter, place, words, kind_tone(quote.kind))


def _paint_source(
    painter: QPainter, room: QRect, quote: AuditedQuote, *, is_linked: bool
) -> None:
    if quote.source is None:
        return
    if is_linked:
        top = room.center().y() - ICON // 2 + 1
        icon("link").paint(painter, QRect(room.x(), top, ICON, ICON))
    room = room.adjusted(ICON + 6, 0, 0, 0)
    painter.setPen(theme.tokens().muted)
    title = " ".join(quote.source.title.split())
    font = theme.interface_font(12)
    paint_line(painter, room, title, font, Qt.TextElideMode.ElideRight)


def _paint_runs(
    painter: QPainter, room: QRect, text: str, changed: Sequence[Span], *, is_new: bool
) -> None:
    font = theme.interface_font()
    metrics = QFontMetrics(font)
    painter.setFont(font)
    x = room.x()
    for run in _fitting(list(runs_of(text, changed)), room.width(), metrics):
        left = room.right() - x
        if left <= 0:
            return
        mode = Qt.TextElideMode.ElideRight
        shown = metrics.elidedText(run.text, mode, left)
        width = metrics.horizontalAdvance(shown)
        place = QRect(x, room.y(), width, room.height())
        painter.setPen(theme.tokens().text)
        if run.is_changed:
            painter.setPen(_paint_change(painter, place, is_new=is_new))
        painter.drawText(place, LEFT, shown)
        x += width


def _paint_change(painter: QPainter, place: QRect, *, is_new: bool) -> QColor:
    """Lay a ground under words, and a line below or through; returns the ink."""
    colors = theme.tokens()
    ink, ground = (
        (colors.ok, colors.ok_soft) if is_new else (colors.bad, colors.bad_soft)
    )
    middle = place.center().y()
    painter.fillRect(QRect(place.x(), middle - 9, place.width(), 19), ground)
    y = middle + 8 if is_new else middle + 1
    painter.fillRect(QRectF(place.x(), y, place.width(), 1), ink)
    return ink


def _fitting(runs: list[Run], width: int, metrics: QFontMetrics) -> list[Run]:
    """Put all on one line, and cut what stands before the first changed words."""
    shown = [Run(_on_one_line(it.text), it.is_changed) for it in runs]
    lead = shown[0].text
    whole = sum(metrics.horizontalAdvance(it.text) for it in shown)
    room = int(width * LEAD_SHARE)
    if len(shown) > 1 and whole > width and metrics.horizontalAdvance(lead) > room:
        cut = metrics.elidedText(lead, Qt.TextElideMode.ElideLeft, room)
        shown[0] = Run(cut, is_changed=False)
    return shown


def _on_one_line(text: str) -> str:
    joined = " ".join(text.split())
    before = " " if text[:1].isspace() and joined else ""
    after = " " if text[-1:].isspace() else ""
    return f"{before}{joined}{after}"
