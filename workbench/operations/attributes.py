"""Describing documents and cases by attributes of one's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench.errors import InvalidValue, NotFound
from workbench.model.attributes import Attribute, AttributeType, Subject, Value
from workbench.model.ids import AttributeId, CaseId, DocumentId
from workbench.operations.labels import quoted
from workbench.operations.values import checked_value
from workbench.project import Project
from workbench.views import Edit, ProjectView

BUILT_IN: Mapping[Subject, frozenset[str]] = {
    Subject.DOCUMENT: frozenset(
        {"id", "name", "title", "date", "source", "words", "passages", "tag"}
    ),
    Subject.CASE: frozenset({"id", "name"}),
}
"""What documents and cases have anyway, by names that no attribute may take."""

_NOT_FITTING = {
    AttributeType.NUMBER: ("is not a number", "are not numbers"),
    AttributeType.DATE: ("is not a date", "are not dates"),
    AttributeType.CHOICE: ("is none of the choices", "are none of the choices"),
}


def create_attribute(
    project: Project,
    subject: Subject,
    name: str,
    kind: AttributeType = AttributeType.TEXT,
    choices: Sequence[str] = (),
) -> AttributeId:
    """Create an attribute, after the others of its subject."""
    with project.operation("Create attribute") as edit:
        name = _checked_name(edit, subject, name)
        edit.label = f"Create attribute {quoted(name)}"
        checked = checked_choices(choices) if kind is AttributeType.CHOICE else ()
        return edit.attributes.add(subject, name, kind, checked)


def rename_attribute(project: Project, attribute_id: AttributeId, name: str) -> None:
    """Give an attribute another name."""
    with project.operation("Rename attribute") as edit:
        attribute = edit.attributes.get(attribute_id)
        name = _checked_name(edit, attribute.subject, name, attribute)
        edit.label = f"Rename attribute to {quoted(name)}"
        if name != attribute.name:
            edit.attributes.rename(attribute_id, name)


def retype_attribute(
    project: Project,
    attribute_id: AttributeId,
    kind: AttributeType,
    choices: Sequence[str] = (),
) -> None:
    """Let values be of another type; refused while any of them does not fit.

    An attribute that becomes a choice without `choices` takes its values for them.
    """
    with project.operation("Change type") as edit:
        before = edit.attributes.get(attribute_id)
        edit.label = f"Change type of {quoted(before.name)} to {kind}"
        values = edit.attributes.values_under(attribute_id)
        if kind is AttributeType.CHOICE and not choices:
            choices = before.choices or _distinct(values)
        checked = checked_choices(choices) if kind is AttributeType.CHOICE else ()
        after = Attribute(attribute_id, before.subject, before.name, kind, checked)
        fitted = _fitted(edit, after, values)
        edit.attributes.retype(attribute_id, kind, checked)
        for value in values:
            edit.attributes.set_value(after, value.subject_id, fitted[value.id])


def place_attributes(project: Project, ids: Sequence[AttributeId]) -> None:
    """Let the attributes of one subject come in this order."""
    with project.operation("Order attributes") as edit:
        edit.attributes.place(ids)


def remove_attribute(project: Project, attribute_id: AttributeId) -> None:
    """Put an attribute into the bin with all its values."""
    with project.operation("Remove attribute") as edit:
        name = edit.attributes.get(attribute_id).name
        edit.label = f"Remove attribute {quoted(name)}"
        edit.put_into_bin("attributes", attribute_id, name)
        edit.attributes.remove(attribute_id)


def set_values(
    project: Project,
    attribute_id: AttributeId,
    ids: Sequence[int],
    typed: str,
    *,
    adds_choice: bool = False,
) -> int:
    """Set a value for documents or cases, which an empty text clears.

    With `adds_choice` a new choice is added to the attribute instead of refused.
    Returns how many values were changed.
    """
    with project.operation("Set value") as edit:
        attribute = edit.attributes.get(attribute_id)
        if adds_choice and attribute.type is AttributeType.CHOICE and typed.strip():
            attribute = _with_choice(edit, attribute, typed)
        value = checked_value(attribute, typed)
        names = [name_of(edit, attribute.subject, it) for it in ids]
        of = quoted(names[0]) if len(ids) == 1 else f"{len(ids):,} {attribute.subject}s"
        verb = "Set" if value else "Clear"
        edit.label = f"{verb} {quoted(attribute.name)} of {of}"
        return sum(edit.attributes.set_value(attribute, it, value) for it in ids)


def checked_choices(choices: Sequence[str]) -> tuple[str, ...]:
    """Return choices with the blanks around them gone; none may come twice."""
    cleaned = [" ".join(it.split()) for it in choices]
    folded = [it.casefold() for it in cleaned]
    for place, name in enumerate(folded):
        if not name:
            raise InvalidValue("A choice needs a name; type one.")
        if name in folded[:place]:
            raise InvalidValue(
                f"There is already a choice {quoted(cleaned[place])}; choose another"
                " name."
            )
    return tuple(cleaned)


def find_attribute(view: ProjectView | Edit, subject: Subject, name: str) -> Attribute:
    """Return the attribute of this name, in any case; `NotFound` names the others."""
    found = view.attributes.named(subject, name)
    if found is None:
        names = ", ".join(quoted(it.name) for it in view.attributes.all(subject))
        raise NotFound(
            f"No attribute of {subject}s is called {quoted(name)}; there"
            f" {'are ' + names if names else 'is none yet'}."
        )
    return found


def name_of(edit: Edit, subject: Subject, subject_id: int) -> str:
    """Return a document's title or a case's name; `NotFound` when it is not there."""
    if subject is Subject.DOCUMENT:
        document = edit.documents.get(DocumentId(subject_id))
        return document.title or document.name
    return edit.cases.get(CaseId(subject_id)).name


def _fitted(
    edit: Edit, attribute: Attribute, values: Sequence[Value]
) -> dict[int, str]:
    """Return the values as the attribute keeps them, or refuse them all."""
    fitted = {}
    misfits = []
    for value in values:
        try:
            fitted[value.id] = checked_value(attribute, value.text)
        except InvalidValue:
            misfits.append(value)
    if misfits:
        first = misfits[0]
        whose = name_of(edit, attribute.subject, first.subject_id)
        one, many = _NOT_FITTING[attribute.type]
        count = len(misfits)
        raise InvalidValue(
            f"{count:,} {'value' if count == 1 else 'values'} of"
            f" {quoted(attribute.name)} {one if count == 1 else many},"
            f" the first {quoted(first.text)} of {quoted(whose)}; correct"
            f" {'it' if count == 1 else 'them'}, then change the type."
        )
    return fitted


def _distinct(values: Sequence[Value]) -> list[str]:
    """Return the values once each, letter case apart, in alphabetical order."""
    once = {" ".join(it.text.split()).casefold(): it.text for it in reversed(values)}
    return [once[folded] for folded in sorted(once)]


def _with_choice(edit: Edit, attribute: Attribute, typed: str) -> Attribute:
    wanted = " ".join(typed.split())
    if wanted.casefold() in {it.casefold() for it in attribute.choices}:
        return attribute
    choices = (*attribute.choices, wanted)
    edit.attributes.retype(attribute.id, attribute.type, choices)
    return edit.attributes.get(attribute.id)


def _checked_name(
    edit: Edit, subject: Subject, name: str, renamed: Attribute | None = None
) -> str:
    name = " ".join(name.split())
    if not name:
        raise InvalidValue("An attribute needs a name; type one.")
    if name.casefold() in BUILT_IN[subject]:
        raise InvalidValue(
            f"Every {subject} has {quoted(name)} already; choose another name."
        )
    same = edit.attributes.named(subject, name)
    if same is not None and (renamed is None or same.id != renamed.id):
        raise InvalidValue(
            f"There is already an attribute {quoted(name)}; choose another name."
        )
    return name
