"""Statistics of a real project against a plain count over its texts."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from workbench.errors import InvalidValue
from workbench.jobs import Cancelled, Progress, Tracker
from workbench.model.concordances import Collocate, Measure, Window
from workbench.model.ids import DocumentId
from workbench.model.search import SearchOptions
from workbench.model.spans import Span
from workbench.operations.concordances import find_lines
from workbench.operations.word_statistics import collocates, keyness, ngrams
from workbench.operations.zones import mark_zone
from workbench.project import Project
from workbench.text.association import MEASURES, Meetings
from workbench.text.keyness import keyness as surprise

ImportText = Callable[..., DocumentId]
Texts = dict[DocumentId, list[list[str]]]

WORDS = ["trade", "Trade", "peace", "war", "Été", "the", "of", "and", "US", "ship"]


@pytest.fixture
def texts(import_text: ImportText, project: Project) -> Texts:
    """Three generated texts, and the words of their paragraphs without the zone."""
    chance = random.Random(4)
    result = {}
    for name in ("one", "two", "three"):
        paragraphs = [
            chance.choices(WORDS, k=chance.randrange(1, 40)) for _ in range(9)
        ]
        text = "\n\n".join(", ".join(words) for words in paragraphs)
        document_id = import_text(text, name)
        text = project.documents.text(document_id)
        blocks = project.documents.blocks(document_id)
        if name == "two":
            mark_zone(
                project, document_id, Span(blocks[3].span.start, blocks[5].span.end)
            )
            blocks = (*blocks[:3], *blocks[6:])
        result[document_id] = [
            re.findall(r"\w+", it.span.of(text).lower().replace("é", "e"))
            for it in blocks
        ]
    return result


def all_words(texts: Texts) -> Iterator[str]:
    return (word for text in texts.values() for words in text for word in words)


def found(
    project: Project,
    query: str,
    window: Window,
    measure: Measure = Measure.LOG_LIKELIHOOD,
    least: int = 1,
    **options: bool,
) -> list[Collocate]:
    tracker = Tracker()
    lines = find_lines(project, query, SearchOptions(**options), tracker)
    return collocates(project, lines, window, measure, least, tracker)


@pytest.mark.parametrize("measure", list(Measure))
@pytest.mark.parametrize("window", [Window(5, 5), Window(0, 2), Window(3, 1)])
def test_collocates_are_those_of_a_look_at_every_word(
    project: Project, texts: Texts, measure: Measure, window: Window
) -> None:
    near: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    nodes = 0
    for words in (words for text in texts.values() for words in text):
        at_nodes = [at for at, word in enumerate(words) if word == "peace"]
        nodes += len(at_nodes)
        for at, word in enumerate(words):
            behind = [at - it for it in at_nodes if 0 < at - it <= window.right]
            before = [it - at for it in at_nodes if 0 < it - at <= window.left]
            if word != "peace" and behind + before:
                is_right = min(behind, default=99) <= min(before, default=99)
                near[is_right][word] += 1
    totals = Counter(all_words(texts))
    del totals["peace"]
    size = near[True].total() + near[False].total()
    result = found(project, "peace", window, measure)
    assert {it.word: (it.left, it.right) for it in result} == {
        word: (near[False][word], near[True][word]) for word in near[True] + near[False]
    }
    for it in result:
        assert (it.near, it.total) == (it.left + it.right, totals[it.word])
        meetings = Meetings(it.near, size, it.total, totals.total(), nodes)
        assert it.score == MEASURES[measure](meetings)
    scores = [it.score for it in result]
    assert scores == sorted(scores, reverse=True)


def test_collocates_need_to_be_near_often_enough(
    project: Project, texts: Texts
) -> None:
    window = Window(2, 2)
    everything = found(project, "war", window)
    least = sorted(it.near for it in everything)[3]
    assert found(project, "war", window, least=least) == [
        it for it in everything if it.near >= least
    ]
    assert found(project, "unicorn", window) == []


def test_a_word_of_the_match_can_also_stand_near_it(
    project: Project, import_text: ImportText
) -> None:
    import_text("Again and again the ship sails, and the ship sinks.")
    result = found(project, '"the ship"', Window(2, 2))
    assert {it.word: (it.left, it.right, it.total) for it in result} == {
        "and": (2, 0, 2),
        "again": (1, 0, 2),
        "sails": (0, 1, 1),
        "sinks": (0, 1, 1),
    }


def test_words_in_zones_count_when_the_query_was_asked_there(
    project: Project, texts: Texts
) -> None:
    two = list(texts)[1]
    total = sum(1 for it in all_words(texts) if it == "ship")
    text = project.documents.text(two)
    (zone,) = project.documents.zones(two)
    hidden = len(re.findall("ship", zone.of(text)))
    assert hidden
    window = Window(9, 9)
    assert {it.total for it in found(project, "war", window) if it.word == "ship"} == {
        total
    }
    inside = found(project, "war", window, zones=True)
    assert {it.total for it in inside if it.word == "ship"} == {total + hidden}


@pytest.mark.parametrize("size", [1, 2, 3, 5])
@pytest.mark.parametrize("word", ["", "war", "Trade", "of the"])
def test_ngrams_are_those_of_a_plain_count(
    project: Project, texts: Texts, size: int, word: str
) -> None:
    phrase = f" {word.lower()} " if word else ""
    counts: Counter[tuple[str, ...]] = Counter()
    documents: Counter[tuple[str, ...]] = Counter()
    for text in texts.values():
        own = [
            tuple(words[at : at + size])
            for words in text
            for at in range(len(words) - size + 1)
        ]
        counts.update(own)
        documents.update(set(own))
    naive = {
        (it, count, documents[it])
        for it, count in counts.items()
        if count >= 2 and phrase in f" {' '.join(it)} "
    }
    result = ngrams(project, size, 2, Tracker(), word=word)
    assert {(it.words, it.count, it.documents) for it in result} == naive


def test_ngrams_of_some_documents_are_only_theirs(
    project: Project, texts: Texts
) -> None:
    one = next(iter(texts))
    result = ngrams(project, 1, 1, Tracker(), documents=[one])
    counts = Counter(word for words in texts[one] for word in words)
    assert {(it.text, it.count, it.documents) for it in result} == {
        (word, count, 1) for word, count in counts.items()
    }
    assert ngrams(project, 1, 1, Tracker(), documents=[]) == []
    assert ngrams(project, 2, 1, Tracker(), word="…") == []


@pytest.mark.parametrize("size", [0, 6, -1])
def test_an_ngram_has_one_to_five_words(project: Project, size: int) -> None:
    with pytest.raises(InvalidValue, match="1 to 5"):
        ngrams(project, size, 1, Tracker())


@pytest.mark.parametrize("chosen", [[0], [0, 1], [2]])
def test_keyness_is_that_of_a_plain_count(
    project: Project, texts: Texts, chosen: list[int]
) -> None:
    ids = list(texts)
    here = Counter(all_words({ids[it]: texts[ids[it]] for it in chosen}))
    rest = Counter(all_words(texts)) - here
    result = keyness(project, [ids[it] for it in chosen], 1, Tracker())
    assert {it.word: (it.count, it.rest) for it in result} == {
        word: (here[word], rest[word]) for word in here + rest
    }
    for it in result:
        assert it.log_likelihood == surprise(
            it.count, here.total(), it.rest, rest.total()
        )
        assert it.per_million == pytest.approx(1e6 * it.count / here.total())
    signed = [
        it.log_likelihood if it.per_million >= it.rest_per_million
        else -it.log_likelihood
        for it in result
    ]  # fmt: skip
    assert signed == sorted(signed, reverse=True)


def test_keyness_needs_words_on_either_side(project: Project, texts: Texts) -> None:
    assert keyness(project, list(texts), 1, Tracker()) == []
    assert keyness(project, [], 1, Tracker()) == []


def test_progress_is_told_and_can_end_the_work(project: Project, texts: Texts) -> None:
    reports: list[Progress] = []
    tracker = Tracker(reports.append)
    lines = find_lines(project, "war", SearchOptions(), tracker)
    jobs = [
        lambda: collocates(project, lines, Window(), Measure.MI, 1, tracker),
        lambda: ngrams(project, 2, 1, tracker),
        lambda: keyness(project, list(texts)[:1], 1, tracker),
    ]
    for job in jobs:
        assert job()
    assert all(it.done <= it.total for it in reports)
    tracker.cancel()
    for job in jobs:
        with pytest.raises(Cancelled):
            job()
