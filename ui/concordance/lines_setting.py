"""Sets the text of concordance lines: cut to their room, shaped once, kept a while."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText

from ui.concordance.lines_layout import GAP, Parts
from ui.concordance.sorted_words import Run, Side, runs_of
from ui.theme import interface_font
from workbench.model.concordances import Line, SortKey

NARROW = 3.5
"""Pixels that a character takes at the very least, on average."""
LEAST_ROOM = 12
ELIDE = Qt.TextElideMode


@dataclass(frozen=True, slots=True)
class Piece:
    """Shaped characters and where they stand, from the upper left of their line."""

    text: QStaticText
    at: QPointF
    width: float
    is_key: bool = False


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line ready to be painted."""

    title: Piece
    match: Piece
    words: Sequence[Piece]


@cache
def title_font() -> QFont:
    """Return the font of titles."""
    return interface_font(12)


@cache
def word_font() -> QFont:
    """Return the font of the words around a match."""
    return interface_font()


@cache
def match_font() -> QFont:
    """Return the font of matches."""
    return interface_font(semibold=True)


def set_line(line: Line, parts: Parts, keys: Sequence[SortKey]) -> SetLine:
    """Cut and shape a line; its words run outwards from the match."""
    left = runs_of(_end(line.left, parts.left), Side.LEFT, keys)
    right = runs_of(_beginning(line.right, parts.right), Side.RIGHT, keys)
    document = line.document
    # Names of files differ at their ends.
    cut = ELIDE.ElideRight if document.title else ELIDE.ElideMiddle
    return SetLine(
        _cut(document.title or document.name, title_font(), parts.title, cut),
        _centered(line.match, parts.match),
        [*_leftwards(left, parts.left), *_rightwards(right, parts.right)],
    )


def _end(text: str, room: QRect) -> str:
    """Return what may fit of a text that ends at the match."""
    return text.rstrip()[-int(room.width() / NARROW) - 1 :]


def _beginning(text: str, room: QRect) -> str:
    return text.lstrip()[: int(room.width() / NARROW) + 1]


def _rightwards(runs: Sequence[Run], room: QRect) -> list[Piece]:
    pieces = []
    rest = QRect(room)
    for run in runs:
        if rest.width() < LEAST_ROOM:
            break
        piece = _cut(run.text, word_font(), rest, ELIDE.ElideRight, is_key=run.is_key)
        rest.setLeft(rest.left() + round(piece.width))
        pieces.append(piece)
    return pieces


def _leftwards(runs: Sequence[Run], room: QRect) -> list[Piece]:
    pieces = []
    rest = QRect(room)
    for run in reversed(runs):
        if rest.width() < LEAST_ROOM:
            break
        piece = _cut(run.text, word_font(), rest, ELIDE.ElideLeft, is_key=run.is_key)
        piece.at.setX(rest.right() + 1 - piece.width)
        rest.setRight(rest.right() - round(piece.width))
        pieces.append(piece)
    return pieces


def _centered(text: str, room: QRect) -> Piece:
    inside = room.adjusted(0, 0, -GAP, 0)
    piece = _cut(text, match_font(), inside, ELIDE.ElideMiddle)
    piece.at.setX(room.x() + (room.width() - piece.width) / 2)
    return piece


def _cut(
    text: str, font: QFont, room: QRect, cut: Qt.TextElideMode, *, is_key: bool = False
) -> Piece:
    shown = QStaticText(QFontMetricsF(font).elidedText(text, cut, room.width()))
    shown.setTextFormat(Qt.TextFormat.PlainText)
    shown.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    shown.prepare(font=font)
    size = shown.size()
    y = room.y() + (room.height() - size.height()) / 2
    return Piece(shown, QPointF(room.x(), y), size.width(), is_key)
