"""Turns what is asked of the tag tree into operations, and shows what changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from ui.keymap import undo_hint
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from ui.tags.here import CountsHere
from ui.tags.model import Move, Rename
from ui.tags.panel import TagsPanel
from ui.widgets.counting import count_of
from workbench.model.changes import Changes
from workbench.model.ids import DocumentId, TagId
from workbench.model.links import Stretch
from workbench.operations import tags as operations
from workbench.operations.passages import mark_passage
from workbench.project import Project

COUNTS_WAIT = 120
"""Milliseconds until counts are read again, so that tagging does not wait for them."""


class TagsController(QObject):
    """Serves the tags panel."""

    def __init__(
        self,
        project: Project,
        signals: ProjectSignals,
        panel: TagsPanel,
        notices: Notices,
    ) -> None:
        super().__init__(panel)
        self._project = project
        self._panel = panel
        self._notices = notices
        self._here = CountsHere(project, self)
        self._here.changed.connect(self._show_here)
        self._counting = QTimer(self, singleShot=True, interval=COUNTS_WAIT)
        self._counting.timeout.connect(self.show)
        signals.closed.connect(self._stop)
        signals.changed.connect(self._refresh)
        panel.document_read.connect(self._count_in)
        panel.pin_requested.connect(self._pin)
        panel.create_requested.connect(self._create)
        panel.recolor_requested.connect(self._recolor)
        panel.merge_requested.connect(self._merge)
        panel.merge_into_new_requested.connect(self._merge_into_new)
        panel.remove_requested.connect(self._remove)
        panel.model.rename_requested.connect(self._rename)
        panel.model.moves_requested.connect(self._move)
        panel.model.words_dropped.connect(self._tag)
        panel.model.count_below = project.tags.count_below
        self.show()

    def show(self) -> None:
        """Read the tags again, with how many passages have each."""
        self._counting.stop()
        self._panel.show_tags(self._project.tags.all())

    def _stop(self) -> None:
        self._counting.stop()
        self._here.stop()

    def _refresh(self, changes: Changes) -> None:
        self._here.follow(changes)
        if changes.touches("tags"):
            self.show()
        elif changes.touches("taggings", "passages", "documents", "notes"):
            self._counting.start()

    def _count_in(self, document_id: int) -> None:
        self._here.begin(DocumentId(document_id))

    def _show_here(self) -> None:
        self._panel.model.show_here(self._here.counts)

    def _create(self, name: str, parent_id: TagId | None) -> None:
        with self._notices.guard():
            tag_id = operations.create_tag(self._project, name, parent_id)
            self._panel.tree.go_to(tag_id)
            self._notices.done(f"Created tag “{name}” · {undo_hint()}")

    def _rename(self, rename: Rename) -> None:
        with self._notices.guard():
            operations.rename_tag(self._project, rename.tag_id, rename.name)
            self._notices.done(f"Renamed the tag to “{rename.name}” · {undo_hint()}")

    def _recolor(self, tag_ids: list[TagId], color: int) -> None:
        with self._notices.guard():
            operations.recolor_tags(self._project, tag_ids, color)
            colored = count_of(len(tag_ids), "tag")
            self._notices.done(f"Changed the color of {colored} · {undo_hint()}")

    def _pin(self, tag_id: int, digit: int | None) -> None:
        with self._notices.guard():
            operations.pin_tag(self._project, TagId(tag_id), digit)
            name = self._project.tags.name(TagId(tag_id))
            where = f"Pinned “{name}” to {digit}" if digit else f"Unpinned “{name}”"
            self._notices.done(f"{where} · {undo_hint()}")

    def _tag(self, tag_id: int, words: Stretch) -> None:
        with self._notices.guard():
            mark_passage(self._project, words.document_id, words.span, [TagId(tag_id)])
            name = self._project.tags.name(TagId(tag_id))
            self._notices.done(f"Tagged the passage “{name}” · {undo_hint()}")

    def _move(self, moves: list[Move]) -> None:
        with self._notices.guard():
            label = "Move tag" if len(moves) == 1 else f"Move {len(moves)} tags"
            with self._project.operation(label):
                for move in moves:
                    operations.move_tag(self._project, *move)
            self._panel.tree.go_to(moves[0].tag_id)
            self._notices.done(f"Moved {count_of(len(moves), 'tag')} · {undo_hint()}")

    def _merge(self, source_ids: list[TagId], target_id: int) -> None:
        with self._notices.guard():
            operations.merge_tags(self._project, source_ids, TagId(target_id))
            self._panel.tree.go_to(target_id)
            name = self._project.tags.name(TagId(target_id))
            merged = count_of(len(source_ids), "tag")
            self._notices.done(f"Merged {merged} into “{name}” · {undo_hint()}")

    def _merge_into_new(self, source_ids: list[TagId], path: str) -> None:
        with self._notices.guard(), self._project.operation("Merge tags"):
            self._merge(source_ids, operations.create_tag(self._project, path))

    def _remove(self, tag_ids: list[TagId]) -> None:
        with self._notices.guard():
            operations.remove_tags(self._project, tag_ids)
            self._notices.done(
                f"Deleted {count_of(len(tag_ids), 'tag')} · {undo_hint()}"
            )
