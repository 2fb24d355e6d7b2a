"""What became of the blocks of a text, whatever was done to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from tests.text.edited import Author
from workbench.model.spans import Span
from workbench.model.version_pairs import VersionPair, VersionPairKind
from workbench.text.blocks import split_blocks
from workbench.text.version_blocks import BlockText, version_blocks

SAME = VersionPairKind.SAME
CHANGED = VersionPairKind.CHANGED
MOVED = VersionPairKind.MOVED
MOVED_AND_CHANGED = VersionPairKind.MOVED_AND_CHANGED
REMOVED = VersionPairKind.REMOVED
ADDED = VersionPairKind.ADDED

PORTS = (
    "The harbor of Brest was dredged twice in the spring of last year.",
    "Ferries run every other day between the islands, weather permitting.",
    "The council has not decided who is to pay for the new breakwater yet.",
    "Salt was once the only thing that left this coast by ship in winter.",
)
LINES = st.lists(
    st.sampled_from(["***", "Aims", *PORTS, "the same “line”", "É", "a b c d e"]),
    max_size=12,
)


def versions(old: list[str], new: list[str]) -> tuple[BlockText, BlockText]:
    return _version(old), _version(new)


def _version(lines: list[str]) -> BlockText:
    text = "\n\n".join(lines)
    return BlockText(text, [it.span for it in split_blocks(text)])


def kinds(pairs: list[VersionPair]) -> list[VersionPairKind]:
    return [it.kind for it in pairs]


def test_one_word_changes_one_block() -> None:
    edited = PORTS[1].replace("islands", "big islands")
    old, new = versions([*PORTS], [PORTS[0], edited, *PORTS[2:]])
    pairs = version_blocks(old, new)
    assert kinds(pairs) == [SAME, CHANGED, SAME, SAME]
    assert [it.of(new.text) for it in pairs[1].added] == ["big"]
    assert pairs[1].removed == ()


def test_the_smaller_part_is_what_moved() -> None:
    old, new = versions([*PORTS], [PORTS[3], *PORTS[:3]])
    assert kinds(version_blocks(old, new)) == [MOVED, SAME, SAME, SAME]


def test_what_moved_can_be_changed_too() -> None:
    edited = PORTS[3].replace("only", "one")
    old, new = versions([*PORTS], [edited, *PORTS[:3]])
    first, *others = version_blocks(old, new)
    assert first.kind is MOVED_AND_CHANGED
    assert [it.of(old.text) for it in first.removed] == ["only"]
    assert [it.of(new.text) for it in first.added] == ["one"]
    assert kinds(others) == [SAME] * 3


def test_what_was_removed_comes_where_it_was() -> None:
    old, new = versions([*PORTS], [PORTS[0], "Quite new.", PORTS[3]])
    pairs = version_blocks(old, new)
    assert kinds(pairs) == [SAME, REMOVED, REMOVED, ADDED, SAME]
    removed = pairs[1]
    assert (removed.old, removed.new) == (old.blocks[1], None)
    assert removed.removed == (old.blocks[1],)
    assert pairs[3].added == (new.blocks[1],)


def test_a_split_block_is_one_change_without_words() -> None:
    whole = f"{PORTS[0]} {PORTS[1]}"
    old, new = versions([whole, PORTS[2]], [*PORTS[:3]])
    split, after = version_blocks(old, new)
    assert (split.kind, split.old_blocks, split.new_blocks) == (CHANGED, 1, 2)
    assert split.new == Span(new.blocks[0].start, new.blocks[1].end)
    assert (split.removed, split.added, after.kind) == ((), (), SAME)
    joined, _ = version_blocks(new, old)
    assert (joined.old_blocks, joined.new_blocks) == (2, 1)


def test_blanks_and_the_form_of_quotation_marks_are_no_change() -> None:
    old, new = versions(["He said  “no” twice."], ['He said "no" twice.'])
    assert kinds(version_blocks(old, new)) == [SAME]


def test_a_separator_goes_with_its_neighbors() -> None:
    old, new = versions(
        ["***", PORTS[0], "***", PORTS[1], "***", PORTS[2]],
        [PORTS[0], "***", PORTS[1], "***", PORTS[2]],
    )
    assert kinds(version_blocks(old, new)) == [REMOVED, *[SAME] * 5]


@given(LINES, LINES)
def test_every_block_is_in_exactly_one_pair(left: list[str], right: list[str]) -> None:
    old, new = versions(left, right)
    pairs = version_blocks(old, new)
    befores = [it.old for it in pairs if it.old]
    afters = [it.new for it in pairs if it.new]
    assert _covering(old.blocks, befores) == [1] * len(old.blocks)
    assert _covering(new.blocks, afters) == [1] * len(new.blocks)
    assert sum(it.old_blocks for it in pairs) == len(old.blocks)
    assert sum(it.new_blocks for it in pairs) == len(new.blocks)
    assert afters == sorted(afters)


@given(st.integers(0, 10_000), st.integers(0, 6))
def test_whatever_is_edited_every_block_is_in_one_pair(seed: int, moves: int) -> None:
    author = Author(seed, words=400)
    edited = author.edit(author.text(2500), moves=moves)
    old = BlockText(edited.old, [it.span for it in split_blocks(edited.old)])
    new = BlockText(edited.new, [it.span for it in split_blocks(edited.new)])
    pairs = version_blocks(old, new)
    assert _covering(old.blocks, [it.old for it in pairs if it.old]) == [1] * len(
        old.blocks
    )
    assert _covering(new.blocks, [it.new for it in pairs if it.new]) == [1] * len(
        new.blocks
    )


@given(LINES.flatmap(lambda it: st.tuples(st.just(it), st.permutations(it))))
def test_a_permutation_only_moves(lines: tuple[list[str], list[str]]) -> None:
    old, new = versions(*lines)
    pairs = version_blocks(old, new)
    assert set(kinds(pairs)) <= {SAME, MOVED}
    for pair in pairs:
        assert pair.old is not None
        assert pair.new is not None
        assert pair.old.of(old.text) == pair.new.of(new.text)


@given(st.integers(0, 10_000), st.data())
def test_nothing_but_what_was_edited_is_changed(seed: int, data: st.DataObject) -> None:
    author = Author(seed, words=600)
    lines = [" ".join(author.some_words(25)) for _ in range(9)]
    chosen = data.draw(st.sets(st.integers(0, 8), max_size=4))
    changed = [
        f"Nevertheless {it}" if at in chosen else it for at, it in enumerate(lines)
    ]
    order = data.draw(st.permutations(range(9)))
    old, new = versions(lines, [changed[at] for at in order])
    found = Counter(kinds(version_blocks(old, new)))
    assert found[CHANGED] + found[MOVED_AND_CHANGED] == len(chosen)
    assert found[SAME] + found[MOVED] == 9 - len(chosen)


@given(LINES)
def test_a_text_is_the_same_as_itself(lines: list[str]) -> None:
    old, new = versions(lines, lines)
    assert set(kinds(version_blocks(old, new))) <= {SAME}


def _covering(blocks: Sequence[Span], spans: list[Span]) -> list[int]:
    """Return how many of the spans each block is in."""
    return [
        sum(span.start <= it.start and it.end <= span.end for span in spans)
        for it in blocks
    ]
