"""The keys that lead from the cells of a table to the strip below, and back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.keymap import new_action
from ui.tables.strip.evidence import EvidenceStrip, Part


def add_strip_keys(panel: QWidget, view: QWidget, strip: EvidenceStrip) -> None:
    """Let a table's panel hear these keys, in the cells and in the strip."""
    acts: dict[str, Callable[[], None]] = {
        "table.evidence": partial(strip.go_to, Part.EVIDENCE),
        "table.suggestions": partial(strip.go_to, Part.SUGGESTIONS),
        "table.history": partial(strip.go_to, Part.HISTORY),
        "table.cell": view.setFocus,
    }
    context = Qt.ShortcutContext.WidgetWithChildrenShortcut
    for action_id, act in acts.items():
        action = new_action(action_id, panel, context)
        action.triggered.connect(lambda _=False, act=act: act())
