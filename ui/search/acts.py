"""What can be done with hits, by key and by menu; who serves it carries it out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.keymap import new_action
from ui.search.model import Group, ResultRole
from ui.search.view import ResultsView
from ui.widgets.dragging import Source
from ui.widgets.tag_picker import TagPicker
from workbench.model.ids import TagId
from workbench.model.links import Stretch
from workbench.model.search import Hit
from workbench.model.spans import Span
from workbench.model.tags import Tag

CHANGING = (
    "results.tag", "results.tag_words", "results.cite", "results.discard",
    "results.restore",
)  # fmt: skip

NOT_ALL = "Tick the hits that are evidence; all of a search cannot be cited at once"


class HitActs(QObject):
    """Acts on the ticked hits or, without any, on the current one.

    `tags_wanted` asks for the tags to offer; the choice comes back as `tag_requested`
    with a tag or a new path, and whether only the found words are meant.
    """

    tags_wanted = Signal(QPoint)
    tag_requested = Signal(object, bool)
    discard_requested = Signal()
    restore_requested = Signal()
    why_requested = Signal(int)
    facets_wanted = Signal()
    cite_wanted = Signal(QPoint)
    explained = Signal(str)

    def __init__(self, view: ResultsView) -> None:
        super().__init__(view)
        self._view = view
        self._picker = TagPicker(view)
        self._picker.chosen.connect(self._take_tag)
        self._picker.create_requested.connect(self._take_tag)
        self._are_words_meant = False
        acts: dict[str, Callable[[], None]] = {
            "results.tick_all": view.results.tick_all,
            "results.tag": lambda: self._ask_for_tag(words=False),
            "results.tag_words": lambda: self._ask_for_tag(words=True),
            "results.cite": self._request_citation,
            "results.discard": self._discard,
            "results.restore": self._restore,
            "results.facets": self.facets_wanted.emit,
        }
        self.actions = {it: self._action(it, act) for it, act in acts.items()}
        view.customContextMenuRequested.connect(self._open_menu)

    def ticked_or_current(self) -> list[Hit]:
        """Return what an act is about, unless all hits are ticked."""
        ticked = self._view.results.ticks.hits
        current = self._view.current_hit
        return ticked or ([current] if current else [])

    def to_cite(self) -> list[Source]:
        """Return what the hits found, each from its first match to its last."""
        return [
            Stretch(it.document_id, Span(it.matches[0].start, it.matches[-1].end))
            if it.matches
            else Stretch(it.document_id, it.span)
            for it in self.ticked_or_current()
        ]

    def pick_tag(self, point: QPoint, tags: Sequence[Tag]) -> None:
        """Ask which tag the hits shall get."""
        self._picker.open_at(point, tags)

    def set_editable(self, *, is_editable: bool) -> None:
        """Take away what changes the project, or give it back."""
        for action_id in CHANGING:
            self.actions[action_id].setEnabled(is_editable)

    def current_document(self) -> int | None:
        """Return the document of the current line."""
        index = self._view.currentIndex()
        undated = index.data(ResultRole.UNDATED)
        if undated is not None:
            return int(undated.document_id)
        if not index.isValid():
            return None
        group = self._view.results.group_at(index)
        documents = self._view.results.found.documents
        return int(documents[group].document_id) if group < len(documents) else None

    def _action(self, action_id: str, act: Callable[[], None]) -> QAction:
        action = new_action(action_id, self._view)
        action.triggered.connect(lambda: act())
        return action

    def _ask_for_tag(self, *, words: bool) -> None:
        if self._has_something():
            self._are_words_meant = words
            self.tags_wanted.emit(self._beside_current())

    def _take_tag(self, choice: TagId | str) -> None:
        self.tag_requested.emit(choice, self._are_words_meant)

    def _request_citation(self) -> None:
        if self._view.results.ticks.is_all:
            self.explained.emit(NOT_ALL)
        elif self._has_something():
            self.cite_wanted.emit(self._beside_current())

    def _discard(self) -> None:
        if self._has_something():
            self.discard_requested.emit()

    def _restore(self) -> None:
        if self._has_something():
            self.restore_requested.emit()

    def _has_something(self) -> bool:
        return bool(self._view.results.ticks or self._view.current_hit)

    def _beside_current(self) -> QPoint:
        place = self._view.visualRect(self._view.currentIndex())
        inside = place.intersected(self._view.viewport().rect())
        return self._view.viewport().mapToGlobal(inside.bottomLeft() + QPoint(36, 0))

    def _open_menu(self, point: QPoint) -> None:
        document_id = self.current_document()
        if document_id is None:
            return
        self._menu(document_id).popup(self._view.viewport().mapToGlobal(point))

    def _menu(self, document_id: int) -> QMenu:
        menu = QMenu(self._view)
        index = self._view.currentIndex()
        go = menu.addAction("Go there\tEnter")
        go.triggered.connect(lambda: self._view.row_opened.emit(index))
        if not isinstance(index.data(ResultRole.GROUP), Group):
            menu.addActions(list(self.actions.values())[1:6])
        menu.addSeparator()
        menu.addAction(self.actions["results.tick_all"])
        why = menu.addAction("Why this document?")
        why.triggered.connect(lambda: self.why_requested.emit(document_id))
        return menu
