"""The tag tree as a CSV file, out of a project and into one."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from workbench.errors import InvalidValue
from workbench.exporting.csv_files import write_rows
from workbench.importing.tag_trees import COLUMNS, read_tag_tree
from workbench.model.ids import TagId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.tags import COLORS, TagLine, TagsImported, folded
from workbench.operations.labels import quoted
from workbench.operations.tags import checked_names, give_pin
from workbench.project import Project
from workbench.views import Edit, ProjectView


def export_tags(view: ProjectView, path: Path, *, raw: bool = False) -> int:
    """Write one row a tag, parents before children; returns the rows written.

    Colors count from 1, as they do on the screen.
    """
    rows = ((it.path, it.color + 1, it.pin, it.note) for it in view.tags.all())
    return write_rows(path, COLUMNS, rows, raw=raw)


def import_tags(project: Project, path: Path) -> TagsImported:
    """Bring in a tag tree, in one step or, with a reason, not at all.

    A tag that is there already, in any case, keeps what the file does not give; a
    missing one is added after its siblings, colored as its parent.
    """
    lines = read_tag_tree(path)
    with project.operation(f"Import tags from {quoted(path.name)}") as edit:
        tree = _Tree(edit)
        for line in lines:
            try:
                tree.bring(line)
            except InvalidValue as error:
                raise InvalidValue(f"{path.name} was not imported: {error}") from error
    return TagsImported(len(tree.created), len(tree.changed))


class _Look(NamedTuple):
    """What a file may say of a tag."""

    color: int
    pin: int | None = None
    note: str = ""

    def with_given(self, line: TagLine) -> _Look:
        """Return this with what a line gives in its place."""
        return _Look(
            self.color if line.color is None else line.color,
            line.pin or self.pin,
            line.note or self.note,
        )


class _Tree:
    """A project's tags while a file comes in; each is found without asking again."""

    def __init__(self, edit: Edit) -> None:
        self._edit = edit
        self._now = datetime.now(UTC)
        self._ids: dict[tuple[TagId | None, str], TagId] = {}
        self._looks: dict[TagId, _Look] = {}
        self._places: defaultdict[TagId | None, int] = defaultdict(int)
        self.created: set[TagId] = set()
        self.changed: set[TagId] = set()
        for tag in edit.tags.all():
            self._ids[tag.parent_id, folded(tag.name)] = tag.id
            self._looks[tag.id] = _Look(tag.color, tag.pin, tag.note)
            self._places[tag.parent_id] = tag.position + 1

    def bring(self, line: TagLine) -> None:
        """Let the tag of a line be there and look as the line says."""
        tag_id: TagId | None = None
        for name in checked_names(line.names):
            tag_id = self._ids.get((tag_id, folded(name))) or self._add(name, tag_id)
        assert tag_id is not None
        look = self._looks[tag_id].with_given(line)
        if look != self._looks[tag_id]:
            self._change(tag_id, look)
            if tag_id not in self.created:
                self.changed.add(tag_id)

    def _add(self, name: str, parent_id: TagId | None) -> TagId:
        place, color = self._places[parent_id], len(self._looks) % COLORS
        if parent_id is not None:
            color = self._looks[parent_id].color
        tag_id = self._edit.tags.add_at(name, parent_id, color, place)
        self._ids[parent_id, folded(name)] = tag_id
        self._looks[tag_id] = _Look(color)
        self._places[parent_id] += 1
        self.created.add(tag_id)
        return tag_id

    def _change(self, tag_id: TagId, look: _Look) -> None:
        before, self._looks[tag_id] = self._looks[tag_id], look
        self._edit.tags.recolor(tag_id, look.color)
        if look.pin != before.pin:
            self._give_pin(tag_id, look.pin)
        if look.note != before.note:
            target = NoteTarget(NoteOn.TAG, tag_id)
            self._edit.notes.write(target, look.note, self._edit.analyst, self._now)

    def _give_pin(self, tag_id: TagId, pin: int | None) -> None:
        holder = give_pin(self._edit, tag_id, pin)
        if holder is not None:
            self._looks[holder] = self._looks[holder]._replace(pin=None)
