"""What an export of passages records of itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from workbench.exporting.provenance_files import signed
from workbench.model.cells import Standing
from workbench.model.passages import AnchorState, Passage
from workbench.model.provenance import PASSAGES, Provenance, RecordedQuote
from workbench.operations.reported_places import ReportedPlaces
from workbench.operations.table_reports import program
from workbench.views import ProjectView


def provenance_of_passages(
    view: ProjectView, passages: Iterable[Passage], export: str, sha256: str
) -> Provenance:
    """Return what to record of an export with this name and digest."""
    places = ReportedPlaces(view)
    return signed(
        Provenance(
            program=program(),
            project=view.path.name,
            analyst=view.analyst,
            made_at=_time(datetime.now(UTC)),
            table="",
            export=export,
            form=PASSAGES,
            sha256=sha256,
            record_sha256="",
            documents=(),
            cells=(),
            quotations=tuple(
                _recorded(number, places, it) for number, it in enumerate(passages, 1)
            ),
        )
    )


def _recorded(number: int, places: ReportedPlaces, passage: Passage) -> RecordedQuote:
    document = places.version(passage.document_id, passage.version)
    is_orphaned = passage.anchor is AnchorState.ORPHANED
    return RecordedQuote(
        number=number,
        row=document.name,
        column="",
        role="",
        standing=(Standing.ORPHANED if is_orphaned else Standing.HOLDS).value,
        state="",
        document=document.name,
        title=document.title,
        date=document.date,
        version=document.version,
        sha256=document.sha256,
        text_sha256=document.text_sha256,
        start=passage.span.start,
        end=passage.span.end,
        quote=passage.quote,
        query="",
        cited_by=passage.analyst,
        cited_at=_time(passage.created_at),
    )


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
