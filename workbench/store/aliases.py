"""The alias register."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from itertools import groupby

from workbench.errors import NotFound
from workbench.model.aliases import AliasGroup, AliasName
from workbench.model.ids import AliasGroupId

_SELECT = """
select group_id, is_automatic, name, is_case_sensitive
from aliases join alias_groups on alias_groups.id = group_id
"""
_ORDER = "order by group_id, position"


class AliasStore:
    """Reads and writes groups of names on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute

    def groups(self) -> list[AliasGroup]:
        """Return every group, in the order they were made."""
        rows = self._run(f"{_SELECT} {_ORDER}")
        return [
            AliasGroup(
                AliasGroupId(group_id),
                bool(is_automatic),
                tuple(AliasName(name, bool(exactly)) for *_, name, exactly in names),
            )
            for (group_id, is_automatic), names in groupby(rows, lambda row: row[:2])
        ]

    def get(self, group_id: AliasGroupId) -> AliasGroup:
        """Return one group; `NotFound` when it is not there."""
        for group in self.groups():
            if group.id == group_id:
                return group
        raise NotFound("That group of aliases is not in this project any more.")

    def add(self, names: Sequence[AliasName], *, is_automatic: bool) -> AliasGroupId:
        """Add a group of names that no group has yet."""
        done = self._run(
            "insert into alias_groups (is_automatic) values (?)", [is_automatic]
        )
        group_id = AliasGroupId(done.lastrowid or 0)
        self._add_names(group_id, names)
        return group_id

    def set_names(self, group_id: AliasGroupId, names: Sequence[AliasName]) -> None:
        """Give a group other names, none of which another group has."""
        self._run("delete from aliases where group_id = ?", [group_id])
        self._add_names(group_id, names)

    def set_automatic(self, group_id: AliasGroupId, *, is_automatic: bool) -> None:
        """Use a group in every search, or only when it is asked for."""
        self._run(
            "update alias_groups set is_automatic = ?1"
            " where id = ?2 and is_automatic <> ?1",
            [is_automatic, group_id],
        )

    def remove(self, group_id: AliasGroupId) -> None:
        """Remove a group with its names."""
        self._run("delete from alias_groups where id = ?", [group_id])

    def _add_names(self, group_id: AliasGroupId, names: Sequence[AliasName]) -> None:
        for position, name in enumerate(names):
            self._run(
                "insert into aliases (group_id, name, is_case_sensitive, position)"
                " values (?, ?, ?, ?)",
                [group_id, name.text, name.is_case_sensitive, position],
            )
