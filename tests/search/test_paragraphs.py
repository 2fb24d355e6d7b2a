"""Which rows places touch, found in one pass, against looking at each block."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from workbench.model.documents import Block, BlockKind
from workbench.model.ids import DocumentId
from workbench.model.spans import Span
from workbench.search.indexing.paragraphs import rows_overlapped
from workbench.search.indexing.rows import BLOCK_BITS

LENGTH = 60

_edges = st.lists(st.integers(0, LENGTH), min_size=2, max_size=12, unique=True)
_places = st.lists(st.tuples(st.integers(0, LENGTH), st.integers(1, 20)), max_size=8)


class Blocks:
    """A document of which only the blocks are asked for."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._blocks = [Block(span, BlockKind.PARAGRAPH) for span in spans]

    def text(self, document_id: DocumentId, /) -> str:
        return " " * LENGTH

    def blocks(self, document_id: DocumentId, /) -> Sequence[Block]:
        return self._blocks

    def block(self, document_id: DocumentId, number: int, /) -> Block | None:
        return self._blocks[number]

    def zones(self, document_id: DocumentId, /) -> Sequence[Span]:
        return ()


@given(_edges, _places)
def test_rows_are_those_of_the_blocks_that_a_place_overlaps(
    edges: list[int], places: list[tuple[int, int]]
) -> None:
    edges.sort()
    spans = [Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=False)]
    wanted = sorted(Span(start, start + size) for start, size in places)
    assert list(rows_overlapped(3, wanted, Blocks(spans))) == [
        3 << BLOCK_BITS | number
        for number, span in enumerate(spans)
        if any(span.overlaps(place) for place in wanted)
    ]
