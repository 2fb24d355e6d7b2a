"""Quotations of a document and the documents they were taken from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import ImportText
from workbench.errors import WorkbenchError
from workbench.jobs import Cancelled, Progress, Tracker
from workbench.model.ids import DocumentId
from workbench.model.quotations import AuditedQuote, QuoteKind
from workbench.model.spans import Span
from workbench.model.zones import ZoneKind
from workbench.operations.documents import edit_document
from workbench.operations.importing import import_paths
from workbench.operations.quote_files import export_quotes, export_quotes_page
from workbench.operations.quotes import audit_quotes
from workbench.operations.zones import mark_zone
from workbench.project import Project

CORPUS = Path(__file__).parents[2] / "corpus"
RELEASE = (
    "**PORT ALDER** – “We will open both quays before the winter,” **said she.**\n\n"
    "The board wants to act with shared resolve. It is firmly attached to its plan.\n"
)


def audit(project: Project, document_id: DocumentId) -> list[AuditedQuote]:
    return audit_quotes(project, document_id)


def kinds(project: Project, document_id: DocumentId) -> list[str]:
    return [it.kind.value for it in audit(project, document_id)]


def test_the_story_quotes_the_release(project: Project) -> None:
    import_paths(project, [CORPUS])
    story = project.documents.find("story-controls-group").id
    release = project.documents.find("release-2022").id
    quotes = audit(project, story)
    counts = Counter(it.kind for it in quotes)
    assert counts == {QuoteKind.VERBATIM: 7, QuoteKind.ALTERED: 1}
    for it in quotes:
        assert it.source is not None
        assert it.source.document_id == release
        assert it.source.text == it.source.span.of(project.documents.text(release))
        assert it.quotation.text == it.quotation.span.of(project.documents.text(story))
    (altered,) = (it for it in quotes if it.kind is QuoteKind.ALTERED)
    assert altered.diff is not None
    assert altered.is_marked
    assert altered.diff.removed == ()
    assert [it.of(altered.quotation.text) for it in altered.diff.added] == ["[the]"]
    text = project.documents.text(story)
    around = text[altered.quotation.span.start - 1], text[altered.quotation.span.end]
    assert around == ("“", '"'), "curly before, straight behind"


def test_nobody_else_has_what_the_two_channels_story_quotes(project: Project) -> None:
    import_paths(project, [CORPUS])
    story = project.documents.find("story-two-channels").id
    assert kinds(project, story) == ["unsourced"] * 7


def test_form_is_no_change(project: Project, import_text: ImportText) -> None:
    source = import_text(RELEASE, "release")
    quoting = import_text(
        'The mayor said: "WE\u00a0will open both quays\nbefore the winter." The board'
        " is ‘firmly attached’, with “shared resolve.”",
        "story",
    )
    quotes = audit(project, quoting)
    assert [it.kind for it in quotes] == [QuoteKind.VERBATIM] * 3
    assert [it.source.document_id for it in quotes if it.source] == [source] * 3
    assert [it.source.text for it in quotes if it.source] == [
        "We will open both quays before the winter", "firmly attached",
        "shared resolve",
    ]  # fmt: skip


def test_parts_of_words_and_own_words_are_no_source(
    project: Project, import_text: ImportText
) -> None:
    import_text(RELEASE, "release")
    quoting = import_text("“solve” and “attach” and “a new thing”. A new thing.", "own")
    assert kinds(project, quoting) == ["unsourced"] * 3


def test_the_document_that_others_come_from_is_preferred(
    project: Project, import_text: ImportText
) -> None:
    import_text("Others too act with shared resolve.", "a")
    release = import_text(RELEASE, "b")
    quoting = import_text(
        "“We will open both quays before the winter,” with “shared resolve”.", "story"
    )
    _, short = audit(project, quoting)
    assert short.source is not None
    assert short.source.document_id == release
    assert [it.title for it in short.others] == ["a"]


def test_an_earlier_document_is_preferred_and_a_later_one_least(
    project: Project, import_text: ImportText
) -> None:
    words = "They act with shared resolve on all of it."
    later, early, earlier = (import_text(f"{it}. {words}", it) for it in "xyz")
    quoting = import_text(f"“{words}”", "story")
    for document_id, date in (
        (later, "2023-05-02"), (early, "2022-07"), (earlier, "2022-06-30"),
        (quoting, "2023-01-01"),
    ):  # fmt: skip
        edit_document(project, document_id, date=date)
    (quote,) = audit(project, quoting)
    assert quote.source is not None
    found = [quote.source.document_id, *(it.document_id for it in quote.others)]
    assert found == [earlier, early, later]


def test_of_several_places_the_one_in_quotation_marks_counts(
    project: Project, import_text: ImportText
) -> None:
    text = "It has shared resolve. “We have shared resolve,” he said."
    import_text(text, "release")
    (quote,) = audit(project, import_text("“shared resolve”", "story"))
    assert quote.source is not None
    assert quote.source.span.start == text.rindex("shared")


def test_zones_are_left_out_on_both_sides(
    project: Project, import_text: ImportText
) -> None:
    text = "Read “The Letter” every day. They act with shared resolve."
    advert = import_text(text, "advert")
    quoting = import_text("“shared resolve”\n\nRead “The Letter” too.", "story")
    assert kinds(project, quoting) == ["verbatim"] * 2
    ad = Span(text.index("They"), len(text))
    mark_zone(project, advert, ad, ZoneKind.ADVERT)
    own = project.documents.text(quoting)
    mark_zone(project, quoting, Span(own.index("Read"), len(own)), ZoneKind.NEWSLETTER)
    assert kinds(project, quoting) == ["unsourced"]


def test_a_quotation_over_paragraphs_is_found_whole(
    project: Project, import_text: ImportText
) -> None:
    import_text("We open one quay.\n\nThen we open the other one.", "release")
    quoting = import_text(
        "“We open one quay.\n\n“Then we open the other one,” she said.", "story"
    )
    (quote,) = audit(project, quoting)
    assert quote.kind is QuoteKind.VERBATIM


def test_a_block_quotation_is_one_too(
    project: Project, import_text: ImportText
) -> None:
    import_text(RELEASE, "release")
    quoting = import_text(
        "He wrote:\n\n> We will open both quays\n> before the winter\n\nAnd more.\n",
        "story",
        ".md",
    )
    (quote,) = audit(project, quoting)
    assert quote.kind is QuoteKind.VERBATIM
    assert quote.quotation.text.startswith("We will")


def test_it_reports_progress_and_can_be_stopped(project: Project) -> None:
    import_paths(project, [CORPUS])
    story = project.documents.find("story-controls-group").id
    seen: list[Progress] = []
    tracker = Tracker(seen.append)
    audit_quotes(project, story, tracker)
    assert max(it.done for it in seen) == 7
    tracker.cancel()
    with pytest.raises(Cancelled):
        audit_quotes(project, story, tracker)


def test_a_document_that_is_not_there_is_refused(project: Project) -> None:
    with pytest.raises(WorkbenchError):
        audit_quotes(project, DocumentId(7))


@pytest.fixture
def story(project: Project, import_text: ImportText) -> DocumentId:
    import_text(RELEASE, "release")
    import_text("Others too act with shared resolve.", "memo")
    return import_text(
        "“=We will open [all] quays before the winter <b>,” he said, with “shared"
        " resolve” and ‘no source’ & “never closed",
        "story",
    )


def test_the_csv_has_a_row_for_each(
    project: Project, story: DocumentId, tmp_path: Path,
    golden: Callable[[str, bytes], None],
) -> None:  # fmt: skip
    target = tmp_path / "quotes.csv"
    quotes = audit(project, story)
    assert export_quotes(project, story, quotes, target) == len(quotes) == 4
    content = target.read_bytes()
    created = content.splitlines()[-1].rsplit(b",", 1)[1]
    golden("quotes.csv", content.replace(created, b"2026-01-01T00:00:00+00:00"))


def test_the_page_has_the_text_and_every_quotation(
    project: Project, story: DocumentId, tmp_path: Path,
    golden: Callable[[str, bytes], None],
) -> None:  # fmt: skip
    target = tmp_path / "quotes.html"
    quotes = audit(project, story)
    assert export_quotes_page(project, story, quotes, target) == 4
    content = target.read_bytes()
    golden("quotes-body.html", content[content.index(b"<body>") :])
    page = LexborHTMLParser(content)
    article = page.css_first("article")
    assert article is not None
    assert article.text() == project.documents.text(story)
    marks = [it.text() for it in article.css("mark")]
    assert marks == [it.quotation.text for it in quotes]
    assert len(page.css("ol.quotes > li")) == 4
    assert [it.text() for it in page.css("ins")] == ["=", "[all]", "<b>"]
    assert not page.css("script, link, img")


def test_what_is_all_in_quotes_is_sought_as_it_is(
    project: Project, import_text: ImportText
) -> None:
    lines = [
        f"> Ship {number} left harbor {number * 7} at noon." for number in range(900)
    ]
    import_text("\n".join(it.removeprefix("> ") for it in lines), "source")
    copy = import_text("\n".join(lines), "copy", suffix=".md")
    changed = import_text("\n".join(lines[:-2] + lines[-1:]), "changed", suffix=".md")
    assert [it.kind for it in audit_quotes(project, copy)] == [QuoteKind.VERBATIM]
    assert [it.kind for it in audit_quotes(project, changed)] == [QuoteKind.UNSOURCED]
