"""Tables that begin with more than nothing: templates, and copies of others."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.model.tables import PLAIN_TEXT, ColumnKind


class TableCopy(StrEnum):
    """How much of a table its copy has."""

    COLUMNS = "columns"
    ROWS = "rows and columns"
    ALL = "everything"


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    """A question of a template."""

    name: str
    question: str
    kind: ColumnKind = PLAIN_TEXT


@dataclass(frozen=True, slots=True)
class TableTemplate:
    """Questions that many studies ask; `purpose` says of what, in one sentence."""

    name: str
    purpose: str
    columns: tuple[TemplateColumn, ...]
