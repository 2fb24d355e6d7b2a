"""The page of what documents share: true, valid, and not endless."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import ImportText
from workbench.jobs import Tracker
from workbench.model.ids import DocumentId
from workbench.operations import reuse_pages
from workbench.operations.reuse import reuse_of, shared_pairs, update_reuse
from workbench.operations.reuse_pages import export_reuse_page
from workbench.operations.sample import build_sample
from workbench.project import Project

FIRST = (
    "Northern <b>harbors</b> received seventeen tons of copper wire & rope that day."
)
SECOND = "Glass bottles travelled southward beneath straw in painted railway wagons."


def written(
    project: Project, path: Path, order: Sequence[DocumentId] = ()
) -> LexborHTMLParser:
    export_reuse_page(project, reuse_of(project), path, Tracker(), order)
    return LexborHTMLParser(path.read_bytes().decode("utf-8-sig"))


def test_every_number_leads_to_its_statements(project: Project, tmp_path: Path) -> None:
    build_sample(project)
    update_reuse(project)
    page = written(project, tmp_path / "reuse.html")
    cells = page.css(".matrix tbody td > a")
    shared = {(it.a, it.b): it.statements for it in reuse_of(project).shared}
    assert len(cells) == 2 * len(shared)
    assert sum(int(it.text()) for it in cells) == 2 * sum(shared.values())
    for cell in cells:
        place = (cell.attributes["href"] or "").removeprefix("#")
        rows = page.css(f"#{place} tbody tr")
        a, b = (DocumentId(int(it)) for it in place.removeprefix("s").split("-"))
        assert len(rows) == int(cell.text()) == shared[a, b]
        texts = [project.documents.text(it) for it in (a, b)]
        pairs = shared_pairs(project, a, b)
        for row, pair in zip(rows, pairs, strict=True):
            quotes = [it.text() for it in row.css(".quote")]
            spans = pair.a.of(texts[0]), pair.b.of(texts[1])
            assert all(q.startswith(it) for q, it in zip(quotes, spans, strict=True))
    ids = [it.id for it in page.css("[id]")]
    assert len(ids) == len(set(ids))
    assert not page.css("[src], link, script, style ~ style, [style]")


@pytest.fixture
def three(project: Project, import_text: ImportText) -> Project:
    """Two that share two statements, and one that shares one of these."""
    import_text(f"A minister spoke.\n\n{FIRST}\n\n{SECOND}\n", "<one>")
    import_text(f"Rain fell for hours.\n\n{FIRST}\n\n{SECOND}\n", "two")
    import_text(f"Nobody came at all.\n\n{SECOND}\n", "three")
    import_text("Nothing that anybody else says.\n", "alone")
    update_reuse(project)
    return project


def test_documents_stand_in_the_order_given(three: Project, tmp_path: Path) -> None:
    page = written(
        three, tmp_path / "reuse.html", [DocumentId(it) for it in (4, 3, 1, 2)]
    )
    heads = [it.text() for it in page.css(".matrix tbody th")]
    assert heads == ["1. three", "2. <one>", "3. two"]
    assert FIRST in page.css_first("#s1-2").text()
    assert [it.text() for it in page.css(".matrix tr")[2].css("td")] == ["1", "", "2"]


def test_a_very_large_project_is_cut_and_the_page_says_so(
    three: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reuse_pages, "MOST_DOCUMENTS", 2)
    monkeypatch.setattr(reuse_pages, "MOST_STATEMENTS", 1)
    page = written(three, tmp_path / "reuse.html")
    said = " ".join(it.text() for it in page.css("p.facts"))
    assert "the 2 documents that share most; 1 more share something" in said
    assert "Of 2 shared statements 1 are listed" in said
    assert len(page.css("#s1-2 tbody tr")) == 1


def test_a_number_without_a_list_is_no_link(
    three: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reuse_pages, "MOST_STATEMENTS", 2)
    page = written(three, tmp_path / "reuse.html")
    assert [it.attributes["href"] for it in page.css(".matrix a")] == ["#s1-2"] * 2
    assert len(page.css(".matrix td[class^=heat]")) == 6


def test_nothing_shared_and_nothing_compared_are_said(
    project: Project, import_text: ImportText, tmp_path: Path
) -> None:
    import_text("Nothing.", "one")
    page = written(project, tmp_path / "reuse.html")
    said = " ".join(it.text() for it in page.css("p.facts"))
    assert "No two documents share a statement. Documents not compared yet: 1." in said
    assert not page.css("table")
