"""What becomes of a passage when its text is replaced: one example a rule."""

import pytest

from workbench.model.anchors import Anchor, AnchorKind
from workbench.model.passages import Selector
from workbench.model.spans import Span
from workbench.text.anchoring import anchor_all
from workbench.text.selectors import describe

SHARED = "The partners will work together on standards for testing, including new"
SECTIONS = (
    "Section 3: Robotics\n"
    "- The partners will meet at trade fairs.\n"
    f"- {SHARED} robots that carry goods outdoors.\n"
    "- The partners will look for shared markets.\n"
    "Section 4: Printing\n"
    "- The partners will support small firms at home.\n"
    f"- {SHARED} methods of printing in metal.\n"
    "- The partners will look for private buyers.\n"
)


def find(text: str, quote: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    return Span(start, start + len(quote))


def follow(old: str, new: str, quote: str, nth: int = 0) -> tuple[AnchorKind, str]:
    found = anchor(old, new, find(old, quote, nth))
    return found.kind, found.span.of(new) if found.span else ""


def anchor(old: str, new: str, span: Span) -> Anchor:
    return anchor_all(old, new, [describe(old, span)])[0]


def test_what_stands_before_a_change_is_unchanged() -> None:
    span = find(SECTIONS, "trade fairs")
    new = SECTIONS.replace("metal", "plastic")
    assert anchor(SECTIONS, new, span) == Anchor(AnchorKind.UNCHANGED, span, 1.0)


def test_what_stands_after_an_insertion_moves_by_its_length() -> None:
    span = find(SECTIONS, "trade fairs")
    moved = Span(span.start + 6, span.end + 6)
    expected = Anchor(AnchorKind.MOVED, moved, 1.0)
    assert anchor(SECTIONS, "DRAFT\n" + SECTIONS, span) == expected


@pytest.mark.parametrize("nth", [0, 1])
@pytest.mark.parametrize("end", [" new", ""])
def test_each_of_two_equal_sentences_follows_its_own_copy(nth: int, end: str) -> None:
    span = find(SECTIONS, SHARED.removesuffix(" new") + end, nth)
    new = "Published on 11 April\n\n\n" + SECTIONS
    moved = Span(span.start + 24, span.end + 24)
    assert anchor(SECTIONS, new, span) == Anchor(AnchorKind.MOVED, moved, 1.0)


@pytest.mark.parametrize("gone", [0, 1])
def test_a_deleted_sentence_does_not_land_on_its_twin(gone: int) -> None:
    line = find(SECTIONS, f"- {SHARED}", gone)
    end = SECTIONS.index("\n", line.start) + 1
    new = SECTIONS[: line.start] + SECTIONS[end:]
    assert follow(SECTIONS, new, SHARED, gone)[0] is AnchorKind.ORPHANED
    assert follow(SECTIONS, new, SHARED, 1 - gone)[1] == SHARED
    assert anchor(SECTIONS, new, find(SECTIONS, SHARED, 1 - gone)).kind in {
        AnchorKind.UNCHANGED, AnchorKind.MOVED
    }  # fmt: skip


def test_a_paragraph_that_moved_takes_its_passages_along() -> None:
    first, second, third = (f"{it}\n" for it in (
        "Firms in the north asked for fewer forms, and for answers within a week.",
        "Unions in the south wanted longer notice before a plant is closed.",
        "Nobody who was heard spoke in favor of the old rule about licenses.",
    ))  # fmt: skip
    old, new = first + second + third, third + first + second
    for quote in ("fewer forms", "longer notice before", "spoke in favor of"):
        assert follow(old, new, quote) == (AnchorKind.MOVED, quote)


def test_a_corrected_word_is_edited_in_place() -> None:
    old, new = "The Ministre signed it on Monday.", "The Minister signed it on Monday."
    assert follow(old, new, "Ministre signed") == (AnchorKind.EDITED, "Minister signed")


def test_a_replaced_last_word_belongs_to_the_passage() -> None:
    old = "They met in Seoul in the spring of that year."
    new = "They met in Seoul in the autumn of that year."
    assert follow(old, new, "in Seoul in the spring")[1] == "in Seoul in the autumn"


def test_a_word_inserted_at_an_end_does_not_belong_to_the_passage() -> None:
    old, new = "A firm signed the deal.", "A small firm then signed the deal."
    assert follow(old, new, "firm") == (AnchorKind.MOVED, "firm")


def test_letters_written_onto_a_word_belong_to_the_passage() -> None:
    old, new = "the export of chips", "the reexports of chips"
    assert follow(old, new, "export") == (AnchorKind.EDITED, "reexports")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("“Yes,” he said, “we can.”", '"Yes," he said, "we can."'),
        ("one line\r\nanother line\r\n", "one line\nanother line\n"),
        ("ten\u00a0percent of\u00a0all firms", "ten percent of all firms"),
        ("a line that is\nwrapped early", "a line\nthat is wrapped\nearly"),
    ],
)
def test_marks_and_blanks_may_change_without_losing_the_passage(old: str, new: str) \
        -> None:  # fmt: skip
    around = "It began so: {} And it went on like that."
    old, new, quote = around.format(old), around.format(new), old
    found = anchor(old, new, find(old, quote))
    assert found.kind is AnchorKind.EDITED
    assert found.span == Span(13, len(new) - len(" And it went on like that."))
    assert found.score >= 0.95


def test_emoji_and_combining_marks_count_as_they_are() -> None:
    old = "Café 👩‍🔬 said: cafe\u0301 🎉 yes."
    new = "🎈🎈 " + old
    for quote in ("👩‍🔬", "cafe\u0301", "🎉 yes"):
        span = find(old, quote)
        expected = Span(span.start + 3, span.end + 3)
        assert anchor(old, new, span) == Anchor(AnchorKind.MOVED, expected, 1.0)


def test_nobody_can_tell_which_of_two_neighboring_copies_was_deleted() -> None:
    old, new = "One day. No. No. Then yes.", "One day. No. Then yes."
    assert follow(old, new, "No.", 0) == (AnchorKind.AMBIGUOUS, "No.")
    assert follow(old, new, "No.", 1) == (AnchorKind.AMBIGUOUS, "No.")


def test_what_was_deleted_is_an_orphan() -> None:
    old = "Kept here. This whole sentence was taken out later. And kept there."
    new = "Kept here. And kept there."
    quote = "This whole sentence was taken out later."
    assert anchor(old, new, find(old, quote)) == Anchor(AnchorKind.ORPHANED, None, 0.0)


def test_an_orphan_that_comes_back_is_found_by_its_words() -> None:
    quote = "The council rejected the plan by seven votes to four."
    first = f"It was late. {quote} Then all went home."
    selector = describe(first, find(first, quote))
    without = "It was late. Then all went home."
    back = f"Minutes. It was late. {quote} Then all went home."
    expected = Anchor(AnchorKind.MOVED, find(back, quote), 1.0)
    assert anchor_all(without, back, [selector]) == [expected]


def test_a_stray_selector_does_not_take_a_copy_with_other_neighbors() -> None:
    quote = "The council rejected the plan"
    stray = Selector(Span(400, 400 + len(quote)), quote, "before that day ", " by far")
    old = f"Years ago: {quote}, they wrote."
    found = anchor_all(old, old + " More.", [stray])[0]
    assert found.kind is AnchorKind.ORPHANED


@pytest.mark.parametrize("new", ["", "Something else."])
def test_all_is_lost_with_the_whole_text(new: str) -> None:
    assert follow("A few words.", new, "few words")[0] is AnchorKind.ORPHANED


def test_no_passages_need_no_work() -> None:
    assert anchor_all("old", "new", []) == []


def test_the_whole_text_is_a_passage_too() -> None:
    new = SECTIONS.replace("small firms", "small and young firms")
    found = anchor(SECTIONS, new, Span(0, len(SECTIONS)))
    assert (found.kind, found.span) == (AnchorKind.EDITED, Span(0, len(new)))


def test_progress_is_told_and_may_cancel() -> None:
    told: list[tuple[int, int]] = []
    selectors = [describe(SECTIONS, Span(at, at + 9)) for at in range(100)] * 10
    anchor_all(SECTIONS, SECTIONS + ".", selectors, lambda *it: told.append(it))
    assert told[-1] == (1000, 1000)
    assert told == sorted(told)

    def stop(done: int, _total: int) -> None:
        if done:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        anchor_all(SECTIONS, SECTIONS + ".", selectors, stop)
