"""Bibliographies read as they are written, the broken and the hostile ones too."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.importing.made_references import TRUTHS, made
from workbench.errors import UnreadableFile
from workbench.importing.references.reading import read_reference_file
from workbench.model.references import Reference, ReferenceFile

ZOTERO = 'xmlns:z="http://www.zotero.org/namespaces/export#"'


def read(content: str | bytes, name: str = "library.bib") -> ReferenceFile:
    content = content.encode() if isinstance(content, str) else content
    return read_reference_file(content, Path(name))


@pytest.mark.parametrize("name", TRUTHS)
def test_what_programs_write_is_read(name: str) -> None:
    _text, truth = TRUTHS[name]
    assert read(made()[name], name) == ReferenceFile(Path(name), truth)


def titles(file: ReferenceFile) -> list[str]:
    return [it.title for it in file.references]


def test_broken_entries_are_named_and_the_others_come_in() -> None:
    broken = "@a{one, title={One}}\n@a{two, title={Two\n@a{three, title={Three}}\n"
    file = read(broken)
    assert titles(file) == ["One", "Three"]
    assert file.problems == (
        "Line 2: “two” is broken; look for a missing brace or comma.",
    )


def test_a_key_or_a_field_that_comes_twice_does_no_harm() -> None:
    file = read("@a{k, title={One}, title={Other}}\n@b{k, title={Two}}")
    assert titles(file) == ["One", "Two"]
    assert file.problems == ()


def test_a_record_without_its_end_comes_in_and_is_named() -> None:
    file = read("TY  - JOUR\nTI  - One\nTY  - BOOK\nTI  - Two\nER  - \n", "a.ris")
    assert titles(file) == ["One", "Two"]
    assert file.problems == ("Line 1: “One” has no end (ER).",)


def test_a_record_with_nothing_in_it_is_named() -> None:
    file = read("TY  - JOUR\nVL  - 3\nER  - \nTY  - JOUR\nTI  - Two\nER  - \n", "a.ris")
    assert titles(file) == ["Two"]
    assert file.problems == ("Line 1: a reference without a title.",)


def test_items_that_are_none_are_named() -> None:
    items: list[object] = [{"type": "book", "title": str(it)} for it in range(20)]
    file = read(json.dumps([*items, {"type": "x"}, 3]), "a.json")
    assert len(file.references) == 20
    assert file.problems == (
        "Item 21 is no reference of CSL-JSON.",
        "Item 22 is no reference of CSL-JSON.",
    )


@pytest.mark.parametrize(
    "content",
    [
        "Just a text.",
        "",
        '{"name": "package", "version": 1}',
        '[{"type": "Feature", "title": "of a map"}]',
        "[]",
        "[1, 2]",
        '"' + "x" * 100,
        "[" * 200_000,
        '{"a":' * 100_000 + "1" + "}" * 100_000,
        "9" * 100_000,
        "<rdf:RDF/>",
        f'<!DOCTYPE r [<!ENTITY x "y">]><r {ZOTERO}>&x;</r>',
        f"<r {ZOTERO}>",
    ],
)
def test_what_has_no_references_is_refused_with_a_sentence(content: str) -> None:
    with pytest.raises(UnreadableFile, match=r"^library\.bib has no references .*\.$"):
        read(content)


HOSTILE = {
    "braces": "@a{k, title={" + "{" * 300_000 + "x" + "}" * 300_000 + "}}",
    "open braces": "@a{k, title=" + "{" * 500_000,
    "deep commands": "@a{k, title={" + "{\\emph" * 2_000 + "x" + "}" * 2_000 + "}}",
    "growing strings": "@string{s0 = {xxxxxxxxxx}}\n"
    + "".join(
        f"@string{{s{it + 1} = {' # '.join([f's{it}'] * 10)}}}\n" for it in range(20)
    )
    + "@a{k, title = s20}",
    "names": "@a{k, author={" + "A B and " * 20_000 + "C}, title={x}}",
    "file field": "@a{k, title={x}, file={" + ":;" * 100_000 + "}}",
    "crossref to itself": "@a{k, crossref={k}, title={x}}",
    "quotation marks": '@a{k, title="' + '"' * 300_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_bibliography_does_no_harm(name: str) -> None:
    file = read(HOSTILE[name])
    assert len(file.references) + len(file.problems) == 1
    assert all(len(it.title) <= 2_000 for it in file.references)


def test_too_many_entries_are_refused() -> None:
    with pytest.raises(UnreadableFile, match="more than 50,000 references"):
        read("\n@a{" * 50_001)


def test_no_text_has_what_no_project_takes() -> None:
    item = {"type": "book", "title": "a\0b\ud800c\ufffe\n d", "DOI": 3, "author": [3]}
    file = read(json.dumps([item]), "a.json")
    assert file.references == (Reference(file.references[0].kind, "abc d"),)
