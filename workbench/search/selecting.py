"""Compiles a tree to SQL: which documents or paragraphs a query holds for.

Values are always bound. Whether a term really stands in a paragraph the index alone
cannot always say; the searcher looks and hands the rows in.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from workbench.model.search import Scope
from workbench.search.indexing.rows import BLOCK_BITS, IN_CONTENT, in_document
from workbench.search.postings import (
    LISTED,
    ROW,
    Select,
    is_wide,
    ranked_rows_of,
    rows_of,
)
from workbench.search.tree import And, Filter, Node, Not, Or, Term


class Selector:
    """Compiles trees for one scope: `rowid >> shift` is what must be the same.

    `rows` are the paragraphs of each term or filter for which somebody has looked.
    What stands in `zones` is found only when asked for. Paragraphs that are `left_out`
    decide as all others which documents match, but are not scored. What is outside of
    the document to look `within` may be selected or not.
    """

    def __init__(
        self,
        scope: Scope,
        rows: Mapping[Term | Filter, Iterable[int]],
        *,
        zones: bool = False,
        left_out: Sequence[int] = (),
        within: int | None = None,
    ) -> None:
        content = "" if zones else f" and {{}} {IN_CONTENT}"
        self._condition = content.format(ROW) + in_document(ROW, within)
        self._paragraphs = (
            "select id from block_index_docsize where true"
            + content.format("id")
            + in_document("id", within)
        )
        self.shift = BLOCK_BITS if scope is Scope.DOCUMENT else 0
        self._rows = {leaf: json.dumps(list(found)) for leaf, found in rows.items()}
        self._left_out = json.dumps(left_out) if left_out else ""

    def chosen(self, node: Node) -> Select:
        """Select the ids of the documents, or rows of paragraphs, that match.

        Each group is named before it is used: SQLite's parser takes only few selects
        inside each other.
        """
        groups: list[Select] = []
        found = self._part(node, groups)
        named = ", ".join(
            f"part{number} (id) as ({group.sql})" for number, group in enumerate(groups)
        )
        bound = tuple(value for group in groups for value in group.parameters)
        sql = f"with {named} {found.sql}" if groups else found.sql
        return Select(sql, bound + found.parameters)

    def _part(self, node: Node, groups: list[Select]) -> Select:
        if isinstance(node, Term):
            return self._term(node)
        if isinstance(node, Filter):
            return self._filter(node)
        groups.append(self._group(node, groups))
        return Select(f"select id from part{len(groups) - 1}")

    def _group(self, node: Not | And | Or, groups: list[Select]) -> Select:
        if isinstance(node, Or):
            return _combine("union", [self._part(part, groups) for part in node.parts])
        parts = node.parts if isinstance(node, And) else (node,)
        denied = [part.part for part in parts if isinstance(part, Not)]
        asked = [part for part in parts if not isinstance(part, Not)]
        wanted = [self._part(part, groups) for part in asked]
        unwanted = [self._part(part, groups) for part in denied]
        found = _combine("intersect", wanted or [self.everything()])
        return _combine("except", [found, *unwanted])

    def documents_with(self, term: Term, documents: str) -> Select | None:
        """Select those of some documents, as JSON, that have a word; None: it cannot.

        It asks the index once for each of them.
        """
        if term in self._rows or is_wide(term):
            return None
        of_document = (
            f"and {ROW} >= document.value << {BLOCK_BITS}"
            f" and {ROW} < (document.value + 1) << {BLOCK_BITS}"
        )
        rows = rows_of(term).where(self._condition).where(of_document)
        return Select(
            f"select value from json_each(?) as document where exists ({rows.sql})",
            (documents, *rows.parameters),
        )

    def placed(
        self, leaf: Term | Filter, *, is_ranked: bool, among: str = "chosen"
    ) -> Select:
        """Select `row` and, if asked, `rank` of the paragraphs where a leaf stands.

        `among` is the table of the ids that they must belong to; empty for any.
        """
        chosen = f">> {self.shift} in (select id from {among})"
        rows = self._rows.get(leaf)
        if isinstance(leaf, Filter):
            return Select(
                "select value as row, 0.0 as rank from json_each(?)"
                f" where value {chosen}",
                (rows or "[]",),
            )
        found = ranked_rows_of(leaf) if is_ranked else rows_of(leaf)
        found = found.where(self._condition)
        if among:
            found = found.where(f"and {ROW} {chosen}")
        if rows is not None:
            found = found.where(f"and +{ROW} in ({LISTED})", rows)
        if self._left_out:
            found = found.where(f"and {ROW} not in ({LISTED})", self._left_out)
        return found

    def left_out(self) -> Select | None:
        """Select the ids of what is left out; None where nothing is."""
        if not self._left_out:
            return None
        sql = f"select value >> {self.shift} as id from json_each(?)"
        return Select(sql, (self._left_out,))

    def _term(self, term: Term) -> Select:
        if term in self._rows:
            sql = f"select value >> {self.shift} from json_each(?)"
            return Select(sql, (self._rows[term],))
        return rows_of(term, f"{ROW} >> {self.shift}").where(self._condition)

    def _filter(self, condition: Filter) -> Select:
        if self.shift:
            return Select(LISTED, (json.dumps(list(condition.documents)),))
        if condition in self._rows:
            sql = f"{self._paragraphs} and id in ({LISTED})"
            return Select(sql, (self._rows[condition],))
        return Select(
            f"{self._paragraphs} and id >> {BLOCK_BITS} in ({LISTED})",
            (json.dumps(list(condition.documents)),),
        )

    def everything(self) -> Select:
        """Select the ids of all documents, or rows of all paragraphs."""
        if self.shift:
            return Select("select id from documents")
        return Select(self._paragraphs)


def _combine(operator: str, selects: list[Select]) -> Select:
    if len(selects) == 1:
        return selects[0]
    return Select(
        f" {operator} ".join(f"select * from ({select.sql})" for select in selects),
        tuple(value for select in selects for value in select.parameters),
    )
