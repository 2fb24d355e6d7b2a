"""Bibliographies tell what documents are: as they come in, and afterwards."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.projects import project_of
from workbench.errors import UnreadableFile
from workbench.importing.workers import Asked, shared_workers
from workbench.model.attributes import AttributeType, Subject
from workbench.model.documents import ParsedDocument
from workbench.model.references import Matching, MatchReason, ReferenceMatch
from workbench.operations.attributes import create_attribute
from workbench.operations.documents import edit_document
from workbench.operations.reference_facts import (
    apply_references,
    changes_of,
    values_by_name,
    with_reference,
)
from workbench.operations.references import (
    match,
    read_all_references,
    references_beside,
)
from workbench.project import Project

FORMATS = "RIS, BibTeX, CSL-JSON or Zotero RDF"
LEE = """@article{lee2022, title = {Export controls and the chip war},
 author = {Lee, Chang-Yang and Park, Jin}, date = {2022-11-08},
 journaltitle = {Research Policy}, doi = {10.1016/j.respol.1},
 url = {https://example.org/lee}, language = {en}, keywords = {trade, chips}}
"""
KIM = """@misc{kim, title = {Seoul launches a working group}, year = 2021,
 url = {https://www.example.org/seoul/?id=1}}
"""
PAGE = (
    '<html><head><title>{}</title><link rel="canonical" href="{}"></head>'
    "<body><p>{}</p></body></html>"
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    texts = {
        "lee.txt": "Nothing about it.",
        "other.txt": "Nothing either.",
        "lee2022.txt": "Cited so.",
    }
    with project_of(texts, tmp_path / "study.workbench") as project:
        yield project


def matching(project: Project, folder: Path, bibliography: str) -> Matching:
    (folder / "library.bib").write_text(bibliography, encoding="utf-8")
    with project.reader() as view:
        return match(view, read_all_references([folder / "library.bib"]))


def reasons(found: Matching) -> dict[int, MatchReason]:
    return {it.document_id: it.reason for it in found.matches}


def test_a_file_that_a_reference_names(project: Project, tmp_path: Path) -> None:
    named = LEE.replace("@article{", "@article{x, file={Text:./other.txt:text/plain},")
    named = named.replace("lee2022, title", "title")
    assert reasons(matching(project, tmp_path, named)) == {2: MatchReason.PATH}
    elsewhere = named.replace("./other.txt", "C\\:\\\\Users\\\\ada\\\\OTHER.txt")
    assert reasons(matching(project, tmp_path, elsewhere)) == {2: MatchReason.FILE_NAME}


def test_a_file_named_as_one_cites(project: Project, tmp_path: Path) -> None:
    assert reasons(matching(project, tmp_path, LEE)) == {3: MatchReason.KEY}


def test_references_beside_a_file_under_its_name(
    project: Project, tmp_path: Path
) -> None:
    (tmp_path / "other.bib").write_text(LEE.replace("lee2022", "x"))
    with project.reader() as view:
        found = match(view, read_all_references([tmp_path / "other.bib"]))
    assert reasons(found) == {2: MatchReason.BESIDE}


def test_names_as_a_mac_spells_them(tmp_path: Path) -> None:
    name = unicodedata.normalize("NFD", "Müller.txt")
    with project_of({name: "Text."}, tmp_path / "a.workbench") as project:
        named = "@misc{k, title={A title of four words}, file={x/Müller.txt}}"
        found = matching(project, tmp_path, named)
        assert reasons(found) == {1: MatchReason.FILE_NAME}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("# Export Controls and the “Chip” War\n\nText.", MatchReason.TITLE),
        (
            "Export controls\nand the chip war\n\nhttps://doi.org/10.1016/J.RESPOL.1.",
            MatchReason.DOI_IN_TEXT,
        ),
    ],
)
def test_what_a_text_says_of_itself(
    tmp_path: Path, text: str, reason: MatchReason
) -> None:
    with project_of({"a.md": text}, tmp_path / "a.workbench") as project:
        assert reasons(matching(project, tmp_path, LEE)) == {1: reason}


def test_a_page_by_its_address(tmp_path: Path) -> None:
    page = PAGE.format("Other", "http://example.org/seoul?id=1", "Text.")
    with project_of({"a.html": page}, tmp_path / "a.workbench") as project:
        assert reasons(matching(project, tmp_path, KIM)) == {1: MatchReason.ADDRESS}


def test_a_doi_that_is_only_cited_is_not_sure(tmp_path: Path) -> None:
    text = "A blog\n\nAs doi:10.1016/j.respol.1 says."
    with project_of({"a.txt": text}, tmp_path / "a.workbench") as project:
        found = matching(project, tmp_path, LEE)
        assert found.matches == ()
        (unsure,) = found.unsure
        assert (unsure.candidates, unsure.reason) == ((1,), MatchReason.DOI_IN_TEXT)
        behind = "10.9999/own, then 10.1016/j.respol.1"
    with project_of({"a.txt": behind}, tmp_path / "b.workbench") as project:
        found = matching(project, tmp_path, LEE)
        assert (found.matches, found.unsure) == ((), ())
        assert [it.key for it in found.unmatched] == ["lee2022"]


def test_two_documents_that_fit_alike_are_not_guessed(tmp_path: Path) -> None:
    texts = {"a.md": "# Seoul launches a working group", "b.md": "# Seoul launches a "
             "working group\n\nAgain."}  # fmt: skip
    with project_of(texts, tmp_path / "a.workbench") as project:
        found = matching(project, tmp_path, KIM)
        assert found.matches == ()
        assert [it.candidates for it in found.unsure] == [(1, 2)]


def test_two_works_that_fit_alike_are_not_guessed(tmp_path: Path) -> None:
    other = KIM.replace("{kim,", "{kim2,").replace("2021", "2019")
    text = {"a.md": "# Seoul launches a working group"}
    with project_of(text, tmp_path / "a.workbench") as project:
        found = matching(project, tmp_path, KIM + other)
        assert found.matches == ()
        assert sorted(it.reference.key for it in found.unsure) == ["kim", "kim2"]


def test_a_library_exported_twice_has_each_work_once(tmp_path: Path) -> None:
    (tmp_path / "library.ris").write_text(
        "TY  - JOUR\nTI  - Export controls and the chip war\nDO  - 10.1016/j.respol.1\n"
        "ER  - \nTY  - GEN\nTI  - Seoul launches a working group\nPY  - 2021\nER  - \n"
    )
    (tmp_path / "library.bib").write_text(LEE + KIM)
    text = {"lee.txt": "Export controls and the chip war\n\ndoi:10.1016/j.respol.1"}
    with project_of(text, tmp_path / "a.workbench") as project, project.reader() as it:
        found = match(it, read_all_references([tmp_path]))
    assert [it.reference.key for it in found.matches] == ["lee2022"]
    assert [it.title for it in found.unmatched] == ["Seoul launches a working group"]


def described(project: Project) -> tuple[str, str, str, dict[str, str]]:
    document = project.documents.all()[2]
    with project.reader() as view:
        values = values_by_name(view).get(document.id, {})
    return document.title, document.date, document.source, values


def test_a_document_is_described_in_one_step(project: Project, tmp_path: Path) -> None:
    before = described(project)
    found = matching(project, tmp_path, LEE)
    assert apply_references(project, found.matches).documents == 1
    after = (
        "Export controls and the chip war",
        "2022-11-08",
        "Research Policy",
        {
            "Author": "Lee, Chang-Yang; Park, Jin",
            "Language": "en",
            "URL": "https://example.org/lee",
            "DOI": "10.1016/j.respol.1",
            "Keywords": "trade; chips",
        },
    )
    assert described(project) == after
    assert apply_references(project, found.matches).documents == 0
    project.undo()
    assert described(project) == before
    assert project.attributes.all(Subject.DOCUMENT) == []
    project.redo()
    assert described(project) == after


def test_what_a_document_says_stays_unless_it_is_overwritten(
    project: Project, tmp_path: Path
) -> None:
    document = project.documents.all()[2]
    edit_document(project, document.id, title="Mine", date="2020")
    found = matching(project, tmp_path, LEE)
    apply_references(project, found.matches)
    assert described(project)[:3] == ("Mine", "2020", "Research Policy")
    with project.reader() as view:
        (changes,) = changes_of(view, found.matches, overwrite=True)
    assert [(it.name, it.old, it.new) for it in changes] == [
        ("Title", "Mine", "Export controls and the chip war"),
        ("Date", "2020", "2022-11-08"),
    ]
    apply_references(project, found.matches, overwrite=True)
    assert described(project)[:2] == ("Export controls and the chip war", "2022-11-08")


def test_a_value_that_an_attribute_cannot_take_is_named(
    project: Project, tmp_path: Path
) -> None:
    create_attribute(project, Subject.DOCUMENT, "Keywords", AttributeType.NUMBER)
    found = matching(project, tmp_path, LEE)
    applied = apply_references(project, found.matches)
    assert applied.documents == 1
    (sentence,) = applied.left_out
    assert sentence.startswith("Left out: “Keywords”. “trade; chips” is not a number.")


def test_a_document_that_went_meanwhile_changes_nothing(
    project: Project, tmp_path: Path
) -> None:
    (found,) = matching(project, tmp_path, LEE).matches
    gone = ReferenceMatch(type(found.document_id)(99), found.reference, found.reason)
    assert apply_references(project, [gone]).documents == 0


def parsed(path: Path) -> ParsedDocument:
    return shared_workers().read_one(Asked(path))[0]


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """A folder as Zotero exports it, with the files it names."""
    folder = tmp_path / "My library"
    for number, name in ((12, "Lee - 2022.txt"), (13, "seoul.txt")):
        (folder / "files" / str(number)).mkdir(parents=True)
        (folder / "files" / str(number) / name).write_text(f"Text {number}.")
    (folder / "My library.bib").write_text(
        LEE.replace("doi =", "file = {PDF:files/12/Lee - 2022.txt:text/plain}, doi =")
        + "@misc{broken, title = {\n"
        + KIM.replace("year", "file = {:files/13/seoul.txt:text/plain}, year")
    )
    (folder / "settings.json").write_text('{"a": 1}')
    return folder


def test_a_zotero_folder_comes_in_as_its_references_say(export: Path) -> None:
    references = references_beside([export])
    assert references.paths == {export / "My library.bib"}
    assert references.problems == [
        "My library.bib: Line 5: “broken” is broken; look for a missing brace or comma."
    ]
    lee = references.described(parsed(export / "files/12/Lee - 2022.txt"))
    assert (lee.title, lee.date, lee.source, dict(lee.values)["DOI"]) == (
        "Export controls and the chip war", "2022-11-08", "Research Policy",
        "10.1016/j.respol.1",
    )  # fmt: skip
    seoul = references.described(parsed(export / "files/13/seoul.txt"))
    assert (seoul.title, seoul.date) == ("Seoul launches a working group", "2021")


def test_a_file_keeps_what_its_reference_does_not_say(tmp_path: Path) -> None:
    page = tmp_path / "kim.html"
    page.write_text(
        '<html lang="ko"><head><title>Own</title><meta name="author" content="Kim">'
        "</head><body><p>Text.</p></body></html>"
    )
    (tmp_path / "a.bib").write_text(KIM)
    own = parsed(page)
    reference = references_beside([tmp_path]).of(own)
    assert reference is not None
    both = with_reference(own, reference)
    assert both.title == "Seoul launches a working group"
    assert dict(both.values)["Author"] == dict(own.values)["Author"] == "Kim"


def test_among_chosen_files_only_those_with_references_are_taken(
    export: Path, tmp_path: Path
) -> None:
    csl = tmp_path / "csl.json"
    csl.write_text('[{"type": "book", "title": "A book of many words"}]')
    chosen = [csl, export / "settings.json", export / "files/12/Lee - 2022.txt"]
    assert references_beside(chosen).paths == {csl}
    assert references_beside([]).paths == frozenset()
    assert references_beside([]).of(parsed(chosen[2])) is None


def test_two_references_for_a_file_are_told(tmp_path: Path) -> None:
    text = tmp_path / "a.md"
    text.write_text("# Seoul launches a working group\n")
    other = KIM.replace("{kim,", "{kim2,").replace("2021", "2019")
    (tmp_path / "l.bib").write_text(KIM + other)
    references = references_beside([tmp_path])
    assert references.of(parsed(text)) is None
    (problem,) = references.problems
    assert problem.startswith("“a” could be “Seoul launches a working group” or “Seoul")


def test_bad_files_are_told_once_and_harm_nobody(tmp_path: Path) -> None:
    (tmp_path / "empty.ris").touch()
    (tmp_path / "no.bib").write_text("Nothing.")
    (tmp_path / "good.bib").write_text(KIM)
    (tmp_path / "deep.json").write_text("[" * 200_000)
    os.mkfifo(tmp_path / "pipe.ris")
    with (tmp_path / "large.bib").open("wb") as large:
        large.truncate(2_000_000_000)
    references = references_beside([tmp_path])
    assert {it.name for it in references.paths} == {
        "empty.ris", "no.bib", "good.bib", "pipe.ris", "large.bib",
    }  # fmt: skip
    assert references.problems == [
        "empty.ris is empty; export the references again.",
        "large.bib is larger than 20 MB; export the references in several files.",
        f"no.bib has no references in {FORMATS} that could be read; export them again.",
        "pipe.ris is not a regular file; choose one.",
    ]


@pytest.mark.parametrize("name", ["a.txt", "a.bib", "nothing.bib"])
def test_a_file_without_references_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    (tmp_path / "a.bib").write_bytes(b"%PDF-1.4 no")
    with pytest.raises(UnreadableFile, match=rf"^{name} .*\.$"):
        read_all_references([tmp_path / name])


def test_a_folder_without_references_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="There are no references"):
        read_all_references([tmp_path])
