"""Turns what is asked of the tag tree into operations, and shows what changed."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.notices import Notices
from ui.project_signals import ProjectSignals
from ui.tags.model import Move, Rename
from ui.tags.panel import TagsPanel
from workbench.model.changes import Changes
from workbench.model.ids import TagId
from workbench.operations import tags as operations
from workbench.project import Project

UNDO_HINT = "Ctrl+Z to undo"


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
        signals.changed.connect(self._refresh)
        panel.create_requested.connect(self._create)
        panel.recolor_requested.connect(self._recolor)
        panel.merge_requested.connect(self._merge)
        panel.merge_into_new_requested.connect(self._merge_into_new)
        panel.remove_requested.connect(self._remove)
        panel.model.rename_requested.connect(self._rename)
        panel.model.moves_requested.connect(self._move)
        self.show()

    def show(self) -> None:
        """Read the tags again."""
        self._panel.show_tags(self._project.tags.all())

    def _refresh(self, changes: Changes) -> None:
        # Taggings and passages count: the tree shows how many each tag has.
        if changes.touches("tags", "taggings", "passages", "documents"):
            self.show()

    def _create(self, name: str, parent_id: TagId | None) -> None:
        with self._notices.guard():
            tag_id = operations.create_tag(self._project, name, parent_id)
            self._panel.tree.go_to(tag_id)
            self._notices.done(f"Created tag “{name}” · {UNDO_HINT}")

    def _rename(self, rename: Rename) -> None:
        with self._notices.guard():
            operations.rename_tag(self._project, rename.tag_id, rename.name)
            self._notices.done(f"Renamed the tag to “{rename.name}” · {UNDO_HINT}")

    def _recolor(self, tag_id: int, color: int) -> None:
        with self._notices.guard():
            operations.recolor_tag(self._project, TagId(tag_id), color)
            self._notices.done(f"Changed the color of the tag · {UNDO_HINT}")

    def _move(self, moves: list[Move]) -> None:
        with self._notices.guard():
            label = "Move tag" if len(moves) == 1 else f"Move {len(moves)} tags"
            with self._project.operation(label):
                for move in moves:
                    operations.move_tag(self._project, *move)
            self._panel.tree.go_to(moves[0].tag_id)
            self._notices.done(f"Moved {_counted(len(moves))} · {UNDO_HINT}")

    def _merge(self, source_ids: list[TagId], target_id: int) -> None:
        with self._notices.guard():
            operations.merge_tags(self._project, source_ids, TagId(target_id))
            self._panel.tree.go_to(target_id)
            name = self._project.tags.get(TagId(target_id)).name
            merged = _counted(len(source_ids))
            self._notices.done(f"Merged {merged} into “{name}” · {UNDO_HINT}")

    def _merge_into_new(self, source_ids: list[TagId], path: str) -> None:
        with self._notices.guard(), self._project.operation("Merge tags"):
            self._merge(source_ids, operations.create_tag(self._project, path))

    def _remove(self, tag_ids: list[TagId]) -> None:
        with self._notices.guard():
            operations.remove_tags(self._project, tag_ids)
            self._notices.done(f"Deleted {_counted(len(tag_ids))} · {UNDO_HINT}")


def _counted(count: int) -> str:
    return "1 tag" if count == 1 else f"{count} tags"
