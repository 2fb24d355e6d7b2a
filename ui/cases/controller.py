"""Turns what is asked of the cases into operations, and shows what changed."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.cases.panel import CasesPanel
from ui.described.model import Edit
from ui.described.serving import ValueServer
from ui.keymap import undo_hint
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from ui.widgets.counting import count_of
from workbench.model.attributes import Subject
from workbench.model.changes import Changes
from workbench.model.ids import CaseId
from workbench.operations.cases import create_case, remove_cases, rename_case
from workbench.project import Project

NAMING_ROWS = ("table_rows", "comparison_tables", "cases")


class CasesController(QObject):
    """Serves the panel of cases."""

    def __init__(
        self,
        project: Project,
        signals: ProjectSignals,
        panel: CasesPanel,
        notices: Notices,
    ) -> None:
        super().__init__(panel)
        self._project = project
        self._panel = panel
        self._notices = notices
        self._values = ValueServer(project, Subject.CASE, panel.model, notices)
        panel.add_requested.connect(self._add)
        panel.remove_requested.connect(self._remove)
        panel.model.edit_requested.connect(self._rename)
        signals.changed.connect(self._refresh)
        self._values.show()
        panel.model.show(sorted(project.cases.all(), key=lambda it: it.id))
        panel.model.show_rows(project.cases.rows())

    def _refresh(self, changes: Changes) -> None:
        ids = changes.ids.get("cases", frozenset())
        if ids:
            self._panel.model.update(self._project.cases.some(ids), ids)
        self._values.refresh(changes)
        if changes.touches(*NAMING_ROWS):
            self._panel.model.show_rows(self._project.cases.rows())

    def _add(self, name: str) -> None:
        with self._notices.guard():
            before = self._project.cases.named(name)
            case_id = create_case(self._project, name)
            self._panel.select([case_id])
            self._panel.table.setFocus()
            verb = "There is a case" if before else "Added case"
            undo = "" if before else f" · {undo_hint()}"
            self._notices.done(f"{verb} “{name}”{undo}")

    def _rename(self, edit: Edit) -> None:
        with self._notices.guard():
            rename_case(self._project, CaseId(edit.thing_id), edit.text)
            self._notices.done(f"Renamed the case · {undo_hint()}")

    def _remove(self, ids: list[int]) -> None:
        with self._notices.guard():
            cases = [CaseId(one) for one in ids]
            rows = [row for it in cases for row in self._panel.model.rows_of(it)]
            remove_cases(self._project, cases)
            self._notices.done(f"{_removed(len(cases), rows)} · {undo_hint()}")


def _removed(count: int, rows: list[str]) -> str:
    """Say what went, and which rows of tables describe nothing now."""
    said = f"Deleted {count_of(count, 'case')}"
    if not rows:
        return said
    more = f" and {len(rows) - 2} more" if len(rows) > 2 else ""
    verb = "is" if len(rows) == 1 else "are"
    return f"{said}; {', '.join(rows[:2])}{more} {verb} about no case now"
