"""Keeps the passages on a page as they are in the project, reading only what changed.

Many are read in slices between other work, those in view first.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import islice

from PySide6.QtCore import QObject, QTimer

from ui.painted import painted
from ui.reader.pane import ReadingPane
from workbench.model.changes import Changes
from workbench.model.ids import DocumentId
from workbench.model.spans import Span
from workbench.project import Project

SLICE = 200
"""How many passages are read at once: some milliseconds."""
_AROUND_VIEW = 10_000


class PassageShowing(QObject):
    """Shows one document's passages in a pane.

    Everything goes through one queue of ids that are to be read: what is there to
    begin with, what changed, and what was removed and will not be found. So a change
    during the reading can neither be lost nor come twice.
    """

    def __init__(
        self, project: Project, pane: ReadingPane, document_id: DocumentId
    ) -> None:
        super().__init__(pane)
        self._outlines = project.passages.outlines
        self._pane = pane
        self._document_id = document_id
        self._looks = self._outlines.tag_looks()
        self._wanted: dict[int, None] = {}
        self._is_begun = True
        self._with_note: Collection[int] = ()
        self._seen = Span(0, 0)
        self._missed: Changes | None = None
        self._between = QTimer(self)
        self._between.timeout.connect(self._go_on)
        pane.passage_missed.connect(self._read_now)

    @property
    def is_complete(self) -> bool:
        """Tell whether all passages are on the page."""
        return self._is_begun and not self._wanted

    def begin(self, count: int) -> None:
        """Show the passages, of which there are `count`, of a text that was just set.

        A few are shown at once. Of many only those in view are: to list the rest takes
        longer than the first paint may.
        """
        self._with_note = self._outlines.with_note(self._document_id)
        self._is_begun = count <= SLICE
        self._want(self._all() if self._is_begun else self._around_view())

    def _all(self) -> Sequence[int]:
        return self._outlines.ids(self._document_id)

    def _around_view(self) -> Sequence[int]:
        """List what is in view and before it, whose bars may reach beside the view."""
        view = self._seen = self._pane.span_in_view()
        around = Span(max(0, view.start - _AROUND_VIEW), view.end + _AROUND_VIEW)
        return self._outlines.ids_in(self._document_id, around)

    def follow(self, changes: Changes) -> None:
        """Show what changed; a hidden pane catches up when it is shown."""
        if not self._pane.is_seen:
            self._missed = changes.after(self._missed) if self._missed else changes
            return
        ids = changes.ids
        if "tags" in ids:
            self._want(self._looking_different())
        if "notes" in ids:
            self._want(self._noted_differently())
        empty: frozenset[int] = frozenset()
        self._want(ids.get("passages", empty) | ids.get("tagged_passages", empty))

    def catch_up(self) -> None:
        """Show what changed while the pane was hidden."""
        missed, self._missed = self._missed, None
        if missed is not None:
            self.follow(missed)
        elif not self.is_complete:
            self._between.start()

    def _looking_different(self) -> list[int]:
        """Return the passages whose tags have another name, color or place by now."""
        before, self._looks = self._looks, self._outlines.tag_looks()
        changed = {
            tag_id for tag_id, look in before.items() if self._looks.get(tag_id) != look
        }
        return [it.id for it in self._pane.passages if changed.intersection(it.tag_ids)]

    def _noted_differently(self) -> set[int]:
        before, self._with_note = (
            self._with_note,
            self._outlines.with_note(self._document_id),
        )
        return set(before) ^ set(self._with_note)

    def _want(self, ids: Collection[int]) -> None:
        """Read these at once or, if they are many, before all others."""
        self._wanted = dict.fromkeys(ids) | self._wanted
        if len(ids) <= SLICE:
            self._read(ids)
        else:
            self._seen = Span(0, 0)
            self._read_some()
        self._go_on_later()

    def _read_some(self) -> None:
        self._put_view_first()
        self._read(list(islice(self._wanted, SLICE)))

    def _go_on_later(self) -> None:
        if self.is_complete:
            self._between.stop()
        else:
            self._between.start()

    def _go_on(self) -> None:
        # A hidden pane may be one whose project is being closed.
        if not self._pane.is_seen:
            self._between.stop()
        elif self._is_begun:
            self._read_some()
            self._go_on_later()
        else:
            self._is_begun = True
            shown = {passage.id for passage in self._pane.passages}
            self._wanted |= {it: None for it in self._all() if it not in shown}

    def _put_view_first(self) -> None:
        """Read what is looked at before the rest, when that has changed."""
        if len(self._wanted) > SLICE and self._pane.span_in_view() != self._seen:
            first = [it for it in self._around_view() if it in self._wanted]
            self._wanted = dict.fromkeys(first) | self._wanted

    def _read_now(self, passage_id: int) -> None:
        if not self.is_complete:
            self._read([passage_id])

    def _read(self, ids: Collection[int]) -> None:
        if not ids:
            return
        found = self._outlines.some(self._document_id, ids)
        for passage_id in ids:
            self._wanted.pop(passage_id, None)
        there = {outline.id for outline in found}
        self._pane.change_passages(
            [painted(outline, self._looks) for outline in found],
            [passage_id for passage_id in ids if passage_id not in there],
        )
