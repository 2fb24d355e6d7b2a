from hypothesis import given
from hypothesis import strategies as st

from ui.painted import PaintedPassage
from ui.reader.paragraphs import Paragraphs
from ui.reader.passage_index import PassageIndex
from workbench.model.spans import Span
from workbench.text.blocks import split_blocks

TEXT = "\n\n".join(f"Paragraph {n} has some words in it." * (n % 4) for n in range(30))
PARAGRAPHS = Paragraphs(TEXT, split_blocks(TEXT))

painted = st.builds(
    lambda key, start, length, color: PaintedPassage(
        key, Span(start, min(start + length, len(TEXT))), (color,)
    ),
    st.integers(1, 12),
    st.integers(0, len(TEXT) - 1),
    st.one_of(st.integers(0, 40), st.integers(0, 400)),
    st.integers(0, 2),
)
shown = st.lists(painted, max_size=12, unique_by=lambda passage: passage.id)


def everything(index: PassageIndex) -> object:
    return (
        index.passages,
        [index.lane(passage) for passage in index.passages],
        index.lanes,
        [list(index.in_paragraph(n)) for n in range(len(PARAGRAPHS))],
        [index.get(key) for key in range(14)],
        [index.neighbor(passage, 1) for passage in index.passages],
        index.after(200),
        index.before(200),
    )


@given(st.lists(shown, min_size=1, max_size=4))
def test_updating_again_and_again_ends_where_a_fresh_index_begins(states):
    index = PassageIndex(PARAGRAPHS)
    for passages in states:
        index.update(passages)
        assert everything(index) == everything(PassageIndex(PARAGRAPHS, passages))


def test_many_changes_at_once_end_there_too():
    passages = [PaintedPassage(n, Span(n * 3, n * 3 + 50)) for n in range(200)]
    index = PassageIndex(PARAGRAPHS, passages[:3])
    index.update(passages)
    assert everything(index) == everything(PassageIndex(PARAGRAPHS, passages))


def test_a_passage_that_bridges_two_others_moves_only_out_of_their_way():
    two = [PaintedPassage(1, Span(0, 10)), PaintedPassage(2, Span(500, 520))]
    bridge = PaintedPassage(3, Span(5, 510))
    index = PassageIndex(PARAGRAPHS, two)
    index.update([*two, bridge])
    assert [index.lane(passage) for passage in (*two, bridge)] == [0, 0, 1]
    index.update(two)
    assert index.lanes == 1


@given(shown, shown, st.sets(st.integers(1, 14)))
def test_changing_some_ends_where_a_fresh_index_begins(before, changed, removed):
    index = PassageIndex(PARAGRAPHS, before)
    index.change(changed, removed)
    after = {passage.id: passage for passage in before if passage.id not in removed}
    after |= {passage.id: passage for passage in changed}
    assert everything(index) == everything(PassageIndex(PARAGRAPHS, [*after.values()]))


@given(shown, shown, st.sets(st.integers(1, 14)))
def test_what_looks_different_is_told(before, changed, removed):
    index = PassageIndex(PARAGRAPHS, before)

    def looks(paragraph: int) -> object:
        there = index.in_paragraph(paragraph)
        return [(passage, index.lane(passage)) for passage in there]

    looked = [looks(n) for n in range(len(PARAGRAPHS))]
    first, end = index.change(changed, removed)
    for n in range(len(PARAGRAPHS)):
        assert looks(n) == looked[n] or first <= n < end


def test_a_change_moves_nothing_that_it_does_not_touch():
    passages = [PaintedPassage(n, Span(n * 5, n * 5 + 40)) for n in range(150)]
    index = PassageIndex(PARAGRAPHS, passages)
    first, end = index.change([PaintedPassage(999, Span(400, 402))], [])
    assert first <= PARAGRAPHS.at(400) < end < len(PARAGRAPHS)
