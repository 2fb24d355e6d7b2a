"""The review: what a new version did to passages, one after the other.

At the left all that waits, beside it the old text and the new one. What is marked in
the new text is what accepting takes: the proposed place, another one, a selection.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from ui.keymap import new_action
from ui.versions.decisions import Decisions
from ui.versions.model import ReviewModel, in_words
from ui.versions.page import MakePage
from ui.versions.review_list import ReviewList
from ui.versions.side import Side
from ui.versions.two_texts import TwoTexts
from ui.widgets.empty_state import EmptyState
from ui.widgets.keys import ENTER_KEYS
from workbench.model.reviewing import Review
from workbench.model.spans import Span

LIST_WIDTH = 230
NOTHING = (
    "Nothing to review",
    "When a new version changes a passage, you decide here where it stands.",
)


class ReviewPanel(QWidget):
    """Shows and asks; spans are those of the current text.

    `decided` carries the review and the place to take; `orphan_requested` a review;
    `alike_accepted` the ids of passages that hardly changed.
    """

    review_shown = Signal(object)
    place_shown = Signal(object, object)
    decided = Signal(object, object)
    orphan_requested = Signal(object)
    alike_accepted = Signal(object)

    def __init__(self, make_page: MakePage) -> None:
        super().__init__()
        self.model = ReviewModel()
        self.list = ReviewList(self.model)
        self.old = Side(make_page(), "Old text")
        self.new = Side(make_page(), "New text")
        self.decisions = Decisions()
        self.empty = EmptyState(*NOTHING)
        self._review: Review | None = None
        self._places: Sequence[Span] = ()
        self._place: Span | None = None
        self._first_look = QTimer(self, singleShot=True, interval=0)
        self._first_look.timeout.connect(lambda: self._take(self.list.current))
        self._lay_out()
        self._connect()
        self._add_keys()
        self.setAccessibleName("Review changes")
        self.setFocusProxy(self.list.view)

    @property
    def view(self) -> QWidget:
        """The list, which the panel is there for."""
        return self.list.view

    @property
    def place(self) -> Span | None:
        """What accepting takes: the selection or the place that is shown."""
        return self.new.page.selection or self._place

    @property
    def review(self) -> Review | None:
        """The passage that is looked at."""
        return self._review

    def show_places(self, review: Review, places: Sequence[Span]) -> None:
        """Say what became of a passage, and where it may stand."""
        self._review, self._places, self._place = review, places, review.place
        self.decisions.show_review(in_words(review, len(places)))
        self._show_state()

    def accept(self) -> None:
        """Take what is marked in the new text for the passage's place."""
        if self._review is None:
            return
        if self.place is None:
            self.decisions.say_place_is_missing()
        else:
            self.decided.emit(self._review, self.place)
            self.list.view.setFocus()

    def choose(self) -> None:
        """Let another place be selected in the new text."""
        if self._review is not None:
            self.new.page.widget.setFocus(Qt.FocusReason.OtherFocusReason)
            self.decisions.say_how_to_choose()

    def keep_as_orphan(self) -> None:
        """Leave the passage with the old text."""
        if self._review is not None:
            self.orphan_requested.emit(self._review)
            self.list.view.setFocus()

    def accept_alike(self) -> None:
        """Accept all that hardly changed."""
        if ids := self.model.alike():
            self.alike_accepted.emit(ids)

    def step_place(self, by: int) -> None:
        """Show the next place where the passage may stand."""
        if self._review is None or not self._places:
            return
        places = self._places
        at = places.index(self._place) + by if self._place in places else 0
        self._place = places[at % len(places)]
        self.place_shown.emit(self._review, self._place)
        self._show_state()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS and self._hears_keys():
            self.accept()
        elif event.key() == Qt.Key.Key_Escape and not self.list.view.hasFocus():
            self.list.view.setFocus()
            self._take(self._review)
        else:
            super().keyPressEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Once the texts have their size: their middle is not known before.
        self._first_look.start()

    def _lay_out(self) -> None:
        texts = TwoTexts(self.old, self.new)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.decisions)
        column.addWidget(texts, 1)
        whole = QSplitter(Qt.Orientation.Horizontal)
        whole.setChildrenCollapsible(False)
        whole.addWidget(self.list)
        whole.addWidget(right)
        whole.setStretchFactor(1, 1)
        whole.setSizes([LIST_WIDTH, 10_000])
        self._pages = QStackedWidget()
        self._pages.addWidget(whole)
        self._pages.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def _connect(self) -> None:
        self.list.chosen.connect(self._take)
        self.model.modelReset.connect(self._show_state)
        self.new.page.selection_changed.connect(self._show_state)
        asked = self.decisions
        asked.accept_button.clicked.connect(self.accept)
        asked.choose_button.clicked.connect(self.choose)
        asked.orphan_button.clicked.connect(self.keep_as_orphan)
        self.list.alike_button.clicked.connect(self.accept_alike)
        asked.next_button.clicked.connect(lambda: self.step_place(1))

    def _add_keys(self) -> None:
        acts = {
            "review.accept": self.accept,
            "review.choose": self.choose,
            "review.orphan": self.keep_as_orphan,
            "review.accept_alike": self.accept_alike,
            "review.next_place": lambda: self.step_place(1),
            "review.previous_place": lambda: self.step_place(-1),
        }
        for action_id, act in acts.items():
            action = new_action(action_id, self.list.view)
            action.triggered.connect(lambda _=False, it=act: it())
            for side in (self.old, self.new):
                side.page.widget.addAction(action)

    def _hears_keys(self) -> bool:
        """Tell whether Enter decides here; buttons keep it for themselves."""
        return any(
            it.hasFocus()
            for it in (self.list.view, self.old.page.widget, self.new.page.widget)
        )

    def _take(self, review: Review | None) -> None:
        self._review = review
        if review is not None:
            self.review_shown.emit(review)
        self._show_state()

    def _show_state(self) -> None:
        has_any = bool(self.model.reviews)
        self._pages.setCurrentIndex(0 if has_any else 1)
        number = (
            self._places.index(self._place) + 1 if self._place in self._places else 0
        )
        self.decisions.show_state(
            has_review=self._review is not None,
            has_place=self._review is not None and self.place is not None,
            is_chosen=self.new.page.selection is not None,
            place=number,
            places=len(self._places),
        )
