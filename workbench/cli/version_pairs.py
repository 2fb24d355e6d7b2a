"""How the command line shows what became of the blocks of a version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from workbench.cli.answers import counted, one_line, show, show_columns
from workbench.cli.stretches import stretch_json
from workbench.model.spans import Span
from workbench.model.version_pairs import VersionPair, VersionPairKind

_WIDEST = 48


def pair_json(pair: VersionPair, old: str, new: str) -> dict[str, object]:
    """Return a pair as JSON; what is missing on a side is null."""
    return {
        "kind": pair.kind.value,
        "old": _side_json(pair.old, old, pair.old_blocks),
        "new": _side_json(pair.new, new, pair.new_blocks),
        "removed": [stretch_json(it, old) for it in pair.removed],
        "added": [stretch_json(it, new) for it in pair.added],
    }


def show_pairs(pairs: Sequence[VersionPair], old: str, new: str) -> None:
    """List what is not the same, with its words, and count everything."""
    show_columns(
        ("KIND", "OLD", "NEW", "REMOVED", "ADDED"),
        [
            (
                it.kind.value,
                _place(it.old),
                _place(it.new),
                _words(it.removed, old),
                _words(it.added, new),
            )
            for it in pairs
            if it.kind is not VersionPairKind.SAME
        ],
    )
    kinds = Counter(it.kind for it in pairs)
    parts = [f"{kinds[kind]} {kind.value}" for kind in VersionPairKind if kinds[kind]]
    show(f"{counted(len(pairs), 'block')}: {', '.join(parts) or 'none'}")


def _side_json(span: Span | None, text: str, blocks: int) -> dict[str, object] | None:
    return None if span is None else stretch_json(span, text) | {"blocks": blocks}


def _place(span: Span | None) -> str:
    return f"{span.start}..{span.end}" if span else ""


def _words(spans: Sequence[Span], text: str) -> str:
    return one_line(" … ".join(it.of(text) for it in spans), _WIDEST)
