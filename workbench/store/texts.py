"""Texts and their blocks: how the file keeps them, and those read a moment ago."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from workbench.errors import UnusableProject
from workbench.model.documents import Block, BlockKind
from workbench.model.ids import VersionId
from workbench.model.spans import Span
from workbench.model.zones import ZoneKind

CACHED_CHARACTERS = 20_000_000
CACHED_BLOCK_LISTS = 200
PackedBlock = list[Any]
_KINDS = {kind.value: kind for kind in BlockKind}
_QUOTED = {kind: f'"{kind.value}"' for kind in BlockKind}
_ZONES = {kind.value: kind for kind in ZoneKind}


class TextCache:
    """Reads texts over one connection and keeps those used last; they never change."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute
        self._texts: OrderedDict[VersionId, str] = OrderedDict()
        self._characters = 0
        self._packed: OrderedDict[VersionId, list[PackedBlock]] = OrderedDict()
        self._blocks: OrderedDict[VersionId, tuple[Block, ...]] = OrderedDict()

    def text(self, version_id: VersionId) -> str:
        """Return the text of a version, exactly as it was decoded."""
        if version_id not in self._texts:
            row = self._run("select content from texts where id = ?", [version_id])
            text = self._texts[version_id] = row.fetchone()[0]
            self._characters += len(text)
            self._forget_old_texts()
        self._texts.move_to_end(version_id)
        return self._texts[version_id]

    def blocks(self, version_id: VersionId) -> tuple[Block, ...]:
        """Return the blocks of a version, in order."""
        if version_id not in self._blocks:
            self._blocks[version_id] = _unpacked(self._rows(version_id))
            _forget_oldest(self._blocks)
        self._blocks.move_to_end(version_id)
        return self._blocks[version_id]

    def block(self, version_id: VersionId, number: int) -> Block | None:
        """Return one block, which is quicker; None where there are not so many."""
        rows = self._rows(version_id)[number : number + 1]
        return next(iter(_unpacked(rows)), None)

    def _rows(self, version_id: VersionId) -> list[PackedBlock]:
        if version_id not in self._packed:
            row = self._run("select blocks from texts where id = ?", [version_id])
            rows = _unpacked_rows(row.fetchone()[0])
            last = _unpacked(rows[-1:])
            if last and last[0].span.end > len(self.text(version_id)):
                raise _damaged()
            self._packed[version_id] = rows
            _forget_oldest(self._packed)
        self._packed.move_to_end(version_id)
        return self._packed[version_id]

    def _forget_old_texts(self) -> None:
        while self._characters > CACHED_CHARACTERS and len(self._texts) > 1:
            _, forgotten = self._texts.popitem(last=False)
            self._characters -= len(forgotten)


def text_digest(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, as hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def pack_blocks(blocks: Sequence[Block]) -> str:
    """Return the blocks as the file keeps them."""
    # Written by hand: on an import this is asked for each paragraph of each file.
    rows = [
        f"[{it.span.start},{it.span.end},{_QUOTED[it.kind]},{it.level}{_behind(it)}]"
        for it in blocks
    ]
    return f"[{','.join(rows)}]"


def _behind(block: Block) -> str:
    return f',"{block.zone.value}"' if block.zone else ""


def unpack_blocks(packed: str) -> tuple[Block, ...]:
    """Return the blocks that `pack_blocks` packed; what it never does is refused."""
    return _unpacked(_unpacked_rows(packed))


def unpack_spans(packed: str) -> list[Span]:
    """Return where the blocks stand that `pack_blocks` packed, which is quicker."""
    try:
        return [Span(row[0], row[1]) for row in _unpacked_rows(packed)]
    except (IndexError, TypeError, ValueError) as error:
        raise _damaged() from error


def _unpacked_rows(packed: str) -> list[PackedBlock]:
    try:
        return list(json.loads(packed))
    except (TypeError, ValueError) as error:
        raise _damaged() from error


def _unpacked(rows: Sequence[PackedBlock]) -> tuple[Block, ...]:
    try:
        return tuple(map(_block, rows))
    except (KeyError, TypeError, ValueError) as error:
        raise _damaged() from error


def _block(row: PackedBlock) -> Block:
    if len(row) == 4:
        return Block(Span(row[0], row[1]), _KINDS[row[2]], row[3])
    start, end, kind, level, zone = row
    return Block(Span(start, end), _KINDS[kind], level, _ZONES[zone])


def _forget_oldest(cache: OrderedDict[VersionId, Any]) -> None:
    if len(cache) > CACHED_BLOCK_LISTS:
        cache.popitem(last=False)


def _damaged() -> UnusableProject:
    return UnusableProject(
        "The paragraphs of a text are damaged; restore the project from a backup."
    )
