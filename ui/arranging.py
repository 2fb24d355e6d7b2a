"""Writes down how the tabs of a center stand, and puts them there again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

from ui.center import Center
from ui.compare.panel import ComparePanel
from ui.places.arrangement import Arrangement, Kept, Strip
from ui.places.place import TabKind
from ui.reader.panel import ReaderPanel
from ui.tab_group import TabGroup
from ui.widgets.spot import Spot


def arrangement_of(center: Center) -> Arrangement:
    """Return what is open in which half and window, and at which line."""
    strips = center.strips
    halves = [it for it in strips.halves.groups() if it.count()]
    return Arrangement(
        halves=tuple(_strip(center, it) for it in halves),
        windows=tuple(
            _strip(center, it.tabs, _geometry(it)) for it in strips.windows()
        ),
        widths=tuple(strips.halves.sizes()),
        front=halves.index(strips.front) if strips.front in halves else 0,
    )


def arrange(center: Center, arrangement: Arrangement) -> None:
    """Open what was open, as far as the project still has it."""
    strips = center.strips
    with center.travel.jump():
        for strip in _that_are_there(center, arrangement.halves):
            is_free = not strips.halves.groups()[-1].count()
            _fill(center, strips.front if is_free else strips.add_half(), strip)
        for strip in _that_are_there(center, arrangement.windows):
            window = strips.open_window()
            _fill(center, window.tabs, strip)
            window.restoreGeometry(QByteArray.fromBase64(strip.geometry.encode()))
            window.show()
        halves = strips.halves.groups()
        if len(halves) == len(arrangement.widths):
            strips.halves.setSizes(arrangement.widths)
        front = halves[min(arrangement.front, len(halves) - 1)].currentWidget()
        if front is not None:
            strips.bring_to_front(front)


def _that_are_there(center: Center, strips: Sequence[Strip]) -> list[Strip]:
    return [it for it in strips if any(center.has(kept.tab) for kept in it.tabs)]


def _fill(center: Center, group: TabGroup, strip: Strip) -> None:
    center.strips.front = group
    for kept in strip.tabs:
        if not center.has(kept.tab):
            continue
        if kept.tab.kind is TabKind.DOCUMENT:
            # Not `show_tab`: a document may be open in both halves.
            center.add_reader(*kept.tab.ids).restore(kept.offset)
        else:
            center.show_tab(kept.tab)
            _put_panes(center.tabs.currentWidget(), kept.panes)
    group.setCurrentIndex(min(strip.current, group.count() - 1))


def _strip(center: Center, group: TabGroup, geometry: str = "") -> Strip:
    tabs = tuple(
        Kept(center.tab_of(it), _offset(it), _panes(it)) for it in group.widgets()
    )
    return Strip(tabs, group.currentIndex(), geometry)


def _put_panes(shown: QWidget, offsets: Sequence[int]) -> None:
    if isinstance(shown, ComparePanel) and offsets:
        shown.come_back([Spot(it) for it in offsets])


def _offset(widget: QWidget) -> int:
    return widget.position() if isinstance(widget, ReaderPanel) else 0


def _panes(widget: QWidget) -> tuple[int, ...]:
    if not isinstance(widget, ComparePanel):
        return ()
    return tuple(it.offset for it in widget.spots())


def _geometry(window: QWidget) -> str:
    return window.saveGeometry().toBase64().toStdString()
