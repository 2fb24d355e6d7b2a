"""The index holds what the texts hold, and says so when it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.search.corpus import Corpus, of_texts
from workbench.errors import InvalidValue
from workbench.model.search import SearchOptions
from workbench.model.spans import Span
from workbench.search.indexing.rows import BLOCKS_PER_DOCUMENT, Indexed


def _problems(corpus: Corpus) -> list[str]:
    return corpus.index.problems(
        (document_id, corpus.indexed(document_id)) for document_id in corpus.texts
    )


def test_a_whole_index_has_no_problems() -> None:
    corpus = of_texts(["one two\n\nthree", "", "nul\0nul soft\xadhyphen"])
    assert _problems(corpus) == []


def test_a_removed_document_leaves_nothing() -> None:
    corpus = of_texts(["alpha beta", "alpha\0gamma\nex\xadport"])
    corpus.index.remove(2, corpus.indexed(2))
    del corpus.texts[2]
    assert _problems(corpus) == []
    assert corpus.found("gamma") == corpus.found("export") == []
    assert corpus.found("alpha") == [1]


def test_text_behind_nul_is_found() -> None:
    assert of_texts(["before\0behind"]).marks("behind") == ["behind"]


def test_missing_extra_and_changed_paragraphs_are_named() -> None:
    corpus = of_texts(["one\ntwo", "three", "four"])
    corpus.texts[1] += "\nmissing"
    corpus.texts[2] = "three and more"
    del corpus.texts[3]
    missing, changed, extra = _problems(corpus)
    assert missing.startswith("1 paragraphs of document 1 are missing")
    assert changed.startswith("1 paragraphs of document 2 are indexed with other")
    assert extra.startswith("The search index holds document 3")


def test_as_many_words_but_not_the_same_are_a_problem() -> None:
    corpus = of_texts(["one two", "three"])
    corpus.texts[1] = "one too"
    assert _problems(corpus) == [
        "The search index has other words than the texts have."
    ]


def test_a_read_only_connection_can_be_checked_and_searched(tmp_path: Path) -> None:
    path = tmp_path / "project.db"
    corpus = Corpus(path)
    corpus.add("a group")
    corpus.connection.close()
    reader = Corpus.__new__(Corpus)
    reader.read_only(path, {1: "a group"})
    assert _problems(reader) == []
    assert reader.found("groups OR gro*") == [1]


def test_a_word_imported_by_another_connection_is_known_at_once(
    tmp_path: Path,
) -> None:
    writer = Corpus(tmp_path / "project.db")
    writer.add("a group")
    reader = Corpus.__new__(Corpus)
    reader.read_only(tmp_path / "project.db", writer.texts)
    assert reader.marks("group") == ["group"]
    writer.add("two groupings")
    assert reader.marks("group") == ["group", "groupings"]


def test_more_paragraphs_than_the_index_can_number_are_refused() -> None:
    blocks = [Span(0, 1)] * (BLOCKS_PER_DOCUMENT + 1)
    with pytest.raises(InvalidValue, match="split the file"):
        Corpus().index.add(1, Indexed("a", blocks))


def test_what_stands_in_a_zone_is_found_only_when_asked_for() -> None:
    corpus = Corpus()
    corpus.add("Follow us here\nnews of a pact", zones=["Follow us here"])
    corpus.add("a pact page 7 of peace", zones=["page 7"])
    assert corpus.found("follow") == []
    assert corpus.found("page") == []
    assert corpus.marks("pact") == ["pact", "pact"]
    assert corpus.marks('"pact of peace"') == ["pact page 7 of peace"]
    asked = corpus.searcher.search("page OR follow", SearchOptions(zones=True))
    assert [corpus.texts[it.document_id][: it.span.end] for it in asked.hits]
    assert {int(it.document_id) for it in asked.hits} == {1, 2}
    assert _problems(corpus) == []


def test_moving_a_zone_touches_only_what_differs() -> None:
    corpus = Corpus()
    corpus.add("one two\nthree four\nfive", zones=["three"])
    before = corpus.indexed(1)
    corpus.zones_of[1] = [Span(0, 3)]
    changes = corpus.connection.total_changes
    corpus.index.update(1, before, corpus.indexed(1))
    assert _problems(corpus) == []
    assert corpus.found("one") == []
    assert corpus.found("three") == [1]
    corpus.index.update(1, corpus.indexed(1), corpus.indexed(1))
    assert corpus.connection.total_changes > changes
