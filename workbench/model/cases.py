"""Cases: what is described across documents."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.aliases import AliasName
from workbench.model.ids import AliasGroupId, CaseId


@dataclass(frozen=True, slots=True)
class Case:
    """A thing described across documents: a working group, an agreement, a firm.

    `kind` is what the analyst calls such things; empty where nobody said. Its aliases
    are the names of `alias_group_id` in the project's register.
    """

    id: CaseId
    name: str
    kind: str = ""
    alias_group_id: AliasGroupId | None = None


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """A case with what it is called in texts and what there is about it.

    `documents` counts those put into it and those that mention it; `rows` are the rows
    of tables that describe it, as `table › row`.
    """

    case: Case
    names: tuple[AliasName, ...]
    documents: int
    mentions: int
    rows: tuple[str, ...]
