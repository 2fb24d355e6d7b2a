"""What there is to say of what the mouse rests on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPoint, QPointF

from ui.painted import PaintedPassage
from ui.reader.margin import UNTAGGED


class Told(Protocol):
    """A pane whose bars and words have something to tell."""

    tell_resting: Callable[[int], str]

    def bars_under(self, point: QPointF) -> list[PaintedPassage]:
        """Return the passages whose bars in the margin are at a point."""

    def passages_under(self, point: QPointF) -> list[PaintedPassage]:
        """Return the passages whose words or bars are at a point."""

    def cut_title_at(self, point: QPoint) -> str:
        """Return the whole title if it is cut and stands at a point; else nothing."""


def told_at(pane: Told, point: QPoint) -> str:
    """Return what there is to say of a point, a line for each passage.

    Bars name their passages; of words only that something rests on them is said.
    """
    bars = pane.bars_under(QPointF(point))
    about = bars or pane.passages_under(QPointF(point))
    told = [
        named(it, pane.tell_resting(it.id)) if bars else pane.tell_resting(it.id)
        for it in about
    ]
    return "\n".join(list(filter(None, told)) or [pane.cut_title_at(point)])


def named(passage: PaintedPassage, resting: str) -> str:
    """Return the tags of a passage and what rests on it, in one line."""
    return " · ".join(filter(None, [passage.label or UNTAGGED, resting]))
