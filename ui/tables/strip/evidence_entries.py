"""What a cell rests on, as entries: what is absent, what turned up, what is cited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ui.tables.states import ROLE_BADGES, STANDING_BADGES
from ui.tables.strip.entries import Entry, Line, Tone, folded
from ui.tables.strip.shown_cell import ShownCell
from ui.widgets.badge import BadgeKind
from ui.widgets.counting import count_of
from ui.widgets.moments import readable_moment
from workbench.model.cells import Absence, AbsenceScope, Citation, Standing
from workbench.model.ids import CitationId
from workbench.model.rechecks import FoundPlace, Recheck

Rechecks = Mapping[CitationId, Recheck]
NO_RECHECKS: Rechecks = {}


def evidence_entries(
    shown: ShownCell,
    rechecks: Rechecks = NO_RECHECKS,
    found: Sequence[FoundPlace] = (),
) -> list[Entry]:
    """Return a cell's evidence; without rechecks only as far as the cell knows it."""
    absence = shown.cell.absence
    entries = [absence_entry(absence)] if absence else []
    entries += [found_entry(it) for it in found]
    for citation in shown.cell.citations:
        title = shown.titles.get(citation.document_id, "Removed document")
        entries.append(_of_citation(citation, title, rechecks.get(citation.id)))
    return entries


def absence_entry(absence: Absence) -> Entry:
    """Return what was searched for, where, when and by whom."""
    where = {AbsenceScope.ROW: " of the row", AbsenceScope.ALL: ""}[absence.scope]
    facts = [
        f"nothing found in {count_of(absence.searched, 'document')}{where}",
        readable_moment(absence.asked_at, with_time=True),
        absence.analyst,
    ]
    badges = (("found since", BadgeKind.WARN),) if absence.found else ()
    line = Line(absence.query, is_quote=False)
    said = " · ".join(it for it in facts if it)
    kind = BadgeKind.PLAIN
    return Entry(absence, "not stated", kind, (line,), said, badges=badges)


def found_entry(place: FoundPlace) -> Entry:
    """Return where something that was absent is found."""
    line = Line(place.words.text, marked=place.words.marked)
    return Entry(place, "found", BadgeKind.WARN, (line,), title=place.title)


def _of_citation(citation: Citation, title: str, recheck: Recheck | None) -> Entry:
    word, kind = ROLE_BADGES[citation.role]
    badges = (STANDING_BADGES[citation.standing],) if citation.wants_look else ()
    lines, facts = _lines(citation, recheck), _facts(citation)
    return Entry(citation, word, kind, lines, facts, title, badges)


def _lines(citation: Citation, recheck: Recheck | None) -> tuple[Line, ...]:
    if recheck is None or recheck.has_same_words:
        return (Line(folded(citation.quote)),)
    before = Line(recheck.before.text, "then", recheck.before.marked, Tone.GONE)
    if recheck.now is None:
        return (before,)
    label = "near" if citation.standing is Standing.ORPHANED else "now"
    return before, Line(recheck.now.text, label, recheck.now.marked, Tone.NEW)


def _facts(citation: Citation) -> str:
    """Say where the words stand, or stood when they were cited."""
    place = f"characters {citation.start:,}–{citation.end:,}"
    version = f"cited from version {citation.cited.version}"
    is_removed = citation.passage_id is None and citation.document_id is not None
    removed = ["the passage was removed"] if is_removed else []
    return " · ".join([place, version, *removed])
