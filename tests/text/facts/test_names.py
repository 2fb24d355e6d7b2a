from __future__ import annotations

import pytest

from tests.text.facts.finding import facts_of_kind
from workbench.model.aliases import AliasGroup, AliasName
from workbench.model.facts import FactKind
from workbench.model.ids import AliasGroupId
from workbench.text.facts.names import Namesakes, is_same_person


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "said U.S. Secretary of Trade Ruth Calloway.",
            "Ruth Calloway",
            "U.S. Secretary of Trade",
        ),
        (
            "by Morvandi Minister of Trade, Ports and Industry Oren Tavesh, who",
            "Oren Tavesh",
            "Morvandi Minister of Trade, Ports and Industry",
        ),
        (
            "Republic of Morvand Minister of Trade, Ports, and Industry Jo-An Lee (",
            "Jo-An Lee",
            "Republic of Morvand Minister of Trade, Ports, and Industry",
        ),
        (
            "Secretary of Trade of the United Shires Ruth Calloway and",
            "Ruth Calloway",
            "Secretary of Trade of the United Shires",
        ),
        ("Trade Secretary Ruth Calloway", "Ruth Calloway", "Trade Secretary"),
        ("MOFT Vice Minister Rovik Ansel", "Rovik Ansel", "MOFT Vice Minister"),
        (
            "Judith Vale, OSTC's assistant secretary for licensing, said",
            "Judith Vale",
            "OSTC's assistant secretary for licensing",
        ),
        (
            "Kolvin Bram, Morvand’s deputy minister for trade and investment, said",
            "Kolvin Bram",
            "Morvand's deputy minister for trade and investment",
        ),
        (
            "**said Judith A. Merriden Vale, Assistant Secretary of Trade.**",
            "Judith A. Merriden Vale",
            "Assistant Secretary of Trade",
        ),
        ("President Linden declared", "Linden", "President"),
        ("“No,” said Bram Kolvin.", "Bram Kolvin", ""),
        ("By Nella Brandvik, Port Alder", "Nella Brandvik", ""),
    ],
)
def test_a_person_is_read_with_the_office(text: str, name: str, role: str) -> None:
    (found,) = facts_of_kind(FactKind.PERSON, text)
    assert (found.value, found.role) == (name, role)


@pytest.mark.parametrize(
    "text",
    [
        "led at the Deputy Assistant Secretary/Director-General level",
        "the Minister of Trade, Ports and Industry on security",
        "The Commerce Department said so.",
        "Two officials said so.",
        "The White House said so.",
        "the president of the council",
        "Mr. Speaker, members of the Assembly",
    ],
)
def test_an_office_without_a_name_is_no_person(text: str) -> None:
    assert facts_of_kind(FactKind.PERSON, text) == []


def test_a_surname_alone_means_the_person_named_before() -> None:
    text = (
        "Trade Secretary Ruth Calloway met Foreign Minister Wang Wentao. Calloway and"
        " Wang dined. The Calloway Bridge is near, and Park Calloway too."
    )
    found = facts_of_kind(FactKind.PERSON, text)
    assert [(it.text, it.value) for it in found] == [
        ("Trade Secretary Ruth Calloway", "Ruth Calloway"),
        ("Foreign Minister Wang Wentao", "Wang Wentao"),
        ("Calloway", "Ruth Calloway"),
        ("Wang", "Wang Wentao"),
    ]


def test_a_time_of_office_is_said() -> None:
    text = "said Kolvin Bram, until last autumn deputy minister for industrial policy."
    (found,) = facts_of_kind(FactKind.PERSON, text)
    assert found.rule == "the text says “until last autumn”"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Dongmin Moon", "Moon Dong-min", True),
        ("Lee Chang-Yang", "Chang-Yang Lee", True),
        ("Lee Chang Yang", "Chang-Yang Lee", True),
        ("Thea D. Rozman Kendler", "Thea Kendler", True),
        ("Calloway", "Ruth Calloway", True),
        ("Ruth Calloway", "Anna Calloway", False),
        ("Lee Chang-Yang", "Park Jin", False),
        ("", "Park Jin", False),
    ],
)
def test_names_of_one_person_are_told(one: str, other: str, same: bool) -> None:
    assert is_same_person(one, other) is same
    assert is_same_person(other, one) is same


def test_the_alias_register_joins_names() -> None:
    names = (AliasName("Amara Linden"), AliasName("AL", is_case_sensitive=True))
    namesakes = Namesakes([AliasGroup(AliasGroupId(1), True, names)])
    assert namesakes.are_same("amara linden", "AL")
    assert not namesakes.are_same("amara linden", "al")
    assert not namesakes.are_same("nobody", "somebody")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("at the U.S. Department of Trade today", "U.S. Department of Trade"),
        ("the Trade Department said", "Trade Department"),
        ("OSTC and the Joint Commission on Trade and Ports met", None),
        (
            "the Bureau of Industry and Security, which",
            "Bureau of Industry and Security",
        ),
        (
            "a U.S.-Karseth Strategic Working Group met",
            "U.S.-Karseth Strategic Working Group",
        ),
        ("the Harbor University of Alder", None),
        ("a group of people", None),
    ],
)
def test_organizations_are_read(text: str, name: str | None) -> None:
    found = [
        it.value for it in facts_of_kind(FactKind.ORGANIZATION, f"We saw {text} there.")
    ]
    if name:
        assert found == [name]
    else:
        assert len(found) <= 1


def test_words_of_a_heading_in_capitals_are_no_abbreviations() -> None:
    text = (
        "OUR GOALS AT HOME We act when the ships are late and when they are early."
        " OUR GOALS ABROAD All of this was said at the meeting of NATO, and it was NATO"
        " that printed it."
    )
    found = facts_of_kind(FactKind.ORGANIZATION, text)
    assert {it.value for it in found} == {"NATO"}


def test_an_abbreviation_stands_for_the_name_explained() -> None:
    text = (
        "The Office of Strategic Trade Controls (‘OSTC’) applies the rules."
        " Today OSTC said so."
    )
    found = facts_of_kind(FactKind.ORGANIZATION, text)
    assert {it.value for it in found} == {"Office of Strategic Trade Controls"}
    assert found[-1].text == "OSTC"
    assert found[-1].rule == "“OSTC” stands for Office of Strategic Trade Controls"
