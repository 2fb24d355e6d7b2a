"""The page of a comparison: complete in itself, valid, and true to the texts."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
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
from workbench.model.facts import Fact, FactKind, FactRow, Interval, Relation
from workbench.model.ids import DocumentId, LinkId, PassageId
from workbench.model.links import Link, LinkEnd, LinkKind
from workbench.model.spans import Span
from workbench.model.verdicts import DecidedRow, Verdict
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


def link(
    a: Span,
    b: Span,
    kind: LinkKind = LinkKind.UPDATES,
    texts: tuple[str, str] = (LEFT, RIGHT),
    *,
    is_turned: bool = False,
    is_lost: bool = False,
) -> Link:
    ends = [
        LinkEnd(PassageId(1), DocumentId(1), "One", a, a.of(texts[0]), is_lost),
        LinkEnd(PassageId(2), DocumentId(2), "Two", b, b.of(texts[1]), False),
    ]
    reason = "<script>alert(1)</script> & so"
    return Link(LinkId(1), kind, reason, *ends[:: -1 if is_turned else 1], "Ada", MADE)


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


def facts_report() -> ComparisonReport:
    """The same documents with facts, a verdict on them, and links that are no pair."""
    left = [fact(LEFT, it) for it in ("<b>first</b>", "council", "So it", "said")]
    right = [fact(RIGHT, it) for it in ("Tarn", "big", "said “Tarn”", "again")]
    contradiction = link(left[1].span, right[0].span, LinkKind.CONTRADICTS)
    person, same = FactKind.PERSON, Relation.SAME
    facts = (
        DecidedRow(
            FactRow(
                person, "who", tuple(left[:2]), tuple(right[:1]), Relation.DIFFERENT,
                "A says “council” & B says <Tarn>",
            ),
            (Verdict(contradiction, left[1].span, right[0].span),),
        ),
        DecidedRow(FactRow(person, "<what>", (), (right[2],), Relation.ONLY_B, "")),
        DecidedRow(
            FactRow(person, "it", tuple(left[2:]), (right[1], right[3]), same, "")
        ),
    )  # fmt: skip
    ends = place(LEFT, "Harbors <b>first"), place(RIGHT, "said “Tarn”.\nSo")
    links = (
        link(*ends),
        link(*ends, is_turned=True),
        link(*ends, LinkKind.DIFFERENT_SCOPE, is_lost=True),
    )
    report = documents_report()
    return replace(report, facts=facts, links=links, is_about_facts=True)


def fact(text: str, part: str) -> Fact:
    interval = Interval(date(2024, 5, 1), date(2024, 5, 31))
    return Fact(
        FactKind.PERSON, place(text, part), part, f"<{part}>", "role & such", interval,
        "by a 'rule'",
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


REPORTS = {
    "documents": documents_report,
    "facts": facts_report,
    "versions": versions_report,
}
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


def test_facts_lead_into_the_texts_and_say_what_was_decided(tmp_path: Path) -> None:
    page = LexborHTMLParser(written(facts_report(), tmp_path))
    assert [it.text() for it in page.css("h2")][:3] == ["Facts", "Pairs", "Links"]
    marked = {it.id: it.text() for it in page.css("article .fact[id]")}
    assert marked["af1"] == "<b>first", "its other part stands behind the link's end"
    assert sorted(marked) == ["af1", "af2", "af3", "af4", "bf1", "bf2", "bf3", "bf4"]
    leads = page.css("td > p > a")
    for it in leads:
        place = (it.attributes["href"] or "").removeprefix("#")
        assert it.text().startswith(marked[place])
    assert len(leads) == len(marked)
    differing, one_sided, *_ = page.css("h2 + table tbody tr")
    assert "contradicts" in differing.text()
    assert "<script>alert(1)</script> & so · Ada · 2024-05-01" in differing.text()
    assert "A says “council” & B says <Tarn>" in differing.text()
    assert "<first> · role" not in differing.text()
    assert "2024-05-01 to 2024-05-31 · role & such · by a 'rule'" in differing.text()
    assert "only in B" in one_sided.text()
    assert "<what>" in one_sided.text()
    assert page.css_first("summary").text() == "1 that both say alike"


def test_links_that_are_no_pair_are_listed_and_lead_to_each_other(
    tmp_path: Path,
) -> None:
    page = LexborHTMLParser(written(facts_report(), tmp_path))
    for side, other in ("ab", "ba"):
        assert not page.css(f"#{side}l3"), "it lost its place"
        lead = page.css_first(f"article mark#{side}l1 > a")
        assert lead.attributes["href"] == f"#{other}l1"
    rows = [it.text() for it in page.css("tr") if "linked as" in it.text()]
    listed = [it for it in rows if it.startswith("L")]
    assert "the left one updates the right one" in listed[0]
    assert "the right one updates the left one" in listed[1]
    assert "its place in the text is lost" in listed[2]
    assert all("Harbors <b>first" in it for it in listed)


def test_nothing_is_said_of_facts_and_links_where_there_are_none(
    tmp_path: Path,
) -> None:
    page = LexborHTMLParser(written(documents_report(), tmp_path))
    assert "Facts" not in page.css_first("main").text()
    assert page.css_first("h2").text() == "Pairs"
    assert not page.css(".fact, .link")


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
    def some() -> list[tuple[Span, Span]]:
        count = data.draw(st.integers(0, 4))
        return [(_span(data, a), _span(data, b)) for _ in range(count)]

    report = ComparisonReport(
        a, b, a, MADE, compared(1, a), compared(2, b),
        tuple(ComparedPair("altered", 0.5, *it, *((x,) for x in it)) for it in some()),
        tuple(DecidedRow(row(a, b, *it)) for it in some() if all(it)),
        tuple(link(*it, texts=(a, b)) for it in some() if all(it)),
    )  # fmt: skip
    page = LexborHTMLParser(written(report, tmp_path_factory.mktemp("page")))
    left, right = page.css("article")
    assert (left.text(), right.text()) == (a, b)
    ids = [it.id for it in page.css("[id]")]
    assert len(ids) == len(set(ids))
    facts = {(it.row.a[0].span, it.row.b[0].span) for it in report.facts}
    for side, spans in zip("ab", zip(*facts, strict=True), strict=False):
        assert len(page.css(f"article [id^={side}f]")) == len(set(spans))


def row(a: str, b: str, in_a: Span, in_b: Span) -> FactRow:
    left, right = (
        Fact(FactKind.DATE, span, span.of(text), text, text, rule=text)
        for text, span in ((a, in_a), (b, in_b))
    )
    return FactRow(FactKind.DATE, a, (left,), (right,), Relation.DIFFERENT, b)


def _span(data: st.DataObject, text: str) -> Span:
    return Span(*sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2))))


def _attribute(node: LexborNode | None, name: str) -> str:
    assert node is not None
    return node.attributes[name] or ""
