"""Rows that SQLite allows and the workbench never writes.

Whoever reads rows trusts them. So a file that another hand made is looked through
once, when it is opened; times and options by what reads them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from workbench.model.aliases import LONGEST_NAME, MOST_NAMES
from workbench.model.pages import LONGEST_LABEL, MOST_POINTS
from workbench.store.absences import unpack_states
from workbench.store.choices import unpack_choices
from workbench.store.evidence import unpack_stretches
from workbench.store.moments import moment_of
from workbench.store.search_options import unpack_options
from workbench.store.sound_evidence import sound_evidence

MOST_CHARACTERS = 2**32 - 1
"""SQLite keeps no longer text."""

_SPANS = (
    "passages",
    "passage_places",
    "zones",
    "bookmarks",
    "discarded_hits",
    "citations",
    "pages",
)
_MOMENTS = (
    ("versions", "imported_at"),
    ("passages", "created_at"),
    ("zones", "created_at"),
    ("bookmarks", "created_at"),
    ("saved_searches", "created_at"),
    ("discarded_hits", "created_at"),
    ("links", "created_at"),
    ("citations", "created_at"),
    ("mentions", "created_at"),
    ("absences", "asked_at"),
    ("cell_changes", "changed_at"),
    ("saved_matrices", "created_at"),
    ("imported_folders", "imported_at"),
    ("searches", "asked_at"),
    ("notes", "created_at"),
    ("notes", "changed_at"),
    ("steps", "time"),
)
_NO_STRETCH = "a_start < 0 or a_end < a_start or b_start < 0 or b_end < b_start"
_NO_CHOICES = "not is_read('choices', choices)"
_NO_OPTIONS = "not is_read('options', options)"
_NO_SEARCHED = "not is_read('searched', searched)"
_LONG_NAME = f"length(cast(name as blob)) > {4 * LONGEST_NAME}"  # bytes, NUL or not
_NO_MEASURE = (
    f"not (width between 0 and {MOST_POINTS} and height between 0 and {MOST_POINTS})"
    f' or number < 1 or max(number, "end") > {MOST_CHARACTERS}'
)
_LONG_LABEL = f"length(cast(label as blob)) > {4 * LONGEST_LABEL}"
_MANY_NAMES = (
    "id in (select group_id from aliases group by group_id"
    f" having count(*) > {MOST_NAMES})"
)
_NO_NUMBER = (
    "exists (select 1 from attributes where type = 'number'"
    " and attributes.id = attribute_id)"
    " and iif(json_valid(value), json_type(value) not in ('integer', 'real'), 1)"
)
_NO_TEXT = (
    "not exists (select 1 from versions join texts on texts.id = versions.id"
    " where versions.document_id = {0} and number = {1})"
)
_UNSOUND = (
    *((table, '"start" < 0 or "end" < "start"', "is no place") for table in _SPANS),
    *((table, f"not is_read('moment', {it})", "has no time") for table, it in _MOMENTS),
    ("shared_statements", _NO_STRETCH, "is no pair of places"),
    ("attributes", _NO_CHOICES, "has choices that cannot be read"),
    ("versions", "not is_read('choices', warnings)", "has warnings that are none"),
    (
        "imported_folders",
        "not (is_read('choices', include) and is_read('choices', exclude))",
        "has patterns that cannot be read",
    ),
    ("pages", _NO_MEASURE, "has no measure"),
    ("pages", _LONG_LABEL, "has too long a label"),
    ("table_columns", _NO_CHOICES, "has choices that cannot be read"),
    ("saved_searches", _NO_OPTIONS, "has options that cannot be read"),
    ("searches", _NO_OPTIONS, "has options that cannot be read"),
    ("absences", _NO_OPTIONS, "has options that cannot be read"),
    ("absences", _NO_SEARCHED, "has no list of documents"),
    ("absence_checks", "not is_read('places', found)", "has places that are none"),
    (
        "cell_changes",
        "not is_read('evidence', evidence)",
        "has evidence that cannot be read",
    ),
    ("aliases", _LONG_NAME, "is too long for a name"),
    ("alias_groups", _MANY_NAMES, "has too many names"),
    ("attribute_values", _NO_NUMBER, "is no number"),
    ("documents", _NO_TEXT.format("documents.id", "version"), "has no text"),
    (
        "passages",
        f"anchor = 'orphaned' and {_NO_TEXT.format('passages.document_id', 'version')}",
        "stands in a version that is not there",
    ),
    ("tags", "id not in (select id from tag_paths)", "is beneath itself"),
    (
        "versions",
        "change not in ('imported', 'replaced', 'corrected', 'read anew')",
        "was made in an unknown way",
    ),
)  # fmt: skip


_READERS: dict[str, Callable[[str], object]] = {
    "choices": unpack_choices,
    "searched": unpack_states,
    "places": unpack_stretches,
    "evidence": sound_evidence,
    "moment": moment_of,
    "options": unpack_options,
}


def unsound_rows(connection: sqlite3.Connection) -> list[str]:
    """Return what is wrong, one row of each kind."""
    connection.create_function("is_read", 2, _is_read, deterministic=True)
    found = []
    for table, condition, what in _UNSOUND:
        row = connection.execute(
            f"select id from {table} where {condition} limit 1"
        ).fetchone()
        if row is not None:
            found.append(f"row {row[0]} of {table} {what}")
    return found


def _is_read(kind: str, packed: str) -> bool:
    try:
        _READERS[kind](packed)
    except (TypeError, ValueError):
        return False
    return True
