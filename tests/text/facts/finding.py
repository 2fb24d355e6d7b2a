"""Finds facts of texts given as they stand."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.jobs import Tracker
from workbench.model.aliases import AliasGroup
from workbench.model.facts import Fact, FactKind
from workbench.model.spans import Span
from workbench.text.blocks import split_blocks
from workbench.text.facts.finding import Source, facts_in


def source(
    text: str,
    on: str = "",
    zones: Iterable[tuple[int, int]] = (),
    aliases: tuple[AliasGroup, ...] = (),
) -> Source:
    """Return a text as a document of the project is read."""
    spans = [Span(*it) for it in zones]
    return Source(text, split_blocks(text), spans, on, aliases)


def facts_of_kind(
    kind: FactKind, text: str, on: str = "", zones: Iterable[tuple[int, int]] = ()
) -> list[Fact]:
    """Return the facts of one kind."""
    return [
        it for it in facts_in(source(text, on, zones), Tracker()) if it.kind is kind
    ]


def dates_in(text: str, on: str = "") -> list[Fact]:
    """Return the dates of a text whose document has a date, or none."""
    return facts_of_kind(FactKind.DATE, text, on)
