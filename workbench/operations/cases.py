"""Cases: the things that are described across documents, and what they are called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.errors import InvalidValue
from workbench.model.aliases import LONGEST_NAME, AliasGroup, AliasName, some_names
from workbench.model.cases import Case
from workbench.model.ids import AliasGroupId, CaseId, DocumentId
from workbench.operations.aliases import add_group, remove_groups, set_names
from workbench.operations.labels import counted, quoted
from workbench.project import Project
from workbench.text.alias_lines import are_alike, key_of, read_line, tidied_name
from workbench.views import Edit, Stores


def create_case(project: Project, name: str, kind: str = "") -> CaseId:
    """Create a case, or return the one of this name; `kind` is for a new one."""
    name = _checked(name)
    with project.operation(f"Create case {quoted(name)}") as edit:
        case = edit.cases.named(name)
        return case.id if case else edit.cases.add(name, _single_spaced(kind))


def rename_case(project: Project, case_id: CaseId, name: str) -> None:
    """Give a case another name; the old one stays an alias, rows keep their names."""
    name = _checked(name)
    with project.operation(f"Rename case to {quoted(name)}") as edit:
        same = edit.cases.named(name)
        if same is not None and same.id != case_id:
            raise InvalidValue(
                f"There is already a case {quoted(name)}; choose another name."
            )
        case = edit.cases.get(case_id)
        if case.name != name:
            known = names_of(edit, case)
            edit.cases.rename(case_id, name)
            _set_names(project, edit, edit.cases.get(case_id), known)
            edit.label = f"Rename case to {quoted(name)}"


def set_kind(project: Project, ids: Sequence[CaseId], kind: str) -> None:
    """Say what kind of things cases are; an empty kind says nothing."""
    kind = _single_spaced(kind)
    with project.operation(f"Set kind to {quoted(kind)}") as edit:
        if not kind:
            edit.label = counted("Clear kind of", len(ids), "case")
        for case_id in ids:
            if edit.cases.get(case_id).kind != kind:
                edit.cases.set_kind(case_id, kind)


def kinds(view: Stores) -> list[str]:
    """Return the kinds that cases have, each once, by name."""
    used = {it.kind for it in view.cases.all() if it.kind}
    return sorted(used, key=str.casefold)


def remove_cases(project: Project, ids: Sequence[CaseId]) -> None:
    """Put cases into the bin; the rows of tables that described them stay.

    So do their names in the register of aliases, and the passages that mention them.
    """
    with project.operation(counted("Delete", len(ids), "case")) as edit:
        for case_id in ids:
            edit.put_into_bin("cases", case_id, edit.cases.get(case_id).name)
            edit.cases.remove(case_id)


def add_documents(
    project: Project, case_id: CaseId, documents: Sequence[DocumentId]
) -> None:
    """Put documents into a case; those that are in it already stay."""
    with project.operation(counted("Put", len(documents), "document")) as edit:
        name = quoted(edit.cases.get(case_id).name)
        edit.label = f"{counted('Put', len(documents), 'document')} into {name}"
        for document_id in documents:
            edit.documents.title(document_id)
            edit.cases.add_document(case_id, document_id)


def remove_documents(
    project: Project, case_id: CaseId, documents: Sequence[DocumentId]
) -> None:
    """Take documents out of a case; what was confirmed in them stays."""
    with project.operation(counted("Take", len(documents), "document")) as edit:
        name = quoted(edit.cases.get(case_id).name)
        edit.label = f"{counted('Take', len(documents), 'document')} out of {name}"
        for document_id in documents:
            edit.cases.remove_document(case_id, document_id)


def names_of(view: Stores, case: Case) -> tuple[AliasName, ...]:
    """Return what texts may call a case: its group of aliases, or else its own name.

    A name without a letter or digit, or longer than an alias may be, is not among them.
    """
    if case.alias_group_id is not None:
        return view.aliases.get(case.alias_group_id).names
    own = _own_name(case)
    return (own,) if own else ()


def set_aliases(project: Project, case_id: CaseId, names: Sequence[str]) -> None:
    """Let a case have these names beside its own, written as in the register.

    They are a group of the register of aliases, together with the case's own name
    where that is one that can be looked for. Where one of them is in a group already,
    the case joins that group, whose names it gets; names of two groups are refused.
    Without any name the group goes to the bin, unless another case has it too.
    """
    typed = [name for line in names for name in read_line(line).names]
    with project.operation("Change aliases") as edit:
        case = edit.cases.get(case_id)
        _set_names(project, edit, case, typed)
        edit.label = f"Change aliases of {quoted(case.name)}"


def _set_names(
    project: Project, edit: Edit, case: Case, names: Sequence[AliasName]
) -> None:
    own = _own_name(case)
    if own is not None and not any(are_alike(own, it) for it in names):
        names = [own, *names]
    own_id = case.alias_group_id
    if len(_each_once(names)) < 2:
        _leave_group(project, edit, case)
        return
    joined = _group_to_join(edit, case, names)
    if joined is not None:
        edit.cases.set_aliases(case.id, joined.id)
        set_names(project, joined.id, _each_once([*joined.names, *names]))
    elif own_id is not None:
        set_names(project, own_id, names)
    else:
        edit.cases.set_aliases(case.id, add_group(project, names))


def _group_to_join(
    edit: Edit, case: Case, names: Sequence[AliasName]
) -> AliasGroup | None:
    """Return the other group that has any of the names; two at once are refused."""
    own_id = case.alias_group_id
    holding = [it for it in edit.aliases.groups() if it.id == own_id or _has(it, names)]
    if len(holding) > 1:
        one, other = (quoted(some_names(it.names)) for it in holding[:2])
        raise InvalidValue(
            f"These names belong to two groups of aliases, {one} and {other}; take a"
            " name out of one of them first."
        )
    return next((it for it in holding if it.id != own_id), None)


def _leave_group(project: Project, edit: Edit, case: Case) -> None:
    group_id = case.alias_group_id
    if group_id is None:
        return
    if _is_shared(edit, group_id):
        edit.cases.set_aliases(case.id, None)
    else:
        remove_groups(project, [group_id])


def _is_shared(view: Stores, group_id: AliasGroupId) -> bool:
    return sum(it.alias_group_id == group_id for it in view.cases.all()) > 1


def _has(group: AliasGroup, names: Iterable[AliasName]) -> bool:
    return any(are_alike(held, name) for name in names for held in group.names)


def _each_once(names: Iterable[AliasName]) -> list[AliasName]:
    kept: list[AliasName] = []
    for name in names:
        if not any(are_alike(name, it) for it in kept):
            kept.append(name)
    return kept


def _own_name(case: Case) -> AliasName | None:
    text = tidied_name(case.name)
    return AliasName(text) if key_of(text) and len(text) <= LONGEST_NAME else None


def _checked(name: str) -> str:
    name = _single_spaced(name)
    if not name:
        raise InvalidValue("A case needs a name; type one.")
    return name


def _single_spaced(text: str) -> str:
    return " ".join(text.split())
