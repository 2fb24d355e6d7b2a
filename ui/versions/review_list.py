"""The list of passages to review: by document, of one kind or all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QListView,
    QVBoxLayout,
    QWidget,
)

from ui.versions.decisions import asking_button
from ui.versions.model import ALIKE, KINDS, ReviewModel
from ui.versions.rows import ReviewDelegate
from ui.widgets.counting import count_of
from ui.widgets.section_header import SectionHeader
from workbench.model.reviewing import Review

_NAMES = ("All kinds", "Edited", "Ambiguous", "Orphaned")


class ReviewList(QWidget):
    """Up and Down go from passage to passage; `chosen` carries a `Review` or None."""

    chosen = Signal(object)

    def __init__(self, model: ReviewModel) -> None:
        super().__init__()
        self._model = model
        self._place: tuple[int | None, int] = (None, 0)
        self.kinds = QComboBox()
        self.kinds.setAccessibleName("Kinds to show")
        self.kinds.addItems(_NAMES)
        self.kinds.currentIndexChanged.connect(self._choose_kind)
        self.view = QListView()
        self._prepare_view()
        self.alike_button = asking_button(
            "", "Accept what hardly changed, in one step", "review.accept_alike"
        )
        self._header = SectionHeader("To review")
        self._lay_out()
        self.setFocusProxy(self.view)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._return)
        self.view.selectionModel().currentChanged.connect(self._tell)

    @property
    def current(self) -> Review | None:
        """The passage that is looked at."""
        return self._model.review_at(self.view.currentIndex().row())

    def select(self, passage_id: int) -> None:
        """Look at a passage, if it is shown."""
        self._go_to(self._model.row_of(passage_id))

    def _prepare_view(self) -> None:
        view = self.view
        view.setModel(self._model)
        view.setItemDelegate(ReviewDelegate(view))
        view.setLayoutMode(QListView.LayoutMode.Batched)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.setFrameShape(QListView.Shape.NoFrame)
        view.setAccessibleName("Passages to review")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(14, 0, 14, 8)
        row.addWidget(self.kinds)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addLayout(row)
        column.addWidget(self.view, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 8, 14, 10)
        foot.addWidget(self.alike_button)
        column.addLayout(foot)

    def _choose_kind(self, number: int) -> None:
        self._model.show_kind(KINDS[number - 1] if number else None)

    def _remember(self) -> None:
        """Remember what is looked at, and how many passages stand above it."""
        current, shown = self.current, self._model.shown
        above = shown.index(current) if current in shown else self._place[1]
        self._place = (current.id if current else None, above)

    def _return(self) -> None:
        """Look at the same passage again or, once it is decided, at the next."""
        self._say_counts()
        passage_id, above = self._place
        row, shown = self._model.row_of(passage_id), self._model.shown
        if row < 0 and shown:
            row = self._model.row_of(shown[min(above, len(shown) - 1)].id)
        if row < 0:
            self._tell()
        self._go_to(row)

    def _go_to(self, row: int) -> None:
        if row >= 0:
            self.view.setCurrentIndex(self._model.index(row, 0))

    def _tell(self) -> None:
        self.chosen.emit(self.current)

    def _say_counts(self) -> None:
        alike = len(self._model.alike())
        self.alike_button.setVisible(alike > 0)
        self.alike_button.setText(f"Accept {alike:,} edited above {ALIKE:.0%}")
        total = len(self._model.reviews)
        self._header.set_fact(count_of(total, "passage") if total else "")
        counts = [total, *(self._model.count(kind) for kind in KINDS)]
        for number, (name, count) in enumerate(zip(_NAMES, counts, strict=True)):
            self.kinds.setItemText(number, f"{name} ({count:,})")
