"""Attributes: made, changed, filled; what does not fit changes nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ImportText
from workbench.errors import InvalidValue, NotFound
from workbench.model.attributes import AttributeType, Subject
from workbench.model.ids import AttributeId, DocumentId
from workbench.operations.attributes import (
    create_attribute,
    place_attributes,
    remove_attribute,
    rename_attribute,
    retype_attribute,
    set_values,
)
from workbench.operations.bin import restore
from workbench.operations.cases import create_case, remove_cases, rename_case
from workbench.operations.choices import (
    add_choice,
    place_choices,
    remove_choice,
    rename_choice,
)
from workbench.operations.values import checked_date, checked_number, readable_value
from workbench.project import Project

DOCUMENT = Subject.DOCUMENT
NUMBER, DATE, CHOICE = AttributeType.NUMBER, AttributeType.DATE, AttributeType.CHOICE


@pytest.fixture
def documents(import_text: ImportText) -> list[DocumentId]:
    return [
        import_text(f"Text of {name}.", name) for name in ("alpha", "beta", "gamma")
    ]


def values(project: Project, attribute_id: AttributeId) -> list[str]:
    return [it.text for it in project.attributes.values_under(attribute_id)]


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4))
def test_a_number_keeps_its_worth_however_it_is_written(number: Decimal) -> None:
    kept = checked_number(f"{number:,f}")
    assert Decimal(kept) == number
    assert checked_number(f"{number:+f}") == kept
    assert checked_number(kept) == kept
    assert Decimal(readable_value(NUMBER, kept).replace(",", "")) == number


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("1,200", "1200"), ("1 200.50", "1200.5"), ("−3", "-3"), (".5", "0.5"),
     ("007", "7"), ("-0.0", "0"), ("12\N{NO-BREAK SPACE}000", "12000"), ("  ", "")],
)  # fmt: skip
def test_numbers_are_kept_in_one_form(typed: str, kept: str) -> None:
    assert checked_number(typed) == kept


@pytest.mark.parametrize("typed", ["3,5", "€3.5", "3%", "1,20", "1e5", ".", "-", "٣"])
def test_what_could_be_another_number_is_none(typed: str) -> None:
    with pytest.raises(InvalidValue, match="is not a number"):
        checked_number(typed)


@pytest.mark.parametrize("typed", ["2022-13", "last May", "22-11-08", "2022-02-30"])
def test_a_date_is_a_day_a_month_or_a_year(typed: str) -> None:
    with pytest.raises(InvalidValue, match="date"):
        checked_date(typed)


def test_values_of_several_documents_are_one_step(
    project: Project, documents: list[DocumentId]
) -> None:
    budget = create_attribute(project, DOCUMENT, "Budget", NUMBER)
    steps = len(project.history.steps())
    assert set_values(project, budget, documents, "1,200") == 3
    assert set_values(project, budget, documents, "1200") == 0
    assert project.attributes.values(DOCUMENT) == {
        it: {budget: "1200"} for it in documents
    }
    assert len(project.history.steps()) == steps + 1
    set_values(project, budget, documents[:1], "")
    assert project.attributes.counts() == {budget: 2}
    project.undo()
    project.undo()
    assert project.attributes.counts() == {}


def test_a_value_of_nothing_is_refused(project: Project) -> None:
    budget = create_attribute(project, DOCUMENT, "Budget", NUMBER)
    with pytest.raises(NotFound):
        set_values(project, budget, [7, 8], "3")


def test_a_choice_is_taken_in_any_case_and_added_only_if_wished(
    project: Project, documents: list[DocumentId]
) -> None:
    country = create_attribute(project, DOCUMENT, "Country", CHOICE, ["Japan", "Korea"])
    set_values(project, country, documents[:1], "japan")
    with pytest.raises(InvalidValue, match="“Japan”, “Korea”"):
        set_values(project, country, documents, "China")
    set_values(project, country, documents[1:2], "China", adds_choice=True)
    assert values(project, country) == ["Japan", "China"]
    assert project.attributes.get(country).choices == ("Japan", "Korea", "China")
    project.undo()
    assert project.attributes.get(country).choices == ("Japan", "Korea")


def test_a_type_that_does_not_fit_is_refused_with_the_first_and_how_many(
    project: Project, documents: list[DocumentId]
) -> None:
    remark = create_attribute(project, DOCUMENT, "Remark")
    for document_id, text in zip(documents, ("1,200", "many", "few"), strict=True):
        set_values(project, remark, [document_id], text)
    with pytest.raises(InvalidValue, match="2 values .*, the first “many” of “beta”"):
        retype_attribute(project, remark, NUMBER)
    assert values(project, remark) == ["1,200", "many", "few"]
    assert project.attributes.get(remark).type is AttributeType.TEXT


def test_a_type_that_fits_takes_the_values_along_and_back(
    project: Project, documents: list[DocumentId]
) -> None:
    remark = create_attribute(project, DOCUMENT, "Remark")
    for document_id, text in zip(documents, ("1,200", "3.50", "1,200"), strict=True):
        set_values(project, remark, [document_id], text)
    retype_attribute(project, remark, NUMBER)
    assert values(project, remark) == ["1200", "3.5", "1200"]
    retype_attribute(project, remark, CHOICE)
    assert project.attributes.get(remark).choices == ("1200", "3.5")
    project.undo()
    project.undo()
    assert values(project, remark) == ["1,200", "3.50", "1,200"]


def test_a_removed_attribute_comes_back_from_the_bin_with_its_values(
    project: Project, documents: list[DocumentId]
) -> None:
    budget = create_attribute(project, DOCUMENT, "Budget", NUMBER)
    set_values(project, budget, documents, "7")
    remove_attribute(project, budget)
    assert project.attributes.all() == []
    (entry,) = project.bin.all()
    assert entry.name == "Budget"
    restore(project, [entry])
    assert project.attributes.counts() == {budget: 3}


@pytest.mark.parametrize("name", ["", "  ", "budget", "Title", "words"])
def test_a_name_that_is_empty_taken_or_built_in_is_refused(
    project: Project, name: str
) -> None:
    create_attribute(project, DOCUMENT, "Budget")
    other = create_attribute(project, DOCUMENT, "Other")
    with pytest.raises(InvalidValue):
        create_attribute(project, DOCUMENT, name)
    with pytest.raises(InvalidValue):
        rename_attribute(project, other, name)
    rename_attribute(project, other, "OTHER")
    create_attribute(project, Subject.CASE, "Budget")
    names = [it.name for it in project.attributes.all(DOCUMENT)]
    assert names == ["Budget", "OTHER"]


def test_attributes_stand_in_the_order_they_are_put_in(project: Project) -> None:
    ids = [create_attribute(project, DOCUMENT, name) for name in "abc"]
    place_attributes(project, [ids[2], ids[0], ids[1]])
    assert [it.name for it in project.attributes.all(DOCUMENT)] == ["c", "a", "b"]


def test_renaming_a_choice_renames_its_values(
    project: Project, documents: list[DocumentId]
) -> None:
    country = create_attribute(project, DOCUMENT, "Country", CHOICE, ["Japan", "Korea"])
    set_values(project, country, documents, "Japan")
    rename_choice(project, country, "japan", "Nippon")
    assert values(project, country) == ["Nippon"] * 3
    with pytest.raises(InvalidValue, match="already a choice"):
        rename_choice(project, country, "Nippon", "korea")
    add_choice(project, country, "China")
    place_choices(project, country, ["China", "Nippon", "Korea"])
    assert project.attributes.get(country).choices == ("China", "Nippon", "Korea")


def test_a_choice_in_use_goes_only_with_its_values(
    project: Project, documents: list[DocumentId]
) -> None:
    country = create_attribute(project, DOCUMENT, "Country", CHOICE, ["Japan", "Korea"])
    set_values(project, country, documents[:2], "Japan")
    with pytest.raises(InvalidValue, match="value of 2 documents"):
        remove_choice(project, country, "Japan")
    remove_choice(project, country, "Korea")
    remove_choice(project, country, "Japan", clears=True)
    assert project.attributes.get(country).choices == ()
    assert values(project, country) == []


def test_cases_are_renamed_and_removed_with_their_values(project: Project) -> None:
    group = create_case(project, "Working group")
    began = create_attribute(project, Subject.CASE, "Began", DATE)
    set_values(project, began, [group], "2022-11")
    assert create_case(project, "working GROUP") == group
    other = create_case(project, "Other")
    with pytest.raises(InvalidValue, match="already a case"):
        rename_case(project, other, "Working group")
    rename_case(project, group, "Controls group")
    remove_cases(project, [group])
    assert project.attributes.counts() == {}
    (entry,) = project.bin.all()
    restore(project, [entry])
    assert project.attributes.values(Subject.CASE) == {group: {began: "2022-11"}}
