"""What of a page is no article is suggested, and never a part of the article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.importing.made_html import judged, made
from workbench.importing.contents import Contents, Hints
from workbench.importing.html_files import contents_of_html
from workbench.model.zones import ZoneKind
from workbench.text.zoning import suggest_zones

PROSE = (
    "<p>A paragraph of the article, which is long enough and says enough to be taken"
    " for prose by everyone.</p>"
)
LIST = "<ul><li><a href=1>One</a><li><a href=2>Two</a><li><a href=3>Three</a></ul>"
LEAST_FOUND = 0.98


def read(html: str) -> Contents:
    return contents_of_html(html, Hints("a.html"), "utf-8")


def zones(html: str) -> dict[str, str]:
    contents = read(html)
    return {
        it.span.of(contents.text): it.zone.value for it in contents.blocks if it.zone
    }


@pytest.mark.parametrize("name", made())
def test_nothing_of_an_article_is_suggested_away(name: str) -> None:
    page = judged(name)
    assert [it for it in page.article if it.zone] == []
    suggested = suggest_zones(page.contents.text, page.contents.blocks)
    for block in page.article:
        assert not any(
            it.span.start < block.span.end and block.span.start < it.span.end
            for it in suggested
        )


def test_next_to_all_of_the_rest_is_suggested() -> None:
    pages = [judged(it) for it in made()]
    rest = [block for page in pages for block in page.others]
    found = sum(len(it.span) for it in rest if it.zone)
    assert found / sum(len(it.span) for it in rest) >= LEAST_FOUND


@pytest.mark.parametrize(
    ("element", "kind"),
    [
        ("<nav>x</nav>", ZoneKind.NAVIGATION),
        ("<header>x</header>", ZoneKind.NAVIGATION),
        ("<footer>x</footer>", ZoneKind.OTHER),
        ("<aside>x</aside>", ZoneKind.OTHER),
        ("<div role=navigation>x</div>", ZoneKind.NAVIGATION),
        ("<div role=banner>x</div>", ZoneKind.NAVIGATION),
        ("<div role=contentinfo>x</div>", ZoneKind.OTHER),
        ("<div role=complementary>x</div>", ZoneKind.OTHER),
        ("<div role=search>x</div>", ZoneKind.NAVIGATION),
        ("<div id=cookieConsent>x</div>", ZoneKind.OTHER),
        ("<div class='post__share-bar'>x</div>", ZoneKind.NAVIGATION),
        ("<div class=relatedPosts>x</div>", ZoneKind.NAVIGATION),
        ("<div id=disqus_thread>x</div>", ZoneKind.COMMENTS),
        ("<form class=comment-form>x</form>", ZoneKind.COMMENTS),
        ("<div class=newsletter-box>x</div>", ZoneKind.NEWSLETTER),
        ("<div class=ad-slot>x</div>", ZoneKind.ADVERT),
        ("<div class=paywall>x</div>", ZoneKind.PAYWALL),
        (
            "<div><a href=1>News</a> <a href=2>Rules</a> <a href=3>Map</a></div>",
            "navigation",
        ),
    ],
)
def test_elements_beside_an_article_are_known(element: str, kind: ZoneKind) -> None:
    found = zones(f"<article><h1>T</h1>{PROSE}</article>{element}")
    assert list(found.values()) == [kind]


@pytest.mark.parametrize(
    "element",
    [
        "<header><h2>Its title</h2><p>By Ada</p></header>",
        "<footer>Correction: it was Tuesday.</footer>",
        "<aside>Two boats, one captain.</aside>",
        "<section id=cookies><h2>Cookies</h2><p>They are round.</p></section>",
        "<section id=comments><p>Send yours by May.</p></section>",
        "<div class=social-policy><p>The state pays half.</p></div>",
        "<p class=ad-hoc>Formed for a day.</p>",
        "<div class=footnotes><p><a href=1>1</a> <a href=2>2</a></p></div>",
        "<blockquote class=share>Two may share.</blockquote>",
        "<ul><li><a href=1>One</a><li><a href=2>Two</a><li><a href=3>3</a></ul>",
        "<table class=widget><tr><td>1<td>2</table>",
    ],
)
@pytest.mark.parametrize("root", ["article", "main", "div class=content"])
def test_inside_an_article_words_alone_tell_nothing(element: str, root: str) -> None:
    tag = root.split(maxsplit=1)[0]
    assert zones(f"<{root}><h1>T</h1>{PROSE}{element}{PROSE}</{tag}>") == {}


@pytest.mark.parametrize(
    "element",
    [
        "<div class=share><a href=1>x</a></div>",
        "<div class=related><a href=1>x</a></div>",
        "<div class=newsletter>x <input></div>",
        "<div class=advertisement>x</div>",
        "<div class=paywall>x <button></button></div>",
        "<nav><a href=1>x</a></nav>",
    ],
)
def test_inside_an_article_what_looks_like_it_is_believed(element: str) -> None:
    assert len(zones(f"<article><h1>T</h1>{PROSE}{element}{PROSE}</article>")) == 1


def test_a_header_with_the_only_title_is_content() -> None:
    html = f"<header><h1>Tides</h1></header><article>{PROSE}</article>"
    assert zones(html) == {}
    assert zones(f"<header><h1><a href=/>Site</a></h1></header>{html}") == {
        "Site": "navigation"
    }


def test_a_menu_in_a_footer_stays_a_menu() -> None:
    html = f"<article>{PROSE}</article><footer>© Us <nav>x</nav></footer>"
    assert zones(html) == {"© Us": "other", "x": "navigation"}


def test_a_list_of_links_above_the_prose_of_a_bare_page_is_a_menu() -> None:
    assert list(zones(f"{LIST}<h1>T</h1>{PROSE}").values()) == ["navigation"] * 3
    assert zones(f"<h1>T</h1>{PROSE}{LIST}") == {}


@given(
    st.lists(
        st.sampled_from(
            [
                "<div class=related>", "</div>", "<article>", "</article>", "<nav>",
                "</nav>", "<footer>", "<table><tr><td>", "</td><td>", "</table>", PROSE,
                "<a href=1>link</a>", "<h1>T</h1>", "<aside class=ads>", "<main>", "x",
            ]
        )
    )
)  # fmt: skip
def test_zones_never_change_the_text(parts: list[str]) -> None:
    html = "".join(parts)
    plain = html.replace("class=related", "").replace("class=ads", "")
    contents = read(html)
    assert contents.text == read(plain).text
    for zone in suggest_zones(contents.text, contents.blocks):
        assert zone.span.of(contents.text).strip()
