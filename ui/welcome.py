"""What stands in the window while no project is open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.resources import icon
from ui.theme import interface_font
from ui.widgets.plain import PlainLabel

WIDTH = 480


class Welcome(QWidget):
    """Offers a new project, one from disk, the sample, and the recent ones."""

    new_requested = Signal()
    open_requested = Signal()
    sample_requested = Signal()
    project_chosen = Signal(object)

    def __init__(self, recent: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QWidget()
        column.setFixedWidth(WIDTH)
        self._rows = QVBoxLayout(column)
        self._rows.setSpacing(8)
        self._say("Research workbench", 22, semibold=True)
        self._say(
            "A project is one file on this computer: documents, tags, notes and"
            " tables. Nothing leaves it.",
            13,
            muted=True,
        )
        self._rows.addSpacing(12)
        self._add_buttons()
        self._add_recent([it for it in recent if it.exists()])
        outer = QVBoxLayout(self)
        outer.addWidget(column, 0, Qt.AlignmentFlag.AlignCenter)

    def _say(
        self, text: str, size: int, *, semibold: bool = False, muted: bool = False
    ) -> None:
        label = PlainLabel(text)
        label.setWordWrap(True)
        label.setFont(interface_font(size, semibold=semibold))
        label.setProperty("muted", muted)
        self._rows.addWidget(label)

    def _add_buttons(self) -> None:
        row = QHBoxLayout()
        for text, name, signal in (
            ("New project…", "folder-plus", self.new_requested),
            ("Open project…", "folder-open", self.open_requested),
            ("Open the sample", "book-open", self.sample_requested),
        ):
            button = QPushButton(icon(name), f" {text}")
            button.setProperty("primary", name == "folder-plus")
            if name == "folder-plus":
                button.setIcon(icon(name, "surface"))
            button.clicked.connect(signal)
            row.addWidget(button)
        self._rows.addLayout(row)

    def _add_recent(self, recent: Sequence[Path]) -> None:
        if not recent:
            return
        self._rows.addSpacing(16)
        self._say("Recent projects", 12, semibold=True, muted=True)
        for path in recent:
            button = QPushButton(path.stem)
            button.setAccessibleDescription(str(path))
            button.setToolTip(str(path))
            button.setProperty("row", True)
            button.clicked.connect(
                lambda _=False, it=path: self.project_chosen.emit(it)
            )
            self._rows.addWidget(button)
