"""Tags, the tree they form, and which passages have them."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from unicodedata import normalize

from workbench.errors import NotFound
from workbench.model.ids import PassageId, TagId
from workbench.model.tags import PATH_SEPARATOR, Tag


class TagStore:
    """Reads and writes tags and taggings on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute

    def all(self) -> list[Tag]:
        """Return the tree, parents before children, siblings in their order."""
        children: dict[int | None, list[tuple[int, str, int, int]]] = defaultdict(list)
        for tag_id, parent_id, name, color, position in self._run(
            "select id, parent_id, name, color, position from tags"
            " order by position, name collate nocase"
        ):
            children[parent_id].append((tag_id, name, color, position))
        return list(_walk(children, self._passages_by_tag(), None, ""))

    def get(self, tag_id: TagId) -> Tag:
        """Return one tag; `NotFound` when it is not there."""
        for tag in self.all():
            if tag.id == tag_id:
                return tag
        raise NotFound(f"There is no tag {tag_id} in this project.")

    def name(self, tag_id: TagId) -> str:
        """Return a tag's name alone, which needs no counting; `NotFound` otherwise."""
        row = self._run("select name from tags where id = ?", [tag_id]).fetchone()
        if row is None:
            raise NotFound(f"There is no tag {tag_id} in this project.")
        return str(row[0])

    def at_path(self, path: str) -> Tag:
        """Return the tag at `parent/child`, in any case; `NotFound` otherwise."""
        tag = self.find(path)
        if tag is None:
            raise NotFound(f"There is no tag “{path}”.")
        return tag

    def find(self, path: str) -> Tag | None:
        """Return the tag at `parent/child`, in any case, if there is one."""
        wanted = _folded(path)
        return next((it for it in self.all() if _folded(it.path) == wanted), None)

    def child(self, parent_id: TagId | None, name: str) -> TagId | None:
        """Return the tag of this name beneath a parent, in any case."""
        # Not `collate nocase`, which knows the case of A to Z only.
        wanted = _folded(name)
        siblings = self._run(
            "select id, name from tags where parent_id is ?", [parent_id]
        )
        found = (TagId(tag_id) for tag_id, its in siblings if _folded(its) == wanted)
        return next(found, None)

    def add(self, name: str, parent_id: TagId | None, color: int | None) -> TagId:
        """Add a tag after its siblings; without a color, the next one in turn."""
        position = self._run(
            "select coalesce(max(position), -1) + 1 from tags where parent_id is ?",
            [parent_id],
        ).fetchone()[0]
        if color is None:
            color = self._run("select count(*) % 16 from tags").fetchone()[0]
        done = self._run(
            "insert into tags (parent_id, name, color, position) values (?, ?, ?, ?)",
            [parent_id, name, color, position],
        )
        return TagId(done.lastrowid or 0)

    def rename(self, tag_id: TagId, name: str) -> None:
        """Give a tag another name."""
        self._run(
            "update tags set name = ? where id = ? and name is not ?",
            [name, tag_id, name],
        )

    def recolor(self, tag_id: TagId, color: int) -> None:
        """Give a tag another of the 16 hues."""
        self._run(
            "update tags set color = ? where id = ? and color is not ?",
            [color, tag_id, color],
        )

    def place(self, parent_id: TagId | None, ordered: Sequence[TagId]) -> None:
        """Make these the children of `parent_id`, in this order."""
        for position, tag_id in enumerate(ordered):
            self._run(
                "update tags set parent_id = ?, position = ? where id = ?"
                " and (parent_id is not ? or position is not ?)",
                [parent_id, position, tag_id, parent_id, position],
            )

    def remove(self, tag_id: TagId) -> None:
        """Remove a tag and all beneath it; the passages stay."""
        self._run("delete from tags where id = ?", [tag_id])

    def tag(
        self, passage_id: PassageId, tag_id: TagId, analyst: str, at: datetime
    ) -> None:
        """Put a tag on a passage; nothing happens when it is there already."""
        self._run(
            "insert into taggings (passage_id, tag_id, analyst, created_at)"
            " values (?, ?, ?, ?) on conflict do nothing",
            [passage_id, tag_id, analyst, at.isoformat()],
        )

    def untag(self, passage_id: PassageId, tag_id: TagId) -> None:
        """Take a tag off a passage."""
        self._run(
            "delete from taggings where passage_id = ? and tag_id = ?",
            [passage_id, tag_id],
        )

    def hand_over(self, source_id: TagId, target_id: TagId) -> None:
        """Move the taggings of one tag to another; who and when are kept."""
        self._run(
            "update taggings set tag_id = ? where tag_id = ? and passage_id not in"
            " (select passage_id from taggings where tag_id = ?)",
            [target_id, source_id, target_id],
        )

    def _passages_by_tag(self) -> dict[int, set[int]]:
        passages: dict[int, set[int]] = defaultdict(set)
        for tag_id, passage_id in self._run("select tag_id, passage_id from taggings"):
            passages[tag_id].add(passage_id)
        return passages


def _folded(name: str) -> str:
    return normalize("NFC", name).casefold()


def _walk(
    children: dict[int | None, list[tuple[int, str, int, int]]],
    passages: dict[int, set[int]],
    parent_id: TagId | None,
    above: str,
) -> Iterator[Tag]:
    for tag_id, name, color, position in children[parent_id]:
        path = f"{above}{name}"
        beneath = list(
            _walk(children, passages, TagId(tag_id), f"{path}{PATH_SEPARATOR}")
        )
        own = passages[tag_id]
        all_of_them = own.union(*(passages[it.id] for it in beneath))
        yield Tag(
            TagId(tag_id), parent_id, name, path, color, position,
            len(own), len(all_of_them),
        )  # fmt: skip
        yield from beneath
