"""What is suggested as no content, on texts shaped like those people import."""

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.model.documents import Block, BlockKind
from workbench.model.spans import Span
from workbench.model.zones import ZoneKind
from workbench.text.blocks import split_blocks
from workbench.text.zoning import suggest_zones

BODY = (
    "The two ministers met in Port Alder on Tuesday and agreed to set up a working"
    " group on licensing. Its first task is a list of common steps."
)


def found_in(text: str) -> list[tuple[str, str]]:
    zones = suggest_zones(text, split_blocks(text))
    return [(zone.kind.value, zone.span.of(text)) for zone in zones]


def below_body(*lines: str) -> list[tuple[str, str]]:
    return found_in("\n".join(["A title", "", BODY, "", *lines]))


# Whole documents ---------------------------------------------------------------------


def test_a_paywalled_story_loses_publisher_paywall_and_the_praise_below_it() -> None:
    publisher = "Harbor Law Weekly is an Osprey Press publication."
    paywall = "Register for a free trial to unlock the rest of this story"
    praise = (
        "Careful, complete coverage of tariffs and rulings. Every week, Harbor Law"
        " subscribers receive a summary by email and access to our archive of cases."
    )
    parts = [publisher, "US, Morvand Open Group", BODY, paywall, praise, BODY]
    text = "\n\n".join(parts)
    assert found_in(text) == [
        ("other", publisher),
        ("paywall", paywall),
        ("advert", praise),
    ]


def test_praise_without_a_paywall_above_it_is_content() -> None:
    praise = (
        "The guild grew fast. Its members receive a digest and access to our archive."
    )
    assert below_body(praise, "", BODY) == []


def test_a_quotation_below_a_paywall_is_content() -> None:
    said = "“Our subscribers receive the archive by email and have access,” Bram said."
    paywall = "Subscribers only"
    assert below_body(paywall, "", said, "", BODY) == [("paywall", paywall)]


def test_a_statement_printed_by_a_magazine_loses_the_magazines_lines() -> None:
    lines = [
        "Subscribe to the Ledger Newsletter to stay informed: https://ledger.example/1",
        "Follow us on LinkedIn: https://ledger.example/2",
        "Visit for more stories about recycling: https://ledger.example",
    ]
    assert below_body(*lines) == [("newsletter", "\n".join(lines))]


def test_a_page_of_an_old_site_loses_links_pictures_and_buttons_but_no_letterhead() -> (
    None
):
    text = f"""Skip to Main Content Skip to Left Menu Skip to Footer
Fleet News

The United Shires

Department of Trade

Trade Seal montage showing the harbor at night
\N{NO-BREAK SPACE}
Print without banner or navigation

Press Release

FOR IMMEDIATE RELEASE

OFFICE OF PUBLIC AFFAIRS

Tuesday, November 6, 2007

555-0142

Department of Trade and Karseth Sign Guidelines

{BODY}

Background

{BODY}
"""
    assert found_in(text) == [
        (
            "navigation",
            "Skip to Main Content Skip to Left Menu Skip to Footer\nFleet News",
        ),
        ("other", "Trade Seal montage showing the harbor at night"),
        ("navigation", "Print without banner or navigation"),
    ]


def test_a_title_right_under_skip_links_is_content() -> None:
    assert found_in(f"Skip to content\nHarbor tax\n\n{BODY}\n") == [
        ("navigation", "Skip to content")
    ]


@pytest.mark.parametrize("line", ["FOR IMMEDIATE RELEASE", "May 4, 2023", "Note:"])
def test_a_status_a_date_and_a_lead_in_under_skip_links_are_content(line: str) -> None:
    text = f"Skip to content\n{line}\n\nThe United Shires\n\n{BODY}\n"
    assert found_in(text) == [("navigation", "Skip to content")]


def test_a_news_page_loses_everything_from_its_first_advertisement_on() -> None:
    teasers = (
        "Must Read\n\nHarbor tax: collectors ahead of plan...\n\n"
        "The Treasury still has to find 620 billion crowns before the tax year closes"
        " in July, and it has said nothing of how it will"
    )
    text = f"""{BODY}

- Advertisement -


Please enter your comment!
Please enter your name here

- Advertisement -

{teasers}
"""
    assert found_in(text) == [
        ("advert", "- Advertisement -"),
        ("comment form", "Please enter your comment!\nPlease enter your name here"),
        ("advert", "- Advertisement -"),
        ("navigation", teasers),
    ]


def test_a_box_of_teasers_inside_a_story_does_not_take_the_story_with_it() -> None:
    assert below_body("Must read", "", "Harbor tax ahead of plan", "", BODY) == []


def test_teasers_that_end_in_sentences_are_left_alone() -> None:
    assert below_body("Related", "", "They meet again in May.") == []


def test_a_release_keeps_its_header_its_contact_line_and_its_end_marks() -> None:
    text = f"""**FOR IMMEDIATE RELEASE**

**OFFICE OF STRATEGIC CONTROLS**

October 04, 2022

[www.ostc.example](https://www.ostc.example)

[press@ostc.example](mailto:press@ostc.example)

{BODY}

For more information, visit [www.ostc.example](https://www.ostc.example).

###

DRAFT
"""
    assert found_in(text) == []


# Single cues -------------------------------------------------------------------------

ANYWHERE = {
    ZoneKind.PAYWALL: [
        "To continue reading, please subscribe.",
        "This article is for subscribers only.",
        "Already a subscriber? Log in",
        "You have reached your limit of free articles.",
        "Log in to read the full article",
        "Weiterlesen mit Kurier+",
        "Dieser Artikel ist nur für Abonnenten.",
        "La suite est réservée aux abonnés.",
        "Cet article est réservé à nos abonnés",
        "Contenido exclusivo para suscriptores",
    ],
    ZoneKind.ADVERT: [
        "Advertisement",
        "— ADVERTISEMENT —",
        "Story continues below advertisement",
        "Sponsored Content",
        "Subscribe now: the Observer for one crown a week.",
        "Start your free trial",
        "Cancel anytime.",
        "Anzeige",
        "Publicité",
        "Publicidad",
    ],
    ZoneKind.NEWSLETTER: [
        "Sign up for our daily newsletter",
        "Subscribe to our mailing list",
        "Get the latest news in your inbox",
        "Unsubscribe",
        "Follow us on Facebook, Twitter and Instagram",
        "Follow us",
        "Follow @ledger on X",
        "Jetzt Newsletter abonnieren",
        "Folgen Sie uns auf LinkedIn",
        "Abonnez-vous à notre newsletter",
        "Suivez-nous sur Facebook",
        "Suscríbete a nuestro boletín",
        "Síguenos en Twitter",
    ],
    ZoneKind.COMMENTS: [
        "Leave a Reply",
        "Please enter your comment!",
        "Your email address will not be published.",
        "Save my name, email, and website in this browser for the next time I comment.",
        "You must be logged in to post a comment.",
        "Be the first to comment",
        "Kommentar verfassen",
        "Deine E-Mail-Adresse wird nicht veröffentlicht.",
        "Laisser un commentaire",
        "Votre adresse e-mail ne sera pas publiée.",
        "Deja un comentario",
        "Tu dirección de correo electrónico no será publicada.",
    ],
    ZoneKind.NAVIGATION: [
        "Skip to content",
        "Skip to Main Content",
        "Back to top",
        "Print this page",
        "Printer-friendly version",
        "Share this article",
        "Share on Facebook",
        "Sign in / Register",
        "Read more: Harbor tax ahead of plan",
        "[Read more](https://ledger.example/tax)",
        "Zum Inhalt springen",
        "Seite drucken",
        "Lesen Sie auch: Hafensteuer über Plan",
        "Aller au contenu principal",
        "Imprimer cette page",
        "À lire aussi : la taxe portuaire",
        "Saltar al contenido",
        "Lea también: el impuesto portuario",
    ],
    ZoneKind.OTHER: [
        "We use cookies to improve your experience.",
        "This website uses cookies. By staying you agree to their use. " * 9,
        "Accept all cookies",
        "Diese Website verwendet Cookies.",
        "Nous utilisons des cookies pour mesurer l’audience.",
        "Utilizamos cookies propias y de terceros.",
        "© 2024 The Strait Observer. All rights reserved.",
        "Alle Rechte vorbehalten",
        "Please enable JavaScript to view this page.",
        "Page 3 of 12",
    ],
}
AT_EDGE = {
    ZoneKind.NAVIGATION: [
        "Home Trade Ports Opinion Sign in",
        "Home > World > Europe",
        "Privacy Policy | Terms of Use | Sitemap",
        "Facebook Twitter LinkedIn Email",
        "Startseite › Politik › Ausland",
        "Impressum · Datenschutz · AGB",
    ],
    ZoneKind.NEWSLETTER: [
        "Get the Ledger newsletter every Friday: https://ledger.example/letter",
        "Read more about batteries: https://ledger.example",
    ],
    ZoneKind.OTHER: [
        "© 2024 The Strait Observer. Follow us. Terms of use.",
        "Copyright 2023 Ledger Media and its licensors, which reserve all they can.",
        "Controls Courier is published by Gannet Press.",
    ],
}


def cases(table: dict[ZoneKind, list[str]]) -> list[tuple[ZoneKind, str]]:
    return [(kind, line.strip()) for kind, lines in table.items() for line in lines]


@pytest.mark.parametrize(("kind", "line"), cases(ANYWHERE))
def test_a_sure_cue_is_believed_in_the_middle_too(kind: ZoneKind, line: str) -> None:
    assert below_body(line, "", BODY) == [(kind.value, line)]
    assert below_body(line.upper(), "", BODY) == [(kind.value, line.upper())]


@pytest.mark.parametrize(("kind", "line"), cases(AT_EDGE))
def test_a_weaker_cue_is_believed_at_the_edges_only(kind: ZoneKind, line: str) -> None:
    assert found_in(f"{line}\n\n{BODY}\n") == [(kind.value, line)]
    assert below_body(line) == [(kind.value, line)]
    assert below_body(line, "", BODY) == []


def test_words_of_a_menu_are_believed_in_company_only() -> None:
    menu = ["Home", "News", "Search", "About us"]
    assert below_body(*menu) == [("navigation", "\n".join(menu))]
    assert below_body(*menu[:2]) == []
    assert below_body(*menu, "", BODY) == []
    footer = ["Back to top", "Sitemap", "Privacy"]
    assert below_body(*footer) == [("navigation", "\n".join(footer))]


def test_fields_of_a_form_are_believed_in_its_company() -> None:
    form = ["Leave a reply", "Comment", "Name *", "Email *", "Website"]
    assert below_body(*form) == [("comment form", "\n".join(form))]
    assert below_body("Name", "Website") == []


@pytest.mark.parametrize(
    "opener", ["Most popular", "Related articles", "Das könnte Sie auch interessieren"]
)
def test_links_to_other_pages_reach_to_the_end(opener: str) -> None:
    tail = [
        opener,
        "Harbor tax ahead of plan",
        "Will the guild strike?",
        "© 2024 Ledger",
    ]
    assert below_body(*tail) == [
        ("navigation", "\n".join(tail[:3])),
        ("other", tail[3]),
    ]


def test_links_with_arrows_open_a_list_of_links() -> None:
    tail = ["WEB RESOURCES >>", "Archive of Addresses", "ALL WEB RESOURCES >>"]
    assert below_body(*tail) == [("navigation", "\n".join(tail))]


def test_neighbors_of_one_kind_are_one_suggestion_with_both_reasons() -> None:
    text = f"{BODY}\n\nSign up for our newsletter\n\nFollow us on Facebook\n"
    (zone,) = suggest_zones(text, split_blocks(text))
    assert zone.span == Span(len(BODY) + 2, len(text) - 1)
    assert zone.reason == (
        "a line that asks to subscribe, a line that asks to follow the publisher"
    )


# What is none ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "Follow us, the captain said, and left the harbor by the northern gate.",
        "Follow us on this path of peace.",
        "The minister asked readers to subscribe to the treaty.",
        "Subscribe to the treaty, he urged his colleagues in the Assembly.",
        "The newsletter is published every Friday by the guild, and nobody reads it.",
        "“Subscribe now, or regret it later,” was the slogan of that year.",
        "Sign up for our newsletter, the agency told its staff.",
        "Get an error message that says it cannot unlock the file",
        "Leave a reply to each letter on the table by noon.",
        "Skip to the end, where the treaty is.",
        "Print money and prices will rise.",
        "Read more books.",
        "Like this:",
        "Advertisement of a post for a harbor pilot",
        "Advertising and marketing of tobacco",
        "Home, sweet home",
        "We have used cookies and milk as a comfort.",
        "(c) Extension of the War Powers Act.",
        "This is a publication.",
        "Recommended",
        "Comments",
        "Background",
        "More on this in May.",
        "Thank you. (Applause.)",
        "- 12 percent more exports",
        "II.",
        "",
    ],
)
def test_what_only_sounds_like_a_cue_is_content(line: str) -> None:
    assert below_body(line, "", BODY) == []
    assert below_body(line) == []
    assert found_in(f"{line}\n\n{BODY}\n") == []


def test_rows_of_a_table_and_quotations_are_content() -> None:
    text = f"{BODY}\nHome | Search | Help\nLeave a reply\n"
    lines = [
        (0, len(BODY)),
        (len(BODY) + 1, len(BODY) + 21),
        (len(BODY) + 22, len(text)),
    ]
    kinds = [BlockKind.PARAGRAPH, BlockKind.TABLE_ROW, BlockKind.QUOTATION]
    blocks = [Block(Span(*at), kind) for at, kind in zip(lines, kinds, strict=True)]
    assert suggest_zones(text, blocks) == []


def test_a_text_without_prose_keeps_its_middle() -> None:
    lines = ["Skip to content", *["alder", "birch", "elm"] * 6, "Home | Help"]
    middle = [*lines[:9], "Home | Help", *lines[9:]]
    assert found_in("\n".join(middle)) == [
        ("navigation", "Skip to content"),
        ("navigation", "Home | Help"),
    ]
    assert found_in("") == []


TEMPTING = """subscribe newsletter follow us advertisement comment sign up to unlock the
rest of this article leave a reply skip content print page share home menu"""


def paragraph_of(words: list[str]) -> str:
    sentence = " ".join(words).capitalize() + "."
    return " ".join([sentence] * (300 // len(sentence) + 2))


words = st.text(string.ascii_letters + "äéñß", min_size=1, max_size=10)
tempting = st.sampled_from(TEMPTING.split())
paragraphs = st.lists(words | tempting, min_size=3, max_size=12).map(paragraph_of)


@given(st.lists(paragraphs, max_size=4))
def test_long_paragraphs_of_sentences_are_content(prose: list[str]) -> None:
    assert found_in("\n\n".join(prose)) == []


any_line = st.sampled_from([line for _, line in cases(ANYWHERE) + cases(AT_EDGE)])
pieces = st.one_of(any_line, paragraphs, st.text(max_size=30), st.just("Must read"))


@given(st.lists(pieces, max_size=12), st.sampled_from(["\n", "\n\n", "\r\n", "\n\f\n"]))
@example(["Must read"], "\n")
def test_suggestions_are_ordered_apart_and_made_of_whole_blocks(
    lines: list[str], between: str
) -> None:
    text = between.join(lines)
    blocks = split_blocks(text)
    starts = {block.span.start for block in blocks}
    ends = {block.span.end for block in blocks}
    reached = 0
    for zone in suggest_zones(text, blocks):
        assert reached <= zone.span.start < zone.span.end <= len(text)
        assert zone.span.start in starts
        assert zone.span.end in ends
        assert zone.reason
        reached = zone.span.end
    assert suggest_zones(text, []) == []


@given(st.lists(any_line, max_size=4), st.lists(paragraphs, min_size=1, max_size=3))
def test_prose_is_never_inside_a_suggestion(lines: list[str], prose: list[str]) -> None:
    text = "\n\n".join([*lines, *prose, *lines, *prose, *lines])
    suggested = "".join(quote for _, quote in found_in(text))
    assert not any(paragraph in suggested for paragraph in prose)
