"""Where texts mention a case: found by its names, confirmed or refused by a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.conftest import ImportText
from workbench.errors import NotFound
from workbench.jobs import Cancelled, Tracker
from workbench.model.ids import CaseId, DocumentId
from workbench.model.links import Stretch
from workbench.model.mentions import Mention, MentionState
from workbench.model.spans import Span
from workbench.operations.cases import create_case, set_aliases
from workbench.operations.checking import check
from workbench.operations.importing import import_paths
from workbench.operations.mentions import (
    add_mentions,
    confirm_mentions,
    confirmed_mentions,
    mentions_of,
    possible_mentions,
    reconsider_mentions,
    refuse_mentions,
    refused_mentions,
    remove_mentions,
)
from workbench.operations.passages import mark_passage, remove_passages
from workbench.operations.searches import discard_hits
from workbench.operations.versions import replace_document
from workbench.operations.zones import mark_zone
from workbench.project import Project
from workbench.text.content import content_of

TEXT = (
    "The Trade Group (HTWG) met. The HTWG was new.\n\n"
    "No htwg here, but a trade-group.\n\nMenu: Trade Group\n"
)


@pytest.fixture
def case(project: Project, import_text: ImportText) -> CaseId:
    import_text(TEXT)
    made = create_case(project, "Trade Group")
    set_aliases(project, made, ["HTWG!"])
    return made


def words(mentions: list[Mention]) -> list[str]:
    return [it.words for it in mentions]


def test_every_name_is_found_as_searches_find_it(
    project: Project, case: CaseId
) -> None:
    found = possible_mentions(project, case)
    assert words(found) == ["Trade Group", "HTWG", "HTWG", "trade-group", "Trade Group"]
    first = found[0]
    assert (first.title, first.state) == ("memo", MentionState.POSSIBLE)
    assert (first.before, first.after[:15]) == ("The ", " (HTWG) met. Th")


def test_zones_are_left_out(project: Project, case: CaseId) -> None:
    document = project.documents.ids()[0]
    start = TEXT.index("Menu")
    mark_zone(project, document, Span(start, len(TEXT) - 1))
    assert words(possible_mentions(project, case))[-1] == "trade-group"


def test_confirmed_in_one_step_places_are_passages(
    project: Project, case: CaseId
) -> None:
    found = possible_mentions(project, case)
    confirm_mentions(project, case, [it.stretch for it in found[:3]])
    everything = mentions_of(project, case)
    assert [it.span for it in everything.confirmed] == [it.span for it in found[:3]]
    assert everything.possible == tuple(found[3:])
    assert len(project.passages.all()) == 3
    assert project.undo().label == "Confirm 3 mentions of “Trade Group”"
    assert mentions_of(project, case).possible == tuple(found)
    assert project.passages.all() == []
    project.redo()
    assert len(confirmed_mentions(project, case)) == 3


def test_a_passage_around_the_words_decides_on_all_in_it(
    project: Project, case: CaseId
) -> None:
    document = project.documents.ids()[0]
    passage = mark_passage(project, document, Span(0, 27))
    add_mentions(project, case, [passage])
    assert words(possible_mentions(project, case)) == [
        "HTWG",
        "trade-group",
        "Trade Group",
    ]
    assert [it.name for it in project.cases.mentioned_by(passage)] == ["Trade Group"]
    remove_mentions(project, case, [passage])
    assert len(possible_mentions(project, case)) == 5
    assert project.passages.get(passage).span == Span(0, 27)
    add_mentions(project, case, [passage])
    remove_passages(project, [passage])
    assert confirmed_mentions(project, case) == []


def test_refused_places_are_listed_until_they_are_taken_back(
    project: Project, case: CaseId
) -> None:
    found = possible_mentions(project, case)
    refused = [found[3].stretch, found[4].stretch]
    assert refuse_mentions(project, case, refused) == 2
    assert refuse_mentions(project, case, refused) == 0
    assert possible_mentions(project, case) == found[:3]
    assert words(refused_mentions(project, case)) == ["trade-group", "Trade Group"]
    assert project.history.undo_label == "Refuse 2 mentions of “Trade Group”"
    (first, second) = refused_mentions(project, case)
    assert first.discard_id is not None
    reconsider_mentions(project, case, [first.discard_id])
    assert possible_mentions(project, case) == found[:4]
    confirm_mentions(project, case, [second.stretch])
    assert refused_mentions(project, case) == []
    # Neither does a search for the same words leave anything out.
    assert project.count('"trade group"') == (1, 3)


def test_what_is_refused_for_one_case_is_possible_for_another(
    project: Project, case: CaseId
) -> None:
    other = create_case(project, "Other group")
    set_aliases(project, other, ["HTWG"])
    everything = [it.stretch for it in possible_mentions(project, case)]
    refuse_mentions(project, case, everything)
    assert len(possible_mentions(project, other)) == len(everything)


def test_what_is_refused_hides_no_hit_of_any_query(
    project: Project, case: CaseId, import_text: ImportText
) -> None:
    import_text(f"case:{case} and case {case}, in a case.", "others")
    everything = [it.stretch for it in possible_mentions(project, case)]
    queries = (f"alias:case:{case}", f"case:{case}", f'" case:{case}"', "case")
    before = {it: project.count(it) for it in queries}
    others = [Stretch(it.document_id, span) for it in project.matches("case")
              for span in it.spans()]  # fmt: skip
    assert refuse_mentions(project, case, [*everything, *others])
    assert {it: project.count(it) for it in queries} == before
    words = project.search(f"alias:case:{case}").words
    assert words == f"case:{case}"
    discard_hits(project, words, [(it.document_id, it.span) for it in everything])
    assert len(refused_mentions(project, case)) == len(everything) + len(others)


TYPED = st.text(
    alphabet='case:15 alias:"/~*?-()[]\\.|\n\t\x00\u00a0\u200b”“', max_size=16
)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TYPED, max_size=3).map("alias:".join))
def test_no_words_of_a_query_begin_with_a_blank(project: Project, query: str) -> None:
    assert not project.search(query, limit=0).words[:1].isspace()


def test_decisions_go_with_a_new_version(
    project: Project, case: CaseId, tmp_path: Path
) -> None:
    found = possible_mentions(project, case)
    confirm_mentions(project, case, [found[1].stretch])
    refuse_mentions(project, case, [found[2].stretch])
    path = tmp_path / "again.txt"
    path.write_text(f"A new beginning.\n\n{TEXT}")
    replace_document(project, project.documents.ids()[0], path)
    now = mentions_of(project, case)
    moved = len("A new beginning.\n\n")
    assert [it.span.start - moved for it in now.possible] == [
        found[it].span.start for it in (0, 3, 4)
    ]
    assert [it.span.start - moved for it in now.confirmed] == [found[1].span.start]
    assert [it.span.start - moved for it in now.refused] == [found[2].span.start]
    path.write_text("Nothing of it is left.\n")
    replace_document(project, project.documents.ids()[0], path)
    left = mentions_of(project, case)
    assert (left.possible, left.refused) == ((), ())
    assert [(it.words, it.is_lost) for it in left.confirmed] == [("HTWG", True)]
    assert check(project) == []


def test_a_name_that_cannot_be_looked_for_is_nowhere(
    project: Project, import_text: ImportText
) -> None:
    import_text("What?! — said nobody.")
    assert possible_mentions(project, create_case(project, "?!—")) == []
    with pytest.raises(NotFound):
        possible_mentions(project, CaseId(99))


def test_looking_can_be_stopped(project: Project, case: CaseId) -> None:
    tracker = Tracker()
    tracker.cancel()
    with pytest.raises(Cancelled):
        possible_mentions(project, case, tracker)


# The same as a plain scan

NAMES = ["Trade Group", "HTWG!", "working-group", "U.S.", "the Group"]
WRITTEN = {
    "Trade Group": r"(?i:trade[\W_]+group)",
    "HTWG!": r"HTWG",
    "working-group": r"(?i:working[\W_]+group|workinggroup)",
    "U.S.": r"U\.S\.?|US",
    "the Group": r"(?i:the[\W_]+group)",
}
PIECES = [
    "Trade", "Group", "trade", "group", "HTWG", "htwg", "working", "workinggroup",
    "U.S.", "US", "us", "the", "The", "a", "groups",
]  # fmt: skip
PARAGRAPH = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from([" ", "-", ", ", "  "])),
    max_size=8,
).map(lambda pairs: "".join(word + gap for word, gap in pairs))
TEXTS = st.lists(
    st.lists(PARAGRAPH, min_size=1, max_size=3).map("\n\n".join),
    min_size=1,
    max_size=3,
)


def scanned(text: str, names: list[str]) -> Iterator[Span]:
    """Yield where any name stands, paragraph by paragraph, what overlaps as one."""
    spans: list[Span] = []
    for paragraph in re.finditer(r"[^\n]+", text):
        for name in names:
            pattern = rf"(?<![^\W_])(?:{WRITTEN[name]})(?![^\W_])"
            place = 0
            while found := re.compile(pattern).search(paragraph[0], place):
                start = paragraph.start() + found.start()
                spans.append(Span(start, paragraph.start() + found.end()))
                place = found.start() + 1
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return iter(joined)


@settings(max_examples=30)
@given(
    TEXTS,
    st.lists(st.sampled_from(NAMES), min_size=2, max_size=4, unique=True),
    st.lists(st.sampled_from(["leave", "confirm", "refuse", "zone"]), max_size=12),
)
@example(["Trade HTWG Group "], ["Trade Group", "HTWG!"], ["zone"])
def test_possible_mentions_are_those_of_a_plain_scan(
    texts: list[str], names: list[str], decisions: list[str]
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder)
        with Project.create(path / "p.workbench") as project:
            files = [path / f"{number}.txt" for number in range(len(texts))]
            for file, text in zip(files, texts, strict=True):
                file.write_text(f"{file.stem}\n\n{text}\n", newline="")
            import_paths(project, files)
            case = create_case(project, "—")
            set_aliases(project, case, names)
            expected = plainly_found(project, names)
            found = [it.stretch for it in possible_mentions(project, case)]
            assert found == expected
            decided = set()
            for decision, stretch in zip(decisions, expected, strict=False):
                if decision == "confirm":
                    confirm_mentions(project, case, [stretch])
                elif decision == "refuse":
                    refuse_mentions(project, case, [stretch])
                elif decision == "zone":
                    mark_zone(project, stretch.document_id, stretch.span)
                else:
                    continue
                decided.add(stretch)
            found = [it.stretch for it in possible_mentions(project, case)]
            left = plainly_found(project, names)
            assert found == [it for it in left if it not in decided]


def plainly_found(project: Project, names: list[str]) -> list[Stretch]:
    """Find the names in what a reader sees: over a zone, words stand together."""
    return [
        Stretch(it, span)
        for it in project.documents.ids()
        for span in scanned(seen_text(project, it), names)
    ]


def seen_text(project: Project, document_id: DocumentId) -> str:
    text = project.documents.text(document_id)
    whole = Span(0, len(text))
    return content_of(text, whole, project.documents.zones(document_id))
