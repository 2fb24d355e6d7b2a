"""The page of a comparison: complete in itself, valid, and true to the texts."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.exporting.test_nested_marks import TEXTS
from workbench.exporting.comparison_pages import MEANINGS, write_page
from workbench.model.alignments import PairKind
from workbench.model.comparison_reports import (
    ComparedPair,
    ComparedText,
    ComparisonReport,
)
from workbench.model.ids import DocumentId, LinkId, PassageId
from workbench.model.links import Link, LinkEnd, LinkKind
from workbench.model.spans import Span
from workbench.model.version_pairs import VersionPairKind

Golden = Callable[[str, bytes], None]

MADE = datetime(2024, 5, 1, 9, 30, tzinfo=UTC)
LEFT = (
    "Harbors <b>first</b> & last\r\n\r\n"
    "The council will dredge the northern channel in spring 🙂. So it said.\r\n"
    "Subscribe now!\r\n"
)
RIGHT = (
    "“The council will dredge the big northern channel in spring,” said “Tarn”.\n"
    "So it said again.\n"
)


def place(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def link(a: Span, b: Span) -> Link:
    ends = [
        LinkEnd(PassageId(1), DocumentId(1), "One", a, a.of(LEFT), is_orphaned=False),
        LinkEnd(PassageId(2), DocumentId(2), "Two", b, b.of(RIGHT), is_orphaned=False),
    ]
    reason = "<script>alert(1)</script> & so"
    return Link(LinkId(1), LinkKind.UPDATES, reason, *ends, "Ada", MADE)


def documents_report() -> ComparisonReport:
    """Two documents with pairs that overlap, a zone, and words that are markup."""
    altered = (
        place(LEFT, "The council will dredge the northern channel in spring"),
        place(RIGHT, "The council will dredge the big northern channel in spring"),
    )
    pairs = (
        ComparedPair(
            PairKind.ALTERED.value, 0.91, *altered, (), (place(RIGHT, "big"),),
            links=(link(*altered),),
        ),
        ComparedPair(
            PairKind.PARAPHRASE.value,
            0.5,
            place(LEFT, "northern channel in spring 🙂. So it said."),
            place(RIGHT, "northern channel in spring,” said “Tarn”."),
        ),
        ComparedPair(
            PairKind.VERBATIM.value, 0.6, place(LEFT, "So it said"),
            place(RIGHT, "So it said"),
        ),
    )  # fmt: skip
    return ComparisonReport(
        "Comparison of “One” and “<Two>”", "Ports & bays", "Ada", MADE,
        compared(1, LEFT, (place(LEFT, "Subscribe now!"),)), compared(2, RIGHT), pairs,
    )  # fmt: skip


def versions_report() -> ComparisonReport:
    """Two versions with a block of every kind."""
    kinds = VersionPairKind
    old = "Same.\nA moved line.\nGone now.\nOne word was here."
    new = "A moved line.\nSame.\nOne other was\nhere.\nNew here."
    pairs = (
        ComparedPair(kinds.MOVED.value, None, Span(6, 19), Span(0, 13)),
        ComparedPair(kinds.SAME.value, None, Span(0, 5), Span(14, 19)),
        ComparedPair(
            kinds.REMOVED.value, None, place(old, "Gone now."), None, (Span(20, 29),)
        ),
        ComparedPair(
            kinds.CHANGED.value, None, place(old, "One word was here."),
            place(new, "One other was\nhere."), (place(old, "word"),),
            (place(new, "other"),), "split into 2 paragraphs",
        ),
        ComparedPair(
            kinds.ADDED.value, None, None, place(new, "New here."), (),
            (place(new, "New here."),),
        ),
    )  # fmt: skip
    return ComparisonReport(
        "Versions 1 and 2 of “One”", "Ports", "", MADE, compared(1, old),
        compared(1, new, version=2), pairs,
    )  # fmt: skip


def compared(
    number: int, text: str, zones: tuple[Span, ...] = (), version: int = 1
) -> ComparedText:
    lines = tuple(Span(*it.span()) for it in re.finditer(r"[^\r\n]+", text))
    return ComparedText(
        DocumentId(number), f"=doc {number}", f"Title <{number}>", "2024-05", version,
        sha256(text.encode()).hexdigest(), text, lines, zones,
    )  # fmt: skip


def written(report: ComparisonReport, tmp_path: Path) -> str:
    path = tmp_path / "page.html"
    write_page(path, report)
    return path.read_bytes().decode("utf-8-sig")


REPORTS = {"documents": documents_report, "versions": versions_report}
_each = pytest.mark.parametrize("make", REPORTS.values(), ids=REPORTS.keys())


@pytest.mark.parametrize("name", REPORTS)
def test_the_page_is_as_in_the_golden_file(
    name: str, tmp_path: Path, golden: Golden
) -> None:
    page = written(REPORTS[name](), tmp_path)
    golden(f"comparison-{name}.html", page.encode())


@_each
def test_both_texts_are_read_as_they_are_stored(
    make: Callable[[], ComparisonReport], tmp_path: Path
) -> None:
    report = make()
    left, right = LexborHTMLParser(written(report, tmp_path)).css("article")
    assert left.text() == report.a.text
    assert right.text() == report.b.text


@_each
def test_every_link_leads_to_one_place(
    make: Callable[[], ComparisonReport], tmp_path: Path
) -> None:
    page = LexborHTMLParser(written(make(), tmp_path))
    ids = [it.id for it in page.css("[id]")]
    assert len(ids) == len(set(ids))
    links = page.css("a")
    assert links
    for it in links:
        assert (it.attributes["href"] or "").removeprefix("#") in ids


def test_a_mark_leads_to_its_counterpart_and_says_so(tmp_path: Path) -> None:
    page = LexborHTMLParser(written(documents_report(), tmp_path))
    for number in "123":
        for side, other in ("ab", "ba"):
            lead = page.css_first(f"article mark#{side}{number} > a")
            assert lead.attributes["href"] == f"#{other}{number}"
            assert f"Pair {number}, " in (lead.attributes["aria-label"] or "")
            assert not lead.text()


def test_what_is_the_same_is_not_marked_and_what_is_alone_leads_to_the_list(
    tmp_path: Path,
) -> None:
    page = LexborHTMLParser(written(versions_report(), tmp_path))
    assert len(page.css("tbody tr")) == 4
    assert page.css_first("#a2 > a").attributes["href"] == "#p2"
    assert page.css_first("#b4 > a").attributes["href"] == "#p4"
    assert "moved" in page.css_first("#p1").text()
    assert "split into 2 paragraphs" in page.css_first("#p3").text()
    assert [it.text() for it in page.css("article del")] == ["word"]
    assert [it.text() for it in page.css("article ins")] == ["other"]


@_each
def test_nothing_outside_the_page_is_asked_for(
    make: Callable[[], ComparisonReport], tmp_path: Path
) -> None:
    page = LexborHTMLParser(written(make(), tmp_path))
    assert not page.css("[src], link, img, iframe, form, base, [style], [onclick]")
    policy = _attribute(page.css_first("meta[http-equiv]"), "content")
    for tag in ("style", "script"):
        [node] = page.css(tag)
        digest = b64encode(sha256(node.text().encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "url(" not in page.css_first("style").text()


def test_every_kind_has_a_meaning_but_what_is_the_same() -> None:
    kinds = {it.value for it in (*PairKind, *VersionPairKind)}
    assert kinds - MEANINGS.keys() == {VersionPairKind.SAME.value}


@given(TEXTS, TEXTS, st.data())
def test_any_two_texts_are_read_as_they_are_stored(
    tmp_path_factory: pytest.TempPathFactory, a: str, b: str, data: st.DataObject
) -> None:
    spans = [
        tuple(
            Span(*sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2))))
            for text in (a, b)
        )
        for _ in range(data.draw(st.integers(0, 4)))
    ]
    pairs = tuple(
        ComparedPair("altered", 0.5, *it, *((x,) for x in it)) for it in spans
    )
    report = ComparisonReport(a, b, a, MADE, compared(1, a), compared(2, b), pairs)
    page = written(report, tmp_path_factory.mktemp("page"))
    left, right = LexborHTMLParser(page).css("article")
    assert (left.text(), right.text()) == (a, b)


def _attribute(node: LexborNode | None, name: str) -> str:
    assert node is not None
    return node.attributes[name] or ""
