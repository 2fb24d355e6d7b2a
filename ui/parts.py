"""The large parts of the window: F6 steps through them, Tab through what is inside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

TAB_FOCUS = Qt.FocusPolicy.TabFocus
SAME_LINE = 12


@runtime_checkable
class HasView(Protocol):
    """A panel that is chiefly one list, tree or table."""

    @property
    def view(self) -> QWidget:
        """The widget that the panel is there for."""
        ...


class Parts:
    """A ring of parts, in the order in which the keyboard goes through them.

    Qt's own order is that of making, which a window whose tabs and cards come and go
    cannot keep; here it is as seen: part by part, each from the top.
    """

    def __init__(self, parts: Sequence[QWidget]) -> None:
        self._parts = parts

    def step_part(self, by: int) -> None:
        """Move the focus by so many parts, past those that cannot take it."""
        place = self._current()
        start = place if place is not None else (-1 if by > 0 else 0)
        for count in range(1, len(self._parts) + 1):
            part = self._parts[(start + by * count) % len(self._parts)]
            if focus_into(part):
                # It may stand in another window, which has to have the keys first.
                part.window().activateWindow()
                return

    def step(self, by: int) -> bool:
        """Move the focus to the next widget (1) or the one before (-1)."""
        focused = QApplication.focusWidget()
        window = focused.window() if focused else None
        inside = [part for part in self._parts if part.window() is window]
        ring = [widget for part in inside for widget in _in_order(part)]
        if focused not in ring:
            return False
        reason = Qt.FocusReason
        target = ring[(ring.index(focused) + by) % len(ring)]
        target.setFocus(reason.TabFocusReason if by > 0 else reason.BacktabFocusReason)
        return True

    def _current(self) -> int | None:
        focused = QApplication.focusWidget()
        for number, part in enumerate(self._parts):
            if focused is not None and part.isAncestorOf(focused):
                return number
        return None


def focus_into(part: QWidget, *, is_new: bool = False) -> bool:
    """Give the focus to what had it last in a part, its main view, or the first.

    A new part had it nowhere, whatever Qt chose while showing it.
    """
    view = part.view if isinstance(part, HasView) else part.focusProxy()
    inside = _in_order(part)
    last = None if is_new else part.focusWidget()
    for wanted in (last, _behind(view), _behind(part.focusProxy()), *inside[:1]):
        if wanted in inside:
            wanted.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False


def _behind(widget: QWidget | None) -> QWidget | None:
    """Return the widget that has the focus when this one is given it."""
    while widget is not None and widget.focusProxy() is not None:
        widget = widget.focusProxy()
    return widget


def _in_order(part: QWidget) -> list[QWidget]:
    """Return what takes the focus in a part, line by line."""
    if not part.isVisible():
        return []
    inside = [it for it in part.findChildren(QWidget) if _takes_focus(it, part)]
    placed = sorted(
        ((it.mapTo(part, QPoint(0, 0)), it) for it in inside),
        key=lambda pair: (pair[0].y(), pair[0].x()),
    )
    line_of: list[tuple[int, int, QWidget]] = []
    top = 0
    for place, widget in placed:
        # Buttons on one line are seldom cut to the very same height.
        if not line_of or place.y() - top > SAME_LINE:
            top = place.y()
        line_of.append((top, place.x(), widget))
    return [widget for _, _, widget in sorted(line_of, key=lambda it: it[:2])]


def _takes_focus(widget: QWidget, part: QWidget) -> bool:
    takes_tab = (widget.focusPolicy() & TAB_FOCUS) == TAB_FOCUS
    return (
        takes_tab
        and widget.isVisibleTo(part)
        and widget.isEnabled()
        and widget.focusProxy() is None
        and widget.window() is part.window()
    )
