"""Turns what is asked of the attributes into operations."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ui.attributes.dialog import AttributesDialog
from ui.jobs import JobRunner
from ui.keymap import undo_hint
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from ui.widgets.counting import count_of
from workbench.errors import WorkbenchError
from workbench.jobs import Tracker
from workbench.model.attributes import AttributeType, ImportedValues, Subject
from workbench.model.changes import Changes
from workbench.model.ids import AttributeId
from workbench.operations import attributes, choices
from workbench.operations.value_files import import_values
from workbench.project import Project


class AttributesController(QObject):
    """Serves the dialog, which reads again when attributes or values have changed."""

    def __init__(
        self,
        project: Project,
        signals: ProjectSignals,
        dialog: AttributesDialog,
        notices: Notices,
        runner: JobRunner,
    ) -> None:
        super().__init__(dialog)
        self._project = project
        self._signals = signals
        self._dialog = dialog
        self._notices = notices
        self._runner = runner
        dialog.subject_changed.connect(self.show)
        dialog.add_requested.connect(self._add)
        dialog.rename_requested.connect(self._rename)
        dialog.retype_requested.connect(self._retype)
        dialog.order_requested.connect(self._order)
        dialog.remove_requested.connect(self._remove)
        dialog.choice_added.connect(self._add_choice)
        dialog.choice_renamed.connect(self._rename_choice)
        dialog.choices_ordered.connect(self._order_choices)
        dialog.choice_removed.connect(self._remove_choice)
        dialog.import_requested.connect(self._ask_for_file)
        signals.changed.connect(self._refresh)

    def open(self, subject: Subject = Subject.DOCUMENT) -> None:
        """Show the dialog with the attributes of documents or of cases."""
        self._dialog.subjects.setCurrentIndex(list(Subject).index(subject))
        self.show()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        self._dialog.lines.field.setFocus()

    def show(self) -> None:
        """Read the attributes again."""
        stores = self._project.attributes
        self._dialog.show_attributes(stores.all(self._dialog.subject), stores.counts())

    def import_file(self, path: Path, subject: Subject) -> None:
        """Take values from a CSV file, off the UI thread."""
        project = self._project

        def run(_tracker: Tracker) -> ImportedValues:
            return import_values(project, path, subject)

        job = self._runner.start(run, f"Reading {path.name}")
        job.succeeded.connect(self._tell_imported)
        job.failed.connect(self._tell_problem)

    def _refresh(self, changes: Changes) -> None:
        if self._dialog.isVisible() and changes.touches(
            "attributes", "attribute_values"
        ):
            self.show()

    def _add(self, name: str) -> None:
        with self._notices.guard():
            new_id = attributes.create_attribute(
                self._project, self._dialog.subject, name
            )
            self._dialog.lines.make_current(new_id)
            self._notices.done(f"Added the attribute {name} · {undo_hint()}")

    def _rename(self, attribute_id: AttributeId, name: str) -> None:
        with self._notices.guard():
            attributes.rename_attribute(self._project, attribute_id, name)
            self._notices.done(f"Renamed the attribute to {name} · {undo_hint()}")

    def _retype(self, attribute_id: AttributeId, kind: AttributeType) -> None:
        with self._notices.guard():
            attributes.retype_attribute(self._project, attribute_id, kind)
            self._notices.done(f"Changed the type to {kind} · {undo_hint()}")

    def _order(self, ids: list[AttributeId]) -> None:
        with self._notices.guard():
            attributes.place_attributes(self._project, ids)

    def _remove(self, attribute_id: AttributeId) -> None:
        with self._notices.guard():
            count = self._project.attributes.counts().get(attribute_id, 0)
            name = self._project.attributes.get(attribute_id).name
            attributes.remove_attribute(self._project, attribute_id)
            values = count_of(count, "value")
            self._notices.done(f"Removed {name} with {values} · {undo_hint()}")

    def _add_choice(self, attribute_id: AttributeId, choice: str) -> None:
        with self._notices.guard():
            choices.add_choice(self._project, attribute_id, choice)
            self._notices.done(f"Added the choice {choice} · {undo_hint()}")

    def _rename_choice(self, attribute_id: AttributeId, old: str, new: str) -> None:
        with self._notices.guard():
            choices.rename_choice(self._project, attribute_id, old, new)
            self._notices.done(f"Renamed {old} to {new} · {undo_hint()}")

    def _order_choices(self, attribute_id: AttributeId, order: list[str]) -> None:
        with self._notices.guard():
            choices.place_choices(self._project, attribute_id, order)

    def _remove_choice(self, attribute_id: AttributeId, choice: str) -> None:
        with self._notices.guard():
            choices.remove_choice(self._project, attribute_id, choice)
            self._notices.done(f"Removed the choice {choice} · {undo_hint()}")

    def _ask_for_file(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self._dialog, "Import values", "", "CSV files (*.csv *.tsv *.txt)"
        )
        if name:
            self.import_file(Path(name), self._dialog.subject)

    def _tell_imported(self, imported: ImportedValues) -> None:
        self._signals.catch_up()
        values = count_of(imported.values, "value")
        new = f"; new: {', '.join(imported.created)}" if imported.created else ""
        self._notices.done(f"Set {values}{new} · {undo_hint()}")
        if imported.problems:
            count = len(imported.problems)
            left = "1 line was" if count == 1 else f"{count:,} lines were"
            self._notices.problem(f"{left} left out. {imported.problems[0]}")

    def _tell_problem(self, error: WorkbenchError) -> None:
        self._notices.problem(error)
