"""Cases: what they are called, what they hold, each change one step."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.conftest import ImportText
from workbench.errors import InvalidValue, NotFound
from workbench.model.aliases import AliasName
from workbench.model.attributes import Subject
from workbench.model.ids import CaseId
from workbench.model.spans import Span
from workbench.operations.aliases import add_group, remove_groups
from workbench.operations.attributes import create_attribute, set_values
from workbench.operations.bin import restore
from workbench.operations.case_lists import case_facts, export_cases
from workbench.operations.cases import (
    add_documents,
    create_case,
    kinds,
    names_of,
    remove_cases,
    remove_documents,
    rename_case,
    set_aliases,
    set_kind,
)
from workbench.operations.mentions import add_mentions
from workbench.operations.passages import mark_passage
from workbench.operations.row_documents import documents_of_case
from workbench.operations.tables import add_case_row, create_table
from workbench.project import Project
from workbench.text.alias_lines import line_of, names_line

HOSTILE = [
    "=cmd|' /C calc'!A0",
    "<b>Group</b> & Söhne",
    "A = B",
    "?! \\ #",
    "“Group” 한국 \u202egroup",
    "x" * 300,
]


def names(project: Project, case_id: CaseId) -> str:
    return names_line(names_of(project, project.cases.get(case_id)))


def register(project: Project) -> list[str]:
    return [line_of(it) for it in project.aliases.groups()]


def test_a_case_has_a_kind_and_the_kinds_are_known(project: Project) -> None:
    first = create_case(project, " Working  group ", " body ")
    second = create_case(project, "Other")
    assert create_case(project, "working GROUP", "else") == first
    assert project.cases.get(first).kind == "body"
    set_kind(project, [first, second], "agreement")
    assert kinds(project) == ["agreement"]
    assert project.undo().label == "Set kind to “agreement”"
    assert kinds(project) == ["body"]
    set_kind(project, [first], "")
    assert kinds(project) == []
    assert project.undo().label == "Clear kind of case"


def test_aliases_are_a_group_of_the_register_with_its_own_name(
    project: Project,
) -> None:
    case = create_case(project, "High Technology Group")
    assert names(project, case) == "High Technology Group"
    assert register(project) == []
    set_aliases(project, case, ["HTWG!", "the Group"])
    assert register(project) == ["High Technology Group = HTWG! = the Group"]
    set_aliases(project, case, ["HTWG!"])
    assert register(project) == ["High Technology Group = HTWG!"]
    assert project.undo().label == "Change aliases of “High Technology Group”"
    assert register(project) == ["High Technology Group = HTWG! = the Group"]
    set_aliases(project, case, [])
    assert register(project) == []
    assert names(project, case) == "High Technology Group"
    project.undo()
    assert names(project, case) == "High Technology Group = HTWG! = the Group"


def test_a_case_joins_the_group_that_has_one_of_its_names(project: Project) -> None:
    add_group(project, [AliasName("US", True), AliasName("United States")])
    case = create_case(project, "America")
    set_aliases(project, case, ["United States", "USA"])
    assert register(project) == ["US! = United States = America = USA"]
    other = create_case(project, "The States")
    set_aliases(project, other, ["USA"])
    assert names(project, case) == names(project, other)
    set_aliases(project, other, [])
    assert names(project, case) == "US! = United States = America = USA = The States"
    assert names(project, other) == "The States"


def test_names_of_two_groups_are_refused_with_both(project: Project) -> None:
    add_group(project, [AliasName("US"), AliasName("USA")])
    add_group(project, [AliasName("UK"), AliasName("Britain")])
    case = create_case(project, "Allies")
    before = register(project)
    with pytest.raises(
        InvalidValue, match=r"two groups of aliases, “US = USA” and “UK"
    ):
        set_aliases(project, case, ["USA", "Britain"])
    set_aliases(project, case, ["the Allies"])
    with pytest.raises(InvalidValue, match="two groups of aliases"):
        set_aliases(project, case, ["the Allies", "USA"])
    assert register(project) == [*before, "Allies = the Allies"]


def test_without_its_group_a_case_is_there_and_called_by_its_name(
    project: Project,
) -> None:
    case = create_case(project, "Group")
    set_aliases(project, case, ["Body"])
    group = project.cases.get(case).alias_group_id
    assert group is not None
    remove_groups(project, [group])
    assert names(project, case) == "Group"
    restore(project, project.bin.all()[:1])
    assert register(project) == ["Group = Body"]
    assert names(project, case) == "Group = Body"


def test_a_renamed_case_keeps_its_old_name_as_alias(project: Project) -> None:
    case = create_case(project, "Working group")
    rename_case(project, case, "High Technology Group")
    assert project.cases.get(case).name == "High Technology Group"
    assert register(project) == ["High Technology Group = Working group"]
    assert project.undo().label == "Rename case to “High Technology Group”"
    assert register(project) == []
    rename_case(project, case, "working GROUP")
    assert register(project) == []
    create_case(project, "Other")
    with pytest.raises(InvalidValue, match="already a case “other”"):
        rename_case(project, case, "other")


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_it_is_called_it_can_be_described(
    project: Project, name: str, tmp_path: Path
) -> None:
    case = create_case(project, name)
    set_aliases(project, case, ["Body", "the Body"])
    rename_case(project, case, f"{name} 2")
    kept = names_of(project, project.cases.get(case))
    assert AliasName("Body") in kept
    set_aliases(project, case, [names_line([it]) for it in kept])
    assert set(names_of(project, project.cases.get(case))) == set(kept)
    assert export_cases(project, tmp_path / "cases.csv", raw=True) == 1
    with (tmp_path / "cases.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["case"] == " ".join(f"{name} 2".split())


def test_documents_are_put_in_and_taken_out(
    project: Project, import_text: ImportText
) -> None:
    one, two, three = (import_text(f"Text {it}.", name=f"memo{it}") for it in range(3))
    case, other = create_case(project, "Group"), create_case(project, "Other")
    add_documents(project, case, [two, one])
    add_documents(project, other, [two])
    passage = mark_passage(project, three, Span(0, 4))
    add_mentions(project, case, [passage])
    assert documents_of_case(project, case) == [one, two, three]
    assert project.cases.counts() == {case: (3, 1), other: (1, 0)}
    assert [it.name for it in project.cases.containing(two)] == ["Group", "Other"]
    remove_documents(project, case, [two, three])
    assert documents_of_case(project, case) == [one, three]
    assert project.undo().label == "Take 2 documents out of “Group”"
    assert project.undo().label == "Add mention of “Group”"
    assert project.undo().label == "Mark passage"
    assert project.undo().label == "Put document into “Other”"
    with pytest.raises(NotFound):
        add_documents(project, CaseId(99), [one])


def test_a_search_for_a_case_finds_its_documents_and_mentions(
    project: Project, import_text: ImportText
) -> None:
    put_in = import_text("The first says nothing.", name="first")
    mentioning = import_text("The Group met. Nothing else.", name="second")
    import_text("Not of it.", name="third")
    case = create_case(project, "Trade Group")
    add_documents(project, case, [put_in])
    add_mentions(project, case, [mark_passage(project, mentioning, Span(4, 9))])
    found = project.search('case:"Trade Group"')
    assert {it.document_id for it in found.hits} == {put_in, mentioning}
    assert {it.document_id for it in project.search("nothing has:case").hits} == {
        put_in,
        mentioning,
    }


def test_removed_and_restored_a_case_has_all_it_had(
    project: Project, import_text: ImportText
) -> None:
    document = import_text("The Group met.")
    case = create_case(project, "Group", "body")
    set_aliases(project, case, ["Body"])
    add_documents(project, case, [document])
    add_mentions(project, case, [mark_passage(project, document, Span(4, 9))])
    (before,) = case_facts(project)
    remove_cases(project, [case])
    assert project.cases.all() == []
    assert register(project) == ["Group = Body"]
    restore(project, project.bin.all()[:1])
    assert case_facts(project) == [before]


def test_all_of_it_goes_out_as_csv(
    project: Project, import_text: ImportText, tmp_path: Path
) -> None:
    document = import_text("The Group met.")
    case = create_case(project, "Group", "body")
    set_aliases(project, case, ["Body!"])
    add_documents(project, case, [document])
    led = create_attribute(project, Subject.CASE, "Led by")
    set_values(project, led, [case], "Ada")
    table = create_table(project, "Bodies")
    add_case_row(project, table, "Group")
    export_cases(project, tmp_path / "cases.csv")
    with (tmp_path / "cases.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row == {
        "case_id": str(case),
        "case": "Group",
        "kind": "body",
        "aliases": "Group = Body!",
        "documents": "memo",
        "mentions": "0",
        "rows": "Bodies › Group",
        "note": "",
        "Led by": "Ada",
    }
