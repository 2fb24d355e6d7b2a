"""Rich text goes into a document of Qt's and comes back as it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from ui.tables.cell.rich_document import blocks_of, show
from workbench.text.rich_text import RichBlock, RichKind, Run, tidied, to_markdown

# Qt ends a block at a carriage return and at these; it cannot hold them in a line.
BREAKS = "\n\r\u2029\ufdd0\ufdd1"
TEXTS = st.text(
    st.one_of(
        st.sampled_from("ab*\\- 1.\t\u00a0\u202f\x00\u2028\u00ad\ufffc🙂é"),
        st.characters(exclude_characters=BREAKS, exclude_categories=("Cs",)),
    ),
    max_size=10,
)
BLOCKS = st.builds(
    RichBlock,
    st.sampled_from(RichKind),
    st.lists(st.builds(Run, TEXTS, st.booleans()), max_size=3).map(tuple),
)


@given(st.lists(BLOCKS, max_size=6))
def test_every_text_comes_back_from_the_document(blocks: list[RichBlock]) -> None:
    document = QTextDocument()
    show(document, to_markdown(blocks))
    wanted = [tidied(block) for block in blocks]
    while wanted and not wanted[-1].text.strip():
        wanted.pop()
    while wanted and not wanted[0].text.strip():
        wanted.pop(0)
    assert list(blocks_of(document)) == wanted


def test_a_carriage_return_becomes_a_line(qtbot: QtBot) -> None:
    document = QTextDocument()
    show(document, "one\r\n**two**\rthree")
    assert to_markdown(blocks_of(document)) == "one\n**two**\nthree"
