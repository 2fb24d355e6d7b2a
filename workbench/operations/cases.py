"""Naming the things that are described across documents."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.errors import InvalidValue
from workbench.model.ids import CaseId
from workbench.operations.labels import counted, quoted
from workbench.project import Project


def create_case(project: Project, name: str) -> CaseId:
    """Create a case, or return the one of this name."""
    name = _checked(name)
    with project.operation(f"Create case {quoted(name)}") as edit:
        case = edit.cases.named(name)
        return case.id if case else edit.cases.add(name)


def rename_case(project: Project, case_id: CaseId, name: str) -> None:
    """Give a case another name; rows of tables keep theirs."""
    name = _checked(name)
    with project.operation(f"Rename case to {quoted(name)}") as edit:
        same = edit.cases.named(name)
        if same is not None and same.id != case_id:
            raise InvalidValue(
                f"There is already a case {quoted(name)}; choose another name."
            )
        if edit.cases.get(case_id).name != name:
            edit.cases.rename(case_id, name)


def remove_cases(project: Project, ids: Sequence[CaseId]) -> None:
    """Put cases into the bin; the rows of tables that described them stay."""
    with project.operation(counted("Delete", len(ids), "case")) as edit:
        for case_id in ids:
            edit.put_into_bin("cases", case_id, edit.cases.get(case_id).name)
            edit.cases.remove(case_id)


def _checked(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise InvalidValue("A case needs a name; type one.")
    return name
