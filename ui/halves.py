"""The middle of the window: one strip of tabs, or two side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

from ui.tab_group import TabGroup

NARROWEST = 280


class Halves(QSplitter):
    """Holds one or two groups of tabs; the last one stays, even when it is empty."""

    def __init__(self, first: TabGroup) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self.add(first)

    def groups(self) -> list[TabGroup]:
        """Return the groups from left to right."""
        found = (self.widget(number) for number in range(self.count()))
        return [it for it in found if isinstance(it, TabGroup)]

    def other(self, group: TabGroup) -> TabGroup | None:
        """Return the group beside this one."""
        return next((it for it in self.groups() if it is not group), None)

    def add(self, group: TabGroup) -> None:
        """Add a half; both become equally wide."""
        group.setMinimumWidth(NARROWEST)
        self.addWidget(group)
        self.setSizes([1] * self.count())

    def drop(self, group: TabGroup) -> None:
        """Take a half away, if another one stays."""
        if self.other(group) is not None:
            # Out of the splitter at once: it is deleted only later.
            group.setParent(None)
            group.deleteLater()
