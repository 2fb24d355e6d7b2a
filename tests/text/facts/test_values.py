from __future__ import annotations

import pytest

from tests.text.facts.finding import facts_of_kind
from workbench.model.facts import FactKind


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("$60 billion", "USD 60000000000"),
        ("US$1.5m", "USD 1500000"),
        ("€3.2 million", "EUR 3200000"),
        ("£20", "GBP 20"),
        ("Rs736bn", "rupees 736000000000"),
        ("Rs5,931 billion", "rupees 5931000000000"),
        ("5,931 billion rupees", "rupees 5931000000000"),
        ("310bn crowns", "crowns 310000000000"),
        ("60 billion dollars", "USD 60000000000"),
        ("2 million Canadian dollars", "CAD 2000000"),
        ("EUR 4,000", "EUR 4000"),
        ("1 000 000 000", None),
        ("60 billion people", None),
        ("$", None),
    ],
)
def test_money_is_read(text: str, value: str | None) -> None:
    found = [it.value for it in facts_of_kind(FactKind.MONEY, f"They paid {text}.")]
    assert found == ([value] if value else [])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("32%", "32%"),
        ("32 percent", "32%"),
        ("4.5 per cent", "4.5%"),
        ("thirty-two percent", "32%"),
        ("2 percentage points", "2 percentage points"),
        ("32.5.1%", None),
    ],
)
def test_percentages_are_read(text: str, value: str | None) -> None:
    found = [it.value for it in facts_of_kind(FactKind.PERCENT, f"It rose by {text}.")]
    assert found == ([value] if value else [])


@pytest.mark.parametrize(
    ("text", "value", "role"),
    [
        ("29 allied and partner economies", "29", "allied and partner economies"),
        ("More than 140 Karsethi companies", "140", "Karsethi companies"),
        ("Some forty firms came", "40", "firms"),
        ("2 million people", "2000000", "people"),
        ("A dozen ports closed", "12", "ports"),
        ("There a hundred ships lay", "100", "ships"),
        ("Five million families left", "5000000", "families"),
        ("Some one hundred thousand letters came", "100000", "letters"),
        ("Two hundred ships lay there", "200", "ships"),
        ("It meets twice annually", "2", "times a year"),
        ("It meets two times a year", "2", "times a year"),
        ("It meets three times a month", "3", "times a month"),
    ],
)
def test_counted_things_are_read(text: str, value: str, role: str) -> None:
    (found,) = facts_of_kind(FactKind.NUMBER, f"{text}.")
    assert (found.value, found.role) == (value, role)


@pytest.mark.parametrize(
    "text",
    [
        "the two sides",
        "Section 2 areas",
        "one of them",
        "see 2209130018",
        "3 of us",
        "two hundred thousand men",
    ],
)
def test_what_counts_nothing_is_no_number(text: str) -> None:
    assert facts_of_kind(FactKind.NUMBER, text) == []


def test_a_number_said_anew_counts_the_same() -> None:
    text = "The release spoke of 29 partner economies; officials now say 31."
    found = facts_of_kind(FactKind.NUMBER, text)
    assert [(it.value, it.role) for it in found] == [
        ("29", "partner economies"),
        ("31", "partner economies"),
    ]


def test_a_value_says_what_it_is_about() -> None:
    text = "U.S. exports to Karseth were worth $60 billion in 2006, up 32% from 2005."
    (money,) = facts_of_kind(FactKind.MONEY, text)
    (percentage,) = facts_of_kind(FactKind.PERCENT, text)
    assert money.role == "U.S. exports to Karseth"
    assert percentage.role == "U.S. exports to Karseth: growth"


def test_a_share_is_no_growth() -> None:
    text = "Exports grew by 32% in 2006; advanced goods also made up 32% of them."
    growth, share = facts_of_kind(FactKind.PERCENT, text)
    assert growth.role.endswith(": growth")
    assert share.role.endswith(": share")


@pytest.mark.parametrize(
    "text",
    [
        "Karseth may take up to 40 percent of the flow.",
        "The top rate is no more than 35 percent.",
        "It holds less than 5% of the shares of the line.",
    ],
)
def test_a_bound_is_neither_growth_nor_fall(text: str) -> None:
    (found,) = facts_of_kind(FactKind.PERCENT, text)
    assert "growth" not in found.role
    assert "fall" not in found.role


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("Exports were worth 32% more than in 2005.", "growth"),
        ("Sales were up 4 percent.", "growth"),
        ("Sales were 4 percent less than last year.", "fall"),
    ],
)
def test_growth_and_fall_are_told(text: str, sense: str) -> None:
    (found,) = facts_of_kind(FactKind.PERCENT, text)
    assert found.role.endswith(sense)


def test_a_guessed_currency_is_said() -> None:
    (plain,) = facts_of_kind(FactKind.MONEY, "It cost $5.")
    (exact,) = facts_of_kind(FactKind.MONEY, "It cost US$5.")
    assert plain.value == exact.value == "USD 5"
    assert "US dollars" in plain.rule
    assert exact.rule == ""
