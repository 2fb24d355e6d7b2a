"""Values cited in one cell that cannot all be true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import Final, NamedTuple

from workbench.model.cells import Cell, CellKey, Citation, Role
from workbench.model.facts import Fact, FactKind
from workbench.model.ids import DocumentId
from workbench.model.links import VERDICTS, LinkKind
from workbench.model.spans import Span
from workbench.model.suggestions import Conflict
from workbench.model.tables import Column, ColumnType, ComparisonTable
from workbench.operations.facts import facts_of
from workbench.text.facts.clashing import clash, words_of_facts
from workbench.text.facts.names import Namesakes
from workbench.text.question_kinds import asks_for_people
from workbench.views import ProjectView

_KINDS: Final = {
    ColumnType.DATE: (FactKind.DATE,),
    ColumnType.NUMBER: (FactKind.NUMBER, FactKind.PERCENT),
    ColumnType.MONEY: (FactKind.MONEY,),
}


class Cited(NamedTuple):
    """A citation with what it states of the kinds that its column asks for."""

    citation: Citation
    facts: Sequence[Fact]
    title: str
