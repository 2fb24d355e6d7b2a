"""The rows and columns of a matrix, and for which of them a passage counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from workbench.errors import InvalidValue
from workbench.model.attributes import Attribute, AttributeType, Subject
from workbench.model.ids import DocumentId, PassageId, TagId
from workbench.model.matrices import Key, MatrixDefinition, MatrixEntry, MatrixKind
from workbench.model.tags import Tag
from workbench.operations.values import readable_value
from workbench.text.folding import folded
from workbench.views import ProjectView

NO_VALUE = "No value"

Numbers = tuple[int, ...]
ColumnsOf = Callable[[PassageId, DocumentId], Numbers]


class TagAxis:
    """The tags of a matrix; `masks` has a bit for each row a tagging counts for."""

    def __init__(self, tags: Sequence[Tag], definition: MatrixDefinition) -> None:
        parents = {it.id: it.parent_id for it in tags}
        chosen = _with_those_beneath(tags, definition.tags)
        self.entries = [
            MatrixEntry(it.id, it.path, color=it.color)
            for it in tags
            if it.id in chosen
        ]
        bits = {it.key: 1 << number for number, it in enumerate(self.entries)}
        self.masks: dict[TagId, int] = {}
        for tag in tags:  # Parents come before children.
            parent = parents[tag.id]
            above = self.masks[parent] if parent and definition.with_beneath else 0
            self.masks[tag.id] = above | bits.get(tag.id, 0)


def columns_of(
    view: ProjectView, definition: MatrixDefinition
) -> tuple[list[MatrixEntry], ColumnsOf]:
    """Return the columns, other than tags, and what says which a passage is in."""
    match definition.kind:
        case MatrixKind.CASE:
            return _cases(view)
        case MatrixKind.ATTRIBUTE:
            return _values(view, definition)
        case _:
            return _documents(view, definition)


def attribute_of(view: ProjectView, definition: MatrixDefinition) -> Attribute:
    """Return the attribute whose values are columns; refused where there is none."""
    if definition.attribute_id is None:
        raise InvalidValue("Choose the attribute whose values are to be columns.")
    return view.attributes.get(definition.attribute_id)


def _with_those_beneath(tags: Sequence[Tag], wanted: Sequence[TagId]) -> set[TagId]:
    """Return these tags and those beneath them; without any, all."""
    chosen: set[TagId] = set()
    for tag in tags:
        if not wanted or tag.id in wanted or tag.parent_id in chosen:
            chosen.add(tag.id)
    return chosen


def _documents(
    view: ProjectView, definition: MatrixDefinition
) -> tuple[list[MatrixEntry], ColumnsOf]:
    titles = view.passage_rows.titles()
    only = set(definition.documents or titles)
    ordered = sorted(only & titles.keys(), key=lambda it: (folded(titles[it]), it))
    columns: dict[int, Numbers] = {it: (number,) for number, it in enumerate(ordered)}
    entries = [MatrixEntry(it, titles[it]) for it in ordered]
    return entries, lambda _passage, document: columns.get(document, ())


def _cases(view: ProjectView) -> tuple[list[MatrixEntry], ColumnsOf]:
    entries = [MatrixEntry(it.id, it.name) for it in view.cases.all()]
    numbers: dict[Key, int] = {it.key: number for number, it in enumerate(entries)}
    of_document, of_passage = _members(view)

    def found(passage: PassageId, document: DocumentId) -> Numbers:
        cases = {*of_document.get(document, ()), *of_passage.get(passage, ())}
        return tuple(sorted(numbers[it] for it in cases))

    return entries, found


def _values(
    view: ProjectView, definition: MatrixDefinition
) -> tuple[list[MatrixEntry], ColumnsOf]:
    attribute = attribute_of(view, definition)
    values = {
        it.subject_id: it.text for it in view.attributes.values_under(attribute.id)
    }
    ordered = sorted(set(values.values()), key=lambda it: _rank(attribute, it))
    entries = [
        MatrixEntry(it, readable_value(attribute.type, it)) for it in ordered
    ] + [MatrixEntry("", NO_VALUE)]
    numbers = {it: number for number, it in enumerate(ordered)}
    columns = {subject: numbers[it] for subject, it in values.items()}
    missing = (len(ordered),)
    if attribute.subject is Subject.DOCUMENT:
        single = {subject: (number,) for subject, number in columns.items()}
        return entries, lambda _passage, document: single.get(document, missing)
    of_document, of_passage = _members(view)

    def found(passage: PassageId, document: DocumentId) -> Numbers:
        cases = {*of_document.get(document, ()), *of_passage.get(passage, ())}
        own = {columns[it] for it in cases if it in columns}
        return tuple(sorted(own)) or missing

    return entries, found


def _members(
    view: ProjectView,
) -> tuple[Mapping[int, list[int]], Mapping[int, list[int]]]:
    """Return the cases of each document, and of each passage that mentions one."""
    of_document: dict[int, list[int]] = defaultdict(list)
    of_passage: dict[int, list[int]] = defaultdict(list)
    for case_id, document_id in view.matrices.case_documents():
        of_document[document_id].append(case_id)
    for case_id, passage_id in view.matrices.mentions():
        of_passage[passage_id].append(case_id)
    return of_document, of_passage


def _rank(attribute: Attribute, value: str) -> tuple[object, ...]:
    """Return what puts values into the order in which people expect them."""
    if attribute.type is AttributeType.NUMBER:
        try:
            return Decimal(value), value
        except InvalidOperation:  # pragma: no cover - judged when opened
            return Decimal(0), value
    if attribute.type is AttributeType.CHOICE and value in attribute.choices:
        return 0, attribute.choices.index(value), value
    if attribute.type is AttributeType.CHOICE:
        return 1, 0, value
    return folded(value), value
