"""Brings aliases in from text files and writes them out, off the UI thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ui.aliases.panel import AliasPanel
from ui.common import Common
from ui.keymap import undo_hint
from ui.widgets.counting import count_of
from workbench.jobs import Tracker
from workbench.model.aliases import AliasesImported
from workbench.operations.alias_files import export_aliases, import_alias_file

TEXT_FILES = "Text files (*.txt);;All files (*)"


class AliasFiles(QObject):
    """Serves what the register asks of files."""

    def __init__(self, common: Common, panel: AliasPanel) -> None:
        super().__init__(panel)
        self._project = common.project
        self._notices = common.notices
        self._runner = common.runner
        self._panel = panel
        panel.import_requested.connect(self._ask_what_to_import)
        panel.export_requested.connect(self._ask_where_to_export)

    def bring_in(self, path: Path) -> None:
        """Bring in the groups of a file."""
        project, notices = self._project, self._notices

        def run(_tracker: Tracker) -> AliasesImported:
            return import_alias_file(project, path)

        job = self._runner.start(run, f"Importing {path.name}")
        job.succeeded.connect(lambda done: notices.done(_imported(done, path)))
        job.failed.connect(notices.problem)

    def write(self, path: Path) -> None:
        """Write the register to a file."""
        project, notices = self._project, self._notices

        def run(_tracker: Tracker) -> int:
            with project.reader() as view:
                return export_aliases(view, path)

        job = self._runner.start(run, "Exporting the aliases")
        job.succeeded.connect(
            lambda groups: notices.done(
                f"Exported {count_of(groups, 'group')} to {path.name}"
            )
        )
        job.failed.connect(notices.problem)

    def _ask_what_to_import(self) -> None:
        folder = str(self._project.path.parent)
        name, _kind = QFileDialog.getOpenFileName(
            self._panel, "Import aliases", folder, TEXT_FILES
        )
        if name:
            self.bring_in(Path(name))

    def _ask_where_to_export(self) -> None:
        beside = self._project.path.with_name(f"{self._project.name} aliases.txt")
        name, _kind = QFileDialog.getSaveFileName(
            self._panel, "Export aliases", str(beside), TEXT_FILES
        )
        if name:
            self.write(Path(name))


def _imported(done: AliasesImported, path: Path) -> str:
    if not done.added and not done.changed:
        return f"{path.name} has nothing new: all of it is here already"
    added, changed = (count_of(it, "group") for it in (done.added, done.changed))
    return f"Added {added} and changed {changed} from {path.name} · {undo_hint()}"
