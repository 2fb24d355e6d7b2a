"""Values from CSV files: good lines come in, each bad one is a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ImportText
from workbench.errors import InvalidValue, UnreadableFile
from workbench.model.attributes import AttributeType, Subject
from workbench.operations.attributes import create_attribute
from workbench.operations.cases import create_case
from workbench.operations.value_files import import_values
from workbench.project import Project


def csv_file(folder: Path, *lines: str) -> Path:
    path = folder / "values.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def shown(project: Project) -> dict[str, dict[str, str]]:
    names = {it.id: it.name for it in project.attributes.all()}
    titles = {it.id: it.name for it in project.documents.all()}
    found = project.attributes.values(Subject.DOCUMENT).items()
    return {
        titles[it]: {names[key]: text for key, text in values.items()}
        for it, values in found
    }


def test_good_lines_come_in_and_bad_ones_are_told(
    project: Project, import_text: ImportText, tmp_path: Path
) -> None:
    alpha, beta = (import_text(f"Text of {it}.", it) for it in ("alpha", "beta"))
    kinds = AttributeType.CHOICE
    create_attribute(project, Subject.DOCUMENT, "Country", kinds, ["Japan", "Korea"])
    path = csv_file(
        tmp_path,
        "document;country;Who",
        "ALPHA;japan;'=Ada",
        f"{beta};Mars;Bob",
        "nowhere;Korea;Eve",
        ";;",
        f"{beta};;Eve",
    )
    steps = len(project.history.steps())
    imported = import_values(project, path)
    assert imported.values == 3
    assert imported.created == ("Who",)
    assert [it.split(":")[0] for it in imported.problems] == ["Line 3", "Line 4"]
    assert shown(project) == {
        "alpha": {"Country": "Japan", "Who": "=Ada"},
        "beta": {"Who": "Eve"},
    }
    assert len(project.history.steps()) == steps + 1
    project.undo()
    assert shown(project) == {}
    assert [it.name for it in project.attributes.all()] == ["Country"]
    assert project.documents.get(alpha).name == "alpha"


def test_what_is_a_name_here_and_an_id_there_is_told(
    project: Project, import_text: ImportText, tmp_path: Path
) -> None:
    first = import_text("One.", "one")
    import_text("Two.", str(first))
    imported = import_values(project, csv_file(tmp_path, "it,Who", f"{first},Ada"))
    assert imported.values == 0
    assert "name or id of 2 documents" in imported.problems[0]


def test_cases_have_values_from_files_too(project: Project, tmp_path: Path) -> None:
    group = create_case(project, "Working group")
    path = csv_file(tmp_path, "case\tLed by", "working group\tAda")
    import_values(project, path, Subject.CASE)
    assert project.history.steps()[-1].label == f"Set values from “{path.name}”"
    (attribute,) = project.attributes.all(Subject.CASE)
    assert project.attributes.values(Subject.CASE) == {group: {attribute.id: "Ada"}}


@pytest.mark.parametrize("header", ["document", "document,,b", "d,A,a", "d,title"])
def test_a_header_that_names_no_attributes_is_refused(
    project: Project, tmp_path: Path, header: str
) -> None:
    with pytest.raises(InvalidValue):
        import_values(project, csv_file(tmp_path, header, "x,y,z"))
    assert project.attributes.all() == []


def test_a_file_that_is_not_there_is_told(project: Project, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        import_values(project, tmp_path / "nothing.csv")
