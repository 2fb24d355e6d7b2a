"""What a page says about itself becomes facts of the document."""

from __future__ import annotations

import json

import pytest

from tests.importing.made_html import made
from workbench.importing.contents import Contents, Hints
from workbench.importing.html_files import contents_of_html, read_html


def read(html: str) -> Contents:
    return contents_of_html(html, Hints("a.html"), "utf-8")


def facts(html: str) -> dict[str, str]:
    return dict(read(html).values)


@pytest.mark.parametrize(
    ("name", "title", "date", "source", "values"),
    [
        (
            "news_en.html", "Islands sign ferry pact", "2024-03-05", "The Harbor Post",
            {
                "Author": "Mara Lind; Jon Ode", "Language": "en-GB",
                "URL": "https://harborpost.example/world/ferry-pact-2024/",
            },
        ),
        (
            "ministry_de.html",
            "Rede der Ministerin zur Hafenordnung - Ministerium für Häfen",
            "2023-11-14", "Ministerium für Häfen und Fähren",
            {
                "Language": "de",
                "URL": "https://hafenministerium.example/reden/hafenordnung.html",
            },
        ),
        (
            "thinktank_fr.html", "Les ports sans gardien - Institut du Large",
            "2019-06-21", "Institut du Large",
            {"Author": "Anne Morel", "Language": "fr", "DOI": "10.5555/large.2019.21"},
        ),
        (
            "blog_es.html", "La marea no espera", "2021-09-02", "Cuaderno de puerto",
            {"Author": "Lucía Ferrer", "Language": "es"},
        ),
        ("old_en.html", "Testimony on harbor dues", "1998-06-03", "", {}),
        (
            "journal_en.html", "Tide tables and trust", "2020-05-06",
            "Journal of Small Harbors",
            {
                "Author": "Okafor, Ben; Dahl, Siri", "Language": "en",
                "DOI": "10.5555/jsh.2020.0042",
            },
        ),
        (
            "opinion_de.html", "Die Fähre gehört allen", "2024-03-07", "Inselkurier",
            {"Author": "Karin Boll; Olaf Thiem", "Language": "de"},
        ),
    ],
)  # fmt: skip
def test_pages_say_who_wrote_them_when_and_where(
    name: str, title: str, date: str, source: str, values: dict[str, str]
) -> None:
    (contents,) = read_html(made()[name], Hints(name))
    assert (contents.title, contents.date, contents.source) == (title, date, source)
    assert dict(contents.values) == values


@pytest.mark.parametrize(
    "html",
    [
        "<!-- saved from url=(0026)https://tides.example/a?b=1 -->",
        "<!--\n Page saved with SingleFile \n url: https://tides.example/a?b=1 \n-->",
        "<link rel=canonical href='https://tides.example/a?b=1'>",
        "<meta property=og:url content='https://tides.example/a?b=1'>",
    ],
)
def test_the_address_is_found(html: str) -> None:
    assert facts(html + "<p>x") == {"URL": "https://tides.example/a?b=1"}


def test_no_address_of_another_kind_is_taken() -> None:
    assert facts("<link rel=canonical href='javascript:alert(1)'><p>x") == {}
    assert facts("<!-- saved from url=(0014)about:internet --><p>x") == {}


@pytest.mark.parametrize(
    ("said", "doi"),
    [
        ("10.1000/182", "10.1000/182"),
        ("https://doi.org/10.1000/182", "10.1000/182"),
        ("doi:10.1000/182.", "10.1000/182"),
        ("ISBN 978-1", ""),
    ],
)
def test_a_doi_is_told_from_other_identifiers(said: str, doi: str) -> None:
    found = facts(f"<meta name=dc.identifier content='{said}'><p>x")
    assert found.get("DOI", "") == doi


def test_the_author_of_the_article_counts_and_not_one_of_a_comment() -> None:
    things = [
        {"@type": "Comment", "author": {"name": "A reader"}},
        {"@type": "NewsArticle", "author": ["Ada", {"name": "Ben"}, {"@id": "#no"}]},
    ]
    script = f'<script type="application/ld+json">{json.dumps(things)}</script>'
    assert facts(f"{script}<p>x") == {"Author": "Ada; Ben"}


def test_an_address_is_no_author_and_by_is_no_name() -> None:
    tags = "<meta name=article:author content='https://x.example/ada'>"
    assert facts(f"{tags}<p>x") == {}
    assert facts("<meta name=author content='By Ada'><p>x") == {"Author": "Ada"}


@pytest.mark.parametrize(
    "script",
    [
        "[" * 200_000,
        '{"a":' * 200_000,
        '{"author": ' + "9" * 10_000 + "}",
        '{"@type": 7, "author": {"@id": {"name": []}}, "headline": {"name": {}}}',
        '{"@graph": ' + "[" + ",".join(['{"@id": "#a"}'] * 20_000) + "]}",
        '{"@type": "Article", "author": [' + "null," * 9_000 + "null]}",
        '{"@type": "Article", "author": "\\u0000\\ud800\\uffff"}',
    ],
    ids=["lists", "objects", "number", "kinds", "many", "nulls", "characters"],
)
def test_hostile_descriptions_do_no_harm(script: str) -> None:
    contents = read(f'<script type="application/ld+json">{script}</script><p>a')
    assert contents.text == "a"
    assert dict(contents.values).get("Author", "") in ("", "\ufffd")
