"""What stands near matches, against a look at every word by itself."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from workbench.model.concordances import Window
from workbench.text.neighbors import Neighbors

NODE = "NODE"
PARAGRAPHS = st.lists(
    st.lists(st.sampled_from(["a", "b", "c", "d", NODE]), max_size=25), max_size=5
)
WINDOWS = st.builds(Window, st.integers(0, 6), st.integers(0, 6))


def looked_at(paragraphs: list[list[str]], window: Window) -> list[Counter[str]]:
    """Ask of every word which match is nearest, and on which side."""
    left: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for words in paragraphs:
        nodes = [at for at, word in enumerate(words) if word == NODE]
        for at, word in enumerate(words):
            behind = [at - node for node in nodes if 0 < at - node <= window.right]
            before = [node - at for node in nodes if 0 < node - at <= window.left]
            if word == NODE or not behind + before:
                continue
            is_right = bool(behind) and (not before or min(behind) <= min(before))
            (right if is_right else left)[word] += 1
    return [left, right]


@given(PARAGRAPHS, WINDOWS)
def test_each_word_counts_once_for_the_nearest_match(
    paragraphs: list[list[str]], window: Window
) -> None:
    neighbors = Neighbors(window)
    for words in paragraphs:
        nodes = [at for at, word in enumerate(words) if word == NODE]
        if nodes:
            neighbors.add(words, nodes, [at + 1 for at in nodes])
    neighbors.flush()
    assert [neighbors.left, neighbors.right] == looked_at(paragraphs, window)
    assert neighbors.inside[NODE] == sum(words.count(NODE) for words in paragraphs)


def test_much_is_counted_in_parts() -> None:
    neighbors = Neighbors(Window(2, 2))
    for _ in range(20_000):
        neighbors.add(["a", "b", NODE, "c"], [2], [3])
    neighbors.flush()
    assert neighbors.left == {"a": 20_000, "b": 20_000}
    assert neighbors.right == {"c": 20_000}
