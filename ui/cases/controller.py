"""Turns what is asked of the cases into operations, and shows what changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint

from ui.cases.model import KIND
from ui.cases.view import CasesView
from ui.described.fields import Field
from ui.described.model import Edit
from ui.described.name_popup import NamePopup
from ui.described.serving import ValueServer
from ui.keymap import undo_hint
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from ui.widgets.choice_list import Choice
from ui.widgets.choice_popup import ChoicePopup
from ui.widgets.counting import count_of
from workbench.errors import NotFound
from workbench.model.aliases import AliasName
from workbench.model.attributes import Subject
from workbench.model.cases import Case
from workbench.model.changes import Changes
from workbench.model.ids import CaseId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.operations.cases import (
    create_case,
    kinds,
    names_of,
    remove_cases,
    rename_case,
    set_aliases,
    set_kind,
)
from workbench.operations.notes import write_note
from workbench.project import Project
from workbench.text.alias_lines import names_line

NAMING_ROWS = ("table_rows", "comparison_tables", "cases")
COUNTED = ("case_documents", "mentions", "passages", "documents", "cases")
DESCRIBED = ("cases", "aliases", "alias_groups", "attributes", "attribute_values")


class CasesController(QObject):
    """Serves the list of cases and the description of the chosen one."""

    def __init__(
        self,
        project: Project,
        signals: ProjectSignals,
        view: CasesView,
        notices: Notices,
    ) -> None:
        super().__init__(view)
        self._project = project
        self._view = view
        self._panel = panel = view.listing
        self._notices = notices
        self._values = ValueServer(project, Subject.CASE, panel.model, notices)
        self._alias_popup = NamePopup(
            "Also called", "Add alias", "Name in texts; ! behind it: only so", view
        )
        self._connect()
        signals.changed.connect(self._refresh)
        signals.closed.connect(view.description.note_field.flush)
        self._values.show()
        panel.model.show(sorted(project.cases.all(), key=lambda it: it.id))
        self._show_counts()
        self._describe()

    def _connect(self) -> None:
        panel, description = self._panel, self._view.description
        panel.add_requested.connect(self._add)
        panel.remove_requested.connect(self._remove)
        panel.model.edit_requested.connect(self._edit)
        panel.current_changed.connect(lambda _: self._describe())
        description.kind_requested.connect(self._ask_kind)
        description.alias_requested.connect(self._alias_popup.open_at)
        self._alias_popup.submitted.connect(self._add_alias)
        description.alias_removed.connect(self._remove_alias)
        description.value_requested.connect(self._ask_value)
        description.note_saved.connect(self._write_note)
        description.note_field.setReadOnly(self._project.is_read_only)

    def _refresh(self, changes: Changes) -> None:
        ids = changes.ids.get("cases", frozenset())
        if ids:
            self._panel.model.update(self._project.cases.some(ids), ids)
        self._values.refresh(changes)
        if changes.touches(*NAMING_ROWS, *COUNTED):
            self._show_counts()
        if changes.touches(*DESCRIBED, "notes"):
            self._describe()

    def _show_counts(self) -> None:
        self._panel.model.show_rows(self._project.cases.rows())
        self._panel.model.show_counts(self._project.cases.counts())

    def _describe(self) -> None:
        """Show what the chosen case is."""
        case = self._case()
        self._view.show_case(is_chosen=case is not None)
        if case is None:
            return
        description, model = self._view.description, self._panel.model
        description.show_case(case, names_of(self._project, case))
        row = model.row_of(case.id)
        fields = [it for it in model.fields if it.attribute_id is not None]
        description.show_values([(it, model.text(row, it)) for it in fields])
        note = self._project.notes.on(NoteTarget(NoteOn.CASE, case.id))
        description.show_note(case.id, note.text if note else "")

    def _case(self) -> Case | None:
        if self._panel.current is None:
            return None
        try:
            return self._project.cases.get(self._panel.current)
        except NotFound:
            return None

    def _add(self, name: str) -> None:
        with self._notices.guard():
            before = self._project.cases.named(name)
            case_id = create_case(self._project, name)
            self._panel.select([case_id])
            self._panel.table.setFocus()
            verb = "There is a case" if before else "Added case"
            undo = "" if before else f" · {undo_hint()}"
            self._notices.done(f"{verb} “{name}”{undo}")

    def _edit(self, edit: Edit) -> None:
        case_id = CaseId(edit.thing_id)
        if edit.key == KIND:
            self._set_kind([case_id], edit.text)
            return
        with self._notices.guard():
            rename_case(self._project, case_id, edit.text)
            self._notices.done(
                f"Renamed the case; its old name is an alias · {undo_hint()}"
            )

    def _set_kind(self, ids: Sequence[CaseId], kind: str) -> None:
        with self._notices.guard():
            set_kind(self._project, ids, kind)
            said = f"Kind “{kind}”" if kind.strip() else "No kind"
            self._notices.done(
                f"{said} for {count_of(len(ids), 'case')} · {undo_hint()}"
            )

    def _ask_kind(self, point: QPoint) -> None:
        case = self._case()
        if case is None:
            return
        popup = ChoicePopup("Kind of case", "Type a kind, or choose one", self._view)
        popup.choices.typed.connect(
            lambda typed: popup.choices.add_for_typed(_typed_kind(typed))
        )
        popup.chosen.connect(lambda kind: self._set_kind([case.id], kind))
        used = [Choice(it, "", it) for it in kinds(self._project)]
        popup.open_at(point, [*used, Choice("No kind", "", "", symbol="x")])

    def _add_alias(self, name: str) -> None:
        if (case := self._case()) is not None:
            known = names_of(self._project, case)
            self._set_aliases(case, [*map(_typed, known), name], f"Added “{name}”")

    def _remove_alias(self, name: AliasName) -> None:
        if (case := self._case()) is not None:
            kept = [it for it in names_of(self._project, case) if it != name]
            said = f"Took “{name.text}” from the aliases"
            self._set_aliases(case, list(map(_typed, kept)), said)

    def _set_aliases(self, case: Case, names: Sequence[str], said: str) -> None:
        with self._notices.guard():
            set_aliases(self._project, case.id, names)
            self._notices.done(f"{said} · {undo_hint()}")

    def _ask_value(self, field: Field, point: QPoint) -> None:
        if self._panel.current is not None:
            ids = [self._panel.current]
            self._panel.values.ask(ids, field, point, self._panel.nouns)

    def _write_note(self, case_id: int, text: str) -> None:
        is_saved = False
        with self._notices.guard():
            write_note(self._project, NoteTarget(NoteOn.CASE, case_id), text)
            is_saved = True
            self._notices.done(f"Saved the note · {undo_hint()}")
        if not is_saved:
            self._view.description.note_field.keep_unsaved()

    def _remove(self, ids: list[int]) -> None:
        with self._notices.guard():
            cases = [CaseId(one) for one in ids]
            rows = [row for it in cases for row in self._panel.model.rows_of(it)]
            remove_cases(self._project, cases)
            self._notices.done(f"{_removed(len(cases), rows)} · {undo_hint()}")


def _typed(name: AliasName) -> str:
    return names_line([name])


def _typed_kind(typed: str) -> list[Choice]:
    return [Choice(f"New kind “{typed}”", "", typed, symbol="plus")] if typed else []


def _removed(count: int, rows: list[str]) -> str:
    """Say what went, and which rows of tables describe nothing now."""
    said = f"Deleted {count_of(count, 'case')}"
    if not rows:
        return said
    more = f" and {len(rows) - 2} more" if len(rows) > 2 else ""
    verb = "is" if len(rows) == 1 else "are"
    return f"{said}; {', '.join(rows[:2])}{more} {verb} about no case now"
