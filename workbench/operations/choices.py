"""Changing what can be chosen for an attribute."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.errors import InvalidValue, NotFound
from workbench.model.attributes import Attribute, AttributeType
from workbench.model.ids import AttributeId
from workbench.operations.attributes import checked_choices
from workbench.operations.labels import quoted
from workbench.project import Project
from workbench.views import Edit


def add_choice(project: Project, attribute_id: AttributeId, choice: str) -> None:
    """Add a choice after the others."""
    with project.operation("Add choice") as edit:
        attribute = _choosable(edit, attribute_id)
        edit.label = f"Add choice {quoted(choice)} to {quoted(attribute.name)}"
        _keep(edit, attribute, [*attribute.choices, choice])


def rename_choice(
    project: Project, attribute_id: AttributeId, choice: str, name: str
) -> None:
    """Give a choice another name, also wherever it is a value."""
    with project.operation("Rename choice") as edit:
        attribute = _choosable(edit, attribute_id)
        old = _named(attribute, choice)
        edit.label = f"Rename choice {quoted(old)} to {quoted(name)}"
        choices = [name if it == old else it for it in attribute.choices]
        new = _keep(edit, attribute, choices)[choices.index(name)]
        if new != old:
            edit.attributes.change_values(attribute_id, old, new)


def place_choices(
    project: Project, attribute_id: AttributeId, choices: Sequence[str]
) -> None:
    """Let the choices of an attribute come in this order."""
    with project.operation("Order choices") as edit:
        attribute = _choosable(edit, attribute_id)
        edit.label = f"Order choices of {quoted(attribute.name)}"
        if sorted(choices) != sorted(attribute.choices):
            raise InvalidValue("The choices changed meanwhile; order them again.")
        _keep(edit, attribute, choices)


def remove_choice(
    project: Project, attribute_id: AttributeId, choice: str, *, clears: bool = False
) -> None:
    """Remove a choice; one that is a value is refused unless that `clears` those."""
    with project.operation("Remove choice") as edit:
        attribute = _choosable(edit, attribute_id)
        old = _named(attribute, choice)
        edit.label = f"Remove choice {quoted(old)} of {quoted(attribute.name)}"
        values = edit.attributes.values_under(attribute_id)
        count = sum(it.text == old for it in values)
        if count and not clears:
            whose = attribute.subject if count == 1 else f"{attribute.subject}s"
            raise InvalidValue(
                f"{quoted(old)} is the value of {count:,} {whose}; rename it, or clear"
                " those values with it."
            )
        edit.attributes.change_values(attribute_id, old, "")
        _keep(edit, attribute, [it for it in attribute.choices if it != old])


def _choosable(edit: Edit, attribute_id: AttributeId) -> Attribute:
    attribute = edit.attributes.get(attribute_id)
    if attribute.type is not AttributeType.CHOICE:
        raise InvalidValue(
            f"{quoted(attribute.name)} has no choices; make it a choice first."
        )
    return attribute


def _named(attribute: Attribute, choice: str) -> str:
    wanted = " ".join(choice.split()).casefold()
    for known in attribute.choices:
        if known.casefold() == wanted:
            return known
    raise NotFound(f"{quoted(attribute.name)} has no choice {quoted(choice)}.")


def _keep(edit: Edit, attribute: Attribute, choices: Sequence[str]) -> tuple[str, ...]:
    checked = checked_choices(choices)
    edit.attributes.retype(attribute.id, attribute.type, checked)
    return checked
