"""Filters of passages in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.model.attributes import Attribute, AttributeType
from workbench.model.ids import AttributeId, DocumentId, TagId
from workbench.model.matrices import MatrixCell, MatrixKind
from workbench.model.passage_filters import AttributeCondition, PassageFilter
from workbench.operations.labels import quoted
from workbench.operations.matrix_words import cell_in_words
from workbench.operations.values import readable_value
from workbench.views import ProjectView

GONE = "something deleted"


@dataclass(frozen=True, slots=True)
class FilterNames:
    """What the things that filters speak of are called."""

    tags: Mapping[TagId, str]
    documents: Mapping[DocumentId, str]
    attributes: Mapping[AttributeId, Attribute]
    cases: Mapping[int, str]

    @classmethod
    def of(cls, view: ProjectView) -> FilterNames:
        """Read the names."""
        return cls(
            {it.id: it.path for it in view.tags.all()},
            view.passage_rows.titles(),
            {it.id: it for it in view.attributes.all()},
            {it.id: it.name for it in view.cases.all()},
        )

    def sentence(self, wanted: PassageFilter) -> str:
        """Say what a filter shows: `Passages tagged aim, near export`."""
        return " ".join(["Passages", self.phrase(wanted)]).strip()

    def phrase(self, wanted: PassageFilter) -> str:
        """Say what a filter asks for, or a part of one: `tagged aim and not scope`."""
        phrases = (
            self._tagged(wanted),
            self._in_cell(wanted.cell) if wanted.cell else "",
            "without a tag" if wanted.is_untagged else "",
            self._listed("overlapping", wanted.overlapping),
            self._listed("near", wanted.near),
            f"tagged by {wanted.tagged_by}" if wanted.tagged_by else "",
            _marked(wanted),
            self._placed(wanted),
            "with a note" if wanted.has_note else "",
            "to be reviewed" if wanted.needs_review else "",
            _worded(wanted.words),
            "" if wanted.with_beneath else "tags beneath left out",
        )
        return ", ".join(filter(None, phrases))

    def _tagged(self, wanted: PassageFilter) -> str:
        any_of = self._listed("", wanted.any_of, "or")
        if wanted.all_of and len(wanted.any_of) > 1:
            any_of = f"({any_of})"
        having = [it for it in (self._listed("", wanted.all_of), any_of) if it]
        missing = self._listed("not", wanted.none_of, "or")
        if not having:
            return missing.replace("not", "not tagged", 1)
        return f"tagged {' and '.join([*having, *([missing] if missing else [])])}"

    def _in_cell(self, cell: MatrixCell) -> str:
        row = "" if cell.row is None else self.tags.get(cell.row, GONE)
        attribute = self.attributes.get(cell.definition.attribute_id or AttributeId(0))
        column = self._column(cell, attribute)
        return cell_in_words(cell, row, column, attribute.name if attribute else GONE)

    def _column(self, cell: MatrixCell, attribute: Attribute | None) -> str:
        if cell.column is None:
            return ""
        if isinstance(cell.column, str):
            kind = attribute.type if attribute else AttributeType.TEXT
            return readable_value(kind, cell.column)
        sides: dict[MatrixKind, Mapping[Any, str]] = {
            MatrixKind.DOCUMENT: self.documents,
            MatrixKind.CASE: self.cases,
        }
        return sides.get(cell.definition.kind, self.tags).get(cell.column, GONE)

    def _listed(self, before: str, ids: Iterable[TagId], joint: str = "and") -> str:
        names = f" {joint} ".join(self.tags.get(it, GONE) for it in ids)
        return f"{before} {names}".strip() if names else ""

    def _placed(self, wanted: PassageFilter) -> str:
        titles = [quoted(self.documents.get(it, GONE)) for it in wanted.documents]
        values = " and ".join(map(self._described, wanted.attributes))
        where = f"in {' or '.join(titles)}" if titles else ""
        whose = f"in documents whose {values}" if values else ""
        return ", ".join(filter(None, (where, whose)))

    def _described(self, asked: AttributeCondition) -> str:
        attribute = self.attributes.get(asked.attribute_id)
        if attribute is None:
            return GONE
        value = readable_value(attribute.type, asked.value)
        return f"{attribute.name} {asked.test.value} {value}".strip()


def _marked(wanted: PassageFilter) -> str:
    said = (("by", wanted.marked_by), ("since", wanted.since), ("until", wanted.until))
    pieces = [f"{word} {value}" for word, value in said if value]
    return " ".join(["marked", *pieces]) if pieces else ""


def _worded(typed: str) -> str:
    words = " and ".join(map(quoted, typed.split()))
    return f"with {words} in quote or note" if words else ""
