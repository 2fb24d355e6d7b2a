"""What other libraries write is read as it was, whatever the words are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import rispy
from bibtexparser import write_string
from bibtexparser.library import Library
from bibtexparser.middlewares import LatexEncodingMiddleware
from bibtexparser.model import Entry, Field
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.importing.references.file_fields import files_in
from workbench.importing.references.latex import decoded
from workbench.importing.references.reading import read_reference_file
from workbench.importing.references.written_dates import date_of
from workbench.model.references import Reference, ReferenceKind
from workbench.text.dois import dois_in, normal_doi

WORD = st.text("abcdefghijklmnopqrstuvwxyzäöüßéçñøæłİ한국日本ЖжΩ0123456789-.:()",
               min_size=1, max_size=8)  # fmt: skip
WORDS = st.lists(
    WORD.filter(lambda it: it[0].isalpha() and "--" not in it), min_size=1, max_size=6
)
TEXT = WORDS.map(" ".join)
FAMILY = st.text("ABCDEFGÄÖÜÉ한국", min_size=2, max_size=8)
GIVEN = st.text("abcdefgäöüé한국", min_size=1, max_size=8).map(str.capitalize)
NAME = st.builds("{}, {}".format, FAMILY, GIVEN)
DATE = st.dates()
DOI = st.from_regex(r"10\.\d{4,9}/[a-z0-9._;()-]{0,20}[a-z0-9]", fullmatch=True).filter(
    lambda it: it.count("(") == it.count(")")
)
FILE = st.lists(TEXT, min_size=1, max_size=3).map(lambda it: "/".join(it) + ".pdf")


def unique(values: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(values, max_size=4, unique=True).map(tuple)


REFERENCE = st.builds(
    Reference,
    kind=st.just(ReferenceKind.ARTICLE),
    title=TEXT,
    authors=unique(NAME),
    date=DATE.map(str),
    source=TEXT,
    language=st.sampled_from(["", "en", "ko-KR"]),
    url=st.sampled_from(["", "https://example.org/a_b?c=1&d=2#e;f"]),
    doi=DOI,
    files=unique(FILE),
    keywords=unique(WORDS.map("".join)),
    key=st.from_regex(r"[a-z]{3,10}\d{0,4}", fullmatch=True),
)


@settings(max_examples=15)
@given(st.lists(REFERENCE, min_size=1, max_size=4))
def test_ris_that_rispy_writes(references: list[Reference]) -> None:
    written = rispy.dumps([_ris(it) for it in references], list_tags=_LISTS)
    file = read_reference_file(written.encode(), Path("a.ris"))
    assert list(file.references) == references
    assert file.problems == ()


@settings(max_examples=15)
@given(st.lists(REFERENCE, min_size=1, max_size=4, unique_by=lambda it: it.key))
def test_bibtex_that_bibtexparser_writes(references: list[Reference]) -> None:
    library = Library([_bibtex(it) for it in references])
    written = write_string(library)
    file = read_reference_file(written.encode(), Path("a.bib"))
    assert list(file.references) == references
    assert file.problems == ()


@given(TEXT)
def test_latex_that_bibtexparser_writes(title: str) -> None:
    fields = [Field("title", title)]
    library = Library([Entry("article", "k", fields)])
    written = write_string(library, prepend_middleware=[LatexEncodingMiddleware()])
    file = read_reference_file(written.encode(), Path("a.bib"))
    assert [it.title for it in file.references] == [title]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"M{\"u}ller \"{U}ber {\"{o}} \"a", "Müller Über ö ä"),
        (r"{\'E}cole, C{\'{\i}}a, Ibero\'\i{}s", "École, Cía, Iberoís"),
        (r"{\L}{\'o}d{\'z} \v{S}\c{c}{\u{g}} {\ss} \o", "Łódź Šçğ ß ø"),
        (r"A \& B: 5\% of \$3, a\_b \#1 {IBM}", "A & B: 5% of $3, a_b #1 IBM"),
        (r"1--2 --- ``so'' {\textendash} x~y", "1–2 — “so” – x y"),
        (r"\emph{Foo} {\textquoteright}s $\alpha$ \textless{}i", "Foo ’s α <i"),
        ("5% of {{N}}ames", "5% of Names"),
        ("{" * 60 + r"\o" + "}" * 60, r"\o"),
    ],
)
def test_latex_is_read_as_it_is_meant(written: str, meant: str) -> None:
    assert " ".join(decoded(written).split()) == meant


@given(st.lists(FILE, min_size=1, max_size=4))
def test_files_as_zotero_joins_them(paths: list[str]) -> None:
    def escaped(path: str) -> str:
        return "".join(f"\\{it}" if it in "\\:;{}" else it for it in path)

    field = ";".join(f"Full text:{escaped(it)}:application/pdf" for it in paths)
    assert files_in(field) == paths


@given(DATE, st.sampled_from(["%Y-%m-%d", "%Y/%m/%d/", "%B %d, %Y", "%d %b %Y",
                              "%a, %d %B %Y", "%Y %b %d", "%Y.%m.%d"]))  # fmt: skip
def test_dates_in_every_form(date: Any, form: str) -> None:
    year = f"{date.year + 1000 if date.year < 1000 else min(date.year, 2099)}"
    written = date.replace(year=2000).strftime(form).replace("2000", year)
    expected = f"{year}-{date.month:02}-{date.day:02}"
    if (date.month, date.day) != (2, 29):
        assert date_of(written) == expected


@given(DOI, st.sampled_from(["{}", "doi:{}", "DOI: {}", "https://doi.org/{}",
                             "http://dx.doi.org/{}"]))  # fmt: skip
def test_a_doi_in_every_form(doi: str, form: str) -> None:
    assert normal_doi(form.format(doi.upper())) == doi
    assert dois_in(f"See ({form.format(doi)}), and then.") == [doi]


_LISTS = [*rispy.config.LIST_TYPE_TAGS, "L1"]


def _ris(reference: Reference) -> dict[str, Any]:
    return {
        "type_of_reference": "JOUR",
        "title": reference.title,
        "authors": list(reference.authors),
        "date": reference.date.replace("-", "/") + "/",
        "year": reference.date[:4],
        "secondary_title": reference.source,
        "language": reference.language,
        "urls": [reference.url],
        "doi": reference.doi,
        "file_attachments1": list(reference.files),
        "keywords": list(reference.keywords),
        "id": reference.key,
    }


def _bibtex(reference: Reference) -> Entry:
    fields = {
        "title": f"{{{reference.title}}}",
        "author": " and ".join(reference.authors),
        "date": reference.date,
        "journaltitle": reference.source,
        "language": reference.language,
        "url": reference.url,
        "doi": reference.doi,
        "file": ";".join(
            f":{it.replace(':', chr(92) + ':')}:application/pdf"
            for it in reference.files
        ),
        "keywords": "; ".join((*reference.keywords, "")),
    }
    return Entry("article", reference.key, [Field(*it) for it in fields.items()])
