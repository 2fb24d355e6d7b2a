"""Tags, the tree they form, and which passages have them."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from workbench.errors import NotFound
from workbench.model.ids import DocumentId, PassageId, TagId
from workbench.model.tags import PATH_SEPARATOR, Tag, folded

_Row = tuple[int, TagId | None, str, int, int, int | None, str]

_TAGS = """
select tags.id, parent_id, name, color, position, pin, coalesce(notes.text, '')
from tags left join notes on notes.tag_id = tags.id
order by position, name collate nocase
"""
_COUNTS = "select tag_id, count(*) from taggings group by tag_id"
_SOME = """
select tags.id, parent_id, name, path, color, position,
    (select count(*) from taggings where tag_id = tags.id), pin,
    coalesce((select text from notes where tag_id = tags.id), ''),
    exists (select 1 from tags as child where child.parent_id = tags.id)
from tags join tag_paths on tag_paths.id = tags.id
where tags.id in (select value from json_each(?))
"""
_COUNT_BELOW = """
with recursive branch(id) as (
    select ?
    union all
    select tags.id from tags join branch on tags.parent_id = branch.id
)
select count(distinct passage_id) from branch join taggings on tag_id = branch.id
"""


class TagStore:
    """Reads and writes tags and taggings on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute

    def all(self) -> list[Tag]:
        """Return the tree, parents before children, siblings in their order."""
        children: defaultdict[int | None, list[_Row]] = defaultdict(list)
        for row in self._run(_TAGS):
            children[row[1]].append(row)
        counts = dict(self._run(_COUNTS).fetchall())
        return list(_walk(children, counts))

    def get(self, tag_id: TagId) -> Tag:
        """Return one tag; `NotFound` when it is not there."""
        tag = self.some([tag_id]).get(tag_id)
        if tag is None:
            raise NotFound(f"There is no tag {tag_id} in this project.")
        return tag

    def some(self, ids: Iterable[TagId]) -> dict[TagId, Tag]:
        """Return those of these tags that are there; counts only their passages."""
        rows = self._run(_SOME, [json.dumps(list(ids))])
        tags = [Tag(*(*row[:-1], bool(row[-1]))) for row in rows]
        return {tag.id: tag for tag in tags}

    def some_paths(self, ids: Iterable[TagId]) -> dict[TagId, str]:
        """Return the paths of those of these tags that are there."""
        rows = self._run(
            "select id, path from tag_paths"
            " where id in (select value from json_each(?))",
            [json.dumps(list(ids))],
        )
        return {TagId(tag_id): path for tag_id, path in rows}

    def path(self, tag_id: TagId) -> str:
        """Return a tag's path alone, which needs no counting; `NotFound` otherwise."""
        self.name(tag_id)
        return self.some_paths([tag_id])[tag_id]

    def in_documents(self) -> list[tuple[DocumentId, TagId]]:
        """Return which tags the passages of each document have, each once."""
        rows = self._run(
            "select distinct document_id, tag_id from taggings"
            " join passages on passages.id = passage_id"
        )
        return [(DocumentId(row[0]), TagId(row[1])) for row in rows]

    def count_below(self, tag_id: TagId) -> int:
        """Return how many passages have a tag or any tag beneath it."""
        return int(self._run(_COUNT_BELOW, [tag_id]).fetchone()[0])

    def parent(self, tag_id: TagId) -> TagId | None:
        """Return the tag that one is beneath; `NotFound` when it is not there."""
        row = self._run("select parent_id from tags where id = ?", [tag_id]).fetchone()
        if row is None:
            raise NotFound(f"There is no tag {tag_id} in this project.")
        return None if row[0] is None else TagId(row[0])

    def children(self, parent_id: TagId | None) -> list[TagId]:
        """Return the tags right beneath one, or at the top, in their order."""
        rows = self._run(
            "select id from tags where coalesce(parent_id, 0) = ?"
            " order by position, name collate nocase",
            [parent_id or 0],
        )
        return [TagId(tag_id) for (tag_id,) in rows]

    def pinned(self, pin: int) -> TagId | None:
        """Return the tag that is pinned to a digit, if there is one."""
        row = self._run("select id from tags where pin = ?", [pin]).fetchone()
        return TagId(row[0]) if row else None

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
        wanted = folded(path)
        return next((it for it in self.all() if folded(it.path) == wanted), None)

    def child(self, parent_id: TagId | None, name: str) -> TagId | None:
        """Return the tag of this name beneath a parent, in any case."""
        # Not `collate nocase`, which knows the case of A to Z only.
        wanted = folded(name)
        siblings = self._run(
            "select id, name from tags where coalesce(parent_id, 0) = ?",
            [parent_id or 0],
        )
        found = (TagId(tag_id) for tag_id, its in siblings if folded(its) == wanted)
        return next(found, None)

    def color(self, tag_id: TagId) -> int:
        """Return a tag's hue alone."""
        row = self._run("select color from tags where id = ?", [tag_id]).fetchone()
        return int(row[0]) if row else 0

    def add(self, name: str, parent_id: TagId | None, color: int | None) -> TagId:
        """Add a tag after its siblings; without a color, the next one in turn."""
        position = self._run(
            "select coalesce(max(position), -1) + 1 from tags"
            " where coalesce(parent_id, 0) = ?",
            [parent_id or 0],
        ).fetchone()[0]
        if color is None:
            color = self._run("select count(*) % 16 from tags").fetchone()[0]
        return self.add_at(name, parent_id, color or 0, position)

    def add_at(
        self, name: str, parent_id: TagId | None, color: int, position: int
    ) -> TagId:
        """Add a tag at a place among its siblings that nothing else needs."""
        done = self._run(
            "insert into tags (parent_id, name, color, position) values (?, ?, ?, ?)",
            [parent_id, name, color, position],
        )
        return TagId(done.lastrowid or 0)

    def pin(self, tag_id: TagId, pin: int | None) -> None:
        """Pin a tag to a digit, which no other tag may have, or to none."""
        self._run(
            "update tags set pin = ? where id = ? and pin is not ?", [pin, tag_id, pin]
        )

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


def _walk(
    children: Mapping[int | None, Sequence[_Row]], counts: Mapping[int, int]
) -> Iterator[Tag]:
    """Yield parents before children; without recursion, however deep the tree is."""
    waiting = [("", row) for row in reversed(children.get(None, ()))]
    while waiting:
        above, (tag_id, parent_id, name, color, position, pin, note) = waiting.pop()
        path = f"{above}{name}"
        beneath = children.get(tag_id, ())
        yield Tag(
            TagId(tag_id), parent_id, name, path, color, position,
            counts.get(tag_id, 0), pin, note, bool(beneath),
        )  # fmt: skip
        start = f"{path}{PATH_SEPARATOR}"
        waiting += [(start, row) for row in reversed(beneath)]
